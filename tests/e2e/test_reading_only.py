"""A project that may only be read shows fields, document labels and comments, and takes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.app.documents.company import document_labels, seen_comments
from annotator.app.session import Session
from annotator.app.settings import Settings, save
from annotator.core.commands.company import AddDocumentLabel, WriteComment
from annotator.core.commands.records import TieTogether
from annotator.core.commands.relations import Relate, relations_of
from annotator.core.commands.spans import AddSpan
from annotator.store.lock import FileLock
from annotator.ui.form.pages import COMMENTS
from tests.e2e.actions.scenario import answer_dialog
from tests.support.older import as_older
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks
from tests.support.windows import opened


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Make a project with a comment and a document label that a newer version has written."""
    session = make_session(tmp_path, "환경부는 한빛시와 함께 기준을 냈다.")
    session.do(WriteComment(1, None, "확인 부탁"))
    session.do(AddDocumentLabel(1, "정책"))
    return as_newer(session)


def as_newer(session: Session) -> Path:
    """Close a project and let it be one that a newer version has written; its annotator is the one at the keyboard."""
    path = session.project.path
    session.project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    who = Settings(annotator_uid=session.annotator.uid, annotator_name=session.annotator.name)
    save(who, paths.settings_file())
    return path


def test_all_is_shown_and_nothing_can_be_changed(qtbot: QtBot, newer: Path) -> None:
    with opened(newer) as driver:
        session = driver.workspace.session
        assert session.project.read_only
        driver.keys("Ctrl+I")
        title = driver.window.findChild(QLineEdit, "field-title")
        assert isinstance(title, QLineEdit)
        before = title.text()
        assert before
        driver.write("가")
        assert title.text() == before
        assert driver.workspace.form.pages.document.labels.field.isHidden()
        driver.keys("Esc", "Shift+F9")
        pages = driver.workspace.form.pages
        assert pages.page == COMMENTS
        assert [one.comment.text for one in pages.comments.model.comments] == ["확인 부탁"]
        compose = driver.window.findChild(QWidget, "comment-compose")
        assert isinstance(compose, QWidget)
        assert compose.isHidden()
        pages.comments.list.setFocus()
        driver.keys("Delete", "Space", "Return")
        assert [one.comment.resolved for one in seen_comments(session, 1)] == [False]
        assert document_labels(session, 1) == ("정책",)


def test_records_and_relations_are_shown_and_exported_and_nothing_is_proposed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    text = "환경부(ME)는 5억 원을 쓴다.\n기상청은 7억 원을 쓴다."
    session = make_session(tmp_path, text)
    for quote, label in (("환경부", 1), ("ME", 1), ("5억 원", 3), ("기상청", 1), ("7억 원", 3)):
        start = text.index(quote)
        session.do(AddSpan(1, start, start + len(quote), label))
    name, alias, amount, *_others = (span.id for span in session.layer(1).spans)
    session.do(TieTogether(1, (name, amount)))
    session.do(Relate(1, ((alias, name),)))
    with opened(as_newer(session)) as driver:
        pages = driver.workspace.form.pages
        assert driver.workspace.session.project.read_only
        driver.keys("Ctrl+Shift+R", "Down")
        assert pages.records.proposed.isHidden()
        for part in ("record-role", "record-value-text", "record-out"):
            assert not driver.window.findChild(QWidget, part).isEnabled()
        driver.keys("Delete", "Ctrl+T")
        view = driver.window.findChild(QTableView, "table-rows")
        driver.wait_until(lambda: view.model().rowCount() == 1, "the record")
        driver.keys("Return")
        box = driver.workspace.form.relations
        assert box.isVisible()
        box.list.setFocus()
        driver.keys("Delete")
        assert len(relations_of(driver.workspace.session, 1)) == 1
        target = tmp_path / "records.csv"
        answer_dialog(target)
        driver.press_button("table-csv")
        driver.wait_until(target.exists, "the file")
        assert "환경부" in target.read_text(encoding="utf-8-sig")


def test_an_older_project_that_another_program_has_shows_review_and_overview(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = make_session(tmp_path, TEXT)
    add_layer(session, 1, "나래", marks(TEXT, ("수소산업진흥원", "AGENCY")))
    add_layer(session, 1, "다솜", marks(TEXT, ("수소산업진흥원과", "AGENCY")))
    path, who = session.project.path, session.annotator
    session.project.close()
    save(Settings(annotator_uid=who.uid, annotator_name=who.name), paths.settings_file())
    older = as_older(path, tmp_path / "older.sqlite", 1)
    lock = FileLock.take(paths.state_dir(), older)
    assert lock is not None
    with opened(older) as driver:
        assert driver.workspace.session.project.read_only
        driver.keys("Ctrl+2")
        (row,) = driver.workspace.review.desk.queue.shown
        assert row.quote == "수소산업진흥원과"
        driver.keys("Ctrl+3")
        tables = driver.window.findChildren(QTableView)
        driver.wait_until(lambda: any(said_in(table, "나래") for table in tables), "the overview is shown")
    lock.release()


def said_in(table: QTableView, wanted: str) -> bool:
    """Tell whether a table that is shown holds a text."""
    model = table.model()
    return table.isVisible() and any(
        model.index(row, column).data() == wanted
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )

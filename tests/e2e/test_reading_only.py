"""A project that may only be read shows fields, document labels and comments, and takes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.app.company import document_labels, seen_comments
from annotator.app.settings import Settings, save
from annotator.core.commands.company import AddDocumentLabel, WriteComment
from annotator.ui.form.pages import COMMENTS
from tests.support.projects import make_session
from tests.support.windows import opened


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Make a project with a comment and a document label that a newer version has written."""
    session = make_session(tmp_path, "환경부는 한빛시와 함께 기준을 냈다.")
    session.do(WriteComment(1, None, "확인 부탁"))
    session.do(AddDocumentLabel(1, "정책"))
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

"""Comments from the window: written as typed, marked where open, walked along, resolved, carried by files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.app.documents.company import SeenComment, seen_comments
from annotator.core.changes import Change, Changes, insert
from annotator.core.commands.people import NameAnnotator
from annotator.core.comment import Comment
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.ui.driver import Driver
from annotator.ui.form.pages import COMMENTS
from tests.support.intake import lines_of, run_export, run_import
from tests.support.projects import add_document, make_session
from tests.support.windows import opened

AT = "2024-05-14T03:04:05Z"


def comments(driver: Driver) -> tuple[SeenComment, ...]:
    document_id = driver.workspace.desk.document_id
    assert document_id is not None
    return seen_comments(driver.workspace.session, document_id)


def texts(driver: Driver) -> list[str]:
    return [one.comment.text for one in comments(driver)]


def mark(driver: Driver, quote: str) -> int:
    driver.drag(*driver.find(quote))
    driver.keys("1")
    current = driver.workspace.desk.current_id
    assert current is not None
    return current


def comment_from(driver: Driver, author: str, to: str) -> None:
    """Bring in a layer of another annotator with one comment on the document."""
    session = driver.workspace.session
    other = Annotator(session.new_id("annotator"), f"uid of {author}", author)
    layer_id, id_ = session.new_id("layer"), session.new_id("comment")
    document_id = driver.workspace.desk.document_id
    layer = {
        "id": layer_id, "document_id": document_id, "annotator_id": other.id, "role": "annotator",
        "status": "done", "flagged": 0, "label_set_version": 1, "created_at": AT,
    }  # fmt: skip
    comment = Comment(id_, "k", layer_id, None, author, to, AT, "여기 보세요")
    ops = (insert("annotator", other.row()), insert("layer", layer), insert("comment", comment.row()))
    session.project.apply(Change(message("test.layer"), ops), session.annotator.id)
    session.refresh(Changes(ops))


@pytest.mark.parametrize("key", ["F9", "C"])
def test_a_comment_on_the_current_span_is_one_step_and_marked_while_open(qtbot: QtBot, key: str) -> None:
    with opened() as driver:
        span_id = mark(driver, "외교부")
        driver.keys(key)
        driver.write("맞나요")
        driver.keys("Return", "Esc")
        assert driver.pane.hasFocus()
        (seen,) = comments(driver)
        assert (seen.comment.text, seen.comment.span_id, seen.mine) == ("맞나요", span_id, True)
        model = driver.workspace.form.spans.model
        assert any(model.is_commented(span) for span in driver.workspace.desk.spans)
        driver.keys("Ctrl+Z")
        assert comments(driver) == ()
        assert not any(model.is_commented(span) for span in driver.workspace.desk.spans)
        driver.keys("Ctrl+Shift+Z")
        assert texts(driver) == ["맞나요"]


def test_the_chip_of_a_span_with_an_open_comment_carries_a_dot(qtbot: QtBot) -> None:
    with opened() as driver:
        span_id = mark(driver, "외교부")
        driver.keys("Esc")
        before = driver.pane.viewport().grab().toImage()
        driver.pane.set_commented(frozenset({span_id}))
        assert driver.pane.viewport().grab().toImage() != before
        driver.pane.set_commented(frozenset())
        assert driver.pane.viewport().grab().toImage() == before


def test_without_a_current_span_the_comment_is_on_the_document(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.pane.setFocus()
        driver.keys("F9")
        driver.write("기사 전체")
        driver.keys("Return")
        driver.write("또 하나")
        assert [(one.comment.span_id, one.comment.text) for one in comments(driver)] == [
            (None, "기사 전체"),
            (None, "또 하나"),
        ]


def test_typing_that_is_taken_back_whole_leaves_no_comment(qtbot: QtBot) -> None:
    with opened() as driver:
        mark(driver, "외교부")
        driver.keys("F9")
        driver.write("음")
        driver.keys("Backspace")
        assert comments(driver) == ()
        driver.write("네")
        assert texts(driver) == ["네"]


def test_ones_own_comment_is_addressed_edited_resolved_and_deleted(qtbot: QtBot) -> None:
    with opened() as driver:
        comment_from(driver, "이두리", "")
        mark(driver, "외교부")
        driver.keys("F9")
        to = driver.workspace.form.pages.comments.findChild(QComboBox, "comment-to")
        assert isinstance(to, QComboBox)
        to.setCurrentIndex(to.findData("이두리"))
        driver.write("맞나요")
        driver.keys("Return")
        assert comments(driver)[0].comment.to == "이두리"
        driver.press_button("comment-edit")
        driver.keys("End")
        driver.write("?")
        driver.keys("Return")
        assert texts(driver) == ["맞나요?"]
        driver.press_button("comment-resolve")
        assert comments(driver)[0].comment.resolved
        driver.press_button("comment-remove")
        assert comments(driver) == ()


def test_a_comment_addressed_to_me_stands_out_and_may_be_resolved_anothers_is_not_shown(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.workspace.bridge.do(NameAnnotator("김하나"))
        comment_from(driver, "이두리", "박세나")
        assert comments(driver) == ()
        comment_from(driver, "최다섯", "김하나")
        (seen,) = comments(driver)
        assert (seen.to_me, seen.mine, seen.own) == (True, False, False)
        driver.pane.setFocus()
        driver.keys("Shift+F9")
        page = driver.workspace.form.pages.comments
        assert page.list.current_id == seen.comment.id
        driver.press_button("comment-resolve")
        assert comments(driver)[0].comment.resolved


def test_the_walk_goes_from_one_open_comment_to_the_next_and_into_the_next_document(qtbot: QtBot) -> None:
    with opened() as driver:
        session, desk = driver.workspace.session, driver.workspace.desk
        here = desk.document_id
        there = add_document(session, "둘째 글에는 환경부가 있다.")
        for quote in ("외교부", "보건복지부"):
            mark(driver, quote)
            driver.keys("F9")
            driver.write(quote)
            driver.keys("Return", "Esc")
        desk.show_document(there)
        driver.pane.setFocus()
        driver.keys("F9")
        driver.write("둘째")
        driver.keys("Return", "Esc")
        desk.show_document(here)
        driver.pane.setFocus()
        driver.keys("Esc", "Ctrl+Home")
        driver.press_button("page-spans")
        driver.pane.setFocus()
        walked = []
        for _ in range(4):
            driver.keys("Shift+C")
            chosen = driver.workspace.form.pages.comments.list.current_id
            walked.append(next(one.comment.text for one in comments(driver) if one.comment.id == chosen))
        order = sorted(("외교부", "보건복지부"), key=driver.text.index)
        assert walked == [*order, "둘째", order[0]]
        assert desk.current is not None
        assert desk.current.text == order[0]
        assert driver.workspace.form.pages.page == COMMENTS


def test_the_walk_says_so_where_nothing_is_open(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.pane.setFocus()
        driver.keys("Shift+F9")
        assert driver.workspace.notices.isVisible()


def test_a_comment_keeps_its_place_on_the_document_when_its_span_goes(qtbot: QtBot) -> None:
    with opened() as driver:
        span_id = mark(driver, "외교부")
        driver.keys("F9")
        driver.write("맞나요")
        driver.keys("Return", "Esc", "Delete")
        assert [one.comment.span_id for one in comments(driver)] == [None]
        driver.keys("Ctrl+Z")
        assert [one.comment.span_id for one in comments(driver)] == [span_id]


def test_comments_go_out_with_an_export_and_come_in_again(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with opened() as driver:
        driver.workspace.bridge.do(NameAnnotator("김하나"))
        mark(driver, "외교부")
        driver.keys("F9")
        driver.write("맞나요")
        driver.keys("Return")
        run_export(driver.workspace.session, out, statuses=("in_progress",))
        ((span_id, comment),) = [
            (line["spans"][0]["id"], line["comments"][0]) for line in lines_of(out) if line["comments"]
        ]
        assert (comment["author"], comment["text"], comment["span_id"]) == ("김하나", "맞나요", span_id)
    other = make_session(tmp_path)
    run_import(other, out)
    query = "SELECT c.author, c.text, s.text FROM comment AS c JOIN span AS s ON s.id = c.span_id"
    assert other.project.connection.execute(query).fetchall() == [("김하나", "맞나요", "외교부")]
    other.project.close()

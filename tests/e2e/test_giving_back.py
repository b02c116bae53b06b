"""Back and forth in the real window: a return file is opened and walked, an appeal goes back and is open there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.app.review.returning import returned_items
from annotator.app.review.reviewing import APPEALED, review_of
from annotator.core.returned import Answer
from annotator.ui.driver import Driver
from annotator.ui.returning.give_panel import GiveBackPanel
from annotator.ui.returning.walk_panel import ReturnedPanel
from tests.support.returns import DASOM, be, colleague, decide, decide_all, give_back, item_at, reviewed
from tests.support.windows import marks, opened


@pytest.fixture
def reviewer(tmp_path: Path) -> Path:
    """The reviewer's project; what goes back lies in `back` beside its folder."""
    session = reviewed(tmp_path / "reviewer")
    decide_all(session)
    give_back(session, tmp_path / "back", "다솜")
    session.project.close()
    return session.project.path


@pytest.fixture
def dasom(tmp_path: Path) -> Path:
    session = colleague(tmp_path / "dasom", "다솜", DASOM)
    session.project.close()
    be("u-다솜", "다솜")
    return session.project.path


def said(driver: Driver, name: str) -> str:
    return driver.window.findChild(QLabel, f"returned-{name}").text()


def walking(driver: Driver) -> bool:
    return isinstance(driver.workspace.panels.panel, ReturnedPanel)


def answers(driver: Driver) -> list[Answer]:
    return [item.answer for item in returned_items(driver.workspace.session)]


def open_return_file(driver: Driver, tmp_path: Path) -> None:
    driver.window.files_dropped.emit([tmp_path / "back" / "다솜.return.jsonl"])
    driver.wait_until(lambda: walking(driver), "the walk has begun")


def test_an_appeal_goes_back_and_is_open_until_it_is_answered(
    qtbot: QtBot, tmp_path: Path, reviewer: Path, dasom: Path
) -> None:
    sent = tmp_path / "answers.jsonl"
    with opened(dasom) as driver:
        open_return_file(driver, tmp_path)
        assert (said(driver, "ours"), said(driver, "final")) == (
            "수소산업진흥원과 [기관]",
            "수소산업진흥원 [기관]",
        )
        assert "조사는 뺍니다." in said(driver, "why")
        start, end = driver.pane.selection()
        assert driver.text[start:end] == "수소산업진흥원과"
        driver.keys("2")
        driver.write("정식 이름입니다.")
        driver.keys("Return")
        assert said(driver, "final") == "환경부 [기관]"
        driver.keys("Return")
        assert answers(driver) == [Answer.APPEAL, Answer.AGREE]
        assert [text for text, _ in marks(driver)] == [text for text, _ in DASOM]
        returned_desk(driver).write_answers(sent)
        driver.wait_until(sent.is_file, "the answers are written")
    be("someone", "김하나")
    with opened(reviewer) as driver:
        driver.window.files_dropped.emit([sent])
        session = driver.workspace.session
        driver.wait_until(lambda: session.rows("response", "document_id", 1), "the answers are taken in")
        review = review_of(session, 1)
        assert [item.start for item in review.open_items] == [item_at(session, "수소산업진흥원").start]
        driver.window.actions_["view.review"].trigger()
        driver.settle()
        card = driver.workspace.review.desk
        assert review.state(card.item) == APPEALED
        told = " ".join(label.text() for label in driver.window.findChildren(QLabel))
        assert "정식 이름입니다." in told
        driver.keys("2")  # as 다솜 has it
        assert review_of(session, 1).open_items == ()


def returned_desk(driver: Driver):
    return next(one for one in driver.workspace.children() if type(one).__name__ == "ReturnedDesk")


def test_taking_over_is_one_step_and_the_walk_goes_both_ways(
    qtbot: QtBot, tmp_path: Path, reviewer: Path, dasom: Path
) -> None:
    with opened(dasom) as driver:
        open_return_file(driver, tmp_path)
        driver.keys("F8")
        assert said(driver, "ours") == "nothing"
        driver.keys("Shift+F8")
        driver.press_button("returned-over")
        assert marks(driver)[0] == ("수소산업진흥원", "AGENCY")
        assert answers(driver) == [Answer.NONE, Answer.NONE]
        driver.workspace.bridge.undo(1)
        assert marks(driver)[0] == ("수소산업진흥원과", "AGENCY")
        driver.press_button("returned-over")
        driver.keys("Return")
        assert answers(driver) == [Answer.AGREE, Answer.NONE]


def test_the_walk_follows_a_switch_of_language(
    qtbot: QtBot, tmp_path: Path, reviewer: Path, dasom: Path
) -> None:
    with opened(dasom) as driver:
        open_return_file(driver, tmp_path)
        driver.keys("F8")
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert said(driver, "ours") == "없음"


def test_taking_in_is_undone_from_its_notice(
    qtbot: QtBot, tmp_path: Path, reviewer: Path, dasom: Path
) -> None:
    with opened(dasom) as driver:
        open_return_file(driver, tmp_path)
        assert len(answers(driver)) == 2
        driver.workspace.notices.action_chosen.emit("undo-arrival")
        assert answers(driver) == []
        assert said(driver, "ours") == ""


def test_the_feedback_is_read_before_it_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    session = reviewed(tmp_path / "reviewer")
    decide(session, "수소산업진흥원", "나래", reason="boundary", note="<b>조사</b>는 뺍니다.")
    decide(session, "2027년", "나래")
    decide(session, "환경부", "나래", reason="slip")
    session.project.close()
    before = set(tmp_path.rglob("*"))
    be("someone", "김하나")
    with opened(session.project.path) as driver:
        driver.window.actions_["view.review"].trigger()
        driver.window.actions_["review.give-back"].trigger()
        driver.wait_until(
            lambda: isinstance(driver.workspace.panels.panel, GiveBackPanel), "the panel asks to whom"
        )
        panel = driver.workspace.panels.panel
        driver.press_button("give-preview")
        shown = panel.findChild(QTextEdit, "give-preview-text")
        driver.wait_until(shown.isVisible, "the feedback is shown")
        assert "differences 0" in shown.toPlainText()  # 나래 had all that was decided
        panel.findChild(QListWidget, "give-colleagues").setFocus()
        driver.keys("Down")
        told = shown.toPlainText()
        assert "1. boundary: josa" in told
        assert "<b>조사</b>는 뺍니다." in told
        assert "yours: 수소산업진흥원과 [AGENCY]" in told
        assert "precision" in told
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert "1. 경계: 조사" in shown.toPlainText()
        driver.press_button("give-preview")
        assert not shown.isVisible()
    assert not {path for path in set(tmp_path.rglob("*")) - before if path.suffix in {".html", ".md", ".csv"}}

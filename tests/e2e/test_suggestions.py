"""Suggestions in the real window: walked, accepted, refused, by keys in both modes, and all of a kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.app.suggestions import suggesting
from annotator.core.commands.spans import AddSpan
from annotator.ui.annotate.preflight_panel import PreflightPanel
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import press, shows
from tests.support.projects import make_session
from tests.support.windows import marks, opened

# What else proposes something in these texts: here it is the memory's turn.
OTHERS = ("agencies", "dates")
FIRST = "과기부는 기상청과 위성을 띄운다. 산업부도 참여한다.\n"
SECOND = "기상청은 9일 과기부와 함께 발표했다. 산업부는 2일 답했다.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    session = make_session(tmp_path, FIRST, SECOND)
    session.project.close()
    return session.project.path


@pytest.fixture
def driver(project: Path, qtbot: QtBot) -> Iterator[Driver]:
    with opened(project) as made:
        for suggester in OTHERS:
            made.window.appearance.switch_suggester(suggester)
        for quote in ("과기부", "기상청", "산업부"):
            start = FIRST.index(quote)
            made.workspace.session.do(AddSpan(1, start, start + len(quote), 1))
        made.workspace.desk.show_document(2)
        made.wait_until(lambda: len(made.workspace.suggesting.open) == 3, "the memory's suggestions")
        made.workspace.focus_article()
        made.click(0)
        made.keys("Esc")
        yield made


def current(driver: Driver) -> str:
    made = driver.workspace.suggesting.current
    return "" if made is None else made.text


def remembered(driver: Driver) -> list[str]:
    return [made.text for made in driver.workspace.suggesting.open if made.rule.startswith("memory")]


def test_suggestions_are_shown_dashed_and_none_of_them_is_a_span(driver: Driver) -> None:
    assert marks(driver) == []
    shown = [driver.pane._index.get(-number) for number in (1, 2, 3)]
    assert [span.style for span in shown] == ["suggestion"] * 3
    assert driver.workspace.session.layer(2) is None


@pytest.mark.parametrize("following", ["F8", "N", "ㅜ"])
def test_enter_accepts_and_goes_to_the_next_until_none_is_left(driver: Driver, following: str) -> None:
    press(driver, following)
    assert current(driver) == "기상청"
    driver.keys("Return")
    assert marks(driver) == [("기상청", "AGENCY")]
    assert current(driver) == "과기부"
    driver.keys("Return", "Return")
    assert [text for text, _key in marks(driver)] == ["기상청", "과기부", "산업부"]
    assert current(driver) == ""
    driver.keys("Ctrl+Z")
    assert len(marks(driver)) == 2
    assert [made.text for made in driver.workspace.suggesting.open] == ["산업부"]


def test_where_there_is_nothing_to_go_to_the_status_line_says_why(driver: Driver) -> None:
    covered = driver.window.status.findChild(QLabel, "covered")
    driver.keys("F8", "Enter", "Enter", "Enter", "F8")
    assert covered.text() == "No suggestion is open in this document."
    driver.workspace.desk.show_document(1)
    driver.keys("Shift+F8")
    assert covered.text() == "Still looking for suggestions. Press the key again in a moment."
    driver.wait_until(lambda: not driver.workspace.suggesting._work.is_to_come(), "the suggesters' end")
    driver.keys("N")
    assert covered.text() == "No suggestion is open in this document."


@pytest.mark.parametrize("back", ["Shift+F8", "Shift+N", "Shift+ㅜ"])
def test_walking_back_goes_round(driver: Driver, back: str) -> None:
    press(driver, back)
    assert current(driver) == "산업부"
    press(driver, back)
    assert current(driver) == "과기부"


def test_delete_refuses_for_good_and_undo_offers_it_again(driver: Driver) -> None:
    driver.keys("F8", "Delete")
    assert current(driver) == "과기부"
    driver.workspace.desk.show_document(1)
    driver.workspace.desk.show_document(2)
    driver.wait_until(lambda: len(driver.workspace.suggesting.open) == 2, "two are left")
    driver.keys("Ctrl+Z")
    assert [made.text for made in driver.workspace.suggesting.open] == ["기상청", "과기부", "산업부"]


def test_a_digit_accepts_with_that_label_and_esc_lets_go(driver: Driver) -> None:
    driver.keys("F8", "2")
    assert marks(driver) == [("기상청", "SECTOR")]
    assert current(driver) == "과기부"
    driver.keys("Esc")
    assert current(driver) == ""
    # With nothing current a digit arms the brush, and marks nothing by itself.
    driver.keys("1")
    assert marks(driver) == [("기상청", "SECTOR")]


def test_a_click_makes_a_suggestion_current_and_the_card_says_why(driver: Driver) -> None:
    driver.click(driver.find("과기부와")[0] + 1)
    assert current(driver) == "과기부"
    rule = driver.window.findChild(QLabel, "suggestion-rule")
    assert "tagged 기관 once, left 0 times" in rule.text()
    assert not driver.workspace.form.card.isVisible()
    driver.press_button("suggestion-accept")
    assert marks(driver) == [("과기부", "AGENCY")]


def test_all_of_a_kind_are_looked_at_and_accepted_in_one_step(driver: Driver) -> None:
    driver.keys("F8", "Ctrl+Shift+Return")
    assert shows(driver, "alike-list")
    driver.keys("Down", "Space", "Return")
    assert [text for text, _key in marks(driver)] == ["기상청", "산업부"]
    driver.keys("Ctrl+Z")
    assert marks(driver) == []


def test_all_as_certain_or_all_that_are_open_can_be_chosen_in_the_panel(driver: Driver) -> None:
    driver.window.appearance.switch_suggester("dates")
    driver.wait_until(lambda: len(driver.workspace.suggesting.open) == 5, "dates are proposed too")
    driver.keys("F8", "Ctrl+Shift+Return")
    which = driver.window.findChild(QComboBox, "alike-which")
    assert [which.itemText(row) for row in range(3)] == [
        "of this kind (3)",
        "as certain as this one (3)",
        "all (5)",
    ]
    which.setFocus()
    driver.keys("End")
    driver.press_button("alike-accept")
    assert len(marks(driver)) == 5


def test_a_suggester_that_is_off_proposes_nothing_and_is_remembered(driver: Driver) -> None:
    driver.window.actions_["mark.suggest-memory"].trigger()
    driver.wait_until(lambda: not remembered(driver), "the memory proposes nothing")
    assert driver.window.appearance.settings.suggesters_off == (
        *OTHERS,
        "durations",
        "memory",
        "times",
    )
    driver.window.actions_["mark.suggest-memory"].trigger()
    driver.wait_until(lambda: len(remembered(driver)) == 3, "they are back")


def test_typing_a_mark_by_hand_takes_its_suggestion_away(driver: Driver) -> None:
    driver.drag(*driver.find("과기부"))
    driver.keys("1")
    assert [made.text for made in driver.workspace.suggesting.open] == ["기상청", "산업부"]


@pytest.mark.parametrize("narrower", ["Alt+Left", "["])
def test_a_boundary_key_accepts_edited_and_the_keys_in_a_row_are_one_step(
    driver: Driver, narrower: str
) -> None:
    driver.keys("F8")
    press(driver, narrower)
    assert marks(driver) == [("기상", "AGENCY")]
    press(driver, narrower)
    assert marks(driver) == [("기", "AGENCY")]
    # Its suggestion is settled: it does not come back inside or around the span.
    assert [made.text for made in driver.workspace.suggesting.open] == ["과기부", "산업부"]
    driver.keys("Ctrl+Z")
    assert marks(driver) == []
    assert [made.text for made in driver.workspace.suggesting.open] == ["기상청", "과기부", "산업부"]


def test_an_accepted_one_whose_end_is_moved_is_not_offered_again(driver: Driver) -> None:
    driver.keys("F8", "Return", "Esc", "Tab", "Alt+Right")
    assert marks(driver) == [("기상청은", "AGENCY")]
    assert [made.text for made in driver.workspace.suggesting.open] == ["과기부", "산업부"]


def test_open_suggestions_stand_before_done_and_going_to_one_makes_it_current(driver: Driver) -> None:
    driver.keys("F8", "Return", "Ctrl+Return")
    panel = driver.workspace.panels.panel
    assert isinstance(panel, PreflightPanel)
    rows = [panel.list.item(row).text().split("   ")[0] for row in range(panel.list.count())]
    assert rows == ["An open suggestion", "과기부", "산업부"]
    assert current(driver) == "과기부"
    driver.keys("Down")
    assert current(driver) == "산업부"
    driver.keys("Delete")
    assert [made.text for made in driver.workspace.suggesting.open] == ["과기부"]


def test_where_more_is_left_out_the_last_one_shown_says_so_and_the_rest_comes_as_these_are_decided(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> list[str]:
        return [made.text for made in driver.workspace.suggesting.open]

    monkeypatch.setattr(suggesting, "MOST", 2)
    driver.workspace.suggesting.ask_again()
    driver.wait_until(lambda: shown() == ["기상청", "과기부"], "the first two")
    covered = driver.window.status.findChild(QLabel, "covered")
    driver.keys("F8")
    assert covered.text() == ""
    driver.keys("F8")
    assert current(driver) == "과기부"
    assert (
        covered.text()
        == "Suggestions are shown up to here. More of them come further on as you decide these: 1."
    )
    driver.keys("F8")
    assert (current(driver), covered.text()) == ("기상청", "")
    driver.keys("Return", "Delete", "F8")
    assert covered.text() == "Still looking for suggestions. Press the key again in a moment."
    driver.wait_until(lambda: shown() == ["산업부"], "what was left out")
    driver.keys("F8")
    assert (current(driver), covered.text()) == ("산업부", "")
    driver.keys("Ctrl+Z")
    assert shown() == ["과기부", "산업부"]

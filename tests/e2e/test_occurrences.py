"""The same text elsewhere, from the keyboard in the real window: one step, undone in one, refused for good."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.commands.spans import AddSpan, SetNote
from annotator.ui.annotate.occurrences_panel import OccurrencesPanel
from annotator.ui.driver import Driver
from annotator.ui.widgets.elided_label import ElidedLabel
from tests.support.projects import make_session
from tests.support.windows import marks, opened

ONE = (
    "한빛시, 반도체와 수소에 투자\n한빛시는 3일 반도체 지원 계획을 냈다. 반도체기술센터를 새로 짓고 반도체를 다루는 "
    "기업을 돕는다. 시장은 반도체가 먼저라고 말했다.\n"
)
TWO = "푸른도, 공장 터를 고르다\n푸른도는 4일 반도체 공장의 터를 골랐다. 반도체와 배터리를 함께 본다.\n"
THREE = "은하군의 새 학교\n은하군은 5일 반도체를 가르치는 학교를 연다고 밝혔다.\n"
CHIP = ("반도체", "SECTOR")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project of three short articles."""
    session = make_session(tmp_path, ONE, TWO, THREE)
    path = session.project.path
    session.project.close()
    return path


def show(driver: Driver, document_id: int) -> None:
    driver.workspace.desk.show_document(document_id)
    driver.workspace.focus_article()
    driver.settle()


def mark_first(driver: Driver) -> None:
    """Mark the first 반도체 by dragging over it with its josa."""
    show(driver, 1)
    driver.drag(*driver.find("반도체와"))
    driver.keys("2")
    assert marks(driver) == [CHIP]


def panel_of(driver: Driver) -> OccurrencesPanel:
    panel = driver.workspace.panels.panel
    assert isinstance(panel, OccurrencesPanel)
    return panel


def rows(driver: Driver) -> list[tuple[bool, str]]:
    """Return for each row whether it is ticked, and what it says."""
    listed = panel_of(driver).rows
    return [(listed.is_ticked(row), listed.item(row).text()) for row in range(listed.count())]


def ticks(driver: Driver) -> list[bool]:
    return [ticked for ticked, _text in rows(driver)]


def told(driver: Driver) -> str:
    """Return the line that counts what is ticked."""
    line = panel_of(driver).findChild(ElidedLabel, "occurrences-told")
    assert line is not None
    return line.text()


def look_through_project(driver: Driver, documents: int) -> None:
    here = panel_of(driver).rows.count()
    driver.press_button("occurrences-project")
    driver.wait_until(lambda: panel_of(driver).rows.count() == here + documents, "the others are not found")
    panel_of(driver).setFocus()


def test_equals_and_enter_mark_every_likely_place_and_one_undo_takes_all_back(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=")
        assert ticks(driver) == [True, False, True, True]
        assert "반도체기술센터를" in rows(driver)[1][1]
        assert rows(driver)[1][1].endswith("part of a longer word")
        driver.keys("Return")
        assert marks(driver) == [CHIP] * 4
        assert driver.workspace.panels.panel is None
        assert driver.pane.hasFocus()
        driver.keys("Ctrl+Z")
        assert marks(driver) == [CHIP]
        driver.keys("Ctrl+Shift+Z")
        assert marks(driver) == [CHIP] * 4


def test_escape_leaves_and_nothing_is_marked_or_refused(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Space", "Esc")
        assert driver.workspace.panels.panel is None
        assert marks(driver) == [CHIP]
        driver.keys("=")
        assert ticks(driver) == [True, False, True, True]


def test_a_compound_that_a_person_ticks_is_marked(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Down", "Space", "Return")
        assert marks(driver) == [CHIP] * 5


def test_a_refused_place_never_comes_again_not_after_reopening_either(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Space")
        assert rows(driver)[0][0] is False
        assert rows(driver)[0][1].endswith("not to be offered again")
        driver.keys("Return")
        assert marks(driver) == [CHIP] * 3
        driver.keys("Tab", "=")
        # Only the compound, which nobody refused.
        assert ticks(driver) == [False]
    with opened(project) as driver:
        show(driver, 1)
        driver.keys("Tab", "=")
        assert ticks(driver) == [False]
        driver.keys("Esc", "Ctrl+Z")
        assert marks(driver) == [CHIP]
        driver.keys("Tab", "=")
        assert ticks(driver) == [True, False, True, True]


def test_a_selection_is_looked_for_too_and_a_digit_gives_the_label(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        show(driver, 3)
        driver.drag(*driver.find("은하군은"))
        driver.keys("=")
        assert ticks(driver) == [True, True]
        driver.keys("1", "Return")
        assert marks(driver) == [("은하군", "AGENCY")] * 2


def test_without_a_text_it_says_what_to_do(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        show(driver, 3)
        driver.keys("=")
        assert driver.workspace.panels.panel is None
        assert driver.workspace.notices.isVisible()


def test_the_whole_project_is_marked_in_one_step_and_undone_from_the_history_list(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=")
        look_through_project(driver, 2)
        assert ticks(driver) == [True, False, True, True, True, True]
        assert told(driver) == "Here: 3 of 4 · other documents: 2 of 2, places: 3"
        driver.keys("Return")
        driver.wait_until(lambda: len(marks(driver)) == 4, "nothing was marked")
        for document_id, count in ((2, 2), (3, 1), (1, 4)):
            show(driver, document_id)
            assert marks(driver) == [CHIP] * count
        driver.keys("Ctrl+Shift+H")
        driver.settle()
        driver.press_button("history-undo")
        assert marks(driver) == [CHIP]
        for document_id in (2, 3):
            show(driver, document_id)
            assert marks(driver) == []


def test_a_document_that_is_unticked_is_not_marked_and_not_offered_again(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=")
        look_through_project(driver, 2)
        driver.keys("End", "Space", "Return")
        driver.wait_until(lambda: len(marks(driver)) == 4, "nothing was marked")
        show(driver, 3)
        assert marks(driver) == []
        show(driver, 1)
        driver.keys("Tab", "=")
        driver.press_button("occurrences-project")
        driver.wait_until(lambda: "other documents: 0 of 0" in told(driver), "the others are not found")


def test_the_panel_goes_when_another_document_is_shown(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=")
        show(driver, 2)
        assert driver.workspace.panels.panel is None


def test_ticks_here_stay_while_other_documents_are_found(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Space")
        look_through_project(driver, 2)
        assert ticks(driver)[:4] == [False, False, True, True]
        driver.press_button("occurrences-project")
        assert ticks(driver) == [False, False, True, True]


def test_all_of_it_goes_by_keys_and_the_notice_takes_it_back(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Tab", "Space")
        driver.wait_until(lambda: panel_of(driver).rows.count() == 6, "the others are not found")
        driver.keys("Return")
        driver.wait_until(lambda: len(marks(driver)) == 4, "nothing was marked")
        driver.press_button("notice-action-1")
        assert marks(driver) == [CHIP]


def test_a_note_written_meanwhile_leaves_the_ticks_and_a_new_span_does_not(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        mark_first(driver)
        driver.keys("=", "Space")
        bridge, desk = driver.workspace.bridge, driver.workspace.desk
        bridge.do(SetNote(1, desk.spans[0].id, "확인"))
        assert ticks(driver) == [False, False, True, True]
        start, end = driver.find("반도체", 3)
        bridge.do(AddSpan(1, start, end, desk.spans[0].label_id))
        assert ticks(driver) == [True, False, True]


def test_a_longer_span_keeps_its_inner_text(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        show(driver, 1)
        driver.drag(*driver.find("반도체기술센터를"))
        driver.keys("1")
        driver.drag(*driver.find("반도체와"))
        driver.keys("2", "=")
        assert ticks(driver) == [True, False, True, True]
        assert rows(driver)[1][1].endswith("inside a longer span")
        driver.keys("Return")
        assert sorted(marks(driver)) == [CHIP] * 4 + [("반도체기술센터", "AGENCY")]

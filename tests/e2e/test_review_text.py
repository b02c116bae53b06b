"""What acts on an article acts on the one that is shown: the article of the review while it is reviewed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.ui.actions import ACTIONS
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import shows, widget
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, gold, marks, told
from tests.support.windows import opened

OTHER = "둘째 기사\n환경부는 4일 충전소 예산을 세웠다고 밝혔다.\n"


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Driver]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    with opened() as opened_driver:
        session = opened_driver.workspace.session
        first, second = add_document(session, TEXT), add_document(session, OTHER)
        for name, text in (("나래", "수소산업진흥원"), ("다솜", "수소산업진흥원과")):
            add_layer(session, first, name, marks(TEXT, (text, "AGENCY")))
            add_layer(session, second, name, marks(OTHER, ("환경부", "AGENCY")))
        told(session)
        opened_driver.keys("Ctrl+2")
        opened_driver.settle()
        yield opened_driver


def chosen(driver: Driver) -> str:
    """Return what is selected in the article of the review."""
    start, end = driver.workspace.review.page.pane.selection()
    return driver.workspace.review.reading.text[start:end]


def covered(driver: Driver) -> str:
    return widget(driver, "covered").text()


def test_a_word_is_found_in_the_text_that_is_reviewed(driver: Driver) -> None:
    before = driver.pane.selection()
    driver.keys("Ctrl+F")
    driver.write("한빛시")
    pane = driver.workspace.review.page.pane
    assert chosen(driver) == "한빛시"
    first = pane.selection()
    driver.keys("Return")
    assert chosen(driver) == "한빛시"
    assert pane.selection()[0] > first[0]
    driver.keys("Esc")
    assert pane.hasFocus()
    driver.keys("F3")
    assert pane.selection() == first
    driver.keys("Shift+F3")
    assert pane.selection()[0] > first[0]
    # The article that is not seen stays as it was.
    assert driver.pane.selection() == before
    driver.keys("Ctrl+1")
    assert not shows(driver, "find-bar")


def test_what_is_selected_in_the_review_is_copied(driver: Driver) -> None:
    driver.workspace.review.page.pane.select(TEXT.index("수소 버스"), TEXT.index("수소 버스") + 5)
    driver.keys("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "수소 버스"


def test_the_ladder_grows_and_shrinks_a_selection_that_becomes_a_span_of_ones_own(driver: Driver) -> None:
    pane = driver.workspace.review.page.pane
    driver.keys("F2")
    pane.set_caret(TEXT.index("환경부"))
    driver.keys(".")
    assert chosen(driver) == "환경부"
    assert covered(driver) == "환경부"
    driver.keys(".")
    assert chosen(driver) == "환경부(장관 김한결)"
    driver.keys(",", "1", "Return")
    assert [text for text, _, _ in gold(driver.workspace.session, 2)] == ["수소산업진흥원", "환경부"]


def test_the_caret_moves_by_segments_and_a_josa_goes_on_and_off_a_selection(driver: Driver) -> None:
    pane = driver.workspace.review.page.pane
    driver.keys("F2")
    pane.set_caret(TEXT.index("한빛시는"))
    driver.keys("Ctrl+Shift+Right")
    assert chosen(driver) == "한빛시"
    driver.keys(";")
    assert chosen(driver) == "한빛시는"
    driver.keys(";", "Esc")
    assert chosen(driver) == ""
    assert driver.workspace.review.desk.editing is not None
    driver.keys("Esc")
    assert driver.workspace.review.desk.editing is None


def test_what_was_selected_before_editing_is_what_a_digit_labels(driver: Driver) -> None:
    driver.keys("Ctrl+F")
    driver.write("환경부")
    driver.keys("Esc", "F2", "1", "Return")
    assert [text for text, _, _ in gold(driver.workspace.session, 2)] == ["수소산업진흥원", "환경부"]


def test_spans_of_ones_own_are_walked_in_both_directions(driver: Driver) -> None:
    desk = driver.workspace.review.desk
    driver.keys("F2")
    driver.workspace.review.page.pane.select(TEXT.index("환경부"), TEXT.index("환경부") + 3)
    driver.keys("1")
    assert TEXT[slice(*desk.editing.current[:2])] == "환경부"
    driver.keys("Shift+Tab")
    assert TEXT[slice(*desk.editing.current[:2])] == "수소산업진흥원"
    driver.keys("Tab")
    assert TEXT[slice(*desk.editing.current[:2])] == "환경부"
    assert driver.workspace.review.page.pane.hasFocus()


def test_title_and_place_are_those_of_the_document_that_is_seen(driver: Driver) -> None:
    place = widget(driver, "place")
    assert driver.window.windowTitle().startswith("한빛시, 수소 버스 들인다")
    assert place.text() == "1 / 2"
    driver.keys("Ctrl+PgDown")
    assert driver.window.windowTitle().startswith("둘째 기사")
    assert place.text() == "2 / 2"
    driver.keys("Ctrl+1")
    assert "한·캐나다" in driver.window.windowTitle()
    assert place.text() == "1 / 1"
    driver.keys("Ctrl+3")
    assert driver.window.windowTitle() == "Sample — annotator"
    assert place.text() == ""


def test_what_the_status_line_says_is_covered_goes_with_the_view(driver: Driver) -> None:
    driver.keys("Ctrl+1")
    driver.drag(*driver.find("캐나다"))
    assert covered(driver)
    driver.keys("Ctrl+2")
    assert covered(driver) == ""


def test_a_panel_on_the_document_annotated_is_not_seen_and_keeps_while_another_is_reviewed(
    driver: Driver,
) -> None:
    driver.keys("Ctrl+1")
    driver.window.actions_["document.correct"].trigger()
    panel = driver.workspace.panels.panel
    assert panel.isVisible()
    driver.keys("Ctrl+2")
    assert not panel.isVisible()
    driver.keys("F8", "Esc")
    driver.keys("Ctrl+1")
    assert driver.workspace.panels.panel is panel
    assert panel.isVisible()
    driver.workspace.panels.close_panel()


def test_what_walks_through_documents_shows_the_article_in_which_it_walks(driver: Driver) -> None:
    actions = driver.window.actions_
    for action_id in ("document.preflight-project", "labels.before", "view.project-records"):
        for view in ("view.review", "view.overview"):
            actions[view].trigger()
            actions[action_id].trigger()
            assert driver.workspace.views.name == "annotate", action_id
            driver.workspace.panels.close_panel()
            driver.workspace.below.close_panel()


def test_queue_and_card_are_folded_where_the_review_is_shown(driver: Driver) -> None:
    actions = driver.window.actions_
    actions["view.list"].trigger()
    assert not actions["view.list"].isChecked()
    assert driver.workspace.review.areas.sizes()[0] == 0
    assert driver.workspace.splitter.sizes()[0] > 0
    driver.keys("Ctrl+1")
    assert actions["view.list"].isChecked()
    driver.keys("Ctrl+2")
    actions["view.list"].trigger()
    assert driver.workspace.review.areas.sizes()[0] > 0
    driver.keys("Ctrl+3")
    assert not actions["view.form"].isEnabled()


# What leaves the project, or changes only how things look.
ENDS = ("file.new", "file.open", "file.quit", "file.reveal", "help.sample")
LOOKS = ("view.t", "view.language", "view.smaller", "view.larger", "view.normal")


@pytest.mark.parametrize("view", ["review", "overview"])
def test_no_action_changes_the_document_that_is_not_seen(
    driver: Driver, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_file = staticmethod(lambda *_args, **_kwargs: ("", ""))
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, no_file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_args, **_kwargs: ""))
    driver.keys("Ctrl+1")
    driver.drag(*driver.find("캐나다"))
    driver.keys("1")
    workspace, actions = driver.workspace, driver.window.actions_

    def hidden() -> object:
        history = workspace.session.history(1)
        return workspace.session.layer(1), history.to_undo, history.to_redo, driver.pane.selection()

    before = hidden()
    for spec in ACTIONS:
        if spec.id.startswith((*ENDS, *LOOKS)):
            continue
        actions[f"view.{view}"].trigger()
        if actions[spec.id].isEnabled():
            actions[spec.id].trigger()
            QTest.qWait(0)
            assert hidden() == before, spec.id
        workspace.panels.close_panel()

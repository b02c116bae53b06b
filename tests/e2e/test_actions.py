"""Every action of the table does what it says, by each of its keys, in Latin and in Hangul mode, in the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.store.removal import remove_for_good
from annotator.ui.actions import ACTIONS, ActionSpec
from annotator.ui.driver import Driver
from annotator.ui.keys import with_twins
from tests.e2e.actions import SCENARIOS
from tests.e2e.actions.scenario import press
from tests.support.windows import opened

# These leave the sample, add to it, or end the program: each has a window of its own.
APART = {
    "file.new", "file.open", "file.import", "file.import-folder", "file.import-suggestions",
    "file.import-corrections", "file.quit", "help.sample",
    "document.next", "document.previous", "labels.import", "mark.next-suggestion", "mark.previous-suggestion",
    "mark.accept-alike", "mark.suggest-memory", "mark.suggest-amounts", "mark.suggest-agencies",
    "mark.suggest-dates", "mark.suggest-durations", "mark.suggest-times", "mark.suggest-sectors",
    "view.project-records", "review.gather", "review.returned", "review.join-annotators", "view.overview",
    "overview.freeze", "overview.tables", "overview.report",
}  # fmt: skip
MENU = "menu"


def ways(spec: ActionSpec) -> list[str]:
    """Return every key of an action, its twins in Hangul mode among them; its menu entry where it has none."""
    return list(with_twins(spec.keys)) or [MENU]


CASES = [pytest.param(spec, way, id=f"{spec.id} by {way}") for spec in ACTIONS for way in ways(spec)]


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Driver]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_HOME", str(tmp_path_factory.mktemp("home")))
        with opened() as driver:
            yield driver


def remove_others(session: Session) -> None:
    """Erase the documents that a scenario has added beside the sample, with their steps."""
    connection = session.project.connection
    others = [id_ for (id_,) in connection.execute("SELECT id FROM document WHERE id > 1")]
    if others:
        remove_for_good(connection, others, session.now())
        session.refresh(Changes((), None))


def as_at_the_start(driver: Driver) -> None:
    """Bring the window back to the sample with nothing done, the keyboard in the article."""
    workspace = driver.workspace
    driver.window.keys.hide()
    driver.window.actions_["view.annotate"].trigger()
    for _ in range(5):
        driver.window.actions_["mark.escape"].trigger()
    workspace.notices.close_notice()
    workspace.panels.close_panel()
    workspace.below.close_panel()
    remove_others(workspace.session)
    while workspace.bridge.undo(None) is not None:
        pass
    workspace.library_panel.show_all()
    document_id = 1  # the sample
    workspace.desk.show_document(document_id)
    while workspace.bridge.undo(document_id) is not None:
        pass
    appearance = driver.window.appearance
    for action_id in ("view.list", "view.form"):
        if not driver.window.actions_[action_id].isChecked():
            driver.window.actions_[action_id].trigger()
    appearance.set_language("en")
    appearance.set_theme("light")
    appearance.set_text_size(3)
    # After the looks: settings that change switch the suggesters as they are set.
    workspace.suggesting.set_off(frozenset({"agencies", "amounts", "dates", "sectors"}))
    driver.window.actions_["view.spans"].trigger()
    driver.window.activateWindow()
    workspace.focus_article()
    driver.click(0)
    driver.settle()


@pytest.mark.parametrize(("spec", "way"), [case for case in CASES if case.values[0].id not in APART])
def test_an_action_does_what_it_says(qtbot: QtBot, window: Driver, spec: ActionSpec, way: str) -> None:
    as_at_the_start(window)
    play(window, spec, way)


@pytest.mark.parametrize(("spec", "way"), [case for case in CASES if case.values[0].id in APART])
def test_an_action_that_leaves_the_project_does_what_it_says(
    qtbot: QtBot, spec: ActionSpec, way: str
) -> None:
    with opened() as driver:
        play(driver, spec, way)


def play(driver: Driver, spec: ActionSpec, way: str) -> None:
    def act() -> None:
        if way == MENU:
            assert driver.window.actions_[spec.id].isEnabled(), spec.id
            driver.window.actions_[spec.id].trigger()
        else:
            press(driver, way)
        QTest.qWait(0)

    SCENARIOS[spec.id](driver, act)


def test_every_action_has_a_scenario_and_every_scenario_an_action() -> None:
    assert SCENARIOS.keys() == {spec.id for spec in ACTIONS}


def test_every_action_stands_in_a_menu(window: Driver) -> None:
    inside = {
        action.objectName() for menu in window.window.actions_._menus.values() for action in menu.actions()
    }
    assert {spec.id for spec in ACTIONS} <= inside


def needs_a_second(key: str) -> bool:
    """Tell whether a key is out of reach on some keyboards: F-keys (macOS), Alt+Shift (Windows)."""
    return key.rsplit("+", maxsplit=1)[-1] in {f"F{number}" for number in range(1, 13)} or (
        "Alt+" in key and "Shift+" in key
    )


@pytest.mark.parametrize(
    "spec", [spec for spec in ACTIONS if any(map(needs_a_second, spec.keys))], ids=lambda s: s.id
)
def test_what_has_an_f_key_or_alt_shift_has_a_key_without_it(spec: ActionSpec) -> None:
    assert any(not needs_a_second(key) for key in spec.keys)

"""Names and sectors in the window: the table, its entries changed, hidden, as CSV; suggestions follow at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.app.lexicon.lexicon_table import Place, Standing
from annotator.app.lexicon.lexicons import person_lexicon, read_lexicon_file
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.store.lexicon import lexicon_rows
from annotator.ui.driver import Driver
from annotator.ui.lexicon.panel import LexiconPanel
from tests.e2e.actions.scenario import answer_dialog, notice, press, shows, widget
from tests.support.windows import opened


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    with opened() as made:
        switch = made.window.actions_["mark.suggest-agencies"]
        if not switch.isChecked():
            switch.trigger()
        made.window.actions_["mark.lexicon"].trigger()
        yield made


def panel(driver: Driver) -> LexiconPanel:
    found = driver.workspace.panels.panel
    assert isinstance(found, LexiconPanel)
    return found


def names(driver: Driver) -> list[str]:
    return [row.entry.name for row in panel(driver).table.shown]


def seek(driver: Driver, words: str) -> None:
    field = widget(driver, "lexicon-search")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.clear()
    driver.write(words)
    driver.keys("Return")


def fill(driver: Driver, **lines: str) -> None:
    for name, words in lines.items():
        field = widget(driver, f"lexicon-{name}")
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.clear()
        else:
            driver.keys("Ctrl+End", "Return")
        driver.write(words)


def told(driver: Driver, name: str = "lexicon-told") -> str:
    label = widget(driver, name)
    assert isinstance(label, QLabel)
    return label.text()


def proposed(driver: Driver) -> set[str]:
    return {made.text for made in driver.workspace.suggesting.open}


def wait_for(driver: Driver, text: str, *, there: bool = True) -> None:
    driver.wait_until(lambda: (text in proposed(driver)) is there, f"{text} proposed: {there}")


def test_a_name_that_is_sought_in_vain_is_added_by_keys_alone_and_proposed_at_once(driver: Driver) -> None:
    assert len(panel(driver).table.shown) > 300
    driver.write("첫 핵심기술")
    driver.keys("Return")
    assert names(driver) == []
    driver.keys("Tab", "Tab", "Tab", "Tab", "Space")
    assert panel(driver).editing
    assert widget(driver, "lexicon-name").text() == "첫 핵심기술"
    driver.keys("Return")
    assert names(driver) == ["첫 핵심기술"]
    wait_for(driver, "첫 핵심기술")
    driver.press_button("lexicon-undo")
    assert names(driver) == []
    wait_for(driver, "첫 핵심기술", there=False)
    assert not widget(driver, "lexicon-undo").isEnabled()


def test_what_is_wrong_is_said_as_it_is_typed_and_esc_drops_the_change(driver: Driver) -> None:
    driver.press_button("lexicon-add")
    assert told(driver, "lexicon-wrong") == ""
    fill(driver, name="바다숲청", country="korea")
    assert "KOREA" in told(driver, "lexicon-wrong")
    assert not widget(driver, "lexicon-save").isEnabled()
    driver.keys("Return")
    assert panel(driver).editing
    driver.keys("Escape")
    assert not panel(driver).editing
    assert shows(driver, "lexicon-table")
    driver.keys("Escape")
    assert not shows(driver, "lexicon-panel")


def test_a_shipped_entry_is_hidden_by_delete_and_suggested_again(driver: Driver) -> None:
    wait_for(driver, "산업부")
    seek(driver, "산업통상자원부")
    widget(driver, "lexicon-table").setFocus()
    seek(driver, "MOTIE")
    assert names(driver) == ["산업통상자원부"]
    driver.keys("Down")
    driver.keys("Delete")
    assert [(row.place, row.standing) for row in panel(driver).table.shown] == [
        (Place.PROJECT, Standing.HIDES),
        (Place.SHIPPED, Standing.HIDDEN),
    ]
    button = widget(driver, "lexicon-remove")
    assert isinstance(button, QPushButton)
    assert button.text() == "Suggest again"
    driver.press_button("lexicon-remove")
    assert [row.standing for row in panel(driver).table.shown] == [Standing.IN_FORCE]


def test_a_shipped_entry_is_changed_as_an_own_one_that_replaces_it(driver: Driver) -> None:
    seek(driver, "MOTIE")
    driver.keys("Down", "Return")
    fill(driver, aliases="첫 핵심기술")
    driver.press_button("lexicon-save")
    assert [(row.place, row.standing) for row in panel(driver).table.shown] == [
        (Place.PROJECT, Standing.IN_FORCE),
        (Place.SHIPPED, Standing.REPLACED),
    ]
    wait_for(driver, "첫 핵심기술")
    norms = {made.text: made.norm for made in driver.workspace.suggesting.open}
    assert norms["첫 핵심기술"] is not None
    assert norms["첫 핵심기술"].ref == "kr.motie"


def test_an_entry_for_all_projects_goes_into_the_persons_file_and_can_be_taken_back(driver: Driver) -> None:
    driver.press_button("lexicon-add")
    widget(driver, "lexicon-place").setFocus()
    driver.keys("Down")
    fill(driver, name="바다숲청")
    driver.keys("Return")
    assert person_lexicon().entries == (LexiconEntry(EntryKind.AGENCY, "바다숲청"),)
    seek(driver, "바다숲청")
    assert [row.place for row in panel(driver).table.shown] == [Place.PERSON]
    assert "all your projects" in notice(driver)
    driver.press_button("notice-action-1")
    assert person_lexicon().entries == ()
    assert names(driver) == []


def test_an_entry_that_is_there_already_is_refused_beside_its_fields(driver: Driver) -> None:
    for _ in range(2):
        driver.press_button("lexicon-add")
        fill(driver, name="바다숲청")
        driver.keys("Return")
    assert panel(driver).editing
    assert "바다숲청" in told(driver, "lexicon-wrong")


def test_a_csv_file_is_added_in_one_step_and_bad_rows_are_told(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("kind,name\nagency,바다숲청\nagency,청\nagency,바람청\n", encoding="utf-8")
    answer_dialog(path)
    driver.press_button("lexicon-import")
    driver.wait_until(lambda: "3:" in told(driver), "the account of the file")
    assert "entries 2" in told(driver)
    seek(driver, "청")
    assert {"바다숲청", "바람청"} <= set(names(driver))
    driver.press_button("lexicon-undo")
    assert not {"바다숲청", "바람청"} & set(names(driver))


def test_a_file_that_is_no_table_is_told_and_adds_nothing(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("바다숲청\n", encoding="utf-8")
    answer_dialog(path)
    driver.press_button("lexicon-import")
    assert "names.csv" in told(driver)


def test_what_is_shown_is_written_as_csv(driver: Driver, tmp_path: Path) -> None:
    seek(driver, "MOTIE")
    answer_dialog(tmp_path / "out.csv")
    driver.press_button("lexicon-export")
    assert "out.csv" in told(driver)
    assert [entry.ref for entry in read_lexicon_file(tmp_path / "out.csv").entries] == ["kr.motie"]


def test_kinds_and_places_narrow_the_table(driver: Driver) -> None:
    widget(driver, "lexicon-kinds").setFocus()
    driver.keys("Down", "Down")
    assert "SECTOR" not in names(driver)
    assert all(row.entry.kind is EntryKind.SECTOR for row in panel(driver).table.shown)
    widget(driver, "lexicon-places").setFocus()
    driver.keys("Down")
    assert names(driver) == []


def test_a_broken_file_of_ones_own_is_told_at_the_start(qtbot: QtBot) -> None:
    paths.lexicon_file().parent.mkdir(parents=True, exist_ok=True)
    paths.lexicon_file().write_text("kind,name\nagency,\n", encoding="utf-8")
    with opened() as driver:
        assert "lexicon.csv" in notice(driver)
        driver.window.actions_["mark.lexicon"].trigger()
        assert "2: An entry needs a name." in told(driver)


def test_what_was_tagged_often_becomes_an_entry_by_enter_and_undo_takes_it_back(driver: Driver) -> None:
    driver.keys("Escape")
    driver.settle()
    for nth in range(2):
        driver.drag(*driver.find("배터리", nth))
        driver.keys("1")
    driver.window.actions_["mark.lexicon"].trigger()
    driver.press_button("lexicon-additions")
    driver.wait_until(lambda: shows(driver, "additions-list"), "what was tagged often")
    rows = widget(driver, "additions-list")
    assert isinstance(rows, QListWidget)
    assert [rows.item(row).text() for row in range(rows.count())] == [
        "배터리 · tagged 기관 2 times, left 0 times"
    ]
    driver.keys("Space")
    assert not widget(driver, "additions-add").isEnabled()
    driver.keys("Space", "Return")
    assert "1" in notice(driver)
    session = driver.workspace.session
    assert [row.name for row in lexicon_rows(session.project.connection)] == ["배터리"]
    driver.press_button("notice-action-1")
    assert lexicon_rows(session.project.connection) == ()


def test_a_code_is_offered_by_the_name_of_its_sector(driver: Driver) -> None:
    widget(driver, "lexicon-kinds").setFocus()
    driver.keys("Down", "Down")
    driver.press_button("lexicon-add")
    fill(driver, name="얽힘 기술")
    field = widget(driver, "lexicon-code")
    assert isinstance(field, QLineEdit)
    completer = field.completer()
    assert completer is not None
    completer.setCompletionPrefix("양자")
    assert completer.completionCount() > 0
    completer.activated.emit(completer.currentCompletion())
    driver.settle()
    assert field.text().startswith("KR-NST-")
    driver.press_button("lexicon-save")
    assert "얽힘 기술" in names(driver)


def test_a_jamo_in_the_rows_is_no_error_and_does_nothing(driver: Driver) -> None:
    widget(driver, "lexicon-table").setFocus()
    press(driver, "ㅜ")
    assert shows(driver, "lexicon-table")


def test_a_project_that_may_only_be_read_offers_no_change(driver: Driver) -> None:
    panel(driver).set_editable(editable=False)
    for name in ("add", "edit", "remove", "import", "additions", "undo"):
        assert not widget(driver, f"lexicon-{name}").isEnabled(), name
    widget(driver, "lexicon-table").setFocus()
    driver.keys("Return", "Delete")
    assert not panel(driver).editing
    assert lexicon_rows(driver.workspace.session.project.connection) == ()
    assert widget(driver, "lexicon-export").isEnabled()


def test_changing_a_shipped_entry_that_was_taken_over_changes_what_was_made_of_it(driver: Driver) -> None:
    seek(driver, "MOTIE")
    driver.keys("Down", "Delete", "Return")
    assert panel(driver).editing
    driver.press_button("lexicon-hidden")
    driver.press_button("lexicon-save")
    assert [(row.place, row.standing) for row in panel(driver).table.shown] == [
        (Place.PROJECT, Standing.IN_FORCE),
        (Place.SHIPPED, Standing.REPLACED),
    ]
    assert len(lexicon_rows(driver.workspace.session.project.connection)) == 1

"""A model's output in the real window: walked, accepted, changed and refused like ours, and held to a score."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.app.imports.importing import EnterAs
from annotator.core.commands.people import NameAnnotator
from annotator.core.span import Origin
from annotator.ui.driver import Driver
from annotator.ui.gather.panel import GatherPanel
from tests.e2e.actions.scenario import answer_dialog, notice, shows, widget
from tests.support.intake import lines_of, run_export, run_import, write_lines
from tests.support.projects import make_session
from tests.support.windows import marks, opened

TEXT = "한빛시는 새봄연구원과 위성을 띄운다. 솔밭대학교도 참여하고, 다음 회의는 하늘섬에서 연다.\n"
SCORES = {"한빛시": ".93", "새봄연구원": ".71", "솔밭대학교": ".55", "하늘섬": ".12"}


def output(uid: str, *, name: str = "m1") -> dict[str, object]:
    spans = [
        {"start": TEXT.index(quote), "end": TEXT.index(quote) + len(quote), "label": "AGENCY", "score": score}
        for quote, score in SCORES.items()
    ]
    return {"id": uid, "text": TEXT, "annotator": name, "spans": spans}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Path:
    session = make_session(folder, TEXT)
    uid = session.document(1).uid
    run_import(session, write_lines(folder / "m1.jsonl", output(uid)), enter_as=EnterAs.SUGGESTIONS)
    session.project.close()
    return session.project.path


@pytest.fixture
def driver(project: Path, qtbot: QtBot) -> Iterator[Driver]:
    with opened(project) as made:
        made.workspace.focus_article()
        made.click(0)
        made.keys("Esc")
        yield made


def open_texts(driver: Driver) -> list[str]:
    return [made.text for made in driver.workspace.suggesting.open]


def current(driver: Driver) -> str:
    made = driver.workspace.suggesting.current
    return "" if made is None else made.text


def origins(driver: Driver) -> list[Origin]:
    return [span.origin for span in driver.workspace.desk.spans]


def least(driver: Driver) -> QDoubleSpinBox:
    found = widget(driver, "model-least-1")
    assert isinstance(found, QDoubleSpinBox)
    return found


def told(driver: Driver, name: str) -> str:
    found = widget(driver, name)
    assert isinstance(found, QLabel)
    return found.text()


# Like ours.


def test_it_is_walked_and_accepted_and_the_card_says_of_whom_and_how_sure(driver: Driver) -> None:
    driver.keys("F8")
    assert told(driver, "suggestion-rule") == "from m1 · score .93"
    driver.keys("Return", "Return")
    assert marks(driver) == [("한빛시", "AGENCY"), ("새봄연구원", "AGENCY")]
    assert origins(driver) == [Origin.ACCEPTED] * 2
    assert current(driver) == "솔밭대학교"
    driver.keys("Ctrl+Z")
    assert open_texts(driver) == ["새봄연구원", "솔밭대학교", "하늘섬"]


def test_with_another_label_or_other_ends_it_is_an_edited_one(driver: Driver) -> None:
    driver.keys("F8", "2")
    assert marks(driver) == [("한빛시", "SECTOR")]
    driver.keys("Alt+Left")
    assert marks(driver) == [("한빛시", "SECTOR"), ("새봄연구", "AGENCY")]
    assert origins(driver) == [Origin.EDITED] * 2


def test_accepted_and_then_relabelled_it_is_an_edited_one_until_that_is_undone(driver: Driver) -> None:
    driver.keys("F8", "Return", "Esc")
    driver.click(0)
    driver.keys("2")
    assert (marks(driver), origins(driver)) == ([("한빛시", "SECTOR")], [Origin.EDITED])
    driver.keys("Ctrl+Z")
    assert (marks(driver), origins(driver)) == ([("한빛시", "AGENCY")], [Origin.ACCEPTED])


def test_refused_it_does_not_come_back_with_the_file(driver: Driver, folder: Path) -> None:
    driver.keys("F8", "Delete")
    assert open_texts(driver) == ["새봄연구원", "솔밭대학교", "하늘섬"]
    session = driver.workspace.session
    document = driver.workspace.desk.document
    assert document is not None
    more = {**output(document.uid), "meta": {"run": "2"}}
    again = run_import(session, write_lines(folder / "m2.jsonl", more), enter_as=EnterAs.SUGGESTIONS)
    assert again.suggestions == 1
    assert open_texts(driver) == ["새봄연구원", "솔밭대학교", "하늘섬"]


# Scores.


def test_below_the_least_score_nothing_is_shown_walked_or_counted(driver: Driver) -> None:
    driver.window.actions_["mark.models"].trigger()
    assert told(driver, "model-scores-1") == "scores .12 to .93"
    least(driver).setFocus()
    least(driver).selectAll()
    driver.write("0.6")
    driver.keys("Return")
    assert told(driver, "model-counts-1") == "2 shown, 2 not"
    driver.keys("Esc")
    assert not shows(driver, "models-panel")
    assert open_texts(driver) == ["한빛시", "새봄연구원"]
    assert driver.pane._index.get(-3) is None
    driver.keys("F8", "Return", "Return")
    assert marks(driver) == [("한빛시", "AGENCY"), ("새봄연구원", "AGENCY")]
    # Nothing is left to be asked about: the document is finished at one key.
    driver.window.actions_["document.done"].trigger()
    assert str(driver.workspace.desk.status) == "done"


def test_the_least_score_is_remembered_and_can_be_taken_away(driver: Driver) -> None:
    driver.window.appearance.ask_score("m1", "0.6")
    assert driver.window.appearance.settings.least_scores == {"m1": "0.6"}
    assert open_texts(driver) == ["한빛시", "새봄연구원"]
    driver.window.actions_["mark.models"].trigger()
    assert least(driver).value() == 0.6
    least(driver).setFocus()
    for _ in range(12):
        driver.keys("Down")
    assert driver.window.appearance.settings.least_scores == {}
    assert len(open_texts(driver)) == 4


def test_all_of_a_model_above_the_score_are_looked_at_and_accepted_in_one_step(driver: Driver) -> None:
    driver.window.appearance.ask_score("m1", "0.5")
    driver.window.actions_["mark.models"].trigger()
    driver.press_button("model-accept-1")
    driver.settle()
    assert shows(driver, "alike-list")
    driver.keys("Down", "Space", "Return")
    assert marks(driver) == [("한빛시", "AGENCY"), ("솔밭대학교", "AGENCY")]
    assert origins(driver) == [Origin.ACCEPTED] * 2
    driver.keys("Ctrl+Z")
    assert marks(driver) == []
    assert open_texts(driver) == ["한빛시", "새봄연구원", "솔밭대학교"]


def test_the_panel_follows_the_language_and_what_is_decided(driver: Driver) -> None:
    driver.window.actions_["mark.models"].trigger()
    driver.workspace.suggesting.walk_on()
    driver.workspace.suggesting.accept()
    assert told(driver, "model-counts-1") == "3 shown, 0 not"
    driver.window.appearance.set_language("ko")
    driver.settle()
    assert told(driver, "model-counts-1") == "3개 보임, 0개 안 보임"


# Files.


def test_a_machines_file_enters_as_suggestions_by_itself_and_is_taken_back_by_the_button(
    driver: Driver, folder: Path
) -> None:
    document = driver.workspace.desk.document
    assert document is not None
    path = write_lines(folder / "m3.jsonl", {**output(document.uid, name="m3"), "role": "machine"})
    driver.window.files_dropped.emit([path])
    driver.wait_until(lambda: notice(driver) == "Suggestions: 4.", "the import is told")
    assert marks(driver) == []
    assert len(driver.workspace.session.rows("layer", "role", "machine")) == 2
    driver.press_button("notice-action-1")
    driver.keys("F8")
    assert told(driver, "suggestion-rule").startswith("from m1")


def test_marks_that_are_here_already_can_be_taken_as_corrections_from_the_notice(
    driver: Driver, folder: Path
) -> None:
    driver.keys("F8", "Return")
    session = driver.workspace.session
    session.do(NameAnnotator("김 하나"))
    run_export(session, folder / "out.jsonl")
    (record,) = lines_of(folder / "out.jsonl")
    record["spans"][0]["label"] = "SECTOR"
    driver.window.files_dropped.emit([write_lines(folder / "out.jsonl", record)])
    driver.wait_until(lambda: "are here already" in notice(driver), "what stands in the way is told")
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: marks(driver) == [("한빛시", "SECTOR")], "it is corrected")
    driver.wait_until(lambda: notice(driver).startswith("Corrected: spans 1, in documents 1."), "it is told")
    assert origins(driver) == [Origin.EDITED]
    driver.press_button("notice-action-1")
    assert (marks(driver), origins(driver)) == ([("한빛시", "AGENCY")], [Origin.ACCEPTED])
    driver.press_button("notice-action-1")
    assert marks(driver) == [("한빛시", "SECTOR")]


def test_corrections_of_a_layer_that_has_moved_since_are_chosen_item_by_item(
    driver: Driver, folder: Path
) -> None:
    driver.keys("F8", "Return")
    session = driver.workspace.session
    session.do(NameAnnotator("김 하나"))
    run_export(session, folder / "out.jsonl")
    # What is done after the export makes the layer another one than the corrections were made for.
    driver.keys("F8", "Return")
    (record,) = lines_of(folder / "out.jsonl")
    record["spans"][0]["label"] = "SECTOR"
    path = write_lines(folder / "out.jsonl", record)
    answer_dialog(path)
    driver.window.actions_["file.import-corrections"].trigger()
    driver.wait_until(
        lambda: "changed since" in notice(driver) or "not taken" in notice(driver), "it is told"
    )
    before = marks(driver)
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: isinstance(driver.workspace.below.panel, GatherPanel), "the versions are shown")
    assert marks(driver) == before


def test_suggestions_go_out_where_the_box_is_ticked(driver: Driver, folder: Path) -> None:
    driver.window.actions_["file.export"].trigger()
    widget(driver, "export-name").setText("김 하나")
    widget(driver, "export-documents").setCurrentIndex(2)
    widget(driver, "export-path").setText(str(folder / "with.jsonl"))
    widget(driver, "export-suggestions").click()
    driver.press_button("export-go")
    driver.wait_until((folder / "with.jsonl").exists, "it is written")
    (record,) = lines_of(folder / "with.jsonl")
    assert [made["score"] for made in record["suggestions"]] == list(SCORES.values())


def test_a_later_state_of_the_layer_shown_stands_in_its_place_and_is_taken_back(
    driver: Driver, folder: Path
) -> None:
    driver.keys("F8", "Return")
    session = driver.workspace.session
    session.do(NameAnnotator("김 하나"))
    run_export(session, folder / "out.jsonl")
    (record,) = lines_of(folder / "out.jsonl")
    record |= {"revision": "r-there", "parent": record["revision"], "spans": []}
    driver.window.files_dropped.emit([write_lines(folder / "back.jsonl", {**record, "flagged": True})])
    driver.wait_until(lambda: notice(driver).startswith("Imported"), "it is told")
    assert (marks(driver), driver.workspace.desk.flagged) == ([], True)
    driver.press_button("notice-action-1")
    assert (marks(driver), driver.workspace.desk.flagged) == ([("한빛시", "AGENCY")], False)

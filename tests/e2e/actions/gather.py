"""Gathering colleagues' files."""

import json
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from annotator.ui.driver import Driver
from annotator.ui.gather.panel import GatherPanel
from tests.e2e.actions.scenario import Act, answer_dialog, scenario


@scenario("review.gather")
def gathers_the_files_chosen(driver: Driver, act: Act) -> None:
    document = driver.workspace.desk.document
    text = driver.text
    record = {
        "id": document.uid,
        "text": text,
        "annotator": "동료",
        "spans": [{"start": 0, "end": 2, "label": "AGENCY"}],
    }
    path: Path = driver.workspace.session.project.path.with_name("colleague.jsonl")
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    answer_dialog(path)
    act()
    driver.wait_until(
        lambda: isinstance(driver.workspace.below.panel, GatherPanel), "what came of the file is shown"
    )
    names = {person.name for person in driver.workspace.session.project.reading.annotators()}
    assert "동료" in names


@scenario("review.join-annotators")
def joins_two_annotators(driver: Driver, act: Act) -> None:
    session = driver.workspace.session
    other = session.project.ensure_annotator("other-machine", "동료")
    act()
    assert driver.window.findChild(QComboBox, "people-gone").currentData() == other.id
    driver.press_button("people-join")
    assert "other-machine" in session.project.reading.setting("people.joined")

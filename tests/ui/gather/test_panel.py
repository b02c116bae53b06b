"""The panel of a gathering: the first thing asked is in front, what is open is counted, the files say what was told."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from annotator.app.gather.questions import AskedAway, AskedLabel, Away, Questions
from annotator.app.imports.intake import FileAccount
from annotator.core.entry import Reject
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.messages import message
from annotator.ui.gather.panel import GatherPanel
from annotator.ui.gather.rows import Asked, Outcome

LABELS = LabelSet("kr-news", 1, DEFAULT_LABELS)

pytestmark = pytest.mark.usefixtures("qapp")


def account(name: str, rejects: int = 0) -> FileAccount:
    told = [Reject(at + 1, message("gather.no-marks", name=name)) for at in range(rejects)]
    return FileAccount(Path(name), rejected=told)


def shown(questions: Questions, *files: FileAccount) -> GatherPanel:
    panel = GatherPanel()
    panel.show_outcome(Outcome(files, questions, LABELS))
    panel.resize(900, 300)
    panel.show()
    return panel


def test_with_nothing_asked_the_files_are_in_front_and_there_is_nothing_to_take() -> None:
    panel = shown(Questions(), account("a.jsonl"))
    assert panel.files.isVisible()
    take = panel.findChild(QPushButton, "gather-take")
    assert isinstance(take, QPushButton)
    assert not take.isVisible()
    panel.close()


def test_the_first_thing_asked_is_in_front_and_what_is_open_is_counted() -> None:
    questions = Questions(
        labels={("a", "ORG"): AskedLabel("a", "ORG"), ("a", "LOC"): AskedLabel("a", "LOC")},
        away={("a", Away.BIN): AskedAway("a", Away.BIN, {"d1"})},
    )
    panel = shown(questions, account("a.jsonl"))
    told = panel.findChild(QLabel, "gather-told")
    assert isinstance(told, QLabel)
    assert panel.pages[Asked.LABELS].isVisible()
    assert told.text() == "Open questions: 3"
    panel.pages[Asked.LABELS].table.digit_pressed.emit(1)
    assert told.text() == "Open questions: 2"
    panel.close()


def test_files_of_which_something_was_not_taken_or_waits_stand_first() -> None:
    waits = account("c.jsonl")
    waits.waiting = 1
    panel = shown(Questions(), account("a.jsonl"), account("b.jsonl"), waits, account("d.jsonl", 2))
    assert [row.cells[0] for row in panel.files.model.rows] == ["d.jsonl", "c.jsonl", "a.jsonl", "b.jsonl"]
    details = panel.findChild(QListWidget, "gather-files-details")
    assert isinstance(details, QListWidget)
    assert details.count() == 2
    panel.close()


def test_what_was_told_of_a_file_is_cut_after_five_hundred_lines() -> None:
    panel = shown(Questions(), account("a.jsonl", 503), account("b.jsonl"))
    details = panel.findChild(QListWidget, "gather-files-details")
    assert isinstance(details, QListWidget)
    assert (details.count(), details.item(500).text()) == (501, "… and 3 more")
    panel.files.table.show_row(1)
    assert details.item(0).text() == "Nothing in this file needs a word."
    panel.close()

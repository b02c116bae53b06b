"""The version of the label set follows what is committed: one number for each meaning, back and forth."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.changes import Change, RowOp, insert, update
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.labels import AddLabel, SetColour, SetDescription, SetDigit, SetKey, SetTitle
from annotator.core.label_meaning import meaning
from annotator.core.labels import Label
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.values import ValueKind
from annotator.store import runs
from annotator.store.label_versions import version_content
from annotator.store.reading import LABEL_SET_VERSION
from tests.support.projects import make_session, reopen


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, "한빛시는 2일 밝혔다.", "가람시도 밝혔다.")
    yield opened
    opened.project.close()


def stored(session: Session) -> int:
    return int(session.project.reading.setting(LABEL_SET_VERSION) or 0)


def test_a_change_of_meaning_makes_the_next_version(session: Session) -> None:
    session.do(AddLabel("PLACE"))
    assert stored(session) == session.labels.version == 2
    session.do(SetKey(1, "ORG"))
    assert stored(session) == session.labels.version == 3


def test_looks_make_no_version(session: Session) -> None:
    for command in (SetTitle(1, "기관명"), SetColour(1, "label-8"), SetDigit(1, "7")):
        assert session.do(command) is not None
    assert stored(session) == session.labels.version == 1


def test_undo_leads_back_to_the_number_of_the_former_meaning_and_redo_forth(session: Session) -> None:
    before = meaning(session.labels.labels)
    session.do(SetKey(1, "ORG"))
    after = meaning(session.labels.labels)
    session.undo(None)
    assert session.labels.version == 1
    assert meaning(session.labels.labels) == before
    session.redo(None)
    assert session.labels.version == 2
    assert version_content(session.project.connection, 1) == before
    assert version_content(session.project.connection, 2) == after


def test_no_number_gets_a_second_meaning_after_an_undo(session: Session) -> None:
    session.do(SetKey(1, "ORG"))
    session.do(SetStatus(1, Status.DONE))
    session.undo(None)
    session.do(SetKey(1, "BODY"))
    assert session.labels.version == 3
    layer = session.layer(1)
    assert layer is not None
    assert layer.head.label_set_version == 2


def test_typing_a_guideline_makes_one_version(session: Session) -> None:
    for text in ("이름", "이름이", "이름이 있는"):
        session.do(SetDescription(1, text, "b1"))
    assert session.labels.version == 2
    session.undo(None)
    assert session.labels.version == 1
    session.redo(None)
    assert session.labels.version == 2
    content = version_content(session.project.connection, 2)
    assert content == meaning(session.labels.labels)


def test_what_a_done_layer_rests_on_is_not_typed_over(session: Session) -> None:
    session.do(SetDescription(1, "이름", "b1"))
    session.do(SetStatus(1, Status.DONE))
    rested_on = version_content(session.project.connection, 2)
    session.do(SetDescription(1, "이름이", "b1"))
    assert session.labels.version == 3
    assert version_content(session.project.connection, 2) == rested_on


def test_the_version_is_there_after_the_next_open(session: Session) -> None:
    session.do(SetKey(1, "ORG"))
    again = reopen(session)
    try:
        assert again.labels.version == 2
        again.undo(None)
        assert again.labels.version == 1
    finally:
        again.project.close()


def test_a_number_that_a_change_sets_itself_stays(session: Session) -> None:
    row = session.project.reading.setting_row(LABEL_SET_VERSION)
    label = session.labels.labels[0]
    assert row is not None
    ops = (
        update("label", label.row(), replace(label, key="ORG").row()),
        RowOp("setting", int(row["id"] or 0), {"value": "1"}, {"value": "7"}),
    )
    session.project.apply(Change(message("test"), tuple(op for op in ops if op is not None)), 1)
    assert stored(session) == 7
    assert version_content(session.project.connection, 7) == meaning(
        session.project.reading.label_set().labels
    )


def a_label(session: Session) -> Label:
    return Label(
        id=session.new_id("label"), uid="place", key="PLACE", title="장소", hotkey="5", role="label-5",
        kind=ValueKind.NONE, description="", choices=(), position=5,
    )  # fmt: skip


def test_labels_that_an_import_brings_make_a_version_that_its_done_layers_rest_on(session: Session) -> None:
    connection, ids = session.project.connection, session.project.ids
    run = runs.begin(connection, ids, 1, "2026-01-02T03:04:05Z")
    row = {
        "id": session.new_id("layer"), "document_id": 2, "annotator_id": 1, "run_id": run, "role": "annotator",
        "status": "done", "created_at": "2026-01-02T03:04:05Z",
    }  # fmt: skip
    session.project.apply(Change(message("test"), (insert("layer", row),)), 1)
    publication = runs.Publication(
        message=message("step.import"), annotator_id=1, at="2026-01-02T03:04:05Z", labels=[a_label(session)]
    )
    runs.publish(connection, run, publication)
    assert stored(session) == 2
    layer = session.project.reading.layer(2, 1)
    assert layer is not None
    assert layer.head.label_set_version == 2

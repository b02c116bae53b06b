"""User actions on the label set, on a real project: each one step over the project, undone whole."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.labels import (
    AddLabel,
    CheckLabels,
    MoveLabel,
    SetColour,
    SetDescription,
    SetDigit,
    SetKey,
    SetTitle,
)
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.values import ValueKind
from tests.support.projects import make_session

AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, "한빛시는 2일 밝혔다.", "가람시도 밝혔다.", "나래시도 밝혔다.")
    yield opened
    opened.project.close()


def keys(session: Session) -> list[str]:
    return [label.key for label in session.labels.labels]


def digits(session: Session) -> dict[str, str]:
    return {label.key: label.hotkey for label in session.labels.labels}


def undone_is(session: Session, before: LabelSet) -> bool:
    session.undo(None)
    return session.labels == before == session.project.reading.label_set()


def test_a_label_is_added_last_with_the_first_free_digit_and_colour(session: Session) -> None:
    before = session.labels
    changes = session.do(AddLabel("PLACE", "장소", ValueKind.NAME, "땅 이름"))
    assert changes is not None
    assert changes.document_id is None
    added = session.labels.labels[-1]
    assert (added.key, added.title, added.hotkey, added.role) == ("PLACE", "장소", "5", "label-5")
    assert (added.kind, added.description, added.position) == (ValueKind.NAME, "땅 이름", 5)
    assert added.uid not in {label.uid for label in before.labels}
    assert undone_is(session, before)


def test_the_tenth_label_has_no_digit_and_a_colour_that_comes_again(session: Session) -> None:
    for number in range(6):
        session.do(AddLabel(f"L{number}"))
    assert session.labels.labels[-1].hotkey == ""
    assert session.labels.labels[-1].role == "label-1"
    assert len({label.role for label in session.labels.labels}) == 9


def test_a_label_that_is_split_off_stands_behind_its_model_with_its_kind(session: Session) -> None:
    session.do(AddLabel("FUND", like=AMOUNT))
    assert keys(session) == ["AGENCY", "SECTOR", "AMOUNT", "FUND", "DATE"]
    assert session.labels.labels[3].kind is ValueKind.MONEY
    assert [label.position for label in session.labels.labels] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("key", "told"), [("AGENCY", "label.key-taken"), ("", "label.bad-key"), (" X", "label.bad-key")]
)
def test_a_key_that_is_taken_or_none_is_refused(session: Session, key: str, told: str) -> None:
    before = session.labels
    for command in (AddLabel(key), SetKey(DATE, key)):
        with pytest.raises(UserError) as caught:
            session.do(command)
        assert caught.value.message.id == told
    assert session.labels == before


def test_renaming_keeps_id_and_spans_and_the_new_key_is_free_for_nobody_else(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, AGENCY))
    before = session.labels
    session.do(SetKey(AGENCY, "ORG"))
    assert (session.labels.labels[0].id, session.labels.labels[0].uid) == (AGENCY, "agency")
    layer = session.layer(1)
    assert layer is not None
    assert layer.spans[0].label_id == AGENCY
    assert session.do(SetKey(AGENCY, "ORG")) is None
    assert undone_is(session, before)


def test_roles_and_document_labels_follow_a_new_key(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, AGENCY))
    layer = session.layer(1)
    assert layer is not None
    ids = {name: session.new_id(name) for name in ("record", "record_member", "document_label")}
    rows = (
        insert("record", {"id": ids["record"], "uid": "r", "layer_id": layer.head.id, "type": ""}),
        insert(
            "record_member",
            {"id": ids["record_member"], "record_id": ids["record"], "position": 1, "role": "AGENCY",
             "span_id": layer.spans[0].id},
        ),
        insert(
            "document_label",
            {"id": ids["document_label"], "layer_id": layer.head.id, "position": 1, "label": "AGENCY"},
        ),
    )  # fmt: skip
    session.project.apply(Change(message("test"), rows, 1), 1)
    session.do(SetKey(AGENCY, "ORG"))
    assert [row["role"] for row in session.rows("record_member", "role", "ORG")] == ["ORG"]
    assert [row["label"] for row in session.rows("document_label", "label", "ORG")] == ["ORG"]
    session.undo(None)
    assert len(session.rows("record_member", "role", "AGENCY")) == 1
    assert session.rows("document_label", "label", "ORG") == ()


def test_typing_of_one_burst_is_one_step(session: Session) -> None:
    before, steps = session.labels, len(session.history(None).done)
    for text in ("장", "장소", "장소의 이름"):
        session.do(SetTitle(AGENCY, text, "1"))
    assert len(session.history(None).done) == steps + 1
    session.do(SetDescription(AGENCY, "새 지침", "1"))
    assert len(session.history(None).done) == steps + 2
    session.undo(None)
    assert undone_is(session, before)


def test_a_colour_is_a_role_of_the_palette(session: Session) -> None:
    before = session.labels
    session.do(SetColour(AGENCY, "label-9"))
    assert session.labels.labels[0].role == "label-9"
    assert session.do(SetColour(AGENCY, "label-9")) is None
    with pytest.raises(ValueError, match="label-10"):
        session.do(SetColour(AGENCY, "label-10"))
    assert undone_is(session, before)


def test_a_digit_that_another_label_has_is_exchanged(session: Session) -> None:
    before = session.labels
    session.do(SetDigit(AGENCY, "4"))
    assert digits(session) == {"AGENCY": "4", "SECTOR": "2", "AMOUNT": "3", "DATE": "1"}
    assert undone_is(session, before)
    session.do(SetDigit(AGENCY, ""))
    session.do(SetDigit(DATE, "7"))
    assert digits(session) == {"AGENCY": "", "SECTOR": "2", "AMOUNT": "3", "DATE": "7"}


@pytest.mark.parametrize("digit", ["0", "12", "A", "١"])
def test_what_is_no_digit_from_1_to_9_is_none_for_a_label(session: Session, digit: str) -> None:
    with pytest.raises(ValueError, match="no digit"):
        session.do(SetDigit(AGENCY, digit))


@pytest.mark.parametrize(
    ("label", "by", "after"),
    [
        (AGENCY, 1, ["SECTOR", "AGENCY", "AMOUNT", "DATE"]),
        (DATE, -2, ["AGENCY", "DATE", "SECTOR", "AMOUNT"]),
        (SECTOR, 9, ["AGENCY", "AMOUNT", "DATE", "SECTOR"]),
        (SECTOR, -9, ["SECTOR", "AGENCY", "AMOUNT", "DATE"]),
    ],
)
def test_labels_are_moved_in_their_order(session: Session, label: int, by: int, after: list[str]) -> None:
    before = session.labels
    session.do(MoveLabel(label, by))
    assert keys(session) == after
    assert [each.position for each in session.labels.labels] == [1, 2, 3, 4]
    assert undone_is(session, before)


def test_a_label_at_an_end_stays_there(session: Session) -> None:
    assert session.do(MoveLabel(AGENCY, -1)) is None
    assert session.do(MoveLabel(DATE, 1)) is None


def version_of(session: Session, document_id: int) -> int:
    layer = session.layer(document_id)
    assert layer is not None
    return layer.head.label_set_version


def test_a_done_layer_keeps_the_version_of_then_and_takes_the_present_one_when_checked(
    session: Session,
) -> None:
    session.do(AddSpan(1, 0, 3, AGENCY))
    session.do(SetKey(AGENCY, "ORG"))
    session.do(SetStatus(1, Status.DONE))
    assert version_of(session, 1) == 2
    session.do(SetKey(AGENCY, "BODY"))
    assert version_of(session, 1) == 2
    session.do(CheckLabels((1,)))
    assert version_of(session, 1) == 3
    assert session.do(CheckLabels((1,))) is None
    session.undo(1)
    assert version_of(session, 1) == 2


def test_reopening_and_finishing_again_takes_the_present_version(session: Session) -> None:
    session.do(SetStatus(1, Status.DONE))
    session.do(SetKey(AGENCY, "ORG"))
    session.do(SetStatus(1, Status.IN_PROGRESS))
    assert version_of(session, 1) == 1
    session.do(SetStatus(1, Status.DONE))
    assert version_of(session, 1) == 2


def test_several_documents_are_checked_as_one_step_over_the_project(session: Session) -> None:
    for document_id in (1, 2):
        session.do(SetStatus(document_id, Status.DONE))
    session.do(SetStatus(3, Status.SKIPPED))
    session.do(SetKey(AGENCY, "ORG"))
    session.do(CheckLabels((1, 2, 3)))
    assert [version_of(session, each) for each in (1, 2, 3)] == [2, 2, 1]
    session.undo(None)
    assert [version_of(session, each) for each in (1, 2, 3)] == [1, 1, 1]

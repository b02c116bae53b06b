"""Labels of a file meet ours: by id, then by key; what the file does not name stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.commands.label_import import TakeLabels, planned
from annotator.core.commands.spans import AddSpan, SetValue
from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS, Label, LabelSet
from annotator.core.values import Norm, ValueKind
from tests.support.projects import make_session

OURS = LabelSet("kr-news", 1, DEFAULT_LABELS)
AGENCY, SECTOR, AMOUNT, DATE = DEFAULT_LABELS
PLACE = replace(
    AGENCY, id=9, uid="place", key="PLACE", title="장소", hotkey="1", role="label-6", kind=ValueKind.NONE
)


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, "한빛시는 2일 밝혔다.")
    yield opened
    opened.project.close()


def test_the_same_set_changes_nothing() -> None:
    plan = planned(OURS, DEFAULT_LABELS)
    assert (plan.added, plan.altered, plan.kept) == ((), (), ())
    assert plan.labels == DEFAULT_LABELS


def test_the_same_id_is_the_same_label_under_another_key() -> None:
    plan = planned(OURS, (replace(AGENCY, id=77, key="ORG"), SECTOR, AMOUNT, DATE))
    assert [(before.key, after.key, after.id) for before, after in plan.altered] == [("AGENCY", "ORG", 1)]


def test_the_same_key_is_the_same_label_under_another_id() -> None:
    plan = planned(OURS, (replace(AGENCY, uid="elsewhere", title="기관명"), SECTOR, AMOUNT, DATE))
    ((before, after),) = plan.altered
    assert (before.uid, after.uid, after.title) == ("agency", "agency", "기관명")


def test_labels_of_the_file_come_first_and_take_their_digits() -> None:
    plan = planned(OURS, (PLACE, DATE))
    assert [(label.key, label.hotkey, label.position) for label in plan.labels] == [
        ("PLACE", "1", 1), ("DATE", "4", 2), ("AGENCY", "", 3), ("SECTOR", "2", 4), ("AMOUNT", "3", 5),
    ]  # fmt: skip
    assert [label.key for label in plan.added] == ["PLACE"]
    assert [label.key for label in plan.kept] == ["AGENCY", "SECTOR", "AMOUNT"]


def test_a_digit_that_the_file_gives_twice_is_the_first_labels() -> None:
    plan = planned(OURS, (PLACE, replace(PLACE, uid="other", key="OTHER")))
    assert [label.hotkey for label in plan.labels[:2]] == ["1", ""]


def test_a_key_of_a_label_that_stays_is_refused() -> None:
    with pytest.raises(UserError, match=r"labels\.key-clash\(label=DATE\)"):
        planned(OURS, (replace(AGENCY, key="DATE"),))


def test_two_labels_may_exchange_their_keys() -> None:
    theirs = (replace(AGENCY, key="SECTOR"), replace(SECTOR, key="AGENCY"), AMOUNT, DATE)
    assert [label.key for label in planned(OURS, theirs).labels[:2]] == ["SECTOR", "AGENCY"]


def test_taking_over_is_one_step_undone_whole(session: Session) -> None:
    before = session.labels
    theirs = (PLACE, replace(AGENCY, key="ORG", description="새 지침"))
    session.do(TakeLabels(theirs, "a.labels.json"))
    assert [label.key for label in session.labels.labels] == ["PLACE", "ORG", "SECTOR", "AMOUNT", "DATE"]
    assert session.labels.version == 2
    step = session.history(None).to_undo
    assert step is not None
    assert dict(step.message.arguments) == {"name": "a.labels.json", "added": 1, "altered": 4}
    assert session.do(TakeLabels(theirs, "a.labels.json")) is None
    session.undo(None)
    assert session.labels == before


def test_values_that_do_not_fit_the_files_kinds_go_and_come_back(session: Session) -> None:
    changes = session.do(AddSpan(1, 0, 3, AGENCY.id))
    assert changes is not None
    session.do(SetValue(1, changes.of("span")[0].id, Norm("name", "한빛시청")))
    session.do(TakeLabels((replace(AGENCY, kind=ValueKind.DATE), SECTOR, AMOUNT, DATE), "a.labels.json"))
    assert session.project.reading.layer(1, 1).spans[0].norm is None
    session.undo(None)
    assert session.project.reading.layer(1, 1).spans[0].norm == Norm("name", "한빛시청")


def choices(label: Label) -> tuple[str, ...]:
    return label.choices


def test_choices_come_clean(session: Session) -> None:
    level = replace(PLACE, kind=ValueKind.CHOICE, choices=(" 계획", "계획", "시행"))
    session.do(TakeLabels((level,), "a.labels.json"))
    assert choices(session.labels.labels[0]) == ("계획", "시행")

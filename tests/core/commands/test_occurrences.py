"""Other places of a text: marked in one step, taken back in one, refused for good."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.label_spans import RemoveLabel
from annotator.core.commands.labels import AddLabel
from annotator.core.commands.occurrences import AddOccurrences, Places, Refusal, refusals_of
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.span import Origin
from tests.support.projects import add_document, make_session

TEXT = "반도체 지원. 반도체와 반도체를 더한다."
FIRST, SECOND, THIRD = (0, 3), (8, 11), (13, 16)
AGENCY, SECTOR = 1, 2


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, TEXT, TEXT)
    yield opened
    opened.project.close()


def marks(session: Session, document_id: int = 1) -> list[tuple[int, int, int]]:
    layer = session.layer(document_id)
    return [(span.start, span.end, span.label_id) for span in layer.spans] if layer is not None else []


def refused(session: Session) -> list[Refusal]:
    return refusals_of(session.rows("refusal", "label_id", SECTOR), "반도체", session.annotator.id)


def test_the_places_are_marked_in_one_step_of_the_document(session: Session) -> None:
    session.do(AddSpan(1, *FIRST, SECTOR))
    session.do(AddOccurrences("반도체", SECTOR, (Places(1, (THIRD, SECOND)),), document_id=1))
    assert marks(session) == [(*FIRST, SECTOR), (*SECOND, SECTOR), (*THIRD, SECTOR)]
    layer = session.layer(1)
    assert layer is not None
    assert [span.origin for span in layer.spans] == [Origin.MANUAL, Origin.OCCURRENCE, Origin.OCCURRENCE]
    step = session.history(1).to_undo
    assert step is not None
    assert (step.message.id, step.message.arguments["count"]) == ("step.occurrences.add", 2)
    session.undo(1)
    assert marks(session) == [(*FIRST, SECTOR)]
    session.redo(1)
    assert len(marks(session)) == 3


def test_a_place_that_has_the_label_is_passed_over_and_another_label_is_no_obstacle(session: Session) -> None:
    session.do(AddSpan(1, *FIRST, SECTOR))
    session.do(AddSpan(1, *SECOND, AGENCY))
    session.do(AddOccurrences("반도체", SECTOR, (Places(1, (FIRST, SECOND, SECOND)),), document_id=1))
    assert sorted(marks(session)) == [(*FIRST, SECTOR), (*SECOND, AGENCY), (*SECOND, SECTOR)]
    again = AddOccurrences("반도체", SECTOR, (Places(1, (FIRST, SECOND)),), document_id=1)
    assert session.do(again) is None


def test_a_step_over_the_project_begins_layers_and_confirms_articles_and_undo_takes_all_back(
    session: Session,
) -> None:
    proposed = add_document(session, TEXT, confirmed=False)
    places = tuple(Places(document_id, (FIRST, SECOND)) for document_id in (1, 2, proposed))
    session.do(AddOccurrences("반도체", SECTOR, places))
    for document_id in (1, 2, proposed):
        layer = session.layer(document_id)
        assert layer is not None
        assert layer.head.status is Status.IN_PROGRESS
        assert [(s.start, s.end) for s in layer.spans] == [FIRST, SECOND]
    assert session.document(proposed).confirmed
    step = session.history(None).to_undo
    assert step is not None
    assert step.message.arguments == {"label": "SECTOR", "text": "반도체", "count": 6, "documents": 3}
    session.undo(None)
    assert [session.layer(document_id) for document_id in (1, 2, proposed)] == [None] * 3
    assert not session.document(proposed).confirmed


def test_refusals_stand_in_the_same_step_and_go_with_it(session: Session) -> None:
    refusals = (Refusal(1, *THIRD), Refusal(2))
    session.do(AddOccurrences("반도체", SECTOR, (Places(1, (SECOND,)),), refusals))
    assert refused(session) == list(refusals)
    session.undo(None)
    assert refused(session) == []
    assert marks(session) == []


def test_what_was_refused_before_is_not_written_twice(session: Session) -> None:
    assert session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1, *THIRD),), 1)) is not None
    assert session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1, *THIRD),), 1)) is None
    assert refused(session) == [Refusal(1, *THIRD)]


def test_refusing_alone_begins_no_layer(session: Session) -> None:
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(),), 1))
    assert session.layer(1) is None
    assert refused(session) == [Refusal(None, None, None)]
    step = session.history(1).to_undo
    assert step is not None
    assert step.message.id == "step.occurrences.refuse"


def test_refusals_of_another_annotator_or_another_text_are_not_mine(session: Session) -> None:
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1, *THIRD),), 1))
    rows = session.rows("refusal", "label_id", SECTOR)
    assert refusals_of(rows, "반도체", 99) == []
    assert refusals_of(rows, "수소", session.annotator.id) == []


def test_a_place_that_holds_another_text_stops_the_whole_step(session: Session) -> None:
    wrong = (Places(1, (FIRST,)), Places(2, ((1, 4),)))
    with pytest.raises(UserError, match=r"occurrences\.changed"):
        session.do(AddOccurrences("반도체", SECTOR, wrong))
    assert marks(session) == []


def test_a_document_in_the_bin_stops_the_whole_step(session: Session) -> None:
    session.do(BinDocuments((2,)))
    with pytest.raises(UserError, match=r"occurrences\.changed"):
        session.do(AddOccurrences("반도체", SECTOR, (Places(1, (FIRST,)), Places(2, (FIRST,)))))
    assert marks(session) == []


def test_a_refusal_is_not_brought_back_for_a_label_that_is_gone(session: Session) -> None:
    session.do(AddLabel("NEW"))
    new = session.labels.labels[-1].id
    session.do(AddOccurrences("반도체", new, (), (Refusal(1, *THIRD),), 1))
    session.undo(1)
    session.do(RemoveLabel(new))
    with pytest.raises(UserError, match=r"change\.conflict"):
        session.redo(1)

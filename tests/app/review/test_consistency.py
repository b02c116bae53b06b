"""Over the whole project: one text with several labels, values or names, and places that were left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.jobs import never, silent
from annotator.app.review.consistency import Consistency, ConsistencyJob, Inconsistency, Kind, waiver_id
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.occurrences import AddOccurrences, Refusal
from annotator.core.commands.repair import LeaveInconsistent, RelabelEverywhere, SetValueEverywhere
from annotator.core.commands.spans import AddSpan, SetValue
from annotator.core.values import Norm
from tests.support.projects import make_session

AGENCY, SECTOR, AMOUNT = 1, 2, 3
TEXTS = ("복지부는 수소를 샀다.", "복지부가 수소와 복지부를", "어제 수소에서 복지부의 일", "아직 복지부")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, *TEXTS)
    yield made
    made.project.close()


def mark(session: Session, document: int, quote: str, label: int, nth: int = 0) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[document - 1].index(quote, start + 1)
    session.do(AddSpan(document, start, start + len(quote), label))


def look(session: Session) -> Consistency:
    return ConsistencyJob(session).run(silent, never)


def told(found: Consistency) -> list[tuple[Kind, str, list[tuple[int, int]]]]:
    return [(one.kind, one.text, [(way.label_id, way.count) for way in one.variants]) for one in found.found]


def one_of(session: Session, kind: Kind) -> Inconsistency:
    return next(one for one in look(session).found if one.kind is kind)


def spans_of(one: Inconsistency, number: int) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for spot in one.variants[number].spots:
        found[spot.document_id] = (*found.get(spot.document_id, ()), spot.span_id)
    return found


def test_where_all_is_alike_nothing_is_found(session: Session) -> None:
    assert look(session) == Consistency((), 0)
    mark(session, 1, "복지부", AGENCY)
    assert look(session) == Consistency((), 1)


def test_a_text_with_several_labels_is_made_alike_in_one_step(session: Session) -> None:
    for document in (1, 2, 3):
        mark(session, document, "수소", SECTOR)
    session.do(AddSpan(3, 3, 5, AGENCY))
    assert told(look(session)) == [(Kind.LABELS, "수소", [(SECTOR, 3), (AGENCY, 1)])]
    one = one_of(session, Kind.LABELS)
    assert [(spot.document_id, spot.text, spot.before) for spot in one.variants[1].spots] == [
        (3, "수소", "어제 ")
    ]
    session.do(RelabelEverywhere(spans_of(one, 1), SECTOR, one.text))
    assert look(session).found == ()
    session.undo(None)
    assert told(look(session)) == [(Kind.LABELS, "수소", [(SECTOR, 3), (AGENCY, 1)])]


def test_a_text_with_several_values_and_a_body_with_several_names(session: Session) -> None:
    for document in (1, 3):
        mark(session, document, "복지부", AGENCY)
    mark(session, 2, "복지부", AGENCY, nth=0)
    mark(session, 2, "복지부", AGENCY, nth=1)
    span = session.layer(3).spans[0]
    session.do(SetValue(3, span.id, Norm("name", "보건부", ref="kr.mohw")))
    found = look(session)
    assert [(one.kind, one.text, [way.count for way in one.variants]) for one in found.found] == [
        (Kind.VALUES, "복지부", [3, 1]),
        (Kind.NAMES, "보건복지부", [3, 1]),
    ]
    one = one_of(session, Kind.NAMES)
    assert one.variants[0].norm == Norm("name", "보건복지부", ref="kr.mohw")
    session.do(SetValueEverywhere(spans_of(one, 1), one.variants[0].norm, one.text))
    assert look(session).found == ()
    session.undo(None)
    assert session.layer(3).spans[0].norm == Norm("name", "보건부", ref="kr.mohw")


def test_places_that_were_left_are_found_in_documents_that_were_worked_on(session: Session) -> None:
    mark(session, 1, "복지부", AGENCY)
    mark(session, 2, "복지부", AGENCY)
    mark(session, 3, "수소", SECTOR)
    # The fourth document was not begun.
    assert told(look(session)) == [(Kind.UNMARKED, "복지부", [(AGENCY, 2)])]
    one = one_of(session, Kind.UNMARKED)
    assert [(spot.document_id, spot.span_id) for spot in one.variants[0].spots] == [(2, 0), (3, 0)]
    session.do(AddOccurrences("복지부", AGENCY, (), (Refusal(3),)))
    assert told(look(session)) == [(Kind.UNMARKED, "복지부", [(AGENCY, 1)])]


def test_what_is_right_as_it_is_is_not_asked_about_again(session: Session) -> None:
    mark(session, 1, "수소", SECTOR)
    mark(session, 2, "수소", AGENCY)
    one = one_of(session, Kind.LABELS)
    session.do(LeaveInconsistent(waiver_id(one.kind), one.text))
    assert session.do(LeaveInconsistent(waiver_id(one.kind), one.text)) is None
    assert look(session).found == ()
    session.undo(None)
    assert len(look(session).found) == 1


def test_documents_in_the_bin_are_left_out(session: Session) -> None:
    mark(session, 1, "수소", SECTOR)
    mark(session, 2, "수소", AGENCY)
    session.do(BinDocuments((2,)))
    assert look(session).found == ()

"""What is found of a text in the project, and what is not offered: marked, refused, binned."""

from pathlib import Path

import pytest

from annotator.app.documents.occurrences import FindJob, Found, Wanted, adding_job, places_in
from annotator.app.jobs import Progress, never, silent
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.occurrences import AddOccurrences, Places, Refusal
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.korean.occurrences import Doubt
from annotator.store import search
from tests.support.projects import make_session, reopen

ONE = "반도체 지원을 늘린다.\n반도체기술센터는 반도체와 수소를 맡는다."
TWO = "한빛시도 반도체를 키운다."
THREE = "수소만 다룬다."
FOUR = "나노반도체는 다르다."
AGENCY, SECTOR = 1, 2
CHIPS = Wanted("반도체", SECTOR)


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, ONE, TWO, THREE, FOUR)
    yield opened
    opened.project.close()


def told(found: Found) -> list[tuple[int, Doubt | None]]:
    return [(place.start, place.reason) for place in found.places]


def elsewhere(session: Session, wanted: Wanted = CHIPS, except_id: int = 1) -> list[Found]:
    return FindJob(session, wanted, except_id).run(silent, never)


def test_places_are_found_in_context_and_a_compound_is_not_likely(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, SECTOR))
    found = places_in(session, 1, CHIPS)
    assert told(found) == [(13, Doubt.COMPOUND), (22, None)]
    last = found.places[-1]
    assert (last.before, last.text, last.after) == ("반도체기술센터는 ", "반도체", "와 수소를 맡는다.")
    assert found.likely == ((22, 25),)


def test_a_place_inside_a_longer_span_is_not_likely(session: Session) -> None:
    session.do(AddSpan(1, 13, 20, AGENCY))
    assert told(places_in(session, 1, CHIPS)) == [(0, None), (13, Doubt.INSIDE_SPAN), (22, None)]


def test_other_documents_are_found_with_their_counts_whether_indexed_or_not(session: Session) -> None:
    before = elsewhere(session)
    assert [(each.document_id, len(each.likely), len(each.places)) for each in before] == [
        (2, 1, 1),
        (4, 0, 1),
    ]
    while search.index_batch(session.project.connection):
        pass
    assert elsewhere(session) == before


def test_a_document_in_the_bin_is_not_offered(session: Session) -> None:
    session.do(BinDocuments((2,)))
    assert [each.document_id for each in elsewhere(session)] == [4]


def test_a_refused_place_is_never_offered_again_not_after_reopening_either(session: Session) -> None:
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1, 22, 25), Refusal(2)), 1))
    assert told(places_in(session, 1, CHIPS)) == [(0, None), (13, Doubt.COMPOUND)]
    assert [each.document_id for each in elsewhere(session)] == [4]
    again = reopen(session)
    try:
        assert told(places_in(again, 1, CHIPS)) == [(0, None), (13, Doubt.COMPOUND)]
        assert [each.document_id for each in elsewhere(again)] == [4]
        # Another label was not refused.
        assert len(places_in(again, 1, Wanted("반도체", AGENCY)).places) == 3
    finally:
        again.project.close()


def test_a_text_refused_everywhere_is_offered_nowhere(session: Session) -> None:
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(),), 1))
    assert places_in(session, 1, CHIPS).places == ()
    assert elsewhere(session) == []


def test_marking_in_a_worker_is_one_step_that_the_session_takes_back(session: Session) -> None:
    places = (Places(1, places_in(session, 1, CHIPS).likely), *(
        Places(each.document_id, each.likely) for each in elsewhere(session) if each.likely
    ))  # fmt: skip
    changes = adding_job(session, AddOccurrences("반도체", SECTOR, places)).run(silent, never)
    assert changes is not None
    session.refresh(changes)
    assert [len(layer.spans) for n in (1, 2) if (layer := session.layer(n))] == [2, 1]
    session.undo(None)
    assert session.layer(1) is None
    assert session.layer(2) is None


def test_the_search_can_be_cancelled_or_left(session: Session) -> None:
    with pytest.raises(UserError, match=r"job\.cancelled"):
        FindJob(session, CHIPS, 1).run(silent, lambda: True)
    job = FindJob(session, CHIPS, 1)
    job.leave()
    assert job.run(silent, never) == []


def test_it_says_how_far_it_is(session: Session) -> None:
    seen: list[Progress] = []
    FindJob(session, CHIPS, 1).run(seen.append, never)
    assert seen == [Progress(0, 3, "documents")]

"""What was tagged again and again is offered to the lexicon, with what it was tagged as, unless it is known."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.jobs import never, silent
from annotator.app.lexicon.gazetteer import Addition, Additions, AdditionsJob, entries_of
from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.session import Session
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.lexicon import AddLexiconEntry, ImportLexicon
from annotator.core.commands.occurrences import AddOccurrences, Refusal
from annotator.core.commands.spans import AddSpan, SetValue
from annotator.core.layer import Status
from annotator.core.lexicon_entry import EntryKind, LexiconEntry, wrong_with
from annotator.core.values import Norm
from tests.support.projects import make_session

AGENCY, SECTOR, DATE = 1, 2, 4
TEXT = "숲청은 왔다. 숲청도 조달청도 심해 채굴을 본다. 숲청이 심해 채굴을 안다.\n"
MSIT = Norm("name", "과학기술정보통신부", ref="kr.msit")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT, TEXT)
    yield made
    made.project.close()


def mark(session: Session, quote: str, nth: int = 0, label: int = AGENCY, norm: Norm | None = None) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    changes = session.do(AddSpan(1, start, start + len(quote), label))
    assert changes is not None
    if norm is not None:
        session.do(SetValue(1, changes.of("span")[0].id, norm))


def found(session: Session) -> Additions:
    return AdditionsJob(session).run(silent, never)


def entries(session: Session) -> list[LexiconEntry]:
    return list(entries_of(session.project.connection, found(session).additions))


def test_what_was_tagged_once_or_with_another_label_is_not_offered(session: Session) -> None:
    mark(session, "숲청")
    mark(session, "심해 채굴", 0, DATE)
    mark(session, "심해 채굴", 1, DATE)
    assert found(session) == Additions(())


def test_times_tagged_and_left_are_counted_and_the_likely_ones_stand_first(session: Session) -> None:
    mark(session, "숲청", 0)
    mark(session, "숲청", 1)
    session.do(SetStatus(1, Status.DONE))
    assert found(session).additions == (Addition(EntryKind.AGENCY, "숲청", 2, 1, "숲청"),)
    session.do(AddOccurrences("숲청", AGENCY, (), (Refusal(),)))
    (made,) = found(session).additions
    assert (made.left, made.likely) == (2, False)


def test_what_the_lexicon_knows_or_hides_is_not_offered(session: Session) -> None:
    for nth in range(3):
        mark(session, "숲청", nth)
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))))
    assert found(session).additions == ()
    session.undo(None)
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.AGENCY, "숲청", hidden=True)))
    assert found(session).additions == ()
    session.undo(None)
    assert len(found(session).additions) == 1


def test_a_known_name_that_was_tagged_as_another_body_is_offered(session: Session) -> None:
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))))
    mark(session, "숲청", 0, norm=MSIT)
    mark(session, "숲청", 1, norm=MSIT)
    assert [(made.value, made.ref) for made in found(session).additions] == [
        ("과학기술정보통신부", "kr.msit")
    ]


def test_a_new_name_becomes_an_entry_and_then_is_known(session: Session) -> None:
    mark(session, "숲청", 0, norm=Norm("name", "바다숲청"))
    mark(session, "숲청", 1, norm=Norm("name", "바다숲청"))
    made = entries(session)
    assert made == [LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))]
    session.do(ImportLexicon(tuple(made)))
    assert found(session).additions == ()
    assert lexicon_of(session.project.connection).by_name["숲청"][0].korean == "바다숲청"


def test_another_name_of_a_shipped_body_is_added_to_its_names(session: Session) -> None:
    mark(session, "숲청", 0, norm=MSIT)
    mark(session, "숲청", 1, norm=MSIT)
    (made,) = entries(session)
    assert (made.ref, made.name) == ("kr.msit", "과학기술정보통신부")
    assert made.aliases[-1] == "숲청"
    assert "과기정통부" in made.aliases
    assert wrong_with(made) is None
    session.do(ImportLexicon((made,)))
    assert lexicon_of(session.project.connection).by_name["과기정통부"][0].id == "kr.msit"


def test_another_name_of_an_own_entry_changes_that_entry(session: Session) -> None:
    own = LexiconEntry(EntryKind.AGENCY, "바다숲청", country="KR")
    session.do(AddLexiconEntry(own))
    mark(session, "숲청", 0, norm=Norm("name", "바다숲청"))
    mark(session, "숲청", 1, norm=Norm("name", "바다숲청"))
    changes = session.do(ImportLexicon(tuple(entries(session))))
    assert changes is not None
    assert [op.before is None for op in changes.of("lexicon_entry")] == [False]
    assert found(session).additions == ()


def test_one_body_tagged_with_its_id_and_without_is_one_entry(session: Session) -> None:
    additions = (
        Addition(EntryKind.AGENCY, "숲청", 2, 0, "과학기술정보통신부", "kr.msit"),
        Addition(EntryKind.AGENCY, "숲부", 2, 0, "과학기술정보통신부"),
    )
    (made,) = entries_of(session.project.connection, additions)
    assert {"숲청", "숲부"} <= set(made.aliases)


def test_a_sector_is_offered_with_its_code_and_without_one_only_counted(session: Session) -> None:
    mark(session, "심해 채굴", 0, SECTOR)
    mark(session, "심해 채굴", 1, SECTOR)
    assert found(session) == Additions((), 1)
    for span in session.layer(1).spans:  # type: ignore[union-attr] - there is a layer by now
        session.do(SetValue(1, span.id, Norm("sector", "KR-NST-06")))
    assert entries(session) == [LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="KR-NST-06")]
    session.do(ImportLexicon(tuple(entries(session))))
    assert found(session) == Additions(())


def test_an_added_name_keeps_what_its_entry_said(session: Session) -> None:
    own = LexiconEntry(EntryKind.AGENCY, "바다숲청", "Sea Forest", "SFA", "KR", since=2021)
    session.do(AddLexiconEntry(own))
    additions = (Addition(EntryKind.AGENCY, "숲청", 2, 0, "바다숲청"),)
    (made,) = entries_of(session.project.connection, additions)
    assert replace(made, ref="") == replace(own, aliases=("숲청",))

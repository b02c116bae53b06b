"""The table of all entries: where each is from, what becomes of it, and what a search finds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.lexicon.lexicon_table import Listed, Place, Standing, hiding, listed
from annotator.app.lexicon.lexicons import change_person_lexicon
from annotator.app.session import Session
from annotator.core.commands.lexicon import ImportLexicon
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry, tidied, wrong_with
from annotator.korean import taxonomy
from annotator.korean.lexicon import shipped
from tests.support.projects import make_session

FOREST = LexiconEntry(EntryKind.AGENCY, "바다숲청", "Sea Forest Agency", aliases=("숲청",), country="KR")
MINING = LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="X-01")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, "글")
    yield made
    made.project.close()


def own(session: Session) -> list[tuple[str, Place, Standing]]:
    rows = listed(session.project.connection)
    return [(row.entry.name, row.place, row.standing) for row in rows if row.place is not Place.SHIPPED]


def shipped_row(session: Session, id_: str) -> Listed:
    rows = listed(session.project.connection)
    return next(row for row in rows if row.place is Place.SHIPPED and row.entry.ref == id_)


def test_the_shipped_entries_are_listed_as_they_are(session: Session) -> None:
    rows = listed(session.project.connection)
    assert len(rows) == len(shipped().agencies) + len(taxonomy.shipped().sectors)
    assert {row.place for row in rows} == {Place.SHIPPED}
    assert {row.standing for row in rows} == {Standing.IN_FORCE}
    assert rows[0].entry.name <= rows[1].entry.name


def test_own_entries_stand_first_and_say_what_they_do(session: Session) -> None:
    session.do(ImportLexicon((FOREST, MINING, replace(FOREST, name="조달청", hidden=True, ref="kr.pps"))))
    change_person_lexicon(None, FOREST)
    change_person_lexicon(None, replace(FOREST, name="바람청"))
    assert own(session) == [
        ("바다숲청", Place.PROJECT, Standing.IN_FORCE),
        ("조달청", Place.PROJECT, Standing.HIDES),
        ("심해 채굴", Place.PROJECT, Standing.IN_FORCE),
        ("바다숲청", Place.PERSON, Standing.REPLACED),
        ("바람청", Place.PERSON, Standing.IN_FORCE),
    ]
    hidden = shipped_row(session, "kr.pps")
    assert hidden.standing is Standing.HIDDEN
    by = hiding(listed(session.project.connection), hidden)
    assert by is not None
    assert by.id > 0
    assert hiding(listed(session.project.connection), shipped_row(session, "kr.nts")) is None


def test_a_shipped_entry_that_an_own_one_replaces_says_so(session: Session) -> None:
    session.do(ImportLexicon((LexiconEntry(EntryKind.AGENCY, "조달처", ref="kr.pps"),)))
    assert shipped_row(session, "kr.pps").standing is Standing.REPLACED


def test_a_search_finds_any_name_country_and_code_however_it_is_written(session: Session) -> None:
    session.do(ImportLexicon((FOREST, MINING)))
    rows = listed(session.project.connection)

    def found(term: str) -> set[str]:
        folded = fold_term(term)
        return {row.entry.name for row in rows if row.place is Place.PROJECT and row.matches(folded)}

    assert found("SEA forest") == {"바다숲청"}
    assert found("숲청") == {"바다숲청"}
    assert found("x-01") == {"심해 채굴"}
    assert found("") == {"바다숲청", "심해 채굴"}


def test_a_shipped_sector_is_hidden_by_all_its_names(session: Session) -> None:
    quantum = next(row for row in listed(session.project.connection) if row.entry.code == "KR-NST-12")
    assert quantum.standing is Standing.IN_FORCE
    session.do(ImportLexicon((replace(quantum.entry, hidden=True, source=""),)))
    assert shipped_row(session, quantum.entry.ref).standing is Standing.HIDDEN


def test_an_own_term_of_a_shipped_sector_replaces_nothing(session: Session) -> None:
    quantum = next(row for row in listed(session.project.connection) if row.entry.code == "KR-NST-12")
    session.do(ImportLexicon((replace(quantum.entry, name="얽힘 기술"),)))
    assert shipped_row(session, quantum.entry.ref).standing is Standing.IN_FORCE
    assert own(session) == [("얽힘 기술", Place.PROJECT, Standing.IN_FORCE)]


def test_every_shipped_entry_could_be_taken_over_as_it_is(session: Session) -> None:
    for row in listed(session.project.connection):
        assert wrong_with(tidied(row.entry)) is None, row.entry
        assert wrong_with(tidied(replace(row.entry, hidden=True))) is None, row.entry

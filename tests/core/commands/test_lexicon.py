"""Entries of the project's lexicon are added, changed, removed and imported, each in one step that can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.commands.base import Command
from annotator.core.commands.label_spans import RemoveLabel
from annotator.core.commands.lexicon import (
    AddLexiconEntry,
    ChangeLexiconEntry,
    ImportLexicon,
    RemoveLexiconEntries,
    own_entries,
)
from annotator.core.errors import UserError
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from tests.support.projects import make_session, reopen

FOREST = LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))
WIND = LexiconEntry(EntryKind.AGENCY, "바람청", country="KR")
MINING = LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="X-01")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, "숲청이 왔다.\n")
    yield made
    made.project.close()


def entries(session: Session) -> list[LexiconEntry]:
    """What is there, without the ids that were given."""
    return [replace(LexiconEntry.from_row(row), ref="") for row in own_entries(session)]


def ids(session: Session) -> list[int]:
    return [int(row["id"] or 0) for row in own_entries(session)]


def refused(session: Session, command: Command) -> str:
    with pytest.raises(UserError) as raised:
        session.do(command)
    return raised.value.message.id


def test_added_changed_removed_and_each_step_taken_back_over_the_project(session: Session) -> None:
    session.do(AddLexiconEntry(replace(FOREST, name=" 바다숲청 ")))
    assert entries(session) == [FOREST]
    (id_,), ref = ids(session), LexiconEntry.from_row(own_entries(session)[0]).ref
    session.do(ChangeLexiconEntry(id_, replace(FOREST, aliases=())))
    assert entries(session) == [replace(FOREST, aliases=())]
    assert LexiconEntry.from_row(own_entries(session)[0]).ref == ref
    session.do(AddLexiconEntry(MINING))
    session.do(RemoveLexiconEntries((id_,)))
    assert entries(session) == [MINING]
    for there in ([replace(FOREST, aliases=()), MINING], [replace(FOREST, aliases=())], [FOREST], []):
        session.undo(None)
        assert entries(session) == there


def test_an_entry_is_kept_in_the_file(session: Session) -> None:
    session.do(AddLexiconEntry(FOREST))
    again = reopen(session)
    assert entries(again) == [FOREST]
    again.project.close()


def test_what_is_wrong_there_already_or_gone_is_refused(session: Session) -> None:
    session.do(ImportLexicon((FOREST, WIND)))
    first, second = ids(session)
    assert refused(session, AddLexiconEntry(replace(WIND, name=""))) == "lexicon.no-name"
    assert refused(session, AddLexiconEntry(replace(FOREST, aliases=()))) == "lexicon.twice"
    assert refused(session, ChangeLexiconEntry(first, WIND)) == "lexicon.twice"
    assert refused(session, ChangeLexiconEntry(99, WIND)) == "lexicon.gone"
    assert refused(session, RemoveLexiconEntries((second, 99))) == "lexicon.gone"
    assert refused(session, ImportLexicon((MINING, MINING))) == "lexicon.twice"
    assert session.do(ChangeLexiconEntry(first, FOREST)) is None
    assert session.do(RemoveLexiconEntries(())) is None
    assert entries(session) == [FOREST, WIND]


def test_an_import_adds_what_is_new_and_changes_what_is_there_by_its_name_or_id(session: Session) -> None:
    session.do(ImportLexicon((FOREST, WIND)))
    wind = LexiconEntry.from_row(own_entries(session)[1])
    news = (replace(FOREST, english="Sea Forest"), replace(wind, name="큰바람청"), MINING)
    changes = session.do(ImportLexicon(news))
    assert changes is not None
    assert session.history(None).to_undo is not None
    assert session.history(None).to_undo.message.arguments == {"added": 1, "altered": 2}
    assert entries(session) == [news[0], replace(news[1], ref=""), MINING]
    assert session.do(ImportLexicon(news)) is None
    session.undo(None)
    assert entries(session) == [FOREST, WIND]


def test_an_entry_goes_with_its_label_and_needs_one(session: Session) -> None:
    session.do(ImportLexicon((FOREST, MINING)))
    sector = session.labels.by_key("SECTOR")
    assert sector is not None
    session.do(RemoveLabel(sector.id))
    assert entries(session) == [FOREST]
    assert refused(session, AddLexiconEntry(MINING)) == "lexicon.no-label"
    session.undo(None)
    assert entries(session) == [FOREST, MINING]

"""Lexicons over one another: the project's, the person's file, the shipped one; suggestions follow each at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import paths
from annotator.app.jobs import never
from annotator.app.lexicon.lexicons import (
    change_person_lexicon,
    lexicon_of,
    lexicons_of_file,
    own_sector_entries,
    person_lexicon,
    read_lexicon_file,
    some_wrong,
    write_lexicon_file,
)
from annotator.app.session import Session
from annotator.app.suggestions.agencies import AgencySuggester
from annotator.app.suggestions.suggesting import Subject
from annotator.core.commands.lexicon import AddLexiconEntry
from annotator.core.errors import UserError
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.korean.lexicon import shipped
from tests.support.projects import make_session

TEXT = "숲청과 바람청은 조달청에 갔다.\n"
FOREST = LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))
WIND = LexiconEntry(EntryKind.AGENCY, "바람청", country="KR")
MINING = LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="X-01")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT)
    yield made
    made.project.close()


def proposed(session: Session) -> list[tuple[str, str | None]]:
    subject = Subject(1, 1, TEXT, (), "", session.labels, session.annotator.id)
    made = AgencySuggester().suggest(session.project, subject, never)
    return [(one.text, one.norm and one.norm.value) for one in made]


def person_file(text: str) -> Path:
    path = paths.lexicon_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_own_entries_the_shipped_list_itself_is_asked(session: Session) -> None:
    assert lexicon_of(session.project.connection) is shipped()
    assert proposed(session) == [("조달청", "조달청")]


def test_an_entry_of_the_project_is_proposed_at_once_and_no_longer_after_undo(session: Session) -> None:
    session.do(AddLexiconEntry(FOREST))
    assert proposed(session) == [("숲청", "바다숲청"), ("조달청", "조달청")]
    session.undo(None)
    assert proposed(session) == [("조달청", "조달청")]


def test_what_is_laid_together_is_kept_until_something_changes(session: Session) -> None:
    session.do(AddLexiconEntry(FOREST))
    laid = lexicon_of(session.project.connection)
    assert lexicon_of(session.project.connection) is laid
    session.do(AddLexiconEntry(WIND))
    assert lexicon_of(session.project.connection) is not laid


def test_the_persons_file_holds_in_all_projects_below_the_projects_own(session: Session) -> None:
    person_file("kind,name,hidden\nagency,바람청,\nagency,조달청,yes\n")
    assert proposed(session) == [("바람청", "바람청")]
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.AGENCY, "바람청", hidden=True)))
    assert proposed(session) == []
    person_file("kind,name\nagency,바람청\n")
    assert proposed(session) == [("조달청", "조달청")]


@pytest.mark.parametrize(
    ("text", "problem", "names"),
    [
        ("", "lexicon.no-header", []),
        ("kind,name\nagency,바람청\nagency,\n", "lexicon.some-wrong", ["바람청"]),
        ("kind,name\nagency,바람청\n", None, ["바람청"]),
    ],
)
def test_a_broken_file_is_told_in_one_sentence_and_what_can_be_read_counts(
    text: str, problem: str | None, names: list[str]
) -> None:
    person_file(text)
    person = person_lexicon()
    assert (person.problem and person.problem.id) == problem
    assert [entry.name for entry in person.entries] == names


def test_without_a_file_or_with_a_folder_in_its_place_nothing_crashes(home: Path) -> None:
    assert person_lexicon().entries == ()
    assert person_lexicon().problem is None
    paths.lexicon_file().mkdir(parents=True)
    problem = person_lexicon().problem
    assert problem is not None
    assert problem.id == "lexicon.unreadable"


def test_the_persons_file_is_changed_entry_by_entry() -> None:
    change_person_lexicon(None, FOREST)
    change_person_lexicon(None, WIND)
    assert person_lexicon().entries == (FOREST, WIND)
    change_person_lexicon(FOREST, MINING)
    assert person_lexicon().entries == (MINING, WIND)
    for before, after in ((FOREST, None), (None, WIND)):
        with pytest.raises(UserError):
            change_person_lexicon(before, after)
    change_person_lexicon(WIND, None)
    assert person_lexicon().entries == (MINING,)


def test_a_broken_file_is_not_written_over() -> None:
    path = person_file("kind,name\nagency,바람청\nagency,\n")
    before = path.read_bytes()
    with pytest.raises(UserError) as raised:
        change_person_lexicon(None, FOREST)
    assert raised.value.message.id == "lexicon.own-broken"
    assert path.read_bytes() == before


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "목록.csv"
    write_lexicon_file(path, [FOREST, MINING])
    read = read_lexicon_file(path)
    assert read.entries == (FOREST, MINING)
    assert some_wrong(path, read) is None
    with pytest.raises(UserError):
        read_lexicon_file(tmp_path / "none.csv")


def test_own_sectors_are_handed_over_those_of_the_project_first(session: Session) -> None:
    assert own_sector_entries(session.project.connection) == ()
    change_person_lexicon(None, MINING)
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.SECTOR, "달 채굴", code="X-02")))
    session.do(AddLexiconEntry(FOREST))
    names = [entry.name for entry in own_sector_entries(session.project.connection)]
    assert names == ["달 채굴", "심해 채굴"]


def test_the_lexicon_of_a_file_is_read_beside_whoever_has_it_open(session: Session) -> None:
    session.do(AddLexiconEntry(FOREST))
    session.do(AddLexiconEntry(MINING))
    session.project.checkpoint()
    lexicon, sectors = lexicons_of_file(session.project.path)
    assert "숲청" in lexicon.by_name
    assert [entry.name for entry in sectors] == [MINING.name]
    assert lexicons_of_file(None) == (shipped(), ())

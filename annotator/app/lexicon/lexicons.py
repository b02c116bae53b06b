"""Lexicons over one another: the project's own, the person's file, what comes with the program."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from annotator import paths
from annotator.app.finding import name_of, reason_of
from annotator.app.writing import written
from annotator.core.entry import Reject
from annotator.core.errors import UserError, user_error
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.core.messages import Message, message
from annotator.formats.lexicon_csv import LexiconFile, lexicon_bytes, read_lexicon
from annotator.korean.lexicon import Lexicon, shipped
from annotator.store.database import Connection
from annotator.store.lexicon import LexiconRow, lexicon_rows
from annotator.store.project import Project


# Compared as the one that it is: what is made of it is kept for it.
@dataclass(frozen=True, slots=True, eq=False)
class PersonLexicon:
    """The person's own file as it was read: its entries, and in one sentence what is wrong with it, if anything."""

    entries: tuple[LexiconEntry, ...] = ()
    problem: Message | None = None
    rejects: tuple[Reject, ...] = ()


def person_lexicon() -> PersonLexicon:
    """Return the person's own lexicon; an empty one where there is no file, what can be read of a broken one."""
    path = paths.lexicon_file()
    try:
        state = path.stat()
    except OSError:
        return _NOTHING
    return _read_person(path, (state.st_mtime_ns, state.st_size))


def read_lexicon_file(path: Path) -> LexiconFile:
    """Return what a file of a lexicon holds; UserError where it cannot be read or is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise user_error("lexicon.unreadable", name=name_of(path), reason=reason_of(error)) from error
    return read_lexicon(content, name_of(path))


def some_wrong(path: Path, read: LexiconFile) -> Message | None:
    """Return in one sentence what was not taken of a file; None where all was."""
    if not read.rejects:
        return None
    count, line = len(read.rejects), read.rejects[0].line
    return message("lexicon.some-wrong", name=name_of(path), count=count, line=line)


def write_lexicon_file(path: Path, entries: Sequence[LexiconEntry]) -> None:
    """Write a lexicon to a file, whole or not at all; UserError where that fails."""
    with written(path) as sink:
        member = sink.open(path.name)
        if member is not None:
            with member as file:
                file.write(lexicon_bytes(entries))


def change_person_lexicon(before: LexiconEntry | None, after: LexiconEntry | None) -> None:
    """Change one entry of the person's file: add it (`before` None), take it out (`after` None), or replace it.

    UserError where the file is broken, which would lose rows; where the entry is gone; or where another is its twin.
    """
    person = person_lexicon()
    if person.problem is not None:
        raise user_error("lexicon.own-broken", name=str(paths.lexicon_file()))
    entries = list(person.entries)
    if before is not None and before not in entries:
        raise user_error("lexicon.gone")
    others = [entry for entry in entries if entry != before]
    if after is not None and any(entry.key == after.key for entry in others):
        raise user_error("lexicon.twice", name=after.name)
    at = len(entries) if before is None else entries.index(before)
    write_lexicon_file(
        paths.lexicon_file(), [*others[:at], *([] if after is None else [after]), *others[at:]]
    )


def lexicon_of(connection: Connection | None) -> Lexicon:
    """Return the list of agencies that holds in a project; without one, in all."""
    rows, person = () if connection is None else lexicon_rows(connection), person_lexicon()
    return _laid(rows, person) if rows or person.entries else shipped()


def lexicons_of_file(path: Path | None) -> tuple[Lexicon, tuple[LexiconEntry, ...]]:
    """Return what holds in the project of a file, read only; without one, in all: the list of agencies, own sectors."""
    if path is None:
        return lexicon_of(None), own_sector_entries(None)
    with closing(
        Project.open(path, lock_dir=paths.state_dir(), backups_dir=paths.backups_dir(), write=False)
    ) as it:
        return lexicon_of(it.connection), own_sector_entries(it.connection)


def own_sector_entries(connection: Connection | None) -> tuple[LexiconEntry, ...]:
    """Return a person's own entries of sectors, the project's before those of the file."""
    rows, person = () if connection is None else lexicon_rows(connection), person_lexicon()
    return _sectors(rows, person) if rows or person.entries else ()


@lru_cache(maxsize=4)
def _laid(rows: tuple[LexiconRow, ...], person: PersonLexicon) -> Lexicon:
    lexicon = Lexicon.own(person.entries).over(shipped())
    return Lexicon.own([row.entry() for row in rows]).over(lexicon)


@lru_cache(maxsize=4)
def _sectors(rows: tuple[LexiconRow, ...], person: PersonLexicon) -> tuple[LexiconEntry, ...]:
    return tuple(
        entry for entry in (*(row.entry() for row in rows), *person.entries) if entry.kind is EntryKind.SECTOR
    )


_NOTHING = PersonLexicon()


@lru_cache(maxsize=2)
def _read_person(path: Path, _state: tuple[int, int]) -> PersonLexicon:
    try:
        read = read_lexicon_file(path)
    except UserError as error:
        return PersonLexicon(problem=error.message)
    return PersonLexicon(read.entries, some_wrong(path, read), read.rejects)

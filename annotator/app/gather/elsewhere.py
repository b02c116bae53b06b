"""The layers in somebody else's project file: copied aside, checked like the lines of a file, and read as entries."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.app.gather.reanchoring import without_spans
from annotator.core.entry import Entry, Reject, Unsaid
from annotator.core.errors import UserError, user_error
from annotator.core.layer import Role, Status
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.span import Origin
from annotator.core.validate import check_entry, quoted
from annotator.formats.sidecar import LabelFile, read_sidecar, sidecar_bytes
from annotator.store.assigning import is_fresh
from annotator.store.bulk import entries
from annotator.store.database import Connection
from annotator.store.elsewhere import copied
from annotator.store.reading import Reading
from annotator.store.selection import Selection

PROJECT: Final = "annotator-project"
"""What the account of an import calls the format of a project file."""

_MAGIC: Final = b"SQLite format 3\x00"
_STATUSES: Final = frozenset(map(str, Status))
_ROLES: Final = frozenset(map(str, Role))
_ORIGINS: Final = frozenset(map(str, Origin))
_SPANS: Final = "spans."
_ALL_SAID: Final = Unsaid(frozenset())


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is in a project of somebody else: its labels, and its layers one after the other."""

    labels: LabelFile
    entries: Iterator[Entry | Reject]


def is_database(path: Path) -> bool:
    """Tell whether a file is one of SQLite, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:  # a member of an archive, or a file that cannot be read, which is told where it is read
        return False


@contextmanager
def layers_elsewhere(path: Path, cancelled: Callable[[], bool]) -> Iterator[Elsewhere]:
    """Give what is in a project file that is not trusted; UserError where it is none, or not what it should be."""
    with copied(path, cancelled) as connection:
        try:
            labels = read_sidecar(sidecar_bytes(Reading(connection).label_set().definitions()))
        except (UserError, ValueError, KeyError, TypeError) as error:
            raise user_error("store.corrupt", path=str(path)) from error
        yield Elsewhere(labels, _entries(connection, path))


def _entries(connection: Connection, path: Path) -> Iterator[Entry | Reject]:
    """Yield the layers; what is wrong with one is refused as of a line, counted from 1."""
    # An assignment that nobody has begun brings its documents.
    nobody = Annotator(0, "", "") if is_fresh(connection) else None
    found = entries(connection, Selection(statuses=_STATUSES, blank_for=nobody))
    number = 0
    while True:
        try:
            entry = next(found, None)
        # Rows that do not fit together, or JSON in them that is none: such a file is not what it should be.
        except (ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
            raise user_error("store.corrupt", path=str(path)) from error
        if entry is None:
            return
        number += 1
        entry.line = number
        entry.unsaid = _ALL_SAID
        yield from _checked(entry)


def _checked(entry: Entry) -> Iterator[Entry | Reject]:
    """Yield an entry without the spans that are wrong, and what is wrong; not the entry where more than those is."""
    wrong = [*_words(entry), *check_entry(entry)]
    ids = {reject.where.removeprefix(_SPANS) for reject in wrong if reject.where.startswith(_SPANS)}
    yield from wrong
    if ids:
        without_spans(entry, ids)
        wrong = [*_words(entry), *check_entry(entry)]
    if not wrong:
        yield entry


def _words(entry: Entry) -> Iterator[Reject]:
    """Yield what is none of the words that may stand there."""
    for where, word, words in (("role", entry.role, _ROLES), ("status", entry.status, _STATUSES)):
        if word not in words:
            yield Reject(entry.line, message("project.unknown-word", word=quoted(word)), where)
    for span in entry.spans:
        if span.origin not in _ORIGINS:
            told = message("project.unknown-word", word=quoted(span.origin))
            yield Reject(entry.line, told, f"{_SPANS}{span.id}")

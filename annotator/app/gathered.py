"""Beside a gathering: files that were gathered before, pages, and which of our texts an unknown one is most like."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotator.app.bundles import Opener
from annotator.app.intake import FileAccount, file_digest
from annotator.app.jobs import Cancelled, stop_if
from annotator.app.questions import AskedText, Questions
from annotator.core.entry import Reject
from annotator.core.messages import message
from annotator.review.likeness import SCHEME, Sketch, candidates, sketch
from annotator.review.tiers import likeness
from annotator.store import duplicates, known
from annotator.store.database import Connection
from annotator.store.selection import titles_of

# A text less like another is not worth showing; so many of the likeliest are compared.
_LEAST: Final = 0.3
_COMPARED: Final = 3


def was_gathered(connection: Connection, path: Path, account: FileAccount) -> bool:
    """Tell whether the very same file has been gathered whole, and that was not undone; the account says so."""
    try:
        sha256 = file_digest(Opener(path))
    except OSError:
        return False
    if not known.was_gathered(connection, sha256):
        return False
    account.sha256 = sha256
    account.notes.append(Reject(0, message("gather.same-file")))
    return True


def is_own(project: Path, path: Path, account: FileAccount) -> bool:
    """Tell whether a file is the open project itself, which has nothing to bring; the account says so."""
    try:
        same = project.samefile(path)
    except OSError:
        return False
    if same:
        account.refuse(message("gather.own-project"))
    return same


def refuse_page(account: FileAccount) -> bool:
    """Say of a page that nobody has marked anything in it; always False."""
    account.refuse(message("gather.no-marks", name=account.file))
    return False


def find_likely(connection: Connection, questions: Questions, cancelled: Cancelled) -> None:
    """Find for each text that is asked about which of ours it is most like; UserError `job.cancelled`."""
    if not questions.texts:
        return
    sketches = _sketches(connection, cancelled)
    for asked in questions.texts.values():
        stop_if(cancelled)
        near = candidates(sketch(asked.text), sketches, _LEAST)[:_COMPARED]
        ids = dict.fromkeys((*asked.candidates, *near))
        asked.likely = tuple(_likely(connection, asked, list(ids)))


def _likely(connection: Connection, asked: AskedText, ids: list[int]) -> Iterator[tuple[int, str, float]]:
    titles = titles_of(connection, ids)
    texts = duplicates.texts(connection, ids)
    found = [(id_, titles[id_], likeness(texts[id_], asked.text)) for id_ in ids if id_ in titles]
    yield from sorted(found, key=_unlikeliest_last)


def _unlikeliest_last(found: tuple[int, str, float]) -> tuple[float, int]:
    return (-found[2], found[0])


def _sketches(connection: Connection, cancelled: Cancelled) -> dict[int, Sketch]:
    """Return the sketches of all our documents; those that a worker has not made yet are made here."""
    found = {id_: Sketch(made) for id_, made in duplicates.sketches(connection, (SCHEME, SCHEME)).items()}
    for id_, _version, text in duplicates.stale(connection, (SCHEME, SCHEME), -1):
        stop_if(cancelled)
        found[id_] = sketch(text)
    return found

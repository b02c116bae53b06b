"""Beside a gathering: files that were gathered before, pages, and which of our texts an unknown one is most like."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from annotator.app.documents.titles import names_of
from annotator.app.finding import expanded
from annotator.app.gather.questions import AskedText, Questions
from annotator.app.imports.bundles import Opener
from annotator.app.imports.intake import FileAccount, file_digest
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.core.entry import Reject
from annotator.core.messages import message
from annotator.review.likeness import SCHEME, Sketch, candidates, sketch
from annotator.review.tiers import LEAST, likeness
from annotator.store import duplicates, known
from annotator.store.database import Connection

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


def brought_on(before: Sequence[FileAccount], now: Sequence[FileAccount]) -> list[FileAccount]:
    """Return what came of files that were gathered once more, with answers: what they brought before, and now."""
    earlier = {account.path: account for account in before}
    return [_both(earlier.get(account.path), account) for account in now]


def _both(before: FileAccount | None, now: FileAccount) -> FileAccount:
    if before is None or now.rejected:
        return now
    if not now.read:
        # It was taken whole before.
        return before
    return replace(
        now,
        added=before.added + now.added,
        updated=before.updated + now.updated,
        unchanged=max(0, now.unchanged - before.added - before.updated),
        fates=before.fates | now.fates,
        notes=[*(note for note in before.notes if note not in now.notes), *now.notes],
    )


def others(project: Path, paths: Sequence[Path]) -> list[Path]:
    """Return the files named and those in the folders named, less the open project where it lies in such a folder.

    Nobody means the project by its folder; named, it is told that it has nothing to bring.
    """
    return [path for path in expanded(paths) if path in paths or not _is_same(project, path)]


def is_own(project: Path, path: Path, account: FileAccount) -> bool:
    """Tell whether a file is the open project itself, which has nothing to bring; the account says so."""
    same = _is_same(project, path)
    if same:
        account.refuse(message("gather.own-project"))
    return same


def _is_same(project: Path, path: Path) -> bool:
    try:
        return project.samefile(path)
    except OSError:
        return False


def refuse_page(account: FileAccount) -> bool:
    """Say of a page that nobody has marked anything in it; always False."""
    account.refuse(message("gather.no-marks", name=account.file))
    return False


def find_likely(connection: Connection, questions: Questions, report: Report, cancelled: Cancelled) -> None:
    """Find for each text that is asked about which of ours it is most like; UserError `job.cancelled`."""
    if not questions.texts:
        return
    sketches = _sketches(connection, cancelled)
    for number, asked in enumerate(questions.texts.values()):
        stop_if(cancelled)
        report(Progress(number, len(questions.texts), "documents"))
        made = sketch(asked.text)
        near = candidates(made, sketches, _LEAST)[:_COMPARED]
        found = _likely(connection, asked, dict.fromkeys((*asked.candidates, *near[:1])))
        # Beside one that is as good as found, only those are worth the time that may be as like it.
        is_found = any(alike >= LEAST for _, _, alike in found)
        rest = candidates(made, {id_: sketches[id_] for id_ in near}, LEAST) if is_found else near
        found += _likely(connection, asked, [id_ for id_ in rest if id_ not in {one[0] for one in found}])
        asked.likely = tuple(sorted(found, key=_unlikeliest_last))


def _likely(connection: Connection, asked: AskedText, ids: Iterable[int]) -> list[tuple[int, str, float]]:
    wanted = list(ids)
    titles = names_of(connection, wanted)
    texts = duplicates.texts(connection, wanted)
    found = [(id_, titles[id_], likeness(texts[id_], asked.text)) for id_ in wanted if id_ in titles]
    return [one for one in found if one[2] >= _LEAST]


def _unlikeliest_last(found: tuple[int, str, float]) -> tuple[float, int]:
    return (-found[2], found[0])


def _sketches(connection: Connection, cancelled: Cancelled) -> dict[int, Sketch]:
    """Return the sketches of all our documents; those that a worker has not made yet are made here."""
    found = {id_: Sketch(made) for id_, made in duplicates.sketches(connection, (SCHEME, SCHEME)).items()}
    for id_, _version, text in duplicates.stale(connection, (SCHEME, SCHEME), -1):
        stop_if(cancelled)
        found[id_] = sketch(text)
    return found

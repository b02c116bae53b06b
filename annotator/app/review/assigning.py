"""Assignments: documents split among annotators with an overlap for agreement, each in a project file of its own."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session
from annotator.core.errors import user_error
from annotator.core.people import Annotator
from annotator.core.validate import check_name
from annotator.store import assigning as store
from annotator.store.assigning import Assignable
from annotator.store.project import Project

__all__ = [
    "AssignJob", "Assignable", "Assigned", "Share", "Wish", "documents_of", "file_of", "is_quiet", "split",
]  # fmt: skip

_NOT_IN_NAMES: Final = re.compile(r"[^\w가-힣.-]+")
_LONGEST: Final = 60
_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """How to split: among whom, which share of the documents several get, and how many of them (0: all).

    `seed` makes the same split again; `only_fresh` leaves out documents that somebody has begun.
    """

    names: tuple[str, ...]
    overlap: int = 20
    copies: int = 0
    seed: str = ""
    only_fresh: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """What one annotator gets: documents by their ids, in the order of those; how many of them others get too."""

    name: str
    uids: tuple[str, ...]
    shared: int
    characters: int


def documents_of(session: Session) -> list[Assignable]:
    """Return the documents of a project that can be assigned."""
    return store.assignable(session.project.connection)


def is_quiet(session: Session) -> bool:
    """Tell whether nothing is to be suggested in this project: so it was assigned."""
    return store.is_quiet(session.project.connection)


def split(documents: Sequence[Assignable], wish: Wish) -> tuple[Share, ...]:
    """Return the shares of the annotators in their order: the same for the same documents, names and seed.

    So many of a hundred documents as `overlap` says, rounded, go to `copies` annotators each (0: to all), the others
    to one; each document goes to those who have the fewest characters so far. UserError `assign.names` where there
    are no names, or one twice, `assign.overlap` where there are fewer annotators than copies.
    """
    names = [name.strip() for name in wish.names]
    if not names or not all(names) or len(set(names)) < len(names):
        raise user_error("assign.names")
    for name in names:
        check_name(name)
    copies = wish.copies or len(names)
    if not 0 <= wish.overlap <= _PERCENT or (wish.overlap and not 2 <= copies <= len(names)):
        raise user_error("assign.overlap")
    chosen = [one for one in documents if not (wish.only_fresh and one.begun)]
    drawn = sorted(chosen, key=lambda one: hashlib.sha256(f"{wish.seed}\n{one.uid}".encode()).digest())
    shared = (len(drawn) * wish.overlap + _PERCENT // 2) // _PERCENT
    given: dict[str, list[str]] = {name: [] for name in names}
    load = dict.fromkeys(names, 0)
    together = dict.fromkeys(names, 0)
    for number, one in enumerate(drawn):
        # The sort is stable: of those with as much, the first named.
        receivers = sorted(names, key=load.__getitem__)[: copies if number < shared else 1]
        for name in receivers:
            given[name].append(one.uid)
            load[name] += one.length
            together[name] += number < shared
    return tuple(Share(name, tuple(sorted(given[name])), together[name], load[name]) for name in names)


def file_of(folder: Path, project: Path, name: str) -> Path:
    """Return the file for an annotator's share: the project's name and theirs, without what names of files lack."""
    plain = _NOT_IN_NAMES.sub("_", name).strip("._") or "annotator"
    return folder / f"{project.stem[:_LONGEST]}-{plain[:_LONGEST]}.sqlite"


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was written: the file of each share."""

    files: Mapping[str, Path] = field(default_factory=dict)


class AssignJob:
    """Writes the shares, each to a project file of its own; cancelled or failed, none of them stays."""

    def __init__(self, session: Session, shares: Iterable[Share], folder: Path, *, quiet: bool) -> None:
        self._project = session.project
        self._labels = session.labels.labels
        self._shares = tuple(share for share in shares if share.uids)
        self._folder = folder
        self._quiet = quiet

    def run(self, report: Report, cancelled: Cancelled) -> Assigned:
        """Write them; UserError `store.exists` where a name is taken, `assign.nothing` where there is nothing."""
        if not self._shares:
            raise user_error("assign.nothing")
        files = {one.name: file_of(self._folder, self._project.path, one.name) for one in self._shares}
        if len({path.name.casefold() for path in files.values()}) < len(files):
            raise user_error("assign.names")
        for path in files.values():
            if path.exists():
                raise user_error("store.exists", path=str(path))
        written: list[Path] = []
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._project.in_worker() as project:
                for number, share in enumerate(self._shares):
                    stop_if(cancelled)
                    report(Progress(number, len(self._shares), "files"))
                    store.write_part(
                        project.connection,
                        files[share.name],
                        (_person(project, share.name), self._labels),
                        share.uids,
                        quiet=self._quiet,
                    )
                    written.append(files[share.name])
                stop_if(cancelled)
        except BaseException as error:
            for path in written:
                path.unlink(missing_ok=True)
            if isinstance(error, OSError):
                reason = error.strerror or str(error)
                raise user_error("export.not-written", path=str(self._folder), reason=reason) from error
            raise
        return Assigned(files)


def _person(project: Project, name: str) -> Annotator:
    """Return the annotator of that name as the project knows them, or a new one: the id is theirs from then on."""
    known = next((one for one in project.reading.annotators() if one.name == name), None)
    return Annotator(1, known.uid if known is not None else secrets.token_hex(8), name)

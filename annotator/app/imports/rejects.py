"""Lines that were not taken, saved to a file: where, why, and what stands there, so that they can be put right."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.app.finding import name_of
from annotator.app.imports.archives import Archives
from annotator.app.imports.bundles import Opener
from annotator.app.imports.intake import Doubt, FileAccount
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.writing import written
from annotator.core.entry import Reject
from annotator.core.errors import UserError, user_error
from annotator.core.messages import Message, message
from annotator.formats.base import main_member
from annotator.store.place import path_key

Say = Callable[[Message], str]
"""Returns the sentence of a message in the language of the reader."""

# A line that is longer is cut: what is saved is to be read by people.
LONGEST: Final = 1 << 20
_REPORT_EVERY: Final = 500
_OFFSETS: Final = "entry.offsets-utf16"


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken of one file; a reject with the line 0 is about the file as a whole."""

    path: Path
    rejects: Sequence[Reject]


def refused_by(files: Sequence[FileAccount], doubtful: Sequence[Doubt]) -> list[Refused]:
    """Return what was not taken of each file, those left out for their doubtful encoding among them."""
    doubts = {doubt.path: doubt for doubt in doubtful}
    found: list[Refused] = []
    for account in files:
        rejects = list(account.rejected)
        doubt = doubts.get(account.path)
        if doubt is not None:
            encodings = ", ".join(doubt.previews)
            told = message("import.encoding-doubtful", name=account.file, encodings=encodings)
            rejects.append(Reject(0, told))
        if rejects:
            found.append(Refused(account.path, rejects))
    return found


def notes_on(files: Sequence[FileAccount]) -> list[Refused]:
    """Return what the readers did to documents that a person should know; nothing of it was refused."""
    return [Refused(account.path, account.notes) for account in files if account.notes]


def counts_as_browsers(refused: Sequence[Refused]) -> bool:
    """Tell whether marks of a file fit only if an emoji counts as two, so that it may be read in that way."""
    return any(reject.reason.id == _OFFSETS for one in refused for reject in one.rejects)


class RejectsJob:
    """Writes what was not taken as JSON Lines, whole or not at all; nothing refused makes an empty file.

    Each line has `file`, `member`, `line` (from 1, 0 for the whole file), `where`, `reason` and `content`: the line
    as it stands in the file, "" for members of a whole and where it cannot be read again, cut after 1 MiB.
    """

    def __init__(self, refused: Sequence[Refused], target: Path, say: Say) -> None:
        self._refused = refused
        self._target = target.absolute()
        self._say = say

    def run(self, report: Report, cancelled: Cancelled) -> int:
        """Return how many were written; UserError `rejects.is-input`, `export.not-written`, `job.cancelled`."""
        refuse_input(self._target, [one.path for one in self._refused])
        count, total = 0, sum(len(one.rejects) for one in self._refused)
        with closing(Archives()) as archives, written(self._target) as sink, main_member(sink) as file:
            for row in self._rows(archives):
                if count % _REPORT_EVERY == 0:
                    stop_if(cancelled)
                    report(Progress(count, total, "lines"))
                file.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
                count += 1
        return count

    def _rows(self, archives: Archives) -> Iterator[dict[str, object]]:
        for one in self._refused:
            lines = _Lines(one.path, archives)
            for reject in sorted(one.rejects, key=lambda reject: (reject.member, reject.line)):
                member = member_of(one.path, reject)
                yield {
                    "file": str(one.path),
                    "member": member,
                    "line": reject.line,
                    "where": reject.where,
                    "reason": self._say(reject.reason),
                    "content": "" if member else lines.at(reject.line),
                }


def refuse_input(target: Path, paths: Sequence[Path]) -> None:
    """Raise UserError `rejects.is-input` where the target is one of the files that are read."""
    if path_key(target.absolute()) in {path_key(path.absolute()) for path in paths}:
        raise user_error("rejects.is-input", path=str(target))


def member_of(path: Path, reject: Reject) -> str:
    """Return the member of an archive or a folder that a reject is about, "" for the file itself."""
    return "" if reject.member == name_of(path) else reject.member


class _Lines:
    """The lines of a file, asked for by rising numbers."""

    def __init__(self, path: Path, archives: Archives) -> None:
        self._path = path
        self._archives = archives
        self._number = 0
        self._text = ""
        self._found = self._numbered()

    def at(self, number: int) -> str:
        """Return the line with that number (from 1) without its end, "" where there is none."""
        with suppress(OSError, UserError):
            while self._number < number:
                self._number, self._text = next(self._found, (number, ""))
        return self._text if number and self._number == number else ""

    def _numbered(self) -> Iterator[tuple[int, str]]:
        member = self._archives.opener(self._path)
        opener = Opener(self._path) if member is None else member[1]
        with opener() as file:
            number = 0
            while piece := file.readline(LONGEST):
                number += 1
                line = piece
                while piece and not piece.endswith(b"\n"):
                    piece = file.readline(LONGEST)
                yield number, line.decode("utf-8", "backslashreplace").rstrip("\r\n")

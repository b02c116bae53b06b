"""What the commands share: exit statuses, progress on a terminal, arguments, and how a refusal is told."""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.app.jobs import Progress
from annotator.core.entry import Reject
from annotator.core.messages import Message
from annotator.core.sentences import in_english
from annotator.core.validate import name_problem
from annotator.core.value_forms import is_day
from annotator.formats.carrying import KINDS, losses_told
from annotator.formats.registry import BUILT_IN

if TYPE_CHECKING:
    # The name is private, but there is no other for what add_subparsers returns.
    Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
else:
    Parsers = object

OK: Final = 0
REJECTS: Final = 1
WRONG: Final = 2

_EVERY_SECONDS: Final = 0.2

# What helps on the command line; the sentences themselves are those of the window too.
_CURES: Final = {
    "entry.offsets-utf16": "--from-utf16",
    "export.choose": "--annotator NAME, --gold or --all-layers",
    "export.several": "--annotator ID",
    "import.encoding-doubtful": "--encoding NAME",
    "layer.exists-unnamed": "--annotator NAME",
    "table.columns-unknown": "--map text=COLUMN",
}

# The same, where commands have an option of their own.
_CURES_OF: Final = {
    ("export", "native.no-annotator"): "--name NAME",
    ("convert", "native.no-annotator"): "--annotator NAME",
    ("export", "export.nothing"): "--status all takes documents that nobody has begun, too",
}


class Meter:
    """Says on a terminal's stderr how far a job is; silent elsewhere."""

    def __init__(self) -> None:
        # There is no stderr where whoever started the program closed it.
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        """Show the progress, not more often than the eye follows."""
        now = time.monotonic()
        if not self._shows or now - self._last < _EVERY_SECONDS:
            return
        self._last = now
        total = f" of {progress.total:,}" if progress.total else ""
        print(f"\r{progress.done:,}{total} {progress.unit} ", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line clean."""
        if self._shows and self._last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def day(text: str) -> str:
    """Return the day that an option names; argparse says so where it is none."""
    if not is_day(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as YYYY-MM-DD")
    return text


def annotator_name(text: str) -> str:
    """Return the name that an option gives an annotator; argparse says so where it cannot be one."""
    problem = name_problem(text)
    if problem is not None:
        raise argparse.ArgumentTypeError(in_english(problem))
    return text


def sentence(told: Message, command: str = "") -> str:
    """Return a message in English, with the option that helps where one (of the command) does."""
    cure = _CURES_OF.get((command, told.id), _CURES.get(told.id))
    return in_english(told) if cure is None else f"{in_english(told)} ({cure})"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def written_formats() -> str:
    """Return the ids of our formats that can be written, for a help text."""
    return ", ".join(known.id for known in BUILT_IN if known.can_write)


def read_formats() -> str:
    """Return the ids of our formats that can be read, for a help text."""
    return ", ".join(known.id for known in BUILT_IN if known.can_read)


def print_losses(lost: Mapping[str, int], at_risk: Mapping[str, int], format_: str) -> None:
    """Say what a format could not carry, and what its tools may drop, with counts; nothing where it carried all."""
    for counts, told in ((lost, f"not carried by {format_}"), (at_risk, f"may be dropped by {format_}")):
        parts = [sentence(loss) for loss in losses_told(counts.items())]
        if parts:
            print(plain(f"{told}: {', '.join(parts)}"))
    if lost.keys() & KINDS and format_ != "native":
        print("native carries all of it")


def complain(text: str) -> None:
    """Say something on stderr."""
    print(f"annotator: {plain(text)}", file=sys.stderr)


def plain(text: str) -> str:
    """Return a line for a terminal: what a file could steer it with is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def print_json(value: object) -> None:
    """Print one JSON object, in UTF-8 whatever the terminal is."""
    if sys.stdout is None:
        return  # closed by whoever started the program; print() is silent then too
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def reject_rows(rejects: Iterable[Reject]) -> list[Mapping[str, object]]:
    """Return rejects as the JSON of the commands: line (from 1, 0 for the whole file), where, reason."""
    return [
        {"line": reject.line, "where": reject.where, "reason": sentence(reject.reason)} for reject in rejects
    ]


def reject_line(file: str, reject: Reject) -> str:
    """Return a reject as one line for people: file, line, part, reason."""
    place = ":".join([file, *([str(reject.line)] if reject.line else [])])
    where = f" {reject.where}:" if reject.where else ""
    return plain(f"{place}:{where} {sentence(reject.reason)}")

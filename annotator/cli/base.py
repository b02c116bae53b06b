"""What the commands share: exit statuses, progress on a terminal, and how a refusal is told."""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.app.jobs import Progress
from annotator.core.entry import Reject
from annotator.core.sentences import in_english

if TYPE_CHECKING:
    import argparse

    # The name is private, but there is no other for what add_subparsers returns.
    Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
else:
    Parsers = object

OK: Final = 0
REJECTS: Final = 1
WRONG: Final = 2

_EVERY_SECONDS: Final = 0.2


class Meter:
    """Says on a terminal's stderr how far a job is; silent elsewhere."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
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


def print_json(value: object) -> None:
    """Print one JSON object, in UTF-8 whatever the terminal is."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def reject_rows(rejects: Iterable[Reject]) -> list[Mapping[str, object]]:
    """Return rejects as the JSON of the commands: line (from 1, 0 for the whole file), where, reason."""
    return [
        {"line": reject.line, "where": reject.where, "reason": in_english(reject.reason)}
        for reject in rejects
    ]


def reject_line(file: str, reject: Reject) -> str:
    """Return a reject as one line for people: file, line, part, reason."""
    place = ":".join([file, *([str(reject.line)] if reject.line else [])])
    where = f" {reject.where}:" if reject.where else ""
    return f"{place}:{where} {in_english(reject.reason)}"

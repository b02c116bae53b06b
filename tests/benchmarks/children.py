"""Runs a script in a process of its own, and takes its figures, its CPU time and the most memory it held.

Everything that is measured runs so: nothing that one measurement has loaded or warmed up is there in the next.
This process stays small, because Linux counts the parent's memory at the fork as the child's.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
_MACOS_COUNTS_BYTES: Final = 1024 if sys.platform == "darwin" else 1


class ChildError(Exception):
    """A script ended with an error."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended: what it printed as JSON, its CPU seconds, its most memory in MB, its seconds."""

    said: Any
    cpu: float
    peak: float
    seconds: float


class Children:
    """Starts scripts with a home of their own, in `folder`."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell

    def script(self, module: str, *arguments: object) -> Ended:
        """Run a module of this package (`floors.row_inserts`) and return what it printed, one line of JSON."""
        return self._run([f"{__package__}.{module}", *map(str, arguments)], (0,))

    def command(self, *arguments: object, statuses: Sequence[int] = (0,)) -> Ended:
        """Run a command of the program with --json."""
        return self._run(["annotator", *map(str, arguments), "--json"], statuses)

    def figures(self, module: str, *arguments: object) -> dict[str, list[float]]:
        """Run a script that prints lists of figures by name, and return them."""
        said: dict[str, list[float]] = self.script(module, *arguments).said
        return said

    def _run(self, arguments: list[str], statuses: Sequence[int]) -> Ended:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "ANNOTATOR_HOME": str(self._folder / "home"),
            # Modules are compiled once, as where the program is installed, whatever the machine at hand prefers.
            "PYTHONPYCACHEPREFIX": str(self._folder / "compiled"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        started = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        with child.stdout:
            written = child.stdout.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        if child.returncode not in statuses:
            told = f"{' '.join(arguments)} ended with {child.returncode}"
            raise ChildError(told)
        self._tell(f"    {seconds:6.1f} s  {' '.join(Path(part).name for part in arguments)}")
        peak = used.ru_maxrss / 1024 / _MACOS_COUNTS_BYTES
        last = written.decode("utf-8").strip().rpartition("\n")[2]
        return Ended(json.loads(last) if last else None, used.ru_utime + used.ru_stime, peak, seconds)


def thrice(
    floor: Callable[[], float], ours: Callable[[], float], rounds: int
) -> tuple[float, tuple[float, float]]:
    """Take floor, ours, floor so many times; return the median of ours, and of the floors before and after."""
    taken = [(floor(), ours(), floor()) for _ in range(rounds)]
    before, own, after = (median(column) for column in zip(*taken, strict=True))
    return own, (before, after)


def least(measure: Callable[[], float], *, runs: int, enough: float | None = None) -> tuple[float, int]:
    """Return the least of so many runs and how many there were; fewer where one is `enough` for the target."""
    found: list[float] = []
    while len(found) < runs and not (found and enough is not None and min(found) <= enough):
        found.append(measure())
    return min(found), len(found)

"""Runs the benchmarks: `python -m tests.benchmarks [G1 G4 …]`; exit 1 where a target is missed."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks import (
    g_compare,
    g_exchange,
    g_list,
    g_pane,
    g_search,
    g_stall,
    g_start,
    g_undo,
    machine,
)
from tests.benchmarks.bench import FULL, QUICK, Bench
from tests.benchmarks.children import ChildError
from tests.benchmarks.table import Row, printed

Goal = Callable[[Bench], Iterator[Row]]

# In an order in which one leaves for the next what it has made: the projects, the index.
_GOALS: Final[dict[str, Goal]] = {
    "G1": g_exchange.g1,
    "G2": g_exchange.g2,
    "G15": g_undo.g15,
    "G14": g_compare.g14,
    "G5": g_pane.g5,
    "G6": g_pane.g6,
    "G7": g_pane.g7,
    "G8": g_start.g8,
    "G9": g_start.g9,
    "G11": g_list.g11,
    "G12": g_stall.g12,
    "G3": g_exchange.g3,
    "G16": g_search.g16,
    "G10": g_search.g10,
    "G4": g_pane.g4,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for, all by default, and print the table."""
    options = _options(argv)
    rows: list[Row] = []
    failed: list[str] = []
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="annotator-benchmarks-", dir=options.folder) as made:
        folder = Path(options.keep).absolute() if options.keep else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(folder, QUICK if options.quick else FULL, _tell)
        _tell(f"{machine.described()}\n{machine.busy()}".strip())
        try:
            for goal in _GOALS:
                if not options.goals or goal in options.goals:
                    _measure(bench, goal, rows, failed)
        except KeyboardInterrupt:
            failed.append("interrupted: what follows was not measured")
    rows.sort(key=lambda row: int(row.goal[1:]))
    print(printed(rows))
    took = f"{time.perf_counter() - started:.0f} s in all{'; QUICK' * options.quick}"
    print(f"\n{machine.described()}; {took}")
    print("\n".join(failed + ([machine.busy()] if machine.busy() else [])))
    return 1 if failed or any(row.met is False for row in rows) else 0


def _measure(bench: Bench, goal: str, rows: list[Row], failed: list[str]) -> None:
    """Measure one goal and tell each row as it is known, so that a run that is cut off has told what it had."""
    _tell(goal)
    try:
        for row in _GOALS[goal](bench):
            rows.append(row)
            _tell("  ".join(row.cells()))
    except ChildError as error:
        failed.append(f"{goal}: not measured, {error}")


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Measure what the program must hold, each against a floor taken in the same run.",
    )
    parser.add_argument(
        "goals", metavar="G", nargs="*", type=str.upper, help=f"of {', '.join(_GOALS)}; default: all"
    )
    parser.add_argument(
        "--quick", action="store_true", help="small sizes and few rounds: a look, not a result"
    )
    parser.add_argument(
        "--keep", metavar="DIR", help="work in DIR and leave there what was made, for the next run"
    )
    parser.add_argument(
        "--folder", metavar="DIR", help="where the working folder is made (default: the system's)"
    )
    options = parser.parse_args(argv)
    unknown = set(options.goals) - _GOALS.keys()
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return options


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

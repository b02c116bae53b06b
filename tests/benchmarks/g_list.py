"""G11: the list of a million documents."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.table import Row

_TIMES = 1.2
_RUNS = 5


def g11(bench: Bench) -> Iterator[Row]:
    """Open, jump, filter, and the memory it takes; floor, ours and floor in turn, five processes of each."""
    table, project = bench.list_table(), bench.million()
    times = max(1, bench.sizes.medians // _RUNS)
    before, ours, after = [], [], []
    for _ in range(_RUNS):
        before.append(bench.children.figures("floors.id_table", table, times))
        ours.append(bench.children.script("ours.list_view", project, times).said)
        after.append(bench.children.figures("floors.id_table", table, times))
    for kind in ("open", "jump", "filter"):
        floors = tuple(median(_all(runs, kind)) for runs in (before, after))
        yield Row(
            goal="G11", what=f"list of {bench.sizes.listed:,} documents, {kind}", ours=median(_all(ours, kind)),
            unit="ms", floors=floors, ratio=_TIMES,
        )  # fmt: skip
    floors = tuple(min(_all(runs, "mb")) for runs in (before, after))
    yield Row(
        goal="G11", what="the same, memory", ours=min(_all(ours, "mb")), unit="MB", floors=floors, ratio=_TIMES
    )  # fmt: skip


def _all(runs: list[dict[str, list[float]]], kind: str) -> list[float]:
    return [figure for run in runs for figure in run[kind]]

"""G15: undo and redo of a step that touched 1,000 spans."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.table import Row


def g15(bench: Bench) -> Iterator[Row]:
    """Undo and redo a step."""
    project, times = bench.thousand(), bench.sizes.medians

    def floor() -> float:
        return median(bench.children.figures("floors.row_updates", bench.path("updates.sqlite"), times)["ms"])

    before = floor()
    found = bench.children.figures("ours.undoing", bench.copied(project), times)
    floors = (before, floor())
    for kind in ("undo", "redo"):
        yield Row(
            goal="G15", what=f"{kind} a step that touched 1,000 spans", ours=median(found[kind]), unit="ms",
            floors=floors, ratio=3,
        )  # fmt: skip

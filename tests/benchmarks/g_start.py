"""G8 and G9: the start of the program, and its memory at rest."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.children import least, thrice
from tests.benchmarks.table import Row


def g8(bench: Bench) -> Iterator[Row]:
    """Start until the first document is painted."""
    project = _ready(bench)
    ours, floors = thrice(
        lambda: float(bench.children.script("floors.bare_window", "start").said["cpu"]),
        lambda: float(bench.children.script("ours.start", project, "start").said["cpu"]),
        bench.sizes.starts,
    )
    yield Row(
        goal="G8", what="process start to first document painted, CPU", ours=ours, unit="s", floors=floors, ratio=1.6
    )  # fmt: skip


def g9(bench: Bench) -> Iterator[Row]:
    """Rest with the window open on a document."""
    project, runs = _ready(bench), bench.sizes.memories
    floor, _ = least(lambda: float(bench.children.script("floors.bare_window", "rest").said["mb"]), runs=runs)
    ours, _ = least(lambda: float(bench.children.script("ours.start", project, "rest").said["mb"]), runs=runs)
    yield Row(
        goal="G9",
        what="memory at rest, window open on a document",
        ours=ours,
        unit="MB",
        floors=(floor,),
        limit=100,
    )


def _ready(bench: Bench):
    """Return a project that was opened before: indexed, backed up today; and compiled modules."""
    project = bench.project(bench.sizes.few)
    bench.children.script("home")
    bench.children.script("ours.start", project, "rest")
    return project

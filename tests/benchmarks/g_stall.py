"""G12: the longest stall of the window while it imports."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import percentile
from tests.benchmarks.table import Row


def g12(bench: Bench) -> Iterator[Row]:
    """Import into a project that is open in the window, while a person saves."""
    source, project = bench.native(bench.sizes.stalled), bench.project(bench.sizes.few)
    worst, saves = [], []
    for _ in range(bench.sizes.stalls):
        said = bench.children.script("ours.stall", "import", bench.copied(project), source).said
        worst.append(said["stalls"][0])
        saves += said["saves"]
    yield Row(
        goal="G12",
        what=f"longest stall while importing {bench.sizes.stalled:,} documents, worst of {len(worst)} runs",
        ours=max(worst),
        unit="ms",
        limit=100,
        note=f"median of the runs {median(worst):.0f} ms, all {', '.join(f'{one:.0f}' for one in sorted(worst))};"
        f" {len(saves):,} saves, {median(saves):.1f} ms median, {percentile(saves, 95):.0f} ms p95",
    )

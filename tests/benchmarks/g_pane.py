"""G4 to G7: the next document, a digit, and both in a document of 200,000 characters with 5,000 spans."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.children import thrice
from tests.benchmarks.figures import percentile
from tests.benchmarks.table import Row

_LARGE = 100_000  # characters: what is longer is one of the large documents


def g4(bench: Bench) -> Iterator[Row]:
    """Show the next document, in projects of few and of many."""
    sizes = bench.sizes
    few, many = bench.project(sizes.few), bench.project(sizes.many)
    bare = bench.children.figures("floors.bare_text", bench.native(sizes.few), 1)["ms"]
    found = bench.children.figures("ours.next_document", few, sizes.samples)["ms"]
    floor = (median(bare),)
    yield Row(
        goal="G4", what="next document, key to painted, median", ours=median(found), unit="ms", floors=floor, limit=20
    )  # fmt: skip
    yield Row(
        goal="G4", what="next document, key to painted, p95", ours=percentile(found, 95), unit="ms", floors=floor,
        limit=40,
    )  # fmt: skip

    def taken(project: Path) -> float:
        return median(bench.children.figures("ours.next_document", project, sizes.samples)["ms"])

    ours, floors = thrice(lambda: taken(few), lambda: taken(many), sizes.rounds)
    yield Row(
        goal="G4", what=f"the same, {sizes.many:,} documents against {sizes.few:,}", ours=ours, unit="ms",
        floors=floors, ratio=1.2,
    )  # fmt: skip


def g5(bench: Bench) -> Iterator[Row]:
    """Mark with a digit in documents of usual length."""
    yield _digit(bench, "G5", "digit to span painted and committed, p95", bench.project(bench.sizes.few), 16)


def g6(bench: Bench) -> Iterator[Row]:
    """Mark with a digit in a large document."""
    yield _digit(bench, "G6", "the same, 200,000 characters with 5,000 spans, p95", bench.large(), 30)


def _digit(bench: Bench, goal: str, what: str, project: Path, limit: float) -> Row:
    bare = bench.children.figures("floors.two_rows", bench.path("two-rows.sqlite"), bench.sizes.samples)["ms"]
    found = bench.children.figures("ours.digit", bench.copied(project), bench.sizes.samples)
    return Row(
        goal=goal, what=what, ours=percentile(found["ms"], 95), unit="ms", limit=limit,
        floors=(median(bare) + median(found["paint"]),),
        note=f"median {median(found['ms']):.1f} ms; all that follows it is painted after {median(found['all']):.1f} ms"
        f" (median; p95 {percentile(found['all'], 95):.1f} ms), and takes {median(found['cpu']):.1f} ms of CPU in all;"
        f" the floor is the sum of two medians, a transaction of two rows ({median(bare):.2f} ms) and painting the pane"
        f" ({median(found['paint']):.1f} ms)",
    )  # fmt: skip


def g7(bench: Bench) -> Iterator[Row]:
    """Open a large document."""
    project, times = bench.large(), bench.sizes.large - 2

    def bare() -> float:
        return median(bench.children.figures("floors.bare_text", bench.large_file(), _LARGE)["ms"])

    before = bare()
    found = bench.children.figures("ours.open_large", project, times)["ms"]
    after = bare()
    yield Row(
        goal="G7", what="open 200,000 characters with 5,000 spans, to painted", ours=median(found), unit="ms",
        floors=(before, after), ratio=3,
    )  # fmt: skip

"""G14: every measure of two annotators over many documents, and of one document that changes."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.table import Row


def g14(bench: Bench) -> Iterator[Row]:
    """Measure a project, count a document anew, and measure the project again after it."""
    project = bench.copied(bench.pairs())
    found = bench.children.figures("ours.comparing", project, bench.sizes.rounds)
    told = f"{found['documents']:,} documents, {found['spans']:,} spans"
    yield Row(
        goal="G14", what=f"compare two annotators, {told}, CPU", ours=median(found["s"]), unit="s", limit=5
    )
    yield Row(
        goal="G14",
        what="count a document that changed, CPU",
        ours=max(found["document_ms"]),
        unit="ms",
        limit=5,
    )
    yield Row(goal="G14", what="measure all again after that, CPU", ours=median(found["again_s"]), unit="s")

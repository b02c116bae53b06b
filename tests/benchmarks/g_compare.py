"""G14: every measure of two annotators over many documents, and the work of the reviewer on them."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.table import Row


def g14(bench: Bench) -> Iterator[Row]:
    """Measure a project, count a document anew and measure again; its queue, its rules, and a file gathered into it."""
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
    yield from _queue(bench)
    yield _gathering(bench)


def _queue(bench: Bench) -> Iterator[Row]:
    found = bench.children.figures("ours.queueing", bench.copied(bench.pairs()), bench.sizes.rounds)
    told = f"{found['items']:,} items"
    yield Row(goal="G14", what=f"review queue of {told}, CPU", ours=median(found["s"]), unit="s", limit=4)
    if found["first_s"]:
        yield Row(goal="G14", what="its first items, CPU", ours=median(found["first_s"]), unit="s", limit=1)
    yield Row(
        goal="G14", what="what every rule would decide of them, CPU", ours=median(found["rules_s"]), unit="s"
    )


def _gathering(bench: Bench) -> Row:
    file = bench.colleague()
    said = [
        bench.children.script("ours.gathering", bench.copied(bench.pairs()), file).said
        for _ in range(bench.sizes.rounds)
    ]
    told = f"{said[0]['documents']:,} documents, half of them with other blanks"
    return Row(goal="G14", what=f"gather {told}, CPU", ours=median(one["cpu"] for one in said), unit="s")

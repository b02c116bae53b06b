"""G10 and G16: search in many documents, and the index that makes it quick."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import percentile
from tests.benchmarks.table import Row

_STALL_MS = 100
_INDEX_TIMES = 1.5


def g10(bench: Bench) -> Iterator[Row]:
    """Search for terms of every kind."""
    project = bench.indexed(bench.sizes.many)
    scan = median(bench.children.figures("floors.text_scan", project)["ms"])
    said = bench.children.script("ours.searching", project).said
    slowest = ", ".join(f"{term!r} {taken:.1f} ms" for taken, term in said["slowest"])
    what = f"search {bench.sizes.many:,} documents, {len(said['terms'])} terms"
    yield Row(
        goal="G10", what=f"{what}, the first 50, p95", ours=percentile(said["ms"], 95), unit="ms", limit=30,
        floors=(scan,), note=f"median {median(said['ms']):.2f} ms; slowest {slowest}; beside it `instr` over all texts",
    )  # fmt: skip
    yield Row(
        goal="G10", what=f"{what}, wrong answers or counts", ours=len(said["wrong"]), unit="", limit=0,
        note=f"wrong: {', '.join(said['wrong'])}" if said["wrong"] else "",
    )  # fmt: skip


def g16(bench: Bench) -> Iterator[Row]:
    """Index many documents in the window while a person saves; the second floor only where the first is missed."""
    count = bench.sizes.many
    floors = [_floor(bench)]
    said = bench.index(count)
    if said["cpu"] > _INDEX_TIMES * floors[0]:
        floors.append(_floor(bench))
    yield Row(
        goal="G16", what=f"index {count:,} documents, CPU of the worker", ours=said["cpu"], unit="s",
        floors=tuple(floors), ratio=_INDEX_TIMES,
    )  # fmt: skip
    yield Row(
        goal="G16", what=f"longest stall meanwhile, of {len(said['saves']):,} saves", ours=said["stalls"][0],
        unit="ms", limit=_STALL_MS, note=_stalls(said),
    )  # fmt: skip


def _floor(bench: Bench) -> float:
    project = bench.project(bench.sizes.many)
    return float(bench.children.script("floors.ready_grams", project, bench.path("grams.sqlite")).said["cpu"])


def _stalls(said: dict) -> str:
    longest = ", ".join(f"{stall:.0f}" for stall in said["stalls"][:5])
    saves = said["saves"]
    return (
        f"the longest {longest} ms; a save {median(saves):.1f} ms median, {percentile(saves, 95):.0f} ms p95"
    )

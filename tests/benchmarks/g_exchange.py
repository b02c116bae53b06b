"""G1, G2, G3: import and export, their CPU time and their memory."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench import Bench
from tests.benchmarks.children import least, thrice
from tests.benchmarks.folders import removed
from tests.benchmarks.table import Row

_IMPORT_TIMES = 3
_EXPORT_TIMES = 2
_MORE_MB = 24


def g1(bench: Bench) -> Iterator[Row]:
    """Import: lines of the length that the target names, and beside them native ones, twice as long."""
    count = bench.sizes.exchanged
    for what, source, ratio, rounds in (
        ("bare", bench.short(count), _IMPORT_TIMES, bench.sizes.rounds),
        ("native", bench.native(count), None, 1),
    ):
        ours, floors = thrice(
            lambda source=source: _cpu(bench, "floors.row_inserts", source, bench.path("rows.sqlite")),
            lambda source=source: _cpu(bench, "ours.importing", source, bench.path("imported.sqlite")),
            rounds,
        )
        kilobytes = source.stat().st_size / count / 1000
        yield Row(
            goal="G1",
            what=f"import {count:,} documents, {what} lines of {kilobytes:.1f} kB, CPU",
            ours=ours,
            unit="s",
            floors=floors,
            ratio=ratio,
        )


def g2(bench: Bench) -> Iterator[Row]:
    """Export to native JSONL; the floor with the standard library stands beside that with orjson."""
    count = bench.sizes.exchanged
    project, rows = bench.project(count), bench.path("rows.jsonl")
    ours, floors = thrice(
        lambda: _cpu(bench, "floors.row_reads", project, rows, "orjson"),
        lambda: _cpu(bench, "ours.exporting", project, bench.path("exported.jsonl")),
        bench.sizes.rounds,
    )
    what = f"export {count:,} documents to native JSONL, CPU"
    yield Row(
        goal="G2", what=f"{what}, against orjson", ours=ours, unit="s", floors=floors, ratio=_EXPORT_TIMES
    )
    plain = _cpu(bench, "floors.row_reads", project, rows, "json")
    yield Row(goal="G2", what=f"{what}, against json", ours=ours, unit="s", floors=(plain,))


def g3(bench: Bench) -> Iterator[Row]:
    """Memory of the commands at many documents, against the same at few; no more runs than decide it."""
    few, many, runs = bench.sizes.few, bench.sizes.many, bench.sizes.memories
    floor, _ = least(lambda: _import_peak(bench, few), runs=runs)
    ours, taken = least(lambda: _import_peak(bench, many), runs=runs, enough=floor + _MORE_MB)
    yield _memory(f"annotator import, {many:,} documents, most memory", floor, ours, taken)
    floor, _ = least(lambda: _export_peak(bench, few), runs=runs)
    ours, taken = least(lambda: _export_peak(bench, many), runs=runs, enough=floor + _MORE_MB)
    yield _memory(f"annotator export, {many:,} documents, most memory", floor, ours, taken)
    bench.adopt(many, _by_command(bench, many))


def _memory(what: str, floor: float, ours: float, taken: int) -> Row:
    return Row(
        goal="G3", what=what, ours=ours, unit="MB", floors=(floor,), more=_MORE_MB,
        note=f"the least of {taken} run(s): the first that meets the target ends them; the floor is at few documents",
    )  # fmt: skip


def _import_peak(bench: Bench, count: int) -> float:
    project = _by_command(bench, count)
    removed(project)
    return bench.children.command("import", bench.native(count), "--project", project).peak


def _export_peak(bench: Bench, count: int) -> float:
    project, target = _by_command(bench, count), bench.path("by-command.jsonl")
    arguments = ("--project", project, "--format", "native", "--all-layers", "-o", target)
    return bench.children.command("export", *arguments).peak


def _by_command(bench: Bench, count: int) -> Path:
    return bench.path(f"by-command-{count}.sqlite")


def _cpu(bench: Bench, module: str, *arguments: object) -> float:
    return float(bench.children.script(module, *arguments).said["cpu"])

"""Time and memory of the exchange commands by size: `python -m tests.benchmarks.exchange [COUNT …]`.

Beside G1 to G3, which hold two of these against floors: import, export and conversions of files of 1,000, 10,000 and
100,000 documents, each as a command in a process of its own.
A target holds for memory alone (G3): at most 24 MB more than with the fewest documents.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks import machine
from tests.benchmarks.bench import FULL, Bench
from tests.benchmarks.children import Ended
from tests.benchmarks.folders import removed

COUNTS = (1_000, 10_000, 100_000)
TARGETS = ("native", "doccano", "prodigy", "csv", "conll")
MORE_MB = 24


def commands(bench: Bench, count: int) -> Iterator[tuple[str, Callable[[], Ended]]]:
    """Yield what is measured with so many documents, by name."""
    source, project = bench.native(count), bench.path(f"exchange-{count}.sqlite")
    removed(project)
    run = bench.children.command
    yield "import", lambda: run("import", source, "--project", project)
    target = bench.path("out.jsonl")
    options = ("--project", project, "--format", "native", "--all-layers", "-o", target)
    yield "export to native", lambda: run("export", *options)
    for format_ in TARGETS:
        out = bench.path(f"out.{format_}")
        # What a format cannot carry is told, and is no failure; of marks alone nothing is read here.
        yield (
            f"convert to {format_}",
            lambda form=format_, out=out: run("convert", source, "-o", out, "--to", form),
        )
    yield "check", lambda: run("check", source)


def main(argv: Sequence[str]) -> int:
    """Measure and print a table; 1 where a peak is more than G3 allows."""
    counts = [int(word) for word in argv] or list(COUNTS)
    least: dict[str, float] = {}
    missed = False
    print(machine.described(), machine.busy(), flush=True)
    print(f"{'what':<20}{'documents':>10}{'CPU s':>8}{'wall s':>8}{'docs/s':>8}{'peak MB':>9}", flush=True)
    with tempfile.TemporaryDirectory(prefix="annotator-exchange-") as folder:
        bench = Bench(Path(folder), FULL, lambda _: None)
        for count in sorted(counts):
            for what, run in commands(bench, count):
                ended = run()
                more = ended.peak - least.setdefault(what, ended.peak)
                missed = missed or more > MORE_MB
                speed = count / ended.seconds
                figures = f"{ended.cpu:>8.1f}{ended.seconds:>8.1f}{speed:>8.0f}{ended.peak:>9.1f}"
                print(f"{what:<20}{count:>10,}{figures}  {more:+.1f} MB", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""CPU time of reading and writing native lines against the parsers' own: `python -m tests.benchmarks.format_probe`.

Not one of the goals: a probe into the share that the format has in G1 and G2. A number of documents may be named.
Each figure is the least of several rounds in which all take turns; orjson stands beside json where it is installed.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from io import BytesIO

from annotator import formats
from annotator.core.entry import Entry
from annotator.core.validate import check_entry
from tests.benchmarks.corpus import documents, label_set

ROUNDS = 5


def least(record: dict[str, object]) -> dict[str, object]:
    """Return the record with what a reader needs and no more."""
    spans = [{key: span[key] for key in ("start", "end", "label")} for span in record["spans"]]
    return {"text": record["text"], "spans": spans}


def seconds(job: Callable[[], object]) -> float:
    """Return the CPU time of one run."""
    gc.collect()
    before = time.process_time()
    job()
    return time.process_time() - before


def table(jobs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least time of each job over rounds that take turns."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            best[name] = min(best[name], seconds(job))
    return best


def read_all(content: bytes) -> int:
    """Read a file and count what was taken."""
    return sum(isinstance(item, Entry) for item in formats.read(content, format="native"))


def main(count: int) -> None:
    """Print the table."""
    entries, labels = list(documents(count)), label_set()
    stream = BytesIO()
    formats.write(entries, stream, format="native")
    full = stream.getvalue()
    records = [json.loads(line) for line in full.splitlines()]
    small = "".join(json.dumps(least(record), ensure_ascii=False) + "\n" for record in records).encode()
    assert read_all(full) == read_all(small) == count
    jobs: dict[str, Callable[[], object]] = {
        "json.loads, least lines": lambda: [json.loads(line) for line in small.splitlines()],
        "read, least lines": lambda: read_all(small),
        "json.loads, full lines": lambda: [json.loads(line) for line in full.splitlines()],
        "read, full lines": lambda: read_all(full),
        "check_entry": lambda: [check_entry(entry, labels) for entry in entries],
        "json.dumps, full lines": lambda: [
            json.dumps(record, ensure_ascii=False).encode() for record in records
        ],
        "write, full lines": lambda: formats.write(entries, BytesIO(), format="native"),
    }
    try:
        import orjson
    except ImportError:
        print("orjson is not installed: its rows are left out")
    else:
        jobs["orjson.loads, least lines"] = lambda: [orjson.loads(line) for line in small.splitlines()]
        jobs["orjson.loads, full lines"] = lambda: [orjson.loads(line) for line in full.splitlines()]
        jobs["orjson.dumps, full lines"] = lambda: [orjson.dumps(record) for record in records]
    gc.freeze()
    print(f"{count} documents, {len(small) / count:.0f} and {len(full) / count:.0f} bytes a line")
    for name, best in table(jobs).items():
        print(f"{name:28} {best:8.3f} s CPU  {best / count * 1e6:7.1f} µs a document")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

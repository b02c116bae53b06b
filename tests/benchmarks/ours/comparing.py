"""Ours of G14: a project of two annotators measured as the overview does, and again after a document has changed."""

import gc
import json
import sys
import time
from pathlib import Path

from annotator.app.agreement.measuring import ALL, Counts, measure
from annotator.app.jobs import never, silent
from annotator.review.tally import tally
from annotator.store.project import Project
from tests.benchmarks.folders import backups_of, locks_of

_CHANGED = 50


def main(path: Path, rounds: int) -> None:
    """Measure so many times; print the seconds of CPU of each, which is one thread, and those of single documents."""
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    found: dict[str, list[float]] = {"s": [], "again_s": [], "document_ms": []}
    documents = spans = 0
    for _ in range(rounds):
        counts = Counts()
        gc.collect()
        started = time.process_time()
        measured = measure(project, ALL, counts, silent, never)
        found["s"].append(time.process_time() - started)
        (pair,) = measured.rows
        documents = len(measured.rows[pair])
        spans = sum(len(layer) for layers in measured.case.layers.values() for layer in layers.values())
        for uid in list(measured.rows[pair])[:_CHANGED]:
            layers = measured.case.layers[uid]
            started = time.process_time()
            tally(layers[pair[0]], layers[pair[1]], measured.case.texts[uid], len(measured.case.labels))
            found["document_ms"].append((time.process_time() - started) * 1000)
        counts.known.popitem()
        started = time.process_time()
        measure(project, ALL, counts, silent, never)
        found["again_s"].append(time.process_time() - started)
    project.close()
    print(json.dumps({**found, "documents": documents, "spans": spans}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

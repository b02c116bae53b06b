"""Ours of the review queue: its items worked out in a worker, the first of them, and what the rules would decide."""

import gc
import json
import sys
import time
from pathlib import Path

from annotator.app.jobs import never, silent
from annotator.app.review.review_queue import QueueJob, Row
from annotator.app.review.review_rules import RulesJob
from annotator.review.rules import Options
from annotator.store.project import Project
from tests.benchmarks.folders import backups_of, locks_of


def main(path: Path, rounds: int) -> None:
    """Work the queue and the rules out so many times; print the seconds of CPU of each, which is one thread."""
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    annotator = project.reading.annotators()[0]
    found: dict[str, list[float]] = {"s": [], "first_s": [], "rules_s": []}
    items = 0
    for _ in range(rounds):
        first: list[float] = []

        def told(_rows: dict[int, list[Row]], first: list[float] = first) -> None:
            first.append(time.process_time())

        gc.collect()
        started = time.process_time()
        rows = [row for own in QueueJob(project, annotator, told).run(silent, never).values() for row in own]
        found["s"].append(time.process_time() - started)
        found["first_s"] += [at - started for at in first]
        items = len(rows)
        started = time.process_time()
        RulesJob(project, annotator, rows, Options()).run(silent, never)
        found["rules_s"].append(time.process_time() - started)
    project.close()
    print(json.dumps({**found, "items": items}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""Ours of G1: an import into a new project as a worker of the window runs it; also makes the projects."""

import json
import sys
import time
from pathlib import Path

from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.core.people import Annotator
from annotator.store.project import Project
from tests.benchmarks.corpus import ANNOTATOR, ANNOTATOR_UID
from tests.benchmarks.folders import backups_of, locks_of, removed


def main(source: Path, target: Path) -> None:
    """Import the file into a new project and print the CPU seconds it took, and what was taken."""
    removed(target)
    project = Project.create(
        target,
        lock_dir=locks_of(target),
        backups_dir=backups_of(target),
        annotator=Annotator(1, ANNOTATOR_UID, ANNOTATOR),
    )
    started, at = time.process_time(), time.perf_counter()
    result = ImportJob(project, 1, ImportRequest((source,))).run(silent, never)
    cpu, seconds = time.process_time() - started, time.perf_counter() - at
    project.close()
    assert not result.files[0].rejected
    print(json.dumps({"cpu": cpu, "seconds": seconds, "documents": result.documents, "spans": result.spans}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

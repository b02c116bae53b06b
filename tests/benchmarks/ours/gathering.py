"""Ours of a gathering: a colleague's file on documents that are here, half of them with other blanks."""

import json
import sys
import time
from pathlib import Path

from annotator.app.gather.questions import Answers
from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.store.project import Project
from tests.benchmarks.folders import backups_of, locks_of


def main(path: Path, file: Path) -> None:
    """Gather the file; print the seconds of CPU that it took, which is one thread, and what was taken."""
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    annotator = project.reading.annotators()[0]
    started = time.process_time()
    result = ImportJob(project, annotator.id, ImportRequest((file,), answers=Answers())).run(silent, never)
    cpu = time.process_time() - started
    (account,) = result.files
    project.close()
    print(json.dumps({"cpu": cpu, "documents": account.updated, "spans": result.spans}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Ours of G2: an export to native JSONL as a worker of the window runs it."""

import json
import sys
import time
from pathlib import Path

from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import WORKED_ON, ExportOptions, LayerChoice
from annotator.app.jobs import never, silent
from annotator.store.project import Project
from tests.benchmarks.folders import backups_of, locks_of


def main(path: Path, target: Path) -> None:
    """Export the project and print the CPU seconds it took, and how many bytes the file has."""
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    options = ExportOptions(WORKED_ON, LayerChoice("all"))
    started = time.process_time()
    result = ExportJob(project, 1, options, target).run(silent, never)
    cpu = time.process_time() - started
    project.close()
    assert not result.left_out
    print(json.dumps({"cpu": cpu, "documents": result.documents, "bytes": target.stat().st_size}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

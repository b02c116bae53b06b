"""A child process that imports and exports while files may not grow, and says what became of its project.

Run as a script: `full_disk.py CASE FOLDER`. It limits the size of the files it may write (RLIMIT_FSIZE), a little
less each time, so that the system itself refuses a write at one moment after the other; prints one line of JSON.
"""

import json
import sys
from pathlib import Path

from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import ExportOptions
from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.errors import UserError
from annotator.store import runs
from tests.support.failing_writes import limited
from tests.support.intake import (
    ALL,
    EVERYONE,
    everything,
    line,
    new_session,
    page,
    run_export,
    run_import,
    shown_ids,
    write_lines,
)
from tests.support.projects import reopen

LARGEST = 4_000_000
TEXT = "한빛시는 2일 수소 버스에 1,200억 원을 쓴다. " * 20


def begin(folder: Path) -> tuple[Session, tuple[Path, ...]]:
    """Make a project with a document, and files of several batches to import."""
    session = new_session(folder / "work")
    files = folder / "files"
    run_import(session, write_lines(files / "first.jsonl", line("먼저", ("먼저", "AGENCY"), annotator="kim")))
    lines = [line(f"{n} {TEXT}", ("한빛시", "NEW"), annotator="lee") for n in range(runs.BATCH + 9)]
    page_file = files / "page.txt"
    page_file.write_text(page(3), encoding="utf-8")
    return reopen(session), (write_lines(files / "a.jsonl", *lines), page_file)


def importing(folder: Path) -> dict[str, object]:
    session, paths = begin(folder)
    before = everything(session)
    told: list[str] = []
    for size in range(0, LARGEST, 24_576):
        try:
            with limited(size):
                result = ImportJob(session.project, session.annotator.id, ImportRequest(paths)).run(
                    silent, never
                )
        except UserError as error:
            told.append(error.message.id)
            assert shown_ids(session) == [1], size
            session = reopen(session)
            assert everything(session) == before, size
            continue
        assert result.documents == runs.BATCH + 10
        break
    assert len(shown_ids(session)) == runs.BATCH + 11
    session.project.close()
    return {"told": sorted(set(told)), "times": len(told)}


def exporting(folder: Path, *, noted: bool) -> dict[str, object]:
    session, paths = begin(folder)
    run_import(session, *paths)
    session = reopen(session)
    # After this one nothing is left to be noted in the project: what fails then is the file.
    if noted:
        run_export(session, folder / "earlier.jsonl")
    target = folder / "out" / "o.jsonl"
    target.parent.mkdir()
    target.write_text("before")
    shown = shown_ids(session)
    told: list[str] = []
    for size in range(0, LARGEST, 16_384):
        job = ExportJob(session.project, session.annotator.id, ExportOptions(ALL, EVERYONE), target)
        try:
            with limited(size):
                job.run(silent, never)
        except UserError as error:
            told.append(error.message.id)
            assert target.read_text() == "before", size
            assert [path.name for path in target.parent.iterdir()] == ["o.jsonl"], size
            assert shown_ids(session) == shown, size
            continue
        break
    written = target.read_bytes()
    session.project.close()
    return {"told": sorted(set(told)), "times": len(told), "lines": written.count(b"\n")}


if __name__ == "__main__":
    where = Path(sys.argv[2])
    case = sys.argv[1]
    print(
        json.dumps(importing(where) if case == "import" else exporting(where, noted=case == "export again"))
    )

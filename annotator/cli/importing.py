"""`annotator import FILE… --project P`: adds documents, or layers where the documents are known."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from annotator.app.imports.arrivals import TakenIn, return_files, take_in
from annotator.app.imports.correcting import job_for
from annotator.app.imports.importing import EnterAs, ImportRequest, ImportResult
from annotator.app.jobs import never
from annotator.app.project.projects import Identity, create_session, open_session, own_identity
from annotator.cli.base import Meter, Parsers, annotator_name, complain, counted, day, print_json, sentence
from annotator.cli.files import (
    Reports,
    add_reading,
    add_rejects,
    add_units,
    check_rejects,
    columns_of,
    format_of,
    save_rejects,
)

_ABOUT = """
Add documents to a project, or a layer where the document is known; the project is made if it is not there.
With --as suggestions every span of the files is proposed, with its score; with --as corrections the spans of layers
that are here are brought to what the files say, each file in one step that can be undone: a span is matched by its id,
else by start, end and label; what a file does not mention stays, unless a span of it has "removed": true.
A file that comes back after a review is taken in as such: its items wait for you, its answers go to the decisions.
Pages are taken with the article that is proposed for them, their bytes kept beside it, unconfirmed.
Exit 0: done; 1: done but for what is listed, or nothing to do; 2: wrong use, or a file that cannot be read.
"""


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser("import", help="add documents or layers to a project", description=_ABOUT)
    add_reading(parser)
    add_units(parser)
    add_rejects(parser)
    parser.add_argument("--project", required=True, type=Path, metavar="FILE", help="the project file")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=[str(kind) for kind in EnterAs],
        default=str(EnterAs.LAYER),
        help="what the marks in the files are: layers of their annotators (a machine's are suggestions in any case),"
        " suggestions, or corrections of layers that are here",
    )
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        type=annotator_name,
        help="who made the layers that name nobody (default: you; suggestions: the name of their file)",
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="the date of documents that have none")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import the files."""
    check_rejects(options)
    request = ImportRequest(
        paths=tuple(options.files),
        document_date=options.date or "",
        annotator=options.annotator or "",
        format=format_of(options),
        encoding=options.encoding,
        enter_as=EnterAs(options.kind),
        utf16=options.from_utf16,
        columns=columns_of(options),
    )
    identity, note = own_identity()
    if note is not None:
        complain(sentence(note))
    arrived: list[TakenIn] = []
    result = _imported(options.project, identity, request, arrived)
    accounts = [*(one.account for one in arrived), *result.files]
    reports = Reports(options.files, accounts, result.doubtful)
    if options.json:
        counts = {"documents": result.documents, "spans": result.spans, "suggestions": result.suggestions}
        review = {"returned": sum(one.returned for one in arrived)} | _answers(arrived) if arrived else {}
        print_json({"files": reports.rows(), **counts, **review})
    else:
        reports.print()
        if arrived:
            print(_arrival_told(arrived, options.project))
        if result.files or not arrived:
            print(_told(result, options.project, request.enter_as))
    save_rejects(options, reports.not_taken)
    return reports.status(done=result.changes is not None or any(one.account.updated for one in arrived))


def _answers(arrived: Sequence[TakenIn]) -> dict[str, int]:
    return {
        "responses": sum(one.responses for one in arrived),
        "appeals": sum(one.appeals for one in arrived),
    }


def _arrival_told(arrived: Sequence[TakenIn], project: Path) -> str:
    """Return what return files brought, in one line."""
    returned, answers = sum(one.returned for one in arrived), _answers(arrived)
    parts = [counted(returned, "item")] if returned else []
    if answers["responses"] or not returned:
        parts.append(f"{counted(answers['responses'], 'answer')} ({counted(answers['appeals'], 'appeal')})")
    return f"{', '.join(parts)} of a review taken into {project}"


def _told(result: ImportResult, project: Path, enter_as: EnterAs) -> str:
    """Return what came of it in one line."""
    if enter_as is EnterAs.CORRECTIONS:
        return f"{counted(result.spans, 'span')} corrected in {project}"
    if result.changes is None and not project.exists():
        return f"nothing to add: {project} was not made"
    added = [counted(result.documents, "document"), counted(result.spans, "span")]
    if result.suggestions:
        added.append(counted(result.suggestions, "suggestion"))
    return f"{', '.join(added)} added to {project}"


def _imported(path: Path, identity: Identity, request: ImportRequest, arrived: list[TakenIn]) -> ImportResult:
    """Import into the project; one that was made for it and got nothing is not left behind.

    What goes back and forth after a review is no layer: what came of such files is put into `arrived`.
    """
    fresh = not path.exists()
    session = create_session(path, identity) if fresh else open_session(path, identity, refuse=True)
    meter, result = Meter(), None
    try:
        mine = return_files(request.paths) if request.enter_as is EnterAs.LAYER else []
        arrived.extend(take_in(session, one, meter, never) for one in mine)
        rest = tuple(one for one in request.paths if one not in mine)
        request = replace(request, paths=rest, passed_over=frozenset(mine))
        result = job_for(session.project, session.annotator.id, request).run(meter, never)
    finally:
        meter.end()
        told = (*session.project.notes, *session.project.close())
        if fresh and (result is None or result.changes is None):
            path.unlink(missing_ok=True)
    for note in told:
        complain(sentence(note))
    return result

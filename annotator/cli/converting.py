"""`annotator convert IN… -o OUT --to F`: turns files of known formats, and pages, into another format."""

import argparse
import sys

from annotator import paths
from annotator.app import settings
from annotator.app.exports.converting import ConvertJob, ConvertRequest
from annotator.app.imports.intake import Reader
from annotator.app.imports.known_texts import texts_of_project
from annotator.app.jobs import never
from annotator.cli.base import (
    Meter,
    Parsers,
    annotator_name,
    counted,
    day,
    print_json,
    print_losses,
    reject_line,
    reject_rows,
    written_formats,
)
from annotator.cli.files import (
    Reports,
    account_of,
    add_reading,
    add_rejects,
    add_texts,
    add_units,
    add_writing,
    check_output,
    check_rejects,
    columns_of,
    format_of,
    output_path,
    save_rejects,
    writing_options,
)
from annotator.cli.preparing import add_preparing, preparation_of, print_held_back
from annotator.formats import by_id
from annotator.formats.attaching import Texts

_ABOUT = """
Turn annotation files into another format, without a project; a page becomes a document with the article that is
proposed for it. Exit 0: done; 1: done but for what is listed, or nothing to convert; 2: wrong use, or a file that
cannot be read.
"""


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "convert", help="turn annotation files of one format into another", description=_ABOUT
    )
    add_reading(parser)
    add_units(parser)
    add_rejects(parser)
    parser.add_argument(
        "--to", required=True, metavar="FORMAT", help=f"the format to write: {written_formats()}"
    )
    parser.add_argument(
        "-o", "--output", required=True, type=output_path, metavar="OUT", help="the file to write"
    )
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        type=annotator_name,
        help="who is named where a file names nobody (default: your name, where it is known)",
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="the date of documents that have none")
    add_texts(parser)
    add_writing(parser)
    add_preparing(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert the files."""
    check_rejects(options)
    check_output(options)
    with account_of(options.output), texts_of_project(options.project) as texts:
        return _converted(options, texts)


def _converted(options: argparse.Namespace, texts: Texts) -> int:
    request = ConvertRequest(
        paths=tuple(options.files),
        target=options.output,
        format=by_id(options.to).id,
        reader=Reader(
            format_of(options),
            options.encoding,
            utf16=options.from_utf16,
            annotator=options.annotator or "",
            columns=columns_of(options),
        ),
        options=writing_options(options),
        annotator=options.annotator or settings.load(paths.settings_file()).settings.annotator_name,
        document_date=options.date or "",
        texts=texts,
        preparation=preparation_of(options),
    )
    meter = Meter()
    try:
        result = ConvertJob(request).run(meter, never)
    finally:
        meter.end()
    reports = Reports(options.files, result.files, result.doubtful)
    if options.json:
        print_json({
            "files": reports.rows(), "documents": result.documents, "spans": result.spans,
            "left_out": reject_rows(result.faults), "lost": result.lost,
            "at_risk": result.at_risk, "held_back": result.held_back,
        })  # fmt: skip
    else:
        reports.print()
        for fault in result.faults:
            print(reject_line(str(options.output), fault), file=sys.stderr)
        where = f"written to {options.output}" if result.documents else "written: nothing to convert"
        print(f"{counted(result.documents, 'document')}, {counted(result.spans, 'span')} {where}")
        print_held_back(result.held_back)
        print_losses(result.lost, result.at_risk, request.format)
    save_rejects(options, reports.not_taken)
    return reports.status(done=result.documents > 0 and not result.faults)

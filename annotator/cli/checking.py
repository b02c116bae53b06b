"""`annotator check FILE…`: validates annotation files and says where and why."""

import argparse
import sys
from pathlib import Path

from annotator.app.imports.checking import CheckJob, CheckReport, CheckRequest
from annotator.app.imports.known_texts import texts_of_project
from annotator.app.jobs import never
from annotator.cli.base import (
    OK,
    REJECTS,
    WRONG,
    Meter,
    Parsers,
    complain,
    counted,
    plain,
    print_json,
    read_formats,
    reject_line,
    reject_rows,
    sentence,
)
from annotator.cli.files import add_rejects, add_texts, add_units, check_rejects, nothing_in, save_rejects
from annotator.formats import by_id


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "check",
        help="validate annotation files",
        description="Check offsets, texts, labels and values of annotation files; exit 1 where something is wrong.",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a file, or a folder of files")
    parser.add_argument(
        "--format",
        default="auto",
        metavar="FORMAT",
        help=f"the format of all files: {read_formats()}; default: auto, by their content",
    )
    add_texts(parser)
    add_units(parser)
    add_rejects(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the files."""
    check_rejects(options)
    chosen = "" if options.format == "auto" else by_id(options.format).id
    meter = Meter()
    with texts_of_project(options.project) as texts:
        request = CheckRequest(tuple(options.files), chosen, texts, options.from_utf16)
        try:
            reports = CheckJob(request).run(meter, never)
        finally:
            meter.end()
    if options.json:
        print_json({"files": [_row(report) for report in reports]})
    else:
        for report in reports:
            _print(report)
    if not reports:
        complain(nothing_in(options.files))
        return REJECTS
    save_rejects(options, [found for report in reports if (found := report.refused).rejects])
    if any(report.unreadable for report in reports):
        return WRONG
    return REJECTS if any(report.rejects for report in reports) else OK


def _row(report: CheckReport) -> dict[str, object]:
    return {
        "file": str(report.path),
        "error": "" if report.unreadable is None else sentence(report.unreadable),
        "lines": report.documents,
        "spans": report.spans,
        "problems": reject_rows(report.rejects),
    }


def _print(report: CheckReport) -> None:
    """Print the report for people: problems on stdout, one a line, then the sum."""
    file = str(report.path)
    if report.unreadable is not None:
        print(plain(f"{file}: {sentence(report.unreadable)}"), file=sys.stderr)
        return
    for reject in report.rejects:
        print(reject_line(file, reject))
    told = counted(len(report.rejects), "problem") if report.rejects else "no problem"
    lines, spans = counted(report.documents, "line"), counted(report.spans, "span")
    print(plain(f"{file}: {lines}, {spans}, {told}"))

"""`annotator check FILE…`: validates annotation files and says where and why."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.app.archives import Archives
from annotator.app.bundles import bundle_of
from annotator.app.finding import expanded
from annotator.app.known_texts import texts_of_project
from annotator.cli.base import OK, REJECTS, WRONG, Parsers, print_json, reject_line, reject_rows
from annotator.cli.files import add_texts, add_units
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.core.sentences import in_english
from annotator.core.validate import check_entry
from annotator.formats import by_id, read, sniff
from annotator.formats.attaching import Texts, needs_texts
from annotator.formats.options import UTF_16, reads_with


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "check",
        help="validate annotation files",
        description="Check offsets, texts, labels and values of annotation files; exit 1 where something is wrong.",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument(
        "--format", default="auto", help="the format of the files (default: by their content)"
    )
    add_texts(parser)
    add_units(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the files."""
    chosen = None if options.format == "auto" else by_id(options.format).id
    with texts_of_project(options.project) as texts, closing(Archives()) as archives:
        reading = _Reading(chosen, texts, utf16=options.from_utf16, archives=archives)
        reports = [_check(path, reading) for path in expanded(options.files)]
    if options.json:
        print_json({"files": [report.as_json() for report in reports]})
    else:
        for report in reports:
            report.print()
    if any(report.unreadable for report in reports):
        return WRONG
    return REJECTS if any(report.rejects for report in reports) else OK


class _Report:
    """What was found in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.unreadable = ""
        self.documents = 0
        self.spans = 0
        self.rejects: list[Reject] = []

    def as_json(self) -> dict[str, object]:
        """Return the report for --json."""
        return {
            "file": self.file,
            "error": self.unreadable,
            "lines": self.documents,
            "spans": self.spans,
            "problems": reject_rows(self.rejects),
        }

    def print(self) -> None:
        """Print the report for people: problems on stdout, one a line, then the sum."""
        if self.unreadable:
            print(f"{self.file}: {self.unreadable}", file=sys.stderr)
            return
        for reject in self.rejects:
            print(reject_line(self.file, reject))
        told = f"{len(self.rejects):,} problems" if self.rejects else "no problem"
        print(f"{self.file}: {self.documents:,} lines, {self.spans:,} spans, {told}")


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the files are to be read."""

    format: str | None
    texts: Texts
    utf16: bool
    archives: Archives

    def items(self, path: Path) -> Iterator[Entry | Reject]:
        """Read a file."""
        with bundle_of(path, self.archives) as (bundle, faults):
            yield from faults
            chosen = by_id(self.format) if self.format is not None else sniff(bundle)
            options: dict[str, object] = {"texts": self.texts} if needs_texts(chosen) else {}
            if self.utf16 and chosen is not None and reads_with(chosen, UTF_16):
                options |= UTF_16
            yield from read(bundle, format=None if chosen is None else chosen.id, **options)


def _check(path: Path, reading: _Reading) -> _Report:
    report = _Report(str(path))
    try:
        for item in reading.items(path):
            if isinstance(item, Entry):
                report.documents += 1
                report.spans += len(item.spans)
                report.rejects.extend(check_entry(item))
            else:
                report.rejects.append(item)
    except UserError as error:
        report.unreadable = in_english(error.message)
    except OSError as error:
        report.unreadable = error.strerror or str(error)
    return report

"""`annotator suggest FILE…`: proposes spans with their values for pages and files."""

import argparse
from pathlib import Path

from annotator.app.imports.intake import Reader
from annotator.app.jobs import never
from annotator.app.lexicon.lexicons import lexicons_of_file, person_lexicon
from annotator.app.lexicon.taxonomies import taxonomy_under
from annotator.app.suggestions.offering import Offered, Offering
from annotator.cli.base import Meter, Parsers, complain, day, plain, print_json, sentence
from annotator.cli.files import Reports, add_reading, columns_of, format_of
from annotator.core.values import Norm
from annotator.korean import Suggestion

_ABOUT = """
Propose agencies, sectors, amounts and dates with their values, for the article of a page or the documents of a file;
names and terms of your own lexicon count. With --json one line a document, offsets in its text; rank 1 is best. What
was not read is said on stderr. Exit 0: done; 1: done but for what is said, or nothing to read; 2: wrong use, or a file
that cannot be read.
"""


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "suggest", help="print what the program would propose for a text", description=_ABOUT
    )
    add_reading(parser)
    parser.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="the date of documents that have none")
    parser.add_argument(
        "--project", type=Path, metavar="FILE", help="a project whose own lexicon holds too; it is only read"
    )
    parser.add_argument("--json", action="store_true", help="print JSON Lines, one a document")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Suggest for the files."""
    (lexicon, own), problem = lexicons_of_file(options.project), person_lexicon().problem
    if problem is not None:
        complain(sentence(problem))
    reader = Reader(format_of(options), options.encoding, columns=columns_of(options))
    offering = Offering(options.files, reader, options.date or "", lexicon, taxonomy_under(own))
    meter = Meter()
    documents = 0
    try:
        for offered in offering.documents(meter, never):
            documents += 1
            if options.json:
                print_json(_row(offered))
            else:
                _print(offered)
    finally:
        meter.end()
    reports = Reports(options.files, offering.files, offering.doubts)
    reports.print_refused()
    return reports.status(done=documents > 0)


def _row(offered: Offered) -> dict[str, object]:
    return {
        "file": str(offered.path),
        "document_date": offered.document_date or None,
        "date_source": offered.date_source or None,
        "text": offered.entry.text,
        "zones": [
            {"start": zone.start, "end": zone.end, "zone": str(zone.kind)} for zone in offered.entry.zones
        ],
        "suggestions": [_suggestion(made) for made in offered.suggestions],
    }


def _suggestion(made: Suggestion) -> dict[str, object]:
    return {
        "start": made.start,
        "end": made.end,
        "text": made.text,
        "label": made.label,
        "norm": None if made.norm is None else _norm(made.norm),
        "rule": made.rule,
        "rank": made.rank,
        "alternatives": [_norm(norm) for norm in made.alternatives],
    }


def _norm(norm: Norm) -> dict[str, str | None]:
    return norm._asdict()


def _print(offered: Offered) -> None:
    """Print the suggestions of a document for people, one a line."""
    source = f" ({offered.date_source})" if offered.date_source else ""
    dated = f"{offered.document_date}{source}" if offered.document_date else "unknown"
    print(plain(f"{offered.path}: document date {dated}, suggestions {len(offered.suggestions)}"))
    for made in offered.suggestions:
        norm = made.norm
        value = "?" if norm is None else " ".join(part for part in (norm.value, norm.unit, norm.mod) if part)
        others = f" or {', '.join(other.value or other.unit or '' for other in made.alternatives)}"
        told = f"{made.label} {made.text} = {value}{others if made.alternatives else ''}"
        print(plain(f"  {made.start}-{made.end} {told} [{made.rule}, {made.rank}]"))

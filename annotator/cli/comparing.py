"""`annotator compare FILE FILE…`: the agreement of annotators, as a table, as JSON, or as a report."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from annotator.app.agreement.comparing import Compared, compare_files
from annotator.app.writing import written
from annotator.cli.base import (
    OK,
    REJECTS,
    Parsers,
    complain,
    counted,
    plain,
    print_json,
    read_formats,
    reject_line,
)
from annotator.core.errors import user_error
from annotator.formats import by_id
from annotator.review import compare
from annotator.review.reference import against

# The columns of the table: heading, and the key of a pair.
_COLUMNS: Final = (
    ("documents", "n_docs"),
    ("exact F1", "f1_exact"),
    ("lenient F1", "f1_lenient"),
    ("boundary F1", "f1_boundary"),
    ("values", "value_rate"),
    ("uα (2016)", "u_alpha"),
)
# Of the table against one who is taken for right.
_AGAINST: Final = (
    ("documents", "n_docs"),
    ("spans", "n_spans"),
    ("of reference", "n_reference"),
    ("precision", "p_exact"),
    ("recall", "r_exact"),
    ("exact F1", "f1_exact"),
    ("lenient F1", "f1_lenient"),
)


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser(
        "compare",
        help="print the agreement of annotation files",
        description="Compare the finished layers of annotation files, or of one case file; — stands for what is not"
        " defined.",
    )
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="an annotation file")
    parser.add_argument(
        "--case", metavar="CASE.json", type=Path, help="compare what this case file describes"
    )
    parser.add_argument(
        "--format",
        default="auto",
        metavar="FORMAT",
        help=f"the format of all files: {read_formats()}; default: auto, by their content",
    )
    parser.add_argument(
        "--reference",
        metavar="NAME",
        help="take this annotator for right: precision and recall of the others against them",
    )
    parser.add_argument("--html", metavar="OUT", type=Path, help="write a report that stands alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare."""
    if bool(options.files) == bool(options.case):
        raise user_error("compare.what")
    compared = _of_case(options.case) if options.case else _of_files(options)
    if options.reference is not None:
        compared.result["reference"] = against(compared.result, options.reference)
    rejects = [(path, reject) for path, found in compared.rejected.items() for reject in found]
    for path, reject in rejects:
        print(reject_line(str(path), reject), file=sys.stderr)
    if options.html is not None:
        _write_report(options.html, compared.result)
    if options.json:
        print_json(compared.result)
    else:
        _print(compared.result)
    if not _pairs(compared.result):
        complain("there is nothing to compare: a comparison needs what two annotators marked")
        return REJECTS
    return REJECTS if rejects else OK


def _write_report(path: Path, result: Mapping[str, Any]) -> None:
    from annotator.review.report import report  # only where a report is wished for

    with written(path) as sink:
        member = sink.open(sink.name)
        if member is not None:
            with member as file:
                file.write(report(result).encode())


def _of_files(options: argparse.Namespace) -> Compared:
    return compare_files(options.files, None if options.format == "auto" else by_id(options.format).id)


def _of_case(path: Path) -> Compared:
    try:
        case = json.loads(path.read_bytes())
    except OSError as error:
        raise user_error("import.unreadable", name=path.name, reason=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise user_error("compare.case", problem=f"no JSON ({error})") from error
    if not isinstance(case, dict):
        raise user_error("compare.case", problem="no JSON object")
    return Compared(compare(case))


def _print(result: Mapping[str, Any]) -> None:
    """Print the table of pairs, then what is true of all annotators together."""
    rows = [("pair", *(heading for heading, _ in _COLUMNS))] if _pairs(result) else []
    for names, pair in _pairs(result).items():
        rows.append((plain(names.replace("|", " | ")), *(number(pair[key]) for _, key in _COLUMNS)))
    _print_rows(rows)
    group = result["group"]
    items = group["items"]
    print(
        f"{counted(group['n_docs_multi'], 'document')} of {group['n_docs']} done by several; mean exact F1"
        f" {number(group['mean_f1_exact'])}, uα (2016) {number(group['u_alpha'])}; {counted(items['total'], 'item')}:"
        f" {items['unanimous']} unanimous, {items['majority']} by majority, {items['conflict']} in conflict"
    )
    if "reference" in result:
        _print_reference(result["reference"])


def _print_reference(reference: Mapping[str, Any]) -> None:
    """Print the annotators against the one who is taken for right: all labels, then each."""
    rows = [(f"against {plain(reference['name'])}", "label", *(heading for heading, _ in _AGAINST))]
    for name, measures in reference["annotators"].items():
        of_all = (plain(name), "all", number(measures["n_docs"]))
        rows.append((*of_all, *(number(measures[key]) for _, key in _AGAINST[1:])))
        for label, row in measures["per_label"].items():
            rows.append((plain(name), plain(label), "", *(number(row[key]) for _, key in _AGAINST[1:])))
    print()
    _print_rows(rows, words=2)


def _print_rows(rows: Sequence[Sequence[str]], words: int = 1) -> None:
    """Print columns, the first ones being words."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if at < words else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def _pairs(result: Mapping[str, Any]) -> Mapping[str, Any]:
    pairs: Mapping[str, Any] = result["pairs"]
    return pairs


def number(value: float | None) -> str:
    """Return a number with three decimals, — for what is not defined."""
    return "—" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:z.3f}"

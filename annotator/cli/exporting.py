"""`annotator export --project P --format F -o OUT`: writes the annotations of a project."""

import argparse
import sys
from pathlib import Path

from annotator.app.exports.export_job import ExportJob, part_file
from annotator.app.exports.exporting import (
    WORKED_ON,
    ExportOptions,
    ExportResult,
    LayerChoice,
    choice_named,
    name_annotator,
    only_choice,
)
from annotator.app.jobs import never
from annotator.app.project.projects import open_project, own_identity
from annotator.cli.base import (
    OK,
    REJECTS,
    Meter,
    Parsers,
    annotator_name,
    complain,
    counted,
    plain,
    print_json,
    print_losses,
    reject_line,
    reject_rows,
    sentence,
    written_formats,
)
from annotator.cli.files import account_of, add_writing, output_path, writing_options
from annotator.cli.preparing import add_preparing, add_splitting, preparation_of, print_held_back
from annotator.core.errors import UserError, user_error
from annotator.core.layer import Status
from annotator.core.people import Annotator
from annotator.core.validate import quoted
from annotator.formats import by_id
from annotator.store.project import Project

_ABOUT = """
Write the annotations of a project: by default those of documents that were worked on, one layer each, which is
gold where there is gold, else the only annotator's. The same project gives the same bytes. Exit 0: done; 1: done
but for what is listed, or nothing to export; 2: wrong use, or a project that cannot be read.
"""
_ALL = frozenset(str(status) for status in Status)
_LEFT_OUT = {
    "untouched": ("document", "not begun"),
    "bin": ("document", "in the bin"),
    "new": ("layer", "not begun"),
    "in_progress": ("layer", "in progress"),
    "done": ("layer", "done"),
    "skipped": ("layer", "skipped"),
    "others": ("layer", "of others"),
    "tray": ("span", "without a place in the present text"),
}


def add_arguments(commands: Parsers) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser("export", help="write the annotations of a project", description=_ABOUT)
    parser.add_argument("--project", required=True, type=Path, metavar="FILE", help="the project file")
    parser.add_argument(
        "--format", required=True, metavar="FORMAT", help=f"the format to write: {written_formats()}"
    )
    parser.add_argument(
        "--status",
        default=",".join(sorted(WORKED_ON)),
        metavar="LIST",
        help="all, or statuses of layers with commas between them: new (untouched documents too), in_progress,"
        " done, skipped (default: in_progress,done)",
    )
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--annotator", metavar="NAME", help="the layers of this annotator (a name or an id)")
    whose.add_argument("--gold", action="store_true", help="the adjudicated layers")
    whose.add_argument("--all-layers", action="store_true", help="all layers, one line each")
    parser.add_argument(
        "--suggestions",
        action="store_true",
        help="with each layer the suggestions on its document that files brought and nobody has decided",
    )
    parser.add_argument(
        "--name",
        metavar="NAME",
        type=annotator_name,
        help="names the annotator whose layers go out, where they have no name yet",
    )
    parser.add_argument(
        "-o", "--output", required=True, type=output_path, metavar="OUT", help="the file to write"
    )
    add_writing(parser)
    add_preparing(parser)
    add_splitting(parser)
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="only say what would go out, and what the format would leave behind; write nothing",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export the project."""
    format_, statuses = by_id(options.format).id, _statuses(options.status)
    if options.seed and not options.split:
        raise user_error("export.seed-alone")
    project = open_project(options.project)
    meter = Meter()
    try:
        result = _exported(project, options, format_, statuses, meter)
    except UserError as error:
        if error.message.id != "export.nothing":
            raise
        meter.end()
        complain(sentence(error.message, "" if "new" in statuses else options.command))
        if options.json:
            with account_of(options.output):
                print_json(_row(ExportResult(options.output.absolute(), 0, 0, 0), format_))
        return REJECTS
    finally:
        meter.end()
        told = project.close()
    for note in told:
        complain(sentence(note))
    with account_of(options.output):
        if options.json:
            print_json(_row(result, format_))
        else:
            _print(result, "would be written" if options.dry_run else "written")
            print_losses(result.lost, result.at_risk, format_)
    return REJECTS if result.faults else OK


def _statuses(written: str) -> frozenset[str]:
    """Return the statuses that an option names; UserError `export.no-such-status` where one is none."""
    if written == "all":
        return _ALL
    statuses = frozenset(part.strip() for part in written.split(","))
    for unknown in sorted(statuses - _ALL):
        raise user_error("export.no-such-status", status=unknown, known=", ".join(Status))
    return statuses


def _exported(
    project: Project, options: argparse.Namespace, format_: str, statuses: frozenset[str], meter: Meter
) -> ExportResult:
    _check_labels(project, options)
    choice = _choice(project, options)
    if choice is None and "new" not in statuses:
        raise user_error("export.nothing")
    layers = choice or LayerChoice("all")
    if options.name:
        name_annotator(project, layers, options.name)
    # Untouched documents go out as the annotator chosen sees them, else as the person who exports.
    own = _own(project) if "new" in statuses and layers.kind != "annotator" else None
    chosen = ExportOptions(
        statuses=statuses,
        layers=layers,
        format=format_,
        blank_for=own,
        name=options.name,
        suggestions=options.suggestions,
        options=writing_options(options),
        dry_run=options.dry_run,
        preparation=preparation_of(options),
    )
    return ExportJob(project, own.id if own else 0, chosen, options.output).run(meter, never)


def _check_labels(project: Project, options: argparse.Namespace) -> None:
    """Raise UserError `export.no-label` where a label is renamed that the project does not have."""
    known = [label.key for label in project.reading.label_set().labels]
    for name, _new in options.map_label:
        if name not in known:
            raise user_error("export.no-label", label=quoted(name), known=", ".join(map(quoted, known)))


def _choice(project: Project, options: argparse.Namespace) -> LayerChoice | None:
    if options.annotator:
        return choice_named(project, options.annotator)
    if options.gold or options.all_layers:
        return LayerChoice("gold" if options.gold else "all")
    return only_choice(project)


def _own(project: Project) -> Annotator:
    identity, note = own_identity()
    if note is not None:
        complain(sentence(note))
    known = project.reading.annotator_by_uid(identity.uid)
    return known or Annotator(0, identity.uid, identity.name)


def _row(result: ExportResult, format_: str) -> dict[str, object]:
    return {
        "file": str(result.path),
        "format": format_,
        "documents": result.documents,
        "layers": result.layers,
        "spans": result.spans,
        "left_out": result.left_out,
        "rejected": reject_rows(result.faults),
        "lost": result.lost,
        "at_risk": result.at_risk,
        "held_back": result.held_back,
        "parts": result.parts,
        "open": result.open_items,
    }


def _print(result: ExportResult, done: str) -> None:
    for fault in result.faults:
        print(reject_line(str(result.path), fault), file=sys.stderr)
    parts = [
        counted(number, noun)
        for number, noun in ((result.documents, "document"), (result.layers, "layer"), (result.spans, "span"))
    ]
    print(plain(f"{', '.join(parts)} {done} to {result.path.parent if result.parts else result.path}"))
    left = [
        f"{counted(number, _LEFT_OUT[why][0])} {_LEFT_OUT[why][1]}" for why, number in result.left_out.items()
    ]
    if left:
        print(f"left out: {', '.join(left)}")
    print_held_back(result.held_back)
    if result.open_items:
        print(
            f"the review is not finished: {counted(result.open_items, 'item')} of the gold layers not decided"
        )
    for part, documents in result.parts.items():
        print(plain(f"{part}: {counted(documents, 'document')} in {part_file(result.path, part).name}"))

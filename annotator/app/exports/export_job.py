"""One export in a worker: entries prepared, written whole or not at all, and the account of what stayed behind."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from annotator import __version__, formats
from annotator.app.exports.exporting import ExportOptions, ExportResult
from annotator.app.exports.preparing import Origin, Prepared
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.review.gold import Golden
from annotator.app.session import Session, utc_now
from annotator.app.writing import written_as
from annotator.core.entry import Entry
from annotator.core.errors import user_error
from annotator.core.people import Annotator
from annotator.formats.carrying import spans_lost
from annotator.store import bulk, duplicates, selection
from annotator.store.database import Connection, transaction
from annotator.store.place import path_key
from annotator.store.project import Project
from annotator.store.reading import Reading

TOOL: Final = ("annotator", __version__)
_REPORT_EVERY: Final = 50


class ExportJob:
    """One export; runs in a worker with a connection of its own. Cancelled or failed, it leaves no half file.

    What is noted in the project before, and stays where the writing then fails: that others may know the present
    revisions of the layers, so that the next change to one of them begins a new revision.
    """

    def __init__(self, project: Project, annotator_id: int, options: ExportOptions, target: Path) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._options = options
        self._target = target.absolute()

    def run(self, report: Report, cancelled: Cancelled) -> ExportResult:
        """Export; UserError where nothing fits, where a layer is nobody's, or where the file cannot be written."""
        if path_key(self._target) == path_key(self._project.path):
            raise user_error("store.same-file", path=str(self._target))
        with self._project.in_worker() as project:
            connection = project.connection
            reading = Reading(connection)
            chosen = self._selection(reading)
            layers = selection.layer_ids(connection, chosen)
            if not self._project.read_only and layers and not self._options.dry_run:
                with transaction(connection):
                    selection.mark_exported(connection, layers, utc_now())
            golden = Golden(Session(project, self._exporter(reading)))
            origin = self._origin(connection, reading, layers)
            writing = _Writing(connection, chosen, self._options, origin, golden)
            writing.write(self._target, _Meter(len(layers), report, cancelled))
            left = selection.left_out(connection, chosen)
            in_tray = selection.in_tray(connection, layers)
        out = {
            **left.by_status,
            "untouched": left.untouched,
            "bin": left.binned,
            "others": left.others,
            "tray": in_tray,
        }
        return writing.result(self._target, {why: number for why, number in out.items() if number})

    def _exporter(self, reading: Reading) -> Annotator:
        # Who has opened a project for reading only, and never worked in it, has no row there.
        return reading.annotator(self._annotator_id) if self._annotator_id else Annotator(0, "", "")

    def _origin(self, connection: Connection, reading: Reading, layers: Sequence[int]) -> Origin:
        wanted = self._options.preparation
        asked = wanted.split is not None or wanted.one_of_duplicates
        first, chosen = duplicates.kin(connection, layers) if asked else ({}, {})
        people = tuple((person.uid, person.name) for person in reading.annotators())
        return Origin(first, chosen, people, tuple(reading.label_set().definitions()))

    def _selection(self, reading: Reading) -> selection.Selection:
        choice, statuses = self._options.layers, self._options.statuses
        blank_for = self._blank_for(reading) if "new" in statuses else None
        people = (choice.annotator_id,) if choice.kind == "annotator" else None
        return selection.Selection(
            statuses=statuses, annotator_ids=people, gold=choice.kind == "gold", blank_for=blank_for
        )

    def _blank_for(self, reading: Reading) -> Annotator:
        if self._options.blank_for is not None:
            return self._options.blank_for
        choice = self._options.layers
        id_ = choice.annotator_id if choice.kind == "annotator" else self._annotator_id
        # Who has opened a project for reading only, and never worked in it, has no row there.
        return reading.annotator(id_) if id_ else Annotator(0, "", "")


class _Writing:
    """Writes the entries of a selection, all in one file or each part of a split in its own, and counts."""

    def __init__(
        self,
        connection: Connection,
        chosen: selection.Selection,
        options: ExportOptions,
        origin: Origin,
        golden: Golden,
    ) -> None:
        self._connection = connection
        self._chosen = chosen
        self._options = options
        self._origin = origin
        self._golden = golden
        self._definitions = options.preparation.definitions(origin.definitions)
        self._account = formats.Account()
        self._held_back: Counter[str] = Counter()
        self._parts: dict[str, int] = {}
        self._documents = self._layers = self._spans = 0

    def write(self, target: Path, meter: "_Meter") -> None:
        """Write to `target`; with a split to files named after it and the part, all of them or none."""
        split = self._options.preparation.split
        parts = [""] if split is None else list(split.shares)
        with ExitStack() as stack:
            if self._options.dry_run:
                target = Path(stack.enter_context(TemporaryDirectory(prefix="annotator-"))) / target.name
            for part in parts:
                sink = stack.enter_context(written_as(self._options.format, part_file(target, part)))
                self._write_part(sink, part, meter)
            if not self._account.written:
                raise user_error("export.nothing")

    def _write_part(self, sink: formats.Sink, part: str, meter: "_Meter") -> None:
        found = bulk.entries(self._connection, self._chosen, with_suggestions=self._options.suggestions)
        with _closed(found) as entries:
            prepared = Prepared(
                self._golden.completed(entries), self._options.preparation, self._origin, part
            )
            counted = _Counted(prepared, meter)
            named = {"annotator": self._options.name} if self._options.name else {}
            account = formats.write(
                counted,
                sink,
                format=self._options.format,
                tool=TOOL,
                definitions=self._definitions,
                **{**named, **self._options.options},
            )
        # Each part meets the duplicates of all.
        held_back = prepared.left_out if not self._parts else _without(prepared.left_out, "duplicate")
        self._held_back += held_back
        self._add(account)
        if part:
            self._parts[part] = counted.documents
        self._documents += counted.documents
        self._layers += counted.layers
        self._spans += counted.spans

    def _add(self, account: formats.Account) -> None:
        whole = self._account
        whole.written += account.written
        whole.lost += account.lost
        whole.at_risk += account.at_risk
        whole.faults += account.faults

    def result(self, path: Path, left_out: dict[str, int]) -> ExportResult:
        """Return what came of it."""
        account = self._account
        return ExportResult(
            path=path,
            documents=self._documents,
            layers=self._layers,
            spans=self._spans - spans_lost(account.lost),
            left_out=left_out,
            faults=tuple(account.faults),
            lost=dict(account.lost),
            at_risk=dict(account.at_risk),
            parts=self._parts,
            held_back=dict(+self._held_back),
            open_items=self._golden.open,
        )


def part_file(target: Path, part: str) -> Path:
    """Return the file of a part of a split: name.train.jsonl beside name.jsonl; the file itself without one."""
    return target.with_name(f"{target.stem}.{part}{target.suffix}") if part else target


def _without(counted: Counter[str], kind: str) -> Counter[str]:
    return Counter({one: number for one, number in counted.items() if one != kind})


@contextmanager
def _closed(entries: Iterator[Entry]) -> Iterator[Iterator[Entry]]:
    """End the reading of entries before their connection is closed, wherever it broke off."""
    try:
        yield entries
    finally:
        if isinstance(entries, Generator):
            entries.close()


class _Meter:
    """Reports how far an export is, and stops it where the person cancelled."""

    def __init__(self, total: int, report: Report, cancelled: Cancelled) -> None:
        self._total = total
        self._report = report
        self._cancelled = cancelled
        self._done = 0

    def pass_one(self) -> None:
        """Count one more layer."""
        if self._done % _REPORT_EVERY == 0:
            self.stop()
            self._report(Progress(self._done, max(self._total, self._done), "documents"))
        self._done += 1

    def stop(self) -> None:
        """Raise UserError `job.cancelled` where the person has cancelled."""
        stop_if(self._cancelled)


class _Counted:
    """Passes entries on and counts them."""

    def __init__(self, entries: Iterable[Entry], meter: _Meter) -> None:
        self._entries = entries
        self._meter = meter
        self.documents = 0
        self.layers = 0
        self.spans = 0

    def __iter__(self) -> Iterator[Entry]:
        before = ""
        for entry in self._entries:
            self._meter.pass_one()
            self.documents += entry.id != before
            before = entry.id
            self.layers += 1
            self.spans += len(entry.spans)
            yield entry
        self._meter.stop()

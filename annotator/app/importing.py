"""Importing files into a project: in batches that stay hidden until one short transaction publishes them."""

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.app.intake import Arrival, Doubt, FileAccount, Intake, expanded
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.naming import LabelNames, PeopleNames, label_file
from annotator.app.placing import Placing
from annotator.app.session import utc_now
from annotator.core.changes import Changes, RowOp
from annotator.core.messages import message
from annotator.core.sentences import in_english
from annotator.store import furniture, runs
from annotator.store.database import Connection
from annotator.store.incoming import Incoming
from annotator.store.project import Project
from annotator.store.reading import Reading

# A pause after each batch: a person's own change would wait for the lock otherwise.
PAUSE_SECONDS = 0.004


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: files and folders; for some files the encoding that a person chose.

    `document_date` (YYYY-MM-DD) is given to documents that name none.
    """

    paths: tuple[Path, ...]
    encodings: Mapping[Path, str] = field(default_factory=dict)
    document_date: str = ""


@dataclass(slots=True)
class ImportResult:
    """What came of an import; `changes` is None where nothing was added."""

    files: list[FileAccount]
    doubtful: list[Doubt] = field(default_factory=list)
    documents: int = 0
    spans: int = 0
    first_document_id: int | None = None
    changes: Changes | None = None


class ImportJob:
    """One import; runs in a worker with a connection of its own. Cancelled, it leaves the project as it was."""

    def __init__(self, project: Project, annotator_id: int, request: ImportRequest) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._request = request

    def run(self, report: Report, cancelled: Cancelled) -> ImportResult:
        """Import; UserError where the project cannot be written, or where the person cancelled."""
        connection = self._project.worker_connection()
        try:
            return _Run(self._project, connection, self._annotator_id, self._request).run(report, cancelled)
        finally:
            connection.close()


class _Run:
    """The state of one import while it goes on."""

    def __init__(
        self, project: Project, connection: Connection, annotator_id: int, request: ImportRequest
    ) -> None:
        self._ids = project.ids
        self._connection = connection
        self._request = request
        reading = Reading(connection)
        own = reading.annotator(annotator_id)
        self._own = own
        self._labels = LabelNames(reading.label_set(), self._ids.new)
        self._people = PeopleNames(reading.annotators(), self._ids.new, own)
        self._intake = Intake(self._known_furniture, dict(request.encodings))
        self._lines: Counter[tuple[str, str]] = Counter()
        self._result = ImportResult([])
        self._run_id = 0

    def _known_furniture(self, outlet: str) -> frozenset[str]:
        """Return the lines that the outlet repeats, those of the pages of this import so far among them."""
        here = {
            line for (of, line), pages in self._lines.items() if of == outlet and pages >= furniture.REPEATED
        }
        return furniture.lines_of(self._connection, outlet) | here

    def run(self, report: Report, cancelled: Cancelled) -> ImportResult:
        """Read, check, add and publish."""
        now = utc_now()
        self._run_id = runs.begin(self._connection, self._ids, self._own.id, now)
        try:
            for batch in self._batches(report, cancelled):
                runs.add(self._connection, self._ids, self._run_id, batch, now)
                stop_if(cancelled)
                time.sleep(PAUSE_SECONDS)
            if any(account.added or account.updated for account in self._result.files):
                self._publish()
            else:
                runs.sweep(self._connection, run_id=self._run_id)
        except BaseException:
            runs.sweep(self._connection, run_id=self._run_id)
            raise
        self._result.doubtful = self._intake.doubts
        return self._result

    def _batches(self, report: Report, cancelled: Cancelled) -> Iterator[list[Incoming]]:
        placing = Placing(self._connection, self._run_id)
        files = expanded(self._request.paths)
        done = 0
        for number, path in enumerate(files):
            account = FileAccount(path.name)
            self._result.files.append(account)
            beside = label_file(path)
            definitions = {label.key: label for label in beside.labels} if beside else {}
            batch: list[Arrival] = []
            for arrival in self._intake.read(path, account):
                stop_if(cancelled)
                self._labels.learn(arrival.entry, definitions)
                batch.append(arrival)
                if len(batch) == runs.BATCH:
                    yield self._placed(placing, batch, account)
                    done += len(batch)
                    batch = []
                    report(Progress(done, 0, "documents"))
            if batch:
                yield self._placed(placing, batch, account)
                done += len(batch)
            report(Progress(number + 1, len(files), "files"))

    def _placed(self, placing: Placing, batch: list[Arrival], account: FileAccount) -> list[Incoming]:
        placed: list[Incoming] = []
        for arrival in placing.known_to(batch):
            self._date(arrival)
            layer_of = self._people.layer_of(arrival.entry)
            target = placing.target(arrival, layer_of.id, self._labels.ids, account)
            if target is None:
                continue
            fresh = target.document_id is None
            item = Incoming(
                entry=arrival.entry,
                document_id=target.document_id or self._ids.new("document"),
                annotator_id=layer_of.id,
                labels=self._labels.ids,
                people=self._people.named(arrival.entry),
                is_new=fresh,
                has_layer=target.has_layer,
                confirmed=arrival.source is None,
                source=arrival.source,
                flaws=target.flaws,
            )
            placing.added(item)
            self._count(item, arrival, account)
            placed.append(item)
        return placed

    def _date(self, arrival: Arrival) -> None:
        given, fields = self._request.document_date, arrival.entry.fields
        if given and not fields.get("document_date"):
            arrival.entry.fields = {**fields, "document_date": given, "date_source": "user"}

    def _count(self, item: Incoming, arrival: Arrival, account: FileAccount) -> None:
        result = self._result
        if item.is_new:
            account.added += 1
            result.documents += 1
            if result.first_document_id is None:
                result.first_document_id = item.document_id
        else:
            account.updated += 1
        result.spans += len(item.entry.spans)
        outlet = item.entry.fields.get("outlet", "")
        if outlet and arrival.source is not None:
            self._lines.update((outlet, line) for line in set(arrival.kept_lines))

    def _publish(self) -> None:
        files = [
            runs.SourceFile(account.file, account.sha256, account.size, account.format)
            for account in self._result.files
            if account.sha256
        ]
        runs.add_files(self._connection, self._run_id, files)
        furniture.count(self._connection, self._ids, self._lines)
        told = message("step.import", documents=self._result.documents, spans=self._result.spans)
        publication = runs.Publication(
            message=told,
            annotator_id=self._own.id,
            at=utc_now(),
            account=json.dumps([_summary(account) for account in self._result.files], ensure_ascii=False),
            labels=self._labels.made,
            annotators=self._people.made,
        )
        runs.publish(self._connection, self._run_id, publication)
        op = RowOp("import_run", self._run_id, {"state": "withdrawn"}, {"state": "published"})
        self._result.changes = Changes((op,))


def _summary(account: FileAccount) -> dict[str, object]:
    return {
        "file": account.file,
        "format": account.format,
        "encoding": account.encoding,
        "read": account.read,
        "added": account.added,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "rejected": [
            {"line": reject.line, "where": reject.where, "reason": in_english(reject.reason)}
            for reject in account.rejected
        ],
    }

"""Corrections that come back in files: each file one step over all its documents, nothing newer overwritten."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from annotator.app.finding import expanded
from annotator.app.imports.importing import EnterAs, ImportJob, ImportRequest, ImportResult
from annotator.app.imports.intake import Arrival, FileAccount, Intake, Reader
from annotator.app.imports.known_texts import KnownTexts
from annotator.app.imports.naming import LabelNames, label_file, rename_labels
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session
from annotator.core.changes import Changes, RowOp, combine
from annotator.core.commands.corrections import Correct, CorrectLayer, Outcome
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.layer import Role
from annotator.core.messages import Message
from annotator.core.people import Annotator
from annotator.core.text import digest
from annotator.core.validate import check_name, quoted
from annotator.store.known import (
    KnownDocument,
    KnownLayer,
    known_by_sha,
    known_by_uid,
    known_layers,
    removed_for_good,
)
from annotator.store.project import Project

_BATCH: Final = 50
_REMOVED: Final = "removed"


def job_for(project: Project, annotator_id: int, request: ImportRequest) -> "ImportJob | CorrectionJob":
    """Return the job that takes files in as the request asks."""
    if request.enter_as is EnterAs.CORRECTIONS:
        return CorrectionJob(project, annotator_id, request)
    return ImportJob(project, annotator_id, request)


class CorrectionJob:
    """Takes corrections in; runs in a worker with a connection of its own. Cancelled, the file at work changes nothing.

    In the accounts a line is `updated` where it corrected anything, `unchanged` where all of it stands already.
    """

    def __init__(self, project: Project, annotator_id: int, request: ImportRequest) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._request = request

    def run(self, report: Report, cancelled: Cancelled) -> ImportResult:
        """Correct; UserError where the project cannot be written, or where the person cancelled."""
        if self._request.annotator:
            check_name(self._request.annotator)
        request, result = self._request, ImportResult([])
        reader = Reader(request.format, request.encoding, request.encodings, request.utf16, request.annotator)
        ops: list[RowOp] = []
        with self._project.in_worker() as project:
            session = Session(project, project.reading.annotator(self._annotator_id))
            files = expanded(request.paths)
            for number, path in enumerate(files, 1):
                account = FileAccount(path)
                result.files.append(account)
                file = _File(session, request.annotator, account)
                texts = KnownTexts(project.connection)
                with closing(Intake(_no_furniture, reader, texts)) as intake:
                    arrivals = intake.read(path, account)
                    while batch := list(islice(arrivals, _BATCH)):
                        stop_if(cancelled)
                        file.take(batch)
                        report(Progress(account.read, 0, "documents"))
                done = session.do(file.command())
                ops.extend(done.ops if done is not None else ())
                result.spans += file.spans
                report(Progress(number, len(files), "files"))
        result.changes = Changes(tuple(ops)) if ops else None
        return result


def _no_furniture(_outlet: str, _lines: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the project knows of the lines of one batch."""

    by_uid: Mapping[str, KnownDocument]
    by_sha: Mapping[str, tuple[KnownDocument, ...]]
    gone: frozenset[str]
    layers: Mapping[tuple[int, int, str], KnownLayer]


@dataclass(slots=True)
class _File:
    """The corrections of one file, worked out line by line and carried out at its end."""

    session: Session
    nobody: str
    account: FileAccount
    spans: int = 0
    _ops: list[RowOp] = field(default_factory=list)
    _documents: set[int] = field(default_factory=set)
    _seen: set[tuple[int, int, str]] = field(default_factory=set)
    _labels: LabelNames | None = None
    _people: Mapping[str, Annotator] = field(default_factory=dict)

    def command(self) -> Correct:
        """Return the command that carries all of it out."""
        # A document that two layers are corrected on is confirmed once.
        ops = combine(self._ops, ())
        return Correct(self.account.file, ops, self.spans, len(self._documents))

    def take(self, batch: Sequence[Arrival]) -> None:
        """Work out what these lines correct; the account says what becomes of each."""
        labels = self._labels or self._begin()
        entries = [arrival.entry for arrival in batch]
        for entry in entries:
            entry.text_sha256 = entry.text_sha256 or digest(entry.text)
            if labels.renamed:
                rename_labels(entry, labels.renamed)
        known = _look_up(self.session.project, entries)
        for arrival in batch:
            try:
                self._correct(arrival, known)
            except UserError as error:
                self._refuse(arrival.entry, error.message)

    def _begin(self) -> LabelNames:
        reading = self.session.project.reading
        self._labels = LabelNames(reading.label_set(), self.session.project.ids.new)
        self._people = _by_name(reading.annotators())
        try:
            beside = label_file(self.account.path)
        except UserError as error:
            self.account.rejected.append(Reject(0, error.message))
            beside = None
        self._labels.begin_file(beside.labels if beside is not None else ())
        return self._labels

    def _correct(self, arrival: Arrival, known: _Known) -> None:
        """Work out what a line corrects; UserError where it corrects nothing."""
        entry = arrival.entry
        if arrival.source is not None:
            raise user_error("correction.no-marks", name=self.account.file)
        layer = self._layer(entry, _document(entry, known), known)
        key = (layer.document_id, layer.annotator_id, layer.role)
        outcome = self._outcome(entry, layer)
        for span_id, reason in outcome.refused:
            self._refuse(entry, reason, f"spans.{span_id}")
        if not outcome.ops:
            self.account.unchanged += 1
            return
        whose = quoted(self._name_of(layer.annotator_id))
        if key in self._seen:
            raise user_error("correction.twice", annotator=whose, id=quoted(entry.id))
        if _has_moved(entry, layer):
            raise user_error("correction.moved", annotator=whose, id=quoted(entry.id), count=outcome.spans)
        self._seen.add(key)
        self._documents.add(layer.document_id)
        self._ops.extend(outcome.ops)
        self.spans += outcome.spans
        self.account.updated += 1

    def _layer(self, entry: Entry, document_id: int, known: _Known) -> KnownLayer:
        """Return the layer that a line speaks of: that of whom it names; else one's own, else the only one."""
        there = [layer for (document, *_), layer in known.layers.items() if document == document_id]
        there = [layer for layer in there if layer.role == entry.role]
        person = self._whose(entry)
        named = entry.annotator or self.nobody or entry.annotator_id
        if person is None:
            raise user_error("correction.no-layer", annotator=quoted(named), id=quoted(entry.id))
        mine = [layer for layer in there if (layer.annotator_id, layer.role) == (person.id, entry.role)]
        if mine:
            return mine[0]
        if not named and there:
            if len(there) > 1:
                raise user_error("correction.ambiguous", id=quoted(entry.id))
            return there[0]
        if entry.role != Role.ANNOTATOR or entry.revision:
            whose = quoted(person.name or person.uid)
            raise user_error("correction.no-layer", annotator=whose, id=quoted(entry.id))
        return KnownLayer(0, document_id, person.id, entry.role, "", ())

    def _whose(self, entry: Entry) -> Annotator | None:
        """Return who the line says it is by; the person who imports where it names nobody."""
        if entry.annotator_id:
            return self.session.project.reading.annotator_by_uid(entry.annotator_id)
        name = entry.annotator or self.nobody
        return self._people.get(name) if name else self.session.annotator

    def _name_of(self, annotator_id: int) -> str:
        person = self.session.project.reading.annotator(annotator_id)
        return person.name or person.uid

    def _outcome(self, entry: Entry, layer: KnownLayer) -> Outcome:
        labels = self._labels or self._begin()
        return CorrectLayer(
            document_id=layer.document_id,
            annotator_id=layer.annotator_id,
            layer_id=layer.id,
            spans=entry.spans,
            labels=labels.ids,
            people={name: person.id for name, person in self._people.items()},
            unsaid=entry.unsaid,
            removed=frozenset(_removed(entry)),
        ).outcome(self.session)

    def _refuse(self, entry: Entry, reason: Message, where: str = "") -> None:
        self.account.rejected.append(Reject(entry.line, reason, where, entry.member))


def _look_up(project: Project, entries: Sequence[Entry]) -> _Known:
    connection = project.connection
    uids = {entry.id for entry in entries}
    by_uid = known_by_uid(connection, uids)
    by_sha = known_by_sha(connection, {entry.text_sha256 for entry in entries})
    documents = {document.id for document in by_uid.values()}
    documents |= {document.id for group in by_sha.values() for document in group}
    return _Known(by_uid, by_sha, removed_for_good(connection, uids), known_layers(connection, documents))


def _document(entry: Entry, known: _Known) -> int:
    """Return the document that a line is of, by its id, else by its text; UserError where there is none."""
    found = known.by_uid.get(entry.id)
    if found is None:
        in_use = [document for document in known.by_sha.get(entry.text_sha256, ()) if not document.binned]
        if len(in_use) == 1:
            return in_use[0].id
        id_ = "document.removed-for-good" if entry.id in known.gone else "correction.no-document"
        raise user_error(id_, id=quoted(entry.id))
    if found.binned:
        raise user_error("document.in-bin", id=quoted(entry.id))
    if found.sha256 != entry.text_sha256:
        raise user_error("correction.other-text", id=quoted(entry.id))
    return found.id


def _has_moved(entry: Entry, layer: KnownLayer) -> bool:
    """Tell whether the layer is another one than that which the file was made from; a file may not say which."""
    present = layer.revisions[-1][0] if layer.revisions else ""
    return bool(entry.revision) and present not in {entry.revision, entry.parent}


def _removed(entry: Entry) -> Iterator[str]:
    """Yield the ids of the spans that the file says are to go: those that have `"removed": true`."""
    return (span.id for span in entry.spans if entry.extra.get(f"spans.{span.id}.{_REMOVED}") is True)


def _by_name(people: Sequence[Annotator]) -> dict[str, Annotator]:
    found: dict[str, Annotator] = {}
    for person in people:
        if person.name:
            found.setdefault(person.name, person)
    return found

"""Importing files into a project: in batches that stay hidden until one short transaction publishes them."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from annotator.app.documents.titles import called
from annotator.app.finding import name_of
from annotator.app.gather.gathered import find_likely, is_own, others, refuse_page, was_gathered
from annotator.app.gather.gathering import Gathering, say_renamed
from annotator.app.gather.questions import Answers, Questions
from annotator.app.gather.remembered import Remembered
from annotator.app.gather.replacing import hidden_run, merging, replacing
from annotator.app.imports.columns import ColumnChoice, TableDoubt
from annotator.app.imports.intake import Arrival, Doubt, FileAccount, Intake, Reader, give_date
from annotator.app.imports.known_texts import KnownTexts
from annotator.app.imports.label_sets import TakenSet, is_whole, taken_over
from annotator.app.imports.naming import LabelNames, PeopleNames, label_file, rename_labels
from annotator.app.imports.outlets import OutletLines
from annotator.app.imports.placing import Placing, links_on_suggestions
from annotator.app.imports.proposing import name_model, propose
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.review.returning import is_return_file
from annotator.app.session import Session, utc_now
from annotator.core.changes import Change, Changes, RowOp, insert
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.core.layer import Role
from annotator.core.messages import Message, message
from annotator.core.sentences import in_english
from annotator.core.validate import check_name, quoted
from annotator.formats.sidecar import LabelFile, sidecar_name
from annotator.store import furniture, known, runs
from annotator.store.database import Connection
from annotator.store.incoming import Incoming, OwnText
from annotator.store.project import Project
from annotator.store.reading import LABEL_SET_UID, LABEL_SET_VERSION, Reading

# A pause after each batch: a person's own change would wait for the lock otherwise.
PAUSE_SECONDS: Final = 0.004

_Batch = list[tuple[Arrival, FileAccount]]


class EnterAs(StrEnum):
    """What the marks of files enter as; a machine's are suggestions in any case."""

    LAYER = "layer"
    SUGGESTIONS = "suggestions"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: files and folders; for some files the encoding that a person chose.

    `document_date` (YYYY-MM-DD) is given to documents that name none, `annotator` is the name of who made the
    layers that name nobody ("" stands for the person who imports). `format` is that of all files ("" by their
    content), `encoding` that of the pages whose encoding is in doubt ("" leaves them out, and says so).
    `enter_as` says what the marks are; suggestions that name nobody are their file's. `utf16` and `columns` as of
    `Reader`.
    `passed_over` are files in the folders named that are not read.
    With `answers` the files are gathered: what is not clear is asked, and nothing becomes a document unasked.
    """

    paths: tuple[Path, ...]
    encodings: Mapping[Path, str] = field(default_factory=dict)
    document_date: str = ""
    annotator: str = ""
    format: str = ""
    encoding: str = ""
    enter_as: EnterAs = EnterAs.LAYER
    utf16: bool = False
    columns: ColumnChoice = field(default_factory=ColumnChoice)
    answers: Answers | None = None
    passed_over: frozenset[Path] = frozenset()


@dataclass(slots=True)
class ImportResult:
    """What came of an import; `changes` is None where nothing was added.

    `documents` counts new ones; `spans` those that were added or, by corrections, changed or removed.
    """

    files: list[FileAccount]
    doubtful: list[Doubt] = field(default_factory=list)
    tables: list[TableDoubt] = field(default_factory=list)
    documents: int = 0
    spans: int = 0
    suggestions: int = 0
    first_document_id: int | None = None
    changes: Changes | None = None
    questions: Questions = field(default_factory=Questions)


class ImportJob:
    """One import; runs in a worker with a connection of its own. Cancelled, it leaves the project as it was."""

    def __init__(self, project: Project, annotator_id: int, request: ImportRequest) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._request = request

    def run(self, report: Report, cancelled: Cancelled) -> ImportResult:
        """Import; UserError where the project cannot be written, or where the person cancelled."""
        if self._request.annotator:
            check_name(self._request.annotator)
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
        self._project = project
        self._ids = project.ids
        self._connection = connection
        self._request = request
        self._reading = Reading(connection)
        self._own = self._reading.annotator(annotator_id)
        self._labels = LabelNames(self._reading.label_set(), self._ids.new)
        self._people = PeopleNames(
            self._reading.annotators(), self._ids.new, self._own, nobody=request.annotator
        )
        self._lines = OutletLines(connection)
        self._result = ImportResult([])
        self._taken: TakenSet | None = None
        self._file: FileAccount | None = None
        self._beside: LabelFile | None = None
        self._run_id = runs.begin(connection, self._ids, self._own.id, utc_now())
        remembered = Remembered.of(self._reading)
        for uid, ours in remembered.joined.items():
            self._people.join(uid, ours)
        self._gathering = None if request.answers is None else Gathering(request.answers, remembered)
        self._placing = Placing(connection, self._run_id, self._gathering)
        self._intake = Intake(
            self._lines.repeated,
            Reader(
                request.format,
                request.encoding,
                request.encodings,
                request.utf16,
                request.annotator,
                request.columns,
            ),
            KnownTexts(connection, self._run_id),
        )

    def run(self, report: Report, cancelled: Cancelled) -> ImportResult:
        """Read, check, add and publish."""
        now = utc_now()
        self._intake.cancelled = cancelled
        try:
            for batch in self._batches(report, cancelled):
                runs.add(self._connection, self._ids, self._run_id, self._placed(batch), now)
                stop_if(cancelled)
                time.sleep(PAUSE_SECONDS)
            stop_if(cancelled)
            steps = self._placing.revising.steps(self._project, self._own)
            came = any(account.added or account.updated for account in self._result.files)
            if steps or came or (self._gathering is not None and self._gathering.brought_back):
                self._publish(steps)
            else:
                runs.sweep(self._connection, run_id=self._run_id)
        except BaseException:
            # Where not even that can be written, the next open of the project does it: it is hidden till then.
            with suppress(UserError):
                runs.sweep(self._connection, run_id=self._run_id)
            raise
        finally:
            self._intake.close()
        self._result.doubtful, self._result.tables = self._intake.doubts, self._intake.tables
        if self._gathering is not None:
            self._result.questions = self._gathering.questions
            find_likely(self._connection, self._result.questions, report, cancelled)
        return self._result

    def _batches(self, report: Report, cancelled: Cancelled) -> Iterator[_Batch]:
        """Yield what the files hold: pages of several files together, lines of a file by themselves."""
        files = [
            path
            for path in others(self._project.path, self._request.paths)
            if path not in self._request.passed_over
        ]
        batch: _Batch = []
        for number, path in enumerate(files, 1):
            account = FileAccount(path)
            self._result.files.append(account)
            if batch and batch[-1][0].source is None:
                # The next file may hold marks on the documents of this one: they must be there to be found.
                yield batch
                batch = []
            if self._is_passed_over(path, account):
                continue
            for arrival in self._intake.read(path, account):
                stop_if(cancelled)
                if arrival.source is not None:
                    self._lines.saw(arrival)
                if batch and (len(batch) == runs.BATCH or _stand_apart(batch[-1], (arrival, account))):
                    yield batch
                    batch = []
                    if len(files) == 1:
                        report(Progress(account.read, 0, "documents"))
                batch.append((arrival, account))
            if len(files) > 1:
                report(Progress(number, len(files), "files"))
        if batch:
            yield batch

    def _is_passed_over(self, path: Path, account: FileAccount) -> bool:
        """Tell whether a file has nothing to bring; the account says why."""
        if is_own(self._project.path, path, account):
            return True
        if is_return_file(path):
            account.refuse(message("import.return-file", name=account.file))
            return True
        return self._gathering is not None and was_gathered(self._connection, path, account)

    def _placed(self, batch: _Batch) -> list[Incoming]:
        """Return what is to be added of a batch; the accounts say what became of the rest."""
        pages = {account.sha256 for arrival, account in batch if arrival.source is not None}
        # An import that was undone has counted their lines already.
        counted = known.seen_files(self._connection, pages) if pages else frozenset()
        batch = [(arrival, account) for arrival, account in batch if self._is_wanted(arrival, account)]
        self._placing.look_up(batch, labels=self._labels.labels, people=self._people.made)
        placed: list[Incoming] = []
        for arrival, account in batch:
            item = self._item(arrival, account)
            if item is not None:
                self._placing.added(item)
                self._count(item, account)
                placed.append(item)
            if arrival.source is not None and (item is None or account.sha256 in counted):
                self._lines.forget(arrival)
        return placed

    def _is_wanted(self, arrival: Arrival, account: FileAccount) -> bool:
        """Put our names into an entry of a format; False where it is put aside."""
        entry = arrival.entry
        if arrival.source is not None:
            return self._gathering is None or refuse_page(account)
        self._say_what_it_is(entry, account)
        self._begin_file(account, entry)
        if self._labels.renamed:
            if self._gathering is not None:
                say_renamed(entry, account, self._labels.renamed)
            rename_labels(entry, self._labels.renamed)
        return self._gathering is None or self._gathering.takes(entry, account, self._labels, self._people)

    def _say_what_it_is(self, entry: Entry, account: FileAccount) -> None:
        """Make suggestions of the spans where that was asked for, and name who proposes them."""
        if self._request.enter_as is EnterAs.SUGGESTIONS:
            propose(entry)
        if not self._request.annotator:
            name_model(entry, account.path)

    def _begin_file(self, account: FileAccount, first: Entry) -> None:
        """Read the labels that are defined beside a file of entries, before the first of them is placed."""
        if account is self._file:
            return
        self._file = account
        self._placing.begin_file()
        try:
            self._beside = account.definitions or label_file(account.path, self._intake.archives)
        except UserError as error:
            self._beside = None
            where = name_of(account.path.with_name(sidecar_name(account.path.name)))
            account.rejected.append(Reject(0, error.message, where))
        self._take_labels(first, account)
        self._labels.begin_file(self._beside.labels if self._beside is not None else ())

    def _item(self, arrival: Arrival, account: FileAccount) -> Incoming | None:
        entry = arrival.entry
        problem = self._labels.problem(entry) or self._people.problem(entry)
        if problem is not None:
            account.rejected.append(Reject(entry.line, problem, "", entry.member))
            return None
        target = self._placing.target(arrival, self._people.known(entry), account)
        if target is None:
            return None
        entry, laid = target.laid.entry, target.laid
        self._labels.learn(entry)
        self._labels.learn_keys(span.label for span in laid.lost)
        give_date(entry, self._request.document_date)
        left = links_on_suggestions(entry)
        if left:
            told = message("entry.links-left-out", count=left)
            account.rejected.append(Reject(entry.line, told, "", entry.member))
        return Incoming(
            entry=entry,
            document_id=target.document_id or self._ids.new("document"),
            annotator_id=self._people.layer_of(entry).id if target.has_layer else self._own.id,
            labels=self._labels.ids,
            people=self._people.named(entry, laid.lost),
            is_new=target.document_id is None,
            has_layer=target.has_layer,
            confirmed=arrival.source is None,
            source=arrival.source,
            flaws=target.flaws,
            own_text=OwnText(laid.own_text, laid.moved, laid.lost) if laid.differs else None,
        )

    def _take_labels(self, first: Entry, account: FileAccount) -> None:
        """Take the label set of the file over where the project has no documents, nor this import any labels."""
        beside, named = self._beside, first.label_set
        if self._labels.asked or beside is None or named is None or not is_whole(beside, named):
            return
        uid, version = (self._reading.setting_row(key) for key in (LABEL_SET_UID, LABEL_SET_VERSION))
        if uid is None or version is None or known.has_documents(self._connection):
            return
        self._taken = taken_over(
            self._reading.label_set(),
            beside,
            named,
            name=account.file,
            settings=(uid, version),
            in_use=known.labels_in_use(self._connection),
            new_id=self._ids.new,
        )
        if self._taken is not None:
            self._labels.take(self._taken.labels)

    def _count(self, item: Incoming, account: FileAccount) -> None:
        result = self._result
        if item.is_new:
            account.added += 1
            result.documents += 1
            if result.first_document_id is None:
                result.first_document_id = item.document_id
        else:
            account.updated += 1
        if item.has_layer and item.entry.role == Role.ANNOTATOR:
            account.people.add(item.annotator_id)
        result.spans += len(item.entry.spans)
        result.suggestions += len(item.entry.suggestions)

    def _replacing(self) -> Iterator[RowOp]:
        """Yield what hides the layers whose later states were brought."""
        id_ = self._ids.new("import_run")
        merges = {} if self._gathering is None else self._gathering.merges
        hidden = hidden_run(id_, self._own.id, self._run_id, merges.values())
        yield from replacing(self._connection, self._run_id, self._placing.replaced, hidden)
        if merges:
            with self._project.in_worker() as project:
                state = Session(project, self._own)
                also = None if self._placing.replaced else hidden
                yield from merging(state, self._connection, self._run_id, merges, id_, also)

    def _step_name(self) -> Message:
        back = self._gathering.brought_back if self._gathering is not None else set()
        if not back or self._result.spans or self._result.documents:
            return _step_name(self._result)
        title = called(self._reading, self._reading.document(min(back)))
        return message("step.document.restore", title=quoted(title), count=len(back))

    def _brought_back(self) -> Iterator[RowOp]:
        """Yield what takes documents out of the bin, where the person wants them again."""
        for id_ in sorted(self._gathering.brought_back if self._gathering is not None else ()):
            binned_at = self._reading.document(id_).binned_at
            yield RowOp("document", id_, {"binned_at": binned_at}, {"binned_at": ""})

    def _account(self) -> str:
        gathered = self._gathering is not None
        files = [_summary(account, gathered=gathered) for account in self._result.files]
        return json.dumps(files, ensure_ascii=False)

    def _remembering(self) -> Iterator[RowOp]:
        """Yield what keeps the answers for the next file of that name."""
        if self._gathering is None or self._request.answers is None:
            return
        answers, remembered = self._request.answers, self._gathering.remembered
        remembered.learn(answers.labels, answers.people)
        yield from remembered.ops(self._reading, self._ids.new)

    def _publish(self, steps: Sequence[Change]) -> None:
        files = [
            runs.SourceFile(account.file, account.sha256, account.size, account.format, whose)
            for account in self._result.files
            if account.sha256
            for whose in tuple(sorted(account.people)) or (None,)
        ]
        runs.add_files(self._connection, self._run_id, files)
        taken = self._taken
        publication = runs.Publication(
            message=self._step_name(),
            annotator_id=self._own.id,
            at=utc_now(),
            account=self._account(),
            labels=self._labels.made,
            annotators=self._people.made,
            ops=(*self._brought_back(), *self._replacing(), *self._remembering()),
            steps=[*([] if taken is None else [taken.change]), *steps],
            step_labels=() if taken is None else taken.made,
            outlet_lines=furniture.seen_rows(self._ids, self._lines.seen),
        )
        runs.publish(self._connection, self._run_id, publication)
        self._result.changes = Changes((
            *(insert("annotator", person.row()) for person in publication.annotators),
            *(insert("label", x.row()) for x in (*publication.step_labels, *publication.labels)),
            *(op for change in publication.steps for op in change.ops),
            *publication.ops,
            RowOp("import_run", self._run_id, {"state": "withdrawn"}, {"state": "published"}),
        ))  # fmt: skip


def _step_name(result: ImportResult) -> Message:
    if result.suggestions and not result.documents and not result.spans:
        return message("step.import.suggestions", count=result.suggestions)
    if result.spans and not result.documents:
        return message("step.import.layers", spans=result.spans)
    return message("step.import", documents=result.documents, spans=result.spans)


def _stand_apart(one: tuple[Arrival, FileAccount], other: tuple[Arrival, FileAccount]) -> bool:
    """Tell whether two arrivals are of different files that are not both pages."""
    pages = one[0].source is not None and other[0].source is not None
    return one[1] is not other[1] and not pages


def _summary(account: FileAccount, *, gathered: bool) -> dict[str, object]:
    return {
        "file": account.file,
        "format": account.format,
        "encoding": account.encoding,
        "read": account.read,
        "added": account.added,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "sha256": account.sha256,
        "gathered": gathered and not account.waiting,
        "rejected": [
            {"line": reject.line, "where": reject.where, "reason": in_english(reject.reason)}
            for reject in account.rejected
        ],
    }

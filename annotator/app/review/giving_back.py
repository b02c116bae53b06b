"""Giving back: a return file and a feedback report for each colleague, and what the guideline should speak of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from annotator import __version__, formats
from annotator.app.documents.titles import called_after
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.review.gold import Golden
from annotator.app.review.reviewing import Review, content_of, review_of
from annotator.app.session import Session, utc_now
from annotator.app.writing import written_folder
from annotator.core.decision import Decision, ReviewStatus, same_content, standing
from annotator.core.entry import Entry
from annotator.core.errors import user_error
from annotator.core.layer import Layer, Role
from annotator.core.people import Annotator
from annotator.core.returned import RETURNED_TO
from annotator.formats.base import Sink
from annotator.review.entries import DecisionEntry, differing
from annotator.review.feedback import Feedback, GuidelineCase, Judged, context, feedback, shown
from annotator.review.feedback_html import feedback_html, guideline_html
from annotator.review.feedback_pages import feedback_csv, feedback_markdown, guideline_csv, guideline_markdown
from annotator.store import bulk, giving, selection
from annotator.store.database import transaction
from annotator.store.project import Project

HTML: Final = "html"
MARKDOWN: Final = "markdown"
CSV: Final = "csv"
_REPORTS: Final = {
    HTML: ("html", feedback_html),
    MARKDOWN: ("md", feedback_markdown),
    CSV: ("csv", feedback_csv),
}
_GUIDELINE: Final = "guideline"
_UNSAFE: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody whose layers were reviewed: how many of their documents and items were decided, how many differ."""

    uid: str
    name: str
    documents: int
    items: int
    differing: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What could be given back.

    `withheld` documents are reviewed without names, and not done: nothing of them is given back, because it would
    say who had what. `unfinished` ones have items that are not decided: they go back, and no number counts them.
    `flagged` items are for the guideline.
    """

    colleagues: tuple[Colleague, ...]
    documents: int
    unfinished: int
    withheld: int
    flagged: int


@dataclass(frozen=True, slots=True)
class GivingBack:
    """What is to be written, into a new folder: for which colleagues (uid), and which files."""

    target: Path
    colleagues: tuple[str, ...]
    returns: bool = True
    reports: frozenset[str] = field(default_factory=lambda: frozenset(_REPORTS))
    guideline: bool = True


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What was written: the folder, and the names of its files."""

    folder: Path
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    """A document with decisions that count, its gold layer and who decided."""

    review: Review
    layer: Layer
    decisions: tuple[Decision, ...]
    uid: str
    title: str

    @property
    def finished(self) -> bool:
        return not self.review.open_items


class SurveyJob:
    """Works out what could be given back; runs in a worker."""

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self._project = project
        self._annotator = annotator

    def run(self, report: Report, cancelled: Cancelled) -> Survey:
        """Return what could be given back."""
        with self._project.in_worker() as project:
            reading = _Reading(Session(project, self._annotator))
            decided = list(reading.decided(report, cancelled))
            return Survey(
                tuple(_colleagues(decided, reading.names)),
                len(decided),
                sum(not one.finished for one in decided),
                reading.withheld,
                sum(decision.made.flag for one in decided for decision in one.decisions),
            )


class PreviewJob:
    """Works out what each colleague would be told, so that it can be read before it is written; runs in a worker."""

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self._project = project
        self._annotator = annotator

    def run(self, report: Report, cancelled: Cancelled) -> dict[str, Feedback]:
        """Return the feedback by uid, of those who did a document whose review is finished."""
        with self._project.in_worker() as project:
            session = Session(project, self._annotator)
            reading = _Reading(session)
            decided = list(reading.decided(report, cancelled))
            telling = _Telling(session, decided, reading.names)
            people = sorted({uid for one in decided if one.finished for uid in one.review.layers})
            found = {}
            for uid in people:
                stop_if(cancelled)
                found[uid] = telling.told(uid)
            return found


class GiveBackJob:
    """Writes what goes back into a folder, all of it or nothing; runs in a worker."""

    def __init__(self, project: Project, annotator: Annotator, request: GivingBack) -> None:
        self._project = project
        self._annotator = annotator
        self._request = request

    def run(self, report: Report, cancelled: Cancelled) -> GivenBack:
        """Write; UserError `returned.nothing`, `export.folder-taken`, `export.not-written`, `job.cancelled`."""
        with self._project.in_worker() as project:
            session = Session(project, self._annotator)
            reading = _Reading(session)
            decided = list(reading.decided(report, cancelled))
            if not decided:
                raise user_error("returned.nothing")
            if not project.read_only:
                with transaction(project.connection):
                    layers = [one.layer.head.id for one in decided]
                    selection.mark_exported(project.connection, layers, utc_now())
            with written_folder(self._request.target) as sink:
                files = _Files(sink, session, decided, reading.names).write(self._request, cancelled)
                if not files:
                    raise user_error("returned.nothing")
            return GivenBack(self._request.target, tuple(files))


class _Reading:
    """Reads the documents on which something was decided."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.names = {p.uid: p.name or p.uid for p in session.project.reading.annotators()}
        self.withheld = 0

    def decided(self, report: Report, cancelled: Cancelled) -> Iterator[_Decided]:
        """Yield them by their uid; those whose names are still hidden are counted instead."""
        ids = giving.decided_documents(self._session.project.connection)
        for number, document_id in enumerate(ids, 1):
            stop_if(cancelled)
            report(Progress(number, len(ids), "documents"))
            review = review_of(self._session, document_id)
            decisions = tuple(standing(review.decisions))
            layers = {layer.head.id: layer for layer in self._session.layers(document_id)}
            layer = layers.get(decisions[-1].layer_id) if decisions else None
            if layer is None or layer.head.role is not Role.ADJUDICATOR:
                continue
            if review.blind and review.status is not ReviewStatus.DONE:
                self.withheld += 1
                continue
            document = self._session.document(document_id)
            title = called_after(document.title, review.text, document.uid)
            yield _Decided(review, layer, decisions, document.uid, title)


def _differing(one: _Decided, decision: Decision, uid: str) -> list[DecisionEntry]:
    """Return the entries in which an annotator (uid) and the result differ; none where they have it so by now."""
    start, end = decision.made.start, decision.made.end
    there = tuple(span for span in one.review.layers.get(uid, ()) if span.start < end and start < span.end)
    if uid in one.review.layers and same_content(there, decision.made.result):
        return []
    return differing(decision, uid)


def _colleagues(decided: Sequence[_Decided], names: dict[str, str]) -> Iterator[Colleague]:
    documents: Counter[str] = Counter()
    items: Counter[str] = Counter()
    differ: Counter[str] = Counter()
    for one in decided:
        there = {uid for decision in one.decisions for uid in decision.made.snapshot}
        documents.update(there)
        for decision in one.decisions:
            items.update(list(decision.made.snapshot))
            differ.update(uid for uid in decision.made.snapshot if _differing(one, decision, uid))
    for uid in sorted(documents, key=lambda uid: (names.get(uid, uid), uid)):
        yield Colleague(uid, names.get(uid, uid), documents[uid], items[uid], differ[uid])


class _Telling:
    """What colleagues are told of documents that were decided, and what the guideline should speak of."""

    def __init__(self, session: Session, decided: Sequence[_Decided], names: dict[str, str]) -> None:
        self._session = session
        self._decided = decided
        self._names = names
        self._labels = [label.key for label in session.labels.labels]
        self._judged = [self._judged_of(one) for one in decided if one.finished]
        self.project = session.project.path.stem
        self.day = date.fromisoformat(session.now()[:10]).isoformat()

    def told(self, uid: str) -> Feedback:
        """Return what one colleague is told."""
        who = (uid, self._names[uid])
        return feedback(who, self._judged, self._labels, project=self.project, day=self.day)

    def cases(self) -> list[GuidelineCase]:
        """Return the items that were flagged for the guideline."""
        return [case for one in self._decided for case in self._cases(one)]

    def _judged_of(self, one: _Decided) -> Judged:
        comments = [
            (decision.made.start, decision.made.end, decision.made.reason, decision.made.note)
            for decision in one.decisions
        ]
        gold = content_of(one.layer, self._session.labels)
        return Judged(one.uid, one.title, one.review.text, gold, one.review.layers, comments)

    def _cases(self, one: _Decided) -> Iterator[GuidelineCase]:
        text = one.review.text
        for decision in one.decisions:
            made = decision.made
            if not made.flag:
                continue
            held = Counter(tuple(s.content for s in content) for content in made.snapshot.values())
            by_content = {tuple(s.content for s in content): content for content in made.snapshot.values()}
            variants = tuple(
                (count, tuple(shown(span, text) for span in by_content[key]))
                for key, count in held.most_common()
            )
            yield GuidelineCase(
                one.uid, one.title, *context(text, made.start, made.end), variants,
                tuple(shown(span, text) for span in made.result), made.reason, made.note,
            )  # fmt: skip


class _Files:
    """The files of one folder."""

    def __init__(
        self, sink: Sink, session: Session, decided: Sequence[_Decided], names: dict[str, str]
    ) -> None:
        self._sink = sink
        self._session = session
        self._decided = decided
        self._names = names
        self._golden = Golden(session)
        self._telling = _Telling(session, decided, names)
        self._labels = {label.key: label.uid for label in session.labels.labels}
        self._written: list[str] = []

    def write(self, request: GivingBack, cancelled: Cancelled) -> list[str]:
        """Write what is asked for; return the names of the files."""
        for uid in request.colleagues:
            stop_if(cancelled)
            name = self._file_name(uid)
            if request.returns:
                self._write_return(uid, f"{name}.return.jsonl")
            told = self._telling.told(uid)
            for report in sorted(request.reports) if told.numbers.documents else ():
                self._write_report(report, told, name)
        cases, project, day = self._telling.cases(), self._telling.project, self._telling.day
        if request.guideline and cases:
            self._put(f"{_GUIDELINE}.html", guideline_html(cases, project, day))
            self._put(f"{_GUIDELINE}.md", guideline_markdown(cases, project, day))
            self._put(f"{_GUIDELINE}.csv", guideline_csv(cases))
        return self._written

    def _write_report(self, report: str, told: Feedback, name: str) -> None:
        suffix, make = _REPORTS[report]
        self._put(f"{name}.feedback.{suffix}", make(told))

    def _file_name(self, uid: str) -> str:
        name = _UNSAFE.sub("_", self._names[uid]).strip(" .")[:_LONGEST_NAME] or uid
        same = [
            other for other in self._names if self._names[other].casefold() == self._names[uid].casefold()
        ]
        return f"{name}-{uid}" if len(same) > 1 else name

    def _put(self, name: str, text: str) -> None:
        member = self._sink.open(name)
        if member is not None:
            with member as file:
                file.write(text.encode())
            self._written.append(name)

    def _write_return(self, uid: str, name: str) -> None:
        entries = list(self._returns(uid))
        if entries:
            formats.write(entries, _One(self._sink, name), format="native", tool=("annotator", __version__))
            self._written.append(name)

    def _returns(self, uid: str) -> Iterator[Entry]:
        """Yield the gold records of the documents in which an annotator and the gold layer differ."""
        for one in self._decided:
            rows = [entry for decision in one.decisions for entry in _differing(one, decision, uid)]
            if not rows:
                continue
            ((_, entry),) = bulk.entries_of(self._session.project.connection, [one.layer.head.id])
            telling = self._golden.telling(one.review, one.layer, frozenset({uid}))
            entry.decisions = tuple(map(telling.told, rows))
            entry.annotator = entry.annotator or entry.annotator_id
            entry.inputs = self._golden.inputs(one.review.document_id, uid)
            entry.open = len(one.review.open_items)
            status = one.review.status
            entry.review_status = "" if status is ReviewStatus.NOT_STARTED else str(status)
            # The ids of the labels: the colleague may call them otherwise.
            to = {"id": uid, "name": self._names[uid], "labels": self._labels}
            entry.extra = {**entry.extra, RETURNED_TO: to}
            yield entry


@dataclass(frozen=True, slots=True)
class _One:
    """A sink for one file of a folder."""

    sink: Sink
    name: str

    def open(self, name: str) -> AbstractContextManager[BinaryIO] | None:
        """Open the file; there is no other."""
        return self.sink.open(self.name) if name == self.name else None


def proposed_folder(session: Session) -> Path:
    """Return a folder beside the project that is not there yet."""
    path = session.project.path
    stem = f"{path.stem} {session.now()[:10]}"
    there = (path.with_name(stem if number == 1 else f"{stem} ({number})") for number in range(1, 1000))
    return next(folder for folder in there if not folder.exists())

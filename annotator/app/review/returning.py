"""What comes and goes after a review: return files taken in, answers sent, answers of colleagues gathered."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from annotator import __version__, formats
from annotator.app.finding import reason_of
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session
from annotator.app.writing import written
from annotator.core.decision import ItemSpan, decisions_of
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.errors import user_error
from annotator.core.layer import Role
from annotator.core.messages import Message, message
from annotator.core.people import Annotator
from annotator.core.returned import RETURNED_TO, Answer, Response, Returned, ReturnedEntry
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.core.values import Norm
from annotator.review.anchoring import Fate, reanchor
from annotator.review.entries import decision_of, entries_of
from annotator.store import giving
from annotator.store.project import Project

_HEAD: Final = 256
_LONGEST_LINE: Final = 64 * 1024 * 1024
_OURS: Final = b'"format":"annotator/'


@dataclass(frozen=True, slots=True)
class Arrived:
    """What return files held: items that came back to us, answers to our decisions, and what was not taken."""

    returned: tuple[Returned, ...] = ()
    responses: tuple[Response, ...] = ()
    rejected: tuple[Reject, ...] = ()


def is_return_file(path: Path) -> bool:
    """Tell by its content whether a file is a return file, with answers in it or without."""
    try:
        with path.open("rb") as file:
            if _OURS not in file.read(_HEAD):
                return False
            file.seek(0)
            row = json.loads(file.readline(_LONGEST_LINE))
    except (OSError, ValueError, RecursionError):
        return False
    extra = row.get("extra") if isinstance(row, dict) else None
    return isinstance(extra, dict) and row.get("role") == Role.ADJUDICATOR and RETURNED_TO in extra


class ArrivalJob:
    """Reads return files in a worker; nothing is written."""

    def __init__(self, project: Project, annotator: Annotator, paths: Sequence[Path]) -> None:
        self._project = project
        self._annotator = annotator
        self._paths = tuple(paths)

    def run(self, report: Report, cancelled: Cancelled) -> Arrived:
        """Return what the files hold; UserError where one cannot be read."""
        with self._project.in_worker() as project:
            reading = _Arrivals(Session(project, self._annotator))
            for number, path in enumerate(self._paths):
                report(Progress(number, len(self._paths), "files"))
                try:
                    with path.open("rb") as file:
                        for entry in formats.read(file, format="native"):
                            stop_if(cancelled)
                            reading.take(entry)
                except OSError as error:
                    raise user_error("import.unreadable", name=path.name, reason=reason_of(error)) from error
        return reading.arrived()


class _Arrivals:
    """Sorts the lines of return files: answers to decisions made here, and items for the person at the keyboard."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.project.connection
        self._returned: list[Returned] = []
        self._responses: list[Response] = []
        self._rejected: list[Reject] = []

    def arrived(self) -> Arrived:
        """Return all that was taken."""
        return Arrived(tuple(self._returned), tuple(self._responses), tuple(self._rejected))

    def take(self, entry: Entry | Reject) -> None:
        """Take in one line."""
        if isinstance(entry, Reject):
            self._rejected.append(entry)
            return
        document_id = giving.documents_called(self._connection, [entry.id]).get(entry.id)
        if document_id is None:
            self._refuse(entry, message("returned.no-document", id=quoted(entry.id)))
            return
        called = {str(row["id"]): decision_of(str(row["id"])) for row in entry.decisions}
        ours = giving.decisions_called(self._connection, set(called.values()) - {""})
        if any(place == document_id for place in ours.values()):
            self._take_responses(entry, document_id)
        elif self._is_for_us(entry):
            self._take_returned(entry, document_id)

    def _refuse(self, entry: Entry, reason: Message, where: str = "") -> None:
        self._rejected.append(Reject(entry.line, reason, where, entry.member))

    # Answers to decisions made here.

    def _take_responses(self, entry: Entry, document_id: int) -> None:
        rows = self._session.rows("decision", "document_id", document_id)
        known = {
            one.id: decision.uid
            for decision in decisions_of(rows, self._session.labels)
            for one in entries_of(decision)
        }
        answers: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        for row in entry.decisions:
            response = row.get("response")
            uid = known.get(str(row["id"]))
            if not isinstance(response, Mapping):
                continue
            if uid is None:
                where = f"decisions.{row['id']}"
                self._refuse(entry, message("response.no-decision", id=quoted(str(row["id"]))), where)
            else:
                answers.setdefault((uid, str(response["by"])), []).append(response)
        for (uid, by), responses in answers.items():
            self._responses.append(
                Response(
                    document_id,
                    uid,
                    by,
                    max(str(one["at"]) for one in responses),
                    all(one["agree"] for one in responses),
                    "\n".join(dict.fromkeys(str(one["note"]) for one in responses if one["note"])),
                )
            )

    # Items that came back to us.

    def _is_for_us(self, entry: Entry) -> bool:
        to = entry.extra.get(RETURNED_TO)
        uid, name = (to.get("id"), to.get("name")) if isinstance(to, Mapping) else ("", "")
        own = self._session.annotator
        if uid == own.uid or (name and name == own.name):
            return True
        self._refuse(entry, message("returned.other", name=quoted(str(name or uid))))
        return False

    def _keys(self, entry: Entry) -> dict[str, str]:
        """Return what we call the labels of a return file, whose ids it tells; an id survives renaming."""
        to = entry.extra.get(RETURNED_TO)
        told = to.get("labels") if isinstance(to, Mapping) else None
        if not isinstance(told, Mapping):
            return {}
        ours = {label.uid: label.key for label in self._session.labels.labels}
        return {str(key): ours[uid] for key, uid in told.items() if isinstance(uid, str) and uid in ours}

    def _take_returned(self, entry: Entry, document_id: int) -> None:
        text = self._session.text_version(document_id).text
        keys = self._keys(entry)
        spans = {span.id: span for span in entry.spans}
        items: dict[str, list[Mapping[str, Any]]] = {}
        for row in entry.decisions:
            items.setdefault(str(row["item"]), []).append(row)
        for item, rows in items.items():
            found = [made for row in rows if (made := _entry_of(row, spans)) is not None]
            placed = reanchor(entry.text, text, [(one.span.start, one.span.end) for one in found])
            if not found or any(place.kind is Fate.LOST for place in placed):
                self._refuse(
                    entry, message("returned.no-place", id=quoted(item)), f"decisions.{rows[0]['id']}"
                )
                continue
            entries = [
                ReturnedEntry(
                    one.id,
                    one.final,
                    one.span._replace(
                        start=place.start, end=place.end, label=keys.get(one.span.label, one.span.label)
                    ),
                    text[place.start : place.end],
                    one.votes,
                )
                for one, place in zip(found, placed, strict=True)
            ]
            self._returned.append(_returned(document_id, digest(text), entry.annotator, entries, rows[0]))


def _entry_of(row: Mapping[str, Any], spans: Mapping[str, EntrySpan]) -> ReturnedEntry | None:
    """Return an entry of a file with its place: that of a final span, or of the span that was refused."""
    before, span = row.get("before"), spans.get(str(row["span_id"]))
    votes = str(row.get("votes") or "0/0")
    if span is not None:
        place = ItemSpan(span.start, span.end, span.label, span.norm)
        return ReturnedEntry(str(row["id"]), final=True, span=place, text=span.text, votes=votes)
    if not isinstance(before, Mapping):
        return None
    norm = None if before["norm"] is None else Norm(**before["norm"])
    place = ItemSpan(before["start"], before["end"], before["label"], norm)
    return ReturnedEntry(str(row["id"]), final=False, span=place, text=before["text"], votes=votes)


def _returned(
    document_id: int, sha256: str, annotator: str, entries: Sequence[ReturnedEntry], row: Mapping[str, Any]
) -> Returned:
    return Returned(
        id=0,
        document_id=document_id,
        item=str(row["item"]),
        reviewer=str(row["by"] or annotator),
        start=min(one.span.start for one in entries),
        end=max(one.span.end for one in entries),
        text_sha256=sha256,
        entries=tuple(entries),
        action=str(row["action"]),
        rule=str(row["rule"] or ""),
        reason=str(row["reason"]),
        comment=str(row["note"]),
        at=str(row["at"]),
    )


# What came back, as the walk sees it.


def returned_items(session: Session) -> list[Returned]:
    """Return everything that reviewers gave back, by document and place."""
    ids = giving.returned_rows(session.project.connection)
    return [
        Returned.from_row(row, session.labels) for id_ in ids for row in session.rows("returned", "id", id_)
    ]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item that came back lies in the present text; None where it lies nowhere any more."""

    start: int
    end: int
    ours: tuple[ItemSpan, ...] = field(default=())
    final: tuple[ItemSpan, ...] = field(default=())


def placed(session: Session, item: Returned) -> Placed | None:
    """Return where an item lies now; the text may have changed since it came."""
    text = session.text_version(item.document_id).text
    own = text_of(session, item)
    spans = [entry.span for entry in item.entries]
    found = reanchor(own, text, [(span.start, span.end) for span in spans])
    if any(place.kind is Fate.LOST for place in found):
        return None
    moved = [span._replace(start=at.start, end=at.end) for span, at in zip(spans, found, strict=True)]
    finals = [entry.final for entry in item.entries]
    return Placed(
        min(span.start for span in moved),
        max(span.end for span in moved),
        tuple(span for span, final in zip(moved, finals, strict=True) if not final),
        tuple(span for span, final in zip(moved, finals, strict=True) if final),
    )


def text_of(session: Session, item: Returned) -> str:
    """Return the text in which an item has its places: the present one, or an earlier version."""
    version = session.text_version(item.document_id)
    if version.sha256 == item.text_sha256:
        return version.text
    rows = session.rows("text_version", "document_id", item.document_id)
    return next((str(row["text"]) for row in rows if row["sha256"] == item.text_sha256), version.text)


# Answers on their way back.


class SendAnswersJob:
    """Writes the answers given so far as the return file goes back; whole or not at all, in a worker."""

    def __init__(self, project: Project, annotator: Annotator, target: Path) -> None:
        self._project = project
        self._annotator = annotator
        self._target = target

    def run(self, report: Report, cancelled: Cancelled) -> int:
        """Return how many items were answered; UserError `returned.no-answers`, `export.not-written`."""
        with self._project.in_worker() as project:
            session = Session(project, self._annotator)
            items = returned_items(session)
            answered = [item for item in items if item.answer is not Answer.NONE]
            if not answered:
                raise user_error("returned.no-answers")
            stop_if(cancelled)
            report(Progress(0, len(answered), "documents"))
            with written(self._target) as sink:
                formats.write(_lines(session, items), sink, format="native", tool=("annotator", __version__))
            return len(answered)


def _lines(session: Session, items: Iterable[Returned]) -> Iterator[Entry]:
    """Yield a line for each document and reviewer with an answer in it."""
    lines: dict[tuple[int, str, str], list[Returned]] = {}
    for item in items:
        lines.setdefault((item.document_id, item.reviewer, item.text_sha256), []).append(item)
    own = session.annotator
    for (document_id, reviewer, sha256), there in lines.items():
        if all(item.answer is Answer.NONE for item in there):
            continue
        finals = [(item, entry) for item in there for entry in item.entries if entry.final]
        ids = {entry.id: f"s{number}" for number, (_, entry) in enumerate(finals, 1)}
        yield Entry(
            id=session.document(document_id).uid,
            text=text_of(session, there[0]),
            text_sha256=sha256,
            annotator=reviewer,
            role=Role.ADJUDICATOR,
            status="done",
            spans=tuple(
                EntrySpan(
                    ids[entry.id], entry.span.start, entry.span.end, entry.text, entry.span.label, entry.span.norm,
                    origin="adjudication", created_at=item.at, updated_at=item.at,
                )
                for item, entry in finals
            ),
            decisions=tuple(_told(item, entry, ids, own) for item in there for entry in item.entries),
            extra={RETURNED_TO: {"id": own.uid, "name": own.name}},
        )  # fmt: skip


def _told(item: Returned, entry: ReturnedEntry, ids: Mapping[str, str], own: Annotator) -> dict[str, object]:
    span, by = entry.span, own.name or own.uid
    before = {
        "start": span.start, "end": span.end, "text": entry.text, "label": span.label,
        "norm": None if span.norm is None else span.norm._asdict(),
    }  # fmt: skip
    response = {"by": by, "at": item.answered_at, "agree": item.answer is Answer.AGREE, "note": item.note}
    return {
        "id": entry.id,
        "item": item.item,
        "span_id": ids.get(entry.id, ""),
        "action": item.action,
        "rule": item.rule or None,
        "by": item.reviewer,
        "at": item.at,
        "sources": [] if entry.final else [by],
        "votes": entry.votes,
        "before": None if entry.final else before,
        "reason": item.reason,
        "note": item.comment,
        "confidence": "",
        "flag": False,
        "response": None if item.answer is Answer.NONE else response,
    }


def proposed_answers_file(session: Session) -> Path:
    """Return where the answers would be written: beside the project, under its name."""
    return session.project.path.with_name(f"{session.project.path.stem}.answers.jsonl")

"""User actions that change a document's text: its layers go along, and what finds no place goes to the tray."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.core.changes import Change, Row, RowOp, Scalar, delete, insert, update
from annotator.core.commands.base import span_removal
from annotator.core.commands.documents import furniture, text_version_row
from annotator.core.commands.review_texts import moved_decisions
from annotator.core.commands.spans import checked_range, known_label, quoted
from annotator.core.commands.state import State
from annotator.core.document import TextVersion
from annotator.core.errors import user_error
from annotator.core.messages import Message, message
from annotator.core.text import Zone, digest


class Reason(StrEnum):
    """Why a document has another text."""

    CORRECTED = "corrected"
    EXTRACTED = "extracted"
    REREAD = "reread"
    LINES = "lines"
    RECRAWLED = "recrawled"


_STEPS: Final = {
    Reason.CORRECTED: "step.text.corrected",
    Reason.EXTRACTED: "step.text.extracted",
    Reason.REREAD: "step.text.reread",
    Reason.LINES: "step.text.lines",
    Reason.RECRAWLED: "step.text.recrawled",
}
Place = tuple[int, int]
# Marks that lie in the text, and rows that name a place of it where their text stands.
MARKS: Final = ("span", "suggestion")
PLACES: Final = ("refusal", "waiver")
_LOST_COLUMNS: Final = (
    "uid", "layer_id", "start", "end", "text", "label_id", "value_type", "value", "unit", "mod", "ref", "note",
    "unsure", "origin", "annotator_id", "created_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewText:
    """Another text for a document: its zones and the page lines it is made of; offsets are code points.

    `encoding` is how its source is to be read from now on, "" for as before; `dropped` are lines that a person took
    out, furniture of the outlet from then on; `source` is a row of a
    new source, its id apart, that the text was made of.
    """

    reason: Reason
    text: str
    zones: tuple[Zone, ...]
    lines: tuple[int, ...]
    encoding: str = ""
    dropped: tuple[str, ...] = ()
    source: Row | None = None


@dataclass(frozen=True, slots=True)
class Retext:
    """Give a document another text and take the marks of all its layers along.

    `moves` says where each range (start, end) of the text `version_id` lies in the new one, None where nowhere; the
    spans of such a range go to the tray with what hangs on them.
    """

    document_id: int
    version_id: int
    new: NewText
    moves: Mapping[Place, Place | None]

    def run(self, state: State) -> Change | None:
        """Return the change, None where nothing differs; UserError where text or marks have changed since."""
        before = state.text_version(self.document_id)
        if before.id != self.version_id:
            raise user_error("text.changed-since")
        if not self.new.text.strip():
            raise user_error("extraction.empty")
        read_as = read_otherwise(state, before, self.new.encoding)
        same = (before.text, before.zones, before.lines) == (self.new.text, self.new.zones, self.new.lines)
        if same and not read_as:
            return None
        source_ops, source_id = _with_source(state, self.new.source)
        version = TextVersion(
            id=state.new_id("text_version"),
            document_id=self.document_id,
            source_id=before.source_id if source_id is None else source_id,
            text=self.new.text,
            sha256=digest(self.new.text),
            zones=self.new.zones,
            lines=self.new.lines,
            created_at=state.now(),
        )
        moved = _Moving(state, before, version, self.moves)
        ops = (
            *furniture(state, self.document_id, self.new.dropped),
            *source_ops,
            insert("text_version", text_version_row(version)),
            RowOp(
                "document", self.document_id, {"text_version_id": before.id}, {"text_version_id": version.id}
            ),
            *read_as,
            *moved.layers(self.document_id),
            *moved.places(self.document_id),
            *moved_decisions(state, self.document_id, self.moves),
        )
        told = message(_STEPS[self.new.reason], lost=moved.lost, encoding=self.new.encoding)
        return Change(told, ops, self.document_id)


def _with_source(state: State, source: Row | None) -> tuple[list[RowOp], int | None]:
    if source is None:
        return [], None
    id_ = state.new_id("source")
    return [insert("source", {"id": id_, **source})], id_


@dataclass(frozen=True, slots=True)
class AttachSource:
    """Keep the bytes of another file that holds the document's text; `source` is its row, the id apart."""

    document_id: int
    source: Row

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the document has a source with these bytes already."""
        have = {row["sha256"] for row in state.rows("source", "document_id", self.document_id)}
        if self.source["sha256"] in have:
            return None
        ops, _id = _with_source(state, self.source)
        told = message("step.source.attach", name=quoted(str(self.source["name"])))
        return Change(told, tuple(ops), self.document_id)


def read_otherwise(state: State, version: TextVersion, encoding: str) -> tuple[RowOp, ...]:
    """Return what makes the version's source be read in this encoding; nothing where it is already, or for ""."""
    if not encoding or version.source_id is None:
        return ()
    ops = (
        update("source", {"id": row["id"], "encoding": row["encoding"]}, {"encoding": encoding})
        for row in state.rows("source", "id", version.source_id)
    )
    return tuple(op for op in ops if op is not None)


def marks_of(state: State, document_id: int) -> dict[str, list[Row]]:
    """Return the spans and suggestions of all layers of a document, of every annotator, as whole rows."""
    layers = [row["id"] for row in state.rows("layer", "document_id", document_id)]
    return {
        entity: [row for id_ in layers for row in state.rows(entity, "layer_id", id_)] for entity in MARKS
    }


def places_of(state: State, document_id: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows that name a place of the document's text, with their table."""
    for entity in PLACES:
        for row in state.rows(entity, "document_id", document_id):
            if isinstance(row["start"], int) and isinstance(row["end"], int) and row["start"] < row["end"]:
                yield entity, row


def place_of(row: Row) -> Place:
    """Return the range that a row names."""
    return _int(row["start"]), _int(row["end"])


def crowded_out(spans: Sequence[Row], moves: Mapping[Place, Place | None]) -> frozenset[int]:
    """Return the ids of the spans that would come to lie exactly on another one of their layer and label.

    Ranges that differ by a blank only can have one and the same place in another text: the narrowest takes it, because
    a layer holds no range twice with one label. Spans that were identical before stay so.
    """
    takers: dict[tuple[Scalar, Scalar, Place], Place] = {}
    wanted: list[tuple[int, Place, tuple[Scalar, Scalar, Place]]] = []
    for row in spans:
        place = place_of(row)
        to = moves.get(place)
        if to is not None:
            key = (row["layer_id"], row["label_id"], to)
            takers[key] = min(takers.get(key, place), place, key=_width)
            wanted.append((_int(row["id"]), place, key))
    return frozenset(id_ for id_, place, key in wanted if takers[key] != place)


def _width(place: Place) -> Place:
    return place[1] - place[0], place[0]


class _Moving:
    """Takes rows along to a new text version, and counts what is lost."""

    def __init__(
        self, state: State, before: TextVersion, after: TextVersion, moves: Mapping[Place, Place | None]
    ) -> None:
        self._state = state
        self._before = before
        self._after = after
        self._moves = moves
        self.lost = 0

    def layers(self, document_id: int) -> Iterator[RowOp]:
        """Yield what becomes of spans and suggestions: moved, or (a span) laid into the tray."""
        marks = marks_of(self._state, document_id)
        crowded = crowded_out(marks["span"], self._moves)
        gone = [row for row in marks["span"] if self._to(row) is None or row["id"] in crowded]
        self.lost = len(gone)
        yield from self._into_tray(gone)
        for entity in MARKS:
            for row in marks[entity]:
                to = self._to(row)
                if entity == "span" and row["id"] in crowded:
                    continue
                if to is not None:
                    yield from self._moved(entity, row, to)
                elif entity == "suggestion":
                    yield delete(entity, row)

    def places(self, document_id: int) -> Iterator[RowOp]:
        """Yield what becomes of refusals and waived places: they go along where their text does, else they stay."""
        for entity, row in places_of(self._state, document_id):
            to = self._to(row)
            if to is not None and self._before.text[slice(*place_of(row))] == self._after.text[slice(*to)]:
                op = update(entity, row, {**row, "start": to[0], "end": to[1]})
                if op is not None:
                    yield op

    def _to(self, row: Row) -> Place | None:
        place = place_of(row)
        if place not in self._moves:
            raise user_error("text.changed-since")
        return self._moves[place]

    def _moved(self, entity: str, row: Row, to: Place) -> Iterator[RowOp]:
        columns: dict[str, Scalar] = {"start": to[0], "end": to[1], "text": self._after.text[slice(*to)]}
        if columns == {name: row[name] for name in columns}:
            return
        if entity == "span":
            columns["updated_at"] = self._after.created_at
        op = update(entity, row, {**row, **columns})
        if op is not None:
            yield op

    def _into_tray(self, rows: Sequence[Row]) -> Iterator[RowOp]:
        attached = self._state.attached([_int(row["id"]) for row in rows])
        for row in rows:
            hung = {
                entity: [hanging["id"] for hanging in hangings if hanging["span_id"] == row["id"]]
                for entity, hangings in (("record_member", attached.members), ("comment", attached.comments))
            }
            lost: dict[str, Scalar] = {name: row[name] for name in _LOST_COLUMNS}
            lost |= {
                "id": self._state.new_id("lost_span"),
                "text_version_id": self._before.id,
                "lost_at": self._after.created_at,
                "hung": json.dumps({entity: ids for entity, ids in hung.items() if ids}),
            }
            yield insert("lost_span", lost)
        yield from span_removal(self._state, rows)


def lost_of(state: State, document_id: int) -> list[Row]:
    """Return the tray of a document: the lost spans of all its layers, as whole rows, the oldest first."""
    layers = state.rows("layer", "document_id", document_id)
    return [row for layer in layers for row in state.rows("lost_span", "layer_id", layer["id"])]


@dataclass(frozen=True, slots=True)
class PutBack:
    """Give a lost span a place in the present text (code points, end exclusive); what hung on it hangs on it again."""

    document_id: int
    lost_id: int
    start: int
    end: int

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the span is not in the tray, or an identical one stands there."""
        row = _lost_row(state, self.document_id, self.lost_id)
        text = state.text_version(self.document_id).text
        start, end = checked_range(text, self.start, self.end)
        label = known_label(state, _int(row["label_id"]))
        for other in state.rows("span", "layer_id", row["layer_id"]):
            if (other["start"], other["end"], other["label_id"]) == (start, end, label.id):
                raise user_error("span.twice", text=quoted(text[start:end]))
        span: dict[str, Scalar] = {name: row[name] for name in _LOST_COLUMNS}
        span |= {"id": state.new_id("span"), "start": start, "end": end, "text": text[start:end]}
        span |= {"updated_at": state.now(), "flaw": ""}
        ops = [delete("lost_span", row), insert("span", span), *_tied_again(state, row, span["id"])]
        return Change(
            message("step.lost.back", label=label.key, text=quoted(text[start:end])),
            tuple(ops),
            self.document_id,
        )


@dataclass(frozen=True, slots=True)
class DiscardLost:
    """Take lost spans out of the tray for good (undo brings them back)."""

    document_id: int
    lost_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where one is not in the tray."""
        rows = [_lost_row(state, self.document_id, lost_id) for lost_id in self.lost_ids]
        if not rows:
            return None
        told: Message = message("step.lost.discard", count=len(rows), text=quoted(str(rows[0]["text"])))
        return Change(told, tuple(delete("lost_span", row) for row in rows), self.document_id)


def _tied_again(state: State, lost: Row, span_id: Scalar) -> Iterator[RowOp]:
    """Yield what ties the rows that hung on a lost span to it again, those that are free still."""
    hung: Mapping[str, Collection[int]] = json.loads(str(lost["hung"]))
    for entity, ids in hung.items():
        for id_ in ids:
            for row in state.rows(entity, "id", id_):
                if row["span_id"] is None:
                    yield RowOp(entity, id_, {"span_id": None}, {"span_id": span_id})


def _lost_row(state: State, document_id: int, lost_id: int) -> Row:
    for row in lost_of(state, document_id):
        if row["id"] == lost_id:
            return row
    raise user_error("span.gone")


def _int(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value

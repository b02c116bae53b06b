"""User actions on a document and on the state of the annotator's layer on it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, insert, update
from annotator.core.commands.base import new_head, span_update
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.document import FIELDS, TextVersion
from annotator.core.errors import user_error
from annotator.core.layer import LayerHead, Status
from annotator.core.messages import message
from annotator.core.text import Zone, digest
from annotator.core.values import ValueKind


def text_version_row(version: TextVersion) -> Row:
    """Return a text version as a row of its table; zones and line numbers stand as JSON."""
    return {
        "id": version.id,
        "document_id": version.document_id,
        "source_id": version.source_id,
        "text": version.text,
        "sha256": version.sha256,
        "zones": zones_json(version.zones),
        "lines": json.dumps(version.lines, separators=(",", ":")),
        "created_at": version.created_at,
    }


def zones_json(zones: Sequence[Zone]) -> str:
    """Return zones as the JSON list of [start, end, kind] that the project file holds."""
    return "[" + ",".join(f'[{zone.start},{zone.end},"{zone.kind}"]' for zone in zones) + "]"


@dataclass(frozen=True, slots=True)
class ConfirmExtraction:
    """Take the proposed extraction as it stands."""

    document_id: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it is confirmed already."""
        document = state.document(self.document_id)
        if document.confirmed:
            return None
        op = RowOp("document", document.id, {"confirmed": 0}, {"confirmed": 1})
        return Change(message("step.document.confirm", title=quoted(document.title)), (op,), document.id)


@dataclass(frozen=True, slots=True)
class SetKeptLines:
    """Make the document's text of other lines of its page, before anything is marked in it.

    `text`, `zones` and `lines` are what the extraction composed of the lines that a person chose; an empty
    text is refused, and so is a document with spans, whose text changes only by *Correct text* and its likes.
    `dropped` are the lines that the person took out: furniture of the outlet from then on.
    """

    document_id: int
    text: str
    zones: tuple[Zone, ...]
    lines: tuple[int, ...]
    dropped: tuple[str, ...] = ()

    def run(self, state: State) -> Change | None:
        """Return the change that makes the new text version."""
        before = state.text_version(self.document_id)
        if not self.text.strip():
            raise user_error("extraction.empty")
        if before.text == self.text and before.zones == self.zones:
            return None
        marked = count_marks(state, self.document_id)
        if marked:
            raise user_error("extraction.marked", count=marked)
        version = TextVersion(
            id=state.new_id("text_version"),
            document_id=self.document_id,
            source_id=before.source_id,
            text=self.text,
            sha256=digest(self.text),
            zones=self.zones,
            lines=self.lines,
            created_at=state.now(),
        )
        ops = (
            *furniture(state, self.document_id, self.dropped),
            insert("text_version", text_version_row(version)),
            RowOp(
                "document",
                self.document_id,
                {"text_version_id": before.id},
                {"text_version_id": version.id},
            ),
        )
        return Change(message("step.document.lines", count=len(self.lines)), ops, self.document_id)


def count_marks(state: State, document_id: int) -> int:
    """Return how many spans and suggestions lie in the document's text, in the layers of every annotator."""
    layers = [row["id"] for row in state.rows("layer", "document_id", document_id)]
    return sum(
        len(state.rows(entity, "layer_id", id_)) for id_ in layers for entity in ("span", "suggestion")
    )


def furniture(state: State, document_id: int, dropped: tuple[str, ...]) -> list[RowOp]:
    """Return the operations that remember lines as furniture of the document's outlet; none without an outlet."""
    outlet = state.document(document_id).outlet
    lines = tuple(dict.fromkeys(line.strip() for line in dropped if line.strip()))
    if not outlet or not lines:
        return []
    known = state.outlet_lines(outlet, lines)
    ops: list[RowOp] = []
    for line in lines:
        row = known.get(line)
        if row is None:
            id_ = state.new_id("outlet_line")
            fresh: Row = {"id": id_, "outlet": outlet, "line": line, "documents": 0, "by_hand": 1}
            ops.append(insert("outlet_line", fresh))
        elif not row["by_hand"]:
            ops.append(RowOp("outlet_line", _int(row["id"]), {"by_hand": 0}, {"by_hand": 1}))
    return ops


def _int(value: object) -> int:
    if not isinstance(value, int):
        msg = "a row is named by its integer id"
        raise TypeError(msg)
    return value


@dataclass(frozen=True, slots=True)
class SetField:
    """Correct a field of the document; typing of one burst merges into one step.

    With the document date, dates whose values rules read from the old one are counted from the new one.
    """

    document_id: int
    name: str
    value: str
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the field stays; a document date typed here comes from the user."""
        if self.name not in FIELDS:
            msg = f"no such field: {self.name}"
            raise ValueError(msg)
        document = state.document(self.document_id)
        after = {**document.row(), self.name: self.value}
        if self.name == "document_date" and self.value != document.document_date:
            after["date_source"] = "user" if self.value else ""
        op = update("document", document.row(), after)
        if op is None:
            return None
        told = message(f"step.field.{self.name}", value=quoted(self.value))
        merge = f"field:{self.name}:{self.burst}" if self.burst else ""
        follow = self._counted_anew(state) if self.name == "document_date" else ()
        return Change(told, (op, *follow), document.id, merge)

    def _counted_anew(self, state: State) -> Iterator[RowOp]:
        """Yield what gives the annotator's spans the values counted from the new date, where the old ones were read."""
        layer = state.layer(self.document_id)
        for span in layer.spans if layer is not None else ():
            label = state.labels.by_id(span.label_id)
            if label is None or label.kind is not ValueKind.DATE:
                continue
            place = (span.start, span.end, span.label_id)
            if span.norm == state.read_value(self.document_id, place):
                norm = state.read_value(self.document_id, place, self.value)
                op = span_update(span, replace(span, norm=norm, updated_at=state.now()))
                if op is not None:
                    yield op


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Say how far the annotator's layer on the document is; a done one keeps the label set's version of then."""

    document_id: int
    status: Status

    def run(self, state: State) -> Change | None:
        """Return the change, beginning the layer where there is none, or None where the status stays."""
        id_ = f"step.status.{self.status}"
        columns: Row = {"status": str(self.status)}
        layer = state.layer(self.document_id)
        if self.status is Status.DONE and (layer is None or layer.head.status is not Status.DONE):
            columns = {**columns, "label_set_version": state.labels.version}
        return _layer_change(state, self.document_id, columns, id_)


@dataclass(frozen=True, slots=True)
class SetFlagged:
    """Flag the annotator's layer on the document, or take the flag away."""

    document_id: int
    flagged: bool

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stays."""
        id_ = "step.flag.on" if self.flagged else "step.flag.off"
        return _layer_change(state, self.document_id, {"flagged": int(self.flagged)}, id_)


def _layer_change(state: State, document_id: int, columns: Row, id_: str) -> Change | None:
    document = state.document(document_id)
    layer = state.layer(document_id)
    head: LayerHead = layer.head if layer is not None else new_head(state, document_id, Status.NEW)
    op = update("layer", head.row(), {**head.row(), **columns})
    if op is None:
        return None
    ops: list[RowOp] = []
    if not document.confirmed:
        ops.append(RowOp("document", document_id, {"confirmed": 0}, {"confirmed": 1}))
    ops.append(op if layer is not None else insert("layer", {**head.row(), **columns}))
    return Change(message(id_, title=quoted(document.title)), tuple(ops), document_id)

"""User actions on records: tying spans into one, taking them out, values without a span, what is proposed."""

from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.commands.base import own_layer, own_spans
from annotator.core.commands.spans import known_label, quoted
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.messages import message
from annotator.core.record import PROPOSED, Member, Record
from annotator.core.values import Norm


def records_of(state: State, document_id: int) -> list[Record]:
    """Return the records of the annotator's own layer on a document, the oldest first, with their members."""
    layer = state.layer(document_id)
    if layer is None:
        return []
    found = []
    for row in state.rows("record", "layer_id", layer.head.id):
        members = sorted(
            map(Member.from_row, state.rows("record_member", "record_id", row["id"])), key=_by_position
        )
        found.append(
            Record(int(row["id"] or 0), str(row["uid"]), layer.head.id, str(row["type"]), tuple(members))
        )
    return found


def _by_position(member: Member) -> tuple[int, int]:
    return (member.position, member.id)


@dataclass(frozen=True, slots=True)
class TieSpan:
    """Tie a span into a record, under the role of its label; `record_id` None begins a record.

    A span that is in the record already is taken out of it; a record that loses its last member goes.
    """

    document_id: int
    span_id: int
    record_id: int | None = None

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the span or the record is gone."""
        (span,) = own_spans(state, self.document_id, (self.span_id,))
        if self.record_id is not None:
            record = _known(state, self.document_id, self.record_id)
            inside = next((member for member in record.members if member.span_id == span.id), None)
            if inside is not None:
                return Untie(self.document_id, inside.id).run(state)
        layer, ops = own_layer(state, self.document_id)
        if self.record_id is None:
            record = Record(state.new_id("record"), state.new_uid(), layer.head.id, "")
            ops.append(insert("record", record.row()))
        role = known_label(state, span.label_id).key
        member = Member(state.new_id("record_member"), record.id, _after(record), role, span.id)
        ops.append(insert("record_member", member.row()))
        return Change(message("step.record.tie", text=quoted(span.text)), tuple(ops), self.document_id)


@dataclass(frozen=True, slots=True)
class TieTogether:
    """Make a record of spans, in that order, each under the role of its label: a proposed record is accepted."""

    document_id: int
    span_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, or None for no span; UserError where one is gone."""
        spans = own_spans(state, self.document_id, self.span_ids)
        if not spans:
            return None
        layer, ops = own_layer(state, self.document_id)
        record = Record(state.new_id("record"), state.new_uid(), layer.head.id, "")
        ops.append(insert("record", record.row()))
        for position, span in enumerate(spans):
            role = known_label(state, span.label_id).key
            member = Member(state.new_id("record_member"), record.id, position, role, span.id)
            ops.append(insert("record_member", member.row()))
        told = message("step.record.accept", text=quoted(spans[0].text), count=len(spans))
        return Change(told, tuple(ops), self.document_id)


@dataclass(frozen=True, slots=True)
class RefuseProposed:
    """Remember that no record is to be proposed from `start` to `end` (code points) while this text stands there."""

    document_id: int
    start: int
    end: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it is refused already."""
        if (self.start, self.end) in refused_places(state, self.document_id):
            return None
        text = state.text_version(self.document_id).text[self.start : self.end]
        row: Row = {
            "id": state.new_id("waiver"),
            "document_id": self.document_id,
            "check_id": PROPOSED,
            "text": text,
            "start": self.start,
            "end": self.end,
            "at": state.now(),
        }
        told = message("step.record.refuse", text=quoted(text))
        return Change(told, (insert("waiver", row),), self.document_id)


def refused_places(state: State, document_id: int) -> set[tuple[int, int]]:
    """Return from where to where records were proposed and refused, as far as that text still stands there."""
    text = state.text_version(document_id).text
    places = set()
    for row in state.rows("waiver", "document_id", document_id):
        start, end = row["start"], row["end"]
        if row["check_id"] != PROPOSED or not isinstance(start, int) or not isinstance(end, int):
            continue
        if text[start:end] == row["text"]:
            places.add((start, end))
    return places


@dataclass(frozen=True, slots=True)
class TieValue:
    """Tie a value without a span into a record, under a role: what was done, or what the text only implies."""

    document_id: int
    record_id: int
    role: str
    norm: Norm

    def run(self, state: State) -> Change | None:
        """Return the change, or None for a value of blanks; UserError where the record is gone."""
        if not (self.norm.value or "").strip():
            return None
        record = _known(state, self.document_id, self.record_id)
        member = Member(state.new_id("record_member"), record.id, _after(record), self.role, None, self.norm)
        told = message("step.record.tie", text=quoted(self.norm.value or ""))
        return Change(told, (insert("record_member", member.row()),), self.document_id)


@dataclass(frozen=True, slots=True)
class Untie:
    """Take a member out of its record; a record that loses its last member goes."""

    document_id: int
    member_id: int

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the member is gone."""
        record, member = _member(state, self.document_id, self.member_id)
        ops: list[RowOp] = [delete("record_member", member.row())]
        if len(record.members) == 1:
            ops.append(delete("record", record.row()))
        return Change(message("step.record.untie", role=member.role), tuple(ops), self.document_id)


@dataclass(frozen=True, slots=True)
class SetRole:
    """Give a member another role."""

    document_id: int
    member_id: int
    role: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the role stays."""
        _record, member = _member(state, self.document_id, self.member_id)
        op = update("record_member", member.row(), replace(member, role=self.role).row())
        if op is None:
            return None
        return Change(message("step.record.role", role=self.role), (op,), self.document_id)


@dataclass(frozen=True, slots=True)
class SetMemberValue:
    """Give a member without a span another value, or (None) none: then it is empty, and its record incomplete.

    What is typed in one `burst` is one step. A member with a span has the value of that.
    """

    document_id: int
    member_id: int
    norm: Norm | None
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the value stays or is that of a span; UserError where the member is gone."""
        _record, member = _member(state, self.document_id, self.member_id)
        if member.span_id is not None:
            return None
        op = update("record_member", member.row(), replace(member, norm=self.norm).row())
        if op is None:
            return None
        merge = f"member:{member.id}:{self.burst}" if self.burst else ""
        return Change(message("step.record.value", role=member.role), (op,), self.document_id, merge)


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """Take a record apart; its spans stay."""

    document_id: int
    record_id: int

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the record is gone."""
        record = _known(state, self.document_id, self.record_id)
        ops = [delete("record_member", member.row()) for member in record.members]
        told = message("step.record.remove", count=len(record.members))
        return Change(told, (*ops, delete("record", record.row())), self.document_id)


def _known(state: State, document_id: int, record_id: int) -> Record:
    for record in records_of(state, document_id):
        if record.id == record_id:
            return record
    raise user_error("record.gone")


def _member(state: State, document_id: int, member_id: int) -> tuple[Record, Member]:
    for record in records_of(state, document_id):
        for member in record.members:
            if member.id == member_id:
                return record, member
    raise user_error("record.gone")


def _after(record: Record) -> int:
    return max((member.position for member in record.members), default=-1) + 1

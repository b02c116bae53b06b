"""Two versions of one layer brought together: what of ours goes, what of theirs comes, what changes its value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from annotator.core.changes import Row, RowOp, delete, insert, update
from annotator.core.clusters import CUT_CLUSTER, is_edge
from annotator.core.commands.base import span_removal, span_update
from annotator.core.commands.state import State
from annotator.core.entry import EntryComment, EntryRecord, EntryRelation, EntrySpan
from annotator.core.record import Member, Record
from annotator.core.span import Origin, Span, worked_over

Place = tuple[int, int, str]
"""Where a span stands: start and end (code points, end exclusive), and the key of its label."""

_TIES: Final = ("record", "relation", "comment")
_ENDS: Final = ("span_id", "from_id", "to_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What hangs on the spans of the two versions: records, relations, comments.

    `gone` are those of ours that go, as (table, uid); the others of theirs that come, `places` says by the ids of their
    spans where these stand in the result. `follow` says by the uid of a span of ours that goes on which one of the
    result hangs from then on what hung on it. What names no place hangs on nothing: a relation goes then.
    """

    gone: frozenset[tuple[str, str]] = frozenset()
    records: Sequence[EntryRecord] = ()
    relations: Sequence[EntryRelation] = ()
    comments: Sequence[EntryComment] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    follow: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLayer:
    """Bring a layer of ours to what was chosen of its two versions; part of a step over the project.

    `gone` are our spans that go, by their uids; `values` the spans of theirs whose value, note and doubt one of ours
    takes, by the uid of ours; `come` spans of theirs that stand beside ours. The spans of theirs lie in our text.
    `doc_labels` are those of the result, None where they stay.
    """

    document_id: int
    layer_id: int
    annotator_id: int
    status: str
    flagged: bool
    gone: frozenset[str]
    values: Mapping[str, EntrySpan]
    come: Sequence[EntrySpan]
    labels: Mapping[str, int]
    people: Mapping[str, int] = field(default_factory=dict)
    ties: Ties = field(default_factory=Ties)
    doc_labels: Sequence[str] | None = None

    def ops(self, state: State) -> list[RowOp]:
        """Return the operations, none where all of it stands already."""
        return list(_Merging(self, state).ops())


class _Merging:
    """One layer while it is brought together."""

    def __init__(self, wanted: MergeLayer, state: State) -> None:
        self._wanted = wanted
        self._state = state
        self._rows = state.rows("span", "layer_id", wanted.layer_id)
        keys = {label_id: key for key, label_id in wanted.labels.items()}
        self._standing: dict[Place, int] = {
            (span.start, span.end, keys.get(span.label_id, "")): span.id
            for span in map(Span.from_row, self._rows)
            if span.uid not in wanted.gone
        }

    def ops(self) -> Iterator[RowOp]:
        """Yield all operations, in an order in which nothing ever hangs on what is not there."""
        come = [*self._coming()]
        gone = [*self._untied()]
        yield from gone
        yield from come
        yield from self._leaving({(op.entity, op.id) for op in gone})
        yield from self._changing()
        yield from self._tied()
        yield from self._head()

    # Spans.

    def _coming(self) -> Iterator[RowOp]:
        text = self._state.text_version(self._wanted.document_id).text
        taken = {str(row["uid"]) for row in self._rows} - self._wanted.gone
        for said in self._wanted.come:
            span = self._new(said, text, taken)
            self._standing[span.start, span.end, said.label] = span.id
            yield insert("span", span.row())

    def _new(self, said: EntrySpan, text: str, taken: set[str]) -> Span:
        wanted, state = self._wanted, self._state
        now = state.now()
        uid = said.id if said.id and said.id not in taken else state.new_uid()
        taken.add(uid)
        sound = is_edge(text, said.start) and is_edge(text, said.end)
        return Span(
            id=state.new_id("span"),
            uid=uid,
            layer_id=wanted.layer_id,
            start=said.start,
            end=said.end,
            text=text[said.start : said.end],
            label_id=wanted.labels[said.label],
            norm=said.norm,
            note=said.note,
            unsure=said.unsure,
            origin=Origin(said.origin),
            annotator_id=wanted.people.get(said.annotator, wanted.annotator_id),
            created_at=said.created_at or now,
            updated_at=said.updated_at or said.created_at or now,
            flaw="" if sound else CUT_CLUSTER,
        )

    def _leaving(self, gone: set[tuple[str, int]]) -> Iterator[RowOp]:
        """Yield what removes our spans; what hung on them follows to where `follow` says, if it stays at all."""
        rows = [row for row in self._rows if row["uid"] in self._wanted.gone]
        uids = {int(row["id"] or 0): str(row["uid"]) for row in rows}
        for op in span_removal(self._state, rows):
            if (op.entity, op.id) not in gone:
                yield op if op.entity == "span" else self._following(op, uids)

    def _following(self, op: RowOp, uids: Mapping[int, str]) -> RowOp:
        """Return what takes something off spans that go (`uids`) as what puts it on those that stand for them."""
        before = op.before or {}
        ends = {column: before[column] for column in _ENDS if isinstance(before.get(column), int)}
        after = {column: self._successor(int(end or 0), uids) for column, end in ends.items()}
        if op.entity == "relation" and None in after.values():
            return op
        return RowOp(op.entity, op.id, dict(ends), dict(after))

    def _successor(self, span_id: int, uids: Mapping[int, str]) -> int | None:
        if span_id not in uids:
            return span_id
        place = self._wanted.ties.follow.get(uids[span_id])
        return None if place is None else self._standing.get(place)

    def _changing(self) -> Iterator[RowOp]:
        ours = {span.uid: span for span in map(Span.from_row, self._rows)}
        for uid, said in self._wanted.values.items():
            mine = ours[uid]
            after = replace(mine, norm=said.norm, note=said.note, unsure=said.unsure)
            op = span_update(mine, replace(worked_over(mine, after), updated_at=self._state.now()))
            if op is not None:
                yield op

    # What hangs on them.

    def _untied(self) -> Iterator[RowOp]:
        for entity in _TIES:
            for row in self._state.rows(entity, "layer_id", self._wanted.layer_id):
                if (entity, str(row["uid"])) not in self._wanted.ties.gone:
                    continue
                if entity == "record":
                    members = self._state.rows("record_member", "record_id", row["id"])
                    yield from (delete("record_member", member) for member in members)
                yield delete(entity, row)

    def _tied(self) -> Iterator[RowOp]:
        ties, layer_id = self._wanted.ties, self._wanted.layer_id
        for record in ties.records:
            made = Record(self._id("record"), self._uid("record", record.id), layer_id, record.type)
            yield insert("record", made.row())
            for at, role in enumerate(record.roles):
                span_id = self._span(role.span_id)
                member = Member(self._id("record_member"), made.id, at, role.role, span_id, role.norm)
                yield insert("record_member", member.row())
        for relation in ties.relations:
            from_id, to_id = self._span(relation.from_id), self._span(relation.to_id)
            if from_id is not None and to_id is not None:
                uid = self._uid("relation", relation.id)
                yield insert("relation", {
                    "id": self._id("relation"), "uid": uid, "layer_id": layer_id, "type": relation.type,
                    "from_id": from_id, "to_id": to_id, "note": relation.note,
                })  # fmt: skip
        for said in ties.comments:
            yield insert("comment", {
                "id": self._id("comment"), "uid": self._uid("comment", said.id), "layer_id": layer_id,
                "span_id": self._span(said.span_id), "author": said.author, "to": said.to, "at": said.at,
                "text": said.text, "resolved": int(said.resolved),
            })  # fmt: skip

    def _id(self, entity: str) -> int:
        return self._state.new_id(entity)

    def _uid(self, entity: str, wished: str) -> str:
        """Return the id that a file gives something, or one of our own where that is taken."""
        taken = {row["uid"] for row in self._state.rows(entity, "layer_id", self._wanted.layer_id)}
        return wished if wished and wished not in taken else self._state.new_uid()

    def _span(self, theirs: str) -> int | None:
        place = self._wanted.ties.places.get(theirs)
        return None if place is None else self._standing.get(place)

    # The layer itself.

    def _head(self) -> Iterator[RowOp]:
        wanted = self._wanted
        for row in self._state.rows("layer", "id", wanted.layer_id):
            op = update("layer", row, {"status": wanted.status, "flagged": int(wanted.flagged)})
            if op is not None:
                yield op
        if wanted.doc_labels is not None:
            yield from self._doc_labels(wanted.doc_labels)

    def _doc_labels(self, labels: Sequence[str]) -> Iterator[RowOp]:
        layer_id = self._wanted.layer_id
        rows: Sequence[Row] = self._state.rows("document_label", "layer_id", layer_id)
        yield from (delete("document_label", row) for row in rows)
        for position, label in enumerate(labels):
            row: Row = {"layer_id": layer_id, "position": position, "label": label}
            yield insert("document_label", {"id": self._state.new_id("document_label"), **row})

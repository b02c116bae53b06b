"""Corrections that come back in a file: what it says of one layer, against what stands there now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from annotator.core.changes import Change, RowOp, insert
from annotator.core.clusters import CUT_CLUSTER, is_edge
from annotator.core.commands.base import span_removal, span_update
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.entry import NOTHING_SAID, EntrySpan, Unsaid
from annotator.core.layer import LayerHead, Role, Status
from annotator.core.messages import Message, message
from annotator.core.span import Origin, Span, worked_over

_Key = tuple[int, int, int]
"""Start, end, label id: no two spans of a layer share it."""

_NO_LAYER: Final = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a correction comes to: its operations, how many spans they change, add and remove, what is refused."""

    ops: tuple[RowOp, ...] = ()
    changed: int = 0
    added: int = 0
    removed: int = 0
    refused: tuple[tuple[str, Message], ...] = ()

    @property
    def spans(self) -> int:
        """How many spans it reaches."""
        return self.changed + self.added + self.removed


@dataclass(frozen=True, slots=True)
class _Wish:
    """A span as it is to be, and the one that stands there (None: it is new); `uid` is the file's id of it."""

    uid: str
    before: Span | None
    after: Span

    @property
    def key(self) -> _Key:
        return _key(self.after)

    @property
    def moves(self) -> bool:
        """Whether it comes to stand where it did not stand before."""
        return self.before is None or _key(self.before) != self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectLayer:
    """Bring the spans of a layer to what a file says of them; what it does not mention stays.

    A span is matched by its id where the file has one, else by start, end and label; one without a match is new,
    and those that the file names as `removed` go. `layer_id` 0 begins a layer of `annotator_id`. `labels` gives
    the id of each label key, `people` of each name that a span may say it is from. The file was made on the
    present text of the document: each span of it holds the text that it covers.
    """

    document_id: int
    annotator_id: int
    layer_id: int
    spans: Sequence[EntrySpan]
    labels: Mapping[str, int]
    people: Mapping[str, int] = field(default_factory=dict)
    unsaid: Unsaid = NOTHING_SAID
    removed: frozenset[str] = frozenset()

    def outcome(self, state: State) -> Outcome:
        """Return what there is to do, and which spans cannot be taken, each with its reason."""
        text = state.text_version(self.document_id).text
        head, ops = self._head(state)
        ours = [Span.from_row(row) for row in state.rows("span", "layer_id", self.layer_id)]
        pairs = self._paired(ours)
        refused: list[tuple[str, Message]] = []
        wishes: list[_Wish] = []
        gone: list[Span] = []
        for said, mine in pairs:
            if said.id in self.removed:
                gone.extend(() if mine is None else (mine,))
            elif said.label not in self.labels:
                refused.append((said.id, message("correction.no-label", label=quoted(said.label))))
            elif mine is None:
                wishes.append(_Wish(said.id, None, self._new(state, head, said, text)))
            elif (after := self._corrected(state, said, mine, text)) is not None:
                wishes.append(_Wish(said.id, mine, after))
        moving = {wish.before.id for wish in wishes if wish.before is not None} | {span.id for span in gone}
        taken, clashing = _without_twins(wishes, {_key(span) for span in ours if span.id not in moving})
        refused.extend((wish.uid, message("span.twice", text=quoted(wish.after.text))) for wish in clashing)
        ops.extend(span_removal(state, [span.row() for span in gone]))
        ops.extend(_written(taken))
        added = sum(wish.before is None for wish in taken)
        if not taken and not gone:
            ops.clear()
        return Outcome(tuple(ops), len(taken) - added, added, len(gone), tuple(refused))

    def _head(self, state: State) -> tuple[int, list[RowOp]]:
        """Return the layer's id, with the operations that make or begin it, as the first mark of a person does."""
        ops: list[RowOp] = []
        if not state.document(self.document_id).confirmed:
            ops.append(RowOp("document", self.document_id, {"confirmed": 0}, {"confirmed": 1}))
        begun = str(Status.IN_PROGRESS)
        if self.layer_id == _NO_LAYER:
            head = LayerHead(
                id=state.new_id("layer"),
                document_id=self.document_id,
                annotator_id=self.annotator_id,
                role=Role.ANNOTATOR,
                status=Status.IN_PROGRESS,
                flagged=False,
                label_set_version=state.labels.version,
                created_at=state.now(),
            )
            return head.id, [*ops, insert("layer", head.row())]
        ops.extend(
            RowOp("layer", self.layer_id, {"status": row["status"]}, {"status": begun})
            for row in state.rows("layer", "id", self.layer_id)
            if row["status"] == str(Status.NEW)
        )
        return self.layer_id, ops

    def _paired(self, ours: Sequence[Span]) -> list[tuple[EntrySpan, Span | None]]:
        """Return each span of the file with the one of ours that it speaks of, if any; none of ours twice."""
        by_uid = {span.uid: span for span in ours}
        pairs: dict[int, Span] = {}
        for number, said in enumerate(self.spans):
            mine = None if "id" in self.unsaid.of(said.id) else by_uid.get(said.id)
            if mine is not None:
                pairs[number] = mine
        matched = {span.id for span in pairs.values()}
        by_key = {_key(span): span for span in reversed(ours) if span.id not in matched}
        for number, said in enumerate(self.spans):
            # What is to go by its id, and is not there, is gone already: nothing else goes in its place.
            gone = said.id in self.removed and "id" not in self.unsaid.of(said.id)
            if number not in pairs and not gone:
                mine = by_key.pop((said.start, said.end, self.labels.get(said.label, 0)), None)
                if mine is not None:
                    pairs[number] = mine
        return [(said, pairs.get(number)) for number, said in enumerate(self.spans)]

    def _corrected(self, state: State, said: EntrySpan, mine: Span, text: str) -> Span | None:
        """Return our span as the file has it, or None where that is how it is."""
        unsaid, label_id = self.unsaid.of(said.id), self.labels[said.label]
        norm = said.norm
        if norm is None and "norm" in unsaid:
            old, new = state.labels.by_id(mine.label_id), state.labels.by_id(label_id)
            keeps = old is not None and new is not None and old.kind == new.kind
            norm = mine.norm if keeps else None
        place = (said.start, said.end)
        after = replace(
            mine,
            start=said.start,
            end=said.end,
            text=text[said.start : said.end],
            label_id=label_id,
            norm=norm,
            note=said.note if said.note or "note" not in unsaid else mine.note,
            unsure=said.unsure if said.unsure or "unsure" not in unsaid else mine.unsure,
            flaw=mine.flaw if place == (mine.start, mine.end) else _flaw(text, place),
        )
        if after == mine:
            return None
        return replace(worked_over(mine, after), updated_at=state.now())

    def _new(self, state: State, layer_id: int, said: EntrySpan, text: str) -> Span:
        now = state.now()
        # An id that one of ours had would have matched it.
        own_id = said.id and "id" not in self.unsaid.of(said.id)
        return Span(
            id=state.new_id("span"),
            uid=said.id if own_id else state.new_uid(),
            layer_id=layer_id,
            start=said.start,
            end=said.end,
            text=text[said.start : said.end],
            label_id=self.labels[said.label],
            norm=said.norm,
            note=said.note,
            unsure=said.unsure,
            origin=Origin(said.origin),
            annotator_id=self.people.get(said.annotator, self.annotator_id),
            created_at=said.created_at or now,
            updated_at=said.updated_at or said.created_at or now,
            flaw=_flaw(text, (said.start, said.end)),
        )


@dataclass(frozen=True, slots=True)
class Correct:
    """Carry out what the corrections of one file come to, over all its documents: one step over the project."""

    file: str
    ops: tuple[RowOp, ...]
    spans: int
    documents: int

    def run(self, _state: State) -> Change | None:
        """Return the change, or None where there is nothing to do."""
        if not self.ops:
            return None
        told = message("step.corrections", file=self.file, spans=self.spans, documents=self.documents)
        return Change(told, self.ops)


def _key(span: Span) -> _Key:
    return (span.start, span.end, span.label_id)


def _flaw(text: str, place: tuple[int, int]) -> str:
    return "" if all(is_edge(text, end) for end in place) else CUT_CLUSTER


def _written(wishes: Sequence[_Wish]) -> Iterator[RowOp]:
    for wish in wishes:
        op = insert("span", wish.after.row()) if wish.before is None else span_update(wish.before, wish.after)
        if op is not None:
            yield op


def _without_twins(wishes: Sequence[_Wish], standing: set[_Key]) -> tuple[list[_Wish], list[_Wish]]:
    """Return the wishes that leave no two spans alike, and the others; `standing` are spans that stay as they are.

    A span that is not changed after all stands where it stood, which may be where another was to come.
    """
    staying = [wish for wish in wishes if not wish.moves]
    stays = standing | {wish.key for wish in staying}
    taken: dict[_Key, _Wish] = {}
    refused: list[_Wish] = []
    for wish in wishes:
        if not wish.moves:
            continue
        if wish.key not in stays and wish.key not in taken:
            taken[wish.key] = wish
            continue
        turned_down = [wish]
        while turned_down:
            other = turned_down.pop()
            refused.append(other)
            if other.before is not None:
                old = _key(other.before)
                stays.add(old)
                turned_down.extend(() if old not in taken else (taken.pop(old),))
    return [*staying, *taken.values()], refused

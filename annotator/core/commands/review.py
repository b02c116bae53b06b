"""User actions of the reviewer: decisions on items, the gold layer that follows from them, how far a review is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, Scalar, insert, update
from annotator.core.commands.base import new_head, span_removal
from annotator.core.commands.spans import known_label, new_span, quoted
from annotator.core.commands.state import State
from annotator.core.decision import (
    NOTHING_MADE,
    Decision,
    ItemSpan,
    Made,
    ReviewStatus,
    decisions_of,
    in_force,
    standing,
)
from annotator.core.errors import user_error
from annotator.core.layer import Layer, Role, Status
from annotator.core.messages import Message, message
from annotator.core.span import Origin, Span
from annotator.core.values import Norm

BLIND = "review.blind"
"""The setting that says whether layers are shown without their names: "1", or not."""

_AFTER_A_DECISION = {
    ReviewStatus.NOT_STARTED: ReviewStatus.IN_REVIEW,
    ReviewStatus.DONE: ReviewStatus.REOPENED,
}
_STATUS_STEPS = {
    ReviewStatus.NOT_STARTED: message("step.review.status.not_started"),
    ReviewStatus.IN_REVIEW: message("step.review.status.in_review"),
    ReviewStatus.DONE: message("step.review.status.done"),
    ReviewStatus.REOPENED: message("step.review.status.reopened"),
}
_Place = tuple[int, int, int, Norm | None]


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide an item of a document. An earlier decision that shares a character with it counts no more.

    `order`: the annotators (uids) as they were shown without their names, to be kept so; empty where they were named.
    """

    document_id: int
    made: Made
    reaffirms: bool = False
    order: tuple[str, ...] = ()

    def run(self, state: State) -> Change:
        """Return the change: the decision, and the gold layer brought up to it."""
        review = _Review(state, self.document_id)
        review.add(self.made)
        text = quoted(review.text[self.made.start : self.made.end])
        told = message("step.review.decide", text=text)
        if self.reaffirms:
            told = message("step.review.reaffirm", text=text)
        return Change(told, review.ops(order=self.order), self.document_id)


@dataclass(frozen=True, slots=True)
class BulkDecide:
    """Decide many items by a rule, as one step: of the document where it is one, else over the project."""

    rule: str
    made: Mapping[int, Sequence[Made]]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where there is nothing to decide."""
        ops: list[RowOp] = []
        for document_id, decisions in self.made.items():
            review = _Review(state, document_id)
            for made in decisions:
                review.add(replace(made, rule=self.rule))
            ops.extend(review.ops())
        count = sum(map(len, self.made.values()))
        if not count:
            return None
        told = message(f"step.review.rule.{self.rule}", count=count, documents=len(self.made))
        only = next(iter(self.made)) if len(self.made) == 1 else None
        return Change(told, tuple(ops), only)


@dataclass(frozen=True, slots=True)
class Reopen:
    """Take back what was decided between `start` and `end`: a withdrawal each, so that it can be read later."""

    document_id: int
    start: int
    end: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where nothing there is decided."""
        review = _Review(state, self.document_id)
        count = review.withdraw(self.start, self.end)
        if not count:
            return None
        told = message("step.review.reopen", text=quoted(review.text[self.start : self.end]))
        return Change(told, review.ops(), self.document_id)


@dataclass(frozen=True, slots=True)
class SetReviewStatus:
    """Say how far the review of a document is; done makes its gold layer done too, reopened takes that back."""

    document_id: int
    status: ReviewStatus

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it is so already."""
        row = review_row(state, self.document_id)
        if row is not None and row["status"] == str(self.status):
            return None
        review = _Review(state, self.document_id)
        return Change(_STATUS_STEPS[self.status], review.ops(self.status), self.document_id)


@dataclass(frozen=True, slots=True)
class Blind:
    """Hide the annotators' names in the review of the project, or show them again.

    `orders` says in which order the layers of each document are shown (uids); an order that stands is kept.
    """

    on: bool
    orders: Mapping[int, Sequence[str]]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it is so already."""
        ops = _setting_ops(state, BLIND, str(int(self.on)))
        if not ops:
            return None
        for document_id, order in self.orders.items():
            row = review_row(state, document_id) or _blank_review(state, document_id)
            kept: list[str] = json.loads(str(row["blind_order"]))
            newcomers = [uid for uid in order if uid not in kept]
            ops.extend(_review_ops(state, document_id, {"blind_order": json.dumps([*kept, *newcomers])}))
        return Change(_blind_step(on=self.on), tuple(ops), None)


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the annotators' names on one document of a blind review; who did so and when is kept."""

    document_id: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where they are shown already."""
        row = review_row(state, self.document_id)
        if row is not None and row["revealed_at"]:
            return None
        values: Row = {"revealed_at": state.now(), "revealed_by": state.annotator.id}
        ops = tuple(_review_ops(state, self.document_id, values))
        return Change(message("step.review.reveal"), ops, self.document_id)


def gold_layer(layers: Sequence[Layer], decisions: Sequence[Decision], annotator_id: int) -> Layer | None:
    """Return the layer that decisions fill: where the last of them lies, else the annotator's adjudicated one."""
    by_id = {layer.head.id: layer for layer in layers if layer.head.role is Role.ADJUDICATOR}
    for decision in reversed(decisions):
        if decision.layer_id in by_id:
            return by_id[decision.layer_id]
    return next((layer for layer in by_id.values() if layer.head.annotator_id == annotator_id), None)


def review_row(state: State, document_id: int) -> Row | None:
    """Return the row that says how far the review of the document is, or None before its first step."""
    return next(iter(state.rows("review", "document_id", document_id)), None)


class _Review:
    """The review of one document while a change is put together."""

    def __init__(self, state: State, document_id: int) -> None:
        self.text = state.text_version(document_id).text
        self._state = state
        self._document_id = document_id
        self._before = decisions_of(state.rows("decision", "document_id", document_id), state.labels)
        self._added: list[Decision] = []
        self._begun: list[RowOp] = []
        self._gold = self._find_gold()

    def add(self, made: Made) -> None:
        """Take in a decision; UserError where its result lies outside the text, or has a label that is gone."""
        for span in made.result:
            self._check(span)
        if not 0 <= made.start < made.end <= len(self.text):
            raise user_error("span.outside", start=made.start, end=made.end, length=len(self.text))
        self._added.append(self._decision(made, ""))

    def withdraw(self, start: int, end: int) -> int:
        """Withdraw every decision in force whose extent shares a character with a range; return how many."""
        there = [decision for decision in in_force(self._before) if decision.touches(start, end)]
        for decision in there:
            extent = replace(NOTHING_MADE, start=decision.made.start, end=decision.made.end)
            self._added.append(self._decision(extent, decision.uid))
        return len(there)

    def ops(self, status: ReviewStatus | None = None, order: Sequence[str] = ()) -> tuple[RowOp, ...]:
        """Return the operations: the layer where it is new, its decisions, its spans, and the review's own row.

        Without a status a decision begins the review; one that was done is open again.
        """
        labels = self._state.labels
        rows = [insert("decision", decision.row(labels)) for decision in self._added]
        return (
            *self._begun,
            *rows,
            *self._span_ops(),
            *self._row_ops(status or self._status_that_follows(), order),
        )

    def _status_that_follows(self) -> ReviewStatus | None:
        row = review_row(self._state, self._document_id)
        status = ReviewStatus.NOT_STARTED if row is None else ReviewStatus(str(row["status"]))
        return _AFTER_A_DECISION.get(status)

    def _row_ops(self, status: ReviewStatus | None, order: Sequence[str]) -> list[RowOp]:
        values: dict[str, Scalar] = {"blind_order": json.dumps(order)} if order else {}
        ops: list[RowOp | None] = []
        if status is not None:
            values |= {"status": str(status), "by": self._state.annotator.id, "at": self._state.now()}
            head = self._gold.head
            layer_status = Status.DONE if status is ReviewStatus.DONE else Status.IN_PROGRESS
            ops.append(update("layer", head.row(), {**head.row(), "status": str(layer_status)}))
        if values:
            ops.extend(_review_ops(self._state, self._document_id, values))
        return [op for op in ops if op is not None]

    def _find_gold(self) -> Layer:
        state = self._state
        found = gold_layer(state.layers(self._document_id), self._before, state.annotator.id)
        if found is not None:
            return found
        head = replace(new_head(state, self._document_id, Status.IN_PROGRESS), role=Role.ADJUDICATOR)
        self._begun.append(insert("layer", head.row()))
        return Layer(head)

    def _decision(self, made: Made, withdraws: str) -> Decision:
        state = self._state
        ids = (state.new_id("decision"), state.new_uid())
        return Decision(
            *ids, self._gold.head.id, self._document_id, state.annotator.id, state.now(), made, withdraws
        )

    def _span_ops(self) -> list[RowOp]:
        """Return what makes the spans of the gold layer follow the decisions; other spans of it stay."""
        wanted = self._places(standing([*self._before, *self._added]))
        earlier = self._places(standing(self._before))
        there = {_place(span): span for span in self._gold.spans}
        gone = [there[place] for place in earlier if place in there and place not in wanted]
        ops = span_removal(self._state, [span.row() for span in gone]) if gone else []
        taken = {place[:3] for place in there.keys() - {_place(span) for span in gone}}
        for place in wanted:
            if place[:3] not in taken:
                taken.add(place[:3])
                ops.append(insert("span", self._new(place).row()))
        return ops

    def _places(self, decisions: Sequence[Decision]) -> dict[_Place, None]:
        """Return the places of what some decisions say; what has no label here any more is left out."""
        keys = {label.key: label.id for label in self._state.labels.labels}
        return {
            (span.start, span.end, keys[span.label], span.norm): None
            for decision in decisions
            for span in decision.made.result
            if span.label in keys
        }

    def _check(self, span: ItemSpan) -> None:
        if not 0 <= span.start < span.end <= len(self.text):
            raise user_error("span.outside", start=span.start, end=span.end, length=len(self.text))
        if self._state.labels.by_key(span.label) is None:
            raise user_error("label.gone")

    def _new(self, place: _Place) -> Span:
        start, end, label_id, norm = place
        label = known_label(self._state, label_id)
        made = new_span(self._state, self._gold, self.text, (start, end, label.id), Origin.ADJUDICATION)
        return replace(made, norm=norm)


def _blind_step(*, on: bool) -> Message:
    return message("step.review.blind") if on else message("step.review.seen")


def _place(span: Span) -> _Place:
    return (span.start, span.end, span.label_id, span.norm)


def _blank_review(state: State, document_id: int) -> Row:
    return {
        "id": 0, "document_id": document_id, "status": str(ReviewStatus.NOT_STARTED), "by": state.annotator.id,
        "at": "", "blind_order": "[]", "revealed_at": "", "revealed_by": None,
    }  # fmt: skip


def _review_ops(state: State, document_id: int, values: Row) -> list[RowOp]:
    """Return the operation that writes columns of a document's row in `review`, made where there is none."""
    row = review_row(state, document_id)
    if row is None:
        blank = {**_blank_review(state, document_id), "id": state.new_id("review")}
        return [insert("review", {**blank, **values})]
    op = update("review", row, {**row, **values})
    return [] if op is None else [op]


def _setting_ops(state: State, key: str, value: str) -> list[RowOp]:
    row = next(iter(state.rows("setting", "key", key)), None)
    if row is None:
        return [insert("setting", {"id": state.new_id("setting"), "key": key, "value": value})]
    op = update("setting", row, {**row, "value": value})
    return [] if op is None else [op]

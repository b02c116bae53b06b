"""User actions on what goes back and forth after a review: what was returned, answers to it, answers that came in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.commands.base import own_layer, span_removal
from annotator.core.commands.spans import new_span, quoted
from annotator.core.commands.state import State
from annotator.core.decision import ItemSpan
from annotator.core.errors import user_error
from annotator.core.labels import Label
from annotator.core.messages import message
from annotator.core.returned import Answer, Response, Returned
from annotator.core.span import Origin


@dataclass(frozen=True, slots=True)
class TakeReturned:
    """Take in what a reviewer gave back, as one step over the project. The ids of `items` are not looked at.

    What the reviewer returned earlier on these documents and does not return now is dropped, unless it was
    answered. An item that is here already keeps its answer.
    """

    items: Sequence[Returned]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all of it is here already."""
        ops: list[RowOp] = []
        fresh = 0
        for document_id, items in _by_document(self.items).items():
            rows = state.rows("returned", "document_id", document_id)
            there = {(row["reviewer"], row["item"]): row for row in rows}
            wanted = {(one.reviewer, one.item): one for one in items}
            reviewers = {one.reviewer for one in items}
            ops.extend(
                delete("returned", row)
                for key, row in there.items()
                if key not in wanted and row["reviewer"] in reviewers and row["answer"] == Answer.NONE
            )
            for key, one in wanted.items():
                if key not in there:
                    made = replace(one, id=state.new_id("returned"))
                    ops.append(insert("returned", made.row(state.labels)))
                    fresh += 1
        if not ops:
            return None
        return Change(message("step.returned.take", count=fresh), tuple(ops))


@dataclass(frozen=True, slots=True)
class AnswerReturned:
    """Agree to what was decided, or appeal against it, with a note; what is typed in one burst is one step."""

    document_id: int
    returned_id: int
    answer: Answer
    note: str = ""
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it is answered so already; UserError where it is gone."""
        row = _returned_row(state, self.document_id, self.returned_id)
        before = Returned.from_row(row, state.labels)
        if (before.answer, before.note) == (self.answer, self.note):
            return None
        at = "" if self.answer is Answer.NONE else state.now()
        after = {**row, "answer": str(self.answer), "note": self.note, "answered_at": at}
        op = update("returned", row, after)
        text = quoted(next((entry.text for entry in before.entries), ""))
        told = {
            Answer.AGREE: message("step.returned.agree", text=text),
            Answer.APPEAL: message("step.returned.appeal", text=text),
            Answer.NONE: message("step.returned.unanswer", text=text),
        }[self.answer]
        merge = f"returned:{self.returned_id}:{self.burst}" if self.burst else ""
        return None if op is None else Change(told, (op,), self.document_id, merge)


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Bring one's own layer to what was decided on an item, as one step.

    `final` and `ours` are its spans in the present text. Spans of ours that were refused go, those decided come;
    one that differs in its value alone keeps what hangs on it.
    """

    document_id: int
    ours: Sequence[ItemSpan]
    final: Sequence[ItemSpan]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the layer is so already; UserError where a label is gone."""
        labels = {one.label: _label(state, one.label) for one in (*self.ours, *self.final)}
        layer, ops = own_layer(state, self.document_id)
        text = state.text_version(self.document_id).text
        there = {(span.start, span.end, span.label_id): span for span in layer.spans}
        refused = {(s.start, s.end, labels[s.label].id): s for s in self.ours}
        wanted = {(s.start, s.end, labels[s.label].id): s for s in self.final}
        begun = len(ops)
        gone = [there[place] for place in refused if place in there and place not in wanted]
        ops.extend(span_removal(state, [span.row() for span in gone]) if gone else [])
        for place, one in wanted.items():
            if place not in there:
                made = new_span(state, layer, text, place, Origin.ADJUDICATION)
                ops.append(insert("span", replace(made, norm=one.norm).row()))
            elif there[place].norm != one.norm:
                after = {**there[place].row(), **_value(one), "updated_at": state.now()}
                changed = update("span", there[place].row(), after)
                ops.extend([] if changed is None else [changed])
        if len(ops) == begun:
            return None
        start = min(s.start for s in (*self.ours, *self.final))
        end = max(s.end for s in (*self.ours, *self.final))
        return Change(
            message("step.returned.take-over", text=quoted(text[start:end])), tuple(ops), self.document_id
        )


@dataclass(frozen=True, slots=True)
class TakeResponses:
    """Take in what colleagues have answered to decisions, as one step over the project; a later answer replaces."""

    responses: Sequence[Response]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all of it is here already."""
        ops: list[RowOp] = []
        appeals = 0
        for response in self.responses:
            rows = state.rows("response", "document_id", response.document_id)
            there = [row for row in rows if (row["decision"], row["by"]) == (response.decision, response.by)]
            if not there:
                ops.append(insert("response", {"id": state.new_id("response"), **response.values()}))
            elif str(there[-1]["at"]) < response.at:
                op = update("response", there[-1], {**there[-1], **response.values()})
                if op is None:
                    continue
                ops.append(op)
            else:
                continue
            appeals += not response.agree
        if not ops:
            return None
        return Change(message("step.response.take", count=len(ops), appeals=appeals), tuple(ops))


def _returned_row(state: State, document_id: int, returned_id: int) -> Row:
    """Return the row of what was given back, or raise UserError where it is gone."""
    for row in state.rows("returned", "document_id", document_id):
        if row["id"] == returned_id:
            return row
    raise user_error("returned.gone")


def _by_document(items: Sequence[Returned]) -> dict[int, list[Returned]]:
    found: dict[int, list[Returned]] = {}
    for item in items:
        found.setdefault(item.document_id, []).append(item)
    return found


def _label(state: State, key: str) -> Label:
    label = state.labels.by_key(key)
    if label is None:
        raise user_error("label.gone")
    return label


def _value(span: ItemSpan) -> Row:
    norm = span.norm
    if norm is None:
        return dict.fromkeys(("value_type", "value", "unit", "mod", "ref"))
    return {"value_type": norm.type, "value": norm.value, "unit": norm.unit, "mod": norm.mod, "ref": norm.ref}

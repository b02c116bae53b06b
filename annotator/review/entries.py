"""Entries of decisions: each span of a decided item, taken or refused, as gold files and return files tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from annotator.core.decision import Decision, ItemSpan, same_content

_BETWEEN: Final = "."


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """A span that somebody had, or that was decided; `final`: it belongs to the result.

    `id` is made of the decision's uid and a number, so that it is the same in every file. `holders` are the
    annotators (uid) who had exactly this span with this value, of the `doers` who did the document.
    """

    id: str
    decision: Decision
    span: ItemSpan
    final: bool
    holders: tuple[str, ...]
    doers: int

    @property
    def votes(self) -> str:
        """How many of those who did the document had it: `2/3`."""
        return f"{len(self.holders)}/{self.doers}"


def entries_of(decision: Decision) -> list[DecisionEntry]:
    """Return the entries of a decision: its result in order, then what was refused, in order.

    The snapshot can be made again from them: everybody has the spans whose holder they are.
    """
    made = decision.made
    final = {span.content for span in made.result}
    had: dict[tuple[int, int, str, str | None], ItemSpan] = {span.content: span for span in made.result}
    refused = {
        span.content: span
        for content in made.snapshot.values()
        for span in content
        if span.content not in final
    }
    had |= dict(sorted(refused.items(), key=_order_of))
    return [
        DecisionEntry(
            f"{decision.uid}{_BETWEEN}{number}",
            decision,
            span,
            content in final,
            tuple(sorted(name for name, own in made.snapshot.items() if content in {s.content for s in own})),
            len(made.snapshot),
        )
        for number, (content, span) in enumerate(had.items(), 1)
    ]


def differing(decision: Decision, annotator: str) -> list[DecisionEntry]:
    """Return the entries in which an annotator (uid) and the result differ; none where they did not do the document."""
    own = decision.made.snapshot.get(annotator)
    if own is None or same_content(own, decision.made.result):
        return []
    return [entry for entry in entries_of(decision) if entry.final != (annotator in entry.holders)]


def decision_of(entry_id: str) -> str:
    """Return the uid of the decision that an entry belongs to, by its id; "" where it is no id of ours."""
    uid, between, number = entry_id.rpartition(_BETWEEN)
    return uid if between and number.isdecimal() else ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to tell entries in a file.

    `text` is the document's; `names` gives the name of each annotator by uid, `people` by row id; `spans` the uid
    of each span of the gold layer by its content. `shown`: whose names sources may hold, None for everybody.
    """

    text: str
    names: Mapping[str, str]
    people: Mapping[int, str]
    spans: Mapping[tuple[int, int, str, str | None], str]
    shown: frozenset[str] | None = None

    def told(self, entry: DecisionEntry) -> dict[str, object]:
        """Return an entry as a file holds it (`docs/native-format.md`)."""
        made, span = entry.decision.made, entry.span
        span_id = self.spans.get(span.content, "") if entry.final else ""
        holders = entry.holders if self.shown is None else [uid for uid in entry.holders if uid in self.shown]
        return {
            "id": entry.id,
            "item": entry.decision.uid,
            "span_id": span_id,
            "action": str(made.action),
            "rule": made.rule or None,
            "by": self.people.get(entry.decision.by, ""),
            "at": entry.decision.at,
            "sources": sorted(self.names.get(uid, uid) or uid for uid in holders),
            "votes": entry.votes,
            "before": None if span_id else self._place(span),
            "reason": made.reason,
            "note": made.note,
            "confidence": made.confidence,
            "flag": made.flag,
            "response": None,
        }

    def _place(self, span: ItemSpan) -> dict[str, object]:
        return {
            "start": span.start,
            "end": span.end,
            "text": self.text[span.start : span.end],
            "label": span.label,
            "norm": None if span.norm is None else span.norm._asdict(),
        }


def contents_of(rows: Iterable[tuple[str, ItemSpan]]) -> dict[tuple[int, int, str, str | None], str]:
    """Return the ids of spans by what makes two spans the same in a review."""
    return {span.content: uid for uid, span in rows}


def _order_of(item: tuple[tuple[int, int, str, str | None], ItemSpan]) -> tuple[int, int, str, bool, str]:
    return item[1].order

"""What can be written of the entries handed to a writer; the rest is counted, never repaired."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from annotator.core.entry import Entry, EntrySpan, EntrySuggestion, Reject
from annotator.core.messages import message
from annotator.core.validate import quoted, span_problem

_Mark = TypeVar("_Mark", EntrySpan, EntrySuggestion)
_T = TypeVar("_T")


class Sound:
    """The entries that can be written, each with the marks that hold the text they say they do.

    `read` counts what was handed in, `rejected` the rejects among it; `lost` counts by kind what was left out:
    `empty-text`, `span`, `suggestion`, and `relation`, `member`, `comment`, `decision` that pointed at those;
    `faults` say of each mark why.
    """

    def __init__(self, entries: Iterable[Entry | Reject]) -> None:
        self._entries = entries
        self.read = 0
        self.rejected = 0
        self.lost: Counter[str] = Counter()
        self.faults: list[Reject] = []

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries, as they are where all is well."""
        for entry in self._entries:
            self.read += 1
            if isinstance(entry, Reject):
                self.rejected += 1
            elif not entry.text:
                self.lost["empty-text"] += 1
            else:
                yield entry if _is_sound(entry) else self._mended(entry)

    def _mended(self, entry: Entry) -> Entry:
        spans = tuple(self._standing(entry, entry.spans, "span"))
        suggestions = tuple(self._standing(entry, entry.suggestions, "suggestion"))
        there = {"", *(mark.id for mark in spans), *(mark.id for mark in suggestions)}
        records = tuple(
            record._replace(
                roles=self._kept("member", [(member, member.span_id in there) for member in record.roles])
            )
            for record in entry.records
        )
        return replace(
            entry,
            spans=spans,
            suggestions=suggestions,
            records=records,
            relations=self._kept(
                "relation", [(row, row.from_id in there and row.to_id in there) for row in entry.relations]
            ),
            comments=self._kept("comment", [(row, row.span_id in there) for row in entry.comments]),
            decisions=self._kept(
                "decision", [(row, row.get("span_id", "") in there) for row in entry.decisions]
            ),
        )

    def _standing(self, entry: Entry, marks: Iterable[_Mark], kind: str) -> Iterator[_Mark]:
        for mark in marks:
            if span_problem(entry.text, mark.start, mark.end, mark.text) is None:
                yield mark
                continue
            self.lost[kind] += 1
            told = message("write.span-adrift", document=quoted(entry.id), start=mark.start, end=mark.end)
            self.faults.append(Reject(entry.line, told, f"{kind}s.{mark.id}", entry.member))

    def _kept(self, kind: str, rows: list[tuple[_T, bool]]) -> tuple[_T, ...]:
        kept = tuple(row for row, stays in rows if stays)
        if len(kept) < len(rows):
            self.lost[kind] += len(rows) - len(kept)
        return kept


def _is_sound(entry: Entry) -> bool:
    """Tell whether every mark holds its text (1, 2 and 3 are start, end and text of spans and suggestions alike)."""
    text = entry.text
    length = len(text)
    for marks in (entry.spans, entry.suggestions):
        for mark in marks:
            if not 0 <= mark[1] < mark[2] <= length or text[mark[1] : mark[2]] != mark[3]:
                return False
    return True

"""Reads a text with its annotations: places become spans, the rest hangs on them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import Message, message
from annotator.core.text import digest, unify_line_ends
from annotator.core.validate import quoted
from annotator.formats import units
from annotator.formats.brat import names
from annotator.formats.brat.rows import Row, row_of
from annotator.formats.native_read import read_record
from annotator.formats.text_lines import TextLine

_ENDS: Final = re.compile(f"[\r{names.LINE_ENDS}]+")


class Reading:
    """One document on its way to an entry; `ours` says that we wrote it, so that notes are escaped."""

    def __init__(self, text: str, member: str, *, ours: bool) -> None:
        self._text = text
        self._member = member
        self._ours = ours
        self._rejects: list[Reject] = []
        self._spans: dict[str, dict[str, Any]] = {}
        self._relations: dict[str, dict[str, Any]] = {}
        self._records: dict[str, dict[str, Any]] = {}
        self._extra: dict[str, object] = {}
        self._lines: dict[str, int] = {}
        self._triggers: dict[str, str] = {}
        self._nested = 0

    def items(
        self, lines: Iterable[TextLine], uid: str, annotator: str, offsets: str
    ) -> list[Entry | Reject]:
        """Return the entry, then what was not taken, by its line."""
        rows = list(self._rows(lines))
        for kinds, take in self._order():
            for row in rows:
                if row.kind in kinds:
                    take(row)
        record: dict[str, object] = {
            "text": self._text, "spans": list(self._spans.values()), "relations": list(self._relations.values()),
            "records": list(self._records.values()), "annotator": annotator,
            **self._extra,
        }  # fmt: skip
        if not rows and not self._ours:
            record["status"] = "new"  # brat lays an empty file beside each text that nobody has begun
        record = self._in_its_count(record)
        record["id"] = uid if self._ours else f"{uid}-{digest(str(record['text']))[:8]}"
        items = read_record(record, 1, self._member, offsets=offsets)
        for item in items:
            if isinstance(item, Entry) and self._nested:
                item.notes = (*item.notes, message("note.brat-nested", count=self._nested))
        return [*(self._placed(item) for item in items), *self._rejects]

    def _order(self) -> tuple[tuple[str, Callable[[Row], None]], ...]:
        return (
            ("T", self._bound), ("E", self._trigger), ("E", self._event), ("R", self._relation),
            ("*", self._equal), ("AM", self._attribute), ("N", self._reference), ("#", self._note),
        )  # fmt: skip

    def _rows(self, lines: Iterable[TextLine]) -> Iterator[Row]:
        seen: set[str] = set()
        for line in lines:
            row = None if line.fault is not None else row_of(line)
            if row is None:
                if line.fault is not None or line.text.strip():
                    self._refuse(line.number, line.fault or message("brat.no-line", line=quoted(line.text)))
            elif row.id in seen:
                self._refuse(line.number, message("entry.id-twice", id=quoted(row.id)), row.id)
            else:
                if row.id != "*":
                    seen.add(row.id)
                yield row

    def _in_its_count(self, record: dict[str, object]) -> dict[str, object]:
        """Return the record over lines that end in LF, if it is that which its offsets count in a text with CRLF."""
        if "\r" not in self._text or units.fit(record, self._text):
            return record
        plain = unify_line_ends(self._text)
        return {**record, "text": plain} if units.fit(record, plain) else record

    def _placed(self, item: Entry | Reject) -> Entry | Reject:
        if isinstance(item, Entry):
            return item
        group, *parts = item.where.split(".", 1)
        line = self._lines.get(parts[0]) if parts and group in {"spans", "relations", "records"} else None
        return item if line is None else replace(item, line=line)

    def _refuse(self, line: int, reason: Message, where: str = "") -> None:
        self._rejects.append(Reject(line, reason, where, self._member))

    # What is said of each kind of line.

    def _bound(self, row: Row) -> None:
        """Take the places of a span; those that a line end alone stands between are one."""
        quotes = _quotes(row)
        whole: list[tuple[int, int, str | None]] = []
        for (start, end), quote in zip(row.places, quotes, strict=True):
            if whole and _ENDS.fullmatch(self._text, whole[-1][1], start) and whole[-1][1] < start:
                first, last, before = whole[-1]
                joined = None if before is None or quote is None else before + self._text[last:start] + quote
                whole[-1] = (first, end, joined)
            else:
                whole.append((start, end, quote))
        ids = [row.id, *(f"{row.id}.{number}" for number in range(2, len(whole) + 1))]
        for uid, (start, end, quote) in zip(ids, whole, strict=True):
            self._lines[uid] = row.line
            self._spans[uid] = {
                "id": uid, "start": start, "end": end, "label": names.key_of(row.type), "norm": None, "note": None,
            }  # fmt: skip
            if quote is not None:
                self._spans[uid]["text"] = quote
        for number, (one, other) in enumerate(pairwise(ids), 1):
            self._tie(f"{row.id}-{number}", row.line, names.FRAGMENT, one, other)

    def _tie(self, uid: str, line: int, type_: str, one: str, other: str) -> None:
        self._lines[uid] = line
        self._relations[uid] = {"id": uid, "type": type_, "from_id": one, "to_id": other, "note": None}

    def _trigger(self, row: Row) -> None:
        self._triggers[row.id] = row.about[0][1]

    def _span_of(self, uid: str) -> str | None:
        """Return the span that an id stands for: itself, or what an event hangs on."""
        found = self._triggers.get(uid, uid)
        return found if found in self._spans else None

    def _event(self, row: Row) -> None:
        """Take an event for a record; what is another event stands for what that one hangs on."""
        roles = []
        for number, (role, target) in enumerate(row.about):
            span = self._span_of(target)
            if span is None:
                self._refuse(row.line, message("span.not-there", id=quoted(target)), row.id)
                continue
            self._nested += target in self._triggers and number > 0
            roles.append({"role": names.key_of(role), "span_id": span, "norm": None})
        if roles:
            self._lines[row.id] = row.line
            self._records[row.id] = {"id": row.id, "type": names.key_of(row.type), "roles": roles}

    def _relation(self, row: Row) -> None:
        one, other = (self._span_of(target) for _, target in row.about)
        if one is None or other is None:
            missing = next(target for _, target in row.about if self._span_of(target) is None)
            self._refuse(row.line, message("span.not-there", id=quoted(missing)), row.id)
            return
        self._nested += sum(target in self._triggers for _, target in row.about)
        self._tie(row.id, row.line, names.key_of(row.type), one, other)

    def _equal(self, row: Row) -> None:
        """Take a set of equal spans for relations from each to the next."""
        spans = [(target, self._span_of(target)) for _, target in row.about]
        for target, span in spans:
            if span is None:
                self._refuse(row.line, message("span.not-there", id=quoted(target)), row.id)
        there = [span for _, span in spans if span is not None]
        for number, (one, other) in enumerate(pairwise(there), 1):
            self._tie(f"*{row.line}.{number}", row.line, names.key_of(row.type), one, other)

    def _attribute(self, row: Row) -> None:
        value, target = row.about[0]
        if target in self._spans and row.type == names.UNSURE and not value:
            self._spans[target]["unsure"] = True
            return
        for group, parts in (
            ("spans", self._spans),
            ("relations", self._relations),
            ("records", self._records),
        ):
            if target in parts:
                self._extra[f"{group}.{target}.{row.type}"] = value or True
                return
        self._refuse(row.line, message("span.not-there", id=quoted(target)), row.id)

    def _reference(self, row: Row) -> None:
        """Take a reference for the value of its span: ours as it was written, another one as a name."""
        reference, target = row.about[0]
        span = self._spans.get(self._span_of(target) or "")
        if span is None:
            self._refuse(row.line, message("span.not-there", id=quoted(target)), row.id)
        elif span["norm"] is not None:
            self._refuse(row.line, message("brat.second-value", reference=quoted(reference)), row.id)
        else:
            named = {
                "type": "name",
                "value": row.tail or reference,
                "unit": None,
                "mod": None,
                "ref": reference,
            }
            span["norm"] = names.norm_of(reference) or named

    def _note(self, row: Row) -> None:
        """Take a note; that of an event goes to what the event hangs on."""
        target = row.about[0][1]
        part = self._relations.get(target) or self._spans.get(self._span_of(target) or "")
        if part is None:
            self._refuse(row.line, message("span.not-there", id=quoted(target)), row.id)
            return
        note = names.many_lines(row.tail or "") if self._ours else row.tail
        part["note"] = "\n".join(filter(None, (part["note"], note)))


def _quotes(row: Row) -> list[str | None]:
    """Return what a line says stands at each of its places; None where that cannot be told apart.

    The texts of the places stand one after the other with a blank between; brat before 1.3 wrote them without.
    """
    said = row.tail
    if said is None or not said.strip():
        return [None] * len(row.places)
    if len(row.places) == 1:
        return [said]
    lengths = [end - start for start, end in row.places]
    between = int(len(said) != sum(lengths))
    if len(said) != sum(lengths) + between * (len(lengths) - 1):
        return [said] + [None] * (len(lengths) - 1)
    quotes: list[str | None] = []
    at = 0
    for length in lengths:
        quotes.append(said[at : at + length])
        at += length + between
    return quotes

"""XLSX with a row a span, its cells typed, for spreadsheets and statistics; written only."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from annotator.core import value_forms
from annotator.core.entry import Entry, EntrySpan, in_order
from annotator.core.text import Zone
from annotator.core.values import Norm
from annotator.formats.base import COMMON, Account, Sink, main_member, only, option
from annotator.formats.carrying import OVERLAP, left_behind
from annotator.formats.one_way import WriteOnly

if TYPE_CHECKING:
    from annotator.formats.xlsx_write import Cell

_COLUMNS: Final = {
    "document": 24, "annotator": 12, "role": 11, "label": 10, "text": 24, "sentence": 60, "value": 18, "min": 14,
    "max": 14,
    "unit": 8, "modifier": 14, "reference": 14, "record": 12, "note": 20, "unsure": 8, "status": 11, "title": 40,
    "outlet": 14, "author": 12, "section": 12, "published": 18, "document_date": 14, "url": 40, "zone": 10,
    "start": 8, "end": 8,
}  # fmt: skip
"""The columns, with their widths in characters."""

_FIELDS: Final = frozenset({"title", "outlet", "author", "section", "published", "document_date", "url"})
_CARRIED: Final = frozenset({"annotator", "note", "record", "role", "status", "unsure", "value", OVERLAP})
_SENTENCE: Final = re.compile(r"(?<![.!?。…])[.!?。…]++[\"'”’)\]」』]*+\s+")
_REACH: Final = 4000  # characters before and behind a span that its sentence is looked for in
_AT_LEAST: Final = frozenset({"EQUAL_OR_MORE", "MORE_THAN"})
_AT_MOST: Final = frozenset({"EQUAL_OR_LESS", "LESS_THAN"})
_QUARTERS: Final = {"H1": (1, 6), "H2": (7, 6), "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3)}
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?")


class XlsxFormat(WriteOnly):
    """Writes a workbook of one table: a row a span, and a row for a document without any."""

    id = "xlsx"
    title = "format.xlsx"
    suffixes = (".xlsx",)
    carries = _CARRIED

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries; a text longer than a cell holds is cut, and counted."""
        from annotator.formats.xlsx_write import Workbook  # zipfile is slow to import

        only(options, COMMON)
        nobody = option(options, "annotator", str, "")
        account = Account()
        with (
            main_member(sink) as stream,
            Workbook(stream, "spans", list(_COLUMNS), list(_COLUMNS.values())) as book,
        ):
            for entry in entries:
                for row in rows(entry, nobody):
                    book.add([row.get(name) for name in _COLUMNS])
                account.written += 1
                account.lost.update(_lost(entry))
        account.lost["cell"] += book.cut
        account.lost = +account.lost
        return account


def _lost(entry: Entry) -> dict[str, int]:
    other = sum(value != "" and name not in _FIELDS for name, value in entry.fields.items())
    loose = sum(not member.span_id for record in entry.records for member in record.roles)
    return {**left_behind(entry, _CARRIED | {"field"}), "field": other, "member": loose}


def rows(entry: Entry, nobody: str = "") -> "Iterator[dict[str, Cell]]":
    """Yield a row for each span of the entry, by the names of its columns; one without a span where it has none."""
    fields = entry.fields
    head: dict[str, Cell] = {
        "document": entry.id,
        "annotator": entry.annotator or nobody,
        "role": entry.role,
        "status": entry.status,
        "published": moment_of(fields.get("published", "")),
        "document_date": moment_of(fields.get("document_date", "")),
        **{name: fields.get(name) or None for name in ("title", "outlet", "author", "section", "url")},
    }
    records: dict[str, list[str]] = {}
    for record in entry.records:
        for member in record.roles:
            if member.span_id and record.id not in records.setdefault(member.span_id, []):
                records[member.span_id].append(record.id)
    for span in in_order(entry.spans):
        yield {**head, **_span(span, entry), "record": ", ".join(records.get(span.id, ())) or None}
    if not entry.spans:
        yield head


def _span(span: EntrySpan, entry: Entry) -> "dict[str, Cell]":
    low, high = bounds(span.norm) if span.norm is not None else (None, None)
    begin, end = sentence_of(entry.text, span.start, span.end)
    norm = span.norm or Norm("")
    return {
        "label": span.label,
        "text": span.text,
        "sentence": entry.text[begin:end],
        "value": norm.value,
        "min": low,
        "max": high,
        "unit": norm.unit,
        "modifier": norm.mod,
        "reference": norm.ref,
        "note": span.note or None,
        "unsure": True if span.unsure else None,
        "zone": _zone_of(entry.zones, span.start),
        "start": span.start,
        "end": span.end,
    }


def _zone_of(zones: tuple[Zone, ...], place: int) -> str | None:
    return next((str(zone.kind) for zone in zones if zone.start <= place < zone.end), None)


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of the sentence around a range, of all that it touches; code points, end exclusive.

    A sentence ends in a full stop, an exclamation or question mark with a blank after it, and with its line.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(start, end - 1))
    first, last = max(first, start - _REACH), min(len(text) if last < 0 else last, end + _REACH)
    begin, stop = first, last
    for match in _SENTENCE.finditer(text, first, last):
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end - 1:
            stop = match.end()
            break
    found = text[begin:stop]
    if not found.strip():
        return start, end
    return begin + len(found) - len(found.lstrip()), begin + len(found.rstrip())


def bounds(norm: Norm) -> "tuple[Cell, Cell]":
    """Return the least and the greatest that a value may be: numbers of money, first and last days of dates.

    None where it is open to that side, or where the value is of another kind.
    """
    if norm.value is None or norm.type not in {"money", "date"}:
        return None, None
    parts = value_forms.ends(norm.value)
    low: Cell
    high: Cell
    if norm.type == "money":
        low, high = _number(parts[0]), _number(parts[-1])
    else:
        low, high = _days(parts[0])[0], _days(parts[-1])[1]
    return (None if norm.mod in _AT_MOST else low), (None if norm.mod in _AT_LEAST else high)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _days(period: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a day, week, month, quarter, half or year; seasons are not that exact."""
    try:
        if value_forms.is_day(period):
            day = date.fromisoformat(period)
            return day, day
        year = int(period[:4])
        if period[4:6] == "-W":
            return date.fromisocalendar(year, int(period[6:]), 1), date.fromisocalendar(
                year, int(period[6:]), 7
            )
        if len(period) == 4:
            return date(year, 1, 1), date(year, 12, 31)
        part = period[5:]
        month, months = _QUARTERS[part] if part in _QUARTERS else (int(part), 1)
        after = month + months
        following = date(year + (after > 12), after - 12 if after > 12 else after, 1)
        return date(year, month, 1), following - timedelta(days=1)
    except (ValueError, OverflowError):
        return None, None


def moment_of(text: str) -> "Cell":
    """Return a day or a moment as what it is, None for no text, and any other text as it is."""
    if value_forms.is_day(text):
        return date.fromisoformat(text)
    match = _MOMENT.match(text)
    # A time zone would be lost in a cell, so that such a moment stays text.
    if match is None or match.end() != len(text) or not value_forms.is_day(match[1]):
        return text or None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return text

"""Writes a row a span, and one row for a document without spans."""

import csv
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from operator import itemgetter
from typing import Final

from annotator.core.entry import Entry, EntryRecord, EntrySpan
from annotator.core.text import digest
from annotator.core.values import Norm
from annotator.formats.base import Account, Sink, main_member, utf8
from annotator.formats.carrying import left_behind
from annotator.formats.span_rows.cells import safe_cell
from annotator.formats.span_rows.columns import COLUMNS, FIELDS, RECORDS

CARRIES: Final = frozenset({"annotator", "note", "overlap", "role", "status", "unsure", "value"})
_BOM: Final = "\ufeff"
_in_order: Final = itemgetter(1, 2, 4, 0)  # start, end, label, id
_NO_VALUE: Final = Norm("", "", "", "", "")


def write_rows(entries: Iterable[Entry], sink: Sink, *, delimiter: str, annotator: str) -> Account:
    """Write the entries as UTF-8 with the byte order mark that Excel asks for, lines ending in CRLF."""
    account = Account()
    with main_member(sink) as stream:
        stream.write(utf8(_BOM + _lines([COLUMNS], delimiter)))
        for entry in entries:
            account.read += 1
            stream.write(utf8(_lines(_rows(entry, annotator), delimiter), entry))
            account.lost += _lost(entry)
            account.written += 1
    return account


def _lines(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(
        [safe_cell(cell) for cell in row] for row in rows
    )
    return written.getvalue()


def _rows(entry: Entry, annotator: str) -> Iterator[list[str]]:
    document = {
        "document": entry.id,
        **{name: entry.fields.get(name, "") for name in FIELDS},
        "annotator": entry.annotator or annotator,
        "status": entry.status,
        "role": entry.role,
        "text_sha256": entry.text_sha256 or digest(entry.text),
    }
    records = _records_of_spans(entry)
    spans = sorted(entry.spans, key=_in_order)
    for row in [_cells(entry, span) | {"record": records.get(span.id, "")} for span in spans] or [{}]:
        yield [(document | row).get(column, "") for column in COLUMNS]


def _cells(entry: Entry, span: EntrySpan) -> dict[str, str]:
    norm = span.norm or _NO_VALUE
    return {
        "zone": _zone_at(entry, span.start),
        "label": span.label,
        "start": str(span.start),
        "end": str(span.end),
        "text": span.text,
        "value": norm.value or "",
        "unit": norm.unit or "",
        "mod": norm.mod or "",
        "note": span.note,
        "value_type": norm.type,
        "ref": norm.ref or "",
        "unsure": "true" if span.unsure else "",
    }


def _zone_at(entry: Entry, start: int) -> str:
    place = bisect_right(entry.zones, start, key=lambda zone: zone.start) - 1
    return str(entry.zones[place].kind) if place >= 0 and start < entry.zones[place].end else ""


def _records_of_spans(entry: Entry) -> dict[str, str]:
    """Return the ids of the records that each span is in."""
    found: dict[str, list[str]] = {}
    for record in entry.records:
        if _is_whole(record, entry):
            for member in record.roles:
                found.setdefault(member.span_id, []).append(record.id)
    return {span_id: RECORDS.join(ids) for span_id, ids in found.items()}


def _is_whole(record: EntryRecord, entry: Entry) -> bool:
    """Tell whether a column of ids says all of a record: spans alone, each once, each in the role of its label."""
    labels = {span.id: span.label for span in entry.spans}
    members = [member.span_id for member in record.roles]
    plain = all(labels.get(m.span_id) == m.role and m.norm is None for m in record.roles)
    good_id = record.id == record.id.strip() and RECORDS not in record.id
    return bool(members) and plain and good_id and not record.type and len(set(members)) == len(members)


def _lost(entry: Entry) -> Counter[str]:
    lost = left_behind(entry, {*CARRIES, "field", "record"})
    lost["field"] = sum(value != "" for name, value in entry.fields.items() if name not in FIELDS)
    lost["record"] = sum(not _is_whole(record, entry) for record in entry.records)
    return +lost

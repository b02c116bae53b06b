"""Reads rows of spans back: the rows of a layer become an entry, on a text that is known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from annotator.core.entry import OPTIONAL, Entry, Reject, Unsaid
from annotator.core.messages import Message, message
from annotator.core.text import unify_line_ends
from annotator.core.validate import quoted
from annotator.formats.attaching import Texts, Wanted, attached
from annotator.formats.base import Opener
from annotator.formats.native_read import read_record
from annotator.formats.span_rows.cells import Row, rows
from annotator.formats.span_rows.columns import FIELDS, LAYER, NEEDED, RECORDS

_TRUE: Final = frozenset({"true", "1"})
_MOST_DIGITS: Final = 15
# The columns that say what a span may leave unsaid; its id has none.
_SAYING: Final = {"norm": "value_type", "note": "note", "unsure": "unsure"}
_VALUE: Final = ("value", "unit", "mod", "ref")

_Key = tuple[str, ...]
_Cells = dict[str, str]


def columns_of(cells: Sequence[str]) -> list[str] | None:
    """Return the names of the columns that a head gives, None where it is not the head of rows of spans."""
    names = [cell.strip().lower() for cell in cells]
    return names if set(names).issuperset(NEEDED) else None


def read_rows(name: str, opener: Opener, texts: Texts, offsets: str) -> Iterator[Entry | Reject]:
    """Yield the entries of one member, each with the rejects of its rows, and the rows that are none."""
    table = _Table(name, opener)
    yield from table.look_over()
    for group in table.layers():
        yield from _Layer(name, group, texts).items(offsets)


class _Table:
    """The rows of one member, by their columns."""

    def __init__(self, name: str, opener: Opener) -> None:
        self._name = name
        self._opener = opener
        self._columns: list[str] = []
        self._stand_together = True

    def look_over(self) -> Iterator[Reject]:
        """Yield the rows that are none, and find out whether the rows of each layer stand together."""
        seen: set[_Key] = set()
        last: _Key | None = None
        head = True
        for row in rows(self._opener):
            problem = row.fault or self._problem(row, head=head)
            head = False
            if problem is not None:
                yield Reject(row.line, problem, "", self._name)
                if not self._columns:
                    return
            elif row.cells and self._is_data(row):
                key = _key(self._cells(row))
                if key != last and key in seen:
                    self._stand_together = False
                seen.add(key)
                last = key

    def layers(self) -> Iterator[list[tuple[int, _Cells]]]:
        """Yield the rows of each layer, with their lines; all are held at once only where they are mixed."""
        if not self._columns:
            return
        good = (
            (row.line, self._cells(row))
            for row in rows(self._opener)
            if row.fault is None and self._is_data(row) and self._problem(row, head=False) is None
        )
        if self._stand_together:
            for _, group in groupby(good, key=lambda row: _key(row[1])):
                yield list(group)
            return
        mixed: dict[_Key, list[tuple[int, _Cells]]] = {}
        for line, cells in good:
            mixed.setdefault(_key(cells), []).append((line, cells))
        yield from mixed.values()

    def _problem(self, row: Row, *, head: bool) -> Message | None:
        if head:
            self._columns = columns_of(row.cells) or []
            return None if self._columns else message("csv.no-columns", columns=", ".join(NEEDED))
        if any(row.cells[len(self._columns) :]):
            return message("csv.too-many-cells", found=len(row.cells), columns=len(self._columns))
        if not self._cells(row).get("document"):
            return message("csv.no-document")
        return None

    def _is_data(self, row: Row) -> bool:
        """Tell whether a row is none of the heads, of which files that were joined have several."""
        return columns_of(row.cells) != self._columns

    def _cells(self, row: Row) -> _Cells:
        return dict(zip(self._columns, row.cells, strict=False))


def _key(cells: _Cells) -> _Key:
    return tuple(cells.get(column, "") for column in LAYER)


class _Layer:
    """The rows of one layer on their way to an entry."""

    def __init__(self, name: str, group: list[tuple[int, _Cells]], texts: Texts) -> None:
        self._name = name
        self._rows = group
        self._texts = texts
        self._lines: dict[str, int] = {}
        self._rejects: list[Reject] = []
        self._records: dict[str, list[dict[str, object]]] = {}

    def items(self, offsets: str) -> Iterator[Entry | Reject]:
        line, first = self._rows[0]
        wanted = Wanted(first["document"], first.get("text_sha256", ""), first.get("url", ""))
        whole = attached(self._record(first), wanted, self._texts)
        if isinstance(whole, Message):
            yield Reject(line, whole, "", self._name)
            return
        items = read_record(whole, line, self._name, offsets=offsets)
        for item in items:
            if isinstance(item, Entry):
                item.unsaid = Unsaid(frozenset(key for key in OPTIONAL if _SAYING.get(key) not in first))
                yield item
            else:
                yield self._placed(item)
        yield from self._rejects

    def _placed(self, reject: Reject) -> Reject:
        """Return what was refused of the record with the line of its row."""
        group, *parts = reject.where.split(".")
        line = self._lines.get(parts[0]) if group == "spans" and parts else None
        return reject if line is None else replace(reject, line=line)

    def _record(self, first: _Cells) -> dict[str, object]:
        spans = list(self._spans())
        record: dict[str, object] = {
            "spans": spans,
            "annotator": first.get("annotator", ""),
            "meta": {name: first[name] for name in FIELDS if first.get(name)},
            "records": [{"id": uid, "type": "", "roles": roles} for uid, roles in self._records.items()],
        }
        return record | {name: first[name] for name in ("status", "role") if first.get(name)}

    def _spans(self) -> Iterator[dict[str, object]]:
        for number, (line, cells) in enumerate(self._rows, 1):
            if not any(cells.get(column) for column in ("label", "start", "end")):
                continue
            uid = f"s{number}"
            span = self._span(line, cells)
            if span is not None:
                self._lines[uid] = line
                for record in filter(None, cells.get("record", "").split(RECORDS)):
                    self._records.setdefault(record, []).append(
                        {"role": cells.get("label", ""), "span_id": uid, "norm": None}
                    )
                yield {"id": uid, **span}

    def _span(self, line: int, cells: _Cells) -> dict[str, object] | None:
        for column in ("start", "end"):
            written = cells.get(column, "")
            if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
                self._refuse(line, message("csv.not-a-number", column=column, cell=quoted(written)), column)
                return None
        span: dict[str, object] = {
            "start": int(cells["start"]),
            "end": int(cells["end"]),
            "label": cells.get("label", ""),
            "note": cells.get("note") or None,
            "unsure": cells.get("unsure", "").lower() in _TRUE,
            "norm": self._norm(line, cells),
        }
        return span | ({"text": unify_line_ends(cells["text"])} if cells.get("text") else {})

    def _norm(self, line: int, cells: _Cells) -> dict[str, str | None] | None:
        kind = cells.get("value_type", "")
        parts = {column: cells.get(column) or None for column in _VALUE}
        if not kind:
            if any(parts.values()):
                self._refuse(line, message("csv.no-value-type"), "value_type")
            return None
        return {"type": kind, **parts}

    def _refuse(self, line: int, reason: Message, where: str) -> None:
        self._rejects.append(Reject(line, reason, where, self._name))

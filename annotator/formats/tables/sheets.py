"""Tables as headings and rows, whatever file they are in: comma- or TAB-separated, a workbook, JSON objects."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from annotator.core.messages import Message, message
from annotator.formats.base import Opener
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Written
from annotator.formats.span_rows import cells

_SEEN: Final = 20  # rows whose headings, and whose shape, are looked at
_LONGEST_HEADING: Final = 60
_ZIP: Final = b"PK\x03\x04"
_BEGINNING: Final = 1024
_LEAST: Final = 2
_T = TypeVar("_T")


class Row(NamedTuple):
    """A row by its headings, and its line (from 1); `fault` says why it cannot be read."""

    line: int
    cells: Mapping[str, str]
    fault: Message | None = None


class Table(NamedTuple):
    """A table: its headings, its rows each time they are asked for, and what is to be told of it."""

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    notes: tuple[Message, ...] = ()


def table_in(opener: Opener) -> Table | None:
    """Return the table that a file holds, None where it does not look like one.

    UserError for a workbook that is refused.
    """
    with opener() as stream:
        head = stream.read(_BEGINNING)
    if head.startswith(_ZIP):
        from annotator.formats.tables.books import table_in_book  # zipfile is slow to import

        return table_in_book(opener)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return _table_of_json(opener)
    return _table_of_lines(opener)


def is_workbook(opener: Opener) -> bool:
    """Tell whether a file that holds a table is a workbook."""
    with opener() as stream:
        return stream.read(len(_ZIP)) == _ZIP


def headed(names: Iterable[str]) -> tuple[str, ...]:
    """Return headings that are all there and all different: a blank one is called by its place."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        heading = " ".join(name.split()) or f"#{number}"
        found.append(heading if heading not in found else f"{heading} #{number}")
    return tuple(found)


def by_heading(headings: Iterable[str], values: Iterable[str]) -> dict[str, str]:
    """Return the cells of a row that hold something."""
    return {heading: value for heading, value in zip(headings, values, strict=False) if value.strip()}


def _first(rows: Iterator[_T]) -> list[_T]:
    """Return the first rows, and read no further."""
    found = list(islice(rows, _SEEN))
    if isinstance(rows, Generator):
        rows.close()
    return found


def _table_of_lines(opener: Opener) -> Table | None:
    seen = _first(cells.rows(opener))
    if not _is_table(seen):
        return None
    headings = headed(seen[0].cells)

    def made() -> Iterator[Row]:
        rows = cells.rows(opener)
        next(rows, None)
        for row in rows:
            if row.fault is None and len(row.cells) > len(headings):
                yield Row(row.line, {}, message("table.too-many-cells", most=len(headings)))
            else:
                yield Row(row.line, by_heading(headings, row.cells), row.fault)

    return Table(headings, made)


def _is_table(rows: list[cells.Row]) -> bool:
    """Tell whether the first rows of a file are a head and rows of as many cells: a page has other lines."""
    if len(rows) < _LEAST or any(row.fault is not None for row in rows):
        return False
    head = rows[0].cells
    return (
        len(head) >= _LEAST
        and all(name.strip() and len(name) <= _LONGEST_HEADING and "\n" not in name for name in head)
        and len({name.strip() for name in head}) == len(head)
        and all(len(row.cells) == len(head) for row in rows[1:])
    )


def _table_of_json(opener: Opener) -> Table | None:
    headings: dict[str, None] = {}
    texts = 0
    with opener() as stream:
        for found in _first(json_values(stream)):
            if not isinstance(found.value, dict):
                continue  # a row that is refused when its turn comes
            if _is_nested(found.value):
                return None
            headings |= dict.fromkeys(found.value)
            texts += sum(isinstance(cell, str) for cell in found.value.values())
    if not texts:
        return None
    names = tuple(headings)

    def made() -> Iterator[Row]:
        with opener() as stream:
            for found in json_values(stream):
                if isinstance(found.value, dict):
                    told = {
                        name: text for name, value in found.value.items() if (text := _text(value)).strip()
                    }
                    yield Row(found.line, told)
                else:
                    yield Row(found.line, {}, found.fault or message("json.not-an-object"))

    return Table(names, made)


def _is_nested(value: dict[str, object]) -> bool:
    """Tell whether an object is no row, because there are objects, or lists of them, among its values."""
    return any(isinstance(cell, dict) or _holds_objects(cell) for cell in value.values())


def _holds_objects(cell: object) -> bool:
    return isinstance(cell, list) and any(isinstance(item, dict | list) for item in cell)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return value.text if isinstance(value, Written) else json.dumps(value, ensure_ascii=False)

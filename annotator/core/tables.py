"""The tables of a whole project: its records and its relations, which columns they have, what is asked of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.core.folding import fold_term
from annotator.core.value_forms import is_decimal

COMPLETE: Final = "complete"
INCOMPLETE: Final = "incomplete"


class Table(StrEnum):
    """What is listed."""

    RECORDS = "records"
    RELATIONS = "relations"


COLUMNS: Final[Mapping[Table, tuple[str, ...]]] = {
    Table.RECORDS: (
        "title", "published", "outlet", "annotator", "agencies", "sectors", "amount", "minimum", "maximum",
        "unit", "mod", "dates", "action", "status",
    ),
    Table.RELATIONS: ("type", "from", "to", "title", "published", "outlet", "annotator"),
}  # fmt: skip
"""The columns of each table, in the order in which they are shown."""

NUMBERS: Final = frozenset({"minimum", "maximum"})
"""The columns that are sorted as numbers."""

BETWEEN: Final = "; "
"""What stands between several values in one cell."""


class TableRow(NamedTuple):
    """A record or a relation as a row; `cells` are in the order of the columns, "" for none.

    `span_id` and `start` (code points) are of the first span in the text, 0 and -1 where there is none; `uid` and
    `document` are the ids that files carry.
    """

    id: int
    document_id: int
    layer_id: int
    span_id: int
    start: int
    uid: str
    document: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Which rows are asked for, and in which order; `sort` is a column, "" for the order in which they were made."""

    table: Table = Table.RECORDS
    sort: str = ""
    descending: bool = False
    sought: str = ""


def chosen(rows: Iterable[TableRow], query: TableQuery) -> list[int]:
    """Return the ids of the rows that have every word sought in some cell, in the order asked for.

    What a column does not say comes last either way; equal ones by age. Only the keys are held, not the rows.
    """
    words = fold_term(query.sought).split()
    names = COLUMNS[query.table]
    column = names.index(query.sort) if query.sort in names else None
    said: list[tuple[float | str, int]] = []
    unsaid: list[int] = []
    for row in rows:
        if words and not _holds(row, words):
            continue
        key = row.id if column is None else _key(row.cells[column], number=query.sort in NUMBERS)
        if key is None:
            unsaid.append(row.id)
        else:
            said.append((key, -row.id if query.descending else row.id))
    said.sort(reverse=query.descending)
    return [abs(id_) for _key_, id_ in said] + sorted(unsaid)


def _holds(row: TableRow, words: list[str]) -> bool:
    told = fold_term("\n".join(row.cells))
    return all(word in told for word in words)


def _key(cell: str, *, number: bool) -> float | str | None:
    if not cell:
        return None
    if not number:
        return fold_term(cell)
    first = cell.split(BETWEEN, 1)[0]
    return float(first) if is_decimal(first) else None  # a value may be kept as it was typed

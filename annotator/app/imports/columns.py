"""What the columns of tables hold: told, remembered of tables with the same headings, known, or to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator.core.errors import UserError, user_error
from annotator.formats.base import Bundle
from annotator.formats.tables.format import TABLE, beginning, headings_of, listed
from annotator.formats.tables.headings import Columns, fits, guessed, has_marks, signature

_SHOWN: Final = 3

__all__ = ["TABLE", "ColumnChoice", "TableDoubt", "columns_for", "is_remembered", "remembered"]


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The columns that a person told for all tables (`told`), and those remembered, by `signature` of the headings."""

    told: Columns = field(default_factory=dict)
    known: Mapping[str, Columns] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableDoubt:
    """A table of which nobody knows where the text is: its headings, its first rows, and what is known of it."""

    path: Path
    headings: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    guess: Columns

    @property
    def signature(self) -> str:
        """What it shares with the tables that have the same headings."""
        return signature(self.headings)


def columns_for(bundle: Bundle, choice: ColumnChoice, path: Path, doubts: list[TableDoubt]) -> Columns | None:
    """Return the columns of a table, None where the reading says that there is none.

    UserError `table.columns-unknown` where nobody knows where the text is; the table is then among the doubts.
    """
    if choice.told:
        return choice.told
    opener = bundle.members[0][1]
    headings = headings_of(opener)
    if headings is None:
        return None
    known = choice.known.get(signature(headings))
    if known is not None and fits(known, headings):
        return known
    if has_marks(headings):
        return None
    guess = guessed(headings)
    if not fits(guess, headings):
        doubts.append(TableDoubt(path, headings, tuple(beginning(opener, _SHOWN)), guess))
        raise user_error("table.columns-unknown", columns=listed(headings))
    return guess


def is_remembered(bundle: Bundle, choice: ColumnChoice) -> bool:
    """Tell whether the file is a table whose headings somebody has explained, however few rows it has."""
    if not (choice.told or choice.known) or len(bundle.members) != 1:
        return False
    try:
        headings = headings_of(bundle.members[0][1])
    except UserError:
        return False
    if headings is None:
        return False
    told = bool(choice.told) and set(choice.told.values()) <= set(headings)
    return told or signature(headings) in choice.known


def remembered(
    known: Mapping[str, Columns], headings: Sequence[str], columns: Columns
) -> dict[str, dict[str, str]]:
    """Return what is to be remembered once a person has said what the columns of such a table hold."""
    return {**{name: dict(others) for name, others in known.items()}, signature(headings): dict(columns)}

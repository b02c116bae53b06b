"""The rows of the table: what was measured beside its floor or its limit, and whether that meets the target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_HEADS: Final = ("", "what", "floor", "ours", "ratio", "target", "")
_RIGHT: Final = frozenset({2, 3, 4, 5})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One target and what was found.

    With `ratio` the target is that many times the floor, which was taken before and after ours (`floors`): a
    miss counts only against both. With `more` it is the floor and so much. With `limit` it is an absolute figure
    in `unit`, and the floors, where there are any, stand beside it. With none the row only says something.
    """

    goal: str
    what: str
    ours: float
    unit: str
    ratio: float | None = None
    more: float | None = None
    limit: float | None = None
    floors: tuple[float, ...] = ()
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.ratio is not None:
            return self.ours <= self.ratio * max(self.floors)
        if self.more is not None:
            return self.ours <= self.more + max(self.floors)
        return None if self.limit is None else self.ours <= self.limit

    def cells(self) -> tuple[str, ...]:
        """Return the row as it is printed."""
        floor = "–".join(dict.fromkeys(_number(value) for value in sorted(self.floors)))
        ratios = [self.ours / value for value in sorted(self.floors, reverse=True) if value]
        ratio = "–".join(dict.fromkeys(f"{value:.2f}" for value in ratios))
        return (
            self.goal,
            self.what,
            f"{floor} {self.unit}" if floor else "none",
            f"{_number(self.ours)} {self.unit}",
            f"{ratio} ×" if ratio else "",
            self._target(),
            {True: "met", False: "MISSED", None: "beside"}[self.met],
        )

    def _target(self) -> str:
        if self.ratio is not None:
            return f"≤ {self.ratio:g} ×"
        if self.more is not None:
            return f"≤ + {self.more:g} {self.unit}"
        return "" if self.limit is None else f"≤ {self.limit:g} {self.unit}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def printed(rows: Sequence[Row]) -> str:
    """Return the table as text, its notes below."""
    cells = [_HEADS, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADS))]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    notes = [f"{row.goal}, {row.what}: {row.note}" for row in rows if row.note]
    return "\n".join([*lines, *(["", *notes] if notes else [])])


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    placed = [
        cell.rjust(width) if column in _RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(placed).rstrip()

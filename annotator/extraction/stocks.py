"""The stock box (종목 추적기) of a page, read as rows that stay beside the document and never become text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from annotator.extraction.lines import bare

# The eleven sectors of the Global Industry Classification Standard: a row ends in one of them.
GICS_SECTORS: Final = (
    "Energy",
    "Materials",
    "Industrials",
    "Consumer Discretionary",
    "Consumer Staples",
    "Health Care",
    "Financials",
    "Information Technology",
    "Communication Services",
    "Utilities",
    "Real Estate",
)
_SECTOR: Final = re.compile(rf"(?:^|\s)({'|'.join(GICS_SECTORS)})$", re.IGNORECASE)
_DIRECTION: Final = re.compile(r"(긍정|부정)(?:적)? ?영향 ?종목")
_BY: Final = re.compile(r"의견은 (.{1,40}?)[가이] 분석")
_BOX: Final = ("종목 추적기", "종목추적기")
_BULLET: Final = re.compile(r"^[•·ㆍ‣◦▪■*-]\s{0,4}")
_NOTICE: Final = "이 내용에 포함된"
_ROW: Final = 120  # code points that the name of a company and its sector may take


@dataclass(frozen=True, slots=True)
class StockRow:
    """A company that the page says the article may move. `direction` is 긍정 or 부정, `by` whoever says so."""

    company: str
    sector: str
    direction: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class StockBox:
    """The rows, and the indexes of the lines that the box takes (`start` to `end`, end exclusive)."""

    rows: tuple[StockRow, ...]
    start: int
    end: int


def read_stock_box(lines: Sequence[str]) -> StockBox | None:
    """Read the stock box of a page, None without one.

    It begins at its heading, or at `긍정 영향 종목` or `부정 영향 종목`, and ends with the notice that says
    who analysed, or with the last row. Company and sector are parted by the list of GICS sectors.
    """
    start = next((i for i, line in enumerate(lines) if "종목" in line and _heads_box(bare(line))), None)
    if start is None:
        return None
    reader = _Reader()
    end = start + 1
    for index in range(start, len(lines)):
        line = " ".join(lines[index].split())
        if line.startswith(_NOTICE):
            found = _BY.search(line)
            return StockBox(reader.rows(found[1] if found else ""), start, index + 1)
        if reader.take(line):
            end = index + 1
        elif line and reader.direction:
            break
    return StockBox(reader.rows(""), start, end) if reader.direction else None


def _heads_box(text: str) -> bool:
    return text in _BOX or _DIRECTION.fullmatch(text) is not None


class _Reader:
    """Gathers rows line by line."""

    def __init__(self) -> None:
        self.direction = ""
        self._rows: list[tuple[str, str, str, list[str]]] = []
        self._open = False  # whether the next line may be the reason of the last row

    def take(self, line: str) -> bool:
        """Take a line that belongs to the box; False for any other."""
        if found := _DIRECTION.fullmatch(line):
            self.direction, self._open = found[1], False
            return True
        if not line or not self.direction:
            return False
        text = _BULLET.sub("", line)
        sector = _SECTOR.search(text) if len(text) <= _ROW else None
        if sector and not text[: sector.start()] and self._rows and not self._rows[-1][1]:
            company, _, direction, reason = self._rows[-1]  # the sector stands in a line of its own
            self._rows[-1] = (company, sector[1], direction, reason)
        elif sector and text[: sector.start()]:
            self._rows.append((text[: sector.start()], sector[1], self.direction, []))
        elif text != line and len(text) <= _ROW:
            self._rows.append((text, "", self.direction, []))
        elif self._open:
            self._rows[-1][3].append(line)
            self._open = False
            return True
        else:
            return False
        self._open = True
        return True

    def rows(self, by: str) -> tuple[StockRow, ...]:
        """Return the rows, each said by `by`."""
        return tuple(StockRow(name, sector, way, " ".join(why), by) for name, sector, way, why in self._rows)

"""A lexicon as CSV, as spreadsheets write and read it: one entry a row, under a row of column names."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.core.entry import Reject
from annotator.core.errors import UserError, user_error
from annotator.core.lexicon_entry import EntryKind, LexiconEntry, tidied, wrong_with

SUFFIX: Final = ".csv"
COLUMNS: Final = (
    "kind", "name", "english", "abbreviation", "country", "aliases", "since", "until", "code", "hidden", "source", "id",
)  # fmt: skip

_NAMES: Final = {
    "종류": "kind", "이름": "name", "영문": "english", "약칭": "abbreviation", "국가": "country", "별칭": "aliases",
    "시작": "since", "끝": "until", "코드": "code", "숨김": "hidden", "출처": "source",
    **{column: column for column in COLUMNS},
}  # fmt: skip
_KINDS: Final = {
    "agency": EntryKind.AGENCY, "기관": EntryKind.AGENCY, "sector": EntryKind.SECTOR, "분야": EntryKind.SECTOR,
}  # fmt: skip
_YES: Final = frozenset({"yes", "y", "true", "1", "예", "숨김"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "아니요", "아니오"})
_BETWEEN_ALIASES: Final = " | "
# What a spreadsheet would take for a formula; such a cell is written behind an apostrophe, and read without it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_MOST_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """What a file holds: its entries in their order, no two alike, and the rows that were not taken."""

    entries: tuple[LexiconEntry, ...]
    rejects: tuple[Reject, ...] = ()


def lexicon_bytes(entries: Iterable[LexiconEntry]) -> bytes:
    """Return a lexicon as CSV: UTF-8 with BOM, so that spreadsheets read Korean; no cell is a formula."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    for entry in entries:
        cells = _cells(entry)
        writer.writerow([_plain(cells[column]) for column in COLUMNS])
    return target.getvalue().encode("utf-8-sig")


def read_lexicon(content: bytes, name: str) -> LexiconFile:
    """Read a lexicon from CSV with commas, semicolons or tabs, in UTF-8, UTF-16 with BOM or CP949.

    `name` is how messages call the file. UserError where it is no such table; a row that is wrong is told of and left
    out, the others are read. Columns that are not known are passed over.
    """
    if len(content) > _MOST_BYTES:
        raise user_error("lexicon.too-large", name=name)
    text = _decoded(content, name)
    header, _, _ = text.partition("\n")
    between = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    entries: dict[tuple[str, str, str], LexiconEntry] = {}
    rejects: list[Reject] = []
    for line, row in _rows(reader, name):
        try:
            entry = _entry(row)
            if entry.key in entries:
                raise user_error("lexicon.twice", name=entry.name)
        except UserError as error:
            rejects.append(Reject(line, error.message))
        else:
            entries[entry.key] = entry
    return LexiconFile(tuple(entries.values()), tuple(rejects))


def _cells(entry: LexiconEntry) -> Mapping[str, str]:
    return {
        "kind": str(entry.kind),
        "name": entry.name,
        "english": entry.english,
        "abbreviation": entry.abbreviation,
        "country": entry.country,
        "aliases": _BETWEEN_ALIASES.join(entry.aliases),
        "since": "" if entry.since is None else str(entry.since),
        "until": "" if entry.until is None else str(entry.until),
        "code": entry.code,
        "hidden": "yes" if entry.hidden else "",
        "source": entry.source,
        "id": entry.ref,
    }


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _read_cell(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def _decoded(content: bytes, name: str) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp949"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise user_error("lexicon.no-text", name=name)


def _rows(reader: Iterator[Sequence[str]], name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield (line, cells by column) of each row that is not empty."""
    columns = _columns(next(_told(reader, name), []), name)
    line = _line_of(reader)
    for row in _told(reader, name):
        first, line = line + 1, _line_of(reader)
        cells = [_read_cell(cell).strip() for cell in row]
        if any(cells):
            known = zip(columns, cells, strict=False)
            yield first, {column: cell for column, cell in known if column}


def _told(reader: Iterator[Sequence[str]], name: str) -> Iterator[Sequence[str]]:
    try:
        yield from reader
    except csv.Error as error:
        line = _line_of(reader)
        raise user_error("lexicon.no-table", name=name, line=line, reason=str(error)) from error


def _line_of(reader: object) -> int:
    return int(getattr(reader, "line_num", 0))


def _columns(header: Sequence[str], name: str) -> list[str]:
    columns = [_NAMES.get(cell.strip().casefold(), "") for cell in header]
    if not {"kind", "name"} <= set(columns):
        raise user_error("lexicon.no-header", name=name)
    return columns


def _entry(row: Mapping[str, str]) -> LexiconEntry:
    kind = _KINDS.get(row.get("kind", "").casefold())
    if kind is None:
        raise user_error("lexicon.kind", kind=row.get("kind", ""))
    entry = tidied(
        LexiconEntry(
            kind=kind,
            name=row.get("name", ""),
            english=row.get("english", ""),
            abbreviation=row.get("abbreviation", ""),
            country=row.get("country", ""),
            aliases=tuple(row.get("aliases", "").replace(";", "|").split("|")),
            since=_year(row.get("since", "")),
            until=_year(row.get("until", "")),
            code=row.get("code", ""),
            source=row.get("source", ""),
            ref=row.get("id", ""),
            hidden=_hidden(row.get("hidden", "")),
        )
    )
    wrong = wrong_with(entry)
    if wrong is not None:
        raise UserError(wrong)
    return entry


def _year(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) <= len("9999")):
        raise user_error("lexicon.year", year=cell)
    return int(cell)


def _hidden(cell: str) -> bool:
    folded = cell.casefold()
    if folded not in _YES | _NO:
        raise user_error("lexicon.yes-no", text=cell)
    return folded in _YES

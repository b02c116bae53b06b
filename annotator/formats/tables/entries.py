"""From a row of a table to a document: its text with a title above it, zones, fields; the rest is kept."""

import re
from datetime import date
from typing import Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import message
from annotator.core.text import Zone, ZoneKind, digest, paragraphs, unify_line_ends
from annotator.core.validate import has_surrogates
from annotator.formats.tables.headings import ID, TEXT, Columns
from annotator.formats.tables.sheets import Row

_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_DAY: Final = re.compile(
    r"\s*((?:19|20)\d\d)(?:\s?[.년/-]\s{0,2})?(\d{1,2})(?:\s?[.월/-]\s{0,2})?(\d{1,2})(?:[.일]|(?!\d))"
)
_TIME: Final = re.compile(r"[\sT(]*(?:[월화수목금토일]\)?)?[\sT]*(\d{1,2}):([0-5]\d)")
_HANGUL: Final = re.compile("[가-힣\u1100-\u11ff]")
_TIMES: Final = ("published", "modified")


def entry_of(row: Row, columns: Columns, member: str) -> Entry | Reject:
    """Return the document of a row, or why there is none."""
    if row.fault is not None:
        return Reject(row.line, row.fault, "", member)
    cells = row.cells
    body = _tidied(cells.get(columns[TEXT], ""))
    if not body:
        return Reject(row.line, message("entry.empty-text"), "", member)
    title = " ".join(cells.get(columns.get("title", ""), "").split())
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    if has_surrogates(text):
        return Reject(row.line, message("entry.surrogate"), "", member)
    fields = {
        name: " ".join(cells[heading].split())
        for name, heading in columns.items()
        if name not in {TEXT, ID} and heading in cells
    }
    for name in _TIMES:
        if name in fields:
            fields[name] = moment_of(fields[name])
    day = fields.get("published", "")[:10]
    if _is_day(day):
        fields |= {"document_date": day, "date_source": "field"}
    if _HANGUL.search(text):
        fields["lang"] = "ko"
    taken = set(columns.values())
    return Entry(
        id=" ".join(cells.get(columns.get(ID, ""), "").split()) or f"{member}:{row.line}",
        text=text,
        text_sha256=digest(text),
        zones=_zones(text, len(title) if text.startswith(title) else 0),
        fields=fields,
        extra={heading: value for heading, value in cells.items() if heading not in taken},
        line=row.line,
        member=member,
    )


def _tidied(text: str) -> str:
    """Return a text as documents have it: lines ending in LF, no blank lines around it and one between."""
    return _BLANK_LINES.sub("\n\n", unify_line_ends(text).strip("\n"))


def _zones(text: str, title: int) -> tuple[Zone, ...]:
    found = [Zone(0, title, ZoneKind.TITLE)] if title else []
    for start, end in paragraphs(text):
        line = text[max(start, title) : end]
        begin = end - len(line.lstrip())
        last = max(start, title) + len(line.rstrip())
        if begin < last:
            found.append(Zone(begin, last, ZoneKind.BODY))
    return tuple(found)


def moment_of(text: str) -> str:
    """Return `YYYY-MM-DD`, with `THH:MM` where there is a time, of a day as sheets write it; other text as it is."""
    match = _DAY.match(text)
    if match is None or not _is_day(day := "{}-{:0>2}-{:0>2}".format(*match.groups())):
        return text
    time = _TIME.match(text, match.end())
    return day if time is None or int(time[1]) > 23 else f"{day}T{time[1]:0>2}:{time[2]}"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

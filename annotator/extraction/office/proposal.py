"""What the lines of an office file are: zones by style, place and shape, and the fields of a press release."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from annotator.core.text import ZoneKind
from annotator.extraction.datelines import read_dateline
from annotator.extraction.fields import Fields
from annotator.extraction.lines import PageLine, Reason, bare, is_blank
from annotator.extraction.office.lines import OfficeLine
from annotator.extraction.page import Extraction, SourceData
from annotator.extraction.shapes import is_byline, is_caption, is_prose

_TELEPHONE: Final = re.compile(r"(?<!\d)0\d{1,2}[-.) ]{1,2}\d{3,4}[-. ]\d{4}(?!\d)|[\w.+-]+@[\w-]+\.[\w.]+")
_IN_CHARGE: Final = re.compile(r"담당|책임자|문의|연락처|과장|팀장|사무관|주무관|서기관|연구관|대변인")
_DATED: Final = re.compile(
    r"(?:보도\s?시점|보도\s?일시|보도\s?일|배포\s?일시|배포\s?일자?|배포|작성\s?일자?|시행\s?일자?)"
    r"[\s:：]{0,4}\(?((?:19|20)\d\d)\s?[.년/-]\s{0,2}(\d{1,2})\s?[.월/-]\s{0,2}(\d{1,2})"
)
_HEAD: Final = 40  # lines at whose dates and headline is looked
_HEADLINE: Final = range(8, 81)
_LONGEST: Final = 400


def propose(lines: Sequence[OfficeLine]) -> Extraction:
    """Keep every line, with a zone each; the date is that of publication, as press releases label it."""
    contacts = _contact_tables(lines)
    title = _title(lines)
    kinds = [ZoneKind.TITLE if index == title else _kind(line, contacts) for index, line in enumerate(lines)]
    found = tuple(
        _line(number, line, kind) for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1)
    )
    day = next(_days(lines), "")
    fields = Fields(
        title=" ".join(line.text.strip() for line in found if line.kind is ZoneKind.TITLE),
        published=day,
        document_date=day,
        date_source="field" if day else "",
    )
    return Extraction(found, fields, SourceData(), start_found=True)


def _line(number: int, line: OfficeLine, kind: ZoneKind) -> PageLine:
    if is_blank(line.text):
        return PageLine(number, line.text, kept=True, kind=None, reason=Reason.BLANK)
    return PageLine(number, line.text, kept=True, kind=kind, reason=Reason.ARTICLE)


def _kind(line: OfficeLine, contacts: frozenset[int]) -> ZoneKind:
    text = line.text[:_LONGEST]
    if line.table:
        return ZoneKind.CONTACT if line.table in contacts else ZoneKind.TABLE
    if line.kind is not None:
        return line.kind
    if _is_contact(text) and not is_prose(line.text):
        return ZoneKind.CONTACT
    if is_caption(line.text):
        return ZoneKind.CAPTION
    return _kind_by_shape(line.text)


def _kind_by_shape(text: str) -> ZoneKind:
    if read_dateline(text) is not None:
        return ZoneKind.DATELINE
    if is_byline(text):
        return ZoneKind.BYLINE
    return ZoneKind.FOOTNOTE if bare(text, 2).startswith("※") else ZoneKind.BODY


def _is_contact(text: str) -> bool:
    return _TELEPHONE.search(text) is not None and _IN_CHARGE.search(text) is not None


def _contact_tables(lines: Sequence[OfficeLine]) -> frozenset[int]:
    """Return the tables of which some row says who answers for what, with a telephone number or an address."""
    texts: dict[int, list[str]] = {}
    for line in lines:
        if line.table:
            texts.setdefault(line.table, []).append(line.text[:_LONGEST])
    return frozenset(
        table
        for table, rows in texts.items()
        if any(map(_TELEPHONE.search, rows)) and any(map(_IN_CHARGE.search, rows))
    )


def _title(lines: Sequence[OfficeLine]) -> int | None:
    """Return which line is the headline where no style says so: the first outside tables that looks like one."""
    if any(line.kind is ZoneKind.TITLE and not is_blank(line.text) for line in lines):
        return None
    for index, line in enumerate(lines[:_HEAD]):
        text = bare(line.text)
        if line.table or line.kind not in {None, ZoneKind.HEADING} or _DATED.search(text):
            continue
        if len(text) in _HEADLINE and not is_prose(text) and not text.endswith((".", "다", "요")):
            return index
        if is_prose(text):
            return None
    return None


def _days(lines: Sequence[OfficeLine]) -> Iterator[str]:
    """Yield the labelled days near the beginning as YYYY-MM-DD."""
    for line in lines[:_HEAD]:
        for match in _DATED.finditer(line.text[:_LONGEST]):
            try:
                yield date(*(int(number) for number in match.groups())).isoformat()
            except ValueError:
                continue

"""Dates that a page states: labelled fields, metadata, and the credits of photographs."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

KOREAN_TIME: Final = timezone(timedelta(hours=9))
_FIELD_LINE: Final = 160  # code points; a longer line is a sentence

_DAY: Final = r"(\d{4})\s{0,2}[.\-/년]\s{0,2}(\d{1,2})\s{0,2}[.\-/월]\s{0,2}(\d{1,2})(?!\d)\s?[.일]?"
_WEEKDAY: Final = r"(?:\s{0,2}[(（][월화수목금토일](?:요일)?[)）])?"
_CLOCK: Final = r"(?:\s{0,2}(오전|오후|AM|PM)?\s{0,2}(\d{1,2})(?::|시\s?)(\d{2})(?!\d)(?::\d{2}|분)?)?"
_MOMENT: Final = re.compile(_DAY + _WEEKDAY + _CLOCK)
_RELEASED: Final = r"보도(?=\s?일)|보도\s?시점|배포(?=\s?일)"  # of press releases: 보도시점, 보도일시, 배포일
_PUBLISHED: Final = rf"(?:(?:기사\s?|최초\s?)?(?:입력|등록|작성|발행|게시|게재|승인|송고)|{_RELEASED})"
_MODIFIED: Final = r"(?:기사\s?|최종\s?)?(?:수정|업데이트)"
# A label, and after it a date, the next label, a separator or nothing: never a sentence.
_LABEL: Final = re.compile(
    rf"(?<![가-힣])(?:({_PUBLISHED})|{_MODIFIED})\s?(?:일시|시간|일자|시각|일)?\s{{0,3}}[:：]?\s{{0,3}}"
    rf"(?=\d{{4}}\s?[.\-/년]|[|/ㅣ·]|$|{_PUBLISHED}|{_MODIFIED})"
)
_LABEL_AFTER: Final = re.compile(rf"\s{{0,3}}(?:({_PUBLISHED})|{_MODIFIED})(?![가-힣])")
_ZONED: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})"
)

MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
# `2023.12.09`, and News1's `2023.12.9/뉴스1`.
_TRAILING_DAY: Final = re.compile(
    r"(?<!\d)(\d{4})\s?[.\-/]\s?(\d{1,2})\s?[.\-/]\s?(\d{1,2})\.?(?:\s?/\s?[가-힣A-Za-z0-9]{1,12})?$"
)
_RIGHTS: Final = re.compile(r"(?:\*?\s?재판매 및 DB ?금지|[©ⓒ]\s?[^©ⓒ]{1,25})$")  # may follow the date


@dataclass(frozen=True, slots=True)
class DateField:
    """A labelled field of a page: `name` is "published" or "modified"; `moment` is "" where it is empty."""

    name: str
    moment: str


def read_moment(text: str) -> str:
    """Return the first date of a text as `YYYY-MM-DD`, with `THH:MM` where a time follows; "" without a valid one."""
    found = _MOMENT.search(text[:_FIELD_LINE])
    if not found:
        return ""
    year, month, day, half, hour, minute = found.groups()
    date = _day(year, month, day)
    if not date or hour is None:
        return date
    hours = int(hour) % 12 + (12 if half in ("오후", "PM") else 0) if half else int(hour)
    return f"{date}T{hours:02}:{minute}" if hours < 24 and int(minute) < 60 else date


def read_zoned(text: str) -> str:
    """Return the moment of HTML metadata in Korean time; a stated offset is converted."""
    found = _ZONED.match(text.strip())
    if not found:
        return read_moment(text.strip().replace("T", " "))
    offset = "+00:00" if found[3] == "Z" else found[3]
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}:00{offset}").astimezone(KOREAN_TIME)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M") if moment.year >= 1000 else ""


def read_date_fields(line: str) -> tuple[DateField, ...]:
    """Read the labelled dates of a line that is nothing but such fields (`기사입력 : 2023.12.09 10:30 수정 …`)."""
    text = line.strip()
    if len(text) > _FIELD_LINE:
        return ()
    if before := _labelled_after(text):
        return before
    labels = list(_LABEL.finditer(text))
    if not labels or any(c.isalnum() for c in text[: labels[0].start()]):
        return ()
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return tuple(
        DateField("published" if label[1] else "modified", read_moment(text[label.end() : end]))
        for label, end in zip(labels, ends, strict=True)
    )


def _labelled_after(text: str) -> tuple[DateField, ...]:
    """Read `2023.12.09 10:30 입력`, where each label follows its date."""
    fields: list[DateField] = []
    at = 0
    while moment := _MOMENT.match(text, at):
        label = _LABEL_AFTER.match(text, moment.end())
        if label is None:
            break
        fields.append(DateField("published" if label[1] else "modified", read_moment(moment[0])))
        at = label.end() + len(text[label.end() :]) - len(text[label.end() :].lstrip(" \xa0|/·,ㅣ"))
    return tuple(fields)


def is_only_moment(line: str) -> bool:
    """Tell whether a line is a date, with or without a time, and nothing more."""
    text = line.strip()
    found = _MOMENT.match(text) if len(text) <= _FIELD_LINE else None
    return found is not None and not any(c.isalnum() for c in text[found.end() :])


def credit_date(line: str) -> str:
    """Return the date `YYYY.MM.DD` that ends a photo credit, whatever address or rights follow it; "" without."""
    return split_credit(line)[1]


def split_credit(line: str) -> tuple[str, str]:
    """Part a line from the date, mail address and rights that end it: what is left, and the date as ISO or ""."""
    text = _RIGHTS.sub("", line[-300:].rstrip()).rstrip()
    tail = text[-120:]
    mail = next((found for found in MAIL.finditer(tail) if found.end() == len(tail)), None)
    if mail is not None:
        text = text[: len(text) - (mail.end() - mail.start())].rstrip(" \t\xa0/")
    found = _TRAILING_DAY.search(text[-32:])
    date = _day(*found.groups()) if found else ""
    if found and date:
        text = text[: len(text) - (found.end() - found.start())].rstrip()
    return text, date


def _day(year: str, month: str, day: str) -> str:
    try:
        return datetime(int(year), int(month), int(day), tzinfo=KOREAN_TIME).date().isoformat()
    except ValueError:
        return ""

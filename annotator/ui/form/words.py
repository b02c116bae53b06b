"""The words of the form: zones, origins, what a value says, and how it is written for the eye."""

import re
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.core.labels import Label
from annotator.core.span import Origin, Span
from annotator.core.values import Norm
from annotator.ui.widgets.plain_text import one_line

CONTEXT: Final = "Form"
DOT: Final = " · "

_ZONES: Final = {
    "title": QT_TRANSLATE_NOOP("Form", "Title"),
    "deck": QT_TRANSLATE_NOOP("Form", "Deck"),
    "dateline": QT_TRANSLATE_NOOP("Form", "Dateline"),
    "body": QT_TRANSLATE_NOOP("Form", "Body"),
    "caption": QT_TRANSLATE_NOOP("Form", "Caption"),
    "byline": QT_TRANSLATE_NOOP("Form", "Byline"),
    "table": QT_TRANSLATE_NOOP("Form", "Table"),
    "heading": QT_TRANSLATE_NOOP("Form", "Heading"),
    "footnote": QT_TRANSLATE_NOOP("Form", "Footnote"),
    "contact": QT_TRANSLATE_NOOP("Form", "Contact"),
}
# What an imported span was kept with: one of its ends lies inside a letter or an emoji of several code points.
_CUT: Final = QT_TRANSLATE_NOOP("Form", "an end cuts a character")
_ORIGINS: Final = {
    Origin.MANUAL: QT_TRANSLATE_NOOP("Form", "by hand"),
    Origin.OCCURRENCE: QT_TRANSLATE_NOOP("Form", "same text elsewhere"),
    Origin.ACCEPTED: QT_TRANSLATE_NOOP("Form", "accepted suggestion"),
    Origin.EDITED: QT_TRANSLATE_NOOP("Form", "changed suggestion"),
    Origin.IMPORTED: QT_TRANSLATE_NOOP("Form", "imported"),
    Origin.ADJUDICATION: QT_TRANSLATE_NOOP("Form", "from review"),
}

# What the written number or date is meant as; "" is exactly as written.
MONEY_MODS: Final = ("", "APPROX", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "MORE_THAN", "LESS_THAN")
DATE_MODS: Final = ("", "START", "MID", "END", "DURING", "APPROX")
_MODS: Final = {
    "": QT_TRANSLATE_NOOP("Form", "exact"),
    "APPROX": QT_TRANSLATE_NOOP("Form", "about"),
    "EQUAL_OR_MORE": QT_TRANSLATE_NOOP("Form", "at least"),
    "EQUAL_OR_LESS": QT_TRANSLATE_NOOP("Form", "at most"),
    "MORE_THAN": QT_TRANSLATE_NOOP("Form", "more than"),
    "LESS_THAN": QT_TRANSLATE_NOOP("Form", "less than"),
    "START": QT_TRANSLATE_NOOP("Form", "early"),
    "MID": QT_TRANSLATE_NOOP("Form", "middle"),
    "END": QT_TRANSLATE_NOOP("Form", "late"),
    "DURING": QT_TRANSLATE_NOOP("Form", "during"),
}
_SIGNS: Final = {
    "APPROX": "≈ ",
    "EQUAL_OR_MORE": "≥ ",
    "EQUAL_OR_LESS": "≤ ",
    "MORE_THAN": "> ",
    "LESS_THAN": "< ",
}
_UNSURE: Final = QT_TRANSLATE_NOOP("Form", "in doubt")
_NOTED: Final = QT_TRANSLATE_NOOP("Form", "Note: {note}")
_COMMENTED: Final = QT_TRANSLATE_NOOP("Form", "has an open comment")
_RECORDED: Final = QT_TRANSLATE_NOOP("Form", "in record {numbers}")
_SHOWN: Final = QT_TRANSLATE_NOOP("Form", "{title}, spans: {count}")
_FOLDED: Final = QT_TRANSLATE_NOOP("Form", "{title}, spans: {count}, folded away")
_RANGE: Final = QT_TRANSLATE_NOOP("Form", "{start} to {end}")
_NUMBER: Final = re.compile(r"(-?)([0-9]+)(\.[0-9]+)?", re.ASCII)

# The currencies offered; any other may be typed.
CURRENCIES: Final = (
    "KRW",
    "USD",
    "EUR",
    "JPY",
    "CNY",
    "GBP",
    "AUD",
    "CAD",
    "CHF",
    "HKD",
    "SGD",
    "INR",
    "VND",
)


def _say(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))


def zone_word(zone: str) -> str:
    """Return the word for a kind of zone; an unknown kind is shown as it is."""
    return _say(_ZONES[zone]) if zone in _ZONES else zone


def origin_word(origin: Origin) -> str:
    """Return the word for where a span came from."""
    return _say(_ORIGINS[origin])


def mod_word(mod: str) -> str:
    """Return the word for what a number or date is meant as; an unknown one is shown as it is."""
    return _say(_MODS[mod]) if mod in _MODS else mod


def label_words(label: Label) -> str:
    """Return a label's title and its key, once where they are the same."""
    return label.key if label.title in ("", label.key) else f"{label.title}  {label.key}"


def label_title(label: Label | None) -> str:
    """Return the title of a label, "?" where it is gone from the label set."""
    return "?" if label is None else (label.title or label.key)


def place_words(span: Span, zone: str) -> str:
    """Return where a span stands and where it came from: "Body · 120–124 · by hand"."""
    flaw = _say(_CUT) if span.flaw else ""
    parts = (zone_word(zone), f"{span.start:,}–{span.end:,}", origin_word(span.origin), flaw)
    return DOT.join(part for part in parts if part)


def grouped(number: str) -> str:
    """Return a written decimal, or a range of two, with its thousands apart; anything else as it is."""
    return "–".join(_grouped_one(part) for part in number.split("/"))


def _grouped_one(number: str) -> str:
    found = _NUMBER.fullmatch(number)
    if found is None:
        return number
    sign, whole, fraction = found.groups()
    digits = len(whole)
    first = digits % 3 or 3
    groups = [whole[:first], *(whole[at : at + 3] for at in range(first, digits, 3))]
    return f"{sign}{','.join(groups)}{fraction or ''}"


def value_words(norm: Norm | None) -> str:
    """Return a value on one line, for the eye: "≥ 10,000,000 USD", "2024 · early", a name."""
    if norm is None:
        return ""
    value = norm.value or ""
    if norm.type == "money":
        words = " ".join(part for part in (grouped(value), norm.unit or "") if part)
        return _SIGNS.get(norm.mod or "", "") + words
    if norm.mod:
        return DOT.join(part for part in (value, mod_word(norm.mod)) if part)
    return one_line(value)


def value_background(norm: Norm | None) -> str:
    """Return what stands behind a value: a sum as read, the date a date was counted from, the id of a name."""
    if norm is None:
        return ""
    if norm.type == "money":
        return value_words(norm) if norm.value else ""
    if norm.type == "date" and norm.ref:
        return _say(_FROM).format(date=norm.ref)
    return norm.ref or ""


_FROM: Final = QT_TRANSLATE_NOOP("Form", "counted from {date}")


def head_sentence(title: str, count: int, *, folded: bool) -> str:
    """Return what a screen reader says of the head of a group of spans."""
    return _say(_FOLDED if folded else _SHOWN).format(title=title, count=count)


def span_sentence(span: Span, label: Label | None, *, commented: bool = False, records: str = "") -> str:
    """Return what a screen reader says of a span: label, text, offsets, value, doubt, note, comment, records."""
    value = value_words(span.norm)
    parts = (
        label_title(label),
        one_line(span.text),
        _say(_RANGE).format(start=span.start, end=span.end),
        "" if value == one_line(span.text) else value,  # a name that is its own value is said once
        _say(_UNSURE) if span.unsure else "",
        _say(_NOTED).format(note=one_line(span.note)) if span.note else "",
        _say(_COMMENTED) if commented else "",
        _say(_RECORDED).format(numbers=records) if records else "",
    )
    return ", ".join(part for part in parts if part)


def span_lines(span: Span, label: Label | None) -> tuple[str, ...]:
    """Return the lines of a span's tooltip."""
    state = DOT.join(part for part in (label_title(label), _say(_UNSURE) if span.unsure else "") if part)
    return (
        span.text,
        state,
        value_words(span.norm),
        _say(_NOTED).format(note=span.note) if span.note else "",
    )

"""The words of the walk: spans with their labels and values, reasons, and who decided."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.core.returned import Returned, ReturnedEntry
from annotator.review.web_page import Two
from annotator.ui.form.words import label_title, value_words
from annotator.ui.widgets.plain_text import one_line

_CONTEXT: Final = "Returned"
_NOTHING: Final = QT_TRANSLATE_NOOP("Returned", "nothing")
_NOTHING_HERE: Final = QT_TRANSLATE_NOOP("Returned", "nothing here")
_STAYS: Final = QT_TRANSLATE_NOOP("Returned", "{spans} (stays)")
_ALSO: Final = QT_TRANSLATE_NOOP("Returned", "what you marked besides stays")
_BY: Final = QT_TRANSLATE_NOOP("Returned", "decided by {name}")
# Reports bring their words in both languages; this says which of them the window speaks.
_LANGUAGE: Final = QT_TRANSLATE_NOOP("Returned", "en")
_REASONS: Final = {
    "ambiguous": QT_TRANSLATE_NOOP("Returned", "ambiguous text"),
    "guideline": QT_TRANSLATE_NOOP("Returned", "gap in the guideline"),
    "slip": QT_TRANSLATE_NOOP("Returned", "slip"),
    "boundary": QT_TRANSLATE_NOOP("Returned", "rule of boundaries"),
    "both_fine": QT_TRANSLATE_NOOP("Returned", "both fine"),
}


def say(text: str) -> str:
    """Return a word of this table in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def in_language(words: Two) -> str:
    """Return words of a report in the language of the window."""
    return words.korean if say(_LANGUAGE) == "ko" else words.english


def spans_words(entries: Iterable[ReturnedEntry], labels: LabelSet) -> str:
    """Return some spans in words: text, label, value."""
    return ", ".join(_span_words(entry, labels) for entry in entries)


def _span_words(entry: ReturnedEntry, labels: LabelSet) -> str:
    label = labels.by_key(entry.span.label)
    title = entry.span.label if label is None else label_title(label)
    value = value_words(entry.span.norm)
    told = f"{one_line(entry.text)} [{title}]"
    return f"{told} = {value}" if value else told


def ours_words(item: Returned, labels: LabelSet, kept: Iterable[ReturnedEntry] = ()) -> str:
    """Return what was ours and refused; where nothing was, what we have there (`kept`), which stays."""
    refused = spans_words((entry for entry in item.entries if not entry.final), labels)
    stays = spans_words(kept, labels)
    return refused or (say(_STAYS).format(spans=stays) if stays else say(_NOTHING))


def final_words(item: Returned, labels: LabelSet) -> str:
    """Return what was decided instead, or that nothing belongs here."""
    final = spans_words((entry for entry in item.entries if entry.final), labels)
    if final:
        return final
    return say(_NOTHING_HERE) if item.action == "neither" else say(_ALSO)


def why_words(item: Returned) -> str:
    """Return why it was decided so, and by whom."""
    reason = _REASONS.get(item.reason)
    parts = [say(reason) if reason else "", one_line(item.comment), say(_BY).format(name=item.reviewer)]
    return " · ".join(part for part in parts if part)

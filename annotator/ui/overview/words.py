"""The words of the overview: measures, what each hides, classes of difference, origins, rules."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.review.methods import DASH, FEWEST_DOCUMENTS, interval, three
from annotator.ui.form.words import zone_word

CONTEXT: Final = "Overview"

_CLASSES: Final = {
    "same": QT_TRANSLATE_NOOP("Overview", "Equal"),
    "value": QT_TRANSLATE_NOOP("Overview", "Other value"),
    "label": QT_TRANSLATE_NOOP("Overview", "Other label"),
    "boundary": QT_TRANSLATE_NOOP("Overview", "Other boundary"),
    "boundary_label": QT_TRANSLATE_NOOP("Overview", "Other boundary and label"),
    "split": QT_TRANSLATE_NOOP("Overview", "One span of %1, several of %2"),
    "merge": QT_TRANSLATE_NOOP("Overview", "Several spans of %1, one of %2"),
    "only_a": QT_TRANSLATE_NOOP("Overview", "Only %1"),
    "only_b": QT_TRANSLATE_NOOP("Overview", "Only %2"),
}
_KINDS: Final = {
    "josa": QT_TRANSLATE_NOOP("Overview", "boundary: a josa"),
    "whitespace": QT_TRANSLATE_NOOP("Overview", "boundary: blanks"),
    "punct": QT_TRANSLATE_NOOP("Overview", "boundary: punctuation"),
    "left": QT_TRANSLATE_NOOP("Overview", "boundary: the start"),
    "right": QT_TRANSLATE_NOOP("Overview", "boundary: the end"),
    "both": QT_TRANSLATE_NOOP("Overview", "boundary: both ends"),
}
MEASURES: Final = {
    "u_alpha": (
        "uα (2016)",
        QT_TRANSLATE_NOOP("Overview", "Agreement on characters, corrected for chance. Hides spans cut in two."),
    ),
    "u_alpha_binary": (
        "|uα",
        QT_TRANSLATE_NOOP("Overview", "Marked or not, corrected for chance. Hides which label it was."),
    ),
    "cu_alpha": (
        "cuα",
        QT_TRANSLATE_NOOP("Overview", "The labels where both marked. Hides what only one of them marked."),
    ),
    "f1_soft": (
        QT_TRANSLATE_NOOP("Overview", "Soft F1"),
        QT_TRANSLATE_NOOP("Overview", "Shares of overlap. Hides how many boundaries differ."),
    ),
    "f1_char": (
        QT_TRANSLATE_NOOP("Overview", "Character F1"),
        QT_TRANSLATE_NOOP("Overview", "Counts characters. Hides cut spans, and long spans outweigh short ones."),
    ),
    "kappa_char": (
        QT_TRANSLATE_NOOP("Overview", "Character κ"),
        QT_TRANSLATE_NOOP("Overview", "Rises with the text that nobody marked. Hides cut spans."),
    ),
    "kappa_label": (
        QT_TRANSLATE_NOOP("Overview", "Label κ"),
        QT_TRANSLATE_NOOP("Overview", "Rests only on spans with equal boundaries. Hides all others."),
    ),
}  # fmt: skip
_ORIGINS: Final = {
    "manual": QT_TRANSLATE_NOOP("Overview", "by hand"),
    "occurrence": QT_TRANSLATE_NOOP("Overview", "same text"),
    "accepted": QT_TRANSLATE_NOOP("Overview", "suggestion accepted"),
    "edited": QT_TRANSLATE_NOOP("Overview", "suggestion edited"),
    "imported": QT_TRANSLATE_NOOP("Overview", "imported"),
    "adjudication": QT_TRANSLATE_NOOP("Overview", "decided"),
}
_RULES: Final = {
    "unanimous": QT_TRANSLATE_NOOP("Overview", "Unanimous"),
    "majority": QT_TRANSLATE_NOOP("Overview", "Majority"),
    "josa": QT_TRANSLATE_NOOP("Overview", "Without the josa"),
    "trim": QT_TRANSLATE_NOOP("Overview", "Trimmed"),
    "filled_value": QT_TRANSLATE_NOOP("Overview", "The filled value"),
    "ignore_values": QT_TRANSLATE_NOOP("Overview", "Values ignored"),
    "only": QT_TRANSLATE_NOOP("Overview", "One annotator’s"),
    "hand": QT_TRANSLATE_NOOP("Overview", "By hand"),
}
_REVIEWS: Final = {
    "not_started": QT_TRANSLATE_NOOP("Overview", "Review not begun"),
    "in_review": QT_TRANSLATE_NOOP("Overview", "In review"),
    "done": QT_TRANSLATE_NOOP("Overview", "Review done"),
    "reopened": QT_TRANSLATE_NOOP("Overview", "Review open again"),
}
_FEW: Final = QT_TRANSLATE_NOOP("Overview", "too few documents")
_BEFORE: Final = QT_TRANSLATE_NOOP("Overview", "Before adjudication")


def say(text: str) -> str:
    """Return one of the words of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def class_word(name: str, a: str, b: str) -> str:
    """Return the words of a class of difference between a and b."""
    return say(str(_CLASSES[name])).replace("%1", a).replace("%2", b)


def kind_word(kind: str) -> str:
    """Return the words of a kind of boundary."""
    return say(str(_KINDS[kind]))


def origin_word(origin: str) -> str:
    """Return the words of an origin of spans."""
    return say(str(_ORIGINS[origin])) if origin in _ORIGINS else origin


def rule_word(rule: str) -> str:
    """Return the words of a rule, or of deciding by hand."""
    return say(str(_RULES[rule]))


def review_word(status: str) -> str:
    """Return the words of how far a review is."""
    return say(str(_REVIEWS[status]))


def review_statuses() -> tuple[str, ...]:
    """Return what a review can be."""
    return tuple(_REVIEWS)


def interval_words(pair: Mapping[str, Any], key: str) -> str:
    """Return an interval, or that it rests on too few documents."""
    if pair["n_docs"] < FEWEST_DOCUMENTS:
        return say(str(_FEW))
    return interval(pair, key)


def round_name(name: str, *, before: bool) -> str:
    """Return the name of a round."""
    return say(str(_BEFORE)) if before else name


def narrowed_words(filters: Mapping[str, Any]) -> str:
    """Return what numbers were narrowed to, as they keep it; "" where they are of everything."""
    parts = [
        *filters.get("labels", ()),
        *map(zone_word, filters.get("zones", ())),
        *map(review_word, filters.get("review", ())),
        *([filters["round"]] if "round" in filters else []),
    ]
    return ", ".join(parts)


def count(number: int) -> str:
    """Return a count with its thousands apart."""
    return f"{number:,}"


def share(part: int, whole: int) -> str:
    """Return a share in percent, — where there is no whole."""
    return f"{100 * part / whole:.1f} %" if whole else DASH


def duration(seconds: int) -> str:
    """Return a time of work as hours and minutes, — where none was counted."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}" if seconds else DASH


__all__ = [
    "MEASURES", "class_word", "count", "duration", "interval_words", "kind_word", "origin_word", "review_statuses",
    "review_word", "round_name", "rule_word", "say", "share", "three",
]  # fmt: skip

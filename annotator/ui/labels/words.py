"""The words of the label editor: kinds of value, colours, digits, and how a label is listed."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.core.folding import find_all, fold, fold_term
from annotator.core.labels import Label, LabelSet
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.core.values import ValueKind
from annotator.ui.form.words import label_title
from annotator.ui.widgets.plain_text import one_line

CONTEXT: Final = "Labels"
_NO_DIGIT: Final = QT_TRANSLATE_NOOP("Labels", "none")
_COLOUR: Final = QT_TRANSLATE_NOOP("Labels", "{hue}, {pattern}")
_EXCERPT: Final = 18

KINDS: Final = {
    ValueKind.NONE: QT_TRANSLATE_NOOP("Labels", "no value"),
    ValueKind.NAME: QT_TRANSLATE_NOOP("Labels", "name"),
    ValueKind.CODE: QT_TRANSLATE_NOOP("Labels", "code"),
    ValueKind.MONEY: QT_TRANSLATE_NOOP("Labels", "sum of money"),
    ValueKind.DATE: QT_TRANSLATE_NOOP("Labels", "date"),
    ValueKind.CHOICE: QT_TRANSLATE_NOOP("Labels", "one of some choices"),
    ValueKind.TEXT: QT_TRANSLATE_NOOP("Labels", "free text"),
}
_HUES: Final = (
    QT_TRANSLATE_NOOP("Labels", "blue"),
    QT_TRANSLATE_NOOP("Labels", "green"),
    QT_TRANSLATE_NOOP("Labels", "ochre"),
    QT_TRANSLATE_NOOP("Labels", "plum"),
)
_PATTERNS: Final = (
    QT_TRANSLATE_NOOP("Labels", "single line"),
    QT_TRANSLATE_NOOP("Labels", "double line"),
    QT_TRANSLATE_NOOP("Labels", "dotted line"),
)


def say(text: str) -> str:
    """Return a text of this room in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def kind_word(kind: ValueKind) -> str:
    """Return the word for a kind of value."""
    return say(KINDS[kind])


def colour_word(role: str, labels: LabelSet, label_id: int) -> str:
    """Return the words for a colour role, and who else has it."""
    turn, hue = divmod(int(role.removeprefix("label-")) - 1, len(_HUES))
    words = say(_COLOUR).format(hue=say(_HUES[hue]), pattern=say(_PATTERNS[turn]))
    return _and_who(words, [x for x in labels.labels if x.role == role and x.id != label_id])


def digit_word(digit: str, labels: LabelSet, label_id: int) -> str:
    """Return the words for a digit, and who else has it; "" is none."""
    others = [x for x in labels.labels if digit and x.hotkey == digit and x.id != label_id]
    return _and_who(digit or say(_NO_DIGIT), others)


def _and_who(words: str, others: list[Label]) -> str:
    return f"{words} · {', '.join(one_line(label_title(x)) for x in others)}" if others else words


def row_words(label: Label) -> str:
    """Return how a label is listed: digit, title, key."""
    title, key = one_line(label_title(label)), one_line(label.key)
    return f"{label.hotkey or '–'}  {title}" + (f"  {key}" if title != key else "")


def found_in(label: Label, sought: str) -> str | None:
    """Return where a label holds what is sought: "" in its names, else the words around it; None: nowhere.

    Key, title, guideline and choices are searched, folded as the project's search folds them.
    """
    term = fold_term(sought.strip())
    if not term or any(_holds(text, term) for text in (label.key, label.title)):
        return ""
    for text in (label.description, *label.choices):
        excerpt = _excerpt(text, term)
        if excerpt is not None:
            return excerpt
    return None


def _holds(text: str, term: str) -> bool:
    return term in fold(text).text


def _excerpt(text: str, term: str) -> str | None:
    place = next(iter(find_all(fold(text), term)), None)
    if place is None:
        return None
    start, end = place
    first, last = max(0, start - _EXCERPT), end + _EXCERPT
    return f"{'…' if first else ''}{one_line(text[first:last])}{'…' if last < len(text) else ''}"

"""The words of the review: kinds and classes of items, states, reasons, rules."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.app.review.review_queue import Order, Show
from annotator.app.review.reviewing import APPEALED, OPEN
from annotator.core.decision import Action, Confidence, Reason, ReviewStatus, Rule
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.review.decisions import State

_CONTEXT: Final = "Review"

KINDS: Final = {
    "unanimous": QT_TRANSLATE_NOOP("Review", "all alike"),
    "majority": QT_TRANSLATE_NOOP("Review", "majority"),
    "conflict": QT_TRANSLATE_NOOP("Review", "conflict"),
    "single": QT_TRANSLATE_NOOP("Review", "one annotator alone"),
}
CLASSES: Final = {
    "only": QT_TRANSLATE_NOOP("Review", "missed by some"),
    "boundary:josa": QT_TRANSLATE_NOOP("Review", "josa"),
    "boundary:whitespace": QT_TRANSLATE_NOOP("Review", "blank at an end"),
    "boundary:punct": QT_TRANSLATE_NOOP("Review", "bracket or punctuation"),
    "boundary:left": QT_TRANSLATE_NOOP("Review", "other start"),
    "boundary:right": QT_TRANSLATE_NOOP("Review", "other end"),
    "boundary:both": QT_TRANSLATE_NOOP("Review", "other start and end"),
    "boundary_label": QT_TRANSLATE_NOOP("Review", "other ends and label"),
    "label": QT_TRANSLATE_NOOP("Review", "other label"),
    "value": QT_TRANSLATE_NOOP("Review", "other value"),
    "split": QT_TRANSLATE_NOOP("Review", "one span or several"),
}
STATES: Final = {
    OPEN: QT_TRANSLATE_NOOP("Review", "open"),
    APPEALED: QT_TRANSLATE_NOOP("Review", "appealed against"),
    State.KEPT: QT_TRANSLATE_NOOP("Review", "decided"),
    State.CONFIRMED: QT_TRANSLATE_NOOP("Review", "confirmed: all follow the decision"),
    State.STALE: QT_TRANSLATE_NOOP("Review", "layers have changed since"),
    State.ORPHANED: QT_TRANSLATE_NOOP("Review", "nothing is left of it"),
}
SHOWN: Final = {
    Show.OPEN: QT_TRANSLATE_NOOP("Review", "Open"),
    Show.CONFLICTS: QT_TRANSLATE_NOOP("Review", "Open, not all alike"),
    Show.STALE: QT_TRANSLATE_NOOP("Review", "Changed since the decision"),
    Show.APPEALED: QT_TRANSLATE_NOOP("Review", "Appealed against"),
    Show.DECIDED: QT_TRANSLATE_NOOP("Review", "Decided"),
    Show.ALL: QT_TRANSLATE_NOOP("Review", "All items"),
}
ORDERS: Final = {
    Order.READING: QT_TRANSLATE_NOOP("Review", "In reading order"),
    Order.WORST: QT_TRANSLATE_NOOP("Review", "Worst first"),
    Order.CLASS: QT_TRANSLATE_NOOP("Review", "By difference"),
    Order.LABEL: QT_TRANSLATE_NOOP("Review", "By label"),
}
REASONS: Final = {
    "": QT_TRANSLATE_NOOP("Review", "no reason given"),
    Reason.AMBIGUOUS: QT_TRANSLATE_NOOP("Review", "ambiguous text"),
    Reason.GUIDELINE: QT_TRANSLATE_NOOP("Review", "gap in the guideline"),
    Reason.SLIP: QT_TRANSLATE_NOOP("Review", "slip"),
    Reason.BOUNDARY: QT_TRANSLATE_NOOP("Review", "rule of boundaries"),
    Reason.BOTH_FINE: QT_TRANSLATE_NOOP("Review", "both fine"),
}
CONFIDENCES: Final = {
    "": QT_TRANSLATE_NOOP("Review", "not said"),
    Confidence.HIGH: QT_TRANSLATE_NOOP("Review", "high"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("Review", "medium"),
    Confidence.LOW: QT_TRANSLATE_NOOP("Review", "low"),
}
RULES: Final = {
    Rule.UNANIMOUS: QT_TRANSLATE_NOOP("Review", "All alike"),
    Rule.MAJORITY: QT_TRANSLATE_NOOP("Review", "Majority"),
    Rule.JOSA: QT_TRANSLATE_NOOP("Review", "Without josa"),
    Rule.TRIM: QT_TRANSLATE_NOOP("Review", "Without blanks and punctuation at the ends"),
    Rule.FILLED_VALUE: QT_TRANSLATE_NOOP("Review", "Take the value that is filled in"),
    Rule.IGNORE_VALUES: QT_TRANSLATE_NOOP("Review", "Without regard to values"),
    Rule.ONLY: QT_TRANSLATE_NOOP("Review", "What one annotator has"),
}
ACTIONS: Final = {
    Action.ADOPT: QT_TRANSLATE_NOOP("Review", "adopted"),
    Action.ALL: QT_TRANSLATE_NOOP("Review", "all kept"),
    Action.NEITHER: QT_TRANSLATE_NOOP("Review", "nothing here"),
    Action.EDIT: QT_TRANSLATE_NOOP("Review", "edited"),
}
STATUSES: Final = {
    ReviewStatus.NOT_STARTED: QT_TRANSLATE_NOOP("Review", "not begun"),
    ReviewStatus.IN_REVIEW: QT_TRANSLATE_NOOP("Review", "in review"),
    ReviewStatus.DONE: QT_TRANSLATE_NOOP("Review", "review done"),
    ReviewStatus.REOPENED: QT_TRANSLATE_NOOP("Review", "open again"),
}


def say(text: str) -> str:
    """Return a word of these tables in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def class_words(classes: Iterable[str], kind: str) -> str:
    """Return in what way the layers of an item differ; how they agree where they do not differ."""
    told = [say(CLASSES[one]) for one in classes if one in CLASSES]
    return ", ".join(told) or say(KINDS.get(kind, kind))

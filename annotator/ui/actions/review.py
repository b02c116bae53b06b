"""The actions of the review."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Scope

_ADOPT: Final = QT_TRANSLATE_NOOP("Actions", "Adopt layer %1")

REVIEW: Final = (
    *(
        ActionSpec(
            f"review.adopt-{digit}",
            "review.adopt",
            _ADOPT,
            (str(digit),),
            scope=Scope.REVIEW,
            enabled="can_decide",
        )
        for digit in range(1, 10)
    ),
    ActionSpec(
        "review.nothing",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Nothing here"),
        ("0",),
        scope=Scope.REVIEW,
        enabled="can_decide",
    ),
    ActionSpec(
        "review.all",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Keep the spans of all layers"),
        ("+", "="),
        scope=Scope.REVIEW,
        enabled="can_decide",
    ),
    ActionSpec(
        "review.edit",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Decide with spans of one's own"),
        ("F2", "V"),
        scope=Scope.REVIEW,
        enabled="can_decide",
    ),
    ActionSpec(
        "review.enter",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Reaffirm the decision, or end the editing"),
        ("Return", "Enter"),
        scope=Scope.REVIEW,
        enabled="can_decide",
    ),
    ActionSpec(
        "review.later",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Later"),
        ("Space",),
        scope=Scope.REVIEW,
        enabled="in_review",
    ),
    ActionSpec(
        "review.reopen",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Open the last decision again"),
        ("Backspace", "Delete"),
        scope=Scope.REVIEW,
        enabled="can_decide",
    ),
    ActionSpec(
        "review.details",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Reason, confidence, note, flag"),
        ("Tab",),
        scope=Scope.REVIEW,
        enabled="in_review",
    ),
    ActionSpec(
        "review.escape",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Leave the panel, the editing or the card"),
        ("Esc",),
        scope=Scope.REVIEW,
        enabled="in_review",
    ),
    ActionSpec(
        "review.next",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Next open item"),
        ("F8", "N"),
        scope=Scope.REVIEW,
        enabled="in_review",
        separated=True,
    ),
    ActionSpec(
        "review.previous",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Previous open item"),
        ("Shift+F8", "Shift+N"),
        scope=Scope.REVIEW,
        enabled="in_review",
    ),
    ActionSpec(
        "review.rules",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Decide many by a rule…"),
        ("Ctrl+B",),
        enabled="in_review",
        separated=True,
    ),
    ActionSpec(
        "review.done",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Review of this document done, or open again"),
        enabled="can_decide",
    ),
    ActionSpec(
        "review.blind",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Hide the annotators' names"),
        enabled="writable",
        checkable=True,
        separated=True,
    ),
    ActionSpec(
        "review.reveal",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Reveal the names on this document"),
        enabled="can_reveal",
    ),
    ActionSpec(
        "overview.freeze",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Freeze the numbers as a round…"),
        enabled="in_overview",
        separated=True,
    ),
    ActionSpec(
        "overview.tables",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Save the tables of the agreement (CSV)…"),
        enabled="in_overview",
    ),
    ActionSpec(
        "overview.report",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Save the report of the agreement (HTML)…"),
        enabled="in_overview",
    ),
)

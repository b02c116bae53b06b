"""The actions on what goes back and forth after a review."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec

RETURNING: Final = (
    ActionSpec("review.give-back", "review", QT_TRANSLATE_NOOP("Actions", "Give back…"), ("Ctrl+Shift+B",)),
    ActionSpec(
        "review.returned",
        "review",
        QT_TRANSLATE_NOOP("Actions", "What was given back to you"),
        separated=True,
    ),
    ActionSpec("review.send-answers", "review", QT_TRANSLATE_NOOP("Actions", "Send the answers…")),
)

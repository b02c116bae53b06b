"""The actions on colleagues' files."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec

GATHER: Final = (
    ActionSpec(
        "review.gather",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Gather colleagues' files…"),
        ("Ctrl+Shift+I",),
        enabled="writable",
        separated=True,
    ),
    ActionSpec(
        "review.join-annotators",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Join annotators…"),
        enabled="writable",
    ),
)

"""The actions on the document shown."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec

DOCUMENT: Final = (
    ActionSpec(
        "document.next",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Next document"),
        ("Ctrl+PgDown", "Ctrl+]"),
        enabled="can_step",
    ),
    ActionSpec(
        "document.previous",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Previous document"),
        ("Ctrl+PgUp", "Ctrl+["),
        enabled="can_step",
    ),
    ActionSpec(
        "document.done",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Done, and next; or reopen"),
        ("Ctrl+Return", "Ctrl+Enter"),
        enabled="can_finish",
        separated=True,
    ),
    ActionSpec("document.preflight-project", "document", QT_TRANSLATE_NOOP("Actions", "Check the project…")),
    ActionSpec(
        "document.consistency", "document", QT_TRANSLATE_NOOP("Actions", "What is not the same everywhere…")
    ),
    ActionSpec("document.skip", "document", QT_TRANSLATE_NOOP("Actions", "Skip"), enabled="editable"),
    ActionSpec(
        "document.flag",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Flag"),
        enabled="editable",
        checkable=True,
    ),
    ActionSpec(
        "document.bin",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Put into the bin"),
        ("Ctrl+Delete", "Ctrl+Backspace"),
        enabled="editable",
        separated=True,
    ),
    ActionSpec(
        "document.open-bin", "document", QT_TRANSLATE_NOOP("Actions", "Open the bin…"), enabled="writable"
    ),
    ActionSpec(
        "document.fields",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Fields and labels of the document"),
        ("Ctrl+I",),
        enabled="has_document",
        separated=True,
    ),
    ActionSpec(
        "document.comments",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Comments on the document"),
        ("Ctrl+Shift+M",),
        enabled="has_document",
    ),
    ActionSpec(
        "document.lines",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Choose the lines of the article"),
        enabled="has_source",
    ),
    ActionSpec(
        "document.correct", "document", QT_TRANSLATE_NOOP("Actions", "Correct the text…"), enabled="editable"
    ),
    ActionSpec(
        "document.extract-again",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Extract again…"),
        enabled="editable_source",
    ),
    ActionSpec(
        "document.reread",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Read in another encoding…"),
        enabled="editable_source",
    ),
    ActionSpec(
        "document.records",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Records…"),
        ("Ctrl+Shift+R",),
        enabled="has_document",
    ),
    ActionSpec(
        "document.proposed-records",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Proposed records…"),
        ("Ctrl+R",),
        enabled="editable",
    ),
    ActionSpec(
        "document.duplicates",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Near-duplicates…"),
        enabled="has_document",
        separated=True,
    ),
    ActionSpec("document.lost", "document", QT_TRANSLATE_NOOP("Actions", "Lost spans…"), enabled="editable"),
)

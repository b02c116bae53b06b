"""The actions on files, and those of editing: undo, find, copy."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Scope

FILE: Final = (
    ActionSpec("file.new", "file", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",)),
    ActionSpec("file.open", "file", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+Shift+O",)),
    ActionSpec(
        "file.import",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import documents…"),
        ("Ctrl+O",),
        enabled="writable",
        separated=True,
    ),
    ActionSpec(
        "file.import-folder",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import a folder…"),
        enabled="writable",
    ),
    ActionSpec(
        "file.import-suggestions",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import as suggestions…"),
        enabled="writable",
    ),
    ActionSpec(
        "file.import-corrections",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Import as corrections…"),
        enabled="writable",
    ),
    ActionSpec("file.export", "file", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",)),
    ActionSpec("file.convert", "file", QT_TRANSLATE_NOOP("Actions", "Convert files…"), separated=True),
    ActionSpec("file.check", "file", QT_TRANSLATE_NOOP("Actions", "Check files…")),
    ActionSpec(
        "file.saved",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Is everything saved?"),
        ("Ctrl+S",),
        separated=True,
    ),
    ActionSpec("file.assign", "file", QT_TRANSLATE_NOOP("Actions", "Assign documents…")),
    ActionSpec("file.copy", "file", QT_TRANSLATE_NOOP("Actions", "Send a copy…")),
    ActionSpec("file.backups", "file", QT_TRANSLATE_NOOP("Actions", "Restore a backup…")),
    ActionSpec("file.reveal", "file", QT_TRANSLATE_NOOP("Actions", "Show file in folder")),
    ActionSpec("file.quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), separated=True),
)

EDIT: Final = (
    ActionSpec("edit.undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), enabled="can_undo"),
    ActionSpec(
        "edit.redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled="can_redo",
    ),
    ActionSpec("edit.history", "edit", QT_TRANSLATE_NOOP("Actions", "History…"), ("Ctrl+Shift+H",)),
    ActionSpec(
        "edit.copy",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Copy"),
        ("Ctrl+C",),
        scope=Scope.PANE,
        enabled="has_text",
        separated=True,
    ),
    ActionSpec(
        "edit.find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the document"),
        ("Ctrl+F",),
        enabled="has_text",
        separated=True,
    ),
    ActionSpec(
        "edit.find-next",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find next"),
        ("F3", "Ctrl+G"),
        enabled="has_text",
    ),
    ActionSpec(
        "edit.find-previous",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find previous"),
        ("Shift+F3", "Ctrl+Shift+G"),
        enabled="has_text",
    ),
    ActionSpec("edit.search", "edit", QT_TRANSLATE_NOOP("Actions", "Search the project"), ("Ctrl+Shift+F",)),
)

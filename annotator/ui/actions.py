"""The one table of actions: menus, keys, tooltips, the list of keys and the tests are made from it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

CONTEXT: Final = "Actions"


class Scope(Enum):
    """Where the keys of an action work: anywhere in the window, or in the pane and the lists only."""

    WINDOW = "window"
    FLOW = "flow"
    PANE = "pane"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its menu, its words (English source), its keys (portable names), where they work, and when.

    `enabled` names a condition that the desk answers; "" is always. A `checkable` action shows a state.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    enabled: str = ""
    checkable: bool = False
    separated: bool = False


# The menus in their order: id and title.
MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("document", QT_TRANSLATE_NOOP("Actions", "&Document")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

# Menus inside menus: id, the menu it stands in, title.
SUBMENUS: Final = (
    ("mark.second", "mark", QT_TRANSLATE_NOOP("Actions", "One more label on the same range")),
    ("mark.caret", "mark", QT_TRANSLATE_NOOP("Actions", "Move the caret")),
    ("mark.labels", "mark", QT_TRANSLATE_NOOP("Actions", "Label set")),
    ("view.text", "view", QT_TRANSLATE_NOOP("Actions", "Text size")),
    ("view.theme", "view", QT_TRANSLATE_NOOP("Actions", "Appearance")),
    ("view.language", "view", QT_TRANSLATE_NOOP("Actions", "Language")),
    ("file.recent", "file", QT_TRANSLATE_NOOP("Actions", "Open recent project")),
)

_LABEL_TEXT: Final = QT_TRANSLATE_NOOP("Actions", "Label %1")

_FILE: Final = (
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
    ActionSpec("file.export", "file", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",)),
    ActionSpec(
        "file.saved",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Is everything saved?"),
        ("Ctrl+S",),
        separated=True,
    ),
    ActionSpec("file.copy", "file", QT_TRANSLATE_NOOP("Actions", "Send a copy…")),
    ActionSpec("file.backups", "file", QT_TRANSLATE_NOOP("Actions", "Restore a backup…")),
    ActionSpec("file.reveal", "file", QT_TRANSLATE_NOOP("Actions", "Show file in folder")),
    ActionSpec("file.quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), separated=True),
)

_EDIT: Final = (
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
        enabled="has_document",
        separated=True,
    ),
    ActionSpec(
        "edit.find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the document"),
        ("Ctrl+F",),
        enabled="has_document",
        separated=True,
    ),
    ActionSpec(
        "edit.find-next",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find next"),
        ("F3", "Ctrl+G"),
        enabled="has_document",
    ),
    ActionSpec(
        "edit.find-previous",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find previous"),
        ("Shift+F3", "Ctrl+Shift+G"),
        enabled="has_document",
    ),
    ActionSpec("edit.search", "edit", QT_TRANSLATE_NOOP("Actions", "Search the project"), ("Ctrl+Shift+F",)),
)

_MARK: Final = (
    *(
        ActionSpec(
            f"mark.label-{digit}",
            "mark",
            _LABEL_TEXT,
            (str(digit),),
            scope=Scope.FLOW,
            enabled="can_label",
        )
        for digit in range(1, 10)
    ),
    ActionSpec(
        "mark.choose",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Choose a label…"),
        ("0",),
        scope=Scope.FLOW,
        enabled="can_label",
    ),
    *(
        ActionSpec(
            f"mark.second-{digit}",
            "mark.second",
            _LABEL_TEXT,
            (f"Shift+{digit}",),
            scope=Scope.FLOW,
            enabled="can_label",
        )
        for digit in range(1, 10)
    ),
    ActionSpec(
        "mark.grow",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Select more: segment, bracket, eojeol, phrase"),
        (".",),
        scope=Scope.PANE,
        enabled="has_document",
        separated=True,
    ),
    ActionSpec(
        "mark.shrink",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Select less"),
        (",",),
        scope=Scope.PANE,
        enabled="has_document",
    ),
    ActionSpec(
        "mark.josa",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Josa on or off"),
        (";",),
        scope=Scope.PANE,
        enabled="has_document",
    ),
    ActionSpec(
        "mark.occurrences",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Same text elsewhere…"),
        ("=",),
        scope=Scope.FLOW,
        enabled="can_label",
        separated=True,
    ),
    ActionSpec(
        "mark.remove",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Remove the span"),
        ("Delete", "Backspace"),
        scope=Scope.FLOW,
        enabled="has_current",
        separated=True,
    ),
    ActionSpec(
        "mark.next",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Next span"),
        ("Tab",),
        scope=Scope.FLOW,
        enabled="has_spans",
        separated=True,
    ),
    ActionSpec(
        "mark.previous",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Previous span"),
        ("Shift+Tab",),
        scope=Scope.FLOW,
        enabled="has_spans",
    ),
    ActionSpec(
        "mark.end-left",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "End one character left"),
        ("Alt+Left", "["),
        scope=Scope.FLOW,
        enabled="has_current",
        separated=True,
    ),
    ActionSpec(
        "mark.end-right",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "End one character right"),
        ("Alt+Right", "]"),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.start-left",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Start one character left"),
        ("Alt+Shift+Left", "{"),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.start-right",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Start one character right"),
        ("Alt+Shift+Right", "}"),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.value",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Edit the value"),
        ("F2", "V"),
        scope=Scope.FLOW,
        enabled="has_current",
        separated=True,
    ),
    ActionSpec(
        "mark.note",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Write a note"),
        ("F4", "M"),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.comment",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Comment…"),
        ("F9", "C"),
        scope=Scope.FLOW,
        enabled="editable",
    ),
    ActionSpec(
        "mark.next-comment",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Next open comment"),
        ("Shift+F9", "Shift+C"),
        scope=Scope.FLOW,
        enabled="has_document",
    ),
    ActionSpec(
        "mark.unsure",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "In doubt, or no longer"),
        ("/",),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.enter",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Go on: confirm the article, or edit the value"),
        ("Return", "Enter"),
        scope=Scope.FLOW,
        enabled="has_document",
        separated=True,
    ),
    ActionSpec(
        "mark.escape",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Let go: panel, selection, current span"),
        ("Esc",),
        scope=Scope.FLOW,
        enabled="has_document",
    ),
)

_CARET: Final = tuple(
    ActionSpec(f"caret.{name}", "mark.caret", text, keys, scope=Scope.PANE, enabled="has_document")
    for name, text, keys in (
        ("segment-left", QT_TRANSLATE_NOOP("Actions", "To the start of the segment"), ("Ctrl+Left",)),
        ("segment-right", QT_TRANSLATE_NOOP("Actions", "To the end of the segment"), ("Ctrl+Right",)),
        (
            "select-segment-left",
            QT_TRANSLATE_NOOP("Actions", "Select to the start of the segment"),
            ("Ctrl+Shift+Left",),
        ),
        (
            "select-segment-right",
            QT_TRANSLATE_NOOP("Actions", "Select to the end of the segment"),
            ("Ctrl+Shift+Right",),
        ),
        ("paragraph-up", QT_TRANSLATE_NOOP("Actions", "One paragraph up"), ("Alt+Up",)),
        ("paragraph-down", QT_TRANSLATE_NOOP("Actions", "One paragraph down"), ("Alt+Down",)),
        (
            "select-paragraph-up",
            QT_TRANSLATE_NOOP("Actions", "Select one paragraph up"),
            ("Alt+Shift+Up", "Ctrl+Shift+Up"),
        ),
        (
            "select-paragraph-down",
            QT_TRANSLATE_NOOP("Actions", "Select one paragraph down"),
            ("Alt+Shift+Down", "Ctrl+Shift+Down"),
        ),
    )
)

_LABELS: Final = (
    ActionSpec("labels.edit", "mark.labels", QT_TRANSLATE_NOOP("Actions", "Edit the labels…"), ("Ctrl+L",)),
    ActionSpec("labels.search", "mark.labels", QT_TRANSLATE_NOOP("Actions", "Search the guidelines…")),
    ActionSpec(
        "labels.walk",
        "mark.labels",
        QT_TRANSLATE_NOOP("Actions", "Walk over the spans of the label…"),
        enabled="writable",
        separated=True,
    ),
    ActionSpec(
        "labels.before",
        "mark.labels",
        QT_TRANSLATE_NOOP("Actions", "Documents done before the labels changed…"),
    ),
    ActionSpec(
        "labels.import",
        "mark.labels",
        QT_TRANSLATE_NOOP("Actions", "Import labels…"),
        enabled="writable",
        separated=True,
    ),
    ActionSpec("labels.export", "mark.labels", QT_TRANSLATE_NOOP("Actions", "Export labels…")),
)

_DOCUMENT: Final = (
    ActionSpec(
        "document.next",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Next document"),
        ("Ctrl+PgDown", "Ctrl+]"),
        enabled="has_document",
    ),
    ActionSpec(
        "document.previous",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Previous document"),
        ("Ctrl+PgUp", "Ctrl+["),
        enabled="has_document",
    ),
    ActionSpec(
        "document.done",
        "document",
        QT_TRANSLATE_NOOP("Actions", "Done, and next; or reopen"),
        ("Ctrl+Return", "Ctrl+Enter"),
        enabled="editable",
        separated=True,
    ),
    ActionSpec("document.preflight-project", "document", QT_TRANSLATE_NOOP("Actions", "Check the project…")),
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
    ActionSpec("document.lost", "document", QT_TRANSLATE_NOOP("Actions", "Lost spans…"), enabled="editable"),
)

_TEXT_SIZES: Final = (
    QT_TRANSLATE_NOOP("Actions", "Smaller still"),
    QT_TRANSLATE_NOOP("Actions", "Small"),
    QT_TRANSLATE_NOOP("Actions", "Normal"),
    QT_TRANSLATE_NOOP("Actions", "Large"),
    QT_TRANSLATE_NOOP("Actions", "Larger still"),
)

_VIEW: Final = (
    ActionSpec("view.larger", "view.text", QT_TRANSLATE_NOOP("Actions", "Larger"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("view.smaller", "view.text", QT_TRANSLATE_NOOP("Actions", "Smaller"), ("Ctrl+-",)),
    ActionSpec("view.normal", "view.text", QT_TRANSLATE_NOOP("Actions", "As it was"), ("Ctrl+0",)),
    *(
        ActionSpec(f"view.text-{size}", "view.text", text, checkable=True, separated=size == 1)
        for size, text in enumerate(_TEXT_SIZES, start=1)
    ),
    ActionSpec(
        "view.theme-system", "view.theme", QT_TRANSLATE_NOOP("Actions", "As the system"), checkable=True
    ),
    ActionSpec("view.theme-light", "view.theme", QT_TRANSLATE_NOOP("Actions", "Light"), checkable=True),
    ActionSpec("view.theme-dark", "view.theme", QT_TRANSLATE_NOOP("Actions", "Dark"), checkable=True),
    ActionSpec(
        "view.language-system", "view.language", QT_TRANSLATE_NOOP("Actions", "As the system"), checkable=True
    ),
    ActionSpec("view.language-ko", "view.language", "한국어", checkable=True),
    ActionSpec("view.language-en", "view.language", "English", checkable=True),
    ActionSpec(
        "view.list", "view", QT_TRANSLATE_NOOP("Actions", "List of documents"), checkable=True, separated=True
    ),
    ActionSpec("view.form", "view", QT_TRANSLATE_NOOP("Actions", "Form"), checkable=True),
    ActionSpec("view.spans", "view", QT_TRANSLATE_NOOP("Actions", "List of spans"), ("Ctrl+Shift+L",)),
    ActionSpec(
        "view.jump", "view", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), ("Ctrl+K",), separated=True
    ),
    ActionSpec(
        "view.next-area",
        "view",
        QT_TRANSLATE_NOOP("Actions", "To the next area: list, article, form"),
        ("F6",),
        separated=True,
    ),
    ActionSpec(
        "view.previous-area", "view", QT_TRANSLATE_NOOP("Actions", "To the previous area"), ("Shift+F6",)
    ),
)

_HELP: Final = (
    ActionSpec("help.keys", "help", QT_TRANSLATE_NOOP("Actions", "All keys"), ("F1",)),
    ActionSpec("help.sample", "help", QT_TRANSLATE_NOOP("Actions", "Open the sample")),
    ActionSpec("help.about", "help", QT_TRANSLATE_NOOP("Actions", "About annotator"), separated=True),
)

ACTIONS: Final = (*_FILE, *_EDIT, *_MARK, *_CARET, *_LABELS, *_DOCUMENT, *_VIEW, *_HELP)

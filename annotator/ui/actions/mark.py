"""The actions of marking, of the caret, and on the label set."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Scope

_LABEL_TEXT: Final = QT_TRANSLATE_NOOP("Actions", "Label %1")

MARK: Final = (
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
        enabled="has_mark",
        separated=True,
    ),
    ActionSpec(
        "mark.next-suggestion",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Next suggestion"),
        ("F8", "N"),
        scope=Scope.FLOW,
        enabled="has_document",
    ),
    ActionSpec(
        "mark.previous-suggestion",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Previous suggestion"),
        ("Shift+F8", "Shift+N"),
        scope=Scope.FLOW,
        enabled="has_document",
    ),
    ActionSpec(
        "mark.accept-alike",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Accept all of this kind…"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        scope=Scope.FLOW,
        enabled="can_label",
    ),
    ActionSpec(
        "mark.sources",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggestions of models, by score…"),
        enabled="has_document",
    ),
    ActionSpec(
        "mark.suggest-amounts",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggest amounts of money"),
        checkable=True,
        separated=True,
    ),
    ActionSpec(
        "mark.suggest-duplicates",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggest what was done in near-duplicates"),
        checkable=True,
    ),
    ActionSpec(
        "mark.suggest-memory",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggest what was tagged before"),
        checkable=True,
    ),
    ActionSpec(
        "mark.suggest-agencies",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggest agencies by name"),
        checkable=True,
    ),
    ActionSpec(
        "mark.suggest-sectors",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Suggest sectors"),
        checkable=True,
    ),
    ActionSpec(
        "mark.lexicon",
        "mark.suggestions",
        QT_TRANSLATE_NOOP("Actions", "Names and sectors…"),
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
        enabled="has_mark",
        separated=True,
    ),
    ActionSpec(
        "mark.end-right",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "End one character right"),
        ("Alt+Right", "]"),
        scope=Scope.FLOW,
        enabled="has_mark",
    ),
    ActionSpec(
        "mark.start-left",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Start one character left"),
        ("Alt+Shift+Left", "{"),
        scope=Scope.FLOW,
        enabled="has_mark",
    ),
    ActionSpec(
        "mark.start-right",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Start one character right"),
        ("Alt+Shift+Right", "}"),
        scope=Scope.FLOW,
        enabled="has_mark",
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
        "mark.record",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Tie into the record, or take out"),
        ("F7", "R"),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.new-record",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Begin another record"),
        ("Shift+F7", "Shift+R"),
        scope=Scope.FLOW,
        enabled="can_label",
    ),
    ActionSpec(
        "mark.alias",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Alias of…"),
        ("L",),
        scope=Scope.FLOW,
        enabled="has_current",
    ),
    ActionSpec(
        "mark.alias-brackets",
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Names in brackets are aliases"),
        enabled="can_label",
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

CARET: Final = tuple(
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

LABELS: Final = (
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

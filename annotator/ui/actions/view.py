"""The actions of the view, and help."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec

_TEXT_SIZES: Final = (
    QT_TRANSLATE_NOOP("Actions", "Smaller still"),
    QT_TRANSLATE_NOOP("Actions", "Small"),
    QT_TRANSLATE_NOOP("Actions", "Normal"),
    QT_TRANSLATE_NOOP("Actions", "Large"),
    QT_TRANSLATE_NOOP("Actions", "Larger still"),
)

VIEW: Final = (
    ActionSpec(
        "view.annotate", "view", QT_TRANSLATE_NOOP("Actions", "Annotate"), ("Ctrl+1",), checkable=True
    ),
    ActionSpec("view.review", "view", QT_TRANSLATE_NOOP("Actions", "Review"), ("Ctrl+2",), checkable=True),
    ActionSpec(
        "view.overview", "view", QT_TRANSLATE_NOOP("Actions", "Overview"), ("Ctrl+3",), checkable=True
    ),
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
        "view.list",
        "view",
        QT_TRANSLATE_NOOP("Actions", "List of documents"),
        enabled="has_areas",
        checkable=True,
        separated=True,
    ),
    ActionSpec(
        "view.form", "view", QT_TRANSLATE_NOOP("Actions", "Form"), enabled="has_areas", checkable=True
    ),
    ActionSpec("view.spans", "view", QT_TRANSLATE_NOOP("Actions", "List of spans"), ("Ctrl+Shift+L",)),
    ActionSpec(
        "view.project-records",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Records of the project…"),
        ("Ctrl+T",),
        separated=True,
    ),
    ActionSpec("view.project-relations", "view", QT_TRANSLATE_NOOP("Actions", "Relations of the project…")),
    ActionSpec(
        "view.jump", "view", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), ("Ctrl+K",), separated=True
    ),
    ActionSpec(
        "view.next-area",
        "view",
        QT_TRANSLATE_NOOP("Actions", "To the next area: list, article, form"),
        ("F6", "Ctrl+J"),
        separated=True,
    ),
    ActionSpec(
        "view.previous-area",
        "view",
        QT_TRANSLATE_NOOP("Actions", "To the previous area"),
        ("Shift+F6", "Ctrl+Shift+J"),
    ),
)

HELP: Final = (
    ActionSpec("help.keys", "help", QT_TRANSLATE_NOOP("Actions", "All keys"), ("F1", "Ctrl+/")),
    ActionSpec("help.shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "Change the keys…")),
    ActionSpec("help.sample", "help", QT_TRANSLATE_NOOP("Actions", "Open the sample")),
    ActionSpec("help.about", "help", QT_TRANSLATE_NOOP("Actions", "About annotator"), separated=True),
)

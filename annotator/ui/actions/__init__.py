"""The one table of actions: menus, keys, tooltips, the list of keys and the tests are made from it."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.actions.document import DOCUMENT
from annotator.ui.actions.gather import GATHER
from annotator.ui.actions.mark import CARET, LABELS, MARK
from annotator.ui.actions.project import EDIT, FILE
from annotator.ui.actions.returning import RETURNING
from annotator.ui.actions.review import REVIEW
from annotator.ui.actions.spec import CONTEXT, ActionSpec, Scope, meet
from annotator.ui.actions.view import HELP, VIEW

__all__ = ["ACTIONS", "CONTEXT", "MENUS", "SUBMENUS", "ActionSpec", "Scope", "meet"]

# The menus in their order: id and title.
MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("document", QT_TRANSLATE_NOOP("Actions", "&Document")),
    ("review", QT_TRANSLATE_NOOP("Actions", "&Review")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

# Menus inside menus: id, the menu it stands in, title.
SUBMENUS: Final = (
    ("mark.second", "mark", QT_TRANSLATE_NOOP("Actions", "One more label on the same range")),
    ("mark.suggestions", "mark", QT_TRANSLATE_NOOP("Actions", "Suggestions")),
    ("mark.caret", "mark", QT_TRANSLATE_NOOP("Actions", "Move the caret")),
    ("mark.labels", "mark", QT_TRANSLATE_NOOP("Actions", "Label set")),
    ("review.adopt", "review", QT_TRANSLATE_NOOP("Actions", "Adopt a layer")),
    ("view.text", "view", QT_TRANSLATE_NOOP("Actions", "Text size")),
    ("view.theme", "view", QT_TRANSLATE_NOOP("Actions", "Appearance")),
    ("view.language", "view", QT_TRANSLATE_NOOP("Actions", "Language")),
    ("file.recent", "file", QT_TRANSLATE_NOOP("Actions", "Open recent project")),
)

ACTIONS: Final = (*FILE, *EDIT, *MARK, *CARET, *LABELS, *DOCUMENT, *REVIEW, *GATHER, *RETURNING, *VIEW, *HELP)

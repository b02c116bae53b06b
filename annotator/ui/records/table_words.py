"""The words of the tables of a project: their columns, and cells written for the eye."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.core.relation import ALIAS
from annotator.core.tables import BETWEEN, COMPLETE, INCOMPLETE, NUMBERS
from annotator.ui.form.words import grouped, mod_word
from annotator.ui.widgets.plain_text import one_line

_CONTEXT: Final = "ProjectTables"
_COLUMNS: Final = {
    "title": QT_TRANSLATE_NOOP("ProjectTables", "Document"),
    "published": QT_TRANSLATE_NOOP("ProjectTables", "Published"),
    "outlet": QT_TRANSLATE_NOOP("ProjectTables", "Outlet"),
    "annotator": QT_TRANSLATE_NOOP("ProjectTables", "Annotator"),
    "agencies": QT_TRANSLATE_NOOP("ProjectTables", "Agencies"),
    "sectors": QT_TRANSLATE_NOOP("ProjectTables", "Sectors"),
    "amount": QT_TRANSLATE_NOOP("ProjectTables", "Amount"),
    "minimum": QT_TRANSLATE_NOOP("ProjectTables", "At least"),
    "maximum": QT_TRANSLATE_NOOP("ProjectTables", "At most"),
    "unit": QT_TRANSLATE_NOOP("ProjectTables", "Currency"),
    "mod": QT_TRANSLATE_NOOP("ProjectTables", "Meant as"),
    "dates": QT_TRANSLATE_NOOP("ProjectTables", "Dates"),
    "action": QT_TRANSLATE_NOOP("ProjectTables", "Action"),
    "status": QT_TRANSLATE_NOOP("ProjectTables", "Status"),
    "type": QT_TRANSLATE_NOOP("ProjectTables", "Relation"),
    "from": QT_TRANSLATE_NOOP("ProjectTables", "From span"),
    "to": QT_TRANSLATE_NOOP("ProjectTables", "To span"),
}
_AGE: Final = QT_TRANSLATE_NOOP("ProjectTables", "As made")
_STATES: Final = {
    COMPLETE: QT_TRANSLATE_NOOP("ProjectTables", "complete"),
    INCOMPLETE: QT_TRANSLATE_NOOP("ProjectTables", "incomplete"),
}
_TYPES: Final = {
    ALIAS: QT_TRANSLATE_NOOP("ProjectTables", "alias of"),
    "fragment": QT_TRANSLATE_NOOP("ProjectTables", "part of"),
}


def _say(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def column_word(column: str) -> str:
    """Return the name of a column, or of the order in which rows were made ("")."""
    return _say(_COLUMNS[column]) if column else _say(_AGE)


def relation_word(type_: str) -> str:
    """Return the word for a type of relation; one that is not ours is shown as it is."""
    return _say(_TYPES[type_]) if type_ in _TYPES else one_line(type_)


def cell_words(column: str, cell: str) -> str:
    """Return what a cell says, on one line."""
    if column in NUMBERS:
        return BETWEEN.join(grouped(part) for part in cell.split(BETWEEN))
    if column == "mod":
        return BETWEEN.join(mod_word(part) for part in cell.split(BETWEEN)) if cell else ""
    if column == "status":
        return _say(_STATES.get(cell, cell))
    return relation_word(cell) if column == "type" else one_line(cell)

"""The words of the checks before "done"."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.core.preflight import Check

_CONTEXT: Final = "Checks"
_WORDS: Final = {
    Check.JOSA: QT_TRANSLATE_NOOP("Checks", "Ends in a josa"),
    Check.BRACKET: QT_TRANSLATE_NOOP("Checks", "A bracket or quotation mark without its partner"),
    Check.UNLABELLED: QT_TRANSLATE_NOOP("Checks", "The same text, not labelled"),
    Check.TWO_LABELS: QT_TRANSLATE_NOOP("Checks", "One text with two labels"),
    Check.NO_VALUE: QT_TRANSLATE_NOOP("Checks", "An amount or a date without a value"),
    Check.DATE_RANGE: QT_TRANSLATE_NOOP("Checks", "A date far from the document date"),
    Check.LINE_BREAK: QT_TRANSLATE_NOOP("Checks", "Runs over a line break"),
    Check.RECORD: QT_TRANSLATE_NOOP("Checks", "An incomplete record"),
    Check.SUGGESTION: QT_TRANSLATE_NOOP("Checks", "An open suggestion"),
    Check.UNSURE: QT_TRANSLATE_NOOP("Checks", "In doubt"),
}


def check_words(check: Check) -> str:
    """Return what a check looks for, in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, _WORDS[check])

"""The words of gathering, in the language of the window."""

from typing import Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "Gather"


def said(text: str, *values: object) -> str:
    """Return words of the gathering in the language of the window."""
    words = QCoreApplication.translate(CONTEXT, text)
    for number, value in enumerate(values, start=1):
        words = words.replace(f"%{number}", str(value))
    return words

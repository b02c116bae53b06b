"""Typing Korean into widgets as an input method does: QTest keys are ASCII, Hangul in them aborts the process."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def type_korean(widget: QWidget, text: str) -> None:
    """Commit `text` to `widget`, one character after the other, each composed before it is committed."""
    for character in text:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(character, []))
        commit = QInputMethodEvent()
        commit.setCommitString(character)
        QCoreApplication.sendEvent(widget, commit)

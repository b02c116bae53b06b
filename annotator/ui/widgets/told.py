"""Words in a label that were told once and are told anew when the language of the window is switched."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from annotator.ui.messages import Words, spoken


class Told(QObject):
    """Keeps what a label tells, so that it can be said in another language."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._words: Words = ""
        label.installEventFilter(self)

    def say(self, words: Words) -> None:
        """Tell these words."""
        self._words = words
        self._label.setText(spoken(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say the words anew in another language; hold nothing back."""
        if event.type() == QEvent.Type.LanguageChange:
            self._label.setText(spoken(self._words))
        return super().eventFilter(watched, event)

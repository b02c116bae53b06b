"""The choice of an encoding, with how the page begins in it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

_LINES = 6


class EncodingChoice(QWidget):
    """Shows the beginning of a page in each encoding that can read it."""

    chosen = Signal(str)

    def __init__(self, previews: Mapping[str, str]) -> None:
        super().__init__()
        self._previews = dict(previews)
        self._combo = QComboBox()
        self._combo.setObjectName("reread-encoding")
        self._combo.addItems(list(self._previews))
        self._preview = QPlainTextEdit()
        self._preview.setObjectName("reread-preview")
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setFixedHeight(self._preview.fontMetrics().lineSpacing() * _LINES + 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo)
        layout.addWidget(self._preview)
        self.setFocusProxy(self._combo)
        self._combo.currentTextChanged.connect(self._show)
        self._show(self._combo.currentText())
        self.retranslate()

    @property
    def encoding(self) -> str:
        """The encoding that is chosen."""
        return self._combo.currentText()

    @Slot(str)
    def _show(self, encoding: str) -> None:
        self._preview.setPlainText(self._previews.get(encoding, ""))
        self.chosen.emit(encoding)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self._combo.setAccessibleName(self.tr("Encoding"))
        self._preview.setAccessibleName(self.tr("How the page begins in this encoding"))

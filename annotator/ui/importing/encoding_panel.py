"""The one question about encodings: a group of files, a choice, and what the first would look like."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.imports.intake import Doubt

_PREVIEW_LINES = 6


class EncodingPanel(QWidget):
    """Shows the beginning of the first doubtful file in each encoding that can be read; nothing is guessed."""

    chosen = Signal(object, str)  # the paths, the encoding
    skipped = Signal()

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        super().__init__()
        self.setObjectName("encoding-panel")
        self._doubts = tuple(doubts)
        self._question = QLabel()
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._encoding = QComboBox()
        self._encoding.setObjectName("encoding")
        self._encoding.addItems(list(self._doubts[0].previews))
        self._encoding.currentTextChanged.connect(self._preview_encoding)
        self._preview = QPlainTextEdit()
        self._preview.setObjectName("encoding-preview")
        self._preview.setReadOnly(True)
        self._preview.setFixedHeight(_PREVIEW_LINES * 24)
        self._take = QPushButton()
        self._take.setObjectName("encoding-take")
        self._take.clicked.connect(self._taken)
        self._skip = QPushButton()
        self._skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.addWidget(self._encoding)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addWidget(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._question)
        layout.addWidget(self._preview)
        layout.addLayout(row)
        self.setFocusProxy(self._encoding)
        self._preview_encoding(self._encoding.currentText())
        self.retranslate()

    @Slot(str)
    def _preview_encoding(self, encoding: str) -> None:
        self._preview.setPlainText(self._doubts[0].previews.get(encoding, ""))

    @Slot()
    def _taken(self) -> None:
        self.chosen.emit([doubt.path for doubt in self._doubts], self._encoding.currentText())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        first, more = self._doubts[0].path.name, len(self._doubts) - 1
        if more:
            told = self.tr("In which encoding are “%1” and %2 more files written?").replace("%2", str(more))
        else:
            told = self.tr("In which encoding is “%1” written?")
        self._question.setText(told.replace("%1", first))
        self._encoding.setAccessibleName(self.tr("Encoding"))
        self._preview.setAccessibleName(self.tr("How the file begins in this encoding"))
        self._take.setText(self.tr("It reads well: import"))
        self._skip.setText(self.tr("Leave out"))

"""The account of files: what came of them in some lines, and all that was not taken, to be saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.app.imports.rejects import Refused
from annotator.ui.exchange.words import refused_words
from annotator.ui.widgets.tones import bold_font

_LINES = 7


class AccountPanel(QWidget):
    """Says `told()`, said anew after a switch of language, and lists what was refused, then what is to be known."""

    save_wished = Signal()
    again_wished = Signal()
    close_wished = Signal()

    def __init__(
        self,
        told: Callable[[], Sequence[str]],
        refused: Sequence[Refused],
        notes: Sequence[Refused] = (),
        *,
        utf16_offered: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("account-panel")
        self.refused, self.notes = tuple(refused), tuple(notes)
        self._told = told
        self._title, self._summary = QLabel(), QLabel()
        self._summary.setObjectName("account-told")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._list = QPlainTextEdit()
        self._list.setObjectName("account-list")
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setVisible(bool(self.refused or self.notes))
        self._save, self._again, self._close = QPushButton(), QPushButton(), QPushButton()
        for button, name, signal, shown in (
            (self._again, "again", self.again_wished, utf16_offered),
            (self._save, "save", self.save_wished, bool(self.refused)),
            (self._close, "close", self.close_wished, True),
        ):
            button.setObjectName(f"account-{name}")
            button.clicked.connect(signal)
            button.setVisible(shown)
        self._build()
        self.setFocusProxy(self._list if self.refused or self.notes else self._close)
        self.retranslate()

    def _build(self) -> None:
        self._title.setFont(bold_font(self._title.font()))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._again, self._save, self._close):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._summary)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        self._fit()

    def _fit(self) -> None:
        self._list.setFixedHeight(_LINES * self._list.fontMetrics().lineSpacing() + 12)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        title, *lines = self._told()
        self._title.setText(title)
        self.setAccessibleName(title)
        self._summary.setText("\n".join(lines))
        self._summary.setVisible(bool(lines))
        self._list.setPlainText("\n".join(filter(None, map(refused_words, (self.refused, self.notes)))))
        self._list.setAccessibleName(self.tr("What was not taken, and why"))
        self._again.setText(self.tr("Again, with emoji counted as two"))
        self._save.setText(self.tr("Save these to a file…"))
        self._close.setText(self.tr("Close"))

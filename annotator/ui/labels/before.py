"""The documents that were done before the labels changed: each can be opened, and marked as checked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.label_use import DoneBefore
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import bold_font

_ROWS: Final = 6
_BUTTONS: Final = ("open", "check", "check-all", "close")


class _Rows(QuietList):
    """The rows; Space marks one as checked, Enter opens it."""

    space_pressed = Signal()
    enter_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class DoneBeforePanel(QWidget):
    """A panel above the article; what it lists is asked for anew after each change."""

    open_wished = Signal(int)  # document id
    check_wished = Signal(object)  # tuple[int, ...], document ids
    version_shown = Signal(int)
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("done-before")
        self._documents: tuple[DoneBefore, ...] = ()
        self._present = 1
        self._editable = True
        self._title = QLabel(self)
        self._title.setFont(bold_font(self.font()))
        self._rows = _Rows(self)
        self._rows.setObjectName("done-before-list")
        self._rows.setFixedHeight(_ROWS * (self.fontMetrics().height() + 8))
        self._since = ElidedLabel(self, max_lines=3)
        self._since.setObjectName("done-before-since")
        self._buttons = {name: self._button(name) for name in _BUTTONS}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._rows)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"done-before-{name}")
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name in _BUTTONS[:-1]:
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        row.addWidget(self._buttons["close"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._rows)
        column.addWidget(self._since)
        column.addLayout(row)

    def _connect(self) -> None:
        self._rows.currentRowChanged.connect(self._went)
        self._rows.itemDoubleClicked.connect(self._open)
        self._rows.enter_pressed.connect(self._open)
        self._rows.space_pressed.connect(self._check)
        self._buttons["open"].clicked.connect(self._open)
        self._buttons["check"].clicked.connect(self._check)
        self._buttons["check-all"].clicked.connect(self._check_all)
        self._buttons["close"].clicked.connect(self.close_wished)

    # What is shown.

    def set_documents(self, documents: Sequence[DoneBefore], present: int) -> None:
        """List documents; `present` is the version of the labels now. The row keeps its place."""
        row = max(0, self._rows.currentRow())
        self._documents, self._present = tuple(documents), present
        self.retranslate()
        self._rows.setCurrentRow(min(row, len(self._documents) - 1))
        self._enable()

    def set_since(self, text: str) -> None:
        """Say what has changed since the current document was done."""
        self._since.setText(text)

    def set_editable(self, *, editable: bool) -> None:
        """Let documents be marked as checked, or not."""
        self._editable = editable
        self._enable()

    def _fill(self) -> None:
        self._rows.blockSignals(True)  # noqa: FBT003  (the signature of Qt)
        self._rows.clear()
        for document in self._documents:
            words = self.tr("{title}   version {version} · {day}").format(
                title=one_line(document.title), version=document.version, day=_day(document.at)
            )
            self._rows.addItem(words)
        self._rows.blockSignals(False)  # noqa: FBT003  (the signature of Qt)

    def _enable(self) -> None:
        some = bool(self._documents)
        self._buttons["open"].setEnabled(some)
        for name in ("check", "check-all"):
            self._buttons[name].setEnabled(some and self._editable)

    # What a person does.

    @Slot(int)
    def _went(self, row: int) -> None:
        self.version_shown.emit(self._documents[row].version if row >= 0 else 0)

    def _current(self) -> DoneBefore | None:
        row = self._rows.currentRow()
        return self._documents[row] if 0 <= row < len(self._documents) else None

    @Slot()
    def _open(self) -> None:
        document = self._current()
        if document is not None:
            self.open_wished.emit(document.document_id)

    @Slot()
    def _check(self) -> None:
        document = self._current()
        if document is not None and self._editable:
            self.check_wished.emit((document.document_id,))

    @Slot()
    def _check_all(self) -> None:
        self.check_wished.emit(tuple(document.document_id for document in self._documents))

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        count = len(self._documents)
        if count:
            told = self.tr("Done before the labels changed: {count}. The labels are at version {version}.")
            self._title.setText(told.format(count=f"{count:,}", version=self._present))
        else:
            self._title.setText(self.tr("Every done document was done, or checked, with the present labels."))
        self.setAccessibleName(self._title.text())
        self._rows.setAccessibleName(self.tr("Documents done before the labels changed"))
        self._since.setAccessibleName(self.tr("What has changed since"))
        words = {
            "open": self.tr("Open (Enter)"),
            "check": self.tr("Checked (Space)"),
            "check-all": self.tr("All are checked"),
            "close": self.tr("Close"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        row = self._rows.currentRow()
        self._fill()
        self._rows.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _day(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d") if at else ""

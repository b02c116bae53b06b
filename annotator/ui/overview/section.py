"""A part of the overview: a heading, a line that explains, and what stands under them; some can be folded."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """Holds one widget under its heading."""

    toggled = Signal(bool)

    def __init__(
        self, name: str, content: QWidget, *, folds: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.content = content
        self._heading, self._note = QLabel(self), QLabel(self)
        for label in (self._heading, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._note.setWordWrap(True)
        self._fold = QToolButton(self)
        self._fold.setObjectName(f"{name}-fold")
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setVisible(folds)
        self._fold.toggled.connect(self._toggled)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._fold)
        row.addWidget(self._heading)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content.setVisible(not folds)
        self._show_arrow()
        self._embolden()

    @property
    def open(self) -> bool:
        """Whether what it holds is shown."""
        return not self.content.isHidden()

    def set_words(self, heading: str, note: str = "") -> None:
        """Say what stands in it."""
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._fold.setAccessibleName(heading)
        self.content.setAccessibleName(heading)

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        self.content.setVisible(shown)
        self._show_arrow()
        self.toggled.emit(shown)

    def _show_arrow(self) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if self._fold.isChecked() else Qt.ArrowType.RightArrow)

    def _embolden(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        self._heading.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._embolden()

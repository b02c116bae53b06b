"""What stands in place of the list when it is empty: how to bring documents in, or how to see them all again."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.widgets.tones import bold_font


class EmptyState(QWidget):
    """Two quiet lines and a button."""

    import_wished = Signal()
    all_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library-empty")
        self._nothing_yet = True
        self._heading = QLabel(self)
        self._heading.setObjectName("library-empty-heading")
        self._hint = QLabel(self)
        self._hint.setObjectName("library-empty-hint")
        self._button = QPushButton(self)
        self._button.setObjectName("library-empty-button")
        self._button.clicked.connect(self._wish)
        for label in (self._heading, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._heading.setFont(bold_font(self.font()))
        self.retranslate()

    def set_nothing_yet(self, *, nothing_yet: bool) -> None:
        """Say whether the project holds nothing yet, or only nothing that was asked for."""
        if nothing_yet != self._nothing_yet:
            self._nothing_yet = nothing_yet
            self.retranslate()

    @Slot()
    def _wish(self) -> None:
        if self._nothing_yet:
            self.import_wished.emit()
        else:
            self.all_wished.emit()

    def retranslate(self) -> None:
        """Say all words anew."""
        if self._nothing_yet:
            self._heading.setText(self.tr("Nothing here yet"))
            self._hint.setText(self.tr("Drop files or folders on the window, or press Ctrl+O."))
            self._button.setText(self.tr("Import documents…"))
        else:
            self._heading.setText(self.tr("No document like this"))
            self._hint.setText(self.tr("Nothing matches the search and the filter."))
            self._button.setText(self.tr("Show all documents"))
        self._button.setAccessibleName(self._button.text())
        self.setAccessibleName(self._heading.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._heading.setFont(bold_font(self.font()))
        super().changeEvent(event)

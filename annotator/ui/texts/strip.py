"""The line above the article that says how many lost spans the document has."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class LostStrip(QWidget):
    """Takes no room where nothing is lost."""

    open_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lost-strip")
        self._count = 0
        self._told = QLabel()
        self._open = QPushButton()
        self._open.setObjectName("lost-open")
        self._open.clicked.connect(self.open_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._told, 1)
        row.addWidget(self._open)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count = count
        self.setVisible(count > 0)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Lost spans"))
        self._told.setText(
            self.tr("Spans without a place in the present text: %1").replace("%1", str(self._count))
        )
        self._open.setText(self.tr("Show them"))

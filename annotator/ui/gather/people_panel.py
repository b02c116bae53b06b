"""The panel that asks which two annotators are one person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.people import Annotator
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo


class PeoplePanel(QWidget):
    """Names one annotator who is another; the person at the keyboard can only be the other."""

    join_wished = Signal(int, int)  # the one who goes, the one who stays
    close_wished = Signal()

    def __init__(self, people: Sequence[Annotator], own_id: int) -> None:
        super().__init__()
        self.setObjectName("people-panel")
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._is = QLabel(self)
        self._gone, self._kept = QuietCombo(self), QuietCombo(self)
        self._join, self._close = QPushButton(self), QPushButton(self)
        for widget, name in (
            (self._gone, "people-gone"),
            (self._kept, "people-kept"),
            (self._join, "people-join"),
            (self._close, "people-close"),
        ):
            widget.setObjectName(name)
        for person in people:
            words = one_line(f"{person.name or '—'}  ({person.uid[:8]})")
            self._kept.addItem(words, person.id)
            if person.id != own_id:
                self._gone.addItem(words, person.id)
        row = QHBoxLayout()
        for part, stretch in (
            (self._gone, 2),
            (self._is, 0),
            (self._kept, 2),
            (self._join, 0),
            (self._close, 0),
        ):
            row.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addLayout(row)
        self._gone.currentIndexChanged.connect(self._show_state)
        self._kept.currentIndexChanged.connect(self._show_state)
        self._join.clicked.connect(self._joined)
        self._close.clicked.connect(self.close_wished)
        self.setFocusProxy(self._gone if self._gone.count() else self._close)
        self.retranslate()
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        gone, kept = self._gone.currentData(), self._kept.currentData()
        self._join.setEnabled(gone is not None and gone != kept)

    @Slot()
    def _joined(self) -> None:
        self.join_wished.emit(self._gone.currentData(), self._kept.currentData())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Join annotators"))
        self._told.setText(
            self.tr(
                "One person who worked on two machines is two annotators. Joined, all that the first made is the"
                " second's, and files that name the first mean the second."
            )
        )
        self._is.setText(self.tr("is the same person as"))
        self._gone.setAccessibleName(self.tr("Annotator who goes"))
        self._kept.setAccessibleName(self.tr("Annotator who stays"))
        self._join.setText(self.tr("Join"))
        self._close.setText(self.tr("Close"))

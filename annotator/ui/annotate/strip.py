"""The strip above the article: what was kept of the page, from where its date came, and every line's toggle."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex

_SHOWN_LINES = 9


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line of the page that is not blank: its number (from 1), its text, and whether the article has it."""

    number: int
    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class StripState:
    """What the strip shows of a document; `lines` is empty where the page is not known any more."""

    confirmed: bool
    start_found: bool
    lines: tuple[StripLine, ...]
    document_date: str
    date_source: str
    editable: bool


class LineModel(QAbstractListModel):
    """The lines of a page with their toggles."""

    toggled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[StripLine] = []
        self._editable = False

    def set_lines(self, lines: Sequence[StripLine], *, editable: bool) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self._editable = editable
        self.endResetModel()

    def kept(self) -> frozenset[int]:
        """Return the numbers of the lines that are ticked."""
        return frozenset(line.number for line in self._lines if line.kept)

    def first_kept(self) -> int:
        """Return the row of the first ticked line, 0 where none is."""
        return next((row for row, line in enumerate(self._lines) if line.kept), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a line be ticked where the article may still change."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._editable and index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text or the tick of a line."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text.strip()[:300]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.kept else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or untick it."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._editable:
            return False
        line = self._lines[index.row()]
        kept = Qt.CheckState(value) == Qt.CheckState.Checked
        self._lines[index.row()] = StripLine(line.number, line.text, kept)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.toggled.emit()
        return True


class ExtractionStrip(QFrame):
    """Visible while an extraction is a proposal, or on request; `lines_chosen` carries the ticked numbers."""

    confirm_wished = Signal()
    lines_chosen = Signal(object)  # frozenset[int]
    date_given = Signal(str)
    fold_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("extraction-strip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._state: StripState | None = None
        self._wanted = False
        self._told = QLabel()
        self._told.setObjectName("extraction-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._date = QLineEdit()
        self._date.setObjectName("document-date")
        self._date.setFixedWidth(112)
        self._date.setMaxLength(10)
        self._date.editingFinished.connect(self._date_edited)
        self._unfold = QPushButton()
        self._unfold.setObjectName("extraction-unfold")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._fold)
        self._confirm = QPushButton()
        self._confirm.setObjectName("extraction-confirm")
        self._confirm.clicked.connect(self.confirm_wished)
        self._model = LineModel(self)
        self._model.toggled.connect(self._line_toggled)
        self._list = _line_list(self._model)
        self._build()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        for widget in (self._date, self._unfold, self._confirm):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._list)
        self._list.hide()

    def show_state(self, state: StripState | None) -> None:
        """Show the strip for a document, or (None) hide it."""
        self._state = state
        if state is None or (state.confirmed and not self._wanted):
            self.hide()
            return
        if self._model.kept() != frozenset(line.number for line in state.lines if line.kept) or (
            self._model.rowCount() != len(state.lines)
        ):
            self._model.set_lines(state.lines, editable=state.editable)
        self.retranslate()
        self.show()

    def open_lines(self) -> None:
        """Show all lines of the page, also where the extraction is confirmed."""
        self._wanted = True
        if self._state is not None:
            self._model.set_lines(self._state.lines, editable=self._state.editable)
            self.show_state(self._state)
            self._unfold.setChecked(True)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_lines(self) -> bool:
        """Fold the lines; False where they were folded already."""
        was_open = self._unfold.isChecked()
        self._wanted = False
        self._unfold.setChecked(False)
        self.show_state(self._state)
        return was_open

    @Slot(bool)
    def _fold(self, open_: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        self._list.setVisible(open_)
        if open_:
            row = self._model.index(self._model.first_kept(), 0)
            self._list.scrollTo(row, QListView.ScrollHint.PositionAtTop)
        elif self._state is not None and self._state.confirmed:
            self._wanted = False
            self.hide()
        self.retranslate()
        self.fold_changed.emit()

    @Slot()
    def _line_toggled(self) -> None:
        self.lines_chosen.emit(self._model.kept())

    @Slot()
    def _date_edited(self) -> None:
        if self._state is not None and self._date.text() != self._state.document_date:
            self.date_given.emit(self._date.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.close_lines():
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("What was kept of the page"))
        self._list.setAccessibleName(self.tr("Lines of the page"))
        self._date.setAccessibleName(self.tr("Document date"))
        self._date.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self._date.setToolTip(self.tr("The date from which “today” and “next year” are counted"))
        self._confirm.setText(self.tr("Confirm (Enter)"))
        self._unfold.setText(self.tr("Fold") if self._unfold.isChecked() else self.tr("Show all lines"))
        state = self._state
        if state is None:
            return
        self._told.setText(self._sentence(state))
        if not self._date.hasFocus() or self._date.text() == "":
            self._date.setText(state.document_date)
        self._date.setEnabled(state.editable)
        self._confirm.setVisible(not state.confirmed and state.editable)
        self._unfold.setVisible(bool(state.lines))

    def _sentence(self, state: StripState) -> str:
        kept = sum(line.kept for line in state.lines)
        total = len(state.lines)
        if state.start_found or kept < total:
            told = self.tr("Kept %1 of %2 lines of the page.").replace("%1", str(kept))
        else:
            told = self.tr("No article start was found: all %2 lines are kept.")
        return f"{told.replace('%2', str(total))} {self._date_told(state)}"

    def _date_told(self, state: StripState) -> str:
        if not state.document_date:
            return self.tr("The page names no date of the article:")
        origin = {
            "field": self.tr("The document date is from a field of the page:"),
            "caption": self.tr("The document date is from a photo credit:"),
            "file": self.tr("The document date is from the file:"),
            "user": self.tr("The document date was given by hand:"),
        }
        return origin.get(state.date_source, self.tr("Document date:"))


def _line_list(model: LineModel) -> QListView:
    view = QListView()
    view.setObjectName("page-lines")
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setMinimumSize(QSize(0, _SHOWN_LINES * 22))
    view.setMaximumHeight(_SHOWN_LINES * 28)
    return view

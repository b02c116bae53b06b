"""A table of numbers that can be opened: arrows walk the cells, Enter or a click opens what a number counts."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.tones import (
    accent_tone,
    bold_font,
    faint_tone,
    mixed,
    muted_tone,
    target_tone,
    text_tone,
)

ModelIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SHARE: Final = int(_ROLE.UserRole)
_PAD: Final = 8
_MOST_ROWS: Final = 14
# The widest that a column becomes, in digits: of words, and any other.
_MOST_WORDS: Final = 90
_MOST_DIGITS: Final = 42


_MARKS: Final = {True: "✓", False: "↓"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; `opens` is handed out where a person opens it, `share` (0 to 1) is drawn as a bar.

    `reached` says whether the number reaches a target, None where there is none; `tip` says it in words.
    """

    text: str
    opens: object = None
    share: float | None = None
    tip: str = ""
    muted: bool = False
    reached: bool | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the words over its columns, its rows, and which columns are words (the first always is)."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: frozenset[int] = field(default_factory=frozenset)


EMPTY: Final = Sheet((), ())


def _shown(cell: Cell) -> str:
    """Return all that is written in a cell, with the mark of its target."""
    return cell.text if cell.reached is None else f"{_MARKS[cell.reached]}  {cell.text}"


class NumberModel(QAbstractTableModel):
    """A sheet as Qt asks for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = EMPTY

    def set_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def cell(self, index: ModelIndex) -> Cell:
        """Return a cell."""
        return self.sheet.rows[index.row()][index.column()]

    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: ModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.heads)

    def is_words(self, column: int) -> bool:
        """Tell whether a column holds words: they stand left."""
        return column == 0 or column in self.sheet.words

    def data(self, index: ModelIndex, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return what a cell shows, how it stands, its bar, what a screen reader says, and the tooltip."""
        cell = self.cell(index)
        if role == _ROLE.DisplayRole:
            return one_line(cell.text)
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if self.is_words(index.column()) else _RIGHT
        if role == _SHARE:
            return cell.share
        if role == _ROLE.ToolTipRole:
            return plain_tooltip(cell.tip) if cell.tip else None
        if role == _ROLE.AccessibleTextRole:
            row = self.sheet.rows[index.row()][0].text
            told = "" if cell.reached is None else cell.tip
            parts = (row, self.sheet.heads[index.column()], cell.text, told)
            return ", ".join(part for part in parts if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)
    ) -> object:
        """Return the words over a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.sheet.heads):
            return None
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if self.is_words(section) else _RIGHT
        # Blanks, so that the words stand over those of the cells.
        return f" {one_line(self.sheet.heads[section])} " if role == _ROLE.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Paints numbers, those that open something in the colour of links, bars behind them, a ring on the current."""

    def __init__(self, table: "NumberTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        table, model = self._table, self._table.model_
        cell, palette, rect = model.cell(index), table.palette(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.share is not None:
            self._paint_bar(
                painter, rect, cell.share, mixed(accent_tone(palette), palette.base().color(), 0.30)
            )
        if cell.reached is not None:
            painter.fillRect(rect.adjusted(2, 2, -2, -3), target_tone(palette, reached=cell.reached))
        painter.setPen(faint_tone(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index == table.currentIndex() and table.hasFocus():
            painter.setPen(accent_tone(palette))
            painter.setBrush(mixed(accent_tone(palette), palette.base().color(), 0.16))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)
        painter.setFont(self._font(table, index, cell))
        painter.setPen(self._colour(table, cell))
        align = _LEFT if model.is_words(index.column()) else _RIGHT
        room = rect.adjusted(_PAD, 0, -_PAD, 0).toRect()
        text = painter.fontMetrics().elidedText(
            one_line(cell.text), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(align.value) | int(Qt.TextFlag.TextSingleLine.value), text)
        if cell.reached is not None:
            painter.setPen(text_tone(palette))
            painter.drawText(room, int(_LEFT.value), _MARKS[cell.reached])
        painter.restore()

    @staticmethod
    def _paint_bar(painter: QPainter, rect: QRectF, share: float, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        bar = rect.adjusted(3, 4, -3, -5)
        bar.setWidth(max(2.0, bar.width() * share) if share else 0.0)
        painter.drawRoundedRect(bar, 3, 3)

    @staticmethod
    def _font(table: "NumberTable", index: ModelIndex, cell: Cell) -> QFont:
        font = QFont(bold_font(table.font()) if index.column() == 0 else table.font())
        font.setUnderline(cell.opens is not None and index == table.under_pointer)
        return font

    @staticmethod
    def _colour(table: "NumberTable", cell: Cell) -> QColor:
        palette = table.palette()
        if cell.muted:
            return muted_tone(palette)
        return palette.link().color() if cell.opens is not None else text_tone(palette)


class NumberTable(QTableView):
    """Is as high as its rows, so that what it stands in scrolls."""

    opened = Signal(object)  # what the cell opens

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.model_ = NumberModel(self)
        self.under_pointer = QModelIndex()
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open)
        self._wide: dict[int, int] = {}

    def set_widths(self, digits: dict[int, int]) -> None:
        """Set least widths of columns, in digits."""
        self._wide = digits
        self._fit()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, with the current cell where it was."""
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self.under_pointer = QModelIndex()
        self.model_.set_sheet(sheet)
        self._fit()
        if 0 <= row < len(sheet.rows) and 0 <= column < len(sheet.heads):
            self.setCurrentIndex(self.model_.index(row, column))

    def open_cell(self, row: int, column: int) -> None:
        """Open what a cell counts, as a click does."""
        self.setCurrentIndex(self.model_.index(row, column))
        self._open(self.currentIndex())

    @Slot(QModelIndex)
    def _open(self, index: ModelIndex) -> None:
        if index.isValid() and (opens := self.model_.cell(index).opens) is not None:
            self.opened.emit(opens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; at the upper and the lower edge the arrows leave the table."""
        key, at = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(at)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(at.row(), key):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _at_edge(self, row: int, key: int) -> bool:
        return row == (0 if key == Qt.Key.Key_Up else self.model_.rowCount() - 1)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are keys of the program, not a search."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_.rowCount():
            self.setCurrentIndex(self.model_.index(0, min(1, self.model_.columnCount() - 1)))

    def viewportEvent(self, event: QEvent) -> bool:
        """Know which cell is under the pointer."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            before = self.under_pointer
            here = self.viewport().mapFromGlobal(self.cursor().pos())
            leaves = event.type() == QEvent.Type.Leave
            self.under_pointer = QModelIndex() if leaves else self.indexAt(here)
            if before != self.under_pointer:
                opens = (
                    self.under_pointer.isValid() and self.model_.cell(self.under_pointer).opens is not None
                )
                shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
                self.viewport().setCursor(shape)
                self.viewport().update()
        return bool(super().viewportEvent(event))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the room for all columns."""
        width = sum(self.columnWidth(column) for column in range(self.model_.columnCount()))
        return QSize(width + 4, self.height())

    def _fit(self) -> None:
        metrics, bold = self.fontMetrics(), self.fontMetrics()
        sheet = self.model_.sheet
        row_height = metrics.lineSpacing() + 9
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height)
        unit = metrics.horizontalAdvance("0")
        for column, head in enumerate(sheet.heads):
            cells = max((bold.horizontalAdvance(_shown(row[column])) for row in sheet.rows), default=0)
            wide = max(self._wide.get(column, 7) * unit, bold.horizontalAdvance(head) + unit, cells + unit)
            self.setColumnWidth(column, min(wide, self._most(column) * unit) + 2 * _PAD)
        rows = min(len(sheet.rows), _MOST_ROWS)
        head_height = self.horizontalHeader().sizeHint().height() if sheet.heads else 0
        self.setFixedHeight(head_height + rows * row_height + 2 + self._bar_room())

    def _most(self, column: int) -> int:
        return _MOST_WORDS if column in self.model_.sheet.words else _MOST_DIGITS

    def _bar_room(self) -> int:
        """Return the room of a scroll bar where the columns do not fit."""
        width = sum(self.columnWidth(column) for column in range(self.model_.columnCount()))
        return self.horizontalScrollBar().sizeHint().height() if width > self.viewport().width() > 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the scroll bar where there is one."""
        super().resizeEvent(event)
        height = self.height()
        self._fit()
        if self.height() != height:
            self.updateGeometry()

"""Comments as a list: who to whom and when, on what, and the words; those addressed to me stand out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.app.documents.company import SeenComment
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.tones import (
    accent_tone,
    bold_font,
    chosen_tone,
    faint_tone,
    muted_tone,
    small_font,
    text_tone,
)

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_PAD: Final = 12
_MOST_LINES: Final = 4
_LINE: Final = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)


def time_words(at: str) -> str:
    """Return a stored time for the eye: the hour today, else the day too; what is no time as it is."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return at
    local = moment.toLocalTime()
    return local.toString("HH:mm" if local.date() == QDate.currentDate() else "yyyy-MM-dd HH:mm")


class CommentModel(QAbstractListModel):
    """The comments of one document, the document's first, then by place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comments: tuple[SeenComment, ...] = ()

    def set_comments(self, comments: Sequence[SeenComment]) -> None:
        """Show these comments; the same ones with other words stay where they are."""
        fresh = tuple(comments)
        if [one.comment.id for one in fresh] == [one.comment.id for one in self._comments]:
            self._comments = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._comments = fresh
        self.endResetModel()

    @property
    def comments(self) -> tuple[SeenComment, ...]:
        """The comments shown."""
        return self._comments

    def comment_at(self, row: int) -> SeenComment | None:
        """Return the comment in a row, None outside the list."""
        return self._comments[row] if 0 <= row < len(self._comments) else None

    def row_of(self, comment_id: int | None) -> int:
        """Return the row of a comment, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._comments) if one.comment.id == comment_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many comments there are."""
        return 0 if parent.isValid() else len(self._comments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a comment, all that is known of it to a screen reader, or the tooltip."""
        seen = self.comment_at(index.row())
        if seen is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return seen.comment.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.heading(seen), seen.quote, one_line(seen.comment.text), self.state(seen))
            return ", ".join(part for part in parts if part)
        return plain_tooltip(*seen.comment.text.split("\n")) if role == Qt.ItemDataRole.ToolTipRole else None

    def heading(self, seen: SeenComment) -> str:
        """Return who wrote to whom, and when."""
        comment = seen.comment
        author = comment.author or (self.tr("You") if seen.mine else "?")
        to = self.tr("you") if seen.to_me else comment.to
        who = f"{author} → {to}" if to else author
        return f"{one_line(who)} · {time_words(comment.at)}"

    def state(self, seen: SeenComment) -> str:
        """Return the word for a comment that is dealt with."""
        return self.tr("resolved") if seen.comment.resolved else ""


class CommentDelegate(QStyledItemDelegate):
    """Paints straight from the model."""

    def __init__(self, model: CommentModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of heading, quote and words at the width of the list."""
        seen, view = self._model.comment_at(index.row()), self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        if seen is None:
            return QSize(width, 0)
        small = QFontMetrics(small_font(option.font)).height()
        words = _words_height(seen, option.font, width - 2 * _PAD)
        return QSize(width, small * (2 if seen.quote else 1) + words + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one comment."""
        seen = self._model.comment_at(index.row())
        if seen is None:
            return
        painter.save()
        palette, rect, comment = option.palette, option.rect, seen.comment
        if option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            painter.fillRect(rect, chosen_tone(palette, active=active))
        stands_out = seen.to_me and not comment.resolved
        if stands_out:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), accent_tone(palette))
        painter.fillRect(QRect(_PAD, rect.bottom(), rect.width() - 2 * _PAD, 1), faint_tone(palette))
        small = small_font(option.font)
        place = rect.adjusted(_PAD, 5, -_PAD, -4)
        head = QRect(place.left(), place.top(), place.width(), QFontMetrics(small).height())
        muted = muted_tone(palette)
        painter.setFont(bold_font(small) if stands_out else small)
        painter.setPen(text_tone(palette) if stands_out else muted)
        state = self._model.state(seen)
        room = QFontMetrics(small).horizontalAdvance(state) + 8 if state else 0
        _draw(painter, head.adjusted(0, 0, -room, 0), self._model.heading(seen))
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(head, _LINE | int(Qt.AlignmentFlag.AlignRight), state)
        if seen.quote:
            head.translate(0, head.height())
            _draw(painter, head, f"“{one_line(seen.quote)}”")
        painter.setFont(option.font)
        painter.setPen(muted if comment.resolved else text_tone(palette))
        words = QRect(place.left(), head.bottom() + 3, place.width(), place.bottom() - head.bottom())
        painter.setClipRect(words)
        painter.drawText(QRectF(words), comment.text, _wrapping())
        painter.restore()


def _draw(painter: QPainter, rect: QRect, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    painter.drawText(rect, _LINE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))


def _words_height(seen: SeenComment, font: QFont, width: int) -> int:
    """Return the height of the words of a comment, four lines at most."""
    layout = QTextLayout(seen.comment.text.replace("\n", "\u2028"), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    lines = 0
    while lines < _MOST_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        lines += 1
    layout.endLayout()
    tall: int = QFontMetrics(font).lineSpacing() * max(1, lines)
    return tall


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class CommentList(QListView):
    """Says which comment a person went to, and which keys they pressed on it."""

    chosen = Signal(int)  # the id of a comment
    edit_pressed = Signal()  # Enter
    removal_pressed = Signal()  # Delete, Backspace
    resolve_pressed = Signal()  # Space

    def __init__(self, model: CommentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment-list")
        self._model = model
        self._silent = False
        self.setModel(model)
        self.setItemDelegate(CommentDelegate(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.clicked.connect(self._clicked)

    @property
    def current_id(self) -> int | None:
        """The id of the chosen comment, or None."""
        seen = self._model.comment_at(self.currentIndex().row())
        return None if seen is None else seen.comment.id

    def show_comment(self, comment_id: int | None) -> None:
        """Choose a comment and bring it into sight, or let go; says nothing."""
        row = self._model.row_of(comment_id)
        before, self._silent = self._silent, True
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self.clearSelection()
        self._silent = before

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the arrow keys went."""
        super().currentChanged(current, previous)
        if not self._silent and self.hasFocus():
            self._say(current.row())

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._say(index.row())

    def _say(self, row: int) -> None:
        seen = self._model.comment_at(row)
        if seen is not None:
            self.chosen.emit(seen.comment.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes, Space resolves."""
        keys = {
            Qt.Key.Key_Return: self.edit_pressed,
            Qt.Key.Key_Enter: self.edit_pressed,
            Qt.Key.Key_Delete: self.removal_pressed,
            Qt.Key.Key_Backspace: self.removal_pressed,
            Qt.Key.Key_Space: self.resolve_pressed,
        }
        signal = keys.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
            return
        signal.emit()
        event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are keys of the program, not a search."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

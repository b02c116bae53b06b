"""The labels as a column of buttons: colour, digit, title, key, and how many spans carry each."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from annotator.core.labels import Label, LabelSet
from annotator.ui.form.words import label_words
from annotator.ui.theme import Theme
from annotator.ui.widgets.buttons import paint_ground
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.swatch import paint_swatch
from annotator.ui.widgets.tones import bold_font, faint_tone, muted_tone, small_font, text_tone

_PAD: Final = 8
# More labels than this stand in two columns, or nothing else would fit beside them.
_ONE_COLUMN: Final = 5
_SINGLE: Final = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class LabelButton(QAbstractButton):
    """One label. It never takes the focus from the article; its digit is the way by keyboard."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, label: Label, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._theme = theme
        self._count = 0
        self._current = False
        self.setObjectName(f"label-{label.uid}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    @property
    def count(self) -> int:
        """How many spans carry the label."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many spans carry the label."""
        if count != self._count:
            self._count = count
            self.update()

    def set_current(self, *, current: bool) -> None:
        """Show that the current span carries the label."""
        if current != self._current:
            self._current = current
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.label.id)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer came."""
        self.entered.emit(self.label.id)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Return one row."""
        height = self.fontMetrics().height() + 10
        return QSize(height * 7, height)

    def minimumSizeHint(self) -> QSize:
        """Give way in width only."""
        hint = self.sizeHint()
        return QSize(hint.height() * 4, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tint(self.label.role)))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        paint_ground(self, painter)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        left = self._paint_key(painter, _PAD)
        left = self._paint_square(painter, left)
        right = self._paint_count(painter, self.width() - _PAD)
        self._paint_words(painter, left, right)

    def _paint_key(self, painter: QPainter, left: int) -> int:
        side = self.fontMetrics().height() + 1
        if self.label.hotkey:
            box = QRectF(left, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(faint_tone(self.palette()), 1))
            painter.setBrush(self.palette().base())
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(text_tone(self.palette()))
            painter.setFont(small_font(self.font()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.label.hotkey)
        return left + side + _PAD + 2

    def _paint_square(self, painter: QPainter, left: int) -> int:
        side = round(self.fontMetrics().height() * 0.68)
        rect = QRectF(left, (self.height() - side) / 2, side, side)
        paint_swatch(painter, rect, self._theme.look(self.label.role))
        return left + side + _PAD

    def _paint_count(self, painter: QPainter, right: int) -> int:
        font = bold_font(self.font()) if self._count else self.font()
        text = f"{self._count:,}"
        width = QFontMetrics(font).horizontalAdvance(text) + 1
        painter.setFont(font)
        painter.setPen(text_tone(self.palette()) if self._count else muted_tone(self.palette()))
        painter.drawText(QRect(right - width, 0, width, self.height()), int(_SINGLE), text)
        return right - width - _PAD

    def _paint_words(self, painter: QPainter, left: int, right: int) -> None:
        title, key = one_line(self.label.title), one_line(self.label.key)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(title or key, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(self.font())
        painter.setPen(text_tone(self.palette()))
        painter.drawText(QRect(left, 0, right - left, self.height()), int(_SINGLE), shown)
        left += metrics.horizontalAdvance(shown) + _PAD
        small = small_font(self.font())
        room = right - left
        if title in ("", key) or room < QFontMetrics(small).horizontalAdvance(key):
            return
        painter.setFont(small)
        painter.setPen(muted_tone(self.palette()))
        painter.drawText(QRect(left, 1, room, self.height()), int(_SINGLE), key)


class LabelButtons(QWidget):
    """One row a label, in the order of the label set; two columns where there are many."""

    label_chosen = Signal(int)
    label_hovered = Signal(int)  # the pointer came to a label; 0 when it left them all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label-buttons")
        self._theme = theme
        self._labels: LabelSet | None = None
        self._counts: dict[int, int] = {}
        self._buttons: list[LabelButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def buttons(self) -> tuple[LabelButton, ...]:
        """Return the buttons in order."""
        return tuple(self._buttons)

    def set_labels(self, labels: LabelSet) -> None:
        """Show the labels of a label set; the same one again changes nothing."""
        if labels == self._labels:
            return
        self._labels = labels
        for old in self._buttons:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._buttons = [LabelButton(label, self._theme, self) for label in labels.labels]
        many = len(self._buttons) > _ONE_COLUMN
        rows = (len(self._buttons) + 1) // 2 if many else max(1, len(self._buttons))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column == 0 or many else 0)
        for place, button in enumerate(self._buttons):
            button.chosen.connect(self.label_chosen)
            button.entered.connect(self.label_hovered)
            self._grid.addWidget(button, place % rows, place // rows)
            button.show()  # a layout shows what it is given only later, and would jump
        self.set_counts(self._counts)
        self.retranslate()

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many spans carry each label, by label id."""
        self._counts = dict(counts)
        for button in self._buttons:
            count = self._counts.get(button.label.id, 0)
            if count != button.count:
                button.set_count(count)
                self._name(button)

    def set_current(self, label_id: int | None) -> None:
        """Show which label the current span carries."""
        for button in self._buttons:
            button.set_current(current=button.label.id == label_id)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let labels be chosen, or not."""
        self.setEnabled(enabled)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer left."""
        self.label_hovered.emit(0)
        super().leaveEvent(event)

    def _name(self, button: LabelButton) -> None:
        label = button.label
        words = self.tr("{title} ({key}), {count} spans").format(
            title=label.title or label.key, key=label.key, count=f"{button.count:,}"
        )
        button.setAccessibleName(words)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Labels"))
        for button in self._buttons:
            label = button.label
            key = self.tr("Key {digit}").format(digit=label.hotkey) if label.hotkey else ""
            button.setToolTip(plain_tooltip(label_words(label), label.description, key))
            button.setAccessibleDescription(label.description)
            self._name(button)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

"""The quiet switch of the list of spans: in reading order, by label, by text."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from annotator.ui.form.span_groups import Grouping
from annotator.ui.widgets.buttons import QuietButton
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, bold_font, text_tone

_LINES: Final = (-0.24, 0.0, 0.24)


class GroupButton(QuietButton):
    """One of the three: a sign, and a line under the one that holds."""

    def __init__(self, grouping: Grouping, parent: QWidget) -> None:
        super().__init__(parent)
        self.grouping = grouping
        self.setObjectName(f"group-{grouping}")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Return a narrow box."""
        return QSize(self.fontMetrics().height() + 8, self.fontMetrics().height() + 8)

    def sign_colour(self) -> QColor:
        """Return the full colour where this one holds."""
        return text_tone(self.palette()) if self.isChecked() else super().sign_colour()

    def paint_sign(self, painter: QPainter) -> None:
        """Paint lines, lines behind squares, or a syllable."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, box = self.sign_colour(), QRectF(self.rect())
        reach = box.height() * 0.28
        if self.grouping is Grouping.TEXT:
            painter.setPen(colour)
            painter.setFont(bold_font(self.font()))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "가")
        else:
            indent = reach * 0.75 if self.grouping is Grouping.LABEL else 0.0
            self._paint_lines(painter, colour, box, (reach, indent))
        if self.isChecked():
            painter.setPen(hairline(accent_tone(self.palette()), 2))
            bottom = box.bottom() - 1.5
            painter.drawLine(QPointF(box.left() + 5, bottom), QPointF(box.right() - 5, bottom))

    @staticmethod
    def _paint_lines(painter: QPainter, colour: QColor, box: QRectF, shape: tuple[float, float]) -> None:
        reach, indent = shape
        painter.setPen(hairline(colour, 1.4))
        for place in _LINES:
            middle = box.center().y() + place * box.height() * 0.9
            left = box.center().x() - reach
            painter.drawLine(
                QPointF(left + indent, middle - 1), QPointF(box.center().x() + reach, middle - 1)
            )
            if indent:
                painter.fillRect(QRectF(left - 1, middle - 2.5, 3, 3), colour)


class GroupSwitch(QWidget):
    """Says which grouping was chosen."""

    chosen = Signal(str)  # a Grouping

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("span-grouping")
        self._buttons = {grouping: GroupButton(grouping, self) for grouping in Grouping}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self._clicked)
        self.set_grouping(Grouping.ORDER)
        self.retranslate()

    def set_grouping(self, grouping: Grouping) -> None:
        """Show which one holds; says nothing."""
        self._buttons[grouping].setChecked(True)

    @Slot()
    def _clicked(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, GroupButton):
            self.chosen.emit(str(button.grouping))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("How the spans are grouped"))
        words = {
            Grouping.ORDER: self.tr("In reading order"),
            Grouping.LABEL: self.tr("Grouped by label"),
            Grouping.TEXT: self.tr("Grouped by text"),
        }
        for grouping, button in self._buttons.items():
            button.setAccessibleName(words[grouping])
            button.setToolTip(words[grouping])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

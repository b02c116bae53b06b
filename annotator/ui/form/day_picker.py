"""A button beside a date that unfolds a calendar; a day picked there is said as it is written."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import QuietButton, paint_disclosure

_FIRST: Final = QDate(1, 1, 1)
_LAST: Final = QDate(9999, 12, 31)


class DayPicker(QuietButton):
    """The button; Down or Alt+Down in the field it belongs to unfolds the calendar too."""

    picked = Signal(str)  # YYYY-MM-DD

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("value-calendar-open")
        self._field = field
        self._frame: _Calendar | None = None
        self._begin_at = ""
        self.clicked.connect(self.open)
        field.installEventFilter(self)
        self.retranslate()

    def set_document_date(self, day: str) -> None:
        """Open at this day where the field says none."""
        self._begin_at = day

    @Slot()
    def open(self) -> None:
        """Unfold the calendar at the day, month or year that the field says."""
        if not self.isEnabled():
            return
        frame = _Calendar(QLocale(self.tr("en_US")), self.window())
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        frame.setAccessibleName(self.tr("Calendar"))
        day = _day_of(self._field.text()) or _day_of(self._begin_at)
        if day is not None:
            frame.show_day(day)
        frame.picked.connect(self._pick)
        size = frame.sizeHint()
        corner = self.mapToGlobal(QPoint(self.width() - size.width(), self.height() + 2))
        frame.move(corner)
        frame.show()
        frame.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _pick(self, day: str) -> None:
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.picked.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the field unfolds the calendar."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.isVisible()
        ):
            self.open()
            return True
        return super().eventFilter(watched, event)

    def paint_sign(self, painter: QPainter) -> None:
        """Paint the triangle of what unfolds."""
        side = self.fontMetrics().height()
        rect = self.rect().adjusted(0, (self.height() - side) // 2, 0, -((self.height() - side) // 2))
        paint_disclosure(painter, rect, self.sign_colour(), is_open=True)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Calendar"))
        self.setToolTip(self.tr("Pick a day in the calendar (Down)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class _Calendar(QFrame):
    """The calendar in a window of its own that closes when a day is picked, on Esc, or by a click elsewhere."""

    picked = Signal(str)

    def __init__(self, locale: QLocale, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("value-calendar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(locale)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setDateRange(_FIRST, _LAST)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def show_day(self, day: date) -> None:
        """Choose a day without saying so."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self.picked.emit(f"{day.year():04}-{day.month():02}-{day.day():02}")
        self.close()


def _day_of(value: str) -> date | None:
    """Return the first day of a day, month or year as ISO 8601 writes it; None of anything else."""
    parts = value.strip().split("/")[0].split("-")
    if len(parts[0]) != 4 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None

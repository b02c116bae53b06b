"""Quiet buttons without a frame: a word, a cross, an arrow; the ground shows only under pointer, press and focus."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, bold_font, hover_tone, muted_tone, pressed_tone

_RADIUS: Final = 5.0


def paint_ground(button: QAbstractButton, painter: QPainter, *, radius: float = _RADIUS) -> None:
    """Paint the ground of a quiet button: nothing at rest, a tone under pointer or press, a ring on focus."""
    palette = button.palette()
    rect = QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    if button.isDown():
        painter.setBrush(pressed_tone(palette))
        painter.drawRoundedRect(rect, radius, radius)
    elif button.isEnabled() and button.underMouse():
        painter.setBrush(hover_tone(palette))
        painter.drawRoundedRect(rect, radius, radius)
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent_tone(palette), 1.5))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class QuietButton(QAbstractButton):
    """The base: paints its ground, repaints under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(self, painter)
        self.paint_sign(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too: Qt's own buttons do so in dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paint_sign(self, painter: QPainter) -> None:
        """Paint what the button shows."""

    def sign_colour(self) -> QColor:
        """Return the colour of the sign: muted, full under the pointer, faint when disabled."""
        palette = self.palette()
        if not self.isEnabled():
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return palette.color(QPalette.ColorRole.WindowText) if self.underMouse() else muted_tone(palette)

    def sizeHint(self) -> QSize:
        """Return a square of one and a half lines."""
        side = self.fontMetrics().height() + 8
        return QSize(side, side)


class TextButton(QuietButton):
    """A word in the colour of links; its text is plain, an ampersand in it is no shortcut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        self.ensurePolished()
        metrics = self._metrics_width()
        return QSize(metrics + 20, self.fontMetrics().height() + 10)

    def _metrics_width(self) -> int:
        return QFontMetrics(bold_font(self.font())).horizontalAdvance(one_line(self.text()))

    def paint_sign(self, painter: QPainter) -> None:
        """Paint the word."""
        colour = self.palette().color(QPalette.ColorRole.Link) if self.isEnabled() else self.sign_colour()
        painter.setPen(colour)
        painter.setFont(bold_font(self.font()))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect(), int(flags), one_line(self.text()))


class CloseButton(QuietButton):
    """A cross."""

    def paint_sign(self, painter: QPainter) -> None:
        """Paint the cross."""
        reach = self.fontMetrics().height() * 0.24
        centre = QRectF(self.rect()).center()
        painter.setPen(hairline(self.sign_colour(), 1.5))
        for x, y in ((reach, reach), (reach, -reach)):
            painter.drawLine(centre - QPointF(x, y), centre + QPointF(x, y))


class OrderButton(QuietButton):
    """An arrow that points up (ascending) or, checked, down (descending)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def paint_sign(self, painter: QPainter) -> None:
        """Paint the arrow."""
        reach = self.fontMetrics().height() * 0.34
        down = 1.0 if self.isChecked() else -1.0
        centre = QRectF(self.rect()).center()
        painter.setPen(hairline(self.sign_colour(), 1.5))
        tip = centre + QPointF(0, reach * down)
        painter.drawLine(centre - QPointF(0, reach * down), tip)
        painter.drawLine(tip, tip + QPointF(-reach * 0.6, -reach * 0.6 * down))
        painter.drawLine(tip, tip + QPointF(reach * 0.6, -reach * 0.6 * down))


class CheckButton(QCheckBox):
    """A check box whose edge can be seen on light and dark grounds."""

    def sizeHint(self) -> QSize:
        """Return the room for box and words."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(one_line(self.text()))
        return QSize(self._side() + 6 + words + 4, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are short."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Let the words be clicked as well as the box."""
        return bool(self.rect().contains(position))

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.78)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, side = self.palette(), self._side()
        if not self.isEnabled():
            painter.setOpacity(0.5)
        box = QRectF(1, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self.hasFocus()
        painter.setPen(QPen(accent_tone(palette) if focused else muted_tone(palette), 2 if focused else 1))
        painter.setBrush(palette.base())
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(hairline(palette.color(QPalette.ColorRole.Text), 1.8))
        if self.isChecked():
            tick = (QPointF(-0.26, 0.0), QPointF(-0.06, 0.21), QPointF(0.28, -0.22))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([box.center() + point * side for point in tick]))
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
        words = QRect(side + 8, 0, self.width() - side - 8, self.height())
        painter.drawText(words, int(flags), one_line(self.text()))


def paint_disclosure(painter: QPainter, rect: QRect, colour: QColor, *, is_open: bool) -> None:
    """Paint the small triangle of something that unfolds: to the right when closed, downwards when open."""
    centre, reach = QRectF(rect).center(), rect.height() * 0.22
    if is_open:
        corners = (QPointF(-reach, -reach / 2), QPointF(reach, -reach / 2), QPointF(0, reach * 0.7))
    else:
        corners = (QPointF(-reach / 2, -reach), QPointF(-reach / 2, reach), QPointF(reach * 0.7, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))

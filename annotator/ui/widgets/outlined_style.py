"""The Fusion style with what it leaves out on dark grounds: the outlines of ticks and of fields."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from annotator.ui.widgets.tones import accent_tone, mixed

_TICKS: Final = frozenset(
    {QStyle.PrimitiveElement.PE_IndicatorCheckBox, QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck}
)
_FIELD: Final = QStyle.PrimitiveElement.PE_FrameLineEdit
_OUTLINE: Final = 0.6
"""How much of the text's colour an outline has: three to one against the ground, in light and in dark."""
_FIELD_OUTLINE: Final = 0.38


class OutlinedStyle(QProxyStyle):
    """Draws ticks and the frames of fields from the palette; everything else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the outlines that can be seen."""
        if element in _TICKS:
            _draw_tick(option, painter)
        elif element == _FIELD:
            _draw_field(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)


def tick_outline(palette: QPalette, *, enabled: bool = True) -> QColor:
    """Return the colour of the outline of a tick."""
    ground = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    return mixed(text, ground, _OUTLINE if enabled else _FIELD_OUTLINE)


def _draw_tick(option: QStyleOption, painter: QPainter) -> None:
    palette, state = option.palette, option.state
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    focused = bool(
        state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
    )
    ground = palette.color(QPalette.ColorRole.Base)
    if state & QStyle.StateFlag.State_Sunken:
        ground = mixed(palette.color(QPalette.ColorRole.Text), ground, 0.2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = accent_tone(palette) if focused else tick_outline(palette, enabled=enabled)
    painter.setPen(QPen(colour, 2.0 if focused else 1.0))
    painter.setBrush(ground)
    # On the middle of pixels: a line between two of them is blurred over both.
    side = min(option.rect.width(), option.rect.height()) - 1
    left = option.rect.left() + (option.rect.width() - 1 - side) // 2
    top = option.rect.top() + (option.rect.height() - 1 - side) // 2
    box = QRectF(left + 0.5, top + 0.5, side, side)
    if focused:
        box.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 2.5, 2.5)
    mark = palette.color(QPalette.ColorRole.Text)
    if state & QStyle.StateFlag.State_NoChange:
        painter.fillRect(box.adjusted(side * 0.24, side * 0.43, -side * 0.24, -side * 0.43), mark)
    elif state & QStyle.StateFlag.State_On:
        painter.setPen(
            QPen(
                mark,
                max(1.6, side * 0.15),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        at = box.topLeft()
        places = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.30))
        painter.drawPolyline(QPolygonF([at + QPointF(side * x, side * y) for x, y in places]))
    painter.restore()


def _draw_field(option: QStyleOption, painter: QPainter) -> None:
    palette, state = option.palette, option.state
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    faint = mixed(text, palette.color(QPalette.ColorRole.Base), _FIELD_OUTLINE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent_tone(palette) if focused else faint, 2.0 if focused else 1.0))
    inset = 1.0 if focused else 0.5
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 2, 2)
    painter.restore()

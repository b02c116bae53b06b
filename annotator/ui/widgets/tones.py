"""Quiet tones between the text and the ground of a palette, so that light and dark follow by themselves."""

from PySide6.QtGui import QColor, QFont, QPalette

_GROUPS = QPalette.ColorGroup
_REACHED, _BELOW = QColor("#2f8f5b"), QColor("#c8741a")


def mixed(front: QColor, ground: QColor, share: float) -> QColor:
    """Return `front` laid over `ground` with the opacity `share` (0 to 1)."""
    rest = 1.0 - share
    return QColor(
        round(front.red() * share + ground.red() * rest),
        round(front.green() * share + ground.green() * rest),
        round(front.blue() * share + ground.blue() * rest),
    )


def text_tone(palette: QPalette) -> QColor:
    """Return the colour of text that is to be read."""
    return palette.color(QPalette.ColorRole.WindowText)


def muted_tone(palette: QPalette) -> QColor:
    """Return the colour of what stands beside the text: headings, places, counts."""
    return palette.color(QPalette.ColorRole.PlaceholderText)


def faint_tone(palette: QPalette) -> QColor:
    """Return the colour of hairlines and of the edges of keys."""
    return palette.color(QPalette.ColorRole.Mid)


def hover_tone(palette: QPalette) -> QColor:
    """Return the ground under the pointer."""
    return mixed(text_tone(palette), palette.color(QPalette.ColorRole.Window), 0.07)


def pressed_tone(palette: QPalette) -> QColor:
    """Return the ground while the button is held."""
    return mixed(text_tone(palette), palette.color(QPalette.ColorRole.Window), 0.13)


def chosen_tone(palette: QPalette, *, active: bool) -> QColor:
    """Return the ground of a chosen row; `active` where its list has the keyboard."""
    accent = palette.color(_GROUPS.Active, QPalette.ColorRole.Highlight)
    return mixed(accent, palette.color(QPalette.ColorRole.Base), 0.26 if active else 0.14)


def target_tone(palette: QPalette, *, reached: bool) -> QColor:
    """Return the ground of a number that reaches its target, or does not; never without a mark beside it."""
    return mixed(_REACHED if reached else _BELOW, palette.color(QPalette.ColorRole.Base), 0.24)


def accent_tone(palette: QPalette) -> QColor:
    """Return the accent of the palette."""
    return palette.color(_GROUPS.Active, QPalette.ColorRole.Highlight)


def small_font(font: QFont) -> QFont:
    """Return the font of what stands beside the text: one step smaller, in whole pixels or points."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(10, round(font.pixelSize() * 0.86)))
    else:
        small.setPointSizeF(max(7.0, font.pointSizeF() * 0.86))
    return small


def bold_font(font: QFont) -> QFont:
    """Return the font in bold."""
    bold = QFont(font)
    bold.setBold(True)
    return bold

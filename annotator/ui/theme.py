"""The looks of the window: the light and the dark theme, the colours of labels, and what they promise."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QPalette

TINT: Final = 0.20
"""How much of a label's colour lies under its text."""
INNER_TINT: Final = 0.13
"""The same for a span inside another; deeper ones have none, four compounded tints are grey."""
_LINEAR_BELOW: Final = 0.04045


class Pattern(StrEnum):
    """How the underline of a label is drawn; hues are reused from the fifth label on."""

    SINGLE = "single"
    DOUBLE = "double"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Look:
    """What a label looks like: its colour as #RRGGBB and the pattern of its underline."""

    colour: str
    pattern: Pattern


_PATTERNS: Final = (Pattern.SINGLE, Pattern.DOUBLE, Pattern.DOTTED)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window, each as #RRGGBB; the hues are those of `label-1` to `label-4`, in order."""

    name: str
    background: str
    text: str
    muted: str
    hues: tuple[str, str, str, str]
    chip_text: str
    selection: str
    selection_text: str
    window: str
    alternate: str
    button: str
    border: str
    disabled: str
    link: str
    danger: str
    warning: str
    good: str

    def look(self, role: str) -> Look:
        """Return the look of a colour role `label-1` to `label-9`; any other role is neutral."""
        number = role.removeprefix("label-")
        if number == role or not (number.isascii() and number.isdigit()) or not 1 <= int(number) <= 9:
            return Look(self.muted, Pattern.SINGLE)
        turn, hue = divmod(int(number) - 1, len(self.hues))
        return Look(self.hues[hue], _PATTERNS[turn])

    def tint(self, role: str) -> str:
        """Return the colour that lies under the text of a span, as seen on the background."""
        return mix(self.look(role).colour, self.background, TINT)

    def palette(self) -> QPalette:
        """Make the palette of the window, for the Fusion style."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Window, self.window),
            (roles.WindowText, self.text),
            (roles.Base, self.background),
            (roles.AlternateBase, self.alternate),
            (roles.Text, self.text),
            (roles.PlaceholderText, self.muted),
            (roles.Button, self.button),
            (roles.ButtonText, self.text),
            (roles.BrightText, self.danger),
            (roles.ToolTipBase, self.alternate),
            (roles.ToolTipText, self.text),
            (roles.Highlight, self.selection),
            (roles.HighlightedText, self.selection_text),
            (roles.Accent, self.selection),
            (roles.Link, self.link),
            (roles.LinkVisited, self.link),
            (roles.Light, mix(self.background, self.button, 0.5)),
            (roles.Midlight, self.button),
            (roles.Mid, self.border),
            (roles.Dark, mix("#000000", self.border, 0.25)),
            (roles.Shadow, mix("#000000", self.border, 0.6)),
        ):
            palette.setColor(role, QColor(colour))
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.disabled))
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(self.border))
        return palette


LIGHT: Final = Theme(
    name="light",
    background="#FFFFFF",
    text="#1A1A1A",
    muted="#555B66",
    hues=("#3559C7", "#0B5128", "#A06A00", "#6A2355"),
    chip_text="#FFFFFF",
    selection="#1F5FD0",
    selection_text="#FFFFFF",
    window="#F1F2F4",
    alternate="#F6F7F9",
    button="#ECEDF0",
    border="#C6CAD1",
    disabled="#8A8F98",
    link="#1F5FD0",
    danger="#C62828",
    warning="#8A5A00",
    good="#1B6E3C",
)

DARK: Final = Theme(
    name="dark",
    background="#1E1F22",
    text="#ECECEC",
    muted="#AEB2B9",
    hues=("#6887FF", "#A6E2B3", "#CA7D44", "#F9BBE6"),
    chip_text="#111111",
    selection="#9DB8E8",
    selection_text="#111111",
    window="#2A2C30",
    alternate="#25272B",
    button="#3A3D43",
    border="#50545C",
    disabled="#7C8088",
    link="#8FB0FF",
    danger="#FF8A80",
    warning="#E6B450",
    good="#8FD6A3",
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def mix(over: str, under: str, share: float) -> str:
    """Return the colour #RRGGBB seen where `over` lies on `under` with that share, 0 to 1."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(share * top + (1 - share) * bottom):02X}" for top, bottom in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours #RRGGBB, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def linear(channel: int) -> float:
    """Return the linear light, 0 to 1, of an sRGB channel 0 to 255."""
    share = channel / 255
    return share / 12.92 if share <= _LINEAR_BELOW else float(((share + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

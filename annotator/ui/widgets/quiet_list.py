"""A short list of lines for panels: keys are keys, not a search, and the chosen row keeps its colours."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.widgets.tones import chosen_tone, text_tone

_ROLE = QPalette.ColorRole


class SoftDelegate(QStyledItemDelegate):
    """Lays a tone under the chosen row on which words and swatches stay what they are."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the tone of chosen rows."""
        super().initStyleOption(option, index)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        option.palette.setColor(_ROLE.Highlight, chosen_tone(option.palette, active=active))
        option.palette.setColor(_ROLE.HighlightedText, text_tone(option.palette))


class QuietList(QListWidget):
    """Lines of plain text, perhaps with a swatch; no editing, no input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(SoftDelegate(self))

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are keys of the program, not a search."""


def steady(icon: QIcon, size: int) -> QIcon:
    """Return the icon so that a chosen row shows it in its own colours."""
    icon.addPixmap(icon.pixmap(size, size), QIcon.Mode.Selected)
    return icon

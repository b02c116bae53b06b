"""A combo box that the mouse wheel passes over: scrolling the form never changes a value."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget


class QuietCombo(QComboBox):
    """A combo box that may become narrow and leaves the wheel to what it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area around."""
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Cut the text with an ellipsis where it does not fit."""
        super().initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        width = room.width() - (0 if option.currentIcon.isNull() else option.iconSize.width() + 8) - 4
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, width
        )

    def choose_data(self, data: object) -> None:
        """Choose the entry that carries `data`, or none."""
        self.setCurrentIndex(self.findData(data))

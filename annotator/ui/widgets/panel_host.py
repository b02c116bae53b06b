"""A place above or below the article for one panel at a time: never modal, closed by Esc or its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class PanelHost(QFrame):
    """Shows one panel, or nothing and then takes no room."""

    opened = Signal()
    closed = Signal()

    def __init__(self, name: str = "panel-host", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._panel: QWidget | None = None
        # Where panels are opened now, and where the present one was.
        self._place = self._opened_at = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self.hide()

    @property
    def panel(self) -> QWidget | None:
        """The panel shown, or None."""
        return self._panel

    def open_panel(self, panel: QWidget) -> None:
        """Show a panel in place of what was shown; the host owns it until it is closed."""
        self._drop()
        self._panel = panel
        self._opened_at = self._place
        self._layout.addWidget(panel)
        self.show()
        self.opened.emit()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_place(self, place: str) -> None:
        """Go to another place; a panel is seen where it was opened, and kept meanwhile."""
        self._place = place
        self.setVisible(self._panel is not None and self._opened_at == place)

    def close_panel(self) -> bool:
        """Close the panel; False where none can be seen."""
        if self._panel is None or self._opened_at != self._place:
            return False
        self._drop()
        self.hide()
        self.closed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.close_panel():
            event.accept()
            return
        super().keyPressEvent(event)

    def _drop(self) -> None:
        if self._panel is not None:
            self._layout.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

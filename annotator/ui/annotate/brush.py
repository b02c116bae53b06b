"""The brush: a label in hand, for the next drags, until it is laid down."""

from PySide6.QtCore import QObject, Qt, Signal

from annotator.core.labels import Label
from annotator.ui.pane.view import ArticlePane


class Brush(QObject):
    """Armed with a label or not; the mouse over the article shows it."""

    changed = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._label: Label | None = None

    @property
    def label(self) -> Label | None:
        """The label in hand, or None."""
        return self._label

    def arm(self, label: Label) -> None:
        """Take a label in hand."""
        self._label = label
        self._pane.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.changed.emit()

    def lay_down(self) -> None:
        """Label nothing more."""
        if self._label is not None:
            self._label = None
            self._pane.viewport().setCursor(Qt.CursorShape.IBeamCursor)
            self.changed.emit()

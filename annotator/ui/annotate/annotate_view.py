"""Annotating as one of the window's views: all keys and conditions are those of the article."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.core.history import History
from annotator.ui.pane.view import ArticlePane
from annotator.ui.views import Seen


class AnnotateView:
    """What `annotator.ui.views.View` asks for, of the article; its rooms redraw themselves."""

    def __init__(
        self,
        areas: QSplitter,
        page: QWidget,
        column: QVBoxLayout,
        pane: ArticlePane,
        seen: Callable[[], Seen],
    ) -> None:
        self._areas = areas
        self._page = page
        self._column = column
        self._pane = pane
        self._seen = seen

    @property
    def page(self) -> QWidget:
        """What is shown of it."""
        return self._page

    @property
    def column(self) -> QVBoxLayout:
        """The column on whose top notices and panels stand."""
        return self._column

    @property
    def areas(self) -> QSplitter:
        """The list, the article and the form."""
        return self._areas

    def enter(self) -> None:
        """Take the keyboard."""
        self.take_focus()

    def leave(self) -> None:
        """Do nothing: what was done is saved."""

    def take_focus(self) -> None:
        """Give the keyboard to the article."""
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def conditions(self) -> Mapping[str, bool]:
        """Return nothing that is other than in the article."""
        return {}

    def history(self) -> History | None:
        """Return None: undo acts on the document shown."""
        return None

    def seen(self) -> Seen:
        """Return the document shown, and its place in the list."""
        return self._seen()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return nothing that is other than in the article."""
        return {}

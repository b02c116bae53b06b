"""The overview as one of the window's views: its keys, its conditions, and that undo does nothing there."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from annotator.core.history import History
from annotator.ui.overview.page import OverviewPage
from annotator.ui.theme import Theme
from annotator.ui.views import Seen

if TYPE_CHECKING:
    from annotator.ui.overview.desk import OverviewDesk

# What marks, walks and finishes does nothing here.
_OFF: Final = (
    "has_document", "has_text", "editable", "has_current", "has_mark", "has_spans", "can_label", "can_second",
    "has_source", "editable_source", "can_step", "can_shift", "can_finish",
)  # fmt: skip


class OverviewView(QObject):
    """What `annotator.ui.views.View` asks for, of the overview."""

    def __init__(self, desk: "OverviewDesk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def page(self) -> OverviewPage:
        """What is shown of it."""
        return self._desk.page

    @property
    def column(self) -> QVBoxLayout:
        """The column on whose top notices and panels stand."""
        return self.page.column

    @property
    def areas(self) -> QSplitter | None:
        """Nothing can be folded here."""
        return None

    def enter(self) -> None:
        """Bring it up to the project, and take the keyboard."""
        self._desk.looking.watch(watched=True)
        self.take_focus()

    def leave(self) -> None:
        """Look no more at each change."""
        self._desk.looking.watch(watched=False)

    def take_focus(self) -> None:
        """Give the keyboard to what is open."""
        self.page.take_focus()

    def conditions(self) -> Mapping[str, bool]:
        """Return what is other here than in the article."""
        return {**dict.fromkeys(_OFF, False), "can_undo": False, "can_redo": False, "has_areas": False,
                "in_overview": True}  # fmt: skip

    def history(self) -> History | None:
        """Return a history with nothing in it: steps over the project are undone from the list of steps."""
        return History()

    def seen(self) -> Seen:
        """Return that no document is shown."""
        return Seen()

    def set_theme(self, _theme: Theme) -> None:
        """Do nothing: the palette says all colours."""

    def set_text_size(self, _pixels: int) -> None:
        """Do nothing: the font of the window says it."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what actions do that mean something else here than elsewhere."""
        return {
            "overview.freeze": self._desk.name_round,
            "overview.tables": self._desk.save_tables,
            "overview.report": self._desk.save_report,
            "view.next-area": self._to_area,
            "view.previous-area": self._to_area,
            "mark.escape": self.page.close_places,
        }

    def _to_area(self) -> None:
        page = self.page
        if page.places.isVisible() and not page.places.list.hasFocus():
            page.places.setFocus()
        else:
            page.open_tab(page.tab)

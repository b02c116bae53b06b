"""The views over one project: which is shown, what its keys mean there, and what stands above it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.history import History
from annotator.ui.calls import Call

Handler = Callable[[], object]

ANNOTATE: Final = "annotate"
REVIEW: Final = "review"
OVERVIEW: Final = "overview"


# What these do is seen beside the article only, or walks through documents in it: they go there first.
_OF_THE_ARTICLE: Final = (
    "edit.search",
    "view.spans",
    "view.jump",
    "view.project-records",
    "view.project-relations",
    "document.preflight-project",
    "document.consistency",
    "labels.walk",
    "labels.before",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The document that a view shows: its title, and which of how many it is; 0 is none."""

    title: str = ""
    place: int = 0
    total: int = 0


class View(Protocol):
    """One view: its page, where in it notices and panels go, and what it answers for."""

    @property
    def page(self) -> QWidget:
        """What is shown of it."""

    @property
    def column(self) -> QVBoxLayout:
        """The column on whose top notices and panels stand."""

    @property
    def areas(self) -> QSplitter | None:
        """What the list, the article and the form stand in here; None where nothing can be folded."""

    def enter(self) -> None:
        """Bring it up to the project and take the keyboard; called each time it is shown."""

    def leave(self) -> None:
        """Let go of what is under way; called each time another view is shown."""

    def take_focus(self) -> None:
        """Take the keyboard, after a panel was closed."""

    def conditions(self) -> Mapping[str, bool]:
        """Return the conditions of the table of actions that are other here than in the article."""

    def history(self) -> History | None:
        """Return what undo and redo act on here; None where it is the document shown."""

    def seen(self) -> Seen:
        """Return which document is shown here."""

    def handlers(self) -> Mapping[str, Handler]:
        """Return what actions do that mean something else here than elsewhere."""


class Views(QStackedWidget):
    """A stack of views; the first one added is shown first. What stands above moves to the view that is shown."""

    view_changed = Signal(str)

    def __init__(self, above: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views")
        self._above = above
        self._views: dict[str, View] = {}
        self._name = ""

    @property
    def name(self) -> str:
        """The name of the view that is shown."""
        return self._name

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._views[self._name]

    def add(self, name: str, view: View) -> None:
        """Take in a view."""
        self._views[name] = view
        self.addWidget(view.page)
        if not self._name:
            self._put(name)

    def show_view(self, name: str) -> None:
        """Show a view, with the keyboard in it."""
        if name != self._name:
            self.view.leave()
            self._put(name)
            self.view_changed.emit(name)
        self.view.enter()

    def _put(self, name: str) -> None:
        self._name = name
        self.view.column.insertWidget(0, self._above)
        self.setCurrentWidget(self.view.page)

    def switches(self) -> dict[str, Handler]:
        """Return the handlers that show each view, by the ids of their actions."""
        return {f"view.{name}": Call(self.show_view, name) for name in self._views}

    def routed(self, handlers: Mapping[str, Handler]) -> dict[str, Handler]:
        """Return handlers that ask the view shown first; what it does not answer for is done as `handlers` say."""
        here: dict[str, dict[str, Handler]] = {}
        for name, view in self._views.items():
            for action_id, handler in view.handlers().items():
                here.setdefault(action_id, {})[name] = handler
        routes = {action_id: _Route(self, own, handlers.get(action_id)) for action_id, own in here.items()}
        there = {one: _There(self, handlers[one]) for one in _OF_THE_ARTICLE if one in handlers}
        return {**handlers, **there, **routes}


class _Route:
    """What one action does in each view."""

    def __init__(self, views: Views, here: Mapping[str, Handler], elsewhere: Handler | None) -> None:
        self._views = views
        self._here = here
        self._elsewhere = elsewhere

    def __call__(self, *_checked: object) -> None:
        handler = self._here.get(self._views.name, self._elsewhere)
        if handler is not None:
            handler()


class _There:
    """Does something beside the article, which is shown first."""

    def __init__(self, views: Views, handler: Handler) -> None:
        self._views = views
        self._handler = handler

    def __call__(self, *_checked: object) -> None:
        if self._views.name != ANNOTATE:
            self._views.show_view(ANNOTATE)
        self._handler()

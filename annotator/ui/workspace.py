"""One open project in the window: the list, the article and the form, with what carries out their wishes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.app.project.library import Library
from annotator.app.session import Session
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.ui.action_set import ActionSet
from annotator.ui.actions import Scope
from annotator.ui.annotate.annotate_view import AnnotateView
from annotator.ui.annotate.announcing import Announcing
from annotator.ui.annotate.brush import Brush
from annotator.ui.annotate.chips_row import Chips, ChipsRow
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.edges import Edges
from annotator.ui.annotate.find_bar import FindBar, Finding
from annotator.ui.annotate.marking import Marking, Rooms
from annotator.ui.annotate.moving import Moving
from annotator.ui.annotate.proposal import Proposal
from annotator.ui.annotate.selecting import Selecting
from annotator.ui.annotate.strip import ExtractionStrip
from annotator.ui.annotate.suggesting import Suggesting
from annotator.ui.annotate.time_keeper import TimeKeeper
from annotator.ui.annotate.undoing import Undoing
from annotator.ui.annotate.walking import Walking
from annotator.ui.bridge import Bridge
from annotator.ui.form.panel import FormPanel
from annotator.ui.labels import rooms as labels_rooms
from annotator.ui.labels.desk import LabelsDesk
from annotator.ui.labels.errands import Errands
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.outdated_undo import OutdatedUndo
from annotator.ui.pane.handles import Handles
from annotator.ui.pane.view import ArticlePane
from annotator.ui.review.view import ReviewView
from annotator.ui.shelf import Shelf
from annotator.ui.texts.strip import LostStrip
from annotator.ui.theme import Theme
from annotator.ui.views import ANNOTATE, REVIEW, Seen, Views
from annotator.ui.widgets.notice_bar import NoticeBar
from annotator.ui.widgets.panel_host import PanelHost
from annotator.ui.widgets.progress_strip import ProgressStrip

_CENTRE = 1
_ABOVE, _BELOW = 3, 2


class Workspace(QWidget):
    """Assembles the rooms for one session; made anew for the next project."""

    import_wished = Signal()
    areas_changed = Signal()
    closing = Signal()

    def __init__(self, session: Session, actions: ActionSet, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.bridge = Bridge(session, self)
        self.library_panel = LibraryPanel(theme)
        self.pane = ArticlePane()
        self.form = FormPanel(theme)
        self.notices = NoticeBar()
        self.progress = ProgressStrip()
        self.panels = PanelHost()
        self.below = PanelHost("panel-below")
        self.views = Views(_stacked(self.notices, self.progress, self.panels))
        self.strip = ExtractionStrip()
        self.lost_strip = LostStrip()
        self.desk = Desk(self.bridge, self.pane, self.form)
        self.undoing = Undoing(self.bridge, self.desk)
        self.walking = Walking(self.desk, self.pane, self.form)
        self.selecting = Selecting(self.desk, self.pane)
        self.moving = Moving(self.desk, self.pane)
        self.brush = Brush(self.pane)
        self.suggesting = Suggesting(self.bridge, self.desk, self.pane, self.form)
        self.announcing = Announcing(self.desk, self.pane, self.suggesting)
        rooms = Rooms(self.desk, self.walking, self.selecting, self.brush, self.suggesting)
        self.marking = Marking(self.bridge, rooms, self.pane, self.form)
        self.chips_row = ChipsRow(self.pane, theme)
        self.chips = Chips(self.desk, self.marking, self.selecting, self.chips_row, self.pane)
        self.edges = Edges(self.bridge, self.desk, self.suggesting, Handles(self.pane))
        self.time_keeper = TimeKeeper(self.bridge, self.desk, self)
        self.find_bar = FindBar()
        self.finding = Finding(self.desk, self.pane, self.find_bar, self.desk.document_shown)
        self.proposal = Proposal(self.bridge, self.desk, self.strip)
        self.shelf = Shelf(self.bridge, self.desk, self.library_panel, Library(session))
        self.errands = Errands(self)
        around = (self.bridge, self.desk, self.walking, self.panels, self.notices, self.errands)
        self.labels_desk = LabelsDesk(labels_rooms.Rooms(*around), theme)
        self.splitter = self._arrange()
        self.review = ReviewView(self.bridge, self.panels, actions, theme, self)
        self.views.add(REVIEW, self.review)
        self._wire(actions)
        self.pane.setObjectName("article")
        self.retranslate()

    def _arrange(self) -> QSplitter:
        centre = QWidget()
        column = _column(centre)
        for part in (self.strip, self.lost_strip, self.find_bar):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("areas")
        for index, widget in enumerate((self.library_panel, centre, self.form)):
            splitter.addWidget(widget)
            splitter.setCollapsible(index, index != _CENTRE)
            splitter.setStretchFactor(index, int(index == _CENTRE))
        page = QWidget()
        _column(page).addWidget(splitter)
        self.views.add(ANNOTATE, AnnotateView(splitter, page, column, self.pane, self._seen))
        layout = _column(self)
        # Tables that are wider than the article; what is shown stays in sight above them.
        layout.addWidget(self.views, _ABOVE)
        layout.addWidget(self.below, _BELOW)
        return splitter

    def _wire(self, actions: ActionSet) -> None:
        # Those who take files out of what is to be imported, because they hold no documents, and give the rest.
        self.takers: list[Callable[[Sequence[Path]], list[Path]]] = []
        actions.add_to([self.pane], Scope.FLOW, Scope.PANE)
        actions.add_to([*self.form.flow_widgets(), *self.library_panel.flow_widgets()], Scope.FLOW)
        for watched in (self.pane, self.pane.viewport(), *self.form.flow_widgets(), self.form):
            self.time_keeper.watch(watched)
        self.form.set_editable(editable=not self.session.project.read_only)
        self.marking.focus_wished.connect(self.focus_article)
        self.library_panel.import_wished.connect(self.import_wished)
        OutdatedUndo(self.bridge, self.notices)
        self.review.rules.told.connect(self.notices.show_notice)
        self.notices.left.connect(self.take_focus)
        self.below.set_place(ANNOTATE)
        self.views.view_changed.connect(self.below.set_place)
        # One thing unfolded above the article at a time, so that it stays in sight.
        self.panels.set_place(ANNOTATE)
        self.views.view_changed.connect(self.panels.set_place)
        self.panels.opened.connect(self.strip.close_lines)
        for host in (self.panels, self.below):
            host.closed.connect(self.take_focus)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do on this project."""
        marking = self.marking
        return {
            "edit.undo": self.undoing.undo,
            "edit.redo": self.undoing.redo,
            "edit.copy": self.pane.copy,
            **self.finding.handlers(),
            "edit.search": self.library_panel.focus_search,
            **marking.digit_handlers(),
            **self.labels_desk.handlers(),
            **self.moving.handlers(),
            **self.edges.handlers(),
            **self.suggesting.handlers(),
            "mark.grow": self.selecting.grow,
            "mark.shrink": self.selecting.shrink,
            "mark.josa": marking.switch_josa,
            "mark.remove": marking.remove_current,
            "mark.next": self.walking.walk_on,
            "mark.previous": self.walking.walk_back,
            "mark.value": marking.edit_value,
            "mark.note": marking.edit_note,
            "mark.unsure": marking.toggle_unsure,
            "mark.enter": self._enter,
            "mark.escape": self._escape,
            "document.next": self.shelf.open_next,
            "document.previous": self.shelf.open_previous,
            "document.skip": self._skip,
            "document.flag": marking.toggle_flag,
            "document.lines": self.proposal.open_lines,
            "view.next-area": self._next_area,
            "view.previous-area": self._previous_area,
        }

    # What needs more than one room.

    def _enter(self) -> None:
        if self._list_has_focus():
            self.focus_article()
        else:
            self.marking.enter()

    def _list_has_focus(self) -> bool:
        return any(widget.hasFocus() for widget in self.library_panel.flow_widgets())

    def _escape(self) -> None:
        if not (self.panels.close_panel() or self.strip.close_lines() or self.finding.leave()):
            self.marking.escape()
        self.focus_article()

    def diverted(self, paths: Sequence[Path]) -> list[Path]:
        """Hand files to what takes them instead of the import; return those that are to be imported."""
        rest = list(paths)
        for taker in self.takers:
            rest = taker(rest)
        return rest

    def _skip(self) -> None:
        status = Status.IN_PROGRESS if self.desk.status is Status.SKIPPED else Status.SKIPPED
        if self.marking.set_status(status) and status is Status.SKIPPED:
            self.shelf.open_next()

    @Slot()
    def focus_article(self) -> None:
        """Give the keyboard to the article; where it is not seen, to the view that is."""
        if self.views.name == ANNOTATE:
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _next_area(self) -> None:
        self._to_area(1)

    def _previous_area(self) -> None:
        self._to_area(-1)

    def _to_area(self, by: int) -> None:
        # A notice is an area while there is something to choose in it.
        areas = [self.library_panel, self.pane, self.form, *([self.notices] if self.notices.offers else [])]
        open_ = [area for area in areas if area.isVisible() and area.width() > 0]
        here = next((i for i, area in enumerate(open_) if _holds_focus(area)), open_.index(self.pane))
        target = open_[(here + by) % len(open_)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _seen(self) -> Seen:
        """Return which document the article shows."""
        document, (place, total) = self.desk.document, self.shelf.place
        return Seen("" if document is None else document.title, place, total)

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to the view that is shown."""
        self.views.view.take_focus()

    # The whole.

    def retranslate(self) -> None:
        """Say the article's name anew; the parts follow by themselves."""
        self.pane.setAccessibleName(self.tr("Article"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in another theme."""
        self.pane.set_theme(theme)
        self.form.set_theme(theme)
        self.library_panel.set_theme(theme)
        self.labels_desk.set_theme(theme)
        self.review.set_theme(theme)

    def set_text_size(self, pixels: int) -> None:
        """Show the texts in another size."""
        self.pane.set_text_size(pixels)
        self.review.set_text_size(pixels)

    def start(self) -> None:
        """Show the document that was shown last, else the first, with the keyboard in the article."""
        self.shelf.open_last()
        self.focus_article()

    def shut(self) -> None:
        """Remember the view and close the project; what cannot be tidied is told, nothing is lost."""
        self.closing.emit()
        self.labels_desk.stop()
        self.review.stop()
        self.shelf.stop()
        self.suggesting.stop()
        self.time_keeper.write()
        self.desk.leave()
        self.bridge.close()
        try:
            self.session.project.close()
        except UserError as error:
            self.bridge.failed.emit(error.message)


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    holder.setObjectName("above")
    column = _column(holder)
    for part in parts:
        column.addWidget(part)
    return holder


def _holds_focus(area: QWidget) -> bool:
    focus: QWidget | None = area.window().focusWidget()  # the stubs forget that there may be none
    return focus is not None and (focus is area or area.isAncestorOf(focus))

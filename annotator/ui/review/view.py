"""The review as one of the window's views: its keys, its conditions, and what it answers undo and done with."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.app.review.review_queue import title_of, to_review
from annotator.app.review.reviewing import blind_orders, is_blind
from annotator.core.commands.review import Blind, Reveal
from annotator.core.history import History
from annotator.ui.action_set import ActionSet
from annotator.ui.actions import Scope
from annotator.ui.bridge import Bridge
from annotator.ui.calls import Call
from annotator.ui.review.deciding import Deciding
from annotator.ui.review.desk import ReviewDesk
from annotator.ui.review.finishing import Finishing
from annotator.ui.review.own_spans import OwnSpans
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.reading import Reading
from annotator.ui.review.rules_desk import RulesDesk
from annotator.ui.theme import Theme
from annotator.ui.views import Seen
from annotator.ui.widgets.panel_host import PanelHost

Handler = Callable[[], object]

# What marks in the article does nothing here; while the reviewer edits, the ends of their spans move.
_OFF: Final = (
    "has_document",
    "editable",
    "has_mark",
    "has_spans",
    "can_label",
    "has_source",
    "editable_source",
)


class ReviewView(QObject):
    """What `annotator.ui.views.View` asks for, of the review."""

    def __init__(
        self, bridge: Bridge, host: PanelHost, actions: ActionSet, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._host = host
        self._actions = actions
        self._page = ReviewPage(theme)
        self.desk = ReviewDesk(bridge, self._page, self)
        self.deciding = Deciding(self.desk, self._page)
        self._finishing = Finishing(self.desk)
        self.rules = RulesDesk(bridge, self.desk.queue, self.desk.steps, host)
        self.rules.first_decision.connect(self.deciding.tell_first_decision)
        self.rules.deciding_changed.connect(self._follow_rules)
        self.reading = Reading(self.desk, self._page)
        self._own_spans = OwnSpans(self.desk, self._page.pane, self.reading.selecting)
        actions.add_to([self._page.pane, *self._page.queue.flow_widgets()], Scope.REVIEW)
        actions.add_to([self._page.pane], Scope.PANE)
        for action_id in OwnSpans.keys:
            self._page.pane.addAction(actions[action_id])
        for field in (*self._page.card.flow_widgets(), *self._page.queue.combos.values()):
            field.addAction(actions["review.escape"])
        self.desk.state_changed.connect(self._show_checks)
        self._page.card.note.returnPressed.connect(self.take_focus)
        self.state_changed = self.desk.state_changed

    @property
    def page(self) -> ReviewPage:
        """What is shown of it."""
        return self._page

    @property
    def column(self) -> QVBoxLayout:
        """The column on whose top notices and panels stand."""
        return self._page.column

    @property
    def areas(self) -> QSplitter:
        """The queue, the article and the card."""
        return self._page.splitter

    def enter(self) -> None:
        """Bring it up to the project, and take the keyboard."""
        self.desk.enter()
        self.take_focus()

    def leave(self) -> None:
        """Let what is being edited go."""
        self.desk.leave()

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to the article."""
        self._page.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def conditions(self) -> Mapping[str, bool]:
        """Return what is other here than in the article."""
        review, editing = self.desk.review, self.desk.editing is not None
        history = self.desk.history
        writable = not self._bridge.session.project.read_only and not self.desk.held
        return {
            **dict.fromkeys(_OFF, False),
            "has_current": False,
            "has_mark": editing,
            "has_spans": editing,
            "can_second": editing,
            "has_text": review is not None,
            "can_shift": review is not None,
            "can_step": review is not None,
            "can_finish": writable and review is not None,
            "in_review": True,
            "can_decide": self.desk.can_decide,
            "can_reveal": writable and review is not None and review.blind,
            "can_undo": writable and history.to_undo is not None,
            "can_redo": writable and history.to_redo is not None,
        }

    def history(self) -> History | None:
        """Return what undo and redo act on here."""
        return self.desk.history

    def seen(self) -> Seen:
        """Return the document that is reviewed, and its place among those to review."""
        ids, document_id = self.desk.queue.document_ids, self.desk.document_id
        session = self._bridge.session
        # It may have been erased while another view was shown.
        if document_id is None or not session.project.reading.in_use(document_id):
            return Seen()
        place = ids.index(document_id) + 1 if document_id in ids else 0
        return Seen(title_of(session, document_id), place, len(ids))

    def set_theme(self, theme: Theme) -> None:
        """Redraw in another theme."""
        self._page.set_theme(theme)

    def set_text_size(self, pixels: int) -> None:
        """Show the text in another size."""
        self._page.pane.set_text_size(pixels)

    def retranslate(self) -> None:
        """Say anew what the parts do not say anew by themselves."""
        self.desk.queue.retranslate()
        self.desk.retranslate()

    def stop(self) -> None:
        """End workers before the project is closed."""
        self.rules.stop()
        self.desk.stop()

    # What the actions do here.

    def handlers(self) -> Mapping[str, Handler]:
        """Return what actions do that mean something else here than elsewhere."""
        return {
            **{f"review.adopt-{digit}": Call(self._digit, digit) for digit in range(1, 10)},
            "review.nothing": self.deciding.nothing_here,
            "review.all": self.deciding.keep_all,
            "review.edit": self.deciding.begin_editing,
            "review.enter": self._enter,
            "review.later": Call(self._go, 1),
            "review.reopen": self._reopen,
            "review.details": self._details,
            "review.escape": self._escape,
            "review.next": Call(self._go, 1),
            "review.previous": Call(self._go, -1),
            "review.rules": self._open_rules,
            "review.done": self._finishing.switch,
            "review.blind": self.switch_blind,
            "review.reveal": self._reveal,
            "document.done": self._finishing.switch,
            "document.next": Call(self._to_document, 1),
            "document.previous": Call(self._to_document, -1),
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            **self._own_spans.handlers(),
            **self.reading.handlers(),
            "mark.escape": self._escape,
            "view.next-area": Call(self._to_area, 1),
            "view.previous-area": Call(self._to_area, -1),
        }

    def _digit(self, digit: int) -> None:
        if self.desk.editing is None:
            self.deciding.adopt(digit - 1)
        else:
            self._own_spans.label(str(digit))

    def _enter(self) -> None:
        if self.desk.editing is not None:
            self.deciding.end_editing()
        else:
            self.deciding.reaffirm()

    def _reopen(self) -> None:
        if self.desk.editing is None:
            self.deciding.reopen()
        else:
            self._own_spans.remove()

    def _details(self) -> None:
        if self.desk.editing is None:
            self._page.card.reason.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._own_spans.walk(1)

    def _escape(self) -> None:
        if not (self._host.close_panel() or self.reading.leave()):
            self.desk.cancel_editing()
        self.take_focus()

    def _go(self, by: int) -> None:
        if self.desk.editing is None:
            self.desk.go(by)

    @Slot()
    def _follow_rules(self) -> None:
        self.desk.held = self.rules.deciding
        if self.desk.review is not None:
            self.desk.redraw(keep_details=True)

    def _open_rules(self) -> None:
        self.rules.open(self.desk.review)

    def switch_blind(self) -> None:
        """Hide the annotators' names, or show them again."""
        session = self._bridge.session
        on = not is_blind(session)
        orders = blind_orders(session, to_review(session)) if on else {}
        self.desk.steps.do(Blind(on, orders))
        self._show_checks()

    def _reveal(self) -> None:
        if self.desk.document_id is not None:
            self.desk.steps.do(Reveal(self.desk.document_id))

    def _to_document(self, by: int) -> None:
        ids, here = self.desk.queue.document_ids, self.desk.document_id
        at = ids.index(here) + by if here in ids else 0
        if 0 <= at < len(ids):
            self.desk.show_item(ids[at], 0)

    def _undo(self) -> None:
        self.desk.cancel_editing()
        changes = self.desk.steps.undo(self.desk.document_id)
        if changes is not None:
            self.desk.show_changed(changes)

    def _redo(self) -> None:
        changes = self.desk.steps.redo(self.desk.document_id)
        if changes is not None:
            self.desk.show_changed(changes)

    def _to_area(self, by: int) -> None:
        areas = self._page.areas()
        focus: QWidget | None = self._page.window().focusWidget()  # the stubs forget that there may be none
        here = next(
            (at for at, (whole, _) in enumerate(areas) if focus is not None and _holds(whole, focus)),
            next((at for at, (_, entry) in enumerate(areas) if entry is self._page.pane), 0),
        )
        areas[(here + by) % len(areas)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_checks(self) -> None:
        self._actions["review.blind"].setChecked(is_blind(self._bridge.session))


def _holds(whole: QWidget, focus: QWidget) -> bool:
    return focus is whole or whole.isAncestorOf(focus)

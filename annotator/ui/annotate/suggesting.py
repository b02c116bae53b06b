"""Suggestions for the document shown: worked out beside the work, walked along, accepted and refused."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.lexicon.names import called
from annotator.app.suggestions.suggesting import Worked, open_suggestions
from annotator.core.commands.suggestions import AcceptSuggestions, RefuseSuggestions
from annotator.core.suggestion import NOTHING_ASKED, Least, Suggestion
from annotator.core.values import Norm
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.marks import suggested_span
from annotator.ui.annotate.suggester_work import SuggesterWork
from annotator.ui.bridge import Bridge
from annotator.ui.form.panel import FormPanel
from annotator.ui.pane.view import ArticlePane

if TYPE_CHECKING:
    from annotator.ui.suggestions.scopes import Scopes


class Suggesting(QObject):
    """Keeps what is open on the document shown: what files brought, and what the suggesters work out beside."""

    alike_wished = Signal(object)  # Scopes: what can be accepted together, after a look
    open_changed = Signal()  # other suggestions are open than before
    none_open = Signal(bool)  # there is nothing to go to; True: the suggesters have not looked yet
    more_left = Signal(
        int
    )  # so many come after the one gone to, as others are decided; 0 where it is not the last

    def __init__(self, bridge: Bridge, desk: Desk, pane: ArticlePane, form: FormPanel) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._session = bridge.session
        self._desk = desk
        self._pane = pane
        self._form = form
        self._work = SuggesterWork(bridge, desk)
        self._least: Least = NOTHING_ASKED
        self._open: tuple[Suggestion, ...] = ()
        self._worked: Worked | None = None
        # The id in the pane of each suggestion of the document: it keeps it while others come and go.
        self._ids: dict[tuple[int, int, int], int] = {}
        self._ids_of: tuple[int, int] | None = None
        self._work.came.connect(self._refresh)
        desk.document_shown.connect(self._document_shown)
        desk.state_changed.connect(self._tell_form)
        card = form.suggestion
        card.accept_wished.connect(self.accept)
        card.value_wished.connect(self._accept_value)
        card.refuse_wished.connect(self.refuse)
        card.alike_wished.connect(self.accept_alike)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "mark.next-suggestion": self.walk_on,
            "mark.previous-suggestion": self.walk_back,
            "mark.accept-alike": self.accept_alike,
        }

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """What is still to be decided, in reading order."""
        return self._open

    @property
    def current(self) -> Suggestion | None:
        """The current suggestion, or None."""
        id_ = self._desk.suggested_id
        if id_ is None:
            return None
        return next((made for made in self._open if self._ids.get(_key(made)) == id_), None)

    @property
    def least(self) -> Least:
        """The score that is asked of suggestions that files brought, by their model."""
        return self._least

    def set_least(self, least: Least) -> None:
        """Ask these scores of suggestions that files brought; what has less is not shown."""
        if least != self._least:
            self._least = least
            self._refresh()

    def set_off(self, suggesters: frozenset[str]) -> None:
        """Switch suggesters off, all others on."""
        if self._work.set_off(suggesters):
            self._refresh()

    def ask_again(self) -> None:
        """Let the suggesters work again on the text shown: what they go by has changed."""
        self._work.look_again()
        self._refresh()

    def stop(self) -> None:
        """End the suggesters' work, before the project is shut."""
        self._work.stop()

    # What is open.

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show what is open now, and let the suggesters work where they have not seen this text."""
        document_id, version = self._desk.document_id, self._desk.version
        if document_id is None or version is None:
            self._worked = None
            self._show(())
            return
        self._forget_ids((document_id, version.id))
        self._worked = worked = self._work.worked(document_id, version.id)
        self._show(tuple(open_suggestions(self._session, document_id, worked.suggestions, self._least)))
        if worked.has_run_low(self._open):
            self._work.look_for_more()

    def _show(self, suggestions: tuple[Suggestion, ...]) -> None:
        if suggestions == self._open and not suggestions:
            return
        changed, self._open = suggestions != self._open, suggestions
        labels = self._session.labels
        self._desk.show_suggested([suggested_span(self._id_of(made), made, labels) for made in suggestions])
        if changed:
            self.open_changed.emit()

    def _id_of(self, made: Suggestion) -> int:
        """Return the id of a suggestion in the pane, below 0."""
        return self._ids.setdefault(_key(made), -len(self._ids) - 1)

    def _forget_ids(self, document: tuple[int, int]) -> None:
        if document != self._ids_of:
            self._ids_of = document
            self._ids = {}

    # What a person does.

    def walk_on(self) -> None:
        """Go to the next suggestion from the caret on, going round."""
        self._walk(1)

    def walk_back(self) -> None:
        """Go to the suggestion before the caret, going round."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        if not self._open:
            self._refresh()  # where a look for what was left out has failed, it is tried once more
            self.none_open.emit(self._work.is_to_come())
            return
        here = self.current
        if here is not None:
            at = (self._open.index(here) + by) % len(self._open)
        else:
            caret = self._pane.caret()
            later = [number for number, made in enumerate(self._open) if made.start >= caret]
            earlier = [number for number, made in enumerate(self._open) if made.end <= caret]
            at = (later[0] if later else 0) if by > 0 else (earlier[-1] if earlier else len(self._open) - 1)
        self._go(at)

    def go_to_place(self, place: tuple[int, int]) -> bool:
        """Make the suggestion on this very range current; False where none is open there."""
        at = next((number for number, made in enumerate(self._open) if made.place == place), None)
        if at is None:
            return False
        self._go(at)
        return True

    def _go(self, at: int) -> None:
        made = self._open[at]
        self._desk.place_caret(made.end)
        self._desk.set_current(self._id_of(made))
        self._pane.ensure_visible(made.start, made.end)
        self._tell_left(at)

    def _tell_left(self, at: int) -> None:
        """Say at the last one before what was left out that there is more, and take it back elsewhere."""
        worked = self._worked
        if worked is not None and worked.left_out:
            shown = sum(made.start < worked.left_from for made in self._open)
            self.more_left.emit(worked.left_out if at + 1 == shown else 0)

    @Slot()
    def accept(self) -> None:
        """Accept the current suggestion and go to the next."""
        self.accept_as(0)

    def accept_as(self, label_id: int) -> None:
        """Accept the current suggestion with a label (0: its own) and go to the next."""
        made, document_id = self.current, self._desk.document_id
        if made is not None and document_id is not None:
            self._decided(made, AcceptSuggestions(document_id, (made,), label_id))

    def accept_at(self, place: tuple[int, int], burst: str) -> None:
        """Accept the current suggestion on another range; its span is current then, for more moves in this burst."""
        made, document_id = self.current, self._desk.document_id
        if made is not None and document_id is not None:
            self._bridge.do(AcceptSuggestions(document_id, (made,), place=place, burst=burst))

    @Slot(object)
    def _accept_value(self, norm: Norm) -> None:
        made, document_id = self.current, self._desk.document_id
        if made is not None and document_id is not None:
            self._decided(made, AcceptSuggestions(document_id, (made,), 0, norm))

    @Slot()
    def refuse(self) -> None:
        """Refuse the current suggestion for good and go to the next."""
        made, document_id = self.current, self._desk.document_id
        if made is not None and document_id is not None:
            self._decided(made, RefuseSuggestions(document_id, (made,)))

    def _decided(self, made: Suggestion, command: AcceptSuggestions | RefuseSuggestions) -> None:
        if self._bridge.do(command) is None:
            return
        later = [number for number, other in enumerate(self._open) if other.start >= made.start]
        if later:
            self._go(later[0])
        else:
            self._desk.place_caret(made.end)

    @Slot()
    def accept_alike(self) -> None:
        """Ask about the suggestions of the current one's rule and label together, of its rank, or about all."""
        made = self.current
        scopes: Scopes = {"all": self._open}
        if made is not None:
            same_rank = tuple(other for other in self._open if other.rank == made.rank)
            scopes = {"kind": self._alike(made), "rank": same_rank, "all": self._open}
        if self._open:
            self.alike_wished.emit(scopes)

    def _alike(self, made: Suggestion) -> tuple[Suggestion, ...]:
        return tuple(
            other
            for other in self._open
            if (other.label_id, other.model, _kind(other)) == (made.label_id, made.model, _kind(made))
        )

    @Slot()
    def _tell_form(self) -> None:
        made = self.current
        count = len(self._alike(made)) if made is not None else 0
        meant = called(self._session, made.norm) if made is not None else ""
        self._form.show_suggestion(made, self._session.labels, count, meant)


def _key(made: Suggestion) -> tuple[int, int, int]:
    return (made.start, made.end, made.label_id)


def _kind(made: Suggestion) -> str:
    """Return the rule without its arguments."""
    return made.rule.split(":", 1)[0]

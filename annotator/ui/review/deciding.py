"""What a reviewer decides: keys and clicks become commands, then the next open item is shown."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from annotator.app.review.reviewing import APPEALED, has_decisions
from annotator.core.commands.review import Decide, Reopen
from annotator.core.decision import Decision, Made
from annotator.core.values import Norm
from annotator.review.decisions import State
from annotator.ui.review.card import Details
from annotator.ui.review.desk import ReviewDesk
from annotator.ui.review.editing import Editing
from annotator.ui.review.page import ReviewPage


class Deciding(QObject):
    """Decides the item before the reviewer."""

    before_first_decision = Signal()  # nothing was decided in this project until now

    def __init__(self, desk: ReviewDesk, page: ReviewPage) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page = page
        # What was decided in this window, the last one last: document, start, end.
        self._decided: list[tuple[int, int, int]] = []
        page.card.row_clicked.connect(self._row_clicked)
        page.card.details_changed.connect(self._details_changed)

    def adopt(self, at: int) -> None:
        """Adopt the layer in that place, from 0; nothing where there is none."""
        if (
            self._desk.item is not None
            and self._desk.review is not None
            and at < len(self._desk.review.doers)
        ):
            self.decide(self._desk.review.adopting(self._desk.item, self._desk.review.doers[at].uid))

    def nothing_here(self) -> None:
        """Decide that nothing belongs here."""
        if self._desk.item is not None and self._desk.review is not None:
            self.decide(self._desk.review.neither(self._desk.item))

    def keep_all(self) -> None:
        """Take the spans of all layers."""
        if self._desk.item is not None and self._desk.review is not None:
            self.decide(self._desk.review.keeping_all(self._desk.item))

    def decide(self, made: Made, *, reaffirms: bool = False) -> None:
        """Decide the item, with what stands in the card, and go on to the next open one."""
        review = self._desk.review
        if review is None or not self._desk.can_decide:
            return
        self.tell_first_decision()
        made = replace(self._page.card.details.on(made), blind=review.blind)
        order = tuple(doer.uid for doer in review.doers) if review.blind else ()
        command = Decide(review.document_id, made, reaffirms=reaffirms, order=order)
        with self._desk.deciding():
            if self._desk.steps.do(command) is None:
                return
        self._decided.append((review.document_id, made.start, made.end))
        if not self._desk.go(1):
            self._desk.show_item(review.document_id, made.start)

    def reaffirm(self) -> None:
        """Say anew what was decided before the layers changed; nothing where nothing is stale."""
        review, item = self._desk.review, self._desk.item
        if review is None or item is None:
            return
        if review.state(item) in {APPEALED, State.STALE, State.ORPHANED}:
            self.decide(review.reaffirming(item), reaffirms=True)

    def reopen(self) -> None:
        """Open the item again; where it is open already, the one that was decided last."""
        review, item = self._desk.review, self._desk.item
        if review is None or not self._desk.can_decide:
            return
        stood = () if item is None else review.on(item)
        if stood:
            made = stood[-1].decision.made
            self._reopen(review.document_id, made.start, made.end)
            return
        while self._decided:
            if self._reopen(*self._decided.pop()):
                return
        decision = self._last_decision()
        if decision is not None:
            self._reopen(decision.document_id, decision.made.start, decision.made.end)

    def _reopen(self, document_id: int, start: int, end: int) -> bool:
        with self._desk.deciding():
            if self._desk.steps.do(Reopen(document_id, start, end)) is None:
                return False
        self._desk.show_item(document_id, start)
        return True

    def tell_first_decision(self) -> None:
        """Say that something is about to be decided for the first time: what was before is frozen then."""
        if not has_decisions(self._desk.session):
            self.before_first_decision.emit()

    def _last_decision(self) -> Decision | None:
        """Return the decision that was made last on the document shown."""
        if self._desk.review is None:
            return None
        return max((stood.decision for stood in self._desk.review.stood), key=_id_of, default=None)

    @Slot(str)
    def _row_clicked(self, key: str) -> None:
        digit = key.partition(" ")[0]
        if digit.isdecimal() and self._desk.editing is None:
            self.adopt(int(digit) - 1)
        self._page.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _details_changed(self, details: Details) -> None:
        """Write what was said of an item that is decided already: its decision anew."""
        review, item = self._desk.review, self._desk.item
        if (
            review is None
            or item is None
            or self._desk.editing is not None
            or review.state(item) != State.KEPT
        ):
            return
        made = details.on(review.on(item)[-1].decision.made)
        if made != review.on(item)[-1].decision.made:
            self._desk.steps.do(Decide(review.document_id, made))

    # Spans of one's own.

    def begin_editing(self) -> None:
        """Begin to make spans of one's own, from what was decided or from what most have."""
        review, item = self._desk.review, self._desk.item
        if review is None or item is None or not self._desk.can_decide or self._desk.editing is not None:
            return
        stood = review.on(item)
        most = max(filter(None, item.contents.values()), key=item.count_holders, default=())
        content = stood[-1].decision.made.result if stood else most
        self._desk.set_editing(Editing.begin(review.text, content, self._read_value))

    def end_editing(self) -> None:
        """Decide with the spans that were made."""
        if self._desk.editing is not None and self._desk.review is not None and self._desk.item is not None:
            made = self._desk.review.edited(self._desk.item, self._desk.editing.result)
            self.decide(made)

    def _read_value(self, start: int, end: int, label_id: int) -> Norm | None:
        document_id = self._desk.document_id
        return (
            None
            if document_id is None
            else self._desk.session.read_value(document_id, (start, end, label_id))
        )


def _id_of(decision: Decision) -> int:
    return decision.id

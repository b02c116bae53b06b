"""Walking through what came back: shows each item over one's own document, turns answers into commands.

Each answer is a step of its own on its document. Agreeing changes nothing of one's own layer; taking over does.
"""

from collections.abc import Callable
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.titles import called
from annotator.app.review.returning import Placed, placed, returned_items
from annotator.core.changes import Changes
from annotator.core.commands.returning import AnswerReturned, TakeOver
from annotator.core.decision import ItemSpan
from annotator.core.errors import UserError
from annotator.core.returned import Answer, Returned, ReturnedEntry
from annotator.ui.returning.walk_panel import ReturnedPanel, ReturnedStop
from annotator.ui.returning.words import final_words, ours_words, why_words
from annotator.ui.views import ANNOTATE
from annotator.ui.workspace import Workspace

_SHOWN: Final = ("returned", "span", "layer", "label", "document", "text_version")


class ReturnedWalk(QObject):
    """The walk of one workspace; it goes on where it was left, as long as the project is open."""

    def __init__(self, workspace: Workspace, send: Callable[[], object]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._send = send
        self._items: list[Returned] = []
        self._at = 0
        self._burst = ""
        self._note = ""
        workspace.bridge.changed.connect(self._take_in)

    @property
    def _panel(self) -> ReturnedPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, ReturnedPanel) else None

    def open_panel(self) -> None:
        """Open the panel on the first item that is not answered, else where the walk was left."""
        self._items = returned_items(self._session)
        unanswered = [number for number, item in enumerate(self._items) if item.answer is Answer.NONE]
        self._at = unanswered[0] if unanswered else min(self._at, max(0, len(self._items) - 1))
        self._workspace.views.show_view(ANNOTATE)
        panel = ReturnedPanel()
        panel.answer_wished.connect(self._answer)
        panel.note_typed.connect(self._write_note)
        panel.note_left.connect(self._end_burst)
        panel.over_wished.connect(self._take_over)
        panel.step_wished.connect(self._step)
        panel.send_wished.connect(self._send_answers)
        panel.language_changed.connect(self._show)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)
        self._go()

    # Where the walk is.

    def _item(self) -> Returned | None:
        return self._items[self._at] if self._at < len(self._items) else None

    @Slot(int)
    def _step(self, by: int) -> None:
        self._end_burst()
        if 0 <= self._at + by < len(self._items):
            self._at += by
            self._go()

    def _go(self) -> None:
        """Show the item in the article and in the panel; the keyboard stays in the panel."""
        self._note = ""
        item, panel = self._item(), self._panel
        if item is not None:
            desk, pane = self._workspace.desk, self._workspace.pane
            if desk.document_id != item.document_id:
                desk.show_document(item.document_id)
            there = self._placed(item)
            if there is not None:
                pane.select(there.start, there.end)
                pane.ensure_visible(there.start, there.end)
        self._show()
        if panel is not None:
            panel.setFocus()

    @Slot()
    def _show(self) -> None:
        panel, item = self._panel, self._item()
        if panel is None:
            return
        panel.show_stop(None if item is None else self._stop(item))

    def _stop(self, item: Returned) -> ReturnedStop:
        document = self._session.document(item.document_id)
        there = self._placed(item)
        return ReturnedStop(
            number=self._at + 1,
            total=len(self._items),
            answered=sum(one.answer is not Answer.NONE for one in self._items),
            title=called(self._session.project.reading, document),
            ours=ours_words(item, self._session.labels, self._kept(item.document_id, there)),
            final=final_words(item, self._session.labels),
            why=why_words(item),
            answer=item.answer,
            note=item.note or self._note,
            placed=there is not None,
            taken_over=there is not None and self._is_so(item.document_id, there),
        )

    def _placed(self, item: Returned) -> Placed | None:
        try:
            return placed(self._session, item)
        except UserError:
            return None

    def _kept(self, document_id: int, there: Placed | None) -> list[ReturnedEntry]:
        """Return what our layer has at an item beside what was decided."""
        layer = self._session.layer(document_id)
        if layer is None or there is None:
            return []
        keys = {label.id: label.key for label in self._session.labels.labels}
        decided = {tuple(span)[:3] for span in there.final}
        own = [
            (ItemSpan(span.start, span.end, keys[span.label_id], span.norm), span.text)
            for span in layer.spans
        ]
        return [
            ReturnedEntry("", final=False, span=span, text=text)
            for span, text in own
            if span.start < there.end and there.start < span.end and tuple(span)[:3] not in decided
        ]

    def _is_so(self, document_id: int, there: Placed) -> bool:
        """Tell whether our layer is as it was decided."""
        keys = {label.id: label.key for label in self._session.labels.labels}
        layer = self._session.layer(document_id)
        spans = () if layer is None else layer.spans
        own = {(span.start, span.end, keys[span.label_id], span.norm) for span in spans}
        places = {place[:3] for place in own}
        final = {tuple(span)[:3] for span in there.final}
        return all(tuple(span) in own for span in there.final) and not any(
            tuple(span)[:3] in places and tuple(span)[:3] not in final for span in there.ours
        )

    # Answers.

    @Slot(object)
    def _answer(self, answer: Answer) -> None:
        item, panel = self._item(), self._panel
        if item is None or panel is None:
            return
        note = item.note or self._note
        self._workspace.bridge.do(AnswerReturned(item.document_id, item.id, answer, note))
        if answer is Answer.APPEAL:
            self._show()
            panel.write_note()
        elif self._at + 1 < len(self._items):
            self._step(1)
        else:
            self._show()

    @Slot(str)
    def _write_note(self, text: str) -> None:
        """Keep the note as it is typed; what is typed before the answer goes with it."""
        item = self._item()
        if item is None:
            return
        self._note = text
        if item.answer is not Answer.NONE:
            self._burst = self._burst or uuid4().hex
            command = AnswerReturned(item.document_id, item.id, item.answer, text, self._burst)
            self._workspace.bridge.do(command)

    @Slot()
    def _end_burst(self) -> None:
        item = self._item()
        if self._burst and item is not None:
            self._session.seal(item.document_id)
        self._burst = ""

    @Slot()
    def _take_over(self) -> None:
        item = self._item()
        there = None if item is None else self._placed(item)
        if item is not None and there is not None:
            self._workspace.bridge.do(TakeOver(item.document_id, there.ours, there.final))
            self._show()

    @Slot()
    def _send_answers(self) -> None:
        self._end_burst()
        self._send()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        """Show the present item as it is after any change."""
        if self._panel is None or not changes.touch(*_SHOWN):
            return
        before = self._item()
        self._items = returned_items(self._session)
        ids = [item.id for item in self._items]
        if before is not None and before.id in ids:
            self._at = ids.index(before.id)
        self._at = min(self._at, max(0, len(self._items) - 1))
        self._show()

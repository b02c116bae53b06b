"""Walking along the spans of a label: reads each as it is now, and turns the answers into commands.

Each answer is a step of its own on the document of its span, so that nothing decided is lost when the walk ends
early, and each can be taken back where the document's other steps are.
"""

from collections import Counter
from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.titles import called
from annotator.app.project.labels import walk_job
from annotator.core.changes import Changes
from annotator.core.commands.spans import RelabelSpans
from annotator.core.errors import UserError
from annotator.core.label_use import WalkPlace
from annotator.core.span import Span
from annotator.ui.form.words import value_words
from annotator.ui.labels.passage import sides
from annotator.ui.labels.rooms import Rooms
from annotator.ui.labels.walk import WalkPanel, WalkStop
from annotator.ui.theme import Theme

_REACH: Final = 90


class WalkDesk(QObject):
    """One walk at a time; it goes on where it was left, as long as the project is open."""

    def __init__(self, rooms: Rooms, theme: Theme) -> None:
        super().__init__(rooms.desk)
        self._rooms = rooms
        self._session = rooms.bridge.session
        self._theme = theme
        self._label_id = 0
        self._places: list[WalkPlace] = []
        self._at = 0
        # By place in the walk: the label given there, and the step that gave it (0 where it was kept).
        self._answers: dict[int, tuple[int, int]] = {}
        self._left_at: dict[int, WalkPlace] = {}
        rooms.bridge.changed.connect(self._take_in)

    def begin(self, label_id: int) -> None:
        """Find the spans of a label, then open the panel on the first."""
        self._label_id = label_id
        self._rooms.errands.run(walk_job(self._session, label_id), self._found)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        panel = self._panel
        if panel is not None:
            panel.set_theme(theme)

    @property
    def _panel(self) -> WalkPanel | None:
        panel = self._rooms.panels.panel
        return panel if isinstance(panel, WalkPanel) else None

    def _found(self, places: object) -> None:
        if not isinstance(places, list):
            return
        self._places = [WalkPlace(*place) for place in places]
        self._answers = {}
        left = self._left_at.get(self._label_id)
        self._at = self._places.index(left) if left in self._places else 0
        panel = WalkPanel(self._theme)
        panel.set_labels(self._session.labels, self._label_id)
        panel.relabel_wished.connect(self._relabel)
        panel.keep_wished.connect(self._keep)
        panel.back_wished.connect(self._back)
        panel.show_wished.connect(self._show_in_article)
        panel.close_wished.connect(self._rooms.panels.close_panel)
        self._rooms.panels.open_panel(panel)
        self._show()

    # Where the walk is.

    def _span(self) -> Span | None:
        """Return the span at the present place, None where it is gone, or nothing is left."""
        if self._at >= len(self._places):
            return None
        place = self._places[self._at]
        try:
            layer = self._session.layer(place.document_id)
        except UserError:
            return None
        return layer.span(place.span_id) if layer is not None else None

    def _show(self) -> None:
        """Show the span at the present place; those that are gone are passed over."""
        while self._at < len(self._places) and self._span() is None:
            self._at += 1
        panel = self._panel
        if panel is None:
            return
        if self._at < len(self._places):
            self._left_at[self._label_id] = self._places[self._at]
        else:
            self._left_at.pop(self._label_id, None)
        panel.show_stop(self._stop(), self._summary(), self._counts())

    def _stop(self) -> WalkStop | None:
        span = self._span()
        if span is None:
            return None
        document_id = self._places[self._at].document_id
        text = self._session.text_version(document_id).text
        before, after = sides(text, span.start, span.end, _REACH)
        document = self._session.document(document_id)
        return WalkStop(
            number=self._at + 1,
            total=len(self._places),
            title=called(self._session.project.reading, document),
            before=before,
            quote=text[span.start : span.end],
            after=after,
            label_id=span.label_id,
            value=value_words(span.norm),
        )

    def _counts(self) -> dict[int, int]:
        return dict(Counter(label_id for label_id, _step in self._answers.values()))

    def _summary(self) -> str:
        if not self._places:
            return self.tr("None of your spans has this label.")
        kept = sum(1 for label_id, _step in self._answers.values() if label_id == self._label_id)
        told = self.tr("All seen. Kept: {kept}, given another label: {changed}.")
        return told.format(kept=f"{kept:,}", changed=f"{len(self._answers) - kept:,}")

    # Answers.

    @Slot(int)
    def _relabel(self, label_id: int) -> None:
        span, place, step = self._span(), self._at, 0
        if span is None:
            return
        if span.label_id != label_id:
            document_id = self._places[place].document_id
            self._session.seal(document_id)
            if self._rooms.bridge.do(RelabelSpans(document_id, (span.id,), label_id)) is None:
                return
            done = self._rooms.bridge.history(document_id).to_undo
            step = done.id if done is not None else 0
        # A span that would have stood twice is gone now, and was passed over when the change was told.
        self._at = place
        self._answer(label_id, step)

    @Slot()
    def _keep(self) -> None:
        span = self._span()
        if span is not None:
            self._answer(span.label_id, 0)

    def _answer(self, label_id: int, step: int) -> None:
        self._answers[self._at] = (label_id, step)
        self._at += 1
        self._show()

    @Slot()
    def _back(self) -> None:
        """Go back to the last answer, and take it back where nothing has been done on its document since."""
        before = [place for place in self._answers if place < self._at]
        if not before:
            self._to_earlier()
            return
        self._at = max(before)
        _label_id, step = self._answers.pop(self._at)
        document_id = self._places[self._at].document_id
        last = self._rooms.bridge.history(document_id).to_undo
        if step and last is not None and last.id == step:
            self._rooms.bridge.undo(document_id)
        self._show()

    def _to_earlier(self) -> None:
        """Go to the span before this one that is still there, where a walk went on in the middle."""
        start = self._at
        self._at = max(0, start - 1)
        while self._at > 0 and self._span() is None:
            self._at -= 1
        if self._span() is None:
            self._at = start
        self._show()

    @Slot()
    def _show_in_article(self) -> None:
        span = self._span()
        if span is None:
            return
        document_id = self._places[self._at].document_id
        if self._rooms.desk.document_id != document_id:
            self._rooms.desk.show_document(document_id)
        self._rooms.walking.go_to_span(span.id)

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        """Show the present span as it is after any change."""
        panel = self._panel
        if panel is None:
            return
        if changes.touch("label"):
            panel.set_labels(self._session.labels, self._label_id)
        if changes.touch("label", "span", "document", "text_version"):
            self._show()

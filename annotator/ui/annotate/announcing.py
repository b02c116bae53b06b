"""What a screen reader says of the article beyond its text: the spans and suggestions at the caret."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent

from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.suggesting import Suggesting
from annotator.ui.form.words import label_title, span_sentence
from annotator.ui.pane.view import ArticlePane


class Announcing(QObject):
    """Keeps the accessible description of the article: the current span, else all that lie at the caret."""

    def __init__(self, desk: Desk, pane: ArticlePane, suggesting: Suggesting) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pane = pane
        self._suggesting = suggesting
        pane.caret_moved.connect(self._moved)
        desk.state_changed.connect(self._tell)

    @Slot(int)
    def _moved(self, _caret: int) -> None:
        self._tell()

    @Slot()
    def _tell(self) -> None:
        words = "; ".join(self._words())
        if words != self._pane.accessibleDescription():
            self._pane.setAccessibleDescription(words)
            event = QAccessibleEvent(self._pane, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _words(self) -> list[str]:
        labels = self._desk.labels
        made, span = self._suggesting.current, self._desk.current
        if labels is None:
            return []
        if made is not None:
            title = label_title(labels.by_id(made.label_id))
            return [self.tr("suggested: %1, %2").replace("%1", title).replace("%2", made.text)]
        caret = self._pane.caret()
        here = [span] if span is not None else [s for s in self._desk.spans if s.start <= caret <= s.end]
        return [
            span_sentence(one, labels.by_id(one.label_id), records=self._desk.record_marks.get(one.id, ""))
            for one in here
        ]

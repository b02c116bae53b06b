"""Selecting that knows Korean: drags trimmed before they are saved, the ladder, the josa on or off."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from annotator.korean import Snap, Step, josa_at, snap
from annotator.ui.annotate.read_text import ReadText
from annotator.ui.pane.view import ArticlePane

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the selection was made of: the range as dragged, and the one proposed in its stead."""

    raw: Range
    proposed: Range


class Selecting(QObject):
    """Turns drags, double clicks and the keys of the ladder into selections; `told` says what was left out."""

    told = Signal(str, str, str)  # covered, left out at the left, left out at the right
    drag_taken = Signal()  # a drag has ended in a selection
    mouse_selected = Signal(int, int)  # a drag or a double click has; nothing more comes of it by itself

    def __init__(self, read: ReadText, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._read = read
        self._pane = pane
        self._taken: Taken | None = None
        self._climbed: list[Range] = []
        self._word: Range | None = None
        pane.word_at = self._word_at
        pane.drag_finished.connect(self._dragged)
        pane.word_selected.connect(self._word_chosen)
        pane.selection_changed.connect(self._selection_changed)

    # The mouse.

    @Slot(int, int, bool)
    def _dragged(self, start: int, end: int, exact: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        step = None if exact else _first(snap(self._read.text, start, end))
        proposed = (start, end) if step is None else (step.start, step.end)
        self._taken = Taken((start, end), proposed)
        self._choose(proposed)
        self._tell(step, proposed)
        self.drag_taken.emit()
        self.mouse_selected.emit(*self._pane.selection())

    def _word_at(self, text: str, at: int) -> Range:
        """Return what a double click selects: the first rung; again on the same place, the eojeol."""
        ladder = snap(text, at, at).ladder
        if not ladder:
            return at, at
        first = (ladder[0].start, ladder[0].end)
        if self._word != first:
            self._word = first
            return first
        self._word = None
        eojeol = next((step for step in ladder if step.rule.startswith("eojeol")), ladder[-1])
        return eojeol.start, eojeol.end

    @Slot(int, int)
    def _word_chosen(self, start: int, end: int) -> None:
        self._taken = None
        self._climbed = []
        self._tell(None, (start, end))
        self.mouse_selected.emit(start, end)

    # The ladder.

    def grow(self) -> None:
        """Climb to the next rung: from the caret to its segment, from a selection to what holds it."""
        start, end = self._pane.selection()
        ladder = snap(self._read.text, start, end).ladder
        if start < end:
            larger = (step for step in ladder if step.start <= start and step.end >= end)
            step = next((step for step in larger if (step.start, step.end) != (start, end)), None)
        else:
            step = _first(Snap(ladder))
        if step is None:
            return
        if not self._continues(start, end):
            self._climbed = [(start, end)]
        self._climbed.append((step.start, step.end))
        self._choose((step.start, step.end), climbing=True)
        self._tell(step, (step.start, step.end))

    def shrink(self) -> None:
        """Climb down to the rung before; without one, trim what is selected."""
        start, end = self._pane.selection()
        if self._continues(start, end) and len(self._climbed) > 1:
            self._climbed.pop()
            self._choose(self._climbed[-1], climbing=True)
            self._tell(None, self._climbed[-1])
            return
        step = _first(snap(self._read.text, start, end)) if start < end else None
        if step is not None and (step.start, step.end) != (start, end):
            self._choose((step.start, step.end))
            self._tell(step, (step.start, step.end))

    def _continues(self, start: int, end: int) -> bool:
        return bool(self._climbed) and self._climbed[-1] == (start, end)

    # The josa.

    def switch_josa(self) -> Range | None:
        """Put the josa on or off the selection; return the new range for the current span, else None.

        A trimmed drag goes back to what was dragged, and forth again.
        """
        start, end = self._pane.selection()
        if start < end:
            self._choose(self._other_selection(start, end))
            return None
        span = self._read.current
        return None if span is None else self._other_end(span.start, span.end)

    def _other_selection(self, start: int, end: int) -> Range:
        taken = self._taken
        if taken is not None and taken.raw != taken.proposed:
            if (start, end) == taken.proposed:
                return taken.raw
            if (start, end) == taken.raw:
                return taken.proposed
        return self._other_end(start, end)

    def _other_end(self, start: int, end: int) -> Range:
        text = self._read.text
        step = _first(snap(text, start, end))
        if step is not None and step.right and step.start == start:
            return step.start, step.end
        josa = josa_at(text, end)
        return (start, josa[1]) if josa is not None else (start, end)

    # What is selected.

    def _choose(self, place: Range, *, climbing: bool = False) -> None:
        climbed = self._climbed if climbing else []
        taken = self._taken
        self._pane.select(*place)
        self._climbed, self._taken = climbed, taken

    @Slot(int, int)
    def _selection_changed(self, start: int, end: int) -> None:
        if start == end:
            self._taken = None
        self._tell(None, (start, end))

    def _tell(self, step: Step | None, place: Range) -> None:
        covered = self._read.text[place[0] : place[1]]
        left, right = (step.left, step.right) if step is not None else ("", "")
        self.told.emit(covered, left, right)


def _first(found: Snap) -> Step | None:
    return found.ladder[0] if found.ladder else None

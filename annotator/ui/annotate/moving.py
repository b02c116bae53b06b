"""Moving the caret by the segments of Korean text and by paragraphs, with or without selecting."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.text import paragraphs
from annotator.korean import snap
from annotator.ui.annotate.read_text import ReadText
from annotator.ui.pane.view import ArticlePane


class Moving(QObject):
    """The keys that move the caret further than one character; Qt's own words are wrong for Korean."""

    def __init__(self, read: ReadText, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._read = read
        self._pane = pane

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "caret.segment-left": self.segment_left,
            "caret.segment-right": self.segment_right,
            "caret.select-segment-left": self.select_segment_left,
            "caret.select-segment-right": self.select_segment_right,
            "caret.paragraph-up": self.paragraph_up,
            "caret.paragraph-down": self.paragraph_down,
            "caret.select-paragraph-up": self.select_paragraph_up,
            "caret.select-paragraph-down": self.select_paragraph_down,
        }

    def _move(self, find: Callable[[str, int], int], *, selecting: bool) -> None:
        (start, end), caret = self._pane.selection(), self._pane.caret()
        anchor = end if caret == start else start
        to = find(self._read.text, caret)
        if selecting:
            self._pane.select(anchor, to)
        else:
            self._pane.set_caret(to)

    def segment_left(self) -> None:
        """Go to the start of the segment, or of the one before."""
        self._move(segment_before, selecting=False)

    def segment_right(self) -> None:
        """Go to the end of the segment without its josa, then past it, then to the next."""
        self._move(segment_after, selecting=False)

    def select_segment_left(self) -> None:
        """Select on to the left edge."""
        self._move(segment_before, selecting=True)

    def select_segment_right(self) -> None:
        """Select on to the right edge."""
        self._move(segment_after, selecting=True)

    def paragraph_up(self) -> None:
        """Go to the beginning of the paragraph, or of the one before."""
        self._move(paragraph_before, selecting=False)

    def paragraph_down(self) -> None:
        """Go to the beginning of the next paragraph."""
        self._move(paragraph_after, selecting=False)

    def select_paragraph_up(self) -> None:
        """Select up to there."""
        self._move(paragraph_before, selecting=True)

    def select_paragraph_down(self) -> None:
        """Select down to there."""
        self._move(paragraph_after, selecting=True)


def segment_after(text: str, at: int) -> int:
    """Return the next edge of a segment to the right of `at`: its end without the josa, its end, the next one's."""
    for index in range(at, len(text)):
        ladder = snap(text, index, index).ladder
        ends = sorted(
            end for step in ladder[:1] for end in (step.end, step.end + len(step.right)) if end > at
        )
        if ends:
            return ends[0]
    return len(text)


def segment_before(text: str, at: int) -> int:
    """Return the next start of a segment to the left of `at`."""
    for index in range(at - 1, -1, -1):
        ladder = snap(text, index, index).ladder
        if ladder and ladder[0].start < at:
            return ladder[0].start
    return 0


def paragraph_after(text: str, at: int) -> int:
    """Return where the next line that is not blank begins, the end of the text where there is none."""
    starts = (start for start, end in paragraphs(text) if start > at and text[start:end].strip())
    return next(starts, len(text))


def paragraph_before(text: str, at: int) -> int:
    """Return where the line of `at` begins, or, from its beginning, the line before that is not blank."""
    starts = [start for start, end in paragraphs(text) if start < at and text[start:end].strip()]
    return starts[-1] if starts else 0

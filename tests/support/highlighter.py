"""A highlighter who uses the keyboard alone: goes to each span the shortest way they know, and counts their keys."""

from dataclasses import dataclass, field

from annotator.ui.driver import Driver

_MOST = 60


class LostError(Exception):
    """A key took the caret where it was not meant to go."""


@dataclass(slots=True)
class Highlighter:
    """Tags spans (start, end, digit) of the document shown, in reading order; `keys` is what each of them took."""

    driver: Driver
    keys: dict[tuple[int, int], float] = field(default_factory=dict)
    pressed: int = 0

    def tag(self, spans: list[tuple[int, int, str]]) -> None:
        """Tag them all; equal texts with one label are tagged together by `=`."""
        wanted = {(start, end): digit for start, end, digit in spans}
        for start, end, digit in spans:
            if (start, end) not in self.keys:
                self._tag_one(start, end, digit, wanted)

    def _tag_one(self, start: int, end: int, digit: str, wanted: dict[tuple[int, int], str]) -> None:
        before = self.pressed
        self._go(start, end)
        self._select(start, end)
        self._press(digit)
        self.keys[start, end] = self.pressed - before
        text = self.driver.text
        others = [
            place
            for place, theirs in wanted.items()
            if place not in self.keys and theirs == digit and text[slice(*place)] == text[start:end]
        ]
        if others:
            before = self.pressed
            self._press("=", "Return")
            for place in others:
                self.keys[place] = (self.pressed - before) / len(others)

    def _go(self, start: int, end: int) -> None:
        """Bring the caret into the span or to its end: by paragraphs while that helps, then by segments."""
        pane, text = self.driver.pane, self.driver.text
        for _ in range(_MOST):
            here = pane.caret()
            if start <= here <= end:
                return
            feed = text.find("\n", here)
            self._press("Alt+Down" if here < start and -1 < feed < start else "Ctrl+Right")
            if pane.caret() == here or pane.caret() > end:
                break
        raise LostError(f"{text[start:end]!r} is not reached from {text[pane.caret() :][:12]!r}")

    def _select(self, start: int, end: int) -> None:
        """Select the span: by one rung of the ladder where that is it, else segment by segment."""
        pane = self.driver.pane
        self._press(".")
        if pane.selection() == (start, end):
            return
        for _ in range(_MOST):
            low, high = pane.selection()
            if (low, high) == (start, end):
                return
            if high > end or low != start:
                break
            self._press("Ctrl+Shift+Right")
        raise LostError(f"{self.driver.text[start:end]!r} is not selected")

    def _press(self, *names: str) -> None:
        self.driver.keys(*names)
        self.pressed += len(names)

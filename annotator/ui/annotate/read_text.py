"""What the keys that move, select and find ask of the view whose text they act on."""

from typing import Protocol


class Ranged(Protocol):
    """Something with two ends in the text; code points, end exclusive."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class ReadText(Protocol):
    """The text that is shown, and the span in it that keys act on."""

    @property
    def text(self) -> str:
        """The text shown, "" where none is."""

    @property
    def current(self) -> Ranged | None:
        """The current span, or None."""

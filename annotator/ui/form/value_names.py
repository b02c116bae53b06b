"""What the list of spans calls a value that is a code: asked once each, as a list of thousands is sought in."""

from collections.abc import Callable

from annotator.core.span import Span
from annotator.core.values import Norm
from annotator.ui.form.words import value_words


class ValueNames:
    """Remembers the names of values until other spans come."""

    def __init__(self) -> None:
        self._name: Callable[[Norm], str] = _none
        self._known: dict[Norm, str] = {}

    def set_source(self, name: Callable[[Norm], str]) -> None:
        """Take what names a value that is a code; it says "" for what shall stand as it is."""
        self._name = name
        self._known.clear()

    def forget(self) -> None:
        """Ask anew: the lists behind the names may have changed."""
        self._known.clear()

    def name(self, span: Span) -> str:
        """Return the name of the span's value, "" where it is none that has one."""
        norm = span.norm
        if norm is None:
            return ""
        if norm not in self._known:
            self._known[norm] = self._name(norm)
        return self._known[norm]

    def shown(self, span: Span) -> str:
        """Return the value of a span as the list shows it."""
        return self.name(span) or value_words(span.norm)


def _none(_norm: Norm) -> str:
    return ""

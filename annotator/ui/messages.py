"""Messages in the language of the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import Message
from annotator.core.sentences import CONTEXT, SENTENCES, filled

Words = str | Message | Callable[[], str]
"""What is told: as it is, or so that it can be said anew in another language."""


def said(told: Message) -> str:
    """Return the sentence of a message in the language of the window; an id without one is shown as it is."""
    text = SENTENCES.get(told.id)
    return str(told) if text is None else filled(QCoreApplication.translate(CONTEXT, text), told)


def spoken(words: Words) -> str:
    """Return words in the language of the window as it is now."""
    if isinstance(words, str):
        return words
    return said(words) if isinstance(words, Message) else words()

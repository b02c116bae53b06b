"""Messages in the language of the window."""

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import Message
from annotator.core.sentences import CONTEXT, SENTENCES, filled


def said(told: Message) -> str:
    """Return the sentence of a message in the language of the window; an id without one is shown as it is."""
    text = SENTENCES.get(told.id)
    return str(told) if text is None else filled(QCoreApplication.translate(CONTEXT, text), told)

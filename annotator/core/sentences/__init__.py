"""The sentences behind message ids, in English: the one table, translated by the window, printed by the commands."""

from typing import Final

from annotator.core.messages import Message
from annotator.core.sentences.exchange import EXCHANGE
from annotator.core.sentences.files import FILES
from annotator.core.sentences.formats import FORMATS
from annotator.core.sentences.labels import LABELS
from annotator.core.sentences.lexicon import LEXICON
from annotator.core.sentences.preflight import PREFLIGHT
from annotator.core.sentences.project import PROJECT
from annotator.core.sentences.returning import RETURNING
from annotator.core.sentences.steps import STEPS
from annotator.core.sentences.store import STORE
from annotator.core.sentences.values import VALUES

CONTEXT: Final = "Messages"
SENTENCES: Final = {
    **STEPS,
    **PREFLIGHT,
    **PROJECT,
    **FILES,
    **FORMATS,
    **EXCHANGE,
    **LABELS,
    **LEXICON,
    **RETURNING,
    **STORE,
    **VALUES,
}


def in_english(told: Message) -> str:
    """Return the sentence of a message in English; an id without one is shown as it is."""
    text = SENTENCES.get(told.id)
    return str(told) if text is None else filled(text, told)


def filled(text: str, told: Message) -> str:
    """Return a sentence with the arguments of the message in their places."""
    return text.format_map({name: str(value) for name, value in told.arguments.items()})

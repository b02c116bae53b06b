"""The one table of sentences: what a message id says, through Qt's translation."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import Message
from annotator.ui.noop import QT_TRANSLATE_NOOP

CONTEXT: Final = "Messages"

# Names of undoable steps, as the menu and the history show them.
_STEPS: Final = {
    "step.span.add": QT_TRANSLATE_NOOP("Messages", "mark “{text}” as {label}"),
    "step.span.relabel": QT_TRANSLATE_NOOP("Messages", "relabel “{text}” as {label}"),
    "step.span.resize": QT_TRANSLATE_NOOP("Messages", "move the ends of “{text}”"),
    "step.span.remove": QT_TRANSLATE_NOOP("Messages", "remove “{text}”"),
    "step.span.note": QT_TRANSLATE_NOOP("Messages", "note on “{text}”"),
    "step.span.unsure": QT_TRANSLATE_NOOP("Messages", "“{text}” in doubt"),
    "step.span.sure": QT_TRANSLATE_NOOP("Messages", "“{text}” no longer in doubt"),
    "step.span.value": QT_TRANSLATE_NOOP("Messages", "value of “{text}”"),
    "step.document.confirm": QT_TRANSLATE_NOOP("Messages", "confirm the article"),
    "step.document.lines": QT_TRANSLATE_NOOP("Messages", "choose the lines of the article"),
    "step.document.field": QT_TRANSLATE_NOOP("Messages", "correct “{field}”"),
    "step.status.new": QT_TRANSLATE_NOOP("Messages", "set back to new"),
    "step.status.in_progress": QT_TRANSLATE_NOOP("Messages", "reopen"),
    "step.status.done": QT_TRANSLATE_NOOP("Messages", "done"),
    "step.status.skipped": QT_TRANSLATE_NOOP("Messages", "skip"),
    "step.flag.on": QT_TRANSLATE_NOOP("Messages", "flag"),
    "step.flag.off": QT_TRANSLATE_NOOP("Messages", "take the flag away"),
    "step.annotator.name": QT_TRANSLATE_NOOP("Messages", "name the annotator “{name}”"),
    "step.import": QT_TRANSLATE_NOOP("Messages", "import of {documents} documents"),
}

# What could not be done, and why.
_PROBLEMS: Final = {
    "span.gone": QT_TRANSLATE_NOOP("Messages", "That span is no longer there."),
    "span.outside": QT_TRANSLATE_NOOP("Messages", "The range {start}–{end} is outside the text."),
    "span.twice": QT_TRANSLATE_NOOP("Messages", "“{text}” already has this label."),
    "label.gone": QT_TRANSLATE_NOOP("Messages", "That label is no longer in the label set."),
    "extraction.empty": QT_TRANSLATE_NOOP("Messages", "At least one line must stay in the article."),
    "extraction.marked": QT_TRANSLATE_NOOP(
        "Messages", "{count} spans stand in this text. Remove them first, or undo, to choose other lines."
    ),
    "annotator.bad-name": QT_TRANSLATE_NOOP(
        "Messages", "A name has 1 to {most} characters and no vertical bar."
    ),
    "job.cancelled": QT_TRANSLATE_NOOP("Messages", "Cancelled; everything is as it was."),
}

_TEXTS: Final = {**_STEPS, **_PROBLEMS}


def said(told: Message) -> str:
    """Return the sentence of a message in the language of the window; an unknown id is shown as it is."""
    text = _TEXTS.get(told.id)
    if text is None:
        return str(told)
    words = QCoreApplication.translate(CONTEXT, text)
    return words.format_map({name: str(value) for name, value in told.arguments.items()})


def known_ids() -> frozenset[str]:
    """Return the ids that have a sentence."""
    return frozenset(_TEXTS)

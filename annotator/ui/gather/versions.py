"""What two versions of a layer do not share, in words: what it is, how it stands here, how in the file."""

from collections.abc import Sequence
from typing import Final

from annotator.app.gather.questions import Around, AskedItem, Aspect, Choice, Said
from annotator.core.clusters import around
from annotator.core.layer import Status
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.gather.words import said
from annotator.ui.library.words import status_word

_ASPECTS: Final = {
    Aspect.SPANS: QT_TRANSLATE_NOOP("Gather", "Span"),
    Aspect.STATUS: QT_TRANSLATE_NOOP("Gather", "Status"),
    Aspect.FLAG: QT_TRANSLATE_NOOP("Gather", "Flag"),
    Aspect.DOC_LABELS: QT_TRANSLATE_NOOP("Gather", "Labels of the document"),
    Aspect.RECORDS: QT_TRANSLATE_NOOP("Gather", "Record"),
    Aspect.RELATIONS: QT_TRANSLATE_NOOP("Gather", "Relation"),
    Aspect.COMMENTS: QT_TRANSLATE_NOOP("Gather", "Comment"),
}
_CHOICES: Final = {
    Choice.OURS: QT_TRANSLATE_NOOP("Gather", "As it is here"),
    Choice.THEIRS: QT_TRANSLATE_NOOP("Gather", "As in the file"),
    Choice.BOTH: QT_TRANSLATE_NOOP("Gather", "Both"),
}
# Of what stands far apart, as the members of a record may, the two ends are shown.
_LONGEST: Final = 40
_END: Final = 14
_NOTHING: Final = QT_TRANSLATE_NOOP("Gather", "(nothing)")
_FLAGGED: Final = QT_TRANSLATE_NOOP("Gather", "flagged")
_UNFLAGGED: Final = QT_TRANSLATE_NOOP("Gather", "not flagged")
_UNSURE: Final = QT_TRANSLATE_NOOP("Gather", "unsure")
_DONE: Final = QT_TRANSLATE_NOOP("Gather", "resolved")
_NOTE: Final = QT_TRANSLATE_NOOP("Gather", "note: %1")


def item_cells(item: AskedItem) -> tuple[str, str, str, str]:
    """Return what an item is about, what the two versions have there, and where that stands."""
    aspect = item.key.aspect
    sides = (_side(aspect, item.ours), _side(aspect, item.theirs))
    return (said(_ASPECTS[aspect]), *sides, _place(item.around))


def _place(at: Around) -> str:
    """Return a place with what stands around it, in brackets; of a long one both ends."""
    if not at.text:
        return ""
    text, length = at.text, len(at.text)
    if length > _LONGEST:
        (_, first), (last, _) = around(text, 0, 0, _END), around(text, length, length, _END)
        text = f"{first} … {last}"
    return f"{at.before}[{text}]{at.after}"


def choices_for(item: AskedItem) -> tuple[tuple[str, str], ...]:
    """Return which versions can count, with their words; of what cannot be both, one of the two."""
    return tuple(
        (str(choice), said(words))
        for choice, words in _CHOICES.items()
        if choice is not Choice.BOTH or not item.sided
    )


def _side(aspect: Aspect, things: Sequence[Said]) -> str:
    if aspect is Aspect.FLAG:
        return said(_FLAGGED if things else _UNFLAGGED)
    if aspect is Aspect.STATUS:
        return ", ".join(status_word(Status(one.text)) for one in things)
    return "; ".join(_words(aspect, one) for one in things) or said(_NOTHING)


def _words(aspect: Aspect, one: Said) -> str:
    text = f"“{one.text}”" if aspect in {Aspect.SPANS, Aspect.COMMENTS} else one.text
    words = f"{text} {one.label}".strip()
    more = [said(_NOTE, one.note)] if one.note else []
    if one.unsure:
        more.append(said(_UNSURE))
    if one.done:
        more.append(said(_DONE))
    return words + (f" = {one.value}" if one.value else "") + (f" ({', '.join(more)})" if more else "")

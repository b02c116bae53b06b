"""What becomes of values where the kind or the choices of their label change."""

from collections.abc import Collection, Iterable
from typing import Final

from annotator.core.values import NORM_TYPE_OF_KIND, Norm, ValueKind

# Kinds whose values are words as they stand: one can be taken for another.
_WORDS: Final = frozenset({ValueKind.NAME, ValueKind.CODE, ValueKind.TEXT, ValueKind.CHOICE})
_WORD_TYPES: Final = frozenset(NORM_TYPE_OF_KIND[kind] for kind in _WORDS)
_DATE_TYPES: Final = frozenset({"date", "duration", "time"})


def carried(norm: Norm, kind: ValueKind, choices: Collection[str] = ()) -> Norm | None:
    """Return the value as spans of a label of that kind hold it, None where they cannot.

    Names, codes, texts and choices become one another; a choice must be one of `choices`.
    """
    if kind is ValueKind.CHOICE and norm.value not in choices:
        return None
    if NORM_TYPE_OF_KIND.get(kind) == norm.type or (kind is ValueKind.DATE and norm.type in _DATE_TYPES):
        return norm
    if kind in _WORDS and norm.type in _WORD_TYPES and norm.value:
        return norm._replace(type=NORM_TYPE_OF_KIND[kind])
    return None


def lost(values: Iterable[tuple[Norm, int]], kind: ValueKind, choices: Collection[str] = ()) -> int:
    """Return how many of the values, given with their numbers, a label of that kind cannot hold."""
    return sum(number for norm, number in values if carried(norm, kind, choices) is None)

"""Suggesting spans with their values for a text: the recognisers, asked one after the other."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from annotator.korean.suggestion import Suggestion
from annotator.korean.text import Text

if TYPE_CHECKING:
    from annotator.korean.lexicon import Lexicon
    from annotator.korean.taxonomy import Taxonomy

Recogniser = Callable[[Text], Iterable[Suggestion]]
"""Proposes spans of one kind for a text, in any order; looks at its copy, never changes it."""


@cache
def recognisers() -> tuple[Recogniser, ...]:
    """Return those that need no list; imported when first asked for, they compile many patterns."""
    from annotator.korean.dates import dates, lengths, times
    from annotator.korean.money import amounts

    return (amounts, dates, lengths, times)


def suggest(
    text: str,
    *,
    document_date: date | str | None,
    memory: Recogniser | None = None,
    lexicon: "Lexicon | None" = None,
    taxonomy: "Taxonomy | None" = None,
    also: Collection[str] = (),
) -> list[Suggestion]:
    """Return what is proposed for `text` in reading order: code points, end exclusive, none inside one of its label.

    `document_date` (YYYY-MM-DD; None or "" unknown) is what dates are counted from; without it those that need it have
    no value. `memory` proposes what a project has marked before; `lexicon` is a list of agencies in place of the
    shipped one, `taxonomy` one of sectors. `also` asks for what is off by default: `duration`, `time`. ValueError
    where the date is none.
    """
    subject = Text.of(text, document_date, also)
    asked: list[Recogniser] = [*recognisers(), partial(_named, lexicon=lexicon, taxonomy=taxonomy)]
    if memory is not None:
        asked.append(memory)
    return outermost(made for recogniser in asked for made in recogniser(subject))


def _named(text: Text, lexicon: "Lexicon | None", taxonomy: "Taxonomy | None") -> Iterable[Suggestion]:
    """Return agencies, and the sectors outside of them."""
    from annotator.korean.named import agencies
    from annotator.korean.sectors import sectors

    bodies = list(agencies(text, lexicon))
    return [*bodies, *sectors(text, [(made.start, made.end) for made in bodies], taxonomy)]


def outermost(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return suggestions in reading order without those that lie inside another of their label."""
    reach: dict[str, int] = {}
    kept = []
    for made in sorted(found, key=lambda made: (made.start, -made.end, made.rank)):
        if made.end > reach.get(made.label, -1):
            reach[made.label] = made.end
            kept.append(made)
    return kept

"""Agencies as suggestions: what `annotator.korean.agencies` finds, with the body as its value."""

from collections.abc import Iterator

from annotator.core.values import Norm
from annotator.korean.agencies import suggest_agencies
from annotator.korean.lexicon import Lexicon
from annotator.korean.suggestion import Suggestion
from annotator.korean.text import Text

LABEL = "AGENCY"


def agencies(text: Text, lexicon: Lexicon | None = None) -> Iterator[Suggestion]:
    """Yield the agencies of a text, by the shipped list or another; no value where it is not certain which is meant."""
    year = None if text.document_date is None else text.document_date.year
    for made in suggest_agencies(text.raw, year=year, lexicon=lexicon):
        norm = None if made.ref is None else Norm("name", made.canonical, ref=made.ref)
        quote = text.raw[made.start : made.end]
        yield Suggestion(made.start, made.end, quote, LABEL, norm, made.rule, made.rank)

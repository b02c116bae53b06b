"""The checks before "done" that know Korean: josa, brackets, places left out; and all checks together."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from annotator.core.folding import fold_term
from annotator.core.preflight import (
    LOOKS,
    Check,
    Checked,
    Finding,
    Look,
    Place,
    Waiver,
    findings,
    place_of,
    spans_by_string,
)
from annotator.korean.occurrences import OccurrenceSearch
from annotator.korean.segment import halves
from annotator.korean.snap import ends_in_josa

_APOSTROPHES: Final = "'‘’"


def preflight(checked: Checked, waivers: Collection[Waiver] = ()) -> list[Finding]:
    """Return what all ten checks found, by check, then in reading order, without what was waved off."""
    return findings(checked, waivers, looks=_ALL)


def _josa(checked: Checked) -> Iterator[Place]:
    for span in checked.spans:
        if ends_in_josa(checked.text, span.start, span.end) is not None:
            yield place_of(span)


def _bracket(checked: Checked) -> Iterator[Place]:
    for span in checked.spans:
        if has_half_bracket(checked.text[span.start : span.end]):
            yield place_of(span)


def has_half_bracket(quote: str) -> bool:
    """Tell whether a bracket or quotation mark has no partner in `quote`; the apostrophe of '23년 needs none."""
    copy = fold_term(quote)
    return any(
        not (copy[at] in _APOSTROPHES and copy[at + 1 : at + 2].isdigit())
        for at in halves(copy, 0, len(copy))
    )


def _unlabelled(checked: Checked) -> Iterator[Place]:
    ranges = {(span.start, span.end) for span in checked.spans}
    search = OccurrenceSearch(checked.text, ranges, checked.refused)
    for same in spans_by_string(checked).values():
        quote = checked.text[same[0].start : same[0].end]
        for found in search.others(quote, [(span.start, span.end) for span in same]):
            if found.likely:
                yield Place(None, found.start, found.end)


_ALL: Final[Mapping[Check, Look]] = {
    **LOOKS,
    Check.JOSA: _josa,
    Check.BRACKET: _bracket,
    Check.UNLABELLED: _unlabelled,
}

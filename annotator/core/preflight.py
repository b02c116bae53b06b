"""What is checked before a layer is called done: the findings, and those waved off.

A check says where it found something. The places of one string, folded as for matching, are one finding.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.core.folding import fold_term
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.value_forms import ends, is_day, is_period
from annotator.core.values import Norm, ValueKind

_YEARS_BEFORE: Final = 150
_YEARS_AFTER: Final = 30
_FEWEST_MEMBERS: Final = 2


class Check(StrEnum):
    """The checks, in the order in which their findings are shown."""

    JOSA = "josa"
    BRACKET = "bracket"
    UNLABELLED = "unlabelled"
    TWO_LABELS = "two-labels"
    NO_VALUE = "no-value"
    DATE_RANGE = "date-range"
    LINE_BREAK = "line-break"
    RECORD = "record"
    SUGGESTION = "suggestion"
    UNSURE = "unsure"


class Place(NamedTuple):
    """Where something was found: a range of the text and the id of its span, None where it is no span."""

    span_id: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of one string: `text` as the first place has it, and all places in reading order."""

    check: Check
    text: str
    places: tuple[Place, ...]


class Waiver(NamedTuple):
    """What a person waved off: a check; one string of it; or one place, and then only while it has that string."""

    check: str
    text: str | None = None
    place: tuple[int, int] | None = None


class Member(NamedTuple):
    """A member of a record: a span by its id, or a value without one."""

    span_id: int | None
    norm: Norm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A layer with what the checks need to know about it.

    `document_date` is YYYY-MM-DD or "" where unknown; `suggestions` are the ranges of the open ones; `refused` the
    places where a person said that the string is not meant.
    """

    text: str
    spans: Sequence[Span]
    labels: LabelSet
    document_date: str = ""
    records: Sequence[Sequence[Member]] = ()
    suggestions: Sequence[tuple[int, int]] = ()
    refused: Collection[tuple[int, int]] = ()


Look = Callable[[Checked], Iterable[Place]]


def findings(
    checked: Checked, waivers: Collection[Waiver] = (), *, looks: Mapping[Check, Look] | None = None
) -> list[Finding]:
    """Return what the checks found, by check, then in reading order, without what was waved off.

    `looks` are the checks with what finds their places; without it, those that know no Korean.
    """
    chosen = LOOKS if looks is None else looks
    found: list[Finding] = []
    for check in Check:
        if check in chosen and Waiver(check) not in waivers:
            found.extend(_findings_of(check, chosen[check], checked, waivers))
    return found


def _findings_of(
    check: Check, look: Look, checked: Checked, waivers: Collection[Waiver]
) -> Iterator[Finding]:
    waived = _waived(check, waivers)
    if check is Check.TWO_LABELS and waived:
        # A place waved off has no part in the question whether the others agree.
        kept = [span for span in checked.spans if not _is_waived(_string(checked, span), span, waived)]
        checked = replace(checked, spans=kept)
    by_string: dict[str, list[Place]] = {}
    for place in sorted(set(look(checked)), key=_order):
        string = _string(checked, place)
        if not _is_waived(string, place, waived):
            by_string.setdefault(string, []).append(place)
    for same in by_string.values():
        yield Finding(check, checked.text[same[0].start : same[0].end], tuple(same))


# A string, a place, or both: what is None may be any.
_Waived = frozenset[tuple[str | None, tuple[int, int] | None]]


def _waived(check: Check, waivers: Iterable[Waiver]) -> _Waived:
    return frozenset(
        (None if waiver.text is None else fold_term(waiver.text), waiver.place)
        for waiver in waivers
        if waiver.check == check
    )


def _is_waived(string: str, at: Span | Place, waived: _Waived) -> bool:
    place = (at.start, at.end)
    return bool(waived) and not waived.isdisjoint(((string, None), (string, place), (None, place)))


def _string(checked: Checked, at: Span | Place) -> str:
    return fold_term(checked.text[at.start : at.end])


def _order(place: Place) -> tuple[int, int, int]:
    return place.start, place.end, place.span_id or 0


def place_of(span: Span) -> Place:
    """Return the place of a span."""
    return Place(span.id, span.start, span.end)


def spans_by_string(checked: Checked) -> dict[str, list[Span]]:
    """Return the spans by what they cover, folded."""
    by_string: dict[str, list[Span]] = {}
    for span in checked.spans:
        by_string.setdefault(_string(checked, span), []).append(span)
    return by_string


def _two_labels(checked: Checked) -> Iterator[Place]:
    for same in spans_by_string(checked).values():
        if len({span.label_id for span in same}) > 1:
            yield from map(place_of, same)


def _no_value(checked: Checked) -> Iterator[Place]:
    for span in checked.spans:
        label = checked.labels.by_id(span.label_id)
        kind = ValueKind.NONE if label is None else label.kind
        if kind in {ValueKind.MONEY, ValueKind.DATE} and not _has_value(span.norm, kind):
            yield place_of(span)


def _has_value(norm: Norm | None, kind: ValueKind) -> bool:
    # A vague amount, 수억 달러, has a unit alone.
    return norm is not None and (
        norm.value is not None or (kind is ValueKind.MONEY and norm.unit is not None)
    )


def _date_range(checked: Checked) -> Iterator[Place]:
    if not is_day(checked.document_date):
        return
    for span in checked.spans:
        norm = span.norm
        if norm is None or norm.type != "date" or norm.value is None:
            continue
        if any(
            is_period(part) and not is_plausible(part, checked.document_date) for part in ends(norm.value)
        ):
            yield place_of(span)


def is_plausible(period: str, document_date: str) -> bool:
    """Tell whether some day of a period lies from 150 years before the document date to 30 years after it.

    Halves, quarters and seasons count as their year.
    """
    first, last = _days(period)
    year, month, day = map(int, document_date.split("-"))
    return (year - _YEARS_BEFORE, month, day) <= last and first <= (year + _YEARS_AFTER, month, day)


_Day = tuple[int, int, int]


def _days(period: str) -> tuple[_Day, _Day]:
    """Return the first and the last day of a period as (year, month, day), which may be years before 1."""
    head, _, tail = period.partition("-")
    if tail.startswith("W") and tail[1:].isdigit():
        monday, sunday = (date.fromisocalendar(int(head), int(tail[1:]), day) for day in (1, 7))
        return (monday.year, monday.month, monday.day), (sunday.year, sunday.month, sunday.day)
    month, _, day = tail.partition("-")
    first_year, last_year = int(head.ljust(4, "0")), int(head.ljust(4, "9"))
    first_month, last_month = (int(month), int(month)) if month.isdigit() else (1, 12)
    first_day, last_day = (int(day), int(day)) if day else (1, 31)
    return (first_year, first_month, first_day), (last_year, last_month, last_day)


def _line_break(checked: Checked) -> Iterator[Place]:
    return (place_of(span) for span in checked.spans if "\n" in checked.text[span.start : span.end])


def _record(checked: Checked) -> Iterator[Place]:
    """Yield the first span of each record that ties fewer than two things together, or holds an empty member."""
    spans = {span.id: span for span in checked.spans}
    for record in checked.records:
        full = sum(member.span_id in spans or member.norm is not None for member in record)
        if full < len(record) or full < _FEWEST_MEMBERS:
            places = [
                place_of(spans[m.span_id]) for m in record if m.span_id is not None and m.span_id in spans
            ]
            # A record of values alone has no place of its own.
            yield min(places, key=_order) if places else Place(None, 0, 0)


def _suggestion(checked: Checked) -> Iterator[Place]:
    return (Place(None, start, end) for start, end in checked.suggestions)


def _unsure(checked: Checked) -> Iterator[Place]:
    return (place_of(span) for span in checked.spans if span.unsure)


LOOKS: Final[Mapping[Check, Look]] = {
    Check.TWO_LABELS: _two_labels,
    Check.NO_VALUE: _no_value,
    Check.DATE_RANGE: _date_range,
    Check.LINE_BREAK: _line_break,
    Check.RECORD: _record,
    Check.SUGGESTION: _suggestion,
    Check.UNSURE: _unsure,
}
"""The checks that know no Korean."""

"""What a marked text means: the value that rules read from it in its place, and what else it could be."""

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.core.folding import fold_term
from annotator.core.label_values import carried
from annotator.core.labels import Label
from annotator.core.value_forms import is_day
from annotator.core.values import Norm, ValueKind
from annotator.korean.suggestion import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.korean.lexicon import Lexicon
    from annotator.korean.suggestion import Suggestion
    from annotator.korean.taxonomy import Taxonomy
    from annotator.korean.text import Text

# How much of the line counts: what stands before says more (최소, the date named before) than what follows. A name
# hangs on the country word before it and the short form behind it alone.
_LINE: Final = (600, 120)
_BESIDE: Final = (40, 40)
# What is read into the mod of an amount, and stands outside of it.
_BEFORE_AMOUNTS: Final = frozenset({"약", "총", "최소", "최대"})
_ANY_CURRENCY: Final = "원"


@dataclass(frozen=True, slots=True)
class Marked:
    """A place of a text under a label: code points, end exclusive; `document_date` is "" where it is unknown."""

    text: str
    start: int
    end: int
    label: Label
    document_date: str = ""

    @property
    def quote(self) -> str:
        """The text that is marked."""
        return self.text[self.start : self.end]

    @property
    def day(self) -> str:
        """The document date where it is a day, else ""."""
        return self.document_date if is_day(self.document_date) else ""

    def line(self, reach: tuple[int, int]) -> tuple[int, int]:
        """Return the part of the line up to so many characters before and after the place."""
        before, after = reach
        first = max(self.text.rfind("\n", 0, self.start) + 1, self.start - before)
        last = self.text.find("\n", self.end)
        return first, min(len(self.text) if last < 0 else last, self.end + after)


@dataclass(frozen=True, slots=True)
class Lists:
    """What names and sectors are looked up in; None: the list that comes with the program."""

    lexicon: "Lexicon | None" = None
    taxonomy: "Taxonomy | None" = None


def read_marked(marked: Marked, lists: Lists = Lists()) -> Reading | None:
    """Return what the marked text means by the kind of its label; None where no rule reads anything."""
    if marked.label.kind is ValueKind.MONEY:
        return _amount(marked)
    if marked.label.kind is ValueKind.DATE:
        return _date(marked)
    if marked.label.kind is ValueKind.NAME:
        return _name(marked, lists.lexicon)
    if marked.label.kind is ValueKind.CODE:
        return _sector(marked, lists.taxonomy)
    return None


def read_typed(kind: ValueKind, typed: str, document_date: str = "") -> Norm | None:
    """Return the amount or date that a person means who types it as newspapers write it: 5억 원, 2023.4.9, 내년 초.

    None where that is not all that stands there, and for other kinds: what is typed is meant to the last sign.
    """
    from annotator.korean.dates import dates
    from annotator.korean.money import amounts

    typed = unicodedata.normalize("NFKC", typed).strip()
    day = document_date if is_day(document_date) else ""
    if kind is ValueKind.DATE:
        return _wholly(typed.rstrip("."), dates, day)
    if kind is not ValueKind.MONEY:
        return None
    read = _wholly(typed, amounts)
    if read is not None:
        return read
    # The currency may stand in a field of its own.
    bare = _wholly(f"{typed}{_ANY_CURRENCY}", amounts)
    return None if bare is None else Norm("money", bare.value, None, bare.mod)


def _wholly(typed: str, recogniser: "Callable[[Text], Iterable[Suggestion]]", day: str = "") -> Norm | None:
    """Return what is read from the very first to the very last character; None where there is no value in it."""
    from annotator.korean.text import Text

    for made in recogniser(Text.of(typed, day)):
        begins = made.start == 0 or typed[: made.start].strip() in _BEFORE_AMOUNTS
        if begins and made.end == len(typed):
            return made.norm if made.norm is not None and made.norm.value else None
    return None


def _amount(marked: Marked) -> Reading | None:
    from annotator.korean import read_amount
    from annotator.korean.money import amounts
    from annotator.korean.money.table_unit import in_unit, table_unit

    reading = _in_place(marked, amounts) or read_amount(marked.quote)
    norm = None if reading is None else reading.norm
    if reading is None or norm is None or norm.unit or not norm.value:
        return reading
    unit = table_unit(marked.text, marked.start)
    if unit is None:
        return reading
    # Offered, never applied by itself: what the head is for is a person's to say.
    return Reading(norm, f"table-unit:{unit.written}", (in_unit(norm, unit), *reading.alternatives))


def _date(marked: Marked) -> Reading | None:
    from annotator.korean import read_date
    from annotator.korean.dates import dates

    reading = _in_place(marked, dates)
    if reading is not None and (reading.norm is not None or reading.alternatives):
        return reading
    return read_date(marked.quote, marked.day) or reading or _length(marked)


def _length(marked: Marked) -> Reading | None:
    """Return the length of time or the time of day that a text says, marked as a date all the same."""
    from annotator.korean.dates import lengths, times

    return _in_place(marked, lengths, "duration") or _in_place(marked, times, "time")


def _in_place(
    marked: Marked, recogniser: "Callable[[Text], Iterable[Suggestion]]", also: str = ""
) -> Reading | None:
    """Return what a recogniser reads at the very place, from the line around it."""
    from annotator.korean.text import Text

    first, last = marked.line(_LINE)
    subject = Text.of(marked.text[first:last], marked.day, (also,) if also else ())
    place = (marked.start - first, marked.end - first)
    for made in recogniser(subject):
        if (made.start, made.end) == place:
            return Reading(made.norm, made.rule, made.alternatives)
    return None


def _name(marked: Marked, lexicon: "Lexicon | None") -> Reading | None:
    """Return the body that a name means in its place; several, where only its list could be asked."""
    from annotator.korean.agencies import suggest_agencies
    from annotator.korean.lexicon import shipped

    first, last = marked.line(_BESIDE)
    place = (marked.start - first, marked.end - first)
    year = int(marked.day[:4]) if marked.day else None
    found = suggest_agencies(marked.text[first:last], year=year, lexicon=lexicon)
    here = next((made for made in found if (made.start, made.end) == place), None)
    bodies = (lexicon or shipped()).by_name.get(fold_term(marked.quote), ())
    norms = [Norm("name", body.korean, ref=body.id) for body in bodies]
    if here is not None and here.ref is not None:
        meant = Norm("name", here.canonical, ref=here.ref)
        return Reading(meant, here.rule, tuple(norm for norm in norms if norm != meant))
    if here is not None and norms:
        return Reading(None, here.rule, tuple(norms))
    if not norms:
        return None
    return Reading(
        norms[0] if len(norms) == 1 else None, "agency-name", () if len(norms) == 1 else tuple(norms)
    )


def _sector(marked: Marked, taxonomy: "Taxonomy | None") -> Reading | None:
    """Return the sector whose term is marked, be it an ordinary word elsewhere: a person has decided that."""
    from annotator.korean.sectors import read_sector

    reading = read_sector(marked.quote, taxonomy)
    if reading is None or reading.norm is None:
        return reading
    norm = carried(reading.norm, marked.label.kind, marked.label.choices)
    return None if norm is None else replace(reading, norm=norm)

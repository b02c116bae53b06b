"""Numbers as Korean writes them: digits, Hangul numerals, 십 백 천 만 억 조 경, with blanks and commas, exact.

Works on folded copies (`annotator.korean.text`). One that says only how large (수십억, 몇만) is vague: it has no value.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

DIGITS: Final = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
SMALL: Final = {"십": 10, "백": 100, "천": 1000}
LARGE: Final = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_VAGUE: Final = frozenset("수몇")
_ABOUT: Final = "여"
_HANGUL: Final = "".join((*DIGITS, *SMALL, *LARGE, *sorted(_VAGUE), _ABOUT))
_CHARS: Final = frozenset("0123456789,. " + _HANGUL)
# No amount of a newspaper is longer; a longer run of digits is no number that people read.
LONGEST: Final = 40
_TOKEN: Final = re.compile(
    rf"(?P<figures>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)|(?P<hangul>[{_HANGUL}])|(?P<blank> )"
)
# What may stand right before a number that begins with a Hangul numeral; else it is part of a word.
_GLUED_BEFORE: Final = (
    "약",
    "총",
    "각",
    "최소",
    "최대",
    "무려",
    "단돈",
    "한화",
    "미화",
    "당",
    "매월",
    "매달",
)
_NO_ENTRY: Final = Decimal(10**20)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a copy; `value` None where it is vague, `about` where 여 says that it is a little more.

    `lead` are the units that its first figure has (천 and 만 in 2천만), `large` whether it has a unit from 만 on.
    """

    start: int
    end: int
    value: Decimal | None
    about: bool = False
    lead: tuple[int, int] = (1, 1)
    large: bool = False
    figures: bool = True

    @property
    def bare(self) -> bool:
        """Tell whether it has no unit at all."""
        return self.lead == (1, 1) and not self.large


class _Sum:
    """Adds up the parts of a number, and knows when they do not make one."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.pending: Decimal | None = None
        self.small = self.large = _NO_ENTRY
        self.has_section = False
        self.units = 0
        self.vague = self.about = self.figures = self.has_large = False
        self.lead = [1, 1]
        self.numerals = 0
        self._in_lead = True

    def figure(self, value: Decimal) -> bool:
        if (
            self.pending is not None
            or value >= self.small
            or (self.has_section and value >= 10 and self.small <= 10)
        ):
            return False
        self._in_lead = self.numerals == 0 and self.units == 0
        self.numerals += 1
        self.pending = value
        return True

    def small_unit(self, unit: int) -> bool:
        if unit >= self.small:
            return False
        one = Decimal(1) if self.pending is None else self.pending
        self.section += one * unit
        self._entered(unit, 0)
        self.small = Decimal(unit)
        return True

    def large_unit(self, unit: int) -> bool:
        if unit >= self.large:
            return False
        section = self.section + (self.pending or 0)
        if not self.has_section and self.pending is None:
            # 만 alone is a number, 억 and 조 are not: 만원, but 5억 원.
            if unit != LARGE["만"] and not self.vague:
                return False
            section = Decimal(1)
        if section * unit >= self.large:
            return False
        self.total += section * unit
        self.section = Decimal(0)
        self._entered(unit, 1)
        self.has_section = False
        self.has_large = True
        self.large, self.small = Decimal(unit), _NO_ENTRY
        return True

    def _entered(self, unit: int, place: int) -> None:
        if self._in_lead:
            self.lead[place] *= unit
        self.pending = None
        self.has_section = True
        self.units += 1

    def value(self) -> Decimal | None:
        rest = self.section + (self.pending or 0)
        return self.total + rest if rest < self.large else None


def read_number(copy: str, start: int, end: int) -> Number | None:
    """Return the number that a range of a copy is, all of it, or None."""
    made = _Sum()
    at, before = start, ""
    while at < end:
        token = _TOKEN.match(copy, at, end)
        if token is None or not _take(made, token, before):
            return None
        before = token.group()[-1]
        at = token.end()
    value = made.value()
    if value is None or before in ("", " ", *_VAGUE) or not (made.figures or made.units or end - start == 1):
        return None
    return Number(
        start, end, None if made.vague else value, made.about, (made.lead[0], made.lead[1]),
        made.has_large, made.figures,
    )  # fmt: skip


def _take(made: _Sum, token: re.Match[str], before: str) -> bool:
    kind, text = token.lastgroup, token.group()
    if kind == "blank":
        # Between a unit and what follows, or a figure and its unit; 이 천만 are two words.
        return before.isdigit() or before in SMALL or before in LARGE or before in _VAGUE or before == _ABOUT
    if made.about and text not in SMALL and text not in LARGE:
        return False
    if kind == "figures":
        made.figures = True
        return (
            not before.isdigit()
            and before not in _VAGUE
            and _is_apart(made, before)
            and made.figure(_decimal(text))
        )
    if text in _VAGUE or text == _ABOUT:
        return _take_word(made, text, before)
    if text in DIGITS:
        return before != " " and not before.isdigit() and made.figure(Decimal(DIGITS[text]))
    return made.small_unit(SMALL[text]) if text in SMALL else made.large_unit(LARGE[text])


def _take_word(made: _Sum, text: str, before: str) -> bool:
    if text == _ABOUT:
        made.about = True
        return bool(before) and before not in _VAGUE
    made.vague = True
    return (made.numerals == 0 and made.units == 0) or before == "십"


def _is_apart(made: _Sum, before: str) -> bool:
    # 3만 5천 goes on after a blank, "2 3만" does not.
    return before != " " or made.pending is None


def _decimal(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


def number_before(copy: str, end: int) -> Number | None:
    """Return the longest number that ends at `end` and begins where a number may begin, or None."""
    low = end
    while low > 0 and end - low < LONGEST and copy[low - 1] in _CHARS and copy[low - 1 : low + 1] != "  ":
        low -= 1
    if low > 0 and end - low == LONGEST and copy[low - 1].isdigit():
        return None
    for start in range(low, end):
        if copy[start] in ",. " or not _may_begin(copy, start):
            continue
        number = read_number(copy, start, end)
        if number is not None:
            return number
    return None


def number_at(copy: str, start: int) -> Number | None:
    """Return the longest number that begins with a figure at `start`, or None."""
    end = start
    while end < len(copy) and end - start < LONGEST and copy[end] in _CHARS:
        end += 1
    for stop in range(end, start, -1):
        if copy[stop - 1] in ",. ":
            continue
        if stop < len(copy) and copy[stop - 1].isdigit() and copy[stop].isdigit():
            continue
        number = read_number(copy, start, stop)
        if number is not None:
            return number
    return None


def _may_begin(copy: str, start: int) -> bool:
    if start == 0:
        return True
    before = copy[start - 1]
    if copy[start].isdigit():
        inside = before in ",." and start > 1 and copy[start - 2].isdigit()
        return not (before.isdigit() or inside or before == "제" or "a" <= before <= "z")
    if before.isalnum():
        return any(copy.endswith(word, 0, start) for word in _GLUED_BEFORE)
    return True


def in_unit_of(first: Number, second: Number) -> Decimal | None:
    """Return the value of the first number of a range: it takes units of the second where it has none (2~3억)."""
    if first.value is None or second.value is None:
        return None
    tries: tuple[int, ...] = (1,)
    if first.bare:
        tries = (second.lead[0] * second.lead[1], second.lead[1], 1)
    elif not first.large:
        tries = (second.lead[1], 1)
    values = [first.value * scale for scale in tries]
    return next((value for value in values if value <= second.value), None)

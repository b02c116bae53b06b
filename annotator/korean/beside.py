"""What is said beside an amount or a length of time: about, at least, at most, more than, less than."""

import re
from typing import Final

_BEFORE: Final = (
    ("EQUAL_OR_MORE", re.compile(r"(?:최소한?|적어도|최저|적게는|못해도)(?: 약| 총)? ?$")),
    ("EQUAL_OR_LESS", re.compile(r"(?:최대한?|최고|많게는|많아야|기껏해야)(?: 약| 총)? ?$")),
    ("APPROX", re.compile(r"(?:(?<![가-힣])약|대략|얼추|어림잡아|줄잡아|거의|(?<![가-힣])한(?= )) ?$")),
)
_BETWEEN: Final = r"(?: ?(?:어치|상당|규모|짜리|씩|선|대))?"
_OVER: Final = r"(?:을|를|이|가)? ?"
_BELOW: Final = rf"{_OVER}(?:밑도|밑돌|채 안 ?되|안 되는)|에도? ?못 ?미[치친칠쳐]"
_ABOVE: Final = rf"{_OVER}(?:넘(?!겨|기|긴)|웃도|웃돌|상회|초과)"
_RANGE_OF: Final = r"대(?=[^가-힣]|$|[에의로를가인은]|까지|초반|중반|후반)"
_AFTER: Final = (
    ("EQUAL_OR_MORE", re.compile(rf"{_BETWEEN} ?이상")),
    ("EQUAL_OR_LESS", re.compile(rf"{_BETWEEN} ?(?:이하|이내)")),
    ("LESS_THAN", re.compile(rf"{_BETWEEN} ?미만|{_BELOW}")),
    ("MORE_THAN", re.compile(rf"{_BETWEEN} ?초과|{_ABOVE}")),
    ("APPROX", re.compile(rf"{_BETWEEN} ?(?:가량|정도|안팎|내외|쯤|남짓|전후)|{_RANGE_OF}")),
)
_NEAR: Final = 12


def modifier(copy: str, start: int, end: int, *, about: bool = False) -> str | None:
    """Return the modifier that stands before or behind a range of a copy, or None; `about`: 여 stood inside."""
    before = copy[max(0, start - _NEAR) : start]
    for mod, words in _BEFORE[:2]:
        if words.search(before):
            return mod
    for mod, words in _AFTER:
        if words.match(copy, end):
            return mod
    return "APPROX" if about or _BEFORE[2][1].search(before) else None

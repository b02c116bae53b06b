"""Lengths of time: 3년간, 사흘 동안, 1년 6개월; a kind of their own, off by default."""

import re
from collections.abc import Iterator
from typing import Final

from annotator.core.values import Norm
from annotator.korean.beside import modifier
from annotator.korean.dates.words import COUNTS, DASH, DAY_COUNTS, alternation
from annotator.korean.suggestion import Suggestion
from annotator.korean.text import Text

KIND: Final = "duration"
LABEL: Final = "DATE"
_UNITS: Final = {
    "년": "Y", "해": "Y", "개월": "M", "달": "M", "주일": "W", "주": "W", "일": "D", "시간": "TH", "분": "TM",
    "초": "TS",
}  # fmt: skip
_COUNT: Final = rf"[0-9]{{1,3}}(?:\.[0-9])?|{alternation(COUNTS)}"
# Years, months as 달, weeks and days by their number alone may be dates; a word behind them tells.
_MARK: Final = (
    r"(?= ?(?:간(?![가-힣])|간[의은을에]|동안|만에|만의|만 |째|이상|이하|이내|미만|가량|정도|넘|남짓|내내|안에|"
    r"치(?![가-힣])))"
)
_ALWAYS: Final = r"(?:개월|주일|시간|분|초)(?!의 ?[0-9])"
_NATIVE: Final = r"(?<![가-힣])(?:한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열) ?(?:달|해|주)(?![가-힣]|일)"
_PART: Final = rf"(?P<count>{_COUNT})(?:{DASH}(?P<last>[0-9]{{1,3}}))?(?P<about>여?) ?"
_UNIT: Final = rf"(?P<unit>{_ALWAYS}|(?:년|달|해|주|일)(?:여)?{_MARK}|년(?= ?[0-9]{{1,2}} ?개?월))"
_LENGTH: Final = re.compile(
    rf"(?<![0-9.,가-힣])(?:{_PART}{_UNIT}(?P<half> ?반)?(?: ?(?P<months>[0-9]{{1,2}}) ?개?월)?"
    rf"|(?P<days>{alternation(DAY_COUNTS)})(?=[^가-힣]|$|간|동안|만에|째|도|를|을|에)|(?P<native>{_NATIVE}))"
    r"(?! ?[전후뒤](?![가-힣]{2}))"
)
_BEFORE_OR_AFTER: Final = re.compile(r" ?(?:전|후|뒤)(?:[^가-힣]|$|에|의|부터|까지)")


def lengths(text: Text) -> Iterator[Suggestion]:
    """Yield the lengths of time of a text where they are asked for."""
    if KIND not in text.also:
        return
    for found in _LENGTH.finditer(text.copy):
        if _BEFORE_OR_AFTER.match(text.copy, found.end()):
            continue
        value = _value(found)
        mod = modifier(text.copy, found.start(), found.end(), about=bool(found["about"]))
        norm = None if value is None else Norm(KIND, value, None, mod)
        yield text.suggestion((found.start(), found.end()), LABEL, norm, rule="duration", rank=2)


def _value(found: re.Match[str]) -> str | None:
    if found["days"]:
        return "P1W" if found["days"] == "일주일" else f"P{DAY_COUNTS[found['days']]}D"
    if found["native"]:
        count = next(
            word for word in sorted(COUNTS, key=len, reverse=True) if found["native"].startswith(word)
        )
        return f"P{COUNTS[count]}{_UNITS[found['native'][-1]]}"
    said = found["count"]
    unit = _UNITS[found["unit"].removesuffix("여")]
    first = _written(said if said[0].isdigit() else str(COUNTS[said]), unit)
    if found["last"]:
        return f"{first}/{_written(found['last'], unit)}" if int(found["last"]) >= float(said) else None
    if unit == "Y" and (found["months"] or found["half"]):
        return f"{first}{found['months'] or 6}M"
    return None if found["half"] or found["months"] else first


def _written(count: str, unit: str) -> str:
    count = count.lstrip("0") or "0"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"

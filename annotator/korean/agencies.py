"""Agencies in a text: those of the list, with the country word outside the span, and words with a telling suffix.

Works on a folded copy (`annotator.core.folding`); offsets handed out are raw code points, end exclusive.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from annotator.core.folding import fold
from annotator.korean.josa import JOSA, agrees, find_josa
from annotator.korean.lexicon import Agency, Lexicon, shipped


class FoundAgency(NamedTuple):
    """A place that names an agency; `ref` is the id in the list, None where none or no single one is meant.

    Rank 1: a name of one body. Rank 2: a listed name whose body is not certain. Rank 3: a suffix only.
    """

    start: int
    end: int
    canonical: str
    ref: str | None
    rule: str
    rank: int


_COUNTRY_WORDS: Final = {
    "KR": "한국 대한민국 우리 韓",
    "US": "미국 미 美",
    "CN": "중국 중 中",
    "JP": "일본 일 日",
    "GB": "영국 영 英",
    "DE": "독일 독 獨",
    "FR": "프랑스 불 佛",
    "RU": "러시아 러 露",
    "CA": "캐나다 加",
    "AU": "호주 濠",
    "IN": "인도 印",
    "TW": "대만 臺",
    "KP": "북한 북 北",
    "EU": "eu 유럽연합 유럽",
}
_COUNTRIES: Final = {word: code for code, words in _COUNTRY_WORDS.items() for word in words.split()}
_COUNTRY: Final = "|".join(sorted(_COUNTRIES, key=len, reverse=True))
_LONGEST_COUNTRY: Final = max(map(len, _COUNTRIES)) + 2
# 한·미 is no country that decides.
_COUNTRY_BEFORE: Final = re.compile(rf"(?<![가-힣a-z0-9一-鿿·])({_COUNTRY}) ?$")
_COUNTRY_HERE: Final = re.compile(_COUNTRY)
_START: Final = re.compile(r"(?<![가-힣a-z0-9])[가-힣a-z0-9一-鿿]")
_HANGUL: Final = re.compile("[가-힣]*")
_LATIN: Final = re.compile("[a-z0-9]")
# What may stand directly behind the name of a body: who speaks for it.
_TAIL_WORDS: Final = """
장관급 장관 차관보 차관 대변인 관계자 당국자 고위급 직원 산하 소속 주관 주최 주도 측 등 및 간 내
"""
_TAILS: Final = tuple(_TAIL_WORDS.split())
_BRACKETED: Final = re.compile(r" ?\(([^()\n]{2,40})\)")
_ABBREVIATION: Final = re.compile(r"[A-Z][A-Za-z0-9&-]*[A-Z][A-Za-z0-9]*")

# A suffix tells only behind a stem of its own, and these endings are telling enough (`docs/korean-text.md`).
_SUFFIX: Final = re.compile(
    "(?:한국|대한|국립|국민|국가)[가-힣]{2,12}(?P<prefixed>공사|공단|재단|연구소)$"
    "|[가-힣]{2,14}(?P<plain>위원회|진흥원|평가원|관리원|개발원|과학원|감독원|연구원|연구재단)$"
    "|[가-힣]{1,12}(?:과학|기술|산업|통상|교통|문화|보건|복지|노동|환경|에너지|국방|외교|통신)(?P<ministry>부|처)$"
    "|[가-힣]{1,12}(?:개발|관리|안전|항공|우주|보호|진흥)(?P<office>청)$"
)
_GENERIC_WORDS: Final = """
책임연구원 선임연구원 수석연구원 주임연구원 전임연구원 객원연구원 초빙연구원 위촉연구원 후연구원
운영위원회 인사위원회 징계위원회 상임위원회 대책위원회 소위원회 추천위원회 심의위원회 자문위원회
집행위원회 조직위원회 준비위원회 실무위원회 공동위원회 특별위원회 사업부 영업부 편집부
"""
_GENERIC: Final = tuple(_GENERIC_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Place:
    """A listed name in the copy; the bodies it can mean; the country word before it."""

    start: int
    end: int
    bodies: tuple[Agency, ...]
    country: str | None
    alias: bool = False


_Index = dict[str, list[tuple[str, tuple[Agency, ...]]]]


def suggest_agencies(
    text: str, *, year: int | None = None, lexicon: Lexicon | None = None
) -> list[FoundAgency]:
    """Return the agencies of `text` in reading order, none overlapping another; by the shipped list without one.

    `year`, that of the document, decides between bodies whose shared name was in force one after the other.
    """
    return _Search(text, year, _index(shipped() if lexicon is None else lexicon)).run()


# Few: those of the open project, before and after a change, and the shipped one.
@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Index:
    """Order the names by their first two characters, the longest first."""
    index: _Index = defaultdict(list)
    for name in sorted(lexicon.by_name, key=len, reverse=True):
        index[name[:2]].append((name, lexicon.by_name[name]))
    return dict(index)


class _Search:
    """One text with its copy, gone through once from its beginning."""

    def __init__(self, text: str, year: int | None, index: _Index) -> None:
        self._raw = text
        self._year = year
        self._folded = fold(text)
        self._copy = self._folded.text
        self._index = index

    def run(self) -> list[FoundAgency]:
        """Return what is found, in reading order."""
        places: list[_Place] = []
        suffixed: list[FoundAgency] = []
        done = 0
        for match in _START.finditer(self._copy):
            at = match.start()
            if at < done:
                continue
            here = self._places(at)
            if here:
                # A hidden name means no body, and what lies inside it is hidden too.
                places += (place for place in here if place.bodies)
                done = here[-1].end
                continue
            guess = self._by_suffix(at)
            if guess is not None:
                suffixed += guess
                done = at + 1
        certain = frozenset(_ids(places))
        found = [self._resolved(place, certain) for place in places]
        return sorted([*found, *suffixed])

    def _places(self, at: int) -> list[_Place]:
        """Return the name that begins here or behind a country word here, and its alias in brackets."""
        place = self._name(at, self._country_before(at))
        if place is None:
            word = _COUNTRY_HERE.match(self._copy, at)
            if word is not None:
                place = self._name(word.end(), _COUNTRIES[word.group()])
        return [] if place is None else self._with_alias(place)

    def _country_before(self, at: int) -> str | None:
        before = _COUNTRY_BEFORE.search(self._copy[max(0, at - _LONGEST_COUNTRY) : at])
        return None if before is None else _COUNTRIES[before.group(1)]

    def _name(self, at: int, country: str | None) -> _Place | None:
        for name, bodies in self._index.get(self._copy[at : at + 2], ()):
            end = at + len(name)
            if not self._copy.startswith(name, at) or not self._ends(end):
                continue
            if not bodies:
                return _Place(at, end, (), country)
            written = self._written(at, end)
            same = tuple(body for body in bodies if _is_written(written, body))
            meant = tuple(
                body
                for body in same
                if body.country == country or not any(fold(own).text == name for own in body.guarded)
            )
            if meant:
                return _Place(at, end, meant, country)
            behind = self._bracketed(end)
            if behind is not None and same and any(self._means(behind, body) for body in same):
                return _Place(at, end, same, country)
        return None

    def _ends(self, end: int) -> bool:
        """Tell whether a name ends here: nothing of a word follows but a josa, or who speaks for the body."""
        if _LATIN.match(self._copy, end):
            return False
        rest = self._hangul(end)
        tail = next((tail for tail in _TAILS if rest.startswith(tail)), "")
        if not rest or rest == tail:
            return True
        if rest in JOSA and agrees(self._copy[end - 1], rest):
            return True
        return bool(tail) and rest[len(tail) :] in JOSA

    def _hangul(self, at: int) -> str:
        match = _HANGUL.match(self._copy, at, at + 12)
        return match.group() if match else ""

    def _with_alias(self, place: _Place) -> list[_Place]:
        behind = self._bracketed(place.end)
        if behind is None or not place.bodies or self._is_hidden(behind):
            return [place]
        meant = tuple(body for body in place.bodies if self._means(behind, body))
        if not meant and _ABBREVIATION.fullmatch(self._written(*behind)) is None:
            return [place]
        if meant:
            place = replace(place, bodies=meant)
        return [place, _Place(*behind, place.bodies, place.country, alias=True)]

    def _bracketed(self, end: int) -> tuple[int, int] | None:
        match = _BRACKETED.match(self._copy, end)
        return None if match is None else match.span(1)

    def _means(self, place: tuple[int, int], body: Agency) -> bool:
        return self._written(*place) in body.names

    def _is_hidden(self, place: tuple[int, int]) -> bool:
        name = self._copy[slice(*place)]
        return any(name == other and not bodies for other, bodies in self._index.get(name[:2], ()))

    def _written(self, start: int, end: int) -> str:
        start, end = self._folded.raw(start, end)
        return self._raw[start:end]

    def _by_suffix(self, at: int) -> list[FoundAgency] | None:
        """Return the word here, without josa, where its suffix tells a body; None where it does not."""
        match = _HANGUL.match(self._copy, at, at + 30)
        if match is None or match.end() - at < 4:
            return None
        end = find_josa(self._copy, at, match.end()).at
        word = self._copy[at:end]
        suffix = _SUFFIX.fullmatch(word)
        if suffix is None or word.endswith(_GENERIC):
            return None
        rule = f"agency-suffix:{suffix[str(suffix.lastgroup)]}"
        start, stop = self._folded.raw(at, end)
        found = [FoundAgency(start, stop, self._raw[start:stop], None, rule, 3)]
        behind = self._bracketed(end)
        if behind is None or self._is_hidden(behind):
            return found
        if _ABBREVIATION.fullmatch(self._written(*behind)):
            found.append(
                FoundAgency(*self._folded.raw(*behind), self._raw[start:stop], None, "agency-alias", 3)
            )
        return found

    def _resolved(self, place: _Place, certain: frozenset[str]) -> FoundAgency:
        start, end = self._folded.raw(place.start, place.end)
        body, rule, rank = _meant(place, certain, self._year)
        name = self._raw[start:end] if body is None else body.korean
        if place.alias and body is not None:
            rule = "agency-alias"
        return FoundAgency(start, end, name, None if body is None else body.id, rule, rank)


def _is_written(written: str, body: Agency) -> bool:
    """Tell whether a name in Latin letters has their case: who is not WHO; in Hangul there is none."""
    folded = fold(written).text
    return not written.isascii() or any(written == own for own in body.names if fold(own).text == folded)


def _ids(places: Sequence[_Place]) -> Iterator[str]:
    """Yield the bodies that some name of the text means without doubt."""
    for place in places:
        bodies = _of_country(place)
        if len(bodies) == 1:
            yield bodies[0].id


def _of_country(place: _Place) -> tuple[Agency, ...]:
    """Return the bodies that the country word before the name leaves; some are of no country."""
    if place.country is None:
        return place.bodies
    return tuple(body for body in place.bodies if body.country in {place.country, "INT", ""})


def _in_force(body: Agency, year: int | None) -> bool:
    return year is None or ((body.since or year) <= year <= (body.until or year))


def _meant(place: _Place, certain: frozenset[str], year: int | None) -> tuple[Agency | None, str, int]:
    """Return the body, the rule that says so and the rank."""
    bodies = _of_country(place)
    if not bodies:
        return None, f"agency-unlisted:{place.country}", 2
    if len(bodies) == 1:
        return bodies[0], "agency-name" if place.country is None else f"agency-country:{place.country}", 1
    known = [body for body in bodies if body.id in certain]
    if len(known) == 1:
        return known[0], "agency-document", 1
    then = [body for body in bodies if _in_force(body, year)]
    if len(then) == 1:
        return then[0], f"agency-year:{year}", 1
    home = [body for body in bodies if body.country == "KR"]
    if len(home) == 1 and place.country is None:
        return home[0], "agency-home", 2
    return None, "agency-ambiguous:" + ", ".join(body.id for body in bodies), 2

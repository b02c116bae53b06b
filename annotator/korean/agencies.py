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
from annotator.korean.agency_suffix import Guess, phrase_before, word_at
from annotator.korean.countries import COUNTRIES, INTERNATIONAL
from annotator.korean.josa import JOSA, agrees
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


_COUNTRY: Final = "|".join(sorted(COUNTRIES, key=len, reverse=True))
_LONGEST_COUNTRY: Final = max(map(len, COUNTRIES)) + 2
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
        self._phrases = self._named_phrases()

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
            guessed, done = self._by_suffix(at)
            suffixed += guessed
        certain = frozenset(_ids(places))
        found = [self._resolved(place, certain) for place in places]
        return sorted([*found, *suffixed])

    def _places(self, at: int) -> list[_Place]:
        """Return the name that begins here or behind a country word here, and its alias in brackets."""
        place = self._name(at, self._country_before(at))
        if place is None:
            word = _COUNTRY_HERE.match(self._copy, at)
            if word is not None:
                place = self._name(word.end(), COUNTRIES[word.group()])
                if place is not None and all(body.country == INTERNATIONAL for body in place.bodies):
                    place = None  # 미나토 is no NATO of the US
        return [] if place is None else self._with_alias(place)

    def _country_before(self, at: int) -> str | None:
        before = _COUNTRY_BEFORE.search(self._copy[max(0, at - _LONGEST_COUNTRY) : at])
        return None if before is None else COUNTRIES[before.group(1)]

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

    def _begins_a_name(self, at: int) -> bool:
        return self._name(at, None) is not None

    def _named_phrases(self) -> dict[int, Guess]:
        """Return the names of several words that a short form in brackets closes, by where they begin."""
        found: dict[int, Guess] = {}
        for match in _BRACKETED.finditer(self._copy):
            if _ABBREVIATION.fullmatch(self._written(*match.span(1))):
                phrase = phrase_before(self._copy, match.start(), self._begins_a_name)
                if phrase is not None:
                    found[phrase.start] = phrase
        return found

    def _by_suffix(self, at: int) -> tuple[list[FoundAgency], int]:
        """Return the body that a suffix tells to begin here, with its short form, and where to go on."""
        guess = self._phrases.get(at) or word_at(self._copy, at)
        if guess is None:
            return [], at
        start, stop = self._folded.raw(guess.start, guess.end)
        name = self._raw[start:stop]
        found = [FoundAgency(start, stop, name, None, f"agency-suffix:{guess.suffix}", 3)]
        behind = self._bracketed(guess.end)
        if behind is None or self._is_hidden(behind):
            return found, guess.end
        if _ABBREVIATION.fullmatch(self._written(*behind)) is None:
            return found, guess.end
        found.append(FoundAgency(*self._folded.raw(*behind), name, None, "agency-alias", 3))
        return found, behind[1]

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
    return tuple(body for body in place.bodies if body.country in {place.country, INTERNATIONAL, ""})


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

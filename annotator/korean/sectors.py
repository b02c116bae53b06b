"""Sectors in a text: the terms of the taxonomy as words of their own, the longest first, none inside a name.

Works on a folded copy (`annotator.core.folding`); what is handed out are raw code points, end exclusive.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.folding import fold_term
from annotator.core.values import Norm
from annotator.korean.agencies import suggest_agencies
from annotator.korean.josa import JOSA, agrees
from annotator.korean.sector_names import Names
from annotator.korean.suggestion import Reading, Suggestion
from annotator.korean.taxonomy import TAXONOMY, Sector, Taxonomy, Term, shipped
from annotator.korean.text import Text

LABEL: Final = "SECTOR"
Range = tuple[int, int]

_START: Final = re.compile(r"(?<![가-힣a-z0-9_@])(?<![0-9]\.)[가-힣a-z0-9]")
_HANGUL: Final = re.compile("[가-힣]*")
_LONGEST_TAIL: Final = 12
# What is said of a field, and stays outside the span: 반도체 산업, 인공지능기술.
_FIELD_WORDS: Final = """
분야 산업 산업계 신산업 업계 업종 기술 기술력 과학 과학기술 부문 기업 업체 스타트업 벤처기업 연구
연구개발 생태계 전문기업 협력 융합 원천기술 핵심기술 기반기술 첨단기술
"""
# Behind a term of the national list these tell too: 우주 정책, 양자 시대.
_NATIONAL_WORDS: Final = """
시장 정책 투자 인재 강국 경쟁력 개발 탐사 경제 안보 소재 부품 장비 시대 패권 전문가 석학 인력 육성 수출
인프라 센터 굴기 동맹 예산 사업 전략 주권
"""
# Joined to a term these are no part of a longer word.
_JOINED_WORDS: Final = """
제품 공장 셀 팩 망 설계 생산 수입 사업 사업부 공급망 관련 업황 특화 클러스터 단지 부품사 장비사 소재사
"""
_FIELD: Final = frozenset(_FIELD_WORDS.split())
_NATIONAL: Final = _FIELD.union(_NATIONAL_WORDS.split())


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_JOINED: Final = re.compile(f"(?:{_any_of(_NATIONAL.union(_JOINED_WORDS.split()))}){{1,2}}")
_TELLS_FIELD: Final = re.compile(_any_of({*_FIELD, "r&d"}))
_TELLS_NATIONAL: Final = re.compile(_any_of({*_NATIONAL, "r&d"}))
_ENDING_WORDS: Final = """
등 등을 등의 등에 등이 등은 등과 등으로 등에서 등도 및
"""
# These end ordinary words as well (우주인, 양자간): only behind a term that means one thing.
_SHORT_ENDING_WORDS: Final = """
나 뿐 뿐만 인 임 들 들이 들은 들을 들의 들도 란 고 며 용 간 내 외 주 주가 주는 주의 주와 화 화를 화가 화와 발 판
"""
_ENDINGS: Final = frozenset(_ENDING_WORDS.split())
_SHORT_ENDINGS: Final = frozenset(_SHORT_ENDING_WORDS.split())
_MODIFIER: Final = re.compile("(?:차세대|첨단) ?")
# Between the members of a list: AI·양자, 반도체와 조선, 인공지능(AI) 기술, 로봇, and two names of one: 양자(퀀텀).
_LIST: Final = re.compile(
    rf"(?: ?(?:{_any_of(_FIELD)}){{1,2}})?\)?(?: ?[·∙•/] ?|, ?|[와과] | 및 |하고 | ?[△▲▷] ?)| ?\("
)
_LONGEST_GAP: Final = 16
_ADDRESS: Final = re.compile(r"@|://|www\.|\.[a-z]{2}")
_ASCII_RUN: Final = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A term in the copy; `why` is the beginning of the rule, "" where an ordinary word may be meant."""

    start: int
    end: int
    term: Term
    sector: Sector
    why: str


def sectors(
    text: Text, taken: Iterable[Range] | None = None, taxonomy: Taxonomy | None = None
) -> Iterator[Suggestion]:
    """Yield the sectors of a text in reading order, none overlapping another; by the shipped taxonomy without one.

    `taken` are raw ranges of agencies, inside which nothing is a sector; without it they are looked for. Rank 1: a
    term that means one thing; 2: one of two characters; 3: an ordinary word that its neighbours make a sector; 4: one
    that only the rest of the text does.
    """
    if taken is None:
        taken = [(made.start, made.end) for made in suggest_agencies(text.raw)]
    known = shipped() if taxonomy is None else taxonomy
    places = _Search(text, known, _in_copy(text, taken)).run()
    for place in _decided(text.copy, places, known):
        norm = _norm(place.sector)
        rule = f"{place.why}:{place.term.text}"
        yield text.suggestion((place.start, place.end), LABEL, norm, rule=rule, rank=_rank(place))


def read_sector(marked: str, taxonomy: Taxonomy | None = None) -> Reading | None:
    """Return the sector of the term that a text is, 차세대 or 첨단 before it or not; None where it is no term.

    The ordinary words among the terms count too: whoever marked the text has decided what it means.
    """
    known = shipped() if taxonomy is None else taxonomy
    text = fold_term(marked).strip()
    modifier = _MODIFIER.match(text)
    for form in (text, text[modifier.end() :] if modifier else ""):
        term = known.by_writing.get(form)
        if term is not None and term.sector is not None:
            return Reading(_norm(term.sector), f"sector:{term.text}")
    return None


def _norm(sector: Sector) -> Norm | None:
    if not sector.code:
        return None
    return Norm("sector", sector.code, ref=TAXONOMY if sector.kind != "own" else None)


def _rank(place: _Place) -> int:
    if place.why == "sector":
        return 1 if len(place.term.text) > 2 else 2
    return 3 if place.why == "sector-beside" else 4


def _in_copy(text: Text, ranges: Iterable[Range]) -> Iterator[Range]:
    starts = text.folded.starts
    for start, end in ranges:
        yield bisect_right(starts, start) - 1, bisect_left(starts, end)


class _Search:
    """One text, gone through once from its beginning."""

    def __init__(self, text: Text, taxonomy: Taxonomy, taken: Iterable[Range]) -> None:
        self._text = text
        self._copy = text.copy
        self._index = taxonomy.index
        self._names = Names(text.copy)
        self._closed = _Closed([*taken, *self._names.closed()])
        self._rivals: dict[str, bool] = {}

    def run(self) -> list[_Place]:
        """Return the terms that are words of their own, in reading order."""
        places: list[_Place] = []
        done = 0
        for match in _START.finditer(self._copy):
            at = match.start()
            if at < done:
                continue
            listed = bool(places) and self._copy[places[-1].end : at] == "·"
            place = self._term(at, at, joined=listed) or self._modified(at, joined=listed)
            if place is None:
                continue
            done = place.end
            if place.term.sector is None or self._is_elsewhere(place):
                continue
            # 이차전지 소재 is about the batteries; 첨단 소재 would not be.
            behind = bool(places) and self._copy[places[-1].end : place.start] == " "
            if not (place.term.is_part and behind and not _MODIFIER.match(self._copy, place.start)):
                places.append(place)
        return places

    def _modified(self, at: int, *, joined: bool) -> "_Place | None":
        modifier = _MODIFIER.match(self._copy, at)
        if modifier is None:
            return None
        place = self._term(modifier.end(), at, joined=joined)
        if place is None or place.why:
            return place
        return replace(place, why="sector-beside")

    def _term(self, at: int, start: int, *, joined: bool) -> "_Place | None":
        """Return the longest term that begins at `at`, or the phrase that means none; `start` is the span's."""
        for writing, term in self._index.get(self._copy[at : at + 2], ()):
            if not self._copy.startswith(writing, at):
                continue
            end = at + len(writing)
            if term.sector is None:
                # Between others of a list it is one all the same: AI·양자 협력.
                if joined:
                    continue
                return _Place(start, end, term, _NOTHING, "")
            why = self._why(at, end, term)
            if why is not None:
                return _Place(start, end, term, term.sector, why)
        return None

    def _why(self, at: int, end: int, term: Term) -> str | None:
        """Return by which rule a term is one here, "" where it may be; None where it is part of a longer word."""
        field = self._tail(end, is_ambiguous=term.is_ambiguous)
        if field is None or not self._is_written(at, end, term):
            return None
        if not term.is_ambiguous:
            return "sector"
        behind = 2 if self._copy.startswith(") ", end) else 1
        following = end if field else end + behind
        is_near = bool(field) or self._copy[following - 1 : following] == " "
        return "sector-beside" if is_near and self._tells_field(following, term) else ""

    def _tells_field(self, at: int, term: Term) -> bool:
        """Tell whether the word here is said of fields, or behind terms of this entry."""
        sector = term.sector
        if sector is None:
            return False
        tells = _TELLS_NATIONAL if sector.kind == "nst" else _TELLS_FIELD
        return tells.match(self._copy, at) is not None or self._copy.startswith(sector.cues or "\n", at)

    def _tail(self, end: int, *, is_ambiguous: bool) -> str | None:
        """Return the word for a field that is joined to a term, "" without one; None where the word goes on."""
        rest = self._hangul(end)
        behind = self._copy[end + len(rest) : end + len(rest) + 2]
        if len(rest) > _LONGEST_TAIL or _goes_on(behind, is_latin=not rest and self._copy[end - 1].isascii()):
            return None
        for cut in range(len(rest) + 1):
            field, ending = rest[:cut], rest[cut:]
            if field and _JOINED.fullmatch(field) is None:
                continue
            if not ending or (ending in JOSA and agrees(self._copy[end + cut - 1], ending)):
                return field
            if ending in _ENDINGS or (ending in _SHORT_ENDINGS and not is_ambiguous):
                return field
        return None

    def _hangul(self, at: int) -> str:
        match = _HANGUL.match(self._copy, at, at + _LONGEST_TAIL + 1)
        return match.group() if match else ""

    def _is_written(self, at: int, end: int, term: Term) -> bool:
        """Tell whether Latin letters of a term have their case (IT is not it) and stand in no address."""
        if term.text.isascii() or self._copy[at].isascii() or self._copy[end - 1].isascii():
            if self._copy[at].isascii() and self._copy[max(0, at - 1) : at] == "-":
                return False
            if _ADDRESS.search(self._ascii_run(at, end)):
                return False
            raw_start, raw_end = self._text.folded.raw(at, end)
            if not any(char.islower() for char in term.text if char.isascii()):
                return not any(char.islower() for char in self._text.raw[raw_start:raw_end])
        return True

    def _ascii_run(self, at: int, end: int) -> str:
        first = at
        while first > 0 and at - first < _ASCII_RUN and "!" <= self._copy[first - 1] <= "~":
            first -= 1
        last = end
        while last < len(self._copy) and last - end < _ASCII_RUN and "!" <= self._copy[last] <= "~":
            last += 1
        return self._copy[first:last]

    def _is_elsewhere(self, place: _Place) -> bool:
        """Tell whether a term stands inside a name, or in a text that gives it another meaning."""
        return (
            self._closed.overlaps(place.start, place.end)
            or self._has_rival(place)
            or self._names.hold(place.start, place.end)
        )

    def _has_rival(self, place: _Place) -> bool:
        rivals = place.sector.rivals.get(place.term.text, ())
        if not rivals:
            return False
        if place.term.text not in self._rivals:
            here = any(rival in self._copy for rival in rivals)
            self._rivals[place.term.text] = here and place.sector.korean not in self._copy
        return self._rivals[place.term.text]


class _Closed:
    """Ranges of the copy in which nothing is looked for, joined where they overlap."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a range has a character in one of them."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def _goes_on(behind: str, *, is_latin: bool) -> bool:
    """Tell whether the two characters behind a word belong to it: OLED2, AI-RAN, ai.example."""
    if not behind:
        return False
    if _is_latin(behind[0]) or behind[0] == "_":
        return True
    return is_latin and behind[0] in "-.+" and _is_latin(behind[1:])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _decided(copy: str, places: Sequence[_Place], taxonomy: Taxonomy) -> list[_Place]:
    """Return the places without those of ordinary words that nothing makes a sector."""
    decided = list(places)
    for order in (range(1, len(decided)), range(len(decided) - 2, -1, -1)):
        step = order.step
        for number in order:
            beside = decided[number - step]
            if not decided[number].why and beside.why and _are_listed(copy, decided[number], beside):
                decided[number] = replace(decided[number], why="sector-beside")
    certain = {taxonomy.family(place.sector) for place in decided if place.why == "sector"}
    return [
        place if place.why else replace(place, why="sector-document")
        for place in decided
        if place.why or (place.term.text == place.sector.korean and taxonomy.family(place.sector) in certain)
    ]


def _are_listed(copy: str, one: _Place, other: _Place) -> bool:
    first, second = sorted((one, other), key=lambda place: place.start)
    return (
        second.start - first.end <= _LONGEST_GAP
        and _LIST.fullmatch(copy, first.end, second.start) is not None
    )


_NOTHING: Final = Sector("", "", "", None, "", "", (), frozenset(), frozenset(), (), (), {}, {}, "", None)

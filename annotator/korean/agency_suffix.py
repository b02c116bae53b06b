"""Bodies that no list has, told by how their names end: a word with a telling suffix, a phrase before (ABBR).

Works on a folded line of text (`annotator.core.folding`); offsets are those of the copy, end exclusive.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from annotator.korean.countries import COUNTRIES
from annotator.korean.josa import carries_josa, find_josa
from annotator.korean.segment import eojeol_before


class Guess(NamedTuple):
    """A place that ends as names of bodies do, without josa, and the suffix that tells."""

    start: int
    end: int
    suffix: str


_HANGUL: Final = re.compile("[가-힣]*")
# A suffix tells only behind a stem of its own, and these endings are telling enough (`docs/korean-text.md`).
_SUFFIX: Final = re.compile(
    "(?:한국|대한|국립|국민|국가)[가-힣]{2,12}(?P<prefixed>공사|공단|재단|연구소)$"
    "|[가-힣]{2,14}(?P<plain>위원회|진흥원|평가원|관리원|개발원|과학원|감독원|연구원|연구재단)$"
    "|[가-힣]{2,14}(?:과학|기술|연구|산업|협력|안전|보안)(?P<centre>센터)$"
    "|[가-힣]{1,12}(?:과학|기술|산업|통상|교통|문화|보건|복지|노동|환경|에너지|국방|외교|통신)(?P<ministry>부|처)$"
    "|[가-힣]{1,12}(?:개발|관리|안전|항공|우주|보호|진흥)(?P<office>청)$"
)
_GENERIC_WORDS: Final = """
책임연구원 선임연구원 수석연구원 주임연구원 전임연구원 객원연구원 초빙연구원 위촉연구원 후연구원
운영위원회 인사위원회 징계위원회 상임위원회 대책위원회 소위원회 추천위원회 심의위원회 자문위원회
집행위원회 조직위원회 준비위원회 실무위원회 공동위원회 특별위원회 사업부 영업부 편집부
"""
_GENERIC: Final = tuple(_GENERIC_WORDS.split())
# Before a short form in brackets more endings tell than without one.
_BEFORE_SHORT_FORM: Final = re.compile(
    "[가-힣]*?(?P<suffix>위원회|협의회|협의체|이사회|연구회|연구소|연구원|진흥원|평가원|관리원|개발원|과학원|감독원"
    "|센터|재단|기구|공사|공단|본부|사무국|사무소|정책실|정보국|관리국|보호국|안보국|조사국|정책국|기획국|산업국)$"
)
# A verb before a noun (개최한 연구센터) is no part of the noun's name.
_VERB: Final = re.compile(
    "(?:한|된|할|될|하는|되는|하던|있는|없는|받은|위한|대한|관한|따른|통한|맺은|만든|세운)$"
)
# One who is named, or a point in time, is none either.
_NOT_OF_A_NAME: Final = re.compile(
    r"[0-9]|(?:대통령|총리|장관|의원|기자|교수|박사|대표|회장|사장|위원장|이날|전날|올해)$"
)
# 양국 위원회 is of two countries.
_BOTH: Final = frozenset({"양국", "각국"})
_MOST_WORDS: Final = 6
_LONGEST: Final = 40


def word_at(copy: str, at: int) -> Guess | None:
    """Return the word that begins at `at` where its suffix tells a body; None where it does not."""
    match = _HANGUL.match(copy, at, at + 30)
    if match is None or match.end() - at < 4:
        return None
    end = find_josa(copy, at, match.end()).at
    word = copy[at:end]
    suffix = _SUFFIX.fullmatch(word)
    if suffix is None or word.endswith(_GENERIC):
        return None
    return Guess(at, end, suffix[str(suffix.lastgroup)])


def phrase_before(copy: str, end: int, begins_a_name: Callable[[int], bool]) -> Guess | None:
    """Return the name of several words that ends at `end`, before its short form in brackets; None where none does.

    Its last word ends as bodies do; the words before it belong to it back to one that carries a josa, is a verb, ends
    in a mark, names a country or a person's post, or begins a listed name (`begins_a_name`).
    """
    first = _word_start(copy, end)
    last = _BEFORE_SHORT_FORM.fullmatch(copy, first, end)
    if last is None or copy[first:end].endswith(_GENERIC):
        return None
    start = first
    for _word in range(_MOST_WORDS):
        before, stop = eojeol_before(copy, start)
        if before == stop or end - before > _LONGEST or not _belongs(copy, before, stop):
            break
        if begins_a_name(before):
            break
        start = before
    while copy.startswith(("및 ", "등 "), start):
        start += 2
    return (
        None if start == first and end - first == len(last["suffix"]) else Guess(start, end, last["suffix"])
    )


def _word_start(copy: str, end: int) -> int:
    start = end
    while start > 0 and end - start < _LONGEST and "가" <= copy[start - 1] <= "힣":
        start -= 1
    return start


def _belongs(copy: str, start: int, end: int) -> bool:
    word = copy[start:end]
    if word in COUNTRIES or word in _BOTH or not word.isalnum() or carries_josa(copy, start, end):
        return False
    return _VERB.search(word) is None and _NOT_OF_A_NAME.search(word) is None

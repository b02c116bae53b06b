"""Josa: which endings are one, after what they may stand, and the words that only look as if they carried one."""

from dataclasses import dataclass
from typing import Final

from annotator.korean.lookalikes import is_josa_here, is_lookalike

# Left out (docs/korean-text.md, 2.4): 고 자 다 며 나 라 란 야 인 임 께 랑 alone, which end too many nouns, and the
# bound nouns 간 측 경 쯤 씩 들.
_PARTICLES: Final = """
은 는 이 가 을 를 의 에 와 과 도 만 로 으로
에서 에게 에게서 한테 께서 부터 까지 마저 조차 밖에 대로 보다 처럼 만큼 마다 하고 커녕 치고
로서 으로서 로써 으로써 로부터 으로부터 에서부터 이나 이랑 같이 같은 만에
"""
_COMPOUNDS: Final = """
에는 에도 에만 에의 에선 에서는 에서도 에서만 에서의 에서부터는 에서까지 에서조차 에서보다
에게는 에게도 에게만 에겐 에게로 한테는 한테도 께서는 께서도
으로는 으로도 으로만 으로의 으로선 로는 로도 로만 로의 로선
로서는 로서도 로서의 으로서는 으로서도 으로서의 로부터는 로부터의 으로부터는 으로부터의
부터는 부터도 부터의 까지는 까지도 까지만 까지의 와는 와도 와의 과는 과도 과의
만은 만이 만을 만의 만도 만으로 만으로는 만으로도 만에는 만에도
보다는 보다도 처럼은 만큼은 만큼의 만큼이나 마저도 조차도
"""
_COPULA: Final = """
이다 이며 이고 이자 이면 이라 이란 이라고 이라는 이라며 이라면 이라도 이라서 이라니 이지만 이어서 이므로
이었다 이었던 이었다면 이었고 이었으며 이었지만 이래 입니다 인데 인지 이든 이든지
라고 라는 라며 라면 라도 라서 라니 지만 여서 였다 였던 였다면 였고 였으며 였지만
"""
JOSA: Final = frozenset((_PARTICLES + _COMPOUNDS + _COPULA).split())
_LONGEST: Final = max(map(len, JOSA))
_LAST_SYLLABLES: Final = frozenset({form[-1] for form in JOSA} | {"엔", "인"})

_ANY, _CONSONANT, _VOWEL, _CONSONANT_NOT_RIEUL, _VOWEL_OR_RIEUL = range(5)
# After a vowel the 이 of 이다 may go but need not: 대표이자.
_WRITTEN_OUT: Final = "이며 이자 이면 이라고 이라는 이지만 이었다 이었던 이었고 이었으며"
_AGREEMENT: Final = (
    ("으로", _CONSONANT_NOT_RIEUL),
    ("지만", _VOWEL),
    ("로", _VOWEL_OR_RIEUL),
    *((char, _CONSONANT) for char in "은과을이"),
    *((char, _VOWEL) for char in "는가와를라여였"),
)
_NEEDS: Final = {
    form: next((need for beginning, need in _AGREEMENT if form.startswith(beginning)), _ANY)
    for form in JOSA.difference(_WRITTEN_OUT.split())
}
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_FINALS: Final = 28
_RIEUL: Final = 8
_CONTEXT: Final = 16
# After one syllable these are a josa, other single syllables as often the end of a noun (정도, 회의, 도로) ...
_CERTAIN: Final = "에은는을를"
# ... but for these, which stand behind other words: 한 달의, 정부 측이.
_SHORT_NOUNS: Final = "년월일달해날때곳명원번초말후전내간중측등"


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the josa of a word begins, or the word's end; `kept`: a lookalike was left on it."""

    at: int
    kept: bool = False


def agrees(before: str, josa: str) -> bool:
    """Tell whether a josa may stand after the character `before`; after anything but a Hangul syllable it may."""
    code = ord(before)
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return True
    final = (code - _FIRST_SYLLABLE) % _FINALS
    need = _NEEDS.get(josa, _ANY)
    return (
        need == _ANY
        or (need == _CONSONANT and final != 0)
        or (need == _VOWEL and final == 0)
        or (need == _CONSONANT_NOT_RIEUL and final not in {0, _RIEUL})
        or (need == _VOWEL_OR_RIEUL and final in {0, _RIEUL})
    )


def find_josa(text: str, start: int, end: int) -> Ending:
    """Return where the josa of the word or phrase `start` to `end` of a folded line begins: the longest that fits.

    One syllable of the last word is left alone only where the josa is certain, and never where it is all there is.
    """
    if text[end - 1] not in _LAST_SYLLABLES:
        return Ending(end)
    kept = False
    refused = end
    for at in range(max(start + 1, end - _LONGEST), end):
        if not is_josa(text, at, end):
            kept = kept or (text[at:end] in JOSA and agrees(text[at - 1], text[at:end]))
        elif not _leaves_one_syllable(text, start, at, end):
            # Where one syllable was refused to 당에서는, 당에서 is no word either; to 나라는, 나라 is one.
            if refused == end or (at == refused + 1 and text[refused] not in JOSA):
                return Ending(at)
        else:
            refused = min(refused, at)
    return Ending(end, kept)


def is_josa(text: str, at: int, end: int) -> bool:
    """Tell whether `at` to `end` is a josa of the word before it in a folded line."""
    ending, stem = text[at:end], text[max(0, at - _CONTEXT) : at]
    if ending in JOSA and agrees(text[at - 1], ending):
        return not stem[-1].isspace() and not is_lookalike(stem, ending, text[end : end + _CONTEXT])
    return is_josa_here(stem, ending)


def carries_josa(text: str, start: int, end: int) -> bool:
    """Tell whether a word carries a josa, be its stem one syllable: 간에, 그는; of 수도, 국가 no one can say."""
    at = find_josa(text, start, end).at
    return at < end or (
        end - start > 1 and is_josa(text, start + 1, end) and _is_certain(text, start + 1, end)
    )


def _leaves_one_syllable(text: str, start: int, at: int, end: int) -> bool:
    if not _is_syllable(text[at - 1]) or (at - 1 > start and not text[at - 2].isspace()):
        return False
    return at - 1 == start or not (_is_certain(text, at, end) or text[at - 1] in _SHORT_NOUNS)


def _is_certain(text: str, at: int, end: int) -> bool:
    return end - at > 1 or text[at] in _CERTAIN


def _is_syllable(char: str) -> bool:
    return _FIRST_SYLLABLE <= ord(char) <= _LAST_SYLLABLE

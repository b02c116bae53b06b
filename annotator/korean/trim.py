"""Trimming of a range: blanks, marks, half brackets and the josa, never down to nothing."""

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from annotator.korean.josa import JOSA, Ending, find_josa
from annotator.korean.segment import is_mark, is_plain, pairs, segment

_SYLLABLE: Final = re.compile("[가-힣]")
# ㈜, ㈔ are words, ㎞, ℃, % end a quantity, $ and ₩ belong to an amount.
_WORD_SIGNS: Final = re.compile("[㈔㈜㈝㈞㈱㈳㈶㍱-㏟№℡]")
_UNIT_SIGNS: Final = "%‰°℃℉"


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What is left of a range, and why something was left out of it, or was not."""

    start: int
    end: int
    reason: str


def trim(text: str, start: int, end: int) -> Trimmed:
    """Return the range of `text` without blanks, marks, half brackets and its josa (`docs/korean-text.md`, 2.3)."""
    first, last = strip(text, start, end)
    if first == last:
        return Trimmed(start, end, "whole")
    reason = "whole" if (first, last) == (start, end) else "marks"
    ending = leave_josa(text, first, last)
    if ending.at < last:
        return Trimmed(*strip(text, first, ending.at), "josa")
    return Trimmed(first, last, "kept" if ending.kept else reason)


def leave_josa(text: str, start: int, end: int) -> Ending:
    """Return where the josa of a stripped range begins, or its end: where none is, or too little would be left."""
    ending = find_josa(text, start, end)
    if ending.at == end:
        return ending
    left = text[slice(*strip(text, start, ending.at))]
    whole = not left or _SYLLABLE.fullmatch(left) or not _ends_word(text, ending.at, end)
    return Ending(end) if whole else ending


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without what `is_mark` at both ends, balanced brackets kept, a pair around the whole not."""
    if start < end and is_plain(text[start]) and is_plain(text[end - 1]):
        return start, end
    partners = pairs(text, start, end)
    while start < end:
        left, right = _after_mark(text, start, end), _before_mark(text, start, end)
        if partners.get(start) == end - 1:
            start, end = start + 1, end - 1
        elif left > start and start not in partners:
            start = left
        elif right < end and end - 1 not in partners:
            end = right
        else:
            break
    return start, max(start, end)


def _ends_word(text: str, josa: int, end: int) -> bool:
    # A range that a person drew to the middle of a word ends there on purpose: 제도 of 제도권 carries no josa.
    if end >= len(text) or not _SYLLABLE.match(text[end]):
        return True
    rest = text[slice(*strip(text, end, segment(text, end, end)[1]))]
    return text[josa:end] + rest in JOSA or rest in JOSA


def _after_mark(text: str, start: int, end: int) -> int:
    at = start
    if is_mark(text[at]) and not _is_word_sign(text[at]):
        at += 1
    elif category(text[at])[0] != "M":
        return start
    while at < end and category(text[at])[0] == "M":
        at += 1
    return at


def _before_mark(text: str, start: int, end: int) -> int:
    at = end - 1
    while at > start and category(text[at])[0] == "M":
        at -= 1
    char = text[at]
    if not is_mark(char) or _is_word_sign(char):
        return end
    return end if char in _UNIT_SIGNS and at > start and text[at - 1].isdigit() else at


def _is_word_sign(char: str) -> bool:
    return category(char) == "Sc" or _WORD_SIGNS.match(char) is not None

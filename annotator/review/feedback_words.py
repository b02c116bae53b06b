"""The words of what is handed out: numbers, classes of difference, what lies between boundaries, reasons."""

from collections.abc import Mapping, Sequence
from typing import Final

from annotator.review.feedback import Differing, Shown
from annotator.review.web_page import Two

NUMBERS: Final = (
    (Two("정확 일치 F1", "exact F1"), "f1_exact"),
    (Two("정밀도", "precision"), "p_exact"),
    (Two("재현율", "recall"), "r_exact"),
    (Two("겹침 일치 F1", "lenient F1"), "f1_lenient"),
    (Two("경계 F1", "boundary F1"), "f1_boundary"),
    (Two("값 일치", "values"), "value_rate"),
)
"""The numbers of a report on one annotator: words, and the field of `Numbers`."""

CLASSES: Final[Mapping[str, Two]] = {
    "only_a": Two("빠뜨림", "missed"),
    "only_b": Two("더 표시함", "marked too much"),
    "boundary": Two("경계", "boundary"),
    "label": Two("라벨", "label"),
    "boundary_label": Two("경계와 라벨", "boundary and label"),
    "value": Two("값", "value"),
    "split": Two("나누어 표시함", "cut into several"),
    "merge": Two("합쳐 표시함", "joined into one"),
}
_KINDS: Final = {
    "josa": Two("조사", "josa"),
    "whitespace": Two("공백", "blank"),
    "punct": Two("문장부호", "punctuation"),
    "both": Two("양 끝", "both ends"),
    "left": Two("시작", "the start"),
    "right": Two("끝", "the end"),
}
_REASONS: Final = {
    "ambiguous": Two("글이 모호함", "ambiguous text"),
    "guideline": Two("지침에 없음", "gap in the guideline"),
    "slip": Two("실수", "slip"),
    "boundary": Two("경계 규칙", "boundary rule"),
    "both_fine": Two("둘 다 맞음", "both fine"),
}
NOTHING: Final = Two("없음", "nothing")


def class_words(row: Differing) -> Two:
    """Return how a span differs, with what lies between the boundaries."""
    words = CLASSES.get(row.cls, Two(row.cls, row.cls))
    kind = _KINDS.get(row.kind)
    if kind is None:
        return words
    return Two(f"{words.korean}: {kind.korean}", f"{words.english}: {kind.english}")


def reason_words(reason: str) -> Two | None:
    """Return a reviewer's reason, None where there is none."""
    return _REASONS.get(reason)


def in_line(words: Two) -> str:
    """Return words of both languages in one line of plain text."""
    return f"{words.korean} ({words.english})"


def comment_line(reason: str, note: str) -> str:
    """Return a reviewer's reason and note in one line of plain text."""
    words = reason_words(reason)
    return ". ".join(part for part in ("" if words is None else in_line(words), note) if part)


def spans_line(spans: Sequence[Shown], nothing: str = in_line(NOTHING)) -> str:
    """Return spans in one line of plain text."""
    return ", ".join(f"{one.text} [{one.label}]{equals(one.value)}" for one in spans) or nothing


def equals(value: str | None) -> str:
    """Return a value as it stands behind its span."""
    return "" if value is None else f" = {value}"

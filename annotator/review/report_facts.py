"""What the report of a project's numbers tells at its top: which numbers these are, and of what."""

from collections.abc import Sequence
from typing import Final

from annotator.review.frozen import Numbers, done_by
from annotator.review.web_page import DASH, Html, Two, plain

_HASH: Final = 12
ZONES: Final = {
    "title": Two("제목", "title"),
    "deck": Two("부제", "deck"),
    "dateline": Two("발신", "dateline"),
    "body": Two("본문", "body"),
    "caption": Two("사진 설명", "caption"),
    "byline": Two("기자 이름", "byline"),
    "table": Two("표", "table"),
    "heading": Two("소제목", "heading"),
    "footnote": Two("각주", "footnote"),
    "contact": Two("연락처", "contact"),
}
"""The words for kinds of zone."""
_REVIEWS: Final = {
    "not_started": Two("검토 시작 전", "review not begun"),
    "in_review": Two("검토 중", "in review"),
    "done": Two("검토 완료", "review done"),
    "reopened": Two("검토 다시 열림", "review open again"),
}


def facts_of(numbers: Numbers, round_name: str = "") -> list[tuple[Two, Html]]:
    """Return words and what is said of them; `round_name` is plain text, "" for numbers that are in no round."""
    labels = numbers["labels"]
    days = " – ".join(dict.fromkeys(day for day in numbers["dates"] if day))
    narrowed = _narrowed(numbers)
    facts: list[tuple[Two, Html]] = [
        (Two("작업자", "Annotators"), ", ".join(map(plain, done_by(numbers))) or DASH),
        (Two("구간을 표시한 날", "Spans made"), plain(days) if days else DASH),
        (Two("라벨", "Labels"), plain(", ".join(labels["keys"]))),
        (
            Two("라벨 세트", "Label set"),
            Two(
                f"버전 {labels['version']} (SHA-256 {labels['sha256'][:_HASH]}…)",
                f"version {labels['version']} (SHA-256 {labels['sha256'][:_HASH]}…)",
            ),
        ),
        (Two("프로그램", "Program"), plain(f"annotator {numbers['program']}")),
    ]
    if narrowed:
        facts.insert(0, (Two("견준 범위", "Narrowed to"), Two(*map(", ".join, zip(*narrowed, strict=True)))))
    if round_name:
        facts.insert(0, (Two("회차", "Round"), plain(round_name)))
    return facts


def _narrowed(numbers: Numbers) -> Sequence[tuple[str, str]]:
    filters = numbers["filters"]
    found = [Two(plain(label), plain(label)) for label in filters.get("labels", ())]
    found += [ZONES.get(zone) or Two(plain(zone), plain(zone)) for zone in filters.get("zones", ())]
    found += [_REVIEWS.get(far) or Two(plain(far), plain(far)) for far in filters.get("review", ())]
    if "round" in filters:
        name = plain(str(filters["round"]))
        found.append(Two(f"{name}의 문서", f"documents of {name}"))
    return [(words.korean, words.english) for words in found]

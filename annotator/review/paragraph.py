"""The paragraph of a methods section, in Korean and in English, filled from numbers so that it can be read aloud."""

from collections.abc import Mapping
from typing import Final

from annotator.review.frozen import Decided, Numbers, compared_pairs, done_by
from annotator.review.methods import DASH, interval, three
from annotator.review.report_facts import ZONES

KOREAN: Final = "ko"
RULES: Final[Mapping[str, tuple[str, str]]] = {
    "unanimous": ("unanimous", "모두 일치"),
    "majority": ("majority", "다수결"),
    "josa": ("without the josa", "조사 빼기"),
    "trim": ("trimmed", "공백·문장부호 빼기"),
    "filled_value": ("the filled value", "적힌 값 쓰기"),
    "ignore_values": ("values ignored", "값 무시"),
    "only": ("one annotator’s", "한 작업자의 것"),
}
# Digits whose Korean name ends in a consonant: 영, 일, 삼, 육, 칠, 팔.
_CLOSED: Final = frozenset("013678")


def paragraph(numbers: Numbers, decided: Decided, language: str) -> str:
    """Return the paragraph to copy, in Korean (`ko`) or English, three decimals, — for what is not defined."""
    parts = _Parts(numbers, decided)
    told = (_korean, _korean_decided) if language == KOREAN else (_english, _english_decided)
    return " ".join(say(parts) for say in told)


class _Parts:
    """What both languages say."""

    def __init__(self, numbers: Numbers, decided: Decided) -> None:
        group = numbers["result"]["group"]
        self.since, self.until = numbers["dates"]
        self.people = len(done_by(numbers))
        self.documents, self.multi = group["n_docs"], group["n_docs_multi"]
        filters = numbers["filters"]
        narrowed = filters.get("labels", ())
        self.labels = ", ".join(key for key in numbers["labels"]["keys"] if key in narrowed or not narrowed)
        self.zones = [zone for zone in filters.get("zones", ()) if zone in ZONES]
        self.exact, self.lenient = three(group["mean_f1_exact"]), three(group["mean_f1_lenient"])
        self.alpha = three(group["u_alpha"])
        self.items = group["items"]["total"]
        self.decided = decided
        pairs = list(compared_pairs(numbers).values())
        self.two = len(pairs) <= 1
        self.interval = interval(pairs[0], "ci_f1_exact") if pairs else DASH
        scores = [pair["f1_exact"] for pair in pairs if pair["f1_exact"] is not None]
        self.lowest, self.highest = (three(min(scores)), three(max(scores))) if scores else (DASH, DASH)
        self.by_rule = sum(decided.by_rule.values())

    def rules(self, language: int) -> str:
        return ", ".join(f"{RULES[rule][language]} {count}" for rule, count in self.decided.by_rule.items())


# English.


def _english(parts: _Parts) -> str:
    spread = f"95 % bootstrap interval over documents {parts.interval}"
    if not parts.two:
        spread = f"lowest pair {parts.lowest}, highest pair {parts.highest}"
    zones = f"; zones: {', '.join(ZONES[zone].english for zone in parts.zones)}" if parts.zones else ""
    return (
        f"{_english_days(parts)}{_several(parts.people, 'annotator')} independently marked {parts.multi} of"
        f" {_several(parts.documents, 'document')} ({parts.labels}{zones}). Before adjudication, agreement on exact"
        f" spans and labels was F1 = {parts.exact} ({spread}), on overlapping spans of the same label F1 ="
        f" {parts.lenient}; uα (Krippendorff et al. 2016) = {parts.alpha}."
    )


def _english_days(parts: _Parts) -> str:
    if not parts.since:
        return ""
    return (
        f"On {parts.since}, " if parts.since == parts.until else f"Between {parts.since} and {parts.until}, "
    )


def _english_decided(parts: _Parts) -> str:
    items, decided = _several(parts.items, "item"), parts.decided
    if not parts.items:
        return "There was no item to adjudicate."
    if not decided.total:
        return f"None of {items} has been adjudicated."
    by = "one reviewer" if decided.reviewers <= 1 else f"{decided.reviewers} reviewers"
    blind = ", blind to the annotators’ names" if decided.blind else ""
    by_hand = f"{_were(decided.by_hand)} decided by {by}{blind}"
    if not parts.by_rule:
        return f"Of {items}, {by_hand}."
    by_rule = f"{_were(parts.by_rule)} accepted by rule ({parts.rules(0)})"
    return f"Of {items}, {by_rule}{f' and {by_hand}' if decided.by_hand else ''}."


def _several(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def _were(count: int) -> str:
    return f"{count} was" if count == 1 else f"{count} were"


# Korean.


def _korean(parts: _Parts) -> str:
    spread = f"문서 단위 부트스트랩 95 % 구간 {parts.interval}"
    if not parts.two:
        spread = f"가장 낮은 쌍 {parts.lowest}, 가장 높은 쌍 {parts.highest}"
    zones = f"; 영역: {', '.join(ZONES[zone].korean for zone in parts.zones)}" if parts.zones else ""
    return (
        f"{_korean_days(parts)}작업자 {parts.people}명이 문서 {parts.documents}건 중 {parts.multi}건을 서로"
        f" 독립적으로 표시하였다(라벨: {parts.labels}{zones}). 판정 전 일치도는 구간과 라벨의 완전 일치 F1"
        f" {parts.exact}({spread}), 같은 라벨의 겹침 일치 F1 {parts.lenient}, uα(Krippendorff 외 2016)"
        f" {was(parts.alpha)}."
    )


def _korean_days(parts: _Parts) -> str:
    if not parts.since:
        return ""
    return f"{parts.since}에 " if parts.since == parts.until else f"{parts.since}부터 {parts.until}까지 "


def _korean_decided(parts: _Parts) -> str:
    decided = parts.decided
    if not parts.items:
        return "판정할 항목은 없었다."
    if not decided.total:
        return f"전체 항목 {parts.items}건은 아직 판정하지 않았다."
    blind = "작업자 이름을 가린 상태에서 " if decided.blind else ""
    by_hand = f"{decided.by_hand}건은 판정자 {max(1, decided.reviewers)}명이 {blind}판정하였다"
    if not parts.by_rule:
        return f"전체 항목 {parts.items}건 중 {by_hand}."
    by_rule = f"{parts.by_rule}건은 규칙({parts.rules(1)})에 따라 받아들"
    rest = f"였고, {by_hand}" if decided.by_hand else "였다"
    return f"전체 항목 {parts.items}건 중 {by_rule}{rest}."


def was(number: str) -> str:
    """Return a written number with 이었다 or 였다, as its last digit is spoken."""
    return f"{number}이었다" if number[-1:] in _CLOSED else f"{number}였다"

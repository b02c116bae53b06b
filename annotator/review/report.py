"""The report of a comparison: one HTML page that stands alone, in Korean and English, light and dark."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from annotator.review.measures import NO_LABEL, confusion_cells
from annotator.review.report_words import (
    ADVANCED,
    AGAINST,
    AGAINST_GOLD,
    CLASSES,
    KINDS,
    MAIN,
    MEANINGS,
    STATUSES,
)
from annotator.review.web_page import (
    DASH,
    Html,
    Table,
    Two,
    contents,
    heading,
    number,
    page,
    paragraphs,
    plain,
    terms,
)

Facts = Sequence[tuple[Html, Html]]
"""What else is to be told of the numbers: words, and what is said of them."""

_INTERVAL_FROM: Final = 10
_STANDING_FROM: Final = 7
"""From so many columns on the labels over a matrix stand on end."""
_OF_LABEL: Final = (
    (Two("정확 일치 F1", "exact F1"), "f1_exact"),
    (Two("겹침 일치 F1", "lenient F1"), "f1_lenient"),
    ("uα", "u_alpha"),
)
_PAIRS: Final = Two("작업자 쌍", "Pairs")
_FURTHER: Final = Two("고급", "Advanced")
_PAIR: Final = Two("앞 · 뒤", "1st · 2nd")
_ZERO: Final = "·"
_AGAINST: Final = Two("정밀도와 재현율", "Precision and recall")
_MEASURES: Final = Two("수치 읽기", "How to read the numbers")


def report(result: Mapping[str, Any], methods: tuple[str, str] | None = None, facts: Facts = ()) -> str:
    """Return the page of what `compare` gave.

    `methods` is the paragraph for a methods section in Korean and in English, plain text; `facts` what else is to be
    told at the top.
    """
    pairs = {names: pair for names, pair in result["pairs"].items() if pair["n_docs"]}
    parts = [_together(result["group"], facts)]
    if pairs:
        parts += _compared(pairs, against=bool(result.get("reference")))
    else:
        nothing = Two(
            "두 작업자가 모두 완료한 문서가 없습니다.", "No document has finished layers of two annotators."
        )
        parts.append(paragraphs(nothing))
    if result.get("reference"):
        parts += _against(result["reference"])
    parts.append(_coverage(result.get("coverage", ())))
    if methods is not None:
        korean, english = map(plain, methods)
        parts += [heading(Two("방법", "Methods"), "methods"), paragraphs(Two(korean, english))]
    if pairs:
        parts += [heading(_MEASURES, "measures"), terms(MEANINGS)]
    return page(Two("작업자 사이의 일치도", "Agreement of annotators"), parts)


def _compared(pairs: Mapping[str, Mapping[str, Any]], *, against: bool) -> Iterator[str]:
    """Yield all that is told of pairs: of all of them, then of each."""
    anchors = {names: f"pair-{at}" for at, names in enumerate(pairs, start=1)}
    links: list[tuple[str, Html]] = [("pairs", _PAIRS), *((anchors[names], _names(names)) for names in pairs)]
    links += [("advanced", _FURTHER), *([("reference", _AGAINST)] if against else [])]
    yield contents([*links, ("measures", _MEASURES)])
    rows = {names: f'<a href="#{anchors[names]}">{_names(names)}</a>' for names in pairs}
    yield heading(_PAIRS, "pairs")
    yield _of_all(Two("두 사람씩", "Two by two"), MAIN, pairs, rows)
    yield _matrix(pairs)
    yield _counts(Two("차이의 종류", "Differences by class"), CLASSES, "classes", pairs, rows)
    if any(pair["boundary_kinds"] for pair in pairs.values()):
        caption = Two("경계가 다른 곳에 있는 것", "What lies between boundaries that differ")
        yield _counts(caption, KINDS, "boundary_kinds", pairs, rows)
    for names, pair in pairs.items():
        yield _of_pair(names, pair, anchors[names])
    yield heading(_FURTHER, "advanced")
    yield _of_all(Two("다른 지표", "Other measures"), ADVANCED, pairs, rows)


def _together(group: Mapping[str, Any], facts: Facts) -> str:
    items = group["items"]
    unanimous, majority, conflict = (f"{items[kind]:,}" for kind in ("unanimous", "majority", "conflict"))
    kinds = Two(
        f"(모두 일치 {unanimous}, 다수 일치 {majority}, 불일치 {conflict})",
        f"(unanimous {unanimous}, by majority {majority}, in conflict {conflict})",
    )
    rows: list[tuple[Html, Html]] = [
        *facts,
        (
            Two("여럿이 한 문서", "Documents done by several"),
            f"{number(group['n_docs_multi'])} / {number(group['n_docs'])}",
        ),
        (Two("정확 일치 F1, 쌍 평균", "Exact F1, mean of pairs"), number(group["mean_f1_exact"])),
        (Two("겹침 일치 F1, 쌍 평균", "Lenient F1, mean of pairs"), number(group["mean_f1_lenient"])),
        ("uα (2016)", number(group["u_alpha"])),
        (Two("항목", "Items"), f"{items['total']:,} {kinds}"),
    ]
    return terms(rows)


def _of_all(
    caption: Two,
    columns: Sequence[tuple[Html, str]],
    pairs: Mapping[str, Mapping[str, Any]],
    rows: Mapping[str, str],
) -> str:
    return str(
        Table(
            caption,
            [_PAIR, *(words for words, _ in columns)],
            [[rows[names], *(_cell(pair, key) for _, key in columns)] for names, pair in pairs.items()],
        )
    )


def _cell(pair: Mapping[str, Any], key: str) -> Html:
    if key != "ci_f1_exact":
        return number(pair[key])
    if pair["n_docs"] < _INTERVAL_FROM:
        return Two("문서가 적음", "too few documents")
    return DASH if pair[key] is None else "–".join(map(number, pair[key]))


def _counts(
    caption: Two,
    columns: Sequence[tuple[str, Two]],
    part: str,
    pairs: Mapping[str, Mapping[str, Any]],
    rows: Mapping[str, str],
) -> str:
    return str(
        Table(
            caption,
            [_PAIR, *(words for _, words in columns)],
            [
                [rows[names], *(f"{pair[part].get(key, 0):,}" for key, _ in columns)]
                for names, pair in pairs.items()
            ],
        )
    )


def _matrix(pairs: Mapping[str, Mapping[str, Any]]) -> str:
    """Return exact F1 of everybody against everybody, where there are more than two."""
    scores = {tuple(names.split("|")): pair["f1_exact"] for names, pair in pairs.items()}
    people = list(dict.fromkeys(name for both in scores for name in both))
    if len(people) <= 2:
        return ""

    def score(one: str, other: str) -> str:
        found = [scores[both] for both in ((one, other), (other, one)) if both in scores]
        return number(found[0]) if found else _ZERO

    return str(
        Table(
            Two("정확 일치 F1, 모두 견줌", "Exact F1, everybody against everybody"),
            [Two("작업자", "annotator"), *map(plain, people)],
            [[plain(one), *(score(one, other) for other in people)] for one in people],
            upright=len(people) >= _STANDING_FROM,
        )
    )


def _of_pair(names: str, pair: Mapping[str, Any], anchor: str) -> str:
    keys = ("n_a", "n_b", "f1_exact", "f1_lenient", "u_alpha")
    labels = [
        [plain(label), *(number(row[key]) for key in keys)]
        for label, row in pair["per_label"].items()
        if row["n_a"] + row["n_b"]
    ]
    head = heading(_names(names), anchor)
    if not labels:
        return head + paragraphs(Two("두 사람 모두 아무 구간도 없습니다.", "Neither has any span."))
    one, other = map(plain, names.split("|"))
    heads = [Two("라벨", "label"), one, other, *(words for words, _ in _OF_LABEL)]
    by_label = Table(Two("라벨별 구간 수와 일치도", "By label: spans and agreement"), heads, labels)
    return f'{head}<div class="beside">{by_label}{_confusion(pair, one, other)}</div>'


def _confusion(pair: Mapping[str, Any], one: str, other: str) -> Table:
    order = [*pair["per_label"], NO_LABEL]
    counts = confusion_cells(pair)
    rows, columns = ([label for label in order if any(label == cell[at] for cell in counts)] for at in (0, 1))
    return Table(
        Two(
            f"라벨 대 라벨: 왼쪽 {one}, 위 {other}. {NO_LABEL} = 구간 없음",
            f"Label against label: {one} at the left, {other} above. {NO_LABEL} = no span",
        ),
        [Two("라벨", "label"), *map(plain, columns)],
        [
            [
                plain(row),
                *(number(counts[row, column]) if (row, column) in counts else _ZERO for column in columns),
            ]
            for row in rows
        ],
        upright=len(columns) >= _STANDING_FROM,
    )


def _against(reference: Mapping[str, Any]) -> Iterator[str]:
    """Yield how the annotators stand to one who is taken for right, or to the gold layer (its name is empty)."""
    name = plain(reference["name"])
    whose = Two(f"{name} 기준", f"Against {name}") if reference["name"] else AGAINST_GOLD
    yield heading(whose, "reference")
    found = reference["annotators"]
    columns = [words for words, _ in AGAINST]
    yield str(
        Table(
            Two("모든 라벨", "All labels"),
            [Two("작업자", "annotator"), Two("문서", "documents"), *columns],
            [
                [plain(one), number(row["n_docs"]), *(number(row[key]) for _, key in AGAINST)]
                for one, row in found.items()
            ],
        )
    )
    by_label = [
        Table(
            Two(f"라벨별: {plain(one)}", f"By label: {plain(one)}"),
            [Two("라벨", "label"), *columns],
            [
                [plain(label), *(number(row[key]) for _, key in AGAINST)]
                for label, row in measures["per_label"].items()
            ],
        )
        for one, measures in found.items()
        if measures["per_label"]
    ]
    yield f'<div class="beside">{"".join(map(str, by_label))}</div>'


def _coverage(layers: Sequence[Mapping[str, str]]) -> str:
    if not layers:
        return ""
    by: dict[str, dict[str, int]] = {}
    for layer in layers:
        counts = by.setdefault(layer["annotator"], {})
        counts[layer["status"]] = counts.get(layer["status"], 0) + 1
    return heading(Two("작업 범위", "Coverage"), "coverage") + str(
        Table(
            Two(
                "상태별 레이어 수. 완료한 레이어만 견줍니다.",
                "Layers by status; only those that are done are compared.",
            ),
            [Two("작업자", "annotator"), *(words for _, words in STATUSES)],
            [
                [plain(name), *(f"{counts.get(status, 0):,}" for status, _ in STATUSES)]
                for name, counts in by.items()
            ],
        )
    )


def _names(names: str) -> str:
    return " · ".join(map(plain, names.split("|")))

"""Feedback and the guideline list as pages: HTML that stands alone, in Korean and English, light and dark."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from annotator.review.feedback import Differing, Feedback, GuidelineCase, Shown
from annotator.review.feedback_words import CLASSES, NOTHING, NUMBERS, class_words, equals, reason_words
from annotator.review.web_page import Html, Table, Two, heading, number, page, paragraphs, plain, terms

_STYLE: Final = """
.difference { border: 1px solid var(--line); border-radius: 6px; padding: .6em 1em .7em; margin: .7em 0; }
.difference h4 { font-size: .93em; font-weight: 600; margin: 0 0 .2em; color: var(--soft); }
.difference h4 a { color: inherit; text-decoration: none; }
mark, .quote { white-space: pre-wrap; color: inherit; background: var(--tint); }
mark { border-bottom: 2px solid currentColor; font-weight: 600; } .quote { border-bottom: 1px solid var(--soft); }
.label { border: 1px solid var(--line); background: var(--head); border-radius: 4px; padding: 0 .35em;
  font-size: .85em; } .value, .note { white-space: pre-wrap; }
@media print { mark, .quote, .label { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


# Feedback.


def feedback_html(told: Feedback) -> str:
    """Return the feedback as one page that needs nothing else, light and dark."""
    name = plain(told.annotator)
    parts: list[Html] = [
        f'<p class="soft">{plain(told.project)} · {plain(told.day)}</p>',
        _counts(told),
        heading(Two("수치", "Numbers"), "numbers"),
        _numbers_table(told),
        heading(
            Two(f"차이 {len(told.differences):,}", f"Differences {len(told.differences):,}"), "differences"
        ),
    ]
    if told.differences:
        parts += [_classes(told.differences), *_by_document(told.differences)]
    else:
        parts.append(
            paragraphs(Two("정답과 다른 곳이 없습니다.", "Nothing differs from the gold layer."))
            if told.numbers.documents
            else paragraphs(Two("검토가 끝난 문서가 없습니다.", "No review of a document is finished."))
        )
    return page(Two(f"{name} 님께 드리는 검토 결과", f"Feedback for {name}"), parts, _STYLE)


def _counts(told: Feedback) -> str:
    counts = told.numbers
    return paragraphs(
        Two(
            f"문서 {counts.documents:,}건, 내 구간 {counts.spans:,}개, 정답 구간 {counts.gold:,}개.",
            f"Documents {counts.documents:,}, your spans {counts.spans:,}, gold spans {counts.gold:,}.",
        )
    )


def _numbers_table(told: Feedback) -> str:
    heads: list[Html] = [Two("지표", "measure"), Two("나", "you")]
    rows: list[list[Html]] = [[words, number(getattr(told.numbers, key))] for words, key in NUMBERS]
    if told.others_count:
        count = told.others_count
        heads.append(
            Two(f"다른 작업자 {count:,}명 평균", f"mean of {count:,} other{'s' if count > 1 else ''}")
        )
        for row, (_, key) in zip(rows, NUMBERS, strict=True):
            row.append(number(told.others[key]))
    return str(Table(Two("정답과 견줌", "Against the gold layer"), heads, rows))


def _classes(rows: Sequence[Differing]) -> str:
    counts = Counter(row.cls for row in rows)
    return str(
        Table(
            Two("차이의 종류", "Differences by class"),
            [Two("종류", "class"), Two("수", "count")],
            [[words, f"{counts[cls]:,}"] for cls, words in CLASSES.items() if counts[cls]],
        )
    )


def _by_document(rows: Sequence[Differing]) -> Iterator[str]:
    numbered = enumerate(rows, start=1)
    for _, of_one in groupby(numbered, key=_document_of):
        found = list(of_one)
        yield heading(plain(found[0][1].title or found[0][1].document), level=3)
        for at, row in found:
            yield _difference(at, row)


def _document_of(numbered: tuple[int, Differing]) -> str:
    return numbered[1].document


def _difference(at: int, row: Differing) -> str:
    rows: list[tuple[Html, Html]] = [
        (Two("내 표시", "yours"), _spans(row.theirs)),
        (Two("정답", "final"), _spans(row.final)),
        *_said(row.reason, row.note),
    ]
    return _case(f"difference-{at}", at, class_words(row), _quoted(row.before, row.quote, row.after), rows)


# The guideline list.


def guideline_html(cases: Sequence[GuidelineCase], project: str, day: str) -> str:
    """Return what the guideline should speak of as one page that needs nothing else."""
    parts: list[Html] = [f'<p class="soft">{plain(project)} · {plain(day)}</p>']
    if not cases:
        parts.append(paragraphs(Two("지침에 담을 것이 없습니다.", "Nothing is for the guideline.")))
    for at, case in enumerate(cases, start=1):
        rows: list[tuple[Html, Html]] = [
            (Two(f"{count:,}명", f"{count:,} annotator{'s' if count > 1 else ''}"), _spans(spans))
            for count, spans in case.variants
        ]
        rows += [(Two("판정", "decided"), _spans(case.result)), *_said(case.reason, case.note)]
        quoted = _quoted(case.before, case.quote, case.after)
        parts.append(_case(f"case-{at}", at, plain(case.title or case.document), quoted, rows))
    title = Two(f"지침에 담을 것 {len(cases):,}", f"For the guideline {len(cases):,}")
    return page(title, parts, _STYLE)


# Parts of both.


def _case(anchor: str, at: int, words: Html, quoted: str, rows: Sequence[tuple[Html, Html]]) -> str:
    return (
        f'<section class="difference" id="{anchor}"><h4><a href="#{anchor}">{at:,}.</a> {words}</h4>'
        f"<p>{quoted}</p>{terms(rows, 'case')}</section>"
    )


def _quoted(before: str, quote: str, after: str) -> str:
    return f"{plain(before)}<mark>{plain(quote)}</mark>{plain(after)}"


def _said(reason: str, note: str) -> Iterator[tuple[Html, Html]]:
    words = reason_words(reason)
    parts = [str(words)] if words is not None else []
    parts += [f'<span class="note">{plain(note)}</span>'] if note else []
    if parts:
        yield (Two("설명", "comment"), " · ".join(parts))


def _spans(spans: Sequence[Shown]) -> Html:
    shown = (
        f'<span class="quote">{plain(one.text)}</span> <span class="label">{plain(one.label)}</span>'
        f'<span class="value">{plain(equals(one.value))}</span>'
        for one in spans
    )
    return ", ".join(shown) or NOTHING

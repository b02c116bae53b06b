"""Feedback and the guideline list as files: HTML that stands alone, Markdown, CSV; in Korean and English."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from annotator.review.feedback import Differing, Feedback, Shown
from annotator.review.report import STYLE

_BOM: Final = "\N{BYTE ORDER MARK}"
_UNDEFINED: Final = "—"
# Cells that a spreadsheet would take for a formula are written behind an apostrophe; a number is none.
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~#])")

_NUMBERS: Final = (
    ("정확 일치 F1", "exact F1", "f1_exact"),
    ("정밀도", "precision", "p_exact"),
    ("재현율", "recall", "r_exact"),
    ("겹침 일치 F1", "lenient F1", "f1_lenient"),
    ("경계 F1", "boundary F1", "f1_boundary"),
    ("값 일치", "values", "value_rate"),
)
_CLASSES: Final = {
    "value": ("값", "value"),
    "label": ("라벨", "label"),
    "boundary": ("경계", "boundary"),
    "boundary_label": ("경계와 라벨", "boundary and label"),
    "split": ("나누어 표시함", "cut into several"),
    "merge": ("합쳐 표시함", "joined into one"),
    "only_a": ("빠뜨림", "missed"),
    "only_b": ("더 표시함", "marked too much"),
}
_KINDS: Final = {
    "josa": ("조사", "josa"),
    "whitespace": ("빈칸", "blank"),
    "punct": ("문장 부호", "punctuation"),
    "both": ("양쪽 끝", "both ends"),
    "left": ("왼쪽 끝", "left end"),
    "right": ("오른쪽 끝", "right end"),
}
_REASONS: Final = {
    "ambiguous": ("글이 모호함", "ambiguous text"),
    "guideline": ("지침에 없음", "gap in the guideline"),
    "slip": ("실수", "slip"),
    "boundary": ("경계 규칙", "boundary rule"),
    "both_fine": ("둘 다 맞음", "both fine"),
}
_MORE_STYLE: Final = """
.difference { border: 1px solid var(--line); border-radius: 6px; padding: .7em 1em; margin: .8em 0; }
.difference p { margin: .2em 0; color: var(--ink); } .difference .where { color: var(--soft); font-size: .9em; }
.difference mark { background: none; color: inherit; border-bottom: 2px solid currentColor; font-weight: 600; }
.difference dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em .9em; margin: .4em 0 0; }
.difference dt { color: var(--soft); } .difference dd { margin: 0; }
.label { border: 1px solid var(--line); background: var(--head); border-radius: 4px; padding: 0 .35em;
  font-size: .85em; }
"""


@dataclass(frozen=True, slots=True)
class GuidelineCase:
    """An item that the guideline should speak of. `variants` are what annotators had, with how many had it."""

    document: str
    title: str
    before: str
    quote: str
    after: str
    variants: tuple[tuple[int, tuple[Shown, ...]], ...]
    result: tuple[Shown, ...]
    reason: str
    note: str


# Feedback.


def feedback_html(told: Feedback) -> str:
    """Return the feedback as one page that needs nothing else, light and dark."""
    title = f"{escape(told.annotator)} 님께 드리는 검토 결과"
    parts = [
        f"<h1>{title} <small>Feedback for {escape(told.annotator)}</small></h1>",
        f"<p>{escape(told.project)} · {escape(told.day)}</p>",
        f"<p>{_counts(told)}</p>",
        _heading("숫자", "Numbers"),
        _numbers_table(told),
        _heading("차이", "Differences", len(told.differences)),
        *(_difference_html(row) for row in told.differences),
    ]
    if not told.differences:
        parts.append("<p>정답과 다른 곳이 없습니다. Nothing differs from the gold layer.</p>")
    return _page(title, parts)


def feedback_markdown(told: Feedback) -> str:
    """Return the feedback as Markdown."""
    lines = [
        f"# {_md(told.annotator)} 님께 드리는 검토 결과 (Feedback)",
        "",
        f"{_md(told.project)} · {told.day}",
        "",
        _counts(told),
        "",
        "| 정답과 견줌 (against gold) | 나 (you) | 다른 작업자 평균 (mean of the others) |",
        "|---|--:|--:|",
        *(f"| {ko} ({en}) | {mine} | {others} |" for ko, en, mine, others in _number_rows(told)),
        "",
        f"## 차이 (Differences): {len(told.differences)}",
    ]
    for number, row in enumerate(told.differences, 1):
        lines += [
            "",
            f"### {number}. {_md(row.title or row.document)}: {_class_words(row)}",
            "",
            f"> {_md(row.before)}**{_md(row.quote)}**{_md(row.after)}",
            "",
            f"- 내 표시 (yours): {_md(_spans(row.theirs))}",
            f"- 정답 (final): {_md(_spans(row.final))}",
            *([f"- 설명 (comment): {_md(_comment(row.reason, row.note))}"] if row.reason or row.note else []),
        ]
    return "\n".join([*lines, ""])


def feedback_csv(told: Feedback) -> str:
    """Return the differences as CSV for spreadsheets: a byte order mark, CRLF, no cell that is a formula."""
    head = (
        "document", "title", "start", "end", "before", "quote", "after", "theirs", "final", "class", "kind", "reason",
        "comment",
    )  # fmt: skip
    rows = (
        (
            row.document, row.title, str(row.start), str(row.end), row.before, row.quote, row.after,
            _spans(row.theirs, nothing=""), _spans(row.final, nothing=""), row.cls, row.kind, row.reason, row.note,
        )
        for row in told.differences
    )  # fmt: skip
    return _csv(head, rows)


# The guideline list.


def guideline_markdown(cases: Sequence[GuidelineCase], project: str, day: str) -> str:
    """Return what the guideline should speak of as Markdown."""
    lines = [f"# 지침에 담을 것 (For the guideline): {len(cases)}", "", f"{_md(project)} · {day}"]
    for number, case in enumerate(cases, 1):
        lines += [
            "",
            f"## {number}. {_md(case.quote)}",
            "",
            f"{_md(case.title or case.document)}",
            "",
            f"> {_md(case.before)}**{_md(case.quote)}**{_md(case.after)}",
            "",
            *(f"- {count}명 ({count}): {_md(_spans(spans))}" for count, spans in case.variants),
            f"- **판정 (decided): {_md(_spans(case.result))}**",
            *(
                [f"- 설명 (comment): {_md(_comment(case.reason, case.note))}"]
                if case.reason or case.note
                else []
            ),
        ]
    return "\n".join([*lines, ""])


def guideline_csv(cases: Sequence[GuidelineCase]) -> str:
    """Return what the guideline should speak of as CSV for spreadsheets."""
    head = ("document", "title", "before", "quote", "after", "variants", "decided", "reason", "comment")
    rows = (
        (
            case.document, case.title, case.before, case.quote, case.after,
            " / ".join(f"{count}: {_spans(spans)}" for count, spans in case.variants),
            _spans(case.result, nothing=""), case.reason, case.note,
        )
        for case in cases
    )  # fmt: skip
    return _csv(head, rows)


# Parts.


def _page(title: str, parts: Iterable[str]) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="ko"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}{_MORE_STYLE}</style></head><body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _heading(korean: str, english: str, count: int | None = None) -> str:
    told = "" if count is None else f" {count:,}"
    return f"<h2>{korean}{told} <small>{english}</small></h2>"


def _counts(told: Feedback) -> str:
    counts = told.numbers
    return (
        f"문서 {counts.documents:,}건, 내 구간 {counts.spans:,}개, 정답 구간 {counts.gold:,}개"
        f" (documents {counts.documents:,}, your spans {counts.spans:,}, gold spans {counts.gold:,})"
    )


def _numbers_table(told: Feedback) -> str:
    head = (
        "<tr><th>정답과 견줌<br><small>against gold</small></th><th>나<br><small>you</small></th>"
        "<th>다른 작업자 평균<br><small>mean of the others</small></th></tr>"
    )
    body = "".join(
        f"<tr><td>{ko} <small>{en}</small></td><td>{mine}</td><td>{others}</td></tr>"
        for ko, en, mine, others in _number_rows(told)
    )
    return f"<table>{head}{body}</table>"


def _number_rows(told: Feedback) -> list[tuple[str, str, str, str]]:
    return [
        (ko, en, _number(getattr(told.numbers, key)), _number(told.others[key])) for ko, en, key in _NUMBERS
    ]


def _number(value: float | None) -> str:
    return _UNDEFINED if value is None else f"{value:.3f}"


def _difference_html(row: Differing) -> str:
    comment = _comment(row.reason, row.note)
    said = f"<dt>설명 <small>comment</small></dt><dd>{escape(comment)}</dd>" if comment else ""
    return (
        f'<div class="difference"><p class="where">{escape(row.title or row.document)} · {_class_words(row)}</p>'
        f"<p>{escape(row.before)}<mark>{escape(row.quote)}</mark>{escape(row.after)}</p><dl>"
        f"<dt>내 표시 <small>yours</small></dt><dd>{_spans_html(row.theirs)}</dd>"
        f"<dt>정답 <small>final</small></dt><dd>{_spans_html(row.final)}</dd>{said}</dl></div>"
    )


def _class_words(row: Differing) -> str:
    korean, english = _CLASSES.get(row.cls, (row.cls, row.cls))
    if row.kind in _KINDS:
        return f"{korean}: {_KINDS[row.kind][0]} ({english}: {_KINDS[row.kind][1]})"
    return f"{korean} ({english})"


def _comment(reason: str, note: str) -> str:
    korean, english = _REASONS.get(reason, ("", ""))
    return ". ".join(part for part in (f"{korean} ({english})" if korean else "", note) if part)


def _spans(spans: Sequence[Shown], nothing: str = "없음 (nothing)") -> str:
    return ", ".join(f"{one.text} [{one.label}]{_equals(one.value)}" for one in spans) or nothing


def _spans_html(spans: Sequence[Shown]) -> str:
    shown = (
        f'{escape(one.text)} <span class="label">{escape(one.label)}</span>{escape(_equals(one.value))}'
        for one in spans
    )
    return ", ".join(shown) or "없음 <small>nothing</small>"


def _equals(value: str | None) -> str:
    return "" if value is None else f" = {value}"


def _md(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return _BOM + made.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text

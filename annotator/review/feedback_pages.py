"""Feedback and the guideline list as text: Markdown and CSV, in Korean and English."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from annotator.review.feedback import Feedback, GuidelineCase
from annotator.review.feedback_words import NUMBERS, class_words, comment_line, in_line, spans_line
from annotator.review.web_page import number

_BOM: Final = "\N{BYTE ORDER MARK}"
# Cells that a spreadsheet would take for a formula are written behind an apostrophe; a number is none.
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~#])")

# Feedback.


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
        *(f"| {words} | {mine} | {others} |" for words, mine, others in _number_rows(told)),
        "",
        f"## 차이 (Differences): {len(told.differences)}",
    ]
    for at, row in enumerate(told.differences, 1):
        lines += [
            "",
            f"### {at}. {_md(row.title or row.document)}: {in_line(class_words(row))}",
            "",
            f"> {_md(row.before)}**{_md(row.quote)}**{_md(row.after)}",
            "",
            f"- 내 표시 (yours): {_md(spans_line(row.theirs))}",
            f"- 정답 (final): {_md(spans_line(row.final))}",
            *(
                [f"- 설명 (comment): {_md(comment_line(row.reason, row.note))}"]
                if row.reason or row.note
                else []
            ),
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
            spans_line(row.theirs, nothing=""), spans_line(row.final, nothing=""), row.cls, row.kind,
            row.reason, row.note,
        )
        for row in told.differences
    )  # fmt: skip
    return _csv(head, rows)


# The guideline list.


def guideline_markdown(cases: Sequence[GuidelineCase], project: str, day: str) -> str:
    """Return what the guideline should speak of as Markdown."""
    lines = [f"# 지침에 담을 것 (For the guideline): {len(cases)}", "", f"{_md(project)} · {day}"]
    for at, case in enumerate(cases, 1):
        lines += [
            "",
            f"## {at}. {_md(case.quote)}",
            "",
            f"{_md(case.title or case.document)}",
            "",
            f"> {_md(case.before)}**{_md(case.quote)}**{_md(case.after)}",
            "",
            *(f"- {count}명 ({count}): {_md(spans_line(spans))}" for count, spans in case.variants),
            f"- **판정 (decided): {_md(spans_line(case.result))}**",
            *(
                [f"- 설명 (comment): {_md(comment_line(case.reason, case.note))}"]
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
            " / ".join(f"{count}: {spans_line(spans)}" for count, spans in case.variants),
            spans_line(case.result, nothing=""), case.reason, case.note,
        )
        for case in cases
    )  # fmt: skip
    return _csv(head, rows)


# Parts.


def _counts(told: Feedback) -> str:
    counts = told.numbers
    return (
        f"문서 {counts.documents:,}건, 내 구간 {counts.spans:,}개, 정답 구간 {counts.gold:,}개"
        f" (documents {counts.documents:,}, your spans {counts.spans:,}, gold spans {counts.gold:,})"
    )


def _number_rows(told: Feedback) -> list[tuple[str, str, str]]:
    return [
        (in_line(words), number(getattr(told.numbers, key)), number(told.others[key]))
        for words, key in NUMBERS
    ]


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

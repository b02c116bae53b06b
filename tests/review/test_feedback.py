"""What an annotator is told: numbers beside the gold layer and the others', every difference, as three files."""

import csv
import io

import pytest

from annotator.review.feedback import Feedback, GuidelineCase, Judged, Shown, context, feedback
from annotator.review.feedback_html import feedback_html, guideline_html
from annotator.review.feedback_pages import feedback_csv, feedback_markdown, guideline_csv, guideline_markdown
from tests.support.reviews import TEXT, marks
from tests.support.web_pages import sound_page

LABELS = ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
GOLD = marks(TEXT, ("수소산업진흥원", "AGENCY"), ("2027년", "DATE", "2027"), ("환경부", "AGENCY"))
A = marks(TEXT, ("수소산업진흥원과", "AGENCY"), ("2027년", "DATE", "2026"), ("300만", "AMOUNT"))
B = GOLD
C = marks(TEXT, ("환경부", "AGENCY"))
START = TEXT.index("수소산업진흥원")


def told(*, layers=None, comments=((START, START + 8, "boundary", "조사는 뺍니다."),)) -> Feedback:
    there = {"a": A, "b": B, "c": C} if layers is None else layers
    judged = [Judged("d1", "한빛시, 수소 버스", TEXT, GOLD, there, comments)]
    return feedback(("a", "나래"), judged, LABELS, project="버스", day="2026-11-25")


def test_the_numbers_are_those_of_the_definitions() -> None:
    numbers = told().numbers
    assert (numbers.documents, numbers.spans, numbers.gold) == (1, 3, 3)
    assert numbers.f1_exact == pytest.approx(2 * 1 / 6)  # the date alone is equal
    assert (numbers.p_exact, numbers.r_exact) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert numbers.f1_lenient == pytest.approx(2 * 2 / 6)
    assert numbers.value_rate == 0.0


def test_the_others_stand_as_a_mean_and_without_names() -> None:
    found = told()
    # b has all of it; c one of three, and nothing else: F1 2·1/(1+3).
    assert found.others["f1_exact"] == pytest.approx((1 + 0.5) / 2)
    assert found.others["r_exact"] == pytest.approx((1 + 1 / 3) / 2)
    assert found.others_count == 2
    assert found.others["value_rate"] == 1.0


def test_what_is_not_defined_is_none_and_shown_as_a_dash() -> None:
    alone = told(layers={"a": ()})
    assert alone.others == dict.fromkeys(alone.others)
    assert alone.numbers.p_exact is None
    assert "| 정밀도 (precision) | — | — |" in feedback_markdown(alone)


def test_documents_of_others_are_not_told() -> None:
    found = told(layers={"b": B})
    assert (found.numbers.documents, found.differences) == (0, ())


def test_every_difference_is_told_with_its_words_and_why() -> None:
    rows = told().differences
    assert [(row.cls, row.kind, row.quote) for row in rows] == [
        ("boundary", "josa", "수소산업진흥원과"),
        ("value", "", "2027년"),
        ("only_a", "", "환경부"),
        ("only_b", "", "300만"),
    ]
    first = rows[0]
    assert ([one.text for one in first.theirs], [one.text for one in first.final]) == (
        ["수소산업진흥원과"],
        ["수소산업진흥원"],
    )
    assert (first.reason, first.note) == ("boundary", "조사는 뺍니다.")
    assert (rows[1].reason, rows[1].theirs[0].value, rows[1].final[0].value) == ("", "2026", "2027")
    assert first.before + first.quote + first.after.rstrip("…") in " ".join(TEXT.split("\n"))


def test_context_is_cut_with_an_ellipsis_and_stands_in_one_line() -> None:
    assert context("가나 다라마", 3, 4, reach=1) == ("… ", "다", "라…")
    assert context("가나다", 1, 2) == ("가", "나", "다")
    assert "\n" not in "".join(context(TEXT, START, START + 8))


def test_the_page_is_whole_stands_alone_and_runs_nothing_of_the_texts() -> None:
    page = feedback_html(told(comments=((START, START + 8, "slip", "<script>alert(1)</script>"),)))
    read = sound_page(page)
    assert "<script>alert(1)</script>" in read.text
    assert "나래" in page
    assert "빠뜨림" in page


def test_every_difference_has_its_place_and_documents_their_headings() -> None:
    page = feedback_html(told())
    assert [id_ for id_ in sound_page(page).ids if id_.startswith("difference-")] == [
        f"difference-{at}" for at in range(1, 5)
    ]
    assert page.count("<h3>") == 1


def test_blanks_at_the_end_of_a_span_are_kept_to_be_seen() -> None:
    page = feedback_html(told(layers={"a": marks(TEXT, ("수소 ", "SECTOR"))}))
    assert '<span class="quote"><bdi>수소 </bdi></span>' in page
    assert ".quote { white-space: pre-wrap;" in page


def test_a_page_without_differences_or_without_documents_says_so() -> None:
    assert "Nothing differs from the gold layer." in feedback_html(told(layers={"a": GOLD}))
    assert "No review of a document is finished." in feedback_html(told(layers={"b": B}))


def test_markdown_tells_every_difference() -> None:
    written = feedback_markdown(told())
    assert written.count("\n### ") == 4
    assert "**수소산업진흥원과**" in written
    assert "| 정확 일치 F1 (exact F1) | 0.333 | 0.750 |" in written


def test_cells_are_no_formulas_and_spreadsheets_read_the_hangul() -> None:
    written = feedback_csv(told(comments=((START, START + 8, "slip", "=1+1"),)))
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    assert [row["class"] for row in rows] == ["boundary", "value", "only_a", "only_b"]
    assert rows[0]["comment"] == "'=1+1"
    assert rows[2]["theirs"] == ""
    assert written.count("\r\n") == 5


def test_the_guideline_list_says_how_many_had_what_and_no_name() -> None:
    case = GuidelineCase(
        "d1", "제목", "앞 ", "환경부(장관", " 뒤",
        ((2, (Shown("환경부", "AGENCY", None),)), (1, ())), (Shown("환경부", "AGENCY", None),), "guideline", "괄호*",
    )  # fmt: skip
    written = guideline_markdown([case], "버스", "2026-11-25")
    assert "- 2명 (2): 환경부 \\[AGENCY\\]" in written
    assert "- 1명 (1): 없음 (nothing)" in written
    assert "괄호\\*" in written
    (row,) = csv.DictReader(io.StringIO(guideline_csv([case]).removeprefix("\ufeff")))
    assert row["variants"] == "2: 환경부 [AGENCY] / 1: 없음 (nothing)"
    page = guideline_html([case, case], "버스", "2026-11-25")
    read = sound_page(page)
    assert {"case-1", "case-2"} <= set(read.ids)
    assert "환경부(장관" in read.text
    assert "Nothing is for the guideline." in guideline_html([], "버스", "2026-11-25")

"""The report of a comparison: a page that is whole, whatever the names, the labels and the numbers are."""

from annotator.review import compare
from annotator.review.report import report
from annotator.review.report_facts import facts_of
from tests.review.cases import TEXT, span
from tests.support.web_pages import sound_page

HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202eesrever"]


def case(annotators, layers, labels=("AGENCY", "DATE")):
    return {
        "documents": [{"doc_id": "d", "text": TEXT}],
        "annotators": list(annotators),
        "labels": list(labels),
        "annotations": [
            {"doc_id": "d", "annotator": name, "spans": list(spans)}
            for name, spans in zip(annotators, layers, strict=True)
        ],
    }


def test_names_and_labels_are_text_and_turn_nothing_around_them() -> None:
    labels = ("<b>L</b>", "A|B", "&amp;")
    layers = [[span(0, 3, "<b>L</b>"), span(5, 9, "A|B")], [span(0, 3, "A|B")], [span(5, 9, "&amp;")]]
    page = report(compare(case(HOSTILE, layers, labels)))
    read = sound_page(page)
    for told in (*HOSTILE, *labels):
        assert told in read.text
    assert "<bdi>\u202eesrever</bdi>" in page


def test_a_page_holds_no_half_characters_and_no_controls() -> None:
    page = report(compare(case(["가\ud800", "나\x00"], [[span(0, 3)], []])))
    sound_page(page)
    assert "가\ufffd" in page


def test_every_pair_has_its_place_and_is_linked_to() -> None:
    page = report(compare(case(["가", "나", "다"], [[span(0, 3)], [span(0, 4)], []])))
    read = sound_page(page)
    assert {"pair-1", "pair-2", "pair-3"} <= set(read.ids)
    assert read.links.count("#pair-2") > 1
    assert "Exact F1, everybody against everybody" in page


def test_two_need_no_matrix() -> None:
    assert "everybody against everybody" not in report(compare(case(["가", "나"], [[span(0, 3)], []])))


def test_labels_against_labels_stand_in_the_order_of_the_labels() -> None:
    labels = ("Z", "A")
    spans = [span(0, 3, "A"), span(5, 9, "Z")]
    page = report(compare(case(["가", "나"], [spans, spans], labels)))
    assert page.index("<bdi>Z</bdi>") < page.index("<bdi>A</bdi>")
    matrix = page[page.index("Label against label") :]
    assert matrix.index("<bdi>Z</bdi>") < matrix.index("<bdi>A</bdi>")


def test_what_is_not_defined_is_a_dash_and_nothing_to_compare_is_said() -> None:
    empty = report(compare(case(["가", "나"], [[], []])))
    sound_page(empty)
    assert "<td>—</td>" in empty
    assert "Neither has any span." in empty
    alone = report(compare(case(["가"], [[span(0, 3)]])))
    sound_page(alone)
    assert "No document has finished layers of two annotators." in alone
    assert "<table" not in alone


def test_no_number_is_a_negative_nought() -> None:
    spans = [span(at, at + 1) for at in range(0, 8, 2)]
    found = compare(case(["가", "나"], [spans, spans]))
    next(iter(found["pairs"].values()))["u_alpha"] = -0.0001
    assert "-0.000" not in report(found)


def test_all_words_stand_in_both_languages() -> None:
    page = report(compare(case(["가", "나"], [[span(0, 3)], [span(0, 4)]])), ("문단", "Paragraph"))
    read = sound_page(page)
    assert page.count('<span lang="ko">') == page.count('<span lang="en">')
    assert page.count('<p lang="ko"') == page.count('<p lang="en"')
    assert '<span lang="en"></span>' not in page
    assert {"show-both", "show-ko", "show-en"} <= set(read.ids)


def test_the_report_of_a_project_says_of_what_its_numbers_are() -> None:
    numbers = {
        "result": {"group": {"annotators": {"가": {"n_docs": 1}, "나": {"n_docs": 0}}}},
        "dates": ["2026-01-02", ""],
        "labels": {"keys": ["AGENCY"], "version": 3, "sha256": "ab" * 32},
        "program": "1.2",
        "filters": {"labels": ["<b>"], "zones": ["body", "other"], "round": "예비"},
    }
    page = report(compare(case(["가"], [[]])), None, facts_of(numbers, "본 (2026-02-01)"))
    told = sound_page(page).text
    assert "본 (2026-02-01)" in told
    assert "<b>, body, other, documents of 예비" in told
    assert "Spans made2026-01-02" in told
    assert "version 3 (SHA-256 abababababab…)" in told

"""The paragraph of a methods section can be read aloud: particles and numbers of things agree, in both languages."""

import pytest

from annotator.review.frozen import NOTHING_DECIDED, Decided
from annotator.review.paragraph import paragraph, was

ONE = {"n_docs": 12, "f1_exact": 0.75, "ci_f1_exact": [0.7, 0.8]}


def numbers(**more):
    group = {
        "n_docs": 12, "n_docs_multi": 12, "mean_f1_exact": 0.75, "mean_f1_lenient": 0.875, "u_alpha": 0.852,
        "items": {"total": 40}, "annotators": {"가": {"n_docs": 12}, "나": {"n_docs": 12}},
    }  # fmt: skip
    group.update(more.pop("group", {}))
    return {
        "result": {"group": group, "pairs": {"가|나": ONE}},
        "dates": ["2026-01-02", "2026-02-03"],
        "labels": {"keys": ["AGENCY", "DATE"]},
        "filters": {},
        **more,
    }


def both(decided=NOTHING_DECIDED, **more):
    found = numbers(**more)
    return paragraph(found, decided, "ko"), paragraph(found, decided, "en")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("0.850", "0.850이었다"), ("0.851", "0.851이었다"), ("0.852", "0.852였다"), ("0.853", "0.853이었다"),
        ("0.854", "0.854였다"), ("0.855", "0.855였다"), ("0.856", "0.856이었다"), ("0.857", "0.857이었다"),
        ("0.858", "0.858이었다"), ("0.859", "0.859였다"), ("—", "—였다"),
    ],
)  # fmt: skip
def test_the_ending_follows_how_the_last_digit_is_spoken(number, told) -> None:
    assert was(number) == told


def test_the_whole_paragraph_in_both_languages() -> None:
    korean, english = both(Decided({"unanimous": 30, "josa": 4}, 6, 1, blind=True))
    assert korean == (
        "2026-01-02부터 2026-02-03까지 작업자 2명이 문서 12건 중 12건을 서로 독립적으로 표시하였다(라벨: AGENCY, DATE)."
        " 판정 전 일치도는 구간과 라벨의 완전 일치 F1 0.750(문서 단위 부트스트랩 95 % 구간 0.700–0.800), 같은 라벨의"
        " 겹침 일치 F1 0.875, uα(Krippendorff 외 2016) 0.852였다. 전체 항목 40건 중 34건은 규칙(모두 일치 30, 조사"
        " 빼기 4)에 따라 받아들였고, 6건은 판정자 1명이 작업자 이름을 가린 상태에서 판정하였다."
    )
    assert english == (
        "Between 2026-01-02 and 2026-02-03, 2 annotators independently marked 12 of 12 documents (AGENCY, DATE)."
        " Before adjudication, agreement on exact spans and labels was F1 = 0.750 (95 % bootstrap interval over"
        " documents 0.700–0.800), on overlapping spans of the same label F1 = 0.875; uα (Krippendorff et al. 2016)"
        " = 0.852. Of 40 items, 34 were accepted by rule (unanimous 30, without the josa 4) and 6 were decided by one"
        " reviewer, blind to the annotators’ names."
    )


def test_one_is_one() -> None:
    alone = {"n_docs": 1, "n_docs_multi": 0, "items": {"total": 1}, "annotators": {"가": {"n_docs": 1}}}
    _, english = both(Decided({}, 1, 1, blind=False), group=alone)
    assert "1 annotator independently marked 0 of 1 document (" in english
    assert english.endswith("Of 1 item, 1 was decided by one reviewer.")


def test_what_was_not_decided_is_not_said_to_be() -> None:
    korean, english = both()
    assert korean.endswith("전체 항목 40건은 아직 판정하지 않았다.")
    assert english.endswith("None of 40 items has been adjudicated.")
    korean, english = both(Decided({"majority": 40}, 0, 1, blind=False))
    assert korean.endswith("전체 항목 40건 중 40건은 규칙(다수결 40)에 따라 받아들였다.")
    assert english.endswith("Of 40 items, 40 were accepted by rule (majority 40).")
    korean, english = both(Decided({}, 40, 2, blind=False))
    assert korean.endswith("전체 항목 40건 중 40건은 판정자 2명이 판정하였다.")
    assert english.endswith("Of 40 items, 40 were decided by 2 reviewers.")
    korean, english = both(group={"items": {"total": 0}})
    assert korean.endswith("판정할 항목은 없었다.")
    assert english.endswith("There was no item to adjudicate.")


def test_one_day_is_no_range_and_no_day_is_left_out() -> None:
    korean, english = both(dates=["2026-01-02", "2026-01-02"])
    assert korean.startswith("2026-01-02에 작업자")
    assert english.startswith("On 2026-01-02, 2 annotators")
    korean, english = both(dates=["", ""])
    assert korean.startswith("작업자 2명이")
    assert english.startswith("2 annotators")


def test_labels_and_zones_that_were_left_out_are_not_named() -> None:
    korean, english = both(filters={"labels": ["DATE"], "zones": ["title", "body"]})
    assert "(라벨: DATE; 영역: 제목, 본문)" in korean
    assert "(DATE; zones: title, body)" in english


def test_what_is_not_defined_is_a_dash() -> None:
    undefined = {"mean_f1_exact": None, "mean_f1_lenient": None, "u_alpha": None}
    korean, english = both(group=undefined)
    assert "F1 —(" in korean
    assert "—였다." in korean
    assert "= —." in english

"""Dates of labelled fields, of metadata and of photo credits; what is no date gives none."""

import pytest

from annotator.extraction.dating import (
    DateField,
    credit_date,
    is_only_moment,
    read_date_fields,
    read_moment,
    read_zoned,
    split_credit,
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-12-09", "2023-12-09"),
        ("2023.12.09 10:30", "2023-12-09T10:30"),
        ("2023/12/9 7:05", "2023-12-09T07:05"),
        ("2023. 12. 9. 10:30", "2023-12-09T10:30"),
        ("2023년 12월 9일 10시 30분", "2023-12-09T10:30"),
        ("2023년 12월 09일 (토) 10:30:59", "2023-12-09T10:30"),
        ("2023.12.09. 오전 12:10", "2023-12-09T00:10"),
        ("2023.12.09. 오후 12:10", "2023-12-09T12:10"),
        ("2023.12.09. 오후 3:05", "2023-12-09T15:05"),
        ("2024.02.29", "2024-02-29"),
        ("2023.02.29", ""),
        ("2023.13.01", ""),
        ("2023-12-09 25:00", "2023-12-09"),
        ("2023.12.091", ""),
        ("23.12.09", ""),
        ("9일", ""),
        ("", ""),
    ],
)
def test_a_moment_is_read_in_iso_form_or_not_at_all(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-12-09T10:30:00+09:00", "2023-12-09T10:30"),
        ("2023-12-09T10:30+0900", "2023-12-09T10:30"),
        ("2023-12-08T23:30:00Z", "2023-12-09T08:30"),
        ("2023-12-08T23:30:00.123-05:00", "2023-12-09T13:30"),
        ("2023-12-09T10:30:00", "2023-12-09T10:30"),
        ("2023-12-09 10:30:00", "2023-12-09T10:30"),
        ("2023-12-09", "2023-12-09"),
        ("2023-02-30T10:30:00+09:00", ""),
        ("0001-01-01T00:00:00+14:00", ""),
        ("9999-12-31T23:59:00-12:00", ""),
        ("어제", ""),
    ],
)
def test_metadata_is_told_in_korean_time(text, moment):
    assert read_zoned(text) == moment


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("기사입력 : 2023-12-09 10:30", [("published", "2023-12-09T10:30")]),
        ("기사입력 :", [("published", "")]),
        ("최종수정 :", [("modified", "")]),
        ("입력 2023.12.09", [("published", "2023-12-09")]),
        ("등록일시: 2023.12.09", [("published", "2023-12-09")]),
        (
            "최초입력 2023.12.09 최종수정 2023.12.10",
            [("published", "2023-12-09"), ("modified", "2023-12-10")],
        ),
        (
            "입력 : 2023.12.09 10:30 | 수정 : 2023.12.10",
            [("published", "2023-12-09T10:30"), ("modified", "2023-12-10")],
        ),
        ("기사입력 : 최종수정 : 2023.12.10", [("published", ""), ("modified", "2023-12-10")]),
        ("2023.12.09 10:30 입력", [("published", "2023-12-09T10:30")]),
        ("업데이트 2023.12.09", [("modified", "2023-12-09")]),
        ("보도시점 2024. 3. 5.(화) 12:00", [("published", "2024-03-05T12:00")]),
        ("보도일시: 2024. 3. 5.(화) 조간", [("published", "2024-03-05")]),
        ("배포 일시 2024.03.05", [("published", "2024-03-05")]),
        ("보도일에 2024년 3월 5일 발표됐다.", []),
        ("배포 2024년 3월 5일", []),
        ("입력 오류가 2023년 12월 9일 발견됐다.", []),
        ("정부는 입력 2023.12.09", []),
        ("재입력 2023.12.09", []),
        ("2023.12.09 10:30", []),
        ("등록금이 올랐다", []),
        ("", []),
        ("입력 2023.12.09 " + "가" * 200, []),
    ],
)
def test_labelled_dates_are_read_from_lines_that_hold_nothing_else(line, fields):
    assert read_date_fields(line) == tuple(DateField(name, moment) for name, moment in fields)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("토론하고 있다. [사진=과기부] 2023.11.10 naru@hanbit.example.kr", "2023-11-10"),
        ("토론하고 있다. 2023.11.10 /naru@hanbit.example.kr", "2023-11-10"),
        ("토론하고 있다. [사진=과기부] 2023.11.10", "2023-11-10"),
        ("토론하고 있다. 2023.11.10.", "2023-11-10"),
        ("토론하고 있다. 2023.11.31 naru@hanbit.example.kr", ""),
        ("2023.11.10 토론하고 있다.", ""),
        ("토론하고 있다. naru@hanbit.example.kr", ""),
        ("번호 12023.11.10", ""),
        ("모습. 2023.11.9/뉴스1", "2023-11-09"),
        ("모습. 2023.11.9/뉴스1 © News1 김하늘 기자", "2023-11-09"),
        ("모습. 2023.11.10. photo@hanbit.example.kr *재판매 및 DB 금지", "2023-11-10"),
        ("모습. 2023.11.10 회의", ""),
        ("", ""),
    ],
)
def test_the_date_of_a_credit_ends_the_line(line, date):
    assert credit_date(line) == date


def test_a_credit_without_a_valid_date_keeps_what_looks_like_one():
    assert split_credit("모습 [사진=가] 2023.11.31 a@b.kr") == ("모습 [사진=가] 2023.11.31", "")


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("2023-12-09 10:30", True),
        ("2023년 12월 9일", True),
        ("2023.12.09 발표", False),
        ("12월 9일", False),
        ("", False),
    ],
)
def test_a_date_alone_is_told_from_a_sentence(line, alone):
    assert is_only_moment(line) is alone

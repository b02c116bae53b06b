"""What a marked text means is read from its place; marks get their value at once, and a person's own words stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.app.suggestions.meaning import Marked, read_marked, read_typed
from annotator.core.commands.documents import SetField
from annotator.core.commands.occurrences import AddOccurrences, Places
from annotator.core.commands.spans import AddSpan, RelabelSpans, ResizeSpan, SetValue
from annotator.core.labels import Label
from annotator.core.values import Norm, ValueKind
from tests.support.projects import add_document, make_session

AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4
TEXT = "최소 1000만 달러를 12월 9일 미 상무부와 복지부에 준다.\n약 5억~6억 유로와 3일.\n"


def label(kind: ValueKind) -> Label:
    return Label(
        id=1,
        uid="u",
        key="K",
        title="",
        hotkey="",
        role="",
        kind=kind,
        description="",
        choices=(),
        position=0,
    )


def read(text: str, quote: str, kind: ValueKind, day: str = "") -> Norm | None:
    start = text.index(quote)
    reading = read_marked(Marked(text, start, start + len(quote), label(kind), day))
    return None if reading is None else reading.norm


@pytest.mark.parametrize(
    ("text", "quote", "kind", "norm"),
    [
        (TEXT, "1000만 달러", ValueKind.MONEY, Norm("money", "10000000", "USD", "EQUAL_OR_MORE")),
        (TEXT, "5억~6억 유로", ValueKind.MONEY, Norm("money", "500000000/600000000", "EUR", "APPROX")),
        ("3억을 썼다", "3억", ValueKind.MONEY, Norm("money", "300000000")),
        (TEXT, "12월 9일", ValueKind.DATE, Norm("date", "2023-12-09", ref="2023-12-10")),
        ("2021년 5월 3일", "2021년 5월 3일", ValueKind.DATE, Norm("date", "2021-05-03")),
        ("3년간 한다", "3년", ValueKind.DATE, Norm("duration", "P3Y")),
        ("오후 3시부터", "오후 3시", ValueKind.DATE, Norm("time", "T15")),
        (TEXT, "상무부", ValueKind.NAME, Norm("name", "상무부", ref="us.doc")),
        (TEXT, "복지부", ValueKind.NAME, Norm("name", "보건복지부", ref="kr.mohw")),
        ("그 상무부는", "상무부", ValueKind.NAME, None),
        ("심해기술센터는", "심해기술센터", ValueKind.NAME, None),
        (TEXT, "복지부", ValueKind.TEXT, None),
        ("아무것도 없다", "아무것도", ValueKind.MONEY, None),
        ("아무것도 없다", "아무것도", ValueKind.DATE, None),
    ],
)
def test_a_value_is_read_by_the_kind_of_the_label(
    text: str, quote: str, kind: ValueKind, norm: Norm | None
) -> None:
    assert read(text, quote, kind, "2023-12-10") == norm


def test_a_name_of_several_bodies_has_them_as_alternatives() -> None:
    reading = read_marked(Marked("그 상무부는", 2, 5, label(ValueKind.NAME)))
    assert reading is not None
    assert {norm.ref for norm in reading.alternatives} == {"us.doc", "cn.mofcom"}


@pytest.mark.parametrize("day", ["", "2023", "언젠가"])
def test_without_a_document_date_a_day_has_no_value_but_asks_for_it(day: str) -> None:
    reading = read_marked(Marked("9일에", 0, 2, label(ValueKind.DATE), day))
    assert reading is not None
    assert reading.norm is None
    assert reading.needs_date


@pytest.fixture
def undated(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT)
    yield made
    made.project.close()


@pytest.fixture
def session(undated: Session) -> Session:
    undated.do(SetField(1, "document_date", "2023-12-10"))
    return undated


def place(quote: str) -> tuple[int, int]:
    return TEXT.index(quote), TEXT.index(quote) + len(quote)


def norm_of(session: Session) -> Norm | None:
    layer = session.layer(1)
    assert layer is not None
    return layer.spans[0].norm


def test_a_mark_gets_its_value_in_the_same_step(session: Session) -> None:
    session.do(AddSpan(1, *place("1000만 달러"), AMOUNT))
    assert norm_of(session) == Norm("money", "10000000", "USD", "EQUAL_OR_MORE")
    session.undo(1)
    assert session.layer(1) is None


def test_a_moved_end_reads_anew_what_was_read_and_leaves_what_was_written(session: Session) -> None:
    session.do(AddSpan(1, *place("1000만"), AMOUNT))
    (span,) = session.layer(1).spans
    session.do(ResizeSpan(1, span.id, *place("1000만 달러")))
    assert norm_of(session) == Norm("money", "10000000", "USD", "EQUAL_OR_MORE")
    session.do(SetValue(1, span.id, Norm("money", "7", "KRW")))
    session.do(ResizeSpan(1, span.id, *place("1000만")))
    assert norm_of(session) == Norm("money", "7", "KRW")


def test_another_label_reads_the_value_of_its_kind(session: Session) -> None:
    session.do(AddSpan(1, *place("12월 9일"), AGENCY))
    assert norm_of(session) is None
    session.do(RelabelSpans(1, (session.layer(1).spans[0].id,), DATE))
    assert norm_of(session) == Norm("date", "2023-12-09", ref="2023-12-10")


def test_dates_follow_the_document_date_unless_a_person_wrote_them(session: Session) -> None:
    session.do(AddSpan(1, *place("12월 9일"), DATE))
    session.do(AddSpan(1, *place("3일"), DATE))
    written = Norm("date", "1999-01-01")
    session.do(SetValue(1, session.layer(1).spans[1].id, written))
    session.do(SetField(1, "document_date", "2020-12-10"))
    assert [span.norm for span in session.layer(1).spans] == [
        Norm("date", "2020-12-09", ref="2020-12-10"),
        written,
    ]
    session.undo(1)
    assert session.document(1).document_date == "2023-12-10"
    assert norm_of(session) == Norm("date", "2023-12-09", ref="2023-12-10")


def test_a_date_marked_before_the_document_has_one_gets_its_value_with_it(undated: Session) -> None:
    session = undated
    session.do(AddSpan(1, *place("12월 9일"), DATE))
    assert norm_of(session) is None
    session.do(SetField(1, "document_date", "2023-12-10"))
    assert norm_of(session) == Norm("date", "2023-12-09", ref="2023-12-10")


def test_other_places_of_a_text_take_its_value_or_what_is_read_there(session: Session) -> None:
    other = add_document(session, "보건복지부와 중국 상무부")
    here = Norm("name", "상무부", ref="us.doc")
    session.do(AddOccurrences("상무부", AGENCY, (Places(other, ((10, 13),)),), norm=here))
    session.do(AddOccurrences("복지부", AGENCY, (Places(other, ((2, 5),)),)))
    spans = session.layer(other).spans
    assert [span.norm for span in spans] == [Norm("name", "보건복지부", ref="kr.mohw"), here]


@pytest.mark.parametrize(
    ("quote", "norm"),
    [
        ("양자", Norm("sector", "KR-NST-12", ref="annotator-sectors")),
        ("차세대 배터리", Norm("sector", "KR-NST-02-02", ref="annotator-sectors")),
        ("사과", None),
    ],
)
def test_a_sector_is_read_from_its_term_be_it_an_ordinary_word(quote: str, norm: Norm | None) -> None:
    assert read(f"{quote}를", quote, ValueKind.CODE) == norm


TABLE = "예산 (단위: 억원)\n반도체\t1,200\t35~40\n(단위 : 백만달러)\n양자\t7.5\n(단위: 명)\n인력\t30\n"


def test_a_table_that_counts_no_money_offers_none() -> None:
    reading = read_marked(Marked(TABLE, TABLE.index("30"), TABLE.index("30") + 2, label(ValueKind.MONEY)))
    assert reading is not None
    assert (reading.rule, reading.alternatives) == ("number-only", ())


@pytest.mark.parametrize(
    ("quote", "value", "unit"),
    [
        ("1,200", "120000000000", "KRW"),
        ("35~40", "3500000000/4000000000", "KRW"),
        ("7.5", "7500000", "USD"),
    ],
)
def test_the_unit_of_a_table_is_offered_and_not_applied(quote: str, value: str, unit: str) -> None:
    start = TABLE.index(quote)
    reading = read_marked(Marked(TABLE, start, start + len(quote), label(ValueKind.MONEY)))
    assert reading is not None
    assert reading.norm is not None
    assert reading.norm.unit is None
    assert reading.alternatives == (Norm("money", value, unit),)
    assert reading.rule.startswith("table-unit:")


@pytest.mark.parametrize(
    ("typed", "value", "unit", "mod"),
    [
        ("5억", "500000000", None, None),
        ("5 억 원", "500000000", "KRW", None),
        ("12억~15억", "1200000000/1500000000", None, None),
        ("3조 2천억", "3200000000000", None, None),
        ("약 5억", "500000000", None, "APPROX"),
        ("최소 1000만 달러", "10000000", "USD", "EQUAL_OR_MORE"),
        ("US$1.2B", "1200000000", "USD", None),
        ("１２３", "123", None, None),
        ("12,500,000.50", "12500000.5", None, None),
        ("007", "7", None, None),
    ],
)
def test_an_amount_that_is_typed_is_read(typed: str, value: str, unit: str | None, mod: str | None) -> None:
    assert read_typed(ValueKind.MONEY, typed) == Norm("money", value, unit, mod)


@pytest.mark.parametrize(
    "typed", ["", " ", "x", "5억x", "5억을", "1e5", "1.2.3", "3.5 million", "수십억", "20/10", "억"]
)
def test_what_is_no_amount_to_the_last_sign_is_none(typed: str) -> None:
    assert read_typed(ValueKind.MONEY, typed) is None


@pytest.mark.parametrize(
    ("typed", "value", "mod", "ref"),
    [
        ("2023.4.9", "2023-04-09", None, None),
        ("2023. 4. 9.", "2023-04-09", None, None),
        ("20230409", "2023-04-09", None, None),
        ("2023년 상반기", "2023-H1", None, None),
        ("내년 초", "2024", "START", "2023-12-09"),
        ("12월 9일~11일", "2023-12-09/2023-12-11", None, "2023-12-09"),
    ],
)
def test_a_date_that_is_typed_is_read(typed: str, value: str, mod: str | None, ref: str | None) -> None:
    assert read_typed(ValueKind.DATE, typed, "2023-12-09") == Norm("date", value, None, mod, ref)


@pytest.mark.parametrize("typed", ["", "2023-02-30", "2023-04-0", "9일 저녁에", "foo 9일", "2023x"])
def test_what_is_no_date_to_the_last_sign_is_none(typed: str) -> None:
    assert read_typed(ValueKind.DATE, typed, "2023-12-09") is None


def test_words_that_need_the_document_date_mean_nothing_without_it() -> None:
    assert read_typed(ValueKind.DATE, "내년 초") is None
    assert read_typed(ValueKind.NAME, "5억 원") is None

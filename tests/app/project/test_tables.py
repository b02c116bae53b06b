"""The tables of a project: rows of everybody's records and relations, sorted, searched, written as CSV."""

import csv
import io
from pathlib import Path

import pytest

from annotator.app.jobs import never, silent
from annotator.app.project.tables import ChooseJob, CsvJob, rows_of
from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.records import TieTogether, TieValue, records_of
from annotator.core.commands.spans import AddSpan, RemoveSpans, SetValue
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.record import ACTION
from annotator.core.relation import ALIAS, Relation
from annotator.core.tables import COLUMNS, Table, TableQuery
from annotator.core.values import Norm
from tests.support.projects import make_session

SUMS = (
    ("과기부는 9일 20억 원을 쓴다.\n", Norm("money", "2000000000", "KRW")),
    ("산업부는 11일 최소 5억 달러를 쓴다.\n", Norm("money", "500000000", "USD", "EQUAL_OR_MORE")),
    ("=복지부는 10일 1억~3억 원을 쓴다.\n", Norm("money", "100000000/300000000", "KRW")),
)
QUOTES = (("과기부", "9일", "20억 원"), ("산업부", "11일", "5억 달러"), ("=복지부", "10일", "1억~3억 원"))


@pytest.fixture
def session(tmp_path: Path):
    made = make_session(tmp_path, *(text for text, _norm in SUMS))
    for document_id, ((text, norm), quotes) in enumerate(zip(SUMS, QUOTES, strict=True), 1):
        for quote, label in zip(quotes, (1, 4, 3), strict=True):
            start = text.index(quote)
            made.do(AddSpan(document_id, start, start + len(quote), label))
        ids = tuple(span.id for span in made.layer(document_id).spans)
        for span_id in ids[:-1]:
            made.do(SetValue(document_id, span_id, None))  # what the text says itself is told then
        made.do(SetValue(document_id, ids[-1], norm))
        made.do(TieTogether(document_id, ids))
    yield made
    made.project.close()


def cells(session: Session, query: TableQuery, *names: str) -> list[tuple[str, ...]]:
    """Return these columns of what is asked for, in its order."""
    found = ChooseJob(session.project, query).run(silent, never)
    rows = {row.id: row for row in rows_of(session, query.table, found.ids)}
    at = [COLUMNS[query.table].index(name) for name in names]
    return [tuple(rows[id_].cells[n] for n in at) for id_ in found.ids]


def test_a_record_is_a_row_with_what_its_members_mean(session: Session) -> None:
    names = ("agencies", "amount", "minimum", "maximum", "unit", "mod", "dates", "annotator", "status")
    assert cells(session, TableQuery(), *names) == [
        ("과기부", "20억 원", "2000000000", "2000000000", "KRW", "", "9일", "김하나", "complete"),
        ("산업부", "5억 달러", "500000000", "", "USD", "EQUAL_OR_MORE", "11일", "김하나", "complete"),
        ("=복지부", "1억~3억 원", "100000000", "300000000", "KRW", "", "10일", "김하나", "complete"),
    ]


def test_values_without_spans_and_lost_members_are_told(session: Session) -> None:
    (record,) = records_of(session, 1)
    session.do(TieValue(1, record.id, ACTION, Norm("text", "지원")))
    session.do(RemoveSpans(1, (session.layer(1).spans[0].id,)))
    assert cells(session, TableQuery(), "agencies", "action", "status")[0] == ("", "지원", "incomplete")


@pytest.mark.parametrize(
    ("sort", "first_to_last"),
    [
        ("", "과산=복"),
        ("minimum", "=복산과"),
        ("maximum", "=복과산"),  # who has none comes last
        ("agencies", "=복과산"),
        ("dates", "=복산과"),
    ],
)
def test_rows_are_sorted_by_any_column(session: Session, sort: str, first_to_last: str) -> None:
    found = cells(session, TableQuery(sort=sort), "agencies")
    assert (
        "".join(agency.removesuffix("부")[: 2 if agency[0] == "=" else 1] for (agency,) in found)
        == first_to_last
    )


def test_descending_turns_what_is_said_and_leaves_what_is_not_at_the_end(session: Session) -> None:
    assert cells(session, TableQuery(sort="maximum", descending=True), "maximum") == [
        ("2000000000",), ("300000000",), ("",)
    ]  # fmt: skip
    assert cells(session, TableQuery(sort="annotator", descending=True), "agencies")[0] == ("과기부",)


def test_every_word_sought_is_in_some_cell(session: Session) -> None:
    assert cells(session, TableQuery(sought="김하나 usd"), "agencies") == [("산업부",)]
    assert cells(session, TableQuery(sought="usd krw"), "agencies") == []


def test_what_is_in_the_bin_is_not_listed_and_counted(session: Session) -> None:
    session.do(BinDocuments((2,)))
    found = ChooseJob(session.project, TableQuery()).run(silent, never)
    assert len(found.ids) == found.counts[Table.RECORDS] == 2


def test_a_relation_is_a_row_with_both_of_its_spans(session: Session) -> None:
    layer = session.layer(1)
    relation = Relation(1, "r1", layer.head.id, ALIAS, layer.spans[1].id, layer.spans[0].id)
    session.project.apply(Change(message("test.relation"), (insert("relation", relation.row()),), 1), 1)
    assert cells(session, TableQuery(Table.RELATIONS), "type", "from", "to") == [(ALIAS, "9일", "과기부")]


def test_csv_is_what_is_shown_in_that_order_and_no_cell_is_a_formula(
    session: Session, tmp_path: Path
) -> None:
    found = ChooseJob(session.project, TableQuery(sort="minimum")).run(silent, never)
    target = tmp_path / "records.csv"
    assert CsvJob(session.project, Table.RECORDS, found.ids, target).run(silent, never) == 3
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head == [*COLUMNS[Table.RECORDS], "document", "id"]
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["agencies"] for row in told] == ["'=복지부", "산업부", "과기부"]
    assert [row["minimum"] for row in told] == ["100000000", "500000000", "2000000000"]
    assert told[0]["document"] == "d3"


def test_a_csv_that_is_cancelled_leaves_what_was_there(session: Session, tmp_path: Path) -> None:
    found = ChooseJob(session.project, TableQuery()).run(silent, never)
    target = tmp_path / "records.csv"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(UserError):
        CsvJob(session.project, Table.RECORDS, found.ids, target).run(silent, lambda: True)
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["records.csv"]

from array import array

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from annotator.core.layer import Status
from annotator.core.listing import ListQuery, ListRow
from annotator.ui.library.model import PAGE, DocumentModel


class Shelves:
    """Documents in memory that count what is asked of them."""

    def __init__(self, ids):
        self.known = array("q", ids)
        self.titles = {}
        self.gone = set()
        self.asked = []
        self.queries = []

    def ids(self, query):
        self.queries.append(query)
        return array("q", reversed(self.known)) if query.descending else array("q", self.known)

    def rows(self, ids):
        self.asked.append(list(ids))
        # In an order of its own, as a database may answer.
        return [self.row(id_) for id_ in reversed(list(ids)) if id_ not in self.gone]

    def row(self, id_):
        title = self.titles.get(id_, f"문서 {id_}")
        return ListRow(id_, title, "한빛일보", "2026-11-24T09:00", "", Status.NEW, False, 3)


def make(ids):
    shelves = Shelves(ids)
    model = DocumentModel()
    model.set_source(shelves.ids, shelves.rows)
    return shelves, model


def test_it_is_a_model_that_qt_finds_no_fault_with():
    _shelves, model = make(range(1, 251))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_query(ListQuery(descending=True))
    model.refresh(5)
    assert isinstance(model, QAbstractItemModel)
    assert (model.rowCount(), model.columnCount()) == (250, 1)


def test_only_the_page_that_is_looked_at_is_fetched():
    shelves, model = make(range(1, 1_000_001))
    assert shelves.asked == []
    assert model.row_at(765_432).id == 765_433
    assert [len(page) for page in shelves.asked] == [PAGE]
    model.row_at(765_499)
    assert len(shelves.asked) == 1


def test_no_more_than_sixty_pages_are_kept_and_the_last_used_stay():
    shelves, model = make(range(1, 20_001))
    for page in range(60):
        model.row_at(page * PAGE)
    model.row_at(0)
    model.row_at(60 * PAGE)
    assert model.pages_held() == 60
    asked = len(shelves.asked)
    model.row_at(1)
    assert len(shelves.asked) == asked
    model.row_at(PAGE)
    assert len(shelves.asked) == asked + 1


def test_rows_stand_in_the_order_of_the_ids_whatever_the_order_of_the_answer():
    _shelves, model = make([7, 3, 9])
    assert [model.row_at(row).id for row in range(3)] == [7, 3, 9]


def test_a_document_that_is_gone_is_an_empty_row_and_no_error():
    shelves, model = make([1, 2, 3])
    shelves.gone.add(2)
    assert model.row_at(1) is None
    assert model.data(model.index(1, 0)) is None
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) is None


def test_refresh_shows_the_document_as_it_is_now_and_says_so_of_its_row_alone():
    shelves, model = make(range(1, 301))
    model.row_at(149)
    shelves.titles[150] = "고친 제목"
    spy = QSignalSpy(model.dataChanged)
    model.refresh(150)
    assert model.row_at(149).title == "고친 제목"
    assert spy.count() == 1
    assert (spy.at(0)[0].row(), spy.at(0)[1].row()) == (149, 149)
    assert shelves.asked[-1] == [150]


def test_refresh_of_what_is_not_listed_or_not_yet_fetched_asks_for_nothing():
    shelves, model = make(range(1, 301))
    model.refresh(999)
    model.refresh(250)
    assert shelves.asked == []


def test_the_same_query_is_not_asked_twice_but_reset_asks_again():
    shelves, model = make([1, 2])
    asked = len(shelves.queries)
    model.set_query(ListQuery())
    assert len(shelves.queries) == asked
    shelves.known.append(3)
    model.reset()
    assert model.rowCount() == 3


@pytest.mark.parametrize("query", [ListQuery(), ListQuery(descending=True), ListQuery(sort="title")])
def test_every_document_is_found_in_its_row(query):
    _shelves, model = make(range(10, 1000, 7))
    model.set_query(query)
    for row in range(model.rowCount()):
        assert model.row_of(model.id_at(row)) == row
    assert model.row_of(11) == -1
    assert model.row_of(None) == -1


def test_a_row_outside_the_list_is_refused():
    _shelves, model = make([1])
    with pytest.raises(IndexError):
        model.id_at(1)
    assert model.row_at(1) is None


def test_a_screen_reader_hears_title_state_outlet_day_and_count():
    _shelves, model = make([1])
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "문서 1, New, 한빛일보 · 2026-11-24 · 3 spans"

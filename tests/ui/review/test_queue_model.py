"""The rows of the queue: in their order, put in and taken out one by one, with words for eye and ear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.app.review.review_queue import Row
from annotator.app.review.reviewing import APPEALED, OPEN
from annotator.review.decisions import State
from annotator.ui.review.queue_model import QueueModel

DISPLAY = Qt.ItemDataRole.DisplayRole
EAR = Qt.ItemDataRole.AccessibleTextRole


def row(
    start: int, state: str = OPEN, *, kind: str = "conflict", classes: tuple[str, ...] = ("only",)
) -> Row:
    return Row(
        1, "수소 공장\n둘째 줄", start, start + 3, f"낱말{start}", kind, state, classes, (), (), 0.5, True
    )


@pytest.fixture
def model(qapp: object) -> QueueModel:
    made = QueueModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def shown(model: QueueModel) -> list[int]:
    return [one.start for one in model.rows]


def test_a_row_is_put_where_its_number_says_changed_and_taken_out(model: QueueModel) -> None:
    model.show_rows([(0, row(0)), (4, row(40))])
    model.put_row(2, row(20), shown=True)
    assert shown(model) == [0, 20, 40]
    assert [model.at_number(number) for number in (0, 1, 2, 4)] == [0, None, 1, 2]
    model.put_row(2, row(21, State.KEPT), shown=True)
    assert shown(model) == [0, 21, 40]
    model.put_row(0, row(0), shown=False)
    model.put_row(3, row(30), shown=False)
    assert shown(model) == [21, 40]
    assert model.at_number(4) == 1


@given(st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=30))
def test_whatever_comes_and_goes_the_rows_stand_in_the_order_of_their_numbers(
    steps: list[tuple[int, bool]],
) -> None:
    model, there = QueueModel(), set()
    for number, wanted in steps:
        model.put_row(number, row(number), shown=wanted)
        there = there | {number} if wanted else there - {number}
    assert shown(model) == sorted(there)
    assert all(model.at_number(number) == at for at, number in enumerate(sorted(there)))
    assert model.rowCount() == len(there)


def test_the_title_is_told_only_where_there_are_several_documents(model: QueueModel) -> None:
    model.show_rows([(0, row(0))])
    assert model.data(model.index(0, 0), DISPLAY) == "○ 낱말0\n     missed by some"
    model.titled = True
    assert model.data(model.index(0, 0), DISPLAY) == "○ 낱말0\n     missed by some — 수소 공장 둘째 줄"


def test_a_screen_reader_hears_the_words_the_difference_the_state_and_the_document(model: QueueModel) -> None:
    model.show_rows([(0, row(0, State.STALE, classes=("boundary:josa", "label")))])
    told = model.data(model.index(0, 0), EAR)
    assert told == "낱말0: josa, other label, layers have changed since, 수소 공장\n둘째 줄"


def test_every_state_has_a_mark_of_its_own_but_for_the_two_that_are_decided(model: QueueModel) -> None:
    states = [OPEN, APPEALED, *State]
    model.show_rows(list(enumerate(row(at, state) for at, state in enumerate(states))))
    marks = {
        state: str(model.data(model.index(at, 0), DISPLAY)).partition(" ")[0]
        for at, state in enumerate(states)
    }
    assert all(marks.values())
    assert marks.pop(State.CONFIRMED) == marks[State.KEPT]
    assert len(set(marks.values())) == len(marks)


def test_there_is_nothing_below_a_row_and_nothing_outside(model: QueueModel) -> None:
    model.show_rows([(0, row(0))])
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), DISPLAY) is None

"""The spans behind a number: those that it counts, and no others."""

from hypothesis import given

from annotator.review.case import read_case
from annotator.review.comparison import both, compared, counting
from annotator.review.differences import Class
from annotator.review.places import Wanted, cells_of, extent, wanted_of
from tests.review.cases import LABELS, cases, pair, span


def rows_of(case, a="A", b="B"):
    read = read_case(case)
    count = counting(read)
    return {document: count(document, a, b) for document in both(read, a, b)}


@given(cases())
def test_each_class_opens_as_many_differences_as_it_counts(case):
    rows = rows_of(case)
    classes = compared(read_case(case))["pairs"]["A|B"]["classes"]
    for cls in Class:
        found = list(wanted_of(rows, Wanted("A", "B", frozenset({cls}))))
        assert len(found) == classes.get(str(cls), 0)


@given(cases())
def test_a_cell_of_the_confusion_opens_only_what_it_counts(case):
    rows = rows_of(case)
    confusion = compared(read_case(case))["pairs"]["A|B"]["confusion"]
    number = {label: at for at, label in enumerate(LABELS)} | {"∅": -1}
    for cell, count in confusion.items():
        one, other = cell.split("|")
        wanted = (number[one], number[other])
        found = [difference for _, difference in wanted_of(rows, Wanted("A", "B", cell=wanted))]
        assert 0 < len(found) <= count
        assert all(wanted in cells_of(difference) for difference in found)


@given(cases())
def test_a_difference_reaches_over_all_its_spans(case):
    for _, difference in wanted_of(rows_of(case), Wanted("A", "B")):
        start, end = extent(difference)
        assert all(start <= mark.start < mark.end <= end for mark in (*difference.a, *difference.b))


def test_labels_kinds_and_values_narrow():
    rows = rows_of(
        pair(
            [span(0, 3), span(5, 10, "DATE", "x"), span(13, 15, "SECTOR")],
            [span(0, 4), span(5, 10, "DATE", "y"), span(13, 15, "AMOUNT")],
        )
    )
    assert len(list(wanted_of(rows, Wanted("A", "B", kind="josa")))) == 1
    assert len(list(wanted_of(rows, Wanted("A", "B", valued=True)))) == 1
    assert len(list(wanted_of(rows, Wanted("A", "B", label=2)))) == 1
    assert list(wanted_of(rows, Wanted("A", "B", frozenset({Class.SAME})))) == []

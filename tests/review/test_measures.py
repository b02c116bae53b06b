"""What is read out of the measures of a pair."""

from annotator.review import compare
from annotator.review.measures import NO_LABEL, confusion_cells
from tests.review.cases import case, span


def test_cells_of_the_confusion_are_told_apart_where_a_label_holds_the_stroke_between_them() -> None:
    layers = {"A": {"d": [span(0, 3, "ORG|GOV"), span(5, 7, "DATE")]}, "B": {"d": [span(0, 3, "DATE")]}}
    found = compare(case(layers, labels=["ORG|GOV", "DATE"]))["pairs"]["A|B"]
    assert confusion_cells(found) == {("ORG|GOV", "DATE"): 1, ("DATE", NO_LABEL): 1}

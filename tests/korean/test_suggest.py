"""Suggesting as a whole: order, nesting, and what holds for any text."""

from collections.abc import Iterable

from annotator.korean import Suggestion, suggest
from annotator.korean.suggest import outermost
from annotator.korean.text import Text


def made(start: int, end: int, label: str = "DATE", rank: int = 1) -> Suggestion:
    return Suggestion(start, end, "x" * (end - start), label, None, "r", rank)


def test_of_nested_suggestions_of_one_label_the_outermost_stays() -> None:
    inner, outer, other = made(2, 4), made(0, 5), made(2, 3, "AMOUNT")
    assert outermost([inner, other, outer]) == [outer, other]


def test_of_two_for_one_place_the_better_rank_stays() -> None:
    assert outermost([made(0, 2, rank=3), made(0, 2, rank=1)]) == [made(0, 2, rank=1)]


def test_a_lexicon_of_ones_own_is_asked() -> None:
    def lexicon(text: Text) -> Iterable[Suggestion]:
        at = text.copy.index("가나부")
        yield text.suggestion((at, at + 3), "AGENCY", None, rule="mine")

    found = suggest("어느 가나부가", document_date=None, lexicon=lexicon)
    assert [(one.text, one.label) for one in found] == [("가나부", "AGENCY")]

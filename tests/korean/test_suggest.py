"""Suggesting as a whole: order, nesting, and what holds for any text."""

from collections.abc import Iterable

from annotator.korean import Suggestion, suggest
from annotator.korean.lexicon import Agency, Lexicon
from annotator.korean.suggest import outermost
from annotator.korean.text import Text
from tests.support.pace import allowed, timed


def made(start: int, end: int, label: str = "DATE", rank: int = 1) -> Suggestion:
    return Suggestion(start, end, "x" * (end - start), label, None, "r", rank)


def test_of_nested_suggestions_of_one_label_the_outermost_stays() -> None:
    inner, outer, other = made(2, 4), made(0, 5), made(2, 3, "AMOUNT")
    assert outermost([inner, other, outer]) == [outer, other]


def test_of_two_for_one_place_the_better_rank_stays() -> None:
    assert outermost([made(0, 2, rank=3), made(0, 2, rank=1)]) == [made(0, 2, rank=1)]


def test_what_a_project_remembers_is_asked() -> None:
    def memory(text: Text) -> Iterable[Suggestion]:
        at = text.copy.index("가나다")
        yield text.suggestion((at, at + 3), "SECTOR", None, rule="mine")

    found = suggest("어느 가나다가", document_date=None, memory=memory)
    assert [(one.text, one.label) for one in found] == [("가나다", "SECTOR")]


def test_agencies_are_found_by_the_shipped_list_or_another() -> None:
    sentence = "외교부가 12월 9일 가람연구회에 3억 원을 줬다"
    shipped = suggest(sentence, document_date="2023-12-10")
    assert [(one.text, one.label) for one in shipped] == [
        ("외교부", "AGENCY"), ("12월 9일", "DATE"), ("3억 원", "AMOUNT"),
    ]  # fmt: skip
    assert shipped[0].norm is not None
    assert shipped[0].norm.type == "name"
    own = Agency(
        "x", "institute", "가람연구회", "Garam", "KR", None, (), None, None, "test", frozenset(), frozenset()
    )
    found = suggest(sentence, document_date=None, lexicon=Lexicon.of([own]))
    assert [one.text for one in found if one.label == "AGENCY"] == ["가람연구회"]


def test_a_hundred_thousand_characters_without_a_blank_are_no_trap() -> None:
    for piece in ("1", "일", "만", "9월", "1,", "올해", "(", "$1"):
        with timed() as spent:
            suggest(piece * (100_000 // len(piece)), document_date="2024-05-16")
        assert spent.seconds < allowed(10)

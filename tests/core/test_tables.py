"""Which rows of a table are shown, and in which order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.tables import COLUMNS, Table, TableQuery, TableRow, chosen

_NAMES = COLUMNS[Table.RELATIONS]
_CELL = st.sampled_from(["", "나", "가", "B", "a", "Ａ"])
_ROWS = st.lists(st.tuples(*[_CELL] * len(_NAMES)), max_size=8)


def rows(made: list[tuple[str, ...]]) -> list[TableRow]:
    return [TableRow(number, 1, 1, 0, -1, "", "", cells) for number, cells in enumerate(made, 1)]


def ask(made: list[tuple[str, ...]], **query: object) -> list[int]:
    return chosen(rows(made), TableQuery(Table.RELATIONS, **query))


@given(_ROWS, st.sampled_from(["", *_NAMES]), st.booleans())
def test_every_row_is_there_once_what_is_said_before_what_is_not(
    made: list[tuple[str, ...]], sort: str, descending: bool
) -> None:
    ids = ask(made, sort=sort, descending=descending)
    assert sorted(ids) == list(range(1, len(made) + 1))
    if sort:
        said = [bool(made[id_ - 1][_NAMES.index(sort)]) for id_ in ids]
        assert said == sorted(said, reverse=True)


@given(_ROWS, st.sampled_from(_NAMES))
def test_equal_rows_stand_by_age_in_either_direction(made: list[tuple[str, ...]], sort: str) -> None:
    at = _NAMES.index(sort)
    for descending in (False, True):
        ids = ask(made, sort=sort, descending=descending)
        for before, after in pairwise(ids):
            if made[before - 1][at] == made[after - 1][at]:
                assert before < after


def test_a_word_is_sought_without_regard_to_case_width_and_composition() -> None:
    made = [("", "과기부", "", "", "", "", ""), ("", "", "", "", "", "ＭＢＣ", "")]
    assert ask(made, sought="mbc") == [2]
    assert ask(made, sought="\u1100\u116a기") == [1]
    assert ask(made, sought="과기 mbc") == []


def test_a_sum_that_is_no_number_stands_last() -> None:
    names = COLUMNS[Table.RECORDS]

    def row(number: int, least: str) -> TableRow:
        cells = tuple(least if name == "minimum" else "" for name in names)
        return TableRow(number, 1, 1, 0, -1, "", "", cells)

    made = [row(1, "9"), row(2, "about"), row(3, "10"), row(4, "1.5; 30")]
    assert chosen(made, TableQuery(sort="minimum")) == [4, 1, 3, 2]

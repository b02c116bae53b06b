"""Operations are put together only where that comes to the same."""

from annotator.core.changes import RowOp, delete, insert
from annotator.store.grouping import Kind, grouped
from tests.support.stores import head, span


def noted(id_: int, before: str = "", after: str = "메모") -> RowOp:
    return RowOp("span", id_, {"note": before}, {"note": after})


def doubted(id_: int) -> RowOp:
    return RowOp("span", id_, {"unsure": 0}, {"unsure": 1})


def shapes(*ops: RowOp) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(group.entity, group.kind, group.ids) for group in grouped(ops)]


def test_operations_of_one_shape_come_together() -> None:
    groups = grouped([noted(1), doubted(2), noted(3), doubted(4)])
    assert [(group.columns, group.ids) for group in groups] == [(("note",), (1, 3)), (("unsure",), (2, 4))]


def test_operations_on_one_row_keep_their_order() -> None:
    assert shapes(noted(1), doubted(1), noted(1, "메모", "다시")) == [
        ("span", "update", (1,)), ("span", "update", (1,)), ("span", "update", (1,)),
    ]  # fmt: skip
    assert shapes(noted(1), noted(1, "메모", "다시"), doubted(2)) == [
        ("span", "update", (1, 1)), ("span", "update", (2,)),
    ]  # fmt: skip


def test_rows_that_exclude_one_another_keep_their_order() -> None:
    def setting(id_: int) -> dict[str, object]:
        return {"id": id_, "key": "k", "value": ""}

    ops = (delete("setting", setting(1)), insert("setting", setting(2)), delete("setting", setting(2)))
    assert shapes(*ops) == [
        ("setting", "delete", (1,)),
        ("setting", "insert", (2,)),
        ("setting", "delete", (2,)),
    ]


def test_what_stands_alone_is_put_together_across_others() -> None:
    layer = RowOp("layer", 1, {"flagged": 0}, {"flagged": 1})
    assert shapes(noted(1), insert("layer", head(2, 2).row()), noted(2), layer) == [
        ("span", "update", (1, 2)), ("layer", "insert", (2,)), ("layer", "update", (1,)),
    ]  # fmt: skip


def test_columns_in_another_order_are_another_shape() -> None:
    first = RowOp("span", 1, {"note": "", "unsure": 0}, {"note": "x", "unsure": 1})
    second = RowOp("span", 2, {"unsure": 0, "note": ""}, {"note": "x", "unsure": 1})
    assert len(grouped([first, second])) == 2


def test_a_group_knows_its_rows() -> None:
    (group,) = grouped([insert("span", span(1, 0, 3).row()), insert("span", span(2, 5, 7).row())])
    assert (group.kind, group.before, group.columns) == (Kind.INSERT, (), tuple(span(1, 0, 3).row()))
    assert [row["id"] for row in group.sides] == [1, 2]
    assert grouped([]) == ()

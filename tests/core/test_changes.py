"""Row operations: their inverses, and what several of them come to."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.changes import Change, Changes, RowOp, combine, delete, insert, update
from annotator.core.messages import message

COLUMNS = ("a", "b")
Table = dict[int, dict[str, object]]


def run(table: Table, ops: tuple[RowOp, ...]) -> Table:
    """Apply operations to a table of rows, refusing what the store would refuse."""
    rows = {id_: dict(row) for id_, row in table.items()}
    for op in ops:
        if op.before is None:
            assert op.id not in rows
            rows[op.id] = dict(op.after or {})
        elif op.after is None:
            assert rows.pop(op.id) == op.before
        else:
            assert all(rows[op.id][column] == value for column, value in op.before.items())
            rows[op.id].update(op.after)
    return rows


@st.composite
def edits(draw: st.DrawFn) -> tuple[Table, list[RowOp]]:
    """Draw a table and a list of operations that are possible one after the other."""
    table: Table = {
        i: {"id": i, "a": draw(st.integers(0, 2)), "b": 0} for i in range(draw(st.integers(0, 3)))
    }
    rows = {id_: dict(row) for id_, row in table.items()}
    ops: list[RowOp] = []
    for _ in range(draw(st.integers(0, 8))):
        id_ = draw(st.integers(0, 3))
        if id_ not in rows:
            row = {"id": id_, "a": draw(st.integers(0, 2)), "b": draw(st.integers(0, 2))}
            ops.append(insert("span", row))
            rows[id_] = row
        elif draw(st.booleans()):
            after = {**rows[id_], draw(st.sampled_from(COLUMNS)): draw(st.integers(0, 2))}
            op = update("span", rows[id_], after)
            if op is not None:
                ops.append(op)
                rows[id_] = after
        else:
            ops.append(delete("span", rows.pop(id_)))
    return table, ops


@given(edits())
def test_a_change_and_its_inverse_come_to_nothing(edit: tuple[Table, list[RowOp]]) -> None:
    table, ops = edit
    change = Change(message("x"), tuple(ops))
    assert run(run(table, change.ops), change.inverse().ops) == table


@given(edits(), st.integers(0, 8))
def test_combined_operations_do_what_the_parts_did(edit: tuple[Table, list[RowOp]], cut: int) -> None:
    table, ops = edit
    combined = combine(ops[:cut], ops[cut:])
    assert run(table, combined) == run(table, tuple(ops))
    assert len({op.id for op in combined}) == len(combined)


@given(edits())
def test_operations_that_were_taken_back_combine_to_nothing(edit: tuple[Table, list[RowOp]]) -> None:
    _table, ops = edit
    back = Change(message("x"), tuple(ops)).inverse().ops
    assert combine(ops, back) == ()


def test_an_update_names_only_what_differs() -> None:
    op = update("span", {"id": 1, "a": 1, "b": 2}, {"id": 1, "a": 1, "b": 3})
    assert op == RowOp("span", 1, {"b": 2}, {"b": 3})
    assert update("span", {"id": 1, "a": 1}, {"id": 1, "a": 1}) is None


def test_a_notice_tells_which_entities_were_touched() -> None:
    changes = Changes((insert("span", {"id": 1}), insert("layer", {"id": 2})), 7)
    assert changes.touch("layer", "label")
    assert not changes.touch("label")
    assert [op.id for op in changes.of("span")] == [1]

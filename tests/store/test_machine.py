"""Any changes, undone and redone, the program closed or killed in between: the file holds what the model holds."""

import copy
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.errors import UserError
from annotator.core.history import Step
from annotator.core.messages import message
from tests.support.stores import TEXT, Folders, change, head, span

Key = tuple[str, int]
Rows = dict[Key, dict[str, Any]]
SCOPES: tuple[int | None, ...] = (1, 2, None)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
scopes = st.sampled_from(SCOPES)


@pytest.fixture(scope="module", autouse=True)
def template(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Make the project that each run begins with, once."""
    folders = Folders(tmp_path_factory.mktemp("template"))
    project = folders.begin()
    project.apply(change(insert("layer", head(2, 2).row()), document_id=2), 1)
    project.close()
    StoreMachine.template = folders.path


class StoreMachine(RuleBasedStateMachine):
    """A model of each scope: its rows, and what they were before and after each step."""

    template: Path

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.folders = Folders(self.root)
        shutil.copy(self.template, self.folders.path)
        self.project = self.folders.open()
        labels = {("label", label.id): dict(label.row()) for label in self.project.reading.label_set().labels}
        self.rows: dict[int | None, Rows] = {1: {}, 2: {}, None: labels}
        self.done: dict[int | None, list[tuple[Step, Rows, Rows]]] = {scope: [] for scope in SCOPES}
        self.undone: dict[int | None, list[tuple[Step, Rows, Rows]]] = {scope: [] for scope in SCOPES}
        self.crashes = 0

    def teardown(self) -> None:
        self.project.close()
        shutil.rmtree(self.root)

    # Changes.

    def draw_ops(self, data: st.DataObject, scope: int | None) -> tuple[tuple[RowOp, ...], Rows]:
        rows = copy.deepcopy(self.rows[scope])
        ops: list[RowOp] = []
        for _ in range(data.draw(st.integers(1, 6))):
            op = self.draw_op(data, scope, rows)
            if op is None:
                continue
            ops.append(op)
            if op.after is None:
                del rows[op.entity, op.id]
            else:
                rows[op.entity, op.id] = {**rows.get((op.entity, op.id), {}), **op.after}
        return tuple(ops), rows

    def draw_op(self, data: st.DataObject, scope: int | None, rows: Rows) -> RowOp | None:
        kind = data.draw(st.sampled_from(["insert", "update", "delete"]))
        entity = "setting" if scope is None else "span"
        mine = sorted(key for key in rows if key[0] == entity)
        if kind == "insert":
            return insert(entity, self.draw_row(data, scope))
        if kind == "delete":
            if not mine:
                return None
            key = data.draw(st.sampled_from(mine))
            return delete(entity, rows[key])
        if not rows:
            return None
        key = data.draw(st.sampled_from(sorted(rows)))
        return update(key[0], rows[key], {**rows[key], **self.draw_new(data, key[0])})

    def draw_row(self, data: st.DataObject, scope: int | None) -> Row:
        if scope is None:
            id_ = self.project.ids.new("setting")
            return {"id": id_, "key": f"key-{id_}", "value": data.draw(texts)}
        id_ = self.project.ids.new("span")
        start = data.draw(st.integers(0, len(TEXT) - 2))
        end = data.draw(st.integers(start + 1, min(len(TEXT), start + 12)))
        label_id = data.draw(st.integers(1, 4))
        return span(id_, start, end, layer_id=scope, label_id=label_id, note=data.draw(texts)).row()

    def draw_new(self, data: st.DataObject, entity: str) -> Row:
        match entity:
            case "label":
                return {"title": data.draw(texts)}
            case "setting":
                return {"value": data.draw(texts)}
        start = data.draw(st.integers(0, len(TEXT) - 2))
        place = {"start": start, "end": start + 1, "text": TEXT[start]}
        worth = {"value_type": "name", "value": data.draw(texts), "unit": None}
        return data.draw(st.sampled_from([place, worth, {"note": data.draw(texts), "unsure": 1}]))

    @rule(data=st.data(), scope=scopes, merge=st.sampled_from(["", "", "burst"]))
    def do(self, data: st.DataObject, scope: int | None, merge: str) -> None:
        ops, after = self.draw_ops(data, scope)
        if not ops:
            return
        made = Change(message("step", count=len(ops)), ops, scope, merge)
        earlier = self.project.history(scope).mergeable(merge)
        if earlier is None:
            step = self.project.apply(made, 1)
            self.done[scope].append((step, self.rows[scope], after))
            self.undone[scope] = []
        else:
            _step, before, _after = self.done[scope].pop()
            merged = self.project.merge(earlier, made)
            assert (merged is None) == (before == after)
            if merged is not None:
                self.done[scope].append((merged, before, after))
        self.rows[scope] = after

    @rule(scope=scopes)
    def undo(self, scope: int | None) -> None:
        if not self.done[scope]:
            return
        step, before, after = self.done[scope].pop()
        self.project.undo(step)
        self.undone[scope].append((step, before, after))
        self.rows[scope] = before

    @rule(scope=scopes)
    def redo(self, scope: int | None) -> None:
        if not self.undone[scope]:
            return
        step, before, after = self.undone[scope].pop()
        self.project.redo(step)
        self.done[scope].append((step, before, after))
        self.rows[scope] = after

    @rule(data=st.data(), scope=scopes)
    def be_refused(self, data: st.DataObject, scope: int | None) -> None:
        ops, _after = self.draw_ops(data, scope)
        wrong = RowOp("span", 10**9, {"note": ""}, {"note": "x"})
        with pytest.raises(UserError, match=r"change\.conflict"):
            self.project.apply(Change(message("wrong"), (*ops, wrong), scope), 1)

    # Ends.

    @rule()
    def reopen(self) -> None:
        assert self.project.close() == ()
        assert sorted(path.name for path in self.root.iterdir() if path.is_file()) == [self.folders.path.name]
        self.project = self.folders.open()

    @rule()
    def crash(self) -> None:
        """Go on with what is on the disk now, as after a kill."""
        self.crashes += 1
        place = Folders(self.root / f"crash-{self.crashes}")
        place.root.mkdir()
        for tail in ("", "-wal"):
            shutil.copy(f"{self.folders.path}{tail}", f"{place.path}{tail}")
        self.project.close()
        self.folders = place
        self.project = place.open()

    @rule()
    def checkpoint(self) -> None:
        self.project.checkpoint()

    # What must hold.

    @invariant()
    @precondition(lambda self: hasattr(self, "project"))
    def tables_are_the_models(self) -> None:
        expected = {key: row for rows in self.rows.values() for key, row in rows.items()}
        found: Rows = {}
        for entity, condition in (("span", "1"), ("label", "1"), ("setting", "key LIKE 'key-%'")):
            cursor = self.project.connection.execute(f"SELECT * FROM {entity} WHERE {condition}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                found[entity, row[0]] = dict(zip(names, row, strict=True))
        assert found == expected

    @invariant()
    @precondition(lambda self: hasattr(self, "project"))
    def histories_are_the_models(self) -> None:
        for scope in SCOPES:
            history = self.project.history(scope)
            # The steps that made the template come first.
            mine = history.done[len(history.done) - len(self.done[scope]) :]
            assert [step.id for step in mine] == [step.id for step, _before, _after in self.done[scope]]
            assert [step.id for step in history.undone] == [step.id for step, *_ in self.undone[scope]]

    @invariant()
    @precondition(lambda self: hasattr(self, "project"))
    def layers_are_read_in_order(self) -> None:
        for document_id in (1, 2):
            layer = self.project.reading.layer(document_id, 1)
            assert [one.order for one in layer.spans] == sorted(one.order for one in layer.spans)
            assert len(layer.spans) == len(self.rows[document_id])


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)

"""Two annotators who are one person, joined: all that the one made is the other's from then on."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.core.changes import Change, Row, RowOp, insert, update
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.messages import message

JOINED: Final = "people.joined"
"""The setting that holds the ids under which people are known elsewhere, by the ids that they have here (JSON)."""

_REPLACED: Final = "replaced"
# What names an annotator, by column; layers are looked at one by one.
_MADE_BY: Final = (
    ("span", "annotator_id"), ("suggestion", "annotator_id"), ("lost_span", "annotator_id"),
    ("refusal", "annotator_id"), ("decision", "by"), ("review", "by"),
)  # fmt: skip
_MARK: Final = ("start", "end", "label_id", "value_type", "value", "unit", "mod", "ref", "note", "unsure")

_MEMBER: Final = ("role", "value_type", "value", "unit", "mod", "ref")
_HANGING: Final = {
    "relation": ("type", "note"),
    "comment": ("author", "to", "at", "text", "resolved"),
    "document_label": ("position", "label"),
}
_ENDS: Final = ("span_id", "from_id", "to_id")


@dataclass(frozen=True, slots=True)
class JoinAnnotators:
    """Give all that one annotator made to another (row ids); files that name the first mean the second from then on.

    Where both have a layer on a document, one that says the same is hidden; where they differ nothing is done.
    """

    gone_id: int
    kept_id: int

    def run(self, state: State) -> Change | None:
        """Return the change, a step over the project; None for one and the same.

        UserError `annotator.join-own` where the first is the person at the keyboard, `annotator.join-clash` where
        both have marked a document, and not alike.
        """
        if self.gone_id == self.kept_id:
            return None
        if self.gone_id == state.annotator.id:
            raise user_error("annotator.join-own")
        [gone], [kept] = (state.rows("annotator", "id", id_) for id_ in (self.gone_id, self.kept_id))
        ops = list(self._layer_ops(state))
        ops.extend(
            RowOp(entity, _int(row["id"]), {column: self.gone_id}, {column: self.kept_id})
            for entity, column in _MADE_BY
            for row in state.rows(entity, column, self.gone_id)
        )
        uids = str(gone["uid"]), str(kept["uid"])
        documents = sorted(
            {_int(r["document_id"]) for r in state.rows("layer", "annotator_id", self.gone_id)}
        )
        for document_id in documents:
            ops.extend(_review_ops(state, document_id, *uids))
        ops.append(_remembered(state, *uids))
        told = message(
            "step.annotators.joined",
            gone=str(gone["name"] or gone["uid"]),
            kept=str(kept["name"] or kept["uid"]),
        )
        return Change(told, tuple(ops))

    def _layer_ops(self, state: State) -> Iterator[RowOp]:
        hidden = _hidden_runs(state)
        ours = {
            (row["document_id"], row["role"]): row
            for row in state.rows("layer", "annotator_id", self.kept_id)
            if row["run_id"] not in hidden
        }
        clashes, run_id = 0, 0
        for row in state.rows("layer", "annotator_id", self.gone_id):
            twin = ours.get((row["document_id"], row["role"])) if row["run_id"] not in hidden else None
            if twin is not None:
                if _says(state, row) != _says(state, twin):
                    clashes += 1
                    continue
                if not run_id:
                    run_id = state.new_id("import_run")
                    yield insert("import_run", _run(state, run_id))
                yield RowOp("layer", _int(row["id"]), {"run_id": row["run_id"]}, {"run_id": run_id})
            yield RowOp(
                "layer", _int(row["id"]), {"annotator_id": self.gone_id}, {"annotator_id": self.kept_id}
            )
        if clashes:
            raise user_error("annotator.join-clash", count=clashes)


def _hidden_runs(state: State) -> set[object]:
    states = ("running", "withdrawn", _REPLACED)
    return {row["id"] for one in states for row in state.rows("import_run", "state", one)}


def _run(state: State, run_id: int) -> Row:
    return {"id": run_id, "state": _REPLACED, "at": state.now(), "annotator_id": state.annotator.id}


def _says(state: State, layer: Row) -> list[str]:
    """Return what two layers that say the same have in common: status, flag, marks, and what hangs on those."""
    marks = {row["id"]: _cells(row, _MARK) for row in state.rows("span", "layer_id", layer["id"])}
    found = [_cells(layer, ("status", "flagged")), *marks.values()]
    for entity, columns in _HANGING.items():
        found.extend(
            f"{entity} {_cells(row, columns)} {[marks.get(row.get(end)) for end in _ENDS]}"
            for row in state.rows(entity, "layer_id", layer["id"])
        )
    for record in state.rows("record", "layer_id", layer["id"]):
        members = [
            f"{_cells(row, _MEMBER)} {marks.get(row['span_id'])}"
            for row in state.rows("record_member", "record_id", record["id"])
        ]
        found.append(f"record {record['type']!r} {members}")
    return sorted(found)


def _cells(row: Row, columns: Sequence[str]) -> str:
    return repr([row[name] for name in columns])


def _review_ops(state: State, document_id: int, gone: str, kept: str) -> Iterator[RowOp]:
    """Yield what makes decisions on a document, and the order in which layers are shown there, follow."""
    for row in state.rows("decision", "document_id", document_id):
        after = dict(row)
        if row["adopted"] == gone:
            after["adopted"] = kept
        snapshot = json.loads(str(row["snapshot"]))
        # Of two who had different things there the decision was made on both: it is to be looked at again.
        if gone in snapshot and snapshot.get(kept, snapshot[gone]) == snapshot[gone]:
            alike = {kept if uid == gone else uid: content for uid, content in snapshot.items()}
            after["snapshot"] = json.dumps(alike, ensure_ascii=False, separators=(",", ":"))
        op = update("decision", row, after)
        if op is not None:
            yield op
    for row in state.rows("review", "document_id", document_id):
        order = json.loads(str(row["blind_order"]))
        if gone in order:
            renamed = dict.fromkeys(kept if uid == gone else uid for uid in order)
            shown = json.dumps([*renamed])
            yield RowOp(
                "review", _int(row["id"]), {"blind_order": row["blind_order"]}, {"blind_order": shown}
            )


def _remembered(state: State, gone: str, kept: str) -> RowOp:
    rows = state.rows("setting", "key", JOINED)
    known = json.loads(str(rows[0]["value"])) if rows else {}
    told = {uid: kept if ours == gone else ours for uid, ours in known.items()} | {gone: kept}
    written = json.dumps(told, ensure_ascii=False, sort_keys=True)
    if not rows:
        return insert("setting", {"id": state.new_id("setting"), "key": JOINED, "value": written})
    op = update("setting", rows[0], {**rows[0], "value": written})
    if op is None:
        raise user_error("change.conflict", entity="setting")
    return op


def _int(value: object) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value

"""User actions on the project's own lexicon: entries added, changed, removed, and many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.errors import UserError, user_error
from annotator.core.lexicon_entry import LABEL_OF_KIND, LexiconEntry, tidied, wrong_with
from annotator.core.messages import message

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class AddLexiconEntry:
    """Add an entry to the project's lexicon."""

    entry: LexiconEntry

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the entry is wrong or there already."""
        entry = checked(self.entry)
        if entry.key in _by_key(state):
            raise user_error("lexicon.twice", name=entry.name)
        id_ = "step.lexicon.hide" if entry.hidden else "step.lexicon.add"
        return Change(message(id_, name=quoted(entry.name)), (_added(state, entry),))


@dataclass(frozen=True, slots=True)
class ChangeLexiconEntry:
    """Change an entry of the project's lexicon, named by its row id; values that name it go on naming it."""

    id: int
    entry: LexiconEntry

    def run(self, state: State) -> Change | None:
        """Return the change, None where nothing differs; UserError where it is wrong, gone, or another's twin."""
        entry, row = checked(self.entry), _known(state, self.id)
        twin = _by_key(state).get(entry.key, row)
        if twin["id"] != row["id"]:
            raise user_error("lexicon.twice", name=entry.name)
        op = _changed(state, row, replace(entry, ref=LexiconEntry.from_row(row).ref))
        return None if op is None else Change(message("step.lexicon.change", name=quoted(entry.name)), (op,))


@dataclass(frozen=True, slots=True)
class RemoveLexiconEntries:
    """Remove entries of the project's lexicon, named by their row ids, in one step."""

    ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where an entry is gone."""
        rows = [_known(state, id_) for id_ in self.ids]
        if not rows:
            return None
        told = message("step.lexicon.remove", name=quoted(str(rows[0]["name"])), count=len(rows))
        return Change(told, tuple(delete("lexicon_entry", row) for row in rows))


@dataclass(frozen=True, slots=True)
class ImportLexicon:
    """Add many entries in one step; one that is there already, by its id or else its name, is changed."""

    entries: tuple[LexiconEntry, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, None where all is there as it is; UserError where an entry is wrong."""
        by_key = dict(_by_key(state))
        by_ref = {LexiconEntry.from_row(row).ref: row for row in by_key.values()}
        ops: list[RowOp] = []
        added, seen = 0, set[Key]()
        for given in self.entries:
            entry = checked(given)
            if entry.key in seen:
                raise user_error("lexicon.twice", name=entry.name)
            seen.add(entry.key)
            row = by_key.get(entry.key) or (by_ref.get(entry.ref) if entry.ref else None)
            if row is None:
                ops.append(_added(state, entry))
                added += 1
                continue
            # Taken by one entry of the file; another one cannot mean it as well.
            before = LexiconEntry.from_row(row)
            by_ref.pop(before.ref, None)
            by_key.pop(before.key, None)
            op = _changed(state, row, replace(entry, ref=entry.ref or before.ref))
            ops.extend([] if op is None else [op])
        if not ops:
            return None
        return Change(message("step.lexicon.import", added=added, altered=len(ops) - added), tuple(ops))


def checked(entry: LexiconEntry) -> LexiconEntry:
    """Return an entry tidied; UserError where something is wrong with it."""
    entry = tidied(entry)
    wrong = wrong_with(entry)
    if wrong is not None:
        raise UserError(wrong)
    return entry


def own_entries(state: State) -> Sequence[Row]:
    """Return the rows of the project's lexicon, in their order."""
    ids = [label.id for label in state.labels.labels]
    rows = [row for id_ in ids for row in state.rows("lexicon_entry", "label_id", id_)]
    return sorted(rows, key=_id)


def _by_key(state: State) -> Mapping[Key, Row]:
    return {LexiconEntry.from_row(row).key: row for row in own_entries(state)}


def _added(state: State, entry: LexiconEntry) -> RowOp:
    row = entry.row(state.new_id("lexicon_entry"), state.new_uid(), _label(state, entry))
    return insert("lexicon_entry", row)


def _changed(state: State, row: Row, entry: LexiconEntry) -> RowOp | None:
    # An entry of its own is named by its uid, which needs not be said twice.
    told = replace(entry, ref="") if entry.ref == row["uid"] else entry
    return update("lexicon_entry", row, told.row(_id(row), str(row["uid"]), _label(state, entry)))


def _label(state: State, entry: LexiconEntry) -> int:
    key = LABEL_OF_KIND[entry.kind]
    label = state.labels.by_key(key)
    if label is None:
        raise user_error("lexicon.no-label", label=key)
    return label.id


def _known(state: State, id_: int) -> Row:
    rows = state.rows("lexicon_entry", "id", id_)
    if not rows:
        raise user_error("lexicon.gone")
    return rows[0]


def _id(row: Row) -> int:
    return int(row["id"] or 0)

"""Entries to import and to find again: made by Hypothesis, taken into projects that live in memory."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from annotator.core.document import FIELDS
from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
    LabelSetName,
)
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import Norm
from annotator.store import runs
from annotator.store.creation import create_file
from annotator.store.database import transaction
from annotator.store.ids import IdAllocator
from annotator.store.incoming import Incoming, NewSource

NOW = "2026-03-02T05:00:00Z"
PEOPLE = (
    Annotator(1, "uid-1", "김하늘"),
    Annotator(2, "uid-2", "박바다"),
    Annotator(3, "uid-0", "김하늘"),
    Annotator(4, "m-1", "모형"),
)
LABELS = {label.key: label.id for label in DEFAULT_LABELS}
_SET = LabelSet("kr-news", 1, DEFAULT_LABELS)
NAMED = LabelSetName(_SET.uid, _SET.version, _SET.sha256, tuple(label.key for label in DEFAULT_LABELS))
NO_FIELDS = dict.fromkeys(
    (*FIELDS, "active_seconds", "source_file", "source_encoding", "source_sha256", "source_lines"), ""
)


@dataclass(frozen=True)
class Store:
    """A project in memory, with its allocator of ids."""

    connection: sqlite3.Connection
    ids: IdAllocator

    def count(self, table: str) -> int:
        (number,) = self.connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        return int(number)

    def take_in(self, entries: Iterable[Entry], *, publish: bool = True, batch: int = 3) -> int:
        """Import entries, those with the same id as layers of one document; return the id of the import."""
        run_id = runs.begin(self.connection, self.ids, 1, NOW)
        items = list(self.incoming(entries))
        for first in range(0, len(items), batch):
            runs.add(self.connection, self.ids, run_id, items[first : first + batch], NOW)
        if publish:
            self.publish(run_id)
        return run_id

    def publish(self, run_id: int) -> runs.Step:
        told = runs.Publication(message=message("step.import", count=1), annotator_id=1, at=NOW)
        return runs.publish(self.connection, run_id, told)

    def incoming(self, entries: Iterable[Entry]) -> Iterator[Incoming]:
        known: dict[str, int] = {}
        for entry in entries:
            is_new = entry.id not in known
            if is_new:
                known[entry.id] = self.ids.new("document")
            yield Incoming(
                entry=entry,
                document_id=known[entry.id],
                annotator_id=next(person.id for person in PEOPLE if person.uid == entry.annotator_id),
                labels=LABELS,
                people={person.name: person.id for person in PEOPLE},
                is_new=is_new,
                source=source_of(entry),
            )


@contextmanager
def open_store(template: Path) -> Iterator[Store]:
    """Give a copy in memory of the project at `template`."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    original = sqlite3.connect(template)
    try:
        original.backup(connection)
        yield Store(connection, IdAllocator(connection))
    finally:
        original.close()
        connection.close()


def make_template(path: Path) -> Path:
    """Make a project with the labels and people that entries are by."""
    create_file(path, PEOPLE[0], DEFAULT_LABELS)
    connection = sqlite3.connect(path, isolation_level=None)
    with transaction(connection):
        connection.executemany(
            "INSERT INTO annotator (id, uid, name) VALUES (:id, :uid, :name)", [p.row() for p in PEOPLE[1:]]
        )
    connection.close()
    return path


def source_of(entry: Entry) -> NewSource | None:
    """Return the source that the fields of an entry speak of, if they name its encoding."""
    fields = entry.fields
    if not fields["source_encoding"]:
        return None
    return NewSource(
        name=fields["source_file"],
        kind="html",
        encoding=fields["source_encoding"],
        sha256=fields["source_sha256"],
        content=f"<html>{entry.text}".encode(),
        lines=tuple(map(int, fields["source_lines"].split(","))),
    )


def document(uid: str, text: str, *, title: str = "", **fields: object) -> Entry:
    """Return a plain entry of a document by the first annotator."""
    entry = Entry(id=uid, text=text, annotator=PEOPLE[0].name, annotator_id=PEOPLE[0].uid, **fields)
    return replace(entry, fields={**NO_FIELDS, "title": title})


# What Hypothesis draws: a number, and the dice do the rest, since whole imports are more than it draws well.

_CHARS = "가나다힣각ㄱᆞ가 ·ㆍ\u00a0a1%😀\u0301"
_NORMS = (
    None, None, Norm("money", "1200", "KRW", "APPROX"), Norm("date", None, ref="2026-03-02"), Norm("text", "값"),
)  # fmt: skip
_TIMES = (NOW, "2026-03-01T00:00:00.25Z")
_EXTRAS = ({}, {}, {"열": None}, {"열": [1, ["가"]], "다른 열": {"안": {"더 안": []}}})
_LAYERS = ((0, "annotator"), (0, "adjudicator"), (1, "annotator"), (2, "annotator"))
_MOST = 4


class _Dice(Random):
    def words(self, least: int = 1) -> str:
        return "".join(self.choices(_CHARS, k=self.randint(least, 6)))

    def some(self, most: int = _MOST) -> range:
        return range(self.randint(0, most))

    def norm(self) -> Norm | None:
        return self.choice(_NORMS)

    def flag(self) -> bool:
        return self.random() < 0.5

    def key(self) -> str:
        return self.choice(tuple(LABELS))

    def name(self) -> str:
        return self.choice(PEOPLE[:2]).name

    def mark(self, text: str, uid: str) -> tuple[str, int, int, str, str, Norm | None]:
        start = self.randrange(len(text))
        end = self.randint(start + 1, len(text))
        return uid, start, end, text[start:end], self.key(), self.norm()


def _entries_from(seed: int) -> list[Entry]:
    dice = _Dice(seed)
    made: list[Entry] = []
    for uid in sorted({dice.words() for _ in range(dice.randint(1, 3))}):
        base = _document(dice, uid)
        layers = dice.sample(_LAYERS, k=dice.randint(1, len(_LAYERS)))
        made += [_layer(dice, base, PEOPLE[who], role) for who, role in layers]
    return made


def _document(dice: _Dice, uid: str) -> Entry:
    text = "\n".join(dice.words() for _ in range(dice.randint(1, 6)))
    fields = {**NO_FIELDS, "title": dice.words(0), "outlet": dice.words(0), "lang": "ko"}
    kind = dice.random()
    if kind < 0.3:
        fields |= {
            "source_file": "기사.html", "source_encoding": "cp949", "source_sha256": "1" * 64, "source_lines": "2,3,5",
        }  # fmt: skip
    elif kind < 0.6:
        fields |= {"source_file": "기사.txt", "기자메일": dice.words()}
    return Entry(
        id=uid,
        text=text,
        text_sha256=digest(text),
        zones=(Zone(0, len(text), dice.choice(tuple(ZoneKind))),) if dice.flag() else (),
        fields=fields,
        label_set=NAMED,
        created_at=dice.choice(_TIMES),
    )


def _layer(dice: _Dice, base: Entry, person: Annotator, role: str) -> Entry:
    spans = sorted((_span(dice, base.text, f"s{n}") for n in dice.some()), key=_span_order)
    suggestions = sorted((_suggestion(dice, base.text, f"p{n}") for n in dice.some()), key=_suggestion_order)
    entry = replace(
        base,
        annotator=person.name,
        annotator_id=person.uid,
        role=role,
        fields={**base.fields, "active_seconds": dice.choice(("", "131"))},
        status=dice.choice(("new", "in_progress", "done", "skipped")),
        flagged=dice.flag(),
        revision=dice.choice(("r1", "r2")),
        parent=dice.choice(("", "r0")),
        spans=tuple(spans),
        suggestions=tuple(suggestions),
        doc_labels=tuple(dice.words() for _ in dice.some()),
        review_status=dice.choice(("", "in_review")),
        open=dice.randint(0, 3),
        inputs=tuple({"annotator": "가", "file_sha256": "0" * 64} for _ in dice.some(1)),
        extra=dice.choice(_EXTRAS),
        updated_at=dice.choice(("", NOW)),
    )
    return _linked(dice, entry) if spans else entry


def _span(dice: _Dice, text: str, uid: str) -> EntrySpan:
    origin = dice.choice(("manual", "imported"))
    times = dice.choice(_TIMES), dice.choice(_TIMES)
    return EntrySpan(*dice.mark(text, uid), dice.words(0), dice.flag(), origin, dice.name(), *times)


def _suggestion(dice: _Dice, text: str, uid: str) -> EntrySuggestion:
    alternatives = tuple(filter(None, (dice.norm() for _ in dice.some(2))))
    rank, score = dice.randint(1, 3), dice.choice((None, "0.75"))
    return EntrySuggestion(*dice.mark(text, uid), dice.words(0), rank, score, alternatives, dice.name())


def _linked(dice: _Dice, entry: Entry) -> Entry:
    ids = [span.id for span in entry.spans]
    or_none = ["", *ids]

    def member() -> EntryMember:
        return EntryMember(dice.key(), dice.choice(or_none), dice.norm())

    return replace(
        entry,
        relations=tuple(
            EntryRelation(f"r{n}", dice.words(0), dice.choice(ids), dice.choice(ids), dice.words(0))
            for n in dice.some(2)
        ),
        records=tuple(
            EntryRecord(f"c{n}", dice.words(0), tuple(member() for _ in dice.some())) for n in dice.some(2)
        ),
        comments=tuple(
            EntryComment(f"m{n}", dice.choice(or_none), "김", "", NOW, dice.words(), dice.flag())
            for n in dice.some(2)
        ),
        decisions=tuple(
            {
                "id": f"d{n}",
                "item": "i1",
                "span_id": dice.choice(or_none),
                "before": {"start": n, "norm": None},
            }
            for n in dice.some(2)
        ),
    )


def _span_order(span: EntrySpan) -> tuple[object, ...]:
    return (span.start, span.end, span.label, span.id)


def _suggestion_order(made: EntrySuggestion) -> tuple[object, ...]:
    return (made.start, made.end, made.label, made.rank, made.id)


def imports() -> st.SearchStrategy[list[Entry]]:
    """Draw what one import brings: documents with one to four layers, complete, no two spans with one id."""
    return st.integers(0, 2**32 - 1).map(_entries_from)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the order of an export; layers of one person stay as they came."""
    return sorted(entries, key=lambda entry: (entry.id, entry.annotator, entry.annotator_id))

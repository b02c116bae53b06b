"""Search for any term in the texts and titles of all documents: the index of grams, and the check of the text.

A document that the index does not hold as it is now stands in `gram_pending`, put there by triggers, and is
read by every search; so a search is right at any moment, and quick once a worker has run `index_batch` until
nothing is left.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import merge
from itertools import islice
from typing import Final, NamedTuple

from annotator.core import folding
from annotator.core.errors import user_error
from annotator.core.folding import Finder, find_all, fold, is_simple
from annotator.store import grams
from annotator.store.database import transaction
from annotator.store.snapshot import snapshot

BATCH: Final = 50
"""How many documents `index_batch` takes in one transaction, so that nobody waits long for the lock."""

SCHEME: Final = f"{grams.VERSION}/{folding.SCHEME}"
"""What an index is made by; one that was made by another is made anew."""

_CONTEXT: Final = 24
_PAUSE_SECONDS: Final = 0.004

# FTS5 joins what single transactions have written. Left to itself it does so inside them, now and then for a
# tenth of a second; instead each batch is followed by a few small merges of their own.
_MERGED_PAGES: Final = 32
_MERGES: Final = 8
_MERGE_SETTINGS: Final = (("automerge", 0), ("usermerge", 16), ("crisismerge", 256))

_SHOWN: Final = """
    d.binned_at = ''
    AND (d.run_id IS NULL OR d.run_id NOT IN (SELECT id FROM import_run WHERE state <> 'published'))
"""
_IS_SHOWN: Final = f"SELECT 1 FROM document AS d WHERE d.id = ? AND {_SHOWN}"  # noqa: S608 - our words
_MATCH: Final = """
    gram MATCH :query AND gram.rowid > :after AND gram.rowid NOT IN (SELECT document_id FROM gram_pending)
    ORDER BY gram.rowid
"""
# For a term whose grams say all: the documents themselves, hidden imports looked up once.
_EXACT: Final = f"""
    SELECT d.id FROM gram CROSS JOIN document AS d ON d.id = gram.rowid WHERE {_SHOWN} AND {_MATCH}
"""  # noqa: S608 - our words
# For all others: what the index was made of, which is what the document holds where it does not wait.
_INDEXED: Final = f"""
    SELECT s.document_id, s.title, v.text, s.simple FROM gram
    CROSS JOIN gram_state AS s ON s.document_id = gram.rowid
    CROSS JOIN text_version AS v ON v.id = s.text_version_id WHERE {_MATCH}
"""  # noqa: S608 - our words
_UNINDEXED: Final = """
    SELECT d.id, d.title, v.text, 0 FROM gram_pending AS p CROSS JOIN document AS d ON d.id = p.document_id
    CROSS JOIN text_version AS v ON v.id = d.text_version_id WHERE p.document_id > :after ORDER BY p.document_id
"""
_ALL: Final = """
    SELECT d.id, d.title, v.text, 0 FROM document AS d CROSS JOIN text_version AS v ON v.id = d.text_version_id
    WHERE d.id > :after ORDER BY d.id
"""
# An import that is still running may be swept: it waits. One that was undone may be brought back.
_WAITING: Final = """
    FROM gram_pending AS p CROSS JOIN document AS d ON d.id = p.document_id
    {texts} WHERE (d.run_id IS NULL OR d.run_id NOT IN (SELECT id FROM import_run WHERE state = 'running'))
"""
_TO_INDEX: Final = "SELECT d.id, d.text_version_id, d.title, v.text" + _WAITING.format(
    texts="JOIN text_version AS v ON v.id = d.text_version_id"
)
_HELD: Final = """
    SELECT s.document_id, s.text_version_id, s.title, v.text
    FROM gram_state AS s JOIN text_version AS v ON v.id = s.text_version_id
    WHERE s.document_id IN (SELECT value FROM json_each(?))
"""
_LISTED: Final = "IN (SELECT value FROM json_each(?))"
_PRESENT: Final = f"SELECT id, text_version_id, title FROM document WHERE id {_LISTED}"  # noqa: S608 - our words
_STATE: Final = f"SELECT document_id, text_version_id, title FROM gram_state WHERE document_id {_LISTED}"  # noqa: S608 - our words


class Hits(NamedTuple):
    """The documents found, by id from low to high; `complete` says that there are no more."""

    ids: tuple[int, ...]
    complete: bool


class Hit(NamedTuple):
    """A place of the term in a text: code points, end exclusive, with what stands before and after it."""

    start: int
    end: int
    before: str
    text: str
    after: str


class _Version(NamedTuple):
    """A document as the index holds it, or is to hold it."""

    id: int
    text_version_id: int
    title: str
    text: str

    def gram_row(self) -> tuple[int, str]:
        return self.id, grams.tokens(f"{fold(self.text).text}\n{fold(self.title).text}")

    def state_row(self) -> tuple[int, int, str, int]:
        return self.id, self.text_version_id, self.title, int(is_simple(self.text))


def search(connection: sqlite3.Connection, term: str, *, limit: int | None = 50, after: int = 0) -> Hits:
    """Return the documents whose text or title holds `term`, at most `limit` of them, with ids above `after`.

    Case, width, kinds of middle dots and blanks, and NFC or NFD make no difference. Documents in the bin and of
    hidden imports are left out. `complete` is False where more documents would have to be looked at.
    """
    with snapshot(connection):
        found = _found(connection, term, after)
        ids = tuple(islice(found, limit))
        complete = limit is None or len(ids) < limit or next(found, None) is None
    return Hits(ids, complete)


def count(connection: sqlite3.Connection, term: str, cancelled: Callable[[], bool]) -> int:
    """Return how many documents hold `term`, exactly; UserError `job.cancelled`. For a worker: it may be long."""
    number = 0
    with snapshot(connection):
        for _ in _found(connection, term, 0):
            if cancelled():
                raise user_error("job.cancelled")
            number += 1
    return number


def hits_in(text: str, term: str, *, context: int = _CONTEXT) -> list[Hit]:
    """Return the places of `term` in a text, in order, with up to `context` characters of their line around them."""
    return [_hit(text, start, end, context) for start, end in find_all(fold(text), term)]


def _hit(text: str, start: int, end: int, context: int) -> Hit:
    before = text[max(start - context, 0) : start]
    after = text[end : end + context]
    return Hit(start, end, before.rpartition("\n")[2], text[start:end], after.partition("\n")[0])


def _found(connection: sqlite3.Connection, term: str, after: int) -> Iterator[int]:
    finder = Finder(term)
    if not finder.term:
        return iter(())
    if not _has_scheme(connection):
        return _holding(connection, finder, (_ALL, {"after": after}))
    parameters: dict[str, str | int] = {"query": grams.query(finder.term), "after": after}
    indexed: Iterator[int]
    if grams.is_exact(finder.term):
        indexed = (id_ for (id_,) in connection.execute(_EXACT, parameters))
    else:
        indexed = _holding(connection, finder, (_INDEXED, parameters))
    return merge(indexed, _holding(connection, finder, (_UNINDEXED, {"after": after})))


def _holding(
    connection: sqlite3.Connection, finder: Finder, rows: tuple[str, Mapping[str, str | int]]
) -> Iterator[int]:
    """Yield the documents that hold the term and are shown, of those that a query gives."""
    for id_, title, text, simple in connection.execute(*rows):
        held = finder.is_in(text, simple=simple == 1) or finder.is_in(title)
        if held and connection.execute(_IS_SHOWN, (id_,)).fetchone() is not None:
            yield id_


def pending(connection: sqlite3.Connection) -> int:
    """Return how many documents the index does not hold as they are now."""
    with snapshot(connection):
        if not _has_scheme(connection):
            query = "SELECT count(*) FROM document AS d WHERE d.run_id IS NULL OR d.run_id NOT IN"
            query += " (SELECT id FROM import_run WHERE state = 'running')"
        else:
            query = f"SELECT count(*) {_WAITING.format(texts='')}"
        (number,) = connection.execute(query).fetchone()
    return int(number)


def index_batch(connection: sqlite3.Connection, limit: int = BATCH) -> int:
    """Take up to `limit` waiting documents into the index; return how many waited, 0 where it is whole.

    The grams are made before the transaction begins; a document that is changed meanwhile goes on waiting.
    Each transaction is short, with a pause after it for whoever waits for the lock.
    """
    _take_scheme(connection)
    with snapshot(connection):
        rows = connection.execute(f"{_TO_INDEX} ORDER BY p.document_id LIMIT ?", (limit,)).fetchall()
        wanted = {row[0]: _Version(*row) for row in rows}
        held = _held(connection, wanted)
    if not wanted:
        return 0
    outdated = {id_: (version, version.gram_row()) for id_, version in held.items()}
    fresh = {id_: (version, version.gram_row()) for id_, version in wanted.items()}
    with transaction(connection):
        _put(connection, outdated, fresh)
    for _ in range(_MERGES):
        time.sleep(_PAUSE_SECONDS)
        if not _merge(connection, _MERGED_PAGES):
            break
    return len(wanted)


_Made = dict[int, tuple[_Version, tuple[int, str]]]


def _put(connection: sqlite3.Connection, outdated: _Made, fresh: _Made) -> None:
    ids = json.dumps(list(fresh))
    present = set(connection.execute(_PRESENT, (ids,)))
    held = {row[0]: row for row in connection.execute(_STATE, (ids,))}
    put: list[_Version] = []
    for id_, (version, _) in fresh.items():
        before = outdated[id_][0][:3] if id_ in outdated else None
        if version[:3] in present and held.get(id_) == before:
            put.append(version)
    _delete(connection, (outdated[version.id][1] for version in put if version.id in outdated))
    connection.executemany(
        "INSERT INTO gram (rowid, g) VALUES (?, ?)", [fresh[version.id][1] for version in put]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO gram_state (document_id, text_version_id, title, simple) VALUES (?, ?, ?, ?)",
        [version.state_row() for version in put],
    )
    connection.executemany(
        "DELETE FROM gram_pending WHERE document_id = ?", [(version.id,) for version in put]
    )


def forget(connection: sqlite3.Connection, document_ids: Iterable[int]) -> None:
    """Take documents out of the index, while the texts that were indexed are still there.

    For a transaction of the caller's. A document that stays goes on being found: it waits to be indexed.
    """
    held = _held(connection, document_ids)
    if not held:
        return
    _delete(connection, (version.gram_row() for version in held.values()))
    ids = [(id_,) for id_ in held]
    connection.executemany("DELETE FROM gram_state WHERE document_id = ?", ids)
    connection.executemany(
        "INSERT OR IGNORE INTO gram_pending (document_id) SELECT id FROM document WHERE id = ?", ids
    )


def compact(connection: sqlite3.Connection) -> None:
    """Write the index anew in one piece, in short transactions, so that nothing that was taken out is left in it."""
    more = _merge(connection, -_MERGED_PAGES)
    while more:
        time.sleep(_PAUSE_SECONDS)
        more = _merge(connection, _MERGED_PAGES)


def _merge(connection: sqlite3.Connection, pages: int) -> bool:
    """Write up to so many pages of the index anew, joined from several; tell whether there was anything to join.

    Fewer than nought begins to join everything into one (FTS5 documentation, 6.7).
    """
    before = connection.total_changes
    with transaction(connection):
        connection.execute("INSERT INTO gram (gram, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before > 1


def _held(connection: sqlite3.Connection, document_ids: Iterable[int]) -> dict[int, _Version]:
    rows = connection.execute(_HELD, (json.dumps(list(document_ids)),))
    return {row[0]: _Version(*row) for row in rows}


def _delete(connection: sqlite3.Connection, gram_rows: Iterable[tuple[int, str]]) -> None:
    # FTS5 without content takes a row out only by the same tokens that went in.
    connection.executemany("INSERT INTO gram (gram, rowid, g) VALUES ('delete', ?, ?)", gram_rows)


def _has_scheme(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT scheme FROM gram_scheme").fetchone()
    return row is not None and row[0] == SCHEME


def _take_scheme(connection: sqlite3.Connection) -> None:
    """Begin the index anew where another folding made it (another version of Unicode, an older program)."""
    if _has_scheme(connection):
        return
    with transaction(connection):
        connection.execute("INSERT INTO gram (gram) VALUES ('delete-all')")
        connection.executemany("INSERT INTO gram (gram, rank) VALUES (?, ?)", _MERGE_SETTINGS)
        connection.execute("DELETE FROM gram_state")
        connection.execute("INSERT OR IGNORE INTO gram_pending (document_id) SELECT id FROM document")
        connection.execute("INSERT OR REPLACE INTO gram_scheme (id, scheme) VALUES (1, ?)", (SCHEME,))

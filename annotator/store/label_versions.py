"""The versions of the label set: a number for each meaning it has had, so that layers can say what they rest on.

It follows from what is committed, as revisions of layers do, and is never journaled: a change of meaning makes
the next number, undo leads back to the number that the former meaning has, and no number that a layer rests on
ever gets another meaning.
"""

import sqlite3
from collections.abc import Iterable

from annotator.core.label_meaning import meaning
from annotator.store.grouping import Group
from annotator.store.reading import LABEL_SET_VERSION, Reading


def touches_labels(groups: Iterable[Group]) -> bool:
    """Tell whether any operation is on a label."""
    return any(group.entity == "label" for group in groups)


def keep_version(connection: sqlite3.Connection) -> None:
    """Note what the present version means, before labels change; in the caller's transaction."""
    version, content = _present(connection)
    connection.execute(
        "INSERT OR IGNORE INTO label_set_version (id, content) VALUES (?, ?)", (version, content)
    )


def follow_labels(
    connection: sqlite3.Connection, groups: Iterable[Group] = (), *, burst: bool = False
) -> None:
    """Give the label set the number of what it means now; in the caller's transaction, after `keep_version`.

    A number that the operations themselves have set stays. `burst` says that the operations go on with the step
    before: what was half typed is no version of its own, unless a layer rests on it already.
    """
    version, content = _present(connection)
    if _set_by(connection, groups):
        connection.execute(
            "INSERT OR REPLACE INTO label_set_version (id, content) VALUES (?, ?)", (version, content)
        )
        return
    known = connection.execute(
        "SELECT id FROM label_set_version WHERE content = ? ORDER BY id = ? DESC, id DESC", (content, version)
    ).fetchone()
    (last,) = connection.execute("SELECT max(id) FROM label_set_version").fetchone()
    if known is not None:
        _set(connection, int(known[0]))
    elif burst and version == last and not _is_rested_on(connection, version):
        connection.execute("UPDATE label_set_version SET content = ? WHERE id = ?", (content, version))
    else:
        fresh = max(last or 0, version) + 1
        connection.execute("INSERT INTO label_set_version (id, content) VALUES (?, ?)", (fresh, content))
        _set(connection, fresh)


def rest_on_present(connection: sqlite3.Connection, run_id: int) -> None:
    """Let the done layers of an import rest on the present version: what changes later concerns them."""
    version = Reading(connection).label_set().version
    connection.execute(
        "UPDATE layer SET label_set_version = ?1"
        " WHERE run_id = ?2 AND status = 'done' AND label_set_version <> ?1",
        (version, run_id),
    )


def version_content(connection: sqlite3.Connection, version: int) -> str | None:
    """Return what a version of the label set meant, or None where that was not kept."""
    row = connection.execute("SELECT content FROM label_set_version WHERE id = ?", (version,)).fetchone()
    return None if row is None else str(row[0])


def _present(connection: sqlite3.Connection) -> tuple[int, str]:
    labels = Reading(connection).label_set()
    return labels.version, meaning(labels.labels)


def _set_by(connection: sqlite3.Connection, groups: Iterable[Group]) -> bool:
    """Tell whether the operations set the number themselves: a label set taken over whole brings its own."""
    ids = [id_ for group in groups if group.entity == "setting" for id_ in group.ids]
    if not ids:
        return False
    row = connection.execute("SELECT id FROM setting WHERE key = ?", (LABEL_SET_VERSION,)).fetchone()
    return row is not None and row[0] in ids


def _is_rested_on(connection: sqlite3.Connection, version: int) -> bool:
    query = "SELECT 1 FROM layer WHERE label_set_version = ? AND status = 'done' LIMIT 1"
    return connection.execute(query, (version,)).fetchone() is not None


def _set(connection: sqlite3.Connection, version: int) -> None:
    connection.execute("UPDATE setting SET value = ? WHERE key = ?", (str(version), LABEL_SET_VERSION))

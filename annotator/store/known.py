"""What the project knows already of what an import brings: documents, layers, files, what was removed for good."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from annotator.core.values import Norm
from annotator.store.errors import explained

_LISTED: Final = "IN (SELECT value FROM json_each(:listed))"
# What is shown, and what the import at work (:run, 0 for none) has added itself.
_IN_USE: Final = (
    "({row}.run_id IS NULL OR {row}.run_id = :run"
    " OR {row}.run_id IN (SELECT id FROM import_run WHERE state = 'published'))"
)


Proposed = tuple[int, int, int | str, Norm | None, str, int, str | None]
"""What a machine proposes: start, end, label (its id; its key where the project has none), value, rule, rank, score."""


class KnownDocument(NamedTuple):
    """A document of the project; `sha256` is that of its present text."""

    id: int
    uid: str
    sha256: str
    binned: bool


class KnownLayer(NamedTuple):
    """A layer of the project; `revisions` are its (uid, parent), oldest first, the last the present one."""

    id: int
    document_id: int
    annotator_id: int
    role: str
    status: str
    revisions: tuple[tuple[str, str], ...]


def known_by_uid(
    connection: sqlite3.Connection, uids: Collection[str], *, run_id: int = 0
) -> dict[str, KnownDocument]:
    """Return the documents that files call so, one in use before one in the bin.

    Those that the import `run_id` has added are among them, those of other hidden imports are not.
    """
    found = _documents(connection, f"d.uid {_LISTED}", uids, run_id)
    return {document.uid: document for document in sorted(found, key=_in_use_last)}


def known_by_sha(
    connection: sqlite3.Connection, shas: Collection[str], *, run_id: int = 0
) -> dict[str, tuple[KnownDocument, ...]]:
    """Return the documents whose present text has that digest, those in use first, then by age."""
    found: dict[str, tuple[KnownDocument, ...]] = {}
    for document in sorted(_documents(connection, f"v.sha256 {_LISTED}", shas, run_id), key=_in_use_first):
        found[document.sha256] = (*found.get(document.sha256, ()), document)
    return found


def texts_at(connection: sqlite3.Connection, url: str) -> list[tuple[int, str]]:
    """Return the documents in use with this address and their present texts, by age; hidden imports left out."""
    query = (
        "SELECT d.id, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"  # noqa: S608 - our words
        f" WHERE d.url = :url AND d.binned_at = '' AND {_IN_USE.format(row='d')} ORDER BY d.id"
    )
    with explained(connection):
        return connection.execute(query, {"url": url, "run": 0}).fetchall()


def known_text(
    connection: sqlite3.Connection, *, uid: str = "", sha256: str = "", url: str = "", run_id: int = 0
) -> tuple[str, str] | None:
    """Return the id and the present text of the document meant, or None where none is, or several could be.

    It is the one of that id and text; else, in this order, the one of that id, of that text, at that address.
    Documents in the bin are found by their id, so that what befalls their marks can be told.
    """
    by_uid = known_by_uid(connection, [uid], run_id=run_id) if uid else {}
    by_sha = known_by_sha(connection, [sha256], run_id=run_id).get(sha256, ()) if sha256 else ()
    same = [found for found in by_sha if not found.binned]
    named = by_uid.get(uid)
    if named is None or (same and named.sha256 != sha256):
        named = next((found for found in same if found.uid == uid), same[0] if len(same) == 1 else named)
    at_url = texts_at(connection, url) if named is None and url else []
    id_ = named.id if named is not None else at_url[0][0] if len(at_url) == 1 else 0
    query = "SELECT d.uid, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id WHERE d.id = ?"
    with explained(connection):
        found_text: tuple[str, str] | None = connection.execute(query, (id_,)).fetchone()
    return found_text


def _in_use_last(document: KnownDocument) -> tuple[bool, int]:
    return (not document.binned, document.id)


def _in_use_first(document: KnownDocument) -> tuple[bool, int]:
    return (document.binned, document.id)


def _documents(
    connection: sqlite3.Connection, condition: str, listed: Iterable[str], run_id: int
) -> list[KnownDocument]:
    query = (
        "SELECT d.id, d.uid, v.sha256, d.binned_at <> '' FROM document AS d"  # noqa: S608 - our words
        " JOIN text_version AS v ON v.id = d.text_version_id AND v.document_id = d.id"
        # The plus keeps SQLite from going through all documents of an import for each batch of it.
        f" WHERE {condition} AND {_IN_USE.format(row='+d')}"
    )
    with explained(connection):
        rows = connection.execute(query, {"listed": json.dumps(list(listed)), "run": run_id}).fetchall()
    return [KnownDocument(id_, uid, sha256, bool(binned)) for id_, uid, sha256, binned in rows]


def known_layers(
    connection: sqlite3.Connection, document_ids: Collection[int], *, run_id: int = 0
) -> dict[tuple[int, int, str], KnownLayer]:
    """Return the layers on these documents by (document, annotator, role), with their revisions."""
    query = (
        "SELECT l.id, l.document_id, l.annotator_id, l.role, l.status, r.uid, r.parent FROM layer AS l"  # noqa: S608 - our words
        " LEFT JOIN layer_revision AS r ON r.layer_id = l.id"
        f" WHERE l.document_id {_LISTED} AND {_IN_USE.format(row='l')} ORDER BY l.id DESC, r.id"
    )
    with explained(connection):
        listed = json.dumps(list(document_ids))
        rows = connection.execute(query, {"listed": listed, "run": run_id}).fetchall()
    found: dict[tuple[int, int, str], KnownLayer] = {}
    for id_, document_id, annotator_id, role, status, uid, parent in rows:
        layer = KnownLayer(id_, document_id, annotator_id, role, status, ())
        key = (layer.document_id, layer.annotator_id, layer.role)
        before = found.get(key)
        # The oldest layer is the one that counts, as it is everywhere.
        revisions = before.revisions if before is not None and before.id == layer.id else ()
        found[key] = layer._replace(revisions=(*revisions, *(() if uid is None else ((uid, parent),))))
    return found


def replaced_revisions(
    connection: sqlite3.Connection, document_ids: Collection[int]
) -> dict[tuple[int, int, str], set[str]]:
    """Return the revisions of layers that later states of theirs have replaced, by (document, annotator, role)."""
    query = (
        "SELECT l.document_id, l.annotator_id, l.role, r.uid FROM import_run AS i"  # noqa: S608 - our words
        " JOIN layer AS l ON l.run_id = i.id JOIN layer_revision AS r ON r.layer_id = l.id"
        f" WHERE i.state = 'replaced' AND l.document_id {_LISTED}"
    )
    with explained(connection):
        rows = connection.execute(query, {"listed": json.dumps(list(document_ids))}).fetchall()
    found: dict[tuple[int, int, str], set[str]] = {}
    for *key, uid in rows:
        found.setdefault((key[0], key[1], key[2]), set()).add(uid)
    return found


def known_suggestions(
    connection: sqlite3.Connection, document_ids: Collection[int], *, run_id: int = 0
) -> dict[tuple[int, int], set[Proposed]]:
    """Return what machines have proposed on these documents and nobody has decided, by (document, machine)."""
    query = (
        'SELECT l.document_id, l.annotator_id, s.start, s."end", s.label_id, s.rule, s.rank, s.score,'  # noqa: S608 - our words
        " s.value_type, s.value, s.unit, s.mod, s.ref"
        " FROM layer AS l JOIN suggestion AS s ON s.layer_id = l.id"
        f" WHERE l.role = 'machine' AND l.document_id {_LISTED} AND {_IN_USE.format(row='l')}"
    )
    with explained(connection):
        rows = connection.execute(query, {"listed": json.dumps(list(document_ids)), "run": run_id}).fetchall()
    found: dict[tuple[int, int], set[Proposed]] = {}
    for document_id, annotator_id, start, end, label_id, rule, rank, score, type_, *value in rows:
        norm = None if type_ is None else Norm(type_, *value)
        found.setdefault((document_id, annotator_id), set()).add((
            start, end, label_id, norm, rule, rank, score,
        ))  # fmt: skip
    return found


def files_of_machines(
    connection: sqlite3.Connection, document_ids: Collection[int]
) -> frozenset[tuple[int, int, str]]:
    """Return the files that brought suggestions to these documents, as (document, machine, digest of the file)."""
    query = (
        "SELECT DISTINCT l.document_id, l.annotator_id, f.sha256"  # noqa: S608 - our words
        " FROM layer AS l JOIN source_file AS f ON f.run_id = l.run_id"
        f" WHERE l.role = 'machine' AND l.document_id {_LISTED} AND {_IN_USE.format(row='l')}"
    )
    with explained(connection):
        rows = connection.execute(query, {"listed": json.dumps(list(document_ids)), "run": 0}).fetchall()
    return frozenset(rows)


def removed_for_good(connection: sqlite3.Connection, uids: Collection[str]) -> frozenset[str]:
    """Return those of the ids whose documents were removed for good, so that nothing brings them back unasked."""
    with explained(connection):
        rows = connection.execute(
            f"SELECT uid FROM tombstone WHERE uid {_LISTED}",  # noqa: S608 - our words
            {"listed": json.dumps(list(uids))},
        ).fetchall()
    return frozenset(uid for (uid,) in rows)


def seen_files(connection: sqlite3.Connection, shas: Collection[str]) -> frozenset[str]:
    """Return those of the digests of files that were imported before, those of undone imports among them."""
    with explained(connection):
        rows = connection.execute(
            f"SELECT DISTINCT sha256 FROM source_file WHERE sha256 {_LISTED}",  # noqa: S608 - our words
            {"listed": json.dumps(list(shas))},
        ).fetchall()
    return frozenset(sha256 for (sha256,) in rows)


def was_gathered(connection: sqlite3.Connection, sha256: str) -> bool:
    """Tell whether a file with that digest has been gathered whole by an import that is in force."""
    query = (
        "SELECT 1 FROM source_file AS f JOIN import_run AS i ON i.id = f.run_id AND i.state = 'published'"
        " JOIN json_each(i.account) AS j ON json_extract(j.value, '$.sha256') = f.sha256"
        " AND json_extract(j.value, '$.gathered')"
        " WHERE f.sha256 = ? LIMIT 1"
    )
    with explained(connection):
        return connection.execute(query, (sha256,)).fetchone() is not None


def has_documents(connection: sqlite3.Connection) -> bool:
    """Tell whether there is any document, those in the bin among them, those of hidden imports not."""
    query = f"SELECT 1 FROM document AS d WHERE {_IN_USE.format(row='d')} LIMIT 1"  # noqa: S608 - our words
    with explained(connection):
        return connection.execute(query, {"run": 0}).fetchone() is not None


def labels_in_use(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the labels that any span or suggestion names, those of hidden imports among them; reads them all."""
    with explained(connection):
        rows = connection.execute(
            "SELECT label_id FROM span UNION SELECT label_id FROM suggestion"
        ).fetchall()
    return frozenset(id_ for (id_,) in rows)

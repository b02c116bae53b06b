"""Floor of G15: a transaction of 1,000 row updates by `executemany` (WAL, FULL)."""

import json
import sqlite3
import sys
import time
from pathlib import Path

_ROWS = 1000


def main(target: Path, times: int) -> None:
    """Write so many transactions and print the milliseconds of each."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        'CREATE TABLE span (id INTEGER PRIMARY KEY, layer_id INTEGER, start INTEGER, "end" INTEGER, text TEXT,'
        " label_id INTEGER, note TEXT, created_at TEXT, updated_at TEXT)"
    )
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO span VALUES (?, 1, ?, ?, '한빛신문', 1, '', '2026-03-02T01:02:03Z', '2026-03-02T01:02:03Z')",
        ((id_, id_ * 10, id_ * 10 + 4) for id_ in range(1, _ROWS + 1)),
    )
    connection.execute("COMMIT")
    found = []
    for number in range(times):
        rows = [(number % 4, "2026-03-02T01:02:04Z", id_) for id_ in range(1, _ROWS + 1)]
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("UPDATE span SET label_id = ?, updated_at = ? WHERE id = ?", rows)
        connection.execute("COMMIT")
        found.append((time.perf_counter() - started) * 1000)
    connection.close()
    print(json.dumps({"ms": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

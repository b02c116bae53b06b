"""Floor of G5 and G6: a transaction of two rows in a file that is open as ours is (WAL, FULL)."""

import json
import sqlite3
import sys
import time
from pathlib import Path


def main(target: Path, times: int) -> None:
    """Write so many transactions and print the milliseconds of each."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        'CREATE TABLE span (id INTEGER PRIMARY KEY, document_id INTEGER, start INTEGER, "end" INTEGER, text TEXT)'
    )
    connection.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, at TEXT, ops TEXT)")
    found = []
    for number in range(times):
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO span VALUES (NULL, ?, 10, 14, '한빛신문')", (number,))
        connection.execute("INSERT INTO journal VALUES (NULL, '2026-03-02T01:02:03Z', ?)", ("x" * 300,))
        connection.execute("COMMIT")
        found.append((time.perf_counter() - started) * 1000)
    connection.close()
    print(json.dumps({"ms": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

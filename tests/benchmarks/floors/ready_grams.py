"""Floor of G16: the gram rows of all documents made, then inserted into the same FTS5 table in one transaction."""

import json
import sqlite3
import sys
import time
from pathlib import Path

from annotator.core.folding import fold
from annotator.store.grams import tokens

_TABLE = "CREATE VIRTUAL TABLE gram USING fts5(g, content='', detail=none, columnsize=0)"


def main(project: Path, target: Path) -> None:
    """Print the CPU seconds."""
    target.unlink(missing_ok=True)
    source = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(_TABLE)
    started = time.process_time()
    rows = source.execute(
        "SELECT d.id, d.title, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
    )
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO gram (rowid, g) VALUES (?, ?)",
        ((id_, tokens(f"{fold(text).text}\n{fold(title).text}")) for id_, title, text in rows),
    )
    connection.execute("COMMIT")
    cpu = time.process_time() - started
    connection.close()
    print(json.dumps({"cpu": cpu, "mb": target.stat().st_size / 1e6}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Floor of G1: the rows of the documents and spans of a JSONL file by `executemany`, in one transaction."""

import json
import sqlite3
import sys
import time
from pathlib import Path

_TABLES = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY, uid TEXT, title TEXT, outlet TEXT, published TEXT, document_date TEXT, text TEXT,
    sha256 TEXT, zones TEXT, status TEXT
);
CREATE TABLE span (
    id INTEGER PRIMARY KEY, uid TEXT, document_id INTEGER, start INTEGER, "end" INTEGER, text TEXT, label_id INTEGER,
    value_type TEXT, value TEXT, unit TEXT, mod TEXT, ref TEXT, note TEXT, unsure INTEGER, origin TEXT,
    created_at TEXT, updated_at TEXT
);
CREATE INDEX span_document ON span(document_id, start);
"""
_LABELS = {"AGENCY": 1, "SECTOR": 2, "AMOUNT": 3, "DATE": 4}
_NO_VALUE = dict.fromkeys(("type", "value", "unit", "mod", "ref"))


def main(source: Path, target: Path) -> None:
    """Read the rows, then write them, and print the CPU seconds of the writing."""
    documents, spans = _rows(source)
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.executescript(_TABLES)
    started = time.process_time()
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO document VALUES ({','.join('?' * 10)})", documents)
    connection.executemany(f"INSERT INTO span VALUES ({','.join('?' * 17)})", spans)
    connection.execute("COMMIT")
    cpu = time.process_time() - started
    connection.close()
    print(json.dumps({"cpu": cpu, "documents": len(documents), "spans": len(spans)}))


def _rows(source: Path) -> tuple[list[tuple], list[tuple]]:
    documents, spans = [], []
    with source.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            one = json.loads(line)
            meta = one.get("meta", {})
            documents.append((
                number, one["id"], meta.get("title", ""), meta.get("outlet", ""), meta.get("published", ""),
                meta.get("document_date", ""), one["text"], one.get("text_sha256", ""),
                json.dumps(one.get("zones", [])), one.get("status", "new"),
            ))  # fmt: skip
            for span in one["spans"]:
                value = span.get("norm") or _NO_VALUE
                spans.append((
                    len(spans) + 1, span.get("id", ""), number, span["start"], span["end"], span["text"],
                    _LABELS[span["label"]], value["type"], value["value"], value["unit"], value["mod"], value["ref"],
                    span.get("note") or "", int(span.get("unsure", False)), span.get("origin", "imported"),
                    span.get("created_at", ""), span.get("updated_at", ""),
                ))  # fmt: skip
    return documents, spans


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Beside G10: `instr` over all texts of a project, which finds the term as it is written, nothing folded."""

import json
import sqlite3
import sys
import time
from pathlib import Path

TERMS = ("반도체", "서연")


def main(project: Path) -> None:
    """Print the milliseconds of each term."""
    connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    found = []
    for term in TERMS:
        started = time.perf_counter()
        connection.execute("SELECT count(*) FROM text_version WHERE instr(text, ?)", (term,)).fetchone()
        found.append((time.perf_counter() - started) * 1000)
    print(json.dumps({"ms": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

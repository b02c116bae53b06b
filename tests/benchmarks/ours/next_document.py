"""Ours of G4: from the key to the next document painted, in the midst of the list."""

import json
import sys
from pathlib import Path

from tests.benchmarks.ours.window import Window

_WARM_UP = 5


def main(project: Path, times: int) -> None:
    """Walk on so many times and print the milliseconds of each."""
    window = Window(project)
    ids = window.workspace.library_panel.model
    window.show(ids.id_at(ids.rowCount() // 2))
    found = []
    for _ in range(_WARM_UP + times):
        before = window.workspace.desk.document_id
        found.append(window.key_to_painted("Ctrl+PgDown"))
        assert window.workspace.desk.document_id != before
        window.settle()
    window.close()
    print(json.dumps({"ms": found[_WARM_UP:]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

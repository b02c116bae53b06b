"""Ours of G7: from the key to a document of 200,000 characters with 5,000 spans painted for the first time."""

import json
import sys
from pathlib import Path

from tests.benchmarks.ours.window import Window

_WARM_UP = 1


def main(project: Path, times: int) -> None:
    """Open so many large documents, each from a usual one before it, and print the milliseconds of each."""
    window = Window(project)
    workspace = window.workspace
    ids = workspace.library_panel.model
    found = []
    for number in range(_WARM_UP + times):
        window.show(ids.id_at(2 * number + 1))
        window.collect()
        found.append(window.key_to_painted("Ctrl+PgDown"))
        assert len(workspace.desk.spans) == 5000
        window.settle(50)
    window.close()
    print(json.dumps({"ms": found[_WARM_UP:]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

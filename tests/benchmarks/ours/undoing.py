"""Ours of G15: undo and redo of a step that gave 1,000 spans another label."""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.commands.spans import RelabelSpans
from annotator.store.project import Project
from tests.benchmarks.folders import backups_of, locks_of

_SPANS = 1000
_DATE = 4  # the label that none of them has
_WARM_UP = 2


def main(path: Path, times: int) -> None:
    """Undo and redo so many times and print the milliseconds of each."""
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    session = Session(project, project.reading.annotator(1))
    (document_id,) = project.connection.execute(
        "SELECT document_id FROM layer WHERE (SELECT count(*) FROM span WHERE layer_id = layer.id) = ? ORDER BY id",
        (_SPANS,),
    ).fetchone()
    layer = session.layer(document_id)
    assert layer is not None
    touched = tuple(span.id for span in layer.spans)
    changes = session.do(RelabelSpans(document_id, touched, _DATE))
    assert changes is not None
    assert len(changes.of("span")) == _SPANS
    undos, redos = [], []
    for _ in range(_WARM_UP + times):
        undos.append(_timed(session, session.undo, document_id))
        redos.append(_timed(session, session.redo, document_id))
    session.undo(document_id)
    project.close()
    print(json.dumps({"undo": undos[_WARM_UP:], "redo": redos[_WARM_UP:]}))


def _timed(session: Session, act: Callable[[int | None], Changes | None], document_id: int) -> float:
    """Take a step, and ask for the layer as it then is, as every view does."""
    gc.collect()
    started = time.perf_counter()
    assert act(document_id) is not None
    assert session.layer(document_id) is not None
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

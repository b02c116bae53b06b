"""Projects to test the store with: where they lie, what is in them, changes to make, and what is on the disk."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.changes import Change, RowOp, insert
from annotator.core.commands.documents import text_version_row
from annotator.core.document import FIELDS, TextVersion
from annotator.core.layer import LayerHead, Role, Status
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.span import Origin, Span
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import Norm
from annotator.store.project import Project

NOW = "2026-03-02T05:00:00Z"
TITLE = "한빛시, 수소 버스에 1,200억 원"
TEXT = (
    f"{TITLE}\n한빛시는 2일 수소산업진흥원과 함께 2027년까지 1,200억 원을 들여 수소 버스를 들인다고 밝혔다.\n"
    * 3
)


@dataclass
class Clock:
    """A clock that a test sets."""

    now: str = NOW

    def __call__(self) -> str:
        return self.now


@dataclass
class Folders:
    """Where a test's program keeps its project, locks and backups."""

    root: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def path(self) -> Path:
        return self.root / "기사 모음.sqlite"

    @property
    def locks(self) -> Path:
        return self.root / "state"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    def create(self, path: Path | None = None) -> Project:
        return Project.create(
            path or self.path,
            lock_dir=self.locks,
            backups_dir=self.backups,
            annotator=Annotator(1, "a1b2c3d4", "김하늘"),
            clock=self.clock,
        )

    def open(self, path: Path | None = None, *, write: bool = True, refuse: bool = False) -> Project:
        return Project.open(
            path or self.path,
            lock_dir=self.locks,
            backups_dir=self.backups,
            write=write,
            refuse=refuse,
            clock=self.clock,
        )

    def begin(self) -> Project:
        """Make a project with the documents 1 and 2 and, on document 1, the empty layer 1 of annotator 1."""
        made = self.create()
        add_document(made, 1)
        add_document(made, 2)
        made.apply(change(insert("layer", head(1, 1).row()), name="step.layer"), 1)
        return made


def add_document(project: Project, id_: int, text: str = TEXT) -> None:
    version = TextVersion(
        id_, id_, None, text, digest(text), (Zone(0, len(TITLE), ZoneKind.TITLE),), (1, 2), NOW
    )
    document = dict.fromkeys(FIELDS, "") | {
        "id": id_, "uid": f"doc-{id_}", "text_version_id": id_, "confirmed": 1, "title": TITLE,
        "outlet": "한빛신문", "created_at": NOW,
    }  # fmt: skip
    ops = (insert("text_version", text_version_row(version)), insert("document", document))
    project.apply(Change(message("step.import"), ops), 1)


def head(
    id_: int, document_id: int, *, status: Status = Status.IN_PROGRESS, role: Role = Role.ANNOTATOR
) -> LayerHead:
    return LayerHead(id_, document_id, 1, role, status, flagged=False, label_set_version=1, created_at=NOW)


def span(id_: int, start: int, end: int, *, layer_id: int = 1, label_id: int = 1, note: str = "") -> Span:
    return Span(
        id=id_, uid=f"s{id_}", layer_id=layer_id, start=start, end=end, text=TEXT[start:end], label_id=label_id,
        norm=Norm("money", "120000000000", "KRW") if label_id == 3 else None, note=note, unsure=False,
        origin=Origin.MANUAL, annotator_id=1, created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def change(*ops: RowOp, document_id: int | None = 1, merge: str = "", name: str = "step.test") -> Change:
    return Change(message(name, count=len(ops)), ops, document_id, merge)


def adding(*spans: Span, document_id: int | None = 1, merge: str = "") -> Change:
    return change(*(insert("span", one.row()) for one in spans), document_id=document_id, merge=merge)


def noting(span_id: int, before: str, after: str, *, merge: str = "") -> Change:
    return change(RowOp("span", span_id, {"note": before}, {"note": after}), merge=merge)


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all plain tables, the lease aside."""
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("gram", "lease", "sqlite_"))
    ]
    return {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return the content of all files that lie in the folder itself."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

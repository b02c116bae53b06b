"""A process that starts children which write a project, and kills each at a random moment.

Run as a script: `killing.py FOLDER KILLS SEED`. A child says on a pipe what it is about to commit, and, after
each commit, that it did. After each kill the file is opened as the next program would, and must hold exactly
what was last said to be done, or the one change that was being made. Prints one line of JSON.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.changes import Change, RowOp, delete, insert
from annotator.core.history import Step
from annotator.core.messages import message
from annotator.store.project import Project
from tests.support.stores import Folders, bytes_of, span

Notes = dict[int, str]
_LONGEST = 0.03


class Child:
    """Writes until it is killed, keeping what the file must hold."""

    def __init__(self, folders: Folders, pipe: int, chance: random.Random) -> None:
        self.folders = folders
        self.pipe = pipe
        self.chance = chance
        self.project = folders.open()
        self.notes = notes_of(self.project)
        # Of the steps of this life: what the file held before each, and after.
        self.known: dict[int, tuple[Notes, Notes]] = {}

    def run(self) -> None:
        while True:
            for _ in range(self.chance.randrange(1, 25)):
                self.chance.choice([self.add, self.add, self.rewrite, self.remove, self.undo, self.redo])()
                if self.chance.random() < 0.1:
                    self.project.checkpoint()
            self.project.close()
            self.project = self.folders.open()

    def say(self, word: str, notes: Notes, step_id: int = 0) -> None:
        os.write(self.pipe, (json.dumps([word, digest(notes), step_id]) + "\n").encode())

    def add(self) -> None:
        count = self.chance.choice([1, 1, 1, 40])
        new = [span(id_, 0, 3, note=f"새 {id_}") for id_ in self.project.ids.block("span", count)]
        self.commit(
            [insert("span", one.row()) for one in new], self.notes | {one.id: one.note for one in new}
        )

    def rewrite(self) -> None:
        if self.notes:
            id_ = self.chance.choice(sorted(self.notes))
            after = f"{self.chance.random()} " * self.chance.choice([1, 2000])
            op = RowOp("span", id_, {"note": self.notes[id_]}, {"note": after})
            self.commit([op], self.notes | {id_: after})

    def remove(self) -> None:
        if self.notes:
            id_ = self.chance.choice(sorted(self.notes))
            rest = {other: note for other, note in self.notes.items() if other != id_}
            self.commit([delete("span", span(id_, 0, 3, note=self.notes[id_]).row())], rest)

    def commit(self, ops: list[RowOp], after: Notes) -> None:
        self.say("will", after)
        step = self.project.apply(Change(message("step"), tuple(ops), 1), 1)
        self.known[step.id] = (self.notes, after)
        self.notes = after
        self.say("did", after, step.id)

    def undo(self) -> None:
        step = self.project.history(1).to_undo
        if step is not None and step.id in self.known:
            self.move(self.project.undo, step, self.known[step.id][0])

    def redo(self) -> None:
        step = self.project.history(1).to_redo
        if step is not None and step.id in self.known:
            self.move(self.project.redo, step, self.known[step.id][1])

    def move(self, way: Callable[[Step], object], step: Step, after: Notes) -> None:
        self.say("will", after)
        way(step)
        self.notes = after
        self.say("did", after, step.id)


def notes_of(project: Project) -> Notes:
    return dict(project.connection.execute("SELECT id, note FROM span").fetchall())


def digest(notes: Notes) -> str:
    return hashlib.sha256(repr(sorted(notes.items())).encode()).hexdigest()


def one_life(folders: Folders, chance: random.Random) -> tuple[bytes, bool]:
    """Let a child write and kill it; return what it said, and if it lived until then."""
    reading, writing = os.pipe()
    seed = chance.random()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            Child(folders, writing, random.Random(seed)).run()
        finally:
            os._exit(1)
    os.close(writing)
    # Some are killed while they open the project, most once they have said a few things, however long that took.
    lines = chance.choice([0, 1, 2, 3, 5, 8, 13])
    said = b""
    while said.count(b"\n") < lines and (more := os.read(reading, 65536)):
        said += more
    time.sleep(chance.random() * _LONGEST)
    os.kill(pid, signal.SIGKILL)
    _pid, status = os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as pipe:
        return said + pipe.read(), os.WIFSIGNALED(status)


def verify(folders: Folders, said: list[list[object]], before: str) -> str:
    """Open the file as the next program would, and hold it against what was said; return what it holds."""
    project = folders.open()
    assert not project.read_only, project.notes
    assert project.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = digest(notes_of(project))
    done = [entry for entry in said if entry[0] == "did"]
    last = done[-1][1] if done else before
    pending = said[-1] if said and said[-1][0] != "did" else ["", last]
    assert found in {last, pending[1]}, (said[-2:], found)
    for _word, _digest, step_id in done:
        row = project.connection.execute(
            "SELECT state, ops FROM journal JOIN journal_ops USING (id) WHERE id = ?", (step_id,)
        ).fetchone()
        assert row is not None, step_id
        json.loads(row[1])
    # And the history still works: all the way back, all the way forth.
    history = project.history(1)
    undone = [step for step in reversed(history.done) if step.message.id == "step"][:2]
    for step in undone:
        project.undo(step)
    for step in reversed(undone):
        project.redo(step)
    assert digest(notes_of(project)) == found
    project.close()
    assert list(bytes_of(folders.root)) == [folders.path.name]
    return found


def main(folder: Path, kills: int, seed: int) -> dict[str, int]:
    folders = Folders(folder)
    folders.begin().close()
    chance = random.Random(seed)
    counts = {"kills": 0, "commits": 0, "silent": 0, "between": 0}
    holds = digest({})
    while counts["kills"] < kills:
        written, killed = one_life(folders, chance)
        assert killed, "a child ended by itself"
        # The last line may be cut by the kill: it was then not said.
        said = [json.loads(line) for line in written[: written.rfind(b"\n") + 1].splitlines()]
        holds = verify(folders, said, holds)
        counts["kills"] += 1
        counts["commits"] += sum(entry[0] == "did" for entry in said)
        counts["silent"] += not said
        counts["between"] += bool(said) and said[-1][0] != "did"
    return counts


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

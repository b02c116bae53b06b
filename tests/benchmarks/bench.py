"""What a group of benchmarks is given: sizes, processes, and the files and projects that it measures with."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any, Final

from tests.benchmarks.children import Children
from tests.benchmarks.folders import removed


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured, and how often."""

    exchanged: int = 10_000  # documents of G1 and G2
    few: int = 1_000
    many: int = 100_000
    listed: int = 1_000_000
    stalled: int = 8_000
    stalls: int = 10  # runs of G12
    rounds: int = 3  # of floor, ours, floor in seconds of CPU
    starts: int = 25
    samples: int = 100  # where a 95th percentile is asked for
    large: int = 27  # documents of 200,000 characters
    medians: int = 25
    compared: int = 2_000  # documents of G14
    memories: int = 5


FULL: Final = Sizes()
QUICK: Final = Sizes(
    exchanged=2_000, few=300, many=5_000, listed=100_000, stalled=1_000, stalls=2, rounds=1, starts=5, samples=20,
    large=7, medians=5, memories=2, compared=200,
)  # fmt: skip


class Bench:
    """The working folder of a run. What is made in it is made once, when it is first asked for."""

    def __init__(self, folder: Path, sizes: Sizes, tell: Callable[[str], None]) -> None:
        self.folder = folder
        self.sizes = sizes
        self.children = Children(folder, tell)

    def path(self, name: str) -> Path:
        """Return a path for something that is made and measured."""
        return self.folder / name

    def native(self, count: int) -> Path:
        """Return a file of documents as the program exports them."""
        return self._made("native", f"native-{count}.jsonl", count)

    def short(self, count: int) -> Path:
        """Return a file of documents as scripts write them."""
        return self._made("short", f"short-{count}.jsonl", count)

    def million(self) -> Path:
        """Return the project of a million documents without texts."""
        return self._made("million", f"listed-{self.sizes.listed}.sqlite", self.sizes.listed)

    def list_table(self) -> Path:
        """Return the table that the floor of the list reads."""
        return self._made("list_table", f"table-{self.sizes.listed}.sqlite", self.sizes.listed)

    def project(self, count: int) -> Path:
        """Return a project of so many documents."""
        return self._imported(f"project-{count}.sqlite", self.native(count))

    def large(self) -> Path:
        """Return a project of documents of 200,000 characters with 5,000 spans, others between them."""
        count = self.sizes.large
        return self._imported(f"large-{count}.sqlite", self.large_file())

    def large_file(self) -> Path:
        """Return the file that the project of large documents was made of."""
        return self._made("large", f"large-{self.sizes.large}.jsonl", self.sizes.large)

    def thousand(self) -> Path:
        """Return a project with a document of 1,000 spans."""
        return self._imported("thousand.sqlite", self._made("thousand", "thousand.jsonl", 1))

    def pairs(self) -> Path:
        """Return a project whose documents two annotators have done."""
        count = self.sizes.compared
        return self._imported(f"pairs-{count}.sqlite", self._made("pairs", f"pairs-{count}.jsonl", count))

    def colleague(self) -> Path:
        """Return a file of a third annotator on the documents of `pairs`."""
        count = self.sizes.compared
        return self._made("colleague", f"colleague-{count}.jsonl", count)

    def copied(self, project: Path) -> Path:
        """Return a copy of a project, to be worked in."""
        copy = self.path("worked-in.sqlite")
        removed(copy)
        copyfile(project, copy)
        return copy

    def adopt(self, count: int, project: Path) -> None:
        """Keep a project that was made in a measurement, for those that follow."""
        project.replace(self.path(f"project-{count}.sqlite"))

    def index(self, count: int) -> dict[str, Any]:
        """Index a project in the window, from the beginning; return what was measured."""
        project, done = self.project(count), self.path(f"project-{count}.indexed")
        done.unlink(missing_ok=True)
        # As after an import: nothing indexed, every document waiting.
        with closing(sqlite3.connect(project)) as connection, connection:
            connection.execute("INSERT INTO gram (gram) VALUES ('delete-all')")
            connection.execute("DELETE FROM gram_state")
            connection.execute("DELETE FROM gram_scheme")
            connection.execute("INSERT OR IGNORE INTO gram_pending (document_id) SELECT id FROM document")
        said: dict[str, Any] = self.children.script("ours.stall", "index", project).said
        done.touch()
        return said

    def indexed(self, count: int) -> Path:
        """Return a project of so many documents with its index."""
        if not self.path(f"project-{count}.indexed").exists():
            self.index(count)
        return self.project(count)

    def _made(self, kind: str, name: str, count: int) -> Path:
        path = self.path(name)
        if not path.exists():
            self.children.script("make", kind, path, count)
        return path

    def _imported(self, name: str, source: Path) -> Path:
        path = self.path(name)
        if not path.exists():
            self.children.script("ours.importing", source, path)
        return path

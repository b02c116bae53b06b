"""What a project exports comes back whole: exported again from an empty project it is the same bytes."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.app.session import Session
from annotator.app.writing import written
from annotator.core.commands.documents import SetFlagged, SetStatus
from annotator.core.commands.spans import AddSpan, SetNote, SetValue
from annotator.core.entry import Entry
from annotator.core.layer import Status
from annotator.core.people import Annotator
from annotator.core.values import Norm
from annotator.store.project import Project
from tests.support.intake import exported_bytes, new_session, reasons, run_import, shown_ids
from tests.support.layers import RandomFile, random_files

READER = Annotator(0, "x1", "읽는 이")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    session = new_session(tmp_path_factory.mktemp("template"))
    session.project.close()
    return session.project.path


@contextmanager
def opened(template: Path, folder: Path) -> Iterator[Session]:
    """Open a new project: a copy of one that is empty."""
    folder.mkdir()
    path = folder / "p.sqlite"
    shutil.copyfile(template, path)
    project = Project.open(path, lock_dir=folder / "locks", backups_dir=folder / "backups")
    try:
        yield Session(project, project.reading.annotator(1))
    finally:
        project.close()


def write(path: Path, made: RandomFile) -> None:
    with written(path) as sink:
        formats.write(made.entries, sink, format="native", definitions=made.labels.definitions())


def work(session: Session, seed: int) -> None:
    """Do something to each document as a person would, in a way that depends on the seed."""
    for n, document_id in enumerate(shown_ids(session)):
        length = len(session.text_version(document_id).text)
        labels = session.labels.labels
        chosen = (seed + n) % 5
        if chosen == 1:
            session.do(SetStatus(document_id, Status.DONE))
        elif chosen == 2 and labels:
            session.do(AddSpan(document_id, 0, length, labels[0].id))
            session.do(AddSpan(document_id, 0, max(1, length // 2), labels[-1].id))
            span = session.layer(document_id).spans[0]
            session.do(SetNote(document_id, span.id, "메모 😀"))
            session.do(SetValue(document_id, span.id, Norm("text", "값", None, None, None)))
        elif chosen == 3:
            session.do(SetFlagged(document_id, flagged=True))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(made=random_files(), seed=st.integers(0, 4))
def test_export_import_export_gives_the_same_bytes(template: Path, made: RandomFile, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "a.jsonl", made)
        with opened(template, folder / "one") as one:
            result = run_import(one, folder / "a.jsonl")
            assert reasons(result) == []
            assert result.spans == sum(len(entry.spans) for entry in made.entries)
            work(one, seed)
            first = exported_bytes(one, folder / "first.jsonl", blank_for=READER)
        with opened(template, folder / "two") as two:
            assert reasons(run_import(two, folder / "first.jsonl")) == []
            second = exported_bytes(two, folder / "second.jsonl", blank_for=READER)
    assert second[1] == first[1]
    assert second[0] == first[0]


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(made=random_files())
def test_what_a_file_says_is_what_the_project_says(template: Path, made: RandomFile) -> None:
    """A round trip alone would hold for a project that forgets; this one holds the first import to the file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "a.jsonl", made)
        with opened(template, folder / "one") as one:
            run_import(one, folder / "a.jsonl")
            content, labels = exported_bytes(one, folder / "first.jsonl", blank_for=READER)
        said, found = read(folder / "a.jsonl"), {key(entry): entry for entry in formats.read(content)}
        used = {mark.label for entry in made.entries for mark in entry.spans}
        if used <= {label.key for label in made.labels.labels}:
            assert labels == (folder / "a.labels.json").read_bytes()
        for entry in said:
            other = found.get(key(entry)) or found[entry.id, READER.uid, "annotator"]
            for part in PARTS if key(entry) in found else ("text", "zones", "extra"):
                assert getattr(other, part) == getattr(entry, part), part
            given_, kept = dict(entry.fields), dict(other.fields)
            given_.pop("active_seconds"), kept.pop("active_seconds")
            if first_of(said, entry):
                assert {k: v for k, v in kept.items() if v} == {k: v for k, v in given_.items() if v}


PARTS = (
    "text", "zones", "annotator", "status", "flagged", "revision", "parent", "spans", "relations", "records",
    "doc_labels", "comments", "decisions", "review_status", "open", "inputs", "created_at", "updated_at", "extra",
)  # fmt: skip


def read(path: Path) -> list[Entry]:
    with path.open("rb") as file:
        return [item for item in formats.read(file) if isinstance(item, Entry)]


def key(entry: Entry) -> tuple[str, str, str]:
    return entry.id, entry.annotator_id, entry.role


def first_of(entries: list[Entry], entry: Entry) -> bool:
    return next(other for other in entries if other.id == entry.id) is entry

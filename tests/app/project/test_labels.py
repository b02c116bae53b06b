"""The label set in the app: its file, what is read of it in a worker, commands on a connection of their own."""

import json
import threading
from pathlib import Path

import pytest

from annotator.app.jobs import Progress
from annotator.app.project.labels import (
    CommandJob,
    changed_since,
    done_before_job,
    export_labels,
    proposed_label_file,
    read_labels,
    use_job,
    walk_job,
)
from annotator.app.session import Session
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.label_spans import RemoveLabel
from annotator.core.commands.labels import AddLabel, SetKey
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.core.label_use import WalkPlace
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.layer import Status
from tests.support.projects import make_session

TEXT = "한빛시는 2일 밝혔다."
AGENCY, SECTOR = 1, 2


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, TEXT)
    yield opened
    opened.project.close()


def silent(_progress: Progress) -> None:
    """Hear nothing."""


def never() -> bool:
    return False


def always() -> bool:
    return True


def in_thread(job: object) -> object:
    """Run a job in a thread of its own, as a worker does; raise here what it raised there."""
    found: list[object] = []

    def work() -> None:
        try:
            found.append(job.run(silent, never))
        except UserError as error:
            found.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    (result,) = found
    if isinstance(result, Exception):
        raise result
    return result


def test_the_set_goes_to_a_file_and_comes_back_the_same(session: Session, tmp_path: Path) -> None:
    target = export_labels(session, tmp_path / "set.labels.json")
    assert read_labels(target) == DEFAULT_LABELS
    assert [path.name for path in tmp_path.glob("set*")] == ["set.labels.json"]


@pytest.mark.parametrize("name", ["set", "set.json", "set.labels.json"])
def test_the_file_ends_as_label_files_do(session: Session, tmp_path: Path, name: str) -> None:
    assert export_labels(session, tmp_path / name) == tmp_path / "set.labels.json"


def test_a_file_that_cannot_be_written_is_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "set.labels.json").mkdir()
    with pytest.raises(UserError, match=r"export\.not-written"):
        export_labels(session, tmp_path / "set.labels.json")


def test_it_is_proposed_beside_the_project(session: Session) -> None:
    assert proposed_label_file(session).name == "project.labels.json"


def test_a_label_file_of_doccano_is_read(tmp_path: Path) -> None:
    path = tmp_path / "doccano.json"
    rows = [{"id": 7, "text": "PLACE", "suffix_key": "p", "background_color": "#FF0000"}]
    path.write_text(json.dumps(rows), "utf-8")
    (label,) = read_labels(path)
    assert (label.uid, label.key, label.title, label.hotkey, label.role) == (
        "7",
        "PLACE",
        "PLACE",
        "",
        "label-1",
    )


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"text": ""}]'])
def test_what_is_no_label_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")
    with pytest.raises(UserError, match=r"labels\."):
        read_labels(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"labels\.unreadable"):
        read_labels(tmp_path / "none.json")


def test_use_walk_and_done_before_are_read_in_a_worker(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, AGENCY))
    session.do(SetStatus(1, Status.DONE))
    uses = in_thread(use_job(session, [AGENCY, SECTOR]))
    assert [(id_, use.spans, use.documents) for id_, use in uses.items()] == [(AGENCY, 1, 1), (SECTOR, 0, 0)]
    layer = session.layer(1)
    assert layer is not None
    assert in_thread(walk_job(session, AGENCY)) == [WalkPlace(1, layer.spans[0].id)]
    assert in_thread(done_before_job(session)) == []
    session.do(SetKey(AGENCY, "ORG"))
    assert [each.document_id for each in in_thread(done_before_job(session))] == [1]


def test_a_command_in_a_worker_is_a_step_that_the_session_undoes(session: Session) -> None:
    for document_id in (1, 2):
        session.do(AddSpan(document_id, 0, 3, AGENCY))
    changes = in_thread(CommandJob(session.project, session.annotator.id, RemoveLabel(AGENCY, SECTOR)))
    session.refresh(changes)
    assert [label.key for label in session.labels.labels] == ["SECTOR", "AMOUNT", "DATE"]
    assert [session.layer(each).spans[0].label_id for each in (1, 2)] == [SECTOR, SECTOR]
    session.undo(None)
    assert session.labels.labels == DEFAULT_LABELS
    assert [session.layer(each).spans[0].label_id for each in (1, 2)] == [AGENCY, AGENCY]


def test_ids_that_a_worker_gives_are_given_once(session: Session) -> None:
    in_thread(CommandJob(session.project, session.annotator.id, AddLabel("PLACE")))
    session.do(AddLabel("RIVER"))
    ids = [label.id for label in session.project.reading.label_set().labels]
    assert len(set(ids)) == len(ids) == 6


def test_what_was_cancelled_before_it_began_is_not_done(session: Session) -> None:
    job = CommandJob(session.project, session.annotator.id, RemoveLabel(AGENCY))
    with pytest.raises(UserError, match=r"job\.cancelled"):
        job.run(silent, always)
    assert session.project.reading.label_set().labels == DEFAULT_LABELS


def test_what_a_worker_meets_that_has_changed_since_is_refused_whole(session: Session) -> None:
    session.do(RemoveLabel(AGENCY))
    with pytest.raises(UserError, match=r"label\.gone"):
        in_thread(CommandJob(session.project, session.annotator.id, RemoveLabel(AGENCY)))


def test_what_has_changed_since_a_version_is_told(session: Session) -> None:
    session.do(SetKey(AGENCY, "ORG"))
    session.do(AddLabel("PLACE"))
    found = sorted((each.id, dict(each.arguments)) for each in changed_since(session, 1))
    assert found == [
        ("labels.since.added", {"label": "PLACE"}),
        ("labels.since.key", {"before": "AGENCY", "label": "ORG"}),
    ]
    assert changed_since(session, session.labels.version) == ()
    assert changed_since(session, 99) == ()

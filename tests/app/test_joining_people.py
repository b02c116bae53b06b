"""One person under two ids: joined as one step, remembered for files, refused where the two differ."""

from pathlib import Path

import pytest

from annotator.app.questions import Answers
from annotator.app.session import Session
from annotator.core.commands.joining_people import JoinAnnotators
from annotator.core.errors import UserError
from tests.support.intake import (
    counts,
    everything,
    layers,
    line,
    new_session,
    people,
    run_import,
    write_lines,
)

ONE = "한빛시는 2일 수소 버스를 들인다."
TWO = "새솔군은 올해 도서관을 짓는다."


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work")
    run_import(
        opened,
        write_lines(tmp_path / "o.jsonl", line(ONE, id="d1", status="new"), line(TWO, id="d2", status="new")),
    )
    yield opened
    opened.project.close()


def marked(session: Session, folder: Path, uid: str, *records: tuple[str, str, str]) -> None:
    rows = [
        line(text, (quote, "AGENCY"), id=id_, annotator="이도윤", annotator_id=uid, revision=f"{uid}-{id_}")
        for id_, text, quote in records
    ]
    run_import(session, write_lines(folder / f"{uid}.jsonl", *rows))


def ids(session: Session) -> dict[str, int]:
    return {person.uid: person.id for person in people(session)}


def test_what_the_one_made_is_the_others_and_undo_gives_it_back(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    marked(session, tmp_path, "bb", ("d2", TWO, "새솔군"))
    before = everything(session)
    session.do(JoinAnnotators(ids(session)["bb"], ids(session)["aa"]))
    found = [layer for id_ in (1, 2) for layer in session.project.reading.layers(id_)]
    assert {layer.head.annotator_id for layer in found} == {ids(session)["aa"]}
    assert {span.annotator_id for layer in found for span in layer.spans} == {ids(session)["aa"]}
    session.undo(None)
    after = everything(session)
    for table in ("layer", "span", "setting", "layer_revision"):
        assert after[table] == before[table], table


def test_files_that_name_the_one_mean_the_other_from_then_on(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    marked(session, tmp_path, "bb", ("d2", TWO, "새솔군"))
    session.do(JoinAnnotators(ids(session)["bb"], ids(session)["aa"]))
    later = line(TWO, ("새솔군", "AGENCY"), ("올해", "DATE"), id="d2", annotator="이도윤", annotator_id="bb")
    later |= {"revision": "later", "parent": "bb-d2"}
    result = run_import(session, write_lines(tmp_path / "later.jsonl", later), answers=Answers())
    assert (counts(result), len(result.questions)) == ([(1, 0, 1, 0)], 0)
    assert layers(session, 2) == [("이도윤", "done", [("새솔군", "AGENCY"), ("올해", "DATE")])]


def test_of_two_layers_that_say_the_same_one_stays(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    marked(session, tmp_path, "bb", ("d1", ONE, "한빛시"))
    session.do(JoinAnnotators(ids(session)["bb"], ids(session)["aa"]))
    assert len(session.project.reading.layers(1)) == 1
    session.undo(None)
    assert len(session.project.reading.layers(1)) == 2


def test_where_the_two_differ_nothing_is_done(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    marked(session, tmp_path, "bb", ("d1", ONE, "한빛시는"))
    before = everything(session)
    with pytest.raises(UserError) as refused:
        session.do(JoinAnnotators(ids(session)["bb"], ids(session)["aa"]))
    assert (refused.value.message.id, refused.value.message.arguments) == (
        "annotator.join-clash",
        {"count": 1},
    )
    assert everything(session) == before


def test_the_person_at_the_keyboard_never_goes(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    with pytest.raises(UserError, match="join-own"):
        session.do(JoinAnnotators(session.annotator.id, ids(session)["aa"]))
    assert JoinAnnotators(3, 3).run(session) is None

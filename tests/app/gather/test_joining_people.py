"""One person under two ids: joined as one step, remembered for files, refused where the two differ."""

import json
from pathlib import Path

import pytest

from annotator.app.gather.questions import Answers
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.changes import Change, RowOp
from annotator.core.commands.joining_people import JoinAnnotators
from annotator.core.commands.review import Blind, Decide
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.review.decisions import State
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
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks

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


COMMENT = {
    "id": "c", "span_id": "s1", "author": "이도윤", "to": "", "at": "2026-01-02T03:04:05Z", "text": "맞나요?",
    "resolved": False,
}  # fmt: skip


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


@pytest.mark.parametrize(
    "more",
    [
        {"flagged": True},
        {"status": "in_progress"},
        {"doc_labels": ["경제"]},
        {"comments": [COMMENT]},
        {"records": [{"id": "r", "type": "", "roles": [{"role": "DATE", "span_id": "s1", "norm": None}]}]},
        {"records": [{"id": "r", "type": "", "roles": [{"role": "AGENCY", "span_id": "", "norm": None}]}]},
    ],
    ids=["flag", "status", "label", "comment", "record", "loose record"],
)  # fmt: skip
def test_nothing_of_two_layers_that_differ_in_more_than_marks_is_dropped(
    session: Session, tmp_path: Path, more: dict[str, object]
) -> None:
    roles = [{"role": "AGENCY", "span_id": "s1", "norm": None}]
    span = {"id": "s1", "start": 0, "end": 3, "label": "AGENCY"}
    own = {"id": "d1", "text": ONE, "spans": [span], "records": [{"id": "r", "type": "", "roles": roles}]}
    for uid, rest in (("aa", {}), ("bb", more), ("cc", {})):
        row = {**own, "annotator": "이도윤", "annotator_id": uid, **rest}
        run_import(session, write_lines(tmp_path / f"{uid}.jsonl", row))
    with pytest.raises(UserError, match="join-clash"):
        session.do(JoinAnnotators(ids(session)["bb"], ids(session)["aa"]))
    assert session.do(JoinAnnotators(ids(session)["cc"], ids(session)["aa"])) is not None


def test_the_person_at_the_keyboard_never_goes(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path, "aa", ("d1", ONE, "한빛시"))
    with pytest.raises(UserError, match="join-own"):
        session.do(JoinAnnotators(session.annotator.id, ids(session)["aa"]))
    assert JoinAnnotators(3, 3).run(session) is None


HERE = ("환경부", "AGENCY")


def states(session: Session) -> list[State]:
    return [stood.state for stood in review_of(session, 1).stood]


def decided(tmp_path: Path, *names: str, adopted: str) -> Session:
    """Return a project in which these annotators have one mark each, and one of them was adopted."""
    folder = tmp_path / "review"
    folder.mkdir()
    session = make_session(folder, TEXT)
    for name, label in zip(names, ("AGENCY", "SECTOR", "AGENCY"), strict=False):
        add_layer(session, 1, name, marks(TEXT, (HERE[0], label)))
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[0], f"u-{adopted}")))
    return session


def join(session: Session, gone: str, kept: str) -> None:
    by_uid = ids(session)
    session.do(JoinAnnotators(by_uid[f"u-{gone}"], by_uid[f"u-{kept}"]))


def test_decisions_stand_where_the_one_who_goes_had_what_the_other_has_now(tmp_path: Path) -> None:
    session = decided(tmp_path, "나래", "다솜", adopted="나래")
    session.project.ensure_annotator("u-새로", "나래")
    before = everything(session)
    join(session, "나래", "새로")
    assert states(session) == [State.KEPT]
    [stood] = review_of(session, 1).stood
    assert (stood.decision.made.adopted, [*stood.decision.made.snapshot]) == ("u-새로", ["u-새로", "u-다솜"])
    session.undo(None)
    assert states(session) == [State.KEPT]
    assert everything(session)["decision"] == before["decision"]
    session.project.close()


def test_decisions_on_two_who_said_the_same_stand_when_they_are_one(tmp_path: Path) -> None:
    session = decided(tmp_path, "나래", "다솜", "라온", adopted="다솜")
    join(session, "라온", "나래")
    assert states(session) == [State.KEPT]
    session.undo(None)
    assert states(session) == [State.KEPT]
    session.project.close()


def test_a_decision_on_two_who_differed_is_looked_at_again(tmp_path: Path) -> None:
    session = decided(tmp_path, "나래", "다솜", adopted="다솜")
    [layer] = session.rows("layer", "annotator_id", ids(session)["u-다솜"])
    [mark] = session.rows("span", "layer_id", layer["id"])
    agency = session.labels.by_key("AGENCY").id
    op = RowOp("span", int(mark["id"] or 0), {"label_id": mark["label_id"]}, {"label_id": agency})
    session.project.apply(Change(message("test.label"), (op,)), session.annotator.id)
    join(session, "다솜", "나래")
    assert states(session) == [State.STALE]
    session.project.close()


def test_the_order_without_names_follows(tmp_path: Path) -> None:
    session = decided(tmp_path, "나래", "다솜", adopted="다솜")
    session.project.ensure_annotator("u-새로", "나래")
    session.do(Blind(True, {1: ["u-다솜", "u-나래"]}))
    join(session, "나래", "새로")
    [row] = session.rows("review", "document_id", 1)
    assert json.loads(str(row["blind_order"])) == ["u-다솜", "u-새로"]
    session.undo(None)
    [row] = session.rows("review", "document_id", 1)
    assert json.loads(str(row["blind_order"])) == ["u-다솜", "u-나래"]
    session.project.close()

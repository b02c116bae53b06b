"""Relations: tied, turned round, removed, gone with their spans, back with undo, carried by the native file."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.app.suggestions.records import open_aliases
from annotator.core.commands.records import TieTogether
from annotator.core.commands.relations import Relate, RemoveRelation, relations_of
from annotator.core.commands.spans import AddSpan, RemoveSpans
from annotator.core.errors import UserError
from annotator.core.relation import ALIAS
from tests.support.intake import new_session, run_export, run_import, shown_ids
from tests.support.projects import make_session

TEXT = "세계보건기구(WHO)는 WHO 회의를 연다.\n"


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path, TEXT)
    for start, end in ((0, 6), (7, 10), (13, 16)):
        made.do(AddSpan(1, start, end, 1))
    yield made
    made.project.close()


def ids(session: Session) -> list[int]:
    return [span.id for span in session.layer(1).spans]


def tied(session: Session) -> list[tuple[str, int, int]]:
    order = ids(session)
    return [(one.type, order.index(one.from_id), order.index(one.to_id)) for one in relations_of(session, 1)]


def test_several_pairs_are_tied_in_one_step(session: Session) -> None:
    name, first, second = ids(session)
    session.do(Relate(1, ((first, name), (second, name), (first, name))))
    assert tied(session) == [(ALIAS, 1, 0), (ALIAS, 2, 0)]
    assert session.do(Relate(1, ((first, name),))) is None
    session.undo(1)
    assert tied(session) == []
    session.redo(1)
    assert len(tied(session)) == 2


def test_a_pair_tied_the_other_way_is_turned(session: Session) -> None:
    name, first, _second = ids(session)
    session.do(Relate(1, ((name, first),)))
    session.do(Relate(1, ((first, name),)))
    assert tied(session) == [(ALIAS, 1, 0)]


def test_a_span_is_no_alias_of_itself_nor_of_one_that_is_gone(session: Session) -> None:
    name, first, _second = ids(session)
    for pair in ((name, name), (first, 999)):
        with pytest.raises(UserError):
            session.do(Relate(1, (pair,)))
    assert tied(session) == []


def test_a_relation_goes_by_itself_or_with_its_span_and_comes_back(session: Session) -> None:
    name, first, _second = ids(session)
    session.do(Relate(1, ((first, name),)))
    (relation,) = relations_of(session, 1)
    session.do(RemoveRelation(1, relation.id))
    assert tied(session) == []
    with pytest.raises(UserError):
        session.do(RemoveRelation(1, relation.id))
    session.undo(1)
    session.do(RemoveSpans(1, (name,)))
    assert relations_of(session, 1) == []
    session.undo(1)
    assert relations_of(session, 1) == [relation]


def test_what_brackets_say_is_open_until_it_is_tied_either_way(session: Session) -> None:
    name, first, _second = ids(session)
    (pair,) = open_aliases(session, 1)
    assert (pair.alias.id, pair.name.id) == (first, name)
    session.do(Relate(1, ((name, first),)))
    assert open_aliases(session, 1) == ()


def test_the_native_file_carries_relations_and_records(session: Session, tmp_path: Path) -> None:
    name, first, second = ids(session)
    session.do(Relate(1, ((first, name), (second, name))))
    session.do(TieTogether(1, (name, second)))
    target = tmp_path / "out.jsonl"
    run_export(session, target)
    other = new_session(tmp_path / "other")
    assert run_import(other, target).documents == 1
    assert len(shown_ids(other)) == 1
    connection = other.project.connection
    assert (
        connection.execute(
            "SELECT r.type, f.text, t.text FROM relation AS r JOIN span AS f ON f.id = r.from_id"
            " JOIN span AS t ON t.id = r.to_id ORDER BY r.id"
        ).fetchall()
        == [(ALIAS, "WHO", "세계보건기구")] * 2
    )
    assert connection.execute(
        "SELECT s.text FROM record_member AS m JOIN span AS s ON s.id = m.span_id ORDER BY m.position"
    ).fetchall() == [("세계보건기구",), ("WHO",)]
    other.project.close()

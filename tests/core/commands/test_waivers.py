"""Waving off: here, a string, a check; once, remembered, and undone where its step belongs."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.commands.waivers import Waive, WaivedPlace
from annotator.core.errors import UserError
from annotator.core.preflight import Check
from annotator.core.sentences import SENTENCES
from tests.support.projects import make_session, reopen

TEXT = "환경부는 한빛시와 함께 환경부는"
HERE = Waive(Check.JOSA, "환경부는", WaivedPlace(1, 0, 4))
STRING = Waive(Check.JOSA, "환경부는")
WHOLE = Waive(Check.JOSA)


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, "둘째 글")
    yield opened
    opened.project.close()


def stored(session: Session) -> list[tuple[object, ...]]:
    query = 'SELECT document_id, check_id, text, start, "end" FROM waiver ORDER BY id'
    return [tuple(row) for row in session.project.connection.execute(query)]


@pytest.mark.parametrize(
    ("waive", "row", "scope"),
    [
        (HERE, (1, "josa", "환경부는", 0, 4), 1),
        (STRING, (None, "josa", "환경부는", None, None), None),
        (WHOLE, (None, "josa", "", None, None), None),
    ],
)
def test_it_is_one_row_and_one_step_where_it_belongs(
    session: Session, waive: Waive, row: tuple[object, ...], scope: int | None
) -> None:
    changes = session.do(waive)
    assert changes is not None
    assert changes.document_id == scope
    assert stored(session) == [row]
    session.undo(scope)
    assert stored(session) == []
    session.redo(scope)
    assert stored(session) == [row]


@pytest.mark.parametrize("waive", [HERE, STRING, WHOLE])
def test_the_same_again_does_nothing(session: Session, waive: Waive) -> None:
    session.do(waive)
    assert session.do(waive) is None
    assert len(stored(session)) == 1


def test_a_string_is_the_same_in_other_width_and_dots(session: Session) -> None:
    session.do(Waive(Check.JOSA, "한·미는"))
    assert session.do(Waive(Check.JOSA, "한ㆍ미는")) is None


def test_here_a_string_and_a_check_are_three_things_and_so_are_two_checks(session: Session) -> None:
    for waive in (HERE, STRING, WHOLE, Waive(Check.UNSURE), Waive(Check.JOSA, "한빛시와")):
        assert session.do(waive) is not None
    assert session.do(Waive(Check.JOSA, "환경부는", WaivedPlace(1, 14, 18))) is not None
    assert len(stored(session)) == 6


def test_it_is_there_after_opening_the_project_again(session: Session) -> None:
    session.do(HERE)
    again = reopen(session)
    assert stored(again) == [(1, "josa", "환경부는", 0, 4)]
    again.undo(1)
    assert stored(again) == []
    again.project.close()


def test_a_place_of_a_document_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(UserError, match=r"change\.conflict"):
        session.do(Waive(Check.JOSA, "환경부는", WaivedPlace(99, 0, 4)))
    assert stored(session) == []


@pytest.mark.parametrize("check", list(Check))
def test_every_check_has_the_name_of_its_step(session: Session, check: Check) -> None:
    session.do(Waive(check))
    step = session.history(None).to_undo
    assert step is not None
    assert str(check) in step.message.id
    assert step.message.id in SENTENCES

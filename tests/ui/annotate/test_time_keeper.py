"""Active time: what is done counts, pauses do not, and it is nobody's step."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.commands.spans import AddSpan
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.time_keeper import IDLE_SECONDS, TimeKeeper
from annotator.ui.bridge import Bridge
from annotator.ui.form.panel import FormPanel
from annotator.ui.pane.view import ArticlePane
from annotator.ui.theme import LIGHT
from tests.support.projects import make_session


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keeping(qtbot: QtBot, tmp_path: Path):
    session = make_session(tmp_path, "과기정통부는 밝혔다.", "복지부는 밝혔다.")
    pane, form = ArticlePane(), FormPanel(LIGHT)
    qtbot.addWidget(pane)
    qtbot.addWidget(form)
    bridge = Bridge(session)
    desk = Desk(bridge, pane, form)
    clock = Clock()
    keeper = TimeKeeper(bridge, desk, pane, clock=clock)
    desk.show_document(1)
    session.do(AddSpan(1, 0, 5, 1))
    yield session, desk, keeper, clock
    session.project.close()


def seconds(session, document_id: int) -> str | None:
    query = "SELECT active_seconds FROM layer WHERE document_id = ?"
    row = session.project.connection.execute(query, (document_id,)).fetchone()
    return None if row is None else row[0]


def test_the_time_between_signs_of_life_is_added_up(keeping) -> None:
    session, desk, keeper, clock = keeping
    for _ in range(5):
        clock.now += 10
        keeper.touch()
    desk.show_document(2)
    assert seconds(session, 1) == "50"


def test_a_pause_is_left_out(keeping) -> None:
    session, _desk, keeper, clock = keeping
    clock.now += 5
    keeper.touch()
    clock.now += IDLE_SECONDS + 1
    keeper.touch()
    clock.now += 7
    keeper.touch()
    keeper.write()
    assert seconds(session, 1) == "12"


def test_time_written_twice_is_added(keeping) -> None:
    session, _desk, keeper, clock = keeping
    for _ in range(2):
        clock.now += 20
        keeper.touch()
        keeper.write()
    assert seconds(session, 1) == "40"


def test_a_document_that_was_only_looked_at_keeps_no_time(keeping) -> None:
    session, desk, keeper, clock = keeping
    desk.show_document(2)
    clock.now += 30
    keeper.touch()
    desk.show_document(1)
    assert seconds(session, 2) is None


def test_time_is_no_step_and_begins_no_revision(keeping) -> None:
    session, _desk, keeper, clock = keeping
    before = session.history(1)
    revisions = session.project.connection.execute("SELECT count(*) FROM layer_revision").fetchone()
    clock.now += 30
    keeper.touch()
    keeper.write()
    assert session.project.history(1) == before
    assert session.project.connection.execute("SELECT count(*) FROM layer_revision").fetchone() == revisions

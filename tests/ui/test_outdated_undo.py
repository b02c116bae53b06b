"""Undo beside a notice takes back the step that the notice is about, or is not offered any more."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from annotator.core.commands.review import Blind
from annotator.core.commands.spans import AddSpan
from annotator.ui.bridge import Bridge
from annotator.ui.outdated_undo import OutdatedUndo
from annotator.ui.widgets.notice_bar import NoticeBar
from tests.support.projects import make_session

ACTIONS = (("undo-gather", "Undo"), ("lines", "Choose lines"))


@pytest.fixture
def bridge(qtbot, tmp_path):
    session = make_session(tmp_path, "한빛시는 2일 버스를 들인다.")
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.project.close()


@pytest.fixture
def bar(qtbot, bridge):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    OutdatedUndo(bridge, bar)
    bridge.do(Blind(on=True, orders={}))
    bar.show_notice("모았습니다.", "info", ACTIONS)
    return bar


def offered(bar):
    buttons = [bar.findChild(QAbstractButton, f"notice-action-{number}") for number in (1, 2)]
    return [button.text() for button in buttons if not button.isHidden()]


def test_another_step_over_the_project_takes_undo_off(bridge, bar):
    bridge.do(Blind(on=False, orders={}))
    assert bar.notices() == ("모았습니다.",)
    assert offered(bar) == ["Choose lines"]


def test_undo_from_elsewhere_takes_it_off_too(bridge, bar):
    bridge.undo(None)
    assert offered(bar) == ["Choose lines"]


def test_a_step_of_a_document_leaves_it(bridge, bar):
    bridge.do(AddSpan(1, 0, 3, bridge.session.labels.labels[0].id))
    assert offered(bar) == ["Undo", "Choose lines"]

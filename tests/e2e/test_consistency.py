"""What is not the same all over the project, in the real window: looked at, gone to, made alike, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.commands.spans import AddSpan
from annotator.ui.consistency.panel import ConsistencyPanel
from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import marks, opened

FIRST, SECOND = "수소를 산 복지부는 갔다.\n", "복지부가 수소와 왔다. 복지부도.\n"


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[Driver]:
    session = make_session(tmp_path, FIRST, SECOND)
    session.project.close()
    with opened(session.project.path) as made:
        for document, start, end, label in ((1, 0, 2, 2), (2, 5, 7, 1), (1, 6, 9, 1), (2, 0, 3, 1)):
            made.workspace.session.do(AddSpan(document, start, end, label))
        yield made


def panel_of(driver: Driver) -> ConsistencyPanel:
    panel = driver.workspace.panels.panel
    assert isinstance(panel, ConsistencyPanel)
    return panel


def listed(driver: Driver) -> list[str]:
    which = driver.window.findChild(QComboBox, "consistency-which")
    return [which.itemText(row) for row in range(which.count())]


def test_it_is_gone_to_made_alike_and_undone(driver: Driver) -> None:
    driver.window.actions_["document.consistency"].trigger()
    driver.wait_until(lambda: len(listed(driver)) == 2, "two things are found")
    assert listed(driver) == ["수소   several labels · 2", "복지부   left unmarked · 1"]
    panel = panel_of(driver)
    panel.list.setFocus()
    driver.keys("Down")
    span = driver.workspace.desk.current
    assert span is not None
    assert span.text == "수소"
    driver.press_button("consistency-alike")
    driver.wait_until(lambda: listed(driver) == ["복지부   left unmarked · 1"], "one is made alike")
    driver.press_button("consistency-alike")
    driver.wait_until(lambda: listed(driver) == [], "the other is marked")
    driver.workspace.desk.show_document(2)
    label = "AGENCY" if ("수소", "AGENCY") in marks(driver) else "SECTOR"
    assert marks(driver) == [("복지부", "AGENCY"), ("수소", label), ("복지부", "AGENCY")]
    driver.workspace.session.undo(None)
    assert len(marks(driver)) == 2


def test_what_is_right_as_it_is_goes_from_the_list(driver: Driver) -> None:
    driver.window.actions_["document.consistency"].trigger()
    driver.wait_until(lambda: len(listed(driver)) == 2, "two things are found")
    driver.press_button("consistency-leave")
    driver.wait_until(lambda: listed(driver) == ["복지부   left unmarked · 1"], "it is left as it is")

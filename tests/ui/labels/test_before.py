"""The list of documents done before the labels changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.label_use import DoneBefore
from annotator.ui.labels.before import DoneBeforePanel
from tests.support.dressing import LanguageSwitch, unnamed

DOCUMENTS = [
    DoneBefore(3, "수소 공장", 1, "2026-01-02T03:04:05Z"),
    DoneBefore(7, "나래강\n어민회", 2, "2026-01-03T03:04:05Z"),
]


@pytest.fixture
def panel(qtbot):
    made = DoneBeforePanel()
    qtbot.addWidget(made)
    made.set_documents(DOCUMENTS, 4)
    made.resize(740, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(rows(made).hasFocus)
    return made


def rows(panel):
    return panel.findChild(QWidget, "done-before-list")


def test_documents_are_listed_with_their_version(panel):
    assert [rows(panel).item(n).text() for n in range(2)] == [
        "수소 공장   version 1 · 2026-01-02",
        "나래강 어민회   version 2 · 2026-01-03",
    ]
    assert panel.accessibleName() == "Done before the labels changed: 2. The labels are at version 4."


def test_enter_opens_and_space_checks_the_current_one(qtbot, panel):
    with qtbot.waitSignal(panel.version_shown) as shown:
        QTest.keyClick(rows(panel), Qt.Key.Key_Down)
    assert shown.args == [2]
    with qtbot.waitSignal(panel.open_wished) as opened:
        QTest.keyClick(rows(panel), Qt.Key.Key_Return)
    assert opened.args == [7]
    with qtbot.waitSignal(panel.check_wished) as checked:
        QTest.keyClick(rows(panel), Qt.Key.Key_Space)
    assert checked.args == [(7,)]


def test_the_buttons_do_the_same_and_one_checks_all(qtbot, panel):
    for name, signal, args in (
        ("open", panel.open_wished, [3]),
        ("check", panel.check_wished, [(3,)]),
        ("check-all", panel.check_wished, [(3, 7)]),
        ("close", panel.close_wished, []),
    ):
        with qtbot.waitSignal(signal) as wished:
            qtbot.mouseClick(panel.findChild(QWidget, f"done-before-{name}"), Qt.MouseButton.LeftButton)
        assert wished.args == args


def test_a_row_that_goes_leaves_the_next_one_current(panel):
    rows(panel).setCurrentRow(0)
    panel.set_documents(DOCUMENTS[1:], 4)
    assert rows(panel).currentRow() == 0
    panel.set_documents([], 4)
    assert panel.accessibleName().startswith("Every done document")
    for name in ("open", "check", "check-all"):
        assert not panel.findChild(QWidget, f"done-before-{name}").isEnabled()


def test_nothing_is_checked_where_the_project_can_only_be_read(qtbot, panel):
    panel.set_editable(editable=False)
    with qtbot.assertNotEmitted(panel.check_wished):
        QTest.keyClick(rows(panel), Qt.Key.Key_Space)
    assert not panel.findChild(QWidget, "done-before-check").isEnabled()
    assert panel.findChild(QWidget, "done-before-open").isEnabled()


def test_every_widget_is_named_in_either_language(panel):
    assert [widget.objectName() for widget in unnamed(panel)] == []
    with LanguageSwitch(QApplication.instance()):
        assert panel.findChild(QWidget, "done-before-open").text() == "«Open (Enter)»"
    assert panel.findChild(QWidget, "done-before-open").text() == "Open (Enter)"

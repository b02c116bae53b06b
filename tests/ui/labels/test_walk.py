"""The walk panel: a digit relabels, Enter and Space keep, Backspace goes back, wherever in it the keyboard is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.labels import LabelSet
from annotator.ui.labels.passage import Passage, sides
from annotator.ui.labels.walk import WalkPanel, WalkStop
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, unnamed
from tests.support.sample_spans import AGENCY, AMOUNT, DATE, EVERY_KIND, LABELS

STOP = WalkStop(2, 12, "수소 공장", "…어제 ", "한빛시", "는 밝혔다…", AGENCY, "한빛시청")


@pytest.fixture
def panel(qtbot):
    made = WalkPanel(LIGHT)
    qtbot.addWidget(made)
    made.set_labels(LABELS, AGENCY)
    made.show_stop(STOP, "", {})
    made.resize(740, 400)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_it_says_where_the_walk_is(panel):
    assert panel.accessibleName() == "Walk over the spans of 기관"
    assert panel.accessibleDescription() == "2 of 12 · 수소 공장"
    assert "한빛시" in panel.findChild(QWidget, "passage").accessibleName()
    assert panel.findChild(QWidget, "walk-value").text() == "한빛시청"


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier], ids=["row", "keypad"]
)
def test_a_digit_relabels(qtbot, panel, modifier):
    with qtbot.waitSignal(panel.relabel_wished) as wished:
        QTest.keyClick(panel, Qt.Key.Key_4, modifier)
    assert wished.args == [DATE]


def test_a_digit_that_no_label_has_does_nothing(qtbot, panel):
    with qtbot.assertNotEmitted(panel.relabel_wished):
        QTest.keyClick(panel, Qt.Key.Key_9)
        QTest.keyClick(panel, Qt.Key.Key_0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_keep(qtbot, panel, key):
    with qtbot.waitSignal(panel.keep_wished):
        QTest.keyClick(panel, key)


def test_backspace_goes_back(qtbot, panel):
    with qtbot.waitSignal(panel.back_wished):
        QTest.keyClick(panel, Qt.Key.Key_Backspace)


def test_the_keys_work_with_the_keyboard_on_a_button_too(qtbot, panel):
    show = panel.findChild(QWidget, "walk-show")
    show.setFocus()
    qtbot.waitUntil(show.hasFocus)
    with qtbot.waitSignals([panel.relabel_wished, panel.keep_wished]):
        QTest.keyClick(show, Qt.Key.Key_3)
        QTest.keyClick(show, Qt.Key.Key_Return)


def test_the_mouse_alone_is_enough(qtbot, panel):
    for name, signal in (
        ("keep", panel.keep_wished),
        ("back", panel.back_wished),
        ("show", panel.show_wished),
        ("close", panel.close_wished),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(panel.findChild(QWidget, f"walk-{name}"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.relabel_wished) as wished:
        qtbot.mouseClick(panel.findChild(QWidget, "label-amount"), Qt.MouseButton.LeftButton)
    assert wished.args == [AMOUNT]


def test_a_label_without_a_digit_is_chosen_from_a_list(qtbot, panel):
    more = panel.findChild(QWidget, "walk-more")
    assert not more.isVisible()
    bare = replace(EVERY_KIND.labels[-1], hotkey="")
    panel.set_labels(LabelSet("set", 1, (*EVERY_KIND.labels[:-1], bare)), AGENCY)
    qtbot.waitUntil(more.isVisible)
    more.setFocus()
    with qtbot.waitSignal(panel.relabel_wished) as wished:
        QTest.keyClick(more, Qt.Key.Key_Down)
    assert wished.args == [bare.id]


def test_at_its_end_it_says_what_was_decided_and_enter_closes(qtbot, panel):
    panel.show_stop(None, "All seen.", {AGENCY: 3})
    assert panel.accessibleDescription() == "All seen."
    assert not panel.findChild(QWidget, "walk-keep").isEnabled()
    with qtbot.assertNotEmitted(panel.relabel_wished):
        QTest.keyClick(panel, Qt.Key.Key_1)
    with qtbot.waitSignal(panel.close_wished):
        QTest.keyClick(panel, Qt.Key.Key_Return)


def test_every_widget_is_named(panel):
    assert [widget.objectName() for widget in unnamed(panel)] == []


def test_a_switch_of_language_is_followed(panel):
    with LanguageSwitch(QApplication.instance()):
        assert panel.findChild(QWidget, "walk-keep").text() == "«Keep (Enter)»"
    assert panel.findChild(QWidget, "walk-keep").text() == "Keep (Enter)"


def test_what_stands_around_a_span_is_cut_with_an_ellipsis():
    text = "가나다라마바사"
    assert sides(text, 3, 4, 2) == ("…나다", "마바…")
    assert sides(text, 1, 6, 9) == ("가", "사")


def test_the_span_is_marked_in_its_words_whatever_stands_before_it(qtbot):
    passage = Passage(LIGHT)
    qtbot.addWidget(passage)
    passage.resize(500, passage.sizeHint().height())
    pictures = []
    for before in ("🎉🎉 가나 ", "가나 " * 60):
        for quote in ("한빛시", "한빛시는"):
            passage.show_passage(before, quote, " 밝혔다", "label-1")
            pictures.append(passage.grab().toImage())
            colours = {
                pictures[-1].pixelColor(x, y).name()
                for x in range(0, pictures[-1].width(), 2)
                for y in range(0, pictures[-1].height(), 2)
            }
            assert LIGHT.tint("label-1").lower() in colours
    assert pictures[0] != pictures[1]
    passage.set_theme(DARK)
    assert passage.grab().toImage() != pictures[-1]

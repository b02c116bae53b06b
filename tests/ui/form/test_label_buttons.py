import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.ui.form.label_buttons import LabelButtons
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch
from tests.support.sample_spans import AGENCY, DATE, EVERY_KIND, LABELS, SECTOR


@pytest.fixture
def buttons(qtbot):
    buttons = LabelButtons(LIGHT)
    qtbot.addWidget(buttons)
    buttons.set_labels(LABELS)
    buttons.resize(320, buttons.sizeHint().height())
    buttons.show()
    return buttons


def button(buttons, label_id):
    return next(b for b in buttons.buttons() if b.label.id == label_id)


def test_a_click_chooses_the_label(qtbot, buttons):
    with qtbot.waitSignal(buttons.label_chosen) as chosen:
        qtbot.mouseClick(button(buttons, DATE), Qt.MouseButton.LeftButton)
    assert chosen.args == [DATE]


def test_a_click_leaves_the_keyboard_where_it_is(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    article, buttons = QLineEdit(window), LabelButtons(LIGHT, window)
    column = QVBoxLayout(window)
    column.addWidget(article)
    column.addWidget(buttons)
    buttons.set_labels(LABELS)
    window.show()
    window.activateWindow()
    article.setFocus()
    qtbot.waitUntil(article.hasFocus)
    qtbot.mouseClick(button(buttons, AGENCY), Qt.MouseButton.LeftButton)
    assert article.hasFocus()


def test_counts_are_shown_and_said(buttons):
    before = button(buttons, SECTOR).grab().toImage()
    buttons.set_counts({SECTOR: 1234})
    assert button(buttons, SECTOR).grab().toImage() != before
    assert button(buttons, SECTOR).count == 1234
    assert button(buttons, AGENCY).count == 0
    assert button(buttons, SECTOR).accessibleName() == "분야 (SECTOR), 1,234 spans"


def test_counts_outlive_a_change_of_the_label_set(buttons):
    buttons.set_counts({DATE: 7})
    buttons.set_labels(LabelSet("set", 2, LABELS.labels[::-1]))
    assert [b.label.key for b in buttons.buttons()] == ["DATE", "AMOUNT", "SECTOR", "AGENCY"]
    assert button(buttons, DATE).count == 7


def test_the_same_label_set_again_keeps_the_buttons(buttons):
    before = buttons.buttons()
    buttons.set_labels(LabelSet("set", 1, LABELS.labels))
    assert buttons.buttons() == before


def test_the_tooltip_is_the_guideline(buttons):
    assert LABELS.labels[0].description in button(buttons, AGENCY).toolTip()
    assert "Key 1" in button(buttons, AGENCY).toolTip()


def test_the_current_label_is_marked(buttons):
    before = button(buttons, AGENCY).grab().toImage()
    buttons.set_current(AGENCY)
    assert button(buttons, AGENCY).grab().toImage() != before
    buttons.set_current(None)
    assert button(buttons, AGENCY).grab().toImage() == before


def test_disabled_labels_cannot_be_chosen(qtbot, buttons):
    buttons.set_enabled(enabled=False)
    with qtbot.assertNotEmitted(buttons.label_chosen):
        qtbot.mouseClick(button(buttons, AGENCY), Qt.MouseButton.LeftButton)


def test_the_pointer_brings_up_a_label_and_lets_it_go(qtbot, buttons):
    said = []
    buttons.label_hovered.connect(said.append)
    qtbot.mouseMove(button(buttons, SECTOR), QPoint(20, 5))
    QApplication.sendEvent(buttons, QEvent(QEvent.Type.Leave))
    assert said == [SECTOR, 0]


def test_many_labels_stand_in_two_columns(qtbot, buttons):
    one = buttons.sizeHint().height()
    buttons.set_labels(EVERY_KIND)
    assert buttons.sizeHint().height() == one  # four rows of two
    assert [b.label.id for b in buttons.buttons()] == [label.id for label in EVERY_KIND.labels]


def test_labels_of_the_same_hue_are_told_apart(buttons):
    buttons.set_labels(EVERY_KIND)
    first, fifth = button(buttons, 1), button(buttons, 5)
    assert LIGHT.look(first.label.role).colour == LIGHT.look(fifth.label.role).colour
    square = (32, 4, 20, 22)
    assert first.grab().copy(*square).toImage() != fifth.grab().copy(*square).toImage()


def test_the_theme_changes_the_colours(buttons):
    before = button(buttons, AGENCY).grab().toImage()
    buttons.set_theme(DARK)
    assert button(buttons, AGENCY).grab().toImage() != before


def test_words_follow_the_language(qapp, buttons):
    with LanguageSwitch(qapp):
        assert button(buttons, AGENCY).accessibleName() == "«기관 (AGENCY), 0 spans»"
    assert button(buttons, AGENCY).accessibleName() == "기관 (AGENCY), 0 spans"

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import CheckButton, OrderButton, TextButton
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField
from tests.support.typing_korean import type_korean


@pytest.fixture
def table(qtbot):
    table = QuietTable()
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    for row in range(30):
        model.appendRow(QStandardItem(f"abc {row}"))
    for row in range(30):
        model.item(row).setEditable(False)
    table.setModel(model)
    table.resize(200, 300)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.show_row(0)
    return table


@pytest.fixture
def chosen(table):
    rows = []
    table.row_chosen.connect(rows.append)
    return rows


def at_row(table, row):
    return table.visualRect(table.model().index(row, 0)).center()


def test_a_click_says_its_row_once_and_again_on_the_same_row(qtbot, table, chosen):
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at_row(table, 3))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at_row(table, 3))
    assert chosen == [3, 3]


def test_arrow_keys_and_enter_say_their_row(qtbot, table, chosen):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Enter):
        qtbot.keyClick(table, key)
    assert chosen == [1, 2, 2, 1, 1]


def test_a_drag_says_the_row_on_which_it_ends(qtbot, table, chosen):
    viewport = table.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at_row(table, 2))
    qtbot.mouseMove(viewport, at_row(table, 4))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at_row(table, 4))
    assert chosen == [table.currentIndex().row()]


def test_what_the_program_shows_is_not_said(table, chosen):
    table.show_row(20)
    assert table.currentIndex().row() == 20
    assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    table.show_row(-1)
    assert not table.selectionModel().hasSelection()
    assert chosen == []


def test_letters_and_digits_are_no_search_and_open_no_editor(qtbot, table, chosen):
    for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_F2):
        qtbot.keyClick(table, key)
    assert chosen == []
    assert table.currentIndex().row() == 0
    assert table.state() == QuietTable.State.NoState


def test_the_input_method_stays_away_with_the_keyboard_in_the_table(table):
    assert table.hasFocus()
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not table.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_rows_grow_with_the_text(table):
    before = table.rowHeight(0)
    font = table.font()
    font.setPixelSize(24)
    table.setFont(font)
    assert table.rowHeight(0) > before


def test_the_wheel_passes_over_a_combo_box(qtbot):
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.addItems(["가", "나", "다"])
    combo.show()
    combo.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 0


@pytest.fixture
def field(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field = SearchField(window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.said = []
    field.sought.connect(field.said.append)
    yield field
    window.close()


def test_a_search_speaks_after_a_quiet_and_only_of_the_last_state(qtbot, field):
    with qtbot.waitSignal(field.sought):
        type_korean(field, "반도체")
    assert field.said == ["반도체"]


def test_a_search_speaks_at_once_on_enter_and_not_again(qtbot, field):
    qtbot.keyClicks(field, "AI")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.said == ["AI"]


def test_escape_empties_the_search_then_leaves_it(qtbot, field):
    qtbot.keyClicks(field, "AI")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(field.escaped):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.said == ["AI", ""]
    with qtbot.waitSignal(field.escaped):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_down_speaks_and_leaves_the_search(qtbot, field):
    qtbot.keyClicks(field, "x")
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.said == ["x"]


def test_a_combo_box_cuts_a_long_entry(qtbot):
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.addItem("정책과 사업의 아주 긴 이름을 가진 라벨")
    combo.setFixedWidth(100)
    assert combo.minimumSizeHint().width() <= 100
    assert not combo.grab().isNull()


def test_a_check_box_is_clicked_on_its_words_and_by_the_keyboard(qtbot):
    check = CheckButton()
    qtbot.addWidget(check)
    check.setText("불확실")
    check.resize(check.sizeHint())
    check.show()
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(check.width() - 6, check.height() // 2))
    assert check.isChecked()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert not check.isChecked()


def test_a_word_button_is_as_wide_as_its_word(qtbot):
    short, long = TextButton(), TextButton()
    for button, text in ((short, "닫기"), (long, "모든 문서 보기")):
        qtbot.addWidget(button)
        button.setText(text)
    assert long.sizeHint().width() > short.sizeHint().width()


def test_the_order_button_looks_different_when_it_is_turned(qtbot):
    order = OrderButton()
    qtbot.addWidget(order)
    order.resize(order.sizeHint())
    up = order.grab().toImage()
    order.setChecked(True)
    assert order.grab().toImage() != up

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QTableView

from annotator.core.values import Norm
from annotator.ui.form.span_list import SpanList
from annotator.ui.form.span_model import Column
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, unnamed
from tests.support.sample_spans import AGENCY, LABELS, SECTOR, make_span
from tests.support.typing_korean import type_korean

MANY = tuple(
    make_span(id_, ("국립과학재단", "반도체")[id_ % 2], (AGENCY, SECTOR)[id_ % 2]) for id_ in range(1, 5001)
)


@pytest.fixture
def spans(qtbot):
    spans = SpanList(LIGHT)
    qtbot.addWidget(spans)
    spans.set_spans(MANY, LABELS)
    spans.resize(340, 400)
    spans.show()
    spans.activateWindow()
    qtbot.waitUntil(spans.isActiveWindow)
    return spans


def click_row(qtbot, spans, row, modifier=Qt.KeyboardModifier.NoModifier):
    place = spans.table.visualRect(spans.model.index(row, Column.TEXT)).center()
    qtbot.mouseClick(spans.table.viewport(), Qt.MouseButton.LeftButton, modifier, pos=place)


def test_a_click_and_the_arrow_keys_activate_a_span(qtbot, spans):
    said = []
    spans.span_activated.connect(said.append)
    click_row(qtbot, spans, 2)
    qtbot.keyClick(spans.table, Qt.Key.Key_Down)
    qtbot.keyClick(spans.table, Qt.Key.Key_Return)
    assert said == [3, 4, 4]


def test_what_the_program_makes_current_comes_into_sight_and_is_not_said(qtbot, spans):
    with qtbot.assertNotEmitted(spans.span_activated):
        spans.set_current(4000)
    rect = spans.table.visualRect(spans.model.index(3999, Column.TEXT))
    assert spans.table.viewport().rect().contains(rect.center())
    assert spans.selected_ids() == [4000]
    spans.set_current(None)
    assert spans.selected_ids() == []


def test_the_current_span_stays_current_when_rows_come_go_and_change(qtbot, spans):
    spans.set_current(100)
    with qtbot.assertNotEmitted(spans.span_activated):
        spans.set_spans(MANY[10:], LABELS)
        assert spans.selected_ids() == [100]
        spans.set_spans(MANY, LABELS)
        assert spans.selected_ids() == [100]
        spans.set_spans(tuple(replace(s, note="x") if s.id == 100 else s for s in MANY), LABELS)
        assert spans.selected_ids() == [100]
        spans.set_spans(tuple(s for s in MANY if s.id != 100), LABELS)
    assert spans.selected_ids() == []


def test_an_edit_elsewhere_does_not_scroll(spans):
    spans.set_current(3000)
    before = spans.table.verticalScrollBar().value()
    spans.set_spans(tuple(replace(s, note="x") if s.id == 5 else s for s in MANY), LABELS)
    assert spans.table.verticalScrollBar().value() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_wishes_the_chosen_spans_gone(qtbot, spans, key):
    click_row(qtbot, spans, 1)
    click_row(qtbot, spans, 4, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(spans.removal_wished) as wished:
        qtbot.keyClick(spans.table, key)
    assert wished.args == [[2, 3, 4, 5]]
    assert spans.model.rowCount() == len(MANY)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_of_a_row_removes_and_is_not_offered_where_nothing_may_change(qtbot, spans):
    click_row(qtbot, spans, 0)
    place = spans.table.visualRect(spans.model.index(0, Column.TEXT)).center()
    spans.table.customContextMenuRequested.emit(place)
    menu = spans.findChild(QMenu, "span-menu")
    assert menu.isVisible()
    with qtbot.waitSignal(spans.removal_wished):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    spans.set_editable(editable=False)
    with qtbot.assertNotEmitted(spans.removal_wished):
        qtbot.keyClick(spans.table, Qt.Key.Key_Delete)


def test_the_list_is_narrowed_by_label(qtbot, spans):
    label = spans.findChild(QComboBox, "span-filter")
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Down)
    assert label.currentText() == "기관"
    assert spans.model.rowCount() == 2500
    qtbot.keyClick(label, Qt.Key.Key_Up)
    assert spans.model.rowCount() == 5000


def test_the_list_is_narrowed_by_text_and_the_current_span_stays(qtbot, spans):
    spans.set_current(101)
    field = spans.findChild(QLineEdit, "span-search")
    field.setFocus()
    with qtbot.waitSignal(field.sought):
        type_korean(field, "반도")
    assert spans.model.rowCount() == 2500
    assert spans.selected_ids() == [101]
    type_korean(field, "가")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hint = spans.findChild(QLabel, "span-list-hint")
    assert hint.isVisible()
    assert hint.text() == "No span like this."


def test_an_empty_list_says_so(spans):
    spans.set_spans((), LABELS)
    assert spans.findChild(QLabel, "span-list-hint").text() == "No spans yet."


def test_actions_of_the_flow_keys_go_before_the_keys_of_the_table(qtbot, spans):
    fired = []
    action = QAction(spans)
    action.setShortcuts(["1", "Return", "Tab", "Delete"])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: fired.append(True))
    spans.table.addAction(action)
    click_row(qtbot, spans, 0)
    spans.table.setFocus()
    with qtbot.assertNotEmitted(spans.removal_wished):
        for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Delete):
            qtbot.keyClick(spans.table, key)
    assert len(fired) == 4


def test_the_table_is_told_to_a_screen_reader(spans):
    table = QAccessible.queryAccessibleInterface(spans.table)
    assert table.text(QAccessible.Text.Name) == "Spans in reading order"
    # The children stand row after row, the headers among them.
    second_row_text = table.child(2 * (len(Column) + 1) + 1 + Column.TEXT)
    assert second_row_text.text(QAccessible.Text.Name) == "기관, 국립과학재단, 20 to 26"


def test_the_columns_share_the_whole_width(spans):
    widths = sum(spans.table.columnWidth(column) for column in Column)
    assert widths == spans.table.viewport().width()
    spans.resize(500, 400)
    assert sum(spans.table.columnWidth(column) for column in Column) == spans.table.viewport().width()


def test_marks_for_doubt_and_note_are_seen(spans):
    def picture(**changes):
        spans.set_spans((replace(MANY[0], **changes),), LABELS)
        rect = spans.table.visualRect(spans.model.index(0, Column.MARKS))
        return spans.table.viewport().grab(rect).toImage()

    pictures = [picture(), picture(unsure=True), picture(note="메모"), picture(unsure=True, note="메모")]
    for index, one in enumerate(pictures):
        assert all(one != other for other in pictures[index + 1 :])


def test_the_theme_changes_the_colours_and_the_filter_stays(qtbot, spans):
    label = spans.findChild(QComboBox, "span-filter")
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Down)
    rect = spans.table.visualRect(spans.model.index(1, Column.LABEL))
    before = spans.table.viewport().grab(rect).toImage()
    spans.set_theme(DARK)
    assert spans.table.viewport().grab(rect).toImage() != before
    assert label.currentText() == "기관"
    assert spans.model.rowCount() == 2500


def test_words_follow_the_language_and_the_filter_stays(qtbot, qapp, spans):
    label = spans.findChild(QComboBox, "span-filter")
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Down)
    with LanguageSwitch(qapp):
        assert label.itemText(0) == "«All labels»"
        assert label.currentText() == "기관"
        assert spans.findChild(QLineEdit, "span-search").placeholderText() == "«Find»"
    assert spans.model.rowCount() == 2500


def test_all_that_can_be_reached_has_names(spans):
    assert unnamed(spans) == []
    assert spans.findChild(QTableView, "span-table") is spans.table
    assert QApplication.focusWidget() is not None


def test_a_code_is_shown_and_found_by_its_name(qtbot, spans):
    coded = replace(MANY[0], norm=Norm("sector", "KR-NST-01", ref="kr-nst"))
    spans.set_spans((coded, *MANY[1:]), LABELS)
    value = spans.model.index(0, Column.VALUE)
    assert value.data() == "KR-NST-01"
    spans.model.names.set_source(lambda norm: "반도체·디스플레이" if norm.value == "KR-NST-01" else "")
    assert value.data() == "반도체·디스플레이"
    assert "KR-NST-01" in value.data(Qt.ItemDataRole.ToolTipRole)
    spans.findChild(QLineEdit).setText("디스플레이")
    qtbot.waitUntil(lambda: spans.model.rowCount() == 1)

"""The editor of the label set says wishes and shows what it is given; it changes nothing by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.values import ValueKind
from annotator.ui.labels.editor import LabelEditor
from annotator.ui.labels.question import Asked
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, unnamed
from tests.support.sample_spans import AMOUNT, CHOICE, DATE, EVERY_KIND, LABELS, SECTOR
from tests.support.typing_korean import type_korean


@pytest.fixture
def editor(qtbot):
    made = LabelEditor(LIGHT)
    qtbot.addWidget(made)
    made.set_labels(LABELS, "")
    made.set_editable(editable=True)
    made.resize(740, 480)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.rows.hasFocus)
    return made


def rows(editor):
    return [editor.list.rows.item(n).text().split("\n")[0] for n in range(editor.list.rows.count())]


def test_labels_are_listed_with_digit_title_and_key(editor):
    assert rows(editor) == ["1  기관  AGENCY", "2  분야  SECTOR", "3  금액  AMOUNT", "4  날짜  DATE"]


def test_the_arrow_keys_go_along_the_labels_and_show_each(editor):
    QTest.keyClick(editor.list.rows, Qt.Key.Key_Down)
    assert editor.label == LABELS.by_id(SECTOR)
    assert editor.fields.key.text() == "SECTOR"
    assert editor.fields.title.text() == "분야"
    assert editor.fields.kind.currentText() == "code"
    assert editor.fields.digit.currentData() == "2"
    assert editor.fields.colour.currentData() == "label-2"
    assert editor.fields.description.toPlainText() == LABELS.by_id(SECTOR).description


def test_delete_and_the_button_wish_the_label_gone(qtbot, editor):
    editor.show_label(AMOUNT)
    for wish in (
        lambda: QTest.keyClick(editor.list.rows, Qt.Key.Key_Delete),
        lambda: qtbot.mouseClick(editor.findChild(QWidget, "labels-remove"), Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(editor.list.removal_wished) as wished:
            wish()
        assert wished.args == [AMOUNT]


def test_ctrl_with_up_and_down_moves_the_label(qtbot, editor):
    editor.show_label(SECTOR)
    for key, by in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
        with qtbot.waitSignal(editor.list.move_wished) as wished:
            QTest.keyClick(editor.list.rows, key, Qt.KeyboardModifier.ControlModifier)
        assert wished.args == [SECTOR, by]


def test_the_search_looks_through_names_and_guidelines_and_shows_where(qtbot, editor):
    search = editor.findChild(QWidget, "labels-search")
    search.setFocus()
    type_korean(search, "조사")
    qtbot.waitUntil(lambda: len(rows(editor)) == 1)
    assert "이름과 조사는" in editor.list.rows.item(0).text()
    search.clear()
    type_korean(search, "sec")
    qtbot.waitUntil(lambda: rows(editor) == ["2  분야  SECTOR"])
    search.clear()
    type_korean(search, "없는 말")
    qtbot.waitUntil(lambda: rows(editor) == [])


def test_a_label_that_is_shown_is_not_hidden_by_what_was_sought(qtbot, editor):
    search = editor.findChild(QWidget, "labels-search")
    type_korean(search, "조사")
    qtbot.waitUntil(lambda: len(rows(editor)) == 1)
    editor.show_label(DATE)
    assert len(rows(editor)) == 4
    assert editor.label == LABELS.by_id(DATE)


def test_a_key_is_said_when_it_is_whole_and_esc_brings_the_old_one_back(qtbot, editor):
    key = editor.fields.key
    key.setFocus()
    key.selectAll()
    given, typed = [], []
    editor.fields.key_given.connect(given.append)
    editor.fields.key_typed.connect(typed.append)
    type_korean(key, "ORG")
    assert (given, typed[-1]) == ([], "ORG")
    QTest.keyClick(key, Qt.Key.Key_Escape)
    assert key.text() == "AGENCY"
    key.selectAll()
    type_korean(key, "ORG")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert given == ["ORG"]


def test_title_and_guideline_are_said_as_they_are_typed_and_a_redraw_leaves_the_caret(qtbot, editor):
    titles, texts = [], []
    editor.fields.title_edited.connect(titles.append)
    editor.fields.description_edited.connect(texts.append)
    editor.fields.title.setFocus()
    editor.fields.title.setCursorPosition(1)
    type_korean(editor.fields.title, "x")
    assert titles == ["기x관"]
    changed = replace(DEFAULT_LABELS[0], title="기x관")
    editor.set_labels(LabelSet("set", 1, (changed, *DEFAULT_LABELS[1:])), "")
    assert (editor.fields.title.text(), editor.fields.title.cursorPosition()) == ("기x관", 2)
    editor.fields.description.setFocus()
    type_korean(editor.fields.description, "새 ")
    assert texts[-1].startswith("새 이름이")


def test_colour_and_digit_name_who_else_has_them(editor):
    colour, digit = editor.fields.colour, editor.fields.digit
    assert [colour.itemText(n) for n in (0, 1, 4, 8)] == [
        "blue, single line", "green, single line · 분야", "blue, double line", "blue, dotted line",
    ]  # fmt: skip
    assert [digit.itemText(n) for n in (0, 1, 2, 5)] == ["none", "1", "2 · 분야", "5"]


def test_choosing_says_the_colour_the_digit_and_the_kind(editor):
    fields = editor.fields
    for combo, signal, key, said in (
        (fields.colour, fields.colour_chosen, Qt.Key.Key_End, "label-9"),
        (fields.digit, fields.digit_chosen, Qt.Key.Key_Home, ""),
        (fields.kind, fields.kind_chosen, Qt.Key.Key_Down, ValueKind.CODE),
    ):
        heard = []
        signal.connect(heard.append)
        combo.setFocus()
        QTest.keyClick(combo, key)
        assert heard == [said]


def test_choices_are_shown_where_the_kind_has_them_and_said_when_they_are_left(qtbot, editor):
    assert not editor.fields.choices.isVisible()
    editor.set_labels(EVERY_KIND, "")
    editor.show_label(CHOICE)
    qtbot.waitUntil(editor.fields.choices.isVisible)
    assert editor.fields.choices.toPlainText() == "계획\n시행"
    editor.fields.choices.setFocus()
    editor.fields.choices.moveCursor(editor.fields.choices.textCursor().MoveOperation.End)
    QTest.keyClick(editor.fields.choices, Qt.Key.Key_Return)
    type_korean(editor.fields.choices, " 완료 ")
    with qtbot.waitSignal(editor.fields.choices_given) as given:
        editor.list.setFocus()
    assert given.args == [("계획", "시행", "완료")]


def test_a_question_is_answered_by_its_buttons_by_enter_and_taken_back_by_esc(qtbot, editor):
    asked = Asked("Was?", (("one", "One"), ("two", "Two")), choices=(("분야", 2), ("금액", 3)))
    editor.ask(asked)
    question = editor.question
    question.findChild(QWidget, "label-question-choice").setCurrentIndex(1)
    with qtbot.waitSignal(question.answered) as answered:
        qtbot.mouseClick(question.findChild(QWidget, "label-answer-2"), Qt.MouseButton.LeftButton)
    assert answered.args == ["two", 3]
    editor.ask(Asked("Key?", (("add", "Add"),), field="Key"))
    field = question.findChild(QWidget, "label-question-field")
    qtbot.waitUntil(field.hasFocus)
    type_korean(field, "NEW")
    with qtbot.waitSignal(question.answered) as answered:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert answered.args == ["add", "NEW"]
    with qtbot.waitSignal(question.taken_back):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not question.isVisible()
    qtbot.waitUntil(editor.list.rows.hasFocus)


def test_what_can_only_be_read_takes_nothing(qtbot, editor):
    editor.set_editable(editable=False)
    type_korean(editor.fields.title, "x")
    assert editor.fields.title.text() == "기관"
    for name in ("add", "split", "up", "down", "remove", "import", "undo"):
        assert not editor.findChild(QWidget, f"labels-{name}").isEnabled(), name
    for name in ("walk", "export", "close"):
        assert editor.findChild(QWidget, f"labels-{name}").isEnabled(), name


def test_undo_names_the_step_and_is_there_only_where_there_is_one(qtbot, editor):
    undo = editor.findChild(QWidget, "labels-undo")
    assert not undo.isEnabled()
    editor.set_labels(LABELS, "colour of AGENCY")
    assert undo.isEnabled()
    assert "colour of AGENCY" in undo.accessibleName()
    with qtbot.waitSignal(editor.undo_wished):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)


def test_the_current_label_gives_way_to_its_neighbour_where_it_is_gone(editor):
    editor.show_label(SECTOR)
    rest = tuple(label for label in DEFAULT_LABELS if label.id != SECTOR)
    editor.set_labels(LabelSet("set", 2, rest), "")
    assert editor.label == rest[1]
    editor.set_labels(LabelSet("set", 3, ()), "")
    assert editor.label is None
    assert not editor.fields.isEnabled()


def test_documents_done_before_are_counted(qtbot, editor):
    before = editor.findChild(QWidget, "labels-before")
    assert not before.isVisible()
    editor.set_done_before(1234)
    assert "1,234" in before.text()
    with qtbot.waitSignal(editor.before_wished):
        qtbot.mouseClick(before, Qt.MouseButton.LeftButton)


def test_every_widget_is_named(editor):
    editor.set_labels(EVERY_KIND, "x")
    editor.show_label(CHOICE)
    editor.ask(Asked("Was?", (("one", "One"),), choices=(("분야", 2),)))
    editor.set_done_before(2)
    shown = [widget for widget in unnamed(editor) if not widget.isHidden()]
    assert [widget.objectName() for widget in shown] == []


def test_a_switch_of_language_is_followed(editor):
    with LanguageSwitch(QApplication.instance()):
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        assert editor.findChild(QWidget, "labels-add").text() == "«Add…»"
        assert editor.fields.kind.itemText(0) == "«no value»"
        assert editor.fields.key.accessibleName() == "«Key in files»"
    assert editor.findChild(QWidget, "labels-add").text() == "Add…"


def test_another_theme_changes_the_swatches(editor):
    before = editor.list.rows.item(0).icon().pixmap(14, 14).toImage()
    editor.set_theme(DARK)
    assert editor.list.rows.item(0).icon().pixmap(14, 14).toImage() != before


def test_a_chosen_row_keeps_the_colours_of_its_swatch(editor):
    from PySide6.QtGui import QIcon

    icon = editor.list.rows.item(0).icon()
    plain = icon.pixmap(14, 14).toImage()
    assert icon.pixmap(14, 14, QIcon.Mode.Selected).toImage() == plain

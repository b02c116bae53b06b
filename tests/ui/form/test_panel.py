import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QScrollArea

from annotator.core.values import Norm
from annotator.ui.fonts import TextSize
from annotator.ui.form.panel import FormPanel
from annotator.ui.form.span_model import Column
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, dress, unnamed
from tests.support.sample_spans import AGENCY, AMOUNT, DATE, EVERY_KIND, LABELS, make_span
from tests.support.typing_korean import type_korean

SPANS = (
    make_span(1, "복지부", norm=Norm("name", "보건복지부")),
    make_span(2, "9일", DATE, norm=Norm("date", "2023-12-09")),
    make_span(3, "1000만 달러", AMOUNT, norm=Norm("money", "10000000", "USD", "EQUAL_OR_MORE")),
)


def fill(panel, current=1, labels=LABELS):
    panel.set_labels(labels)
    panel.set_counts({AGENCY: 1, DATE: 1, AMOUNT: 1})
    panel.set_spans(SPANS, labels)
    panel.show_span(next((span for span in SPANS if span.id == current), None), labels, "body")
    panel.set_current(current)


@pytest.fixture
def panel(qtbot):
    panel = FormPanel(LIGHT)
    qtbot.addWidget(panel)
    fill(panel)
    panel.resize(340, 680)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def guideline(panel):
    return panel.findChild(QLabel, "guideline-text")


def test_the_wishes_of_all_parts_go_out_through_the_panel(qtbot, panel):
    with qtbot.waitSignal(panel.label_chosen) as chosen:
        qtbot.mouseClick(panel.labels.buttons()[3], Qt.MouseButton.LeftButton)
    assert chosen.args == [DATE]
    panel.focus_value()
    panel.findChild(QLineEdit, "value-text").end(False)
    with qtbot.waitSignal(panel.value_edited) as value:
        type_korean(panel.findChild(QLineEdit, "value-text"), "가")
    assert value.args == [1, Norm("name", "보건복지부가")]
    with qtbot.waitSignal(panel.editing_finished):
        panel.focus_note()
    with qtbot.waitSignal(panel.note_edited) as note:
        type_korean(panel.findChild(QPlainTextEdit, "note"), "나")
    assert note.args == [1, "나"]
    with qtbot.waitSignal(panel.returned):
        qtbot.keyClick(panel.findChild(QPlainTextEdit, "note"), Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.unsure_toggled) as unsure:
        qtbot.mouseClick(panel.findChild(QAbstractButton, "span-unsure"), Qt.MouseButton.LeftButton)
    assert unsure.args == [1, True]
    label = panel.findChild(QComboBox, "span-label")
    label.setFocus()
    with qtbot.waitSignal(panel.relabel_wished) as relabel:
        qtbot.keyClick(label, Qt.Key.Key_End)
    assert relabel.args == [1, DATE]
    place = panel.spans.table.visualRect(panel.spans.model.index(1, Column.TEXT)).center()
    with qtbot.waitSignal(panel.span_activated) as activated:
        qtbot.mouseClick(panel.spans.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated.args == [2]
    with qtbot.waitSignal(panel.removal_wished) as removal:
        qtbot.keyClick(panel.spans.table, Qt.Key.Key_Delete)
    assert removal.args == [[2]]


def test_escape_in_the_empty_filter_goes_back_to_the_article(qtbot, panel):
    with qtbot.waitSignal(panel.returned):
        qtbot.keyClick(panel.findChild(QLineEdit, "span-search"), Qt.Key.Key_Escape)


def test_the_guideline_is_that_of_the_current_span_and_of_the_label_under_the_pointer(qtbot, panel):
    described = {label.id: label.description for label in LABELS.labels}
    assert guideline(panel).text() == described[AGENCY]
    panel.show_span(SPANS[2], LABELS, "body")
    assert guideline(panel).text() == described[AMOUNT]
    panel.labels.label_hovered.emit(DATE)
    assert guideline(panel).text() == described[DATE]
    panel.labels.label_hovered.emit(0)
    assert guideline(panel).text() == described[AMOUNT]
    panel.show_span(None, LABELS, "")
    assert guideline(panel).text() == described[AMOUNT]
    qtbot.mouseClick(panel.labels.buttons()[0], Qt.MouseButton.LeftButton)
    panel.labels.label_hovered.emit(0)
    assert guideline(panel).text() == described[AGENCY]


def test_nothing_moves_when_another_guideline_comes_up(panel):
    card = panel.card.pos()
    for label in LABELS.labels:
        panel.labels.label_hovered.emit(label.id)
        panel.layout().activate()
        assert panel.card.pos() == card


def test_the_guideline_folds_away_and_says_so(qtbot, panel):
    fold = panel.findChild(QAbstractButton, "guideline-fold")
    with qtbot.waitSignal(panel.guideline_folded) as folded:
        qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert folded.args == [True]
    assert not guideline(panel).isVisible()
    with qtbot.assertNotEmitted(panel.guideline_folded):
        panel.set_guideline_folded(folded=False)
    assert guideline(panel).isVisible()


def test_flow_keys_work_on_the_table_alone(panel):
    assert panel.flow_widgets() == [panel.spans.table]


def test_the_keyboard_goes_into_the_list_or_where_it_is_empty_into_its_filter(panel):
    panel.setFocus()
    assert panel.spans.table.hasFocus()
    panel.set_spans((), LABELS)
    panel.setFocus()
    assert panel.findChild(QLineEdit, "span-search").hasFocus()


def test_a_read_only_form_offers_no_change(qtbot, panel):
    panel.set_editable(editable=False)
    with qtbot.assertNotEmitted(panel.label_chosen), qtbot.assertNotEmitted(panel.removal_wished):
        qtbot.mouseClick(panel.labels.buttons()[0], Qt.MouseButton.LeftButton)
        qtbot.keyClick(panel.spans.table, Qt.Key.Key_Delete)
    panel.set_editable(editable=True)
    with qtbot.waitSignal(panel.label_chosen):
        qtbot.mouseClick(panel.labels.buttons()[0], Qt.MouseButton.LeftButton)


def test_a_field_that_takes_the_keyboard_comes_into_sight(qtbot, panel):
    panel.resize(340, 420)
    scroll = panel.findChild(QScrollArea, "form-scroll")
    scroll.verticalScrollBar().setValue(0)
    note = panel.findChild(QPlainTextEdit, "note")
    panel.focus_note()
    top = note.mapTo(scroll.viewport(), note.rect().topLeft()).y()
    assert top >= 0
    assert top + note.height() <= scroll.viewport().height()


def test_the_list_does_not_move_when_a_span_is_chosen_or_let_go(qtbot, panel):
    upper = panel.findChild(QScrollArea, "form-scroll")
    empty = FormPanel(LIGHT)
    qtbot.addWidget(empty)
    fill(empty, None)
    empty.resize(340, 680)
    empty.show()
    heights = {empty.findChild(QScrollArea, "form-scroll").sizeHint().height()}
    for span in (*SPANS, None):
        panel.show_span(span, LABELS, "body")
        heights.add(upper.sizeHint().height())
    assert len(heights) == 1


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("marked", [False, True], ids=["english", "longer-words"])
def test_it_fits_beside_the_article_at_every_text_size(qapp, qtbot, size, marked):
    dress(qapp, DARK, size)
    panel = FormPanel(DARK)
    qtbot.addWidget(panel)
    for labels in (LABELS, EVERY_KIND):
        fill(panel, 3, labels)
        panel.show()
        if marked:
            with LanguageSwitch(qapp):
                assert panel.minimumSizeHint().width() <= 360
        assert panel.minimumSizeHint().width() <= 320
        assert panel.minimumSizeHint().height() <= 600


def test_all_that_can_be_reached_has_names(panel):
    assert unnamed(panel) == []

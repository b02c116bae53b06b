from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from annotator.core.span import Origin
from annotator.core.values import Norm
from annotator.ui.form.span_card import SpanCard
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, unnamed
from tests.support.sample_spans import (
    AGENCY,
    AMOUNT,
    BARE,
    CHOICE,
    DATE,
    EVERY_KIND,
    SECTOR,
    TEXT,
    make_span,
)
from tests.support.typing_korean import type_korean

MONEY = make_span(1, "1000만 달러", AMOUNT, norm=Norm("money", "10000000", "USD", "EQUAL_OR_MORE"))
DAY = make_span(2, "내년 초", DATE, norm=Norm("date", "2024", None, "START", "2023-12-09"))
NAMED = make_span(3, "복지부", AGENCY, norm=Norm("name", "보건복지부", None, None, "mohw-kr"))
EVERYTHING = (
    MONEY,
    DAY,
    NAMED,
    make_span(4, "바이오", SECTOR, norm=Norm("sector", "bio", None, None, "nst12")),
    make_span(5, "시행", CHOICE, norm=Norm("choice", "시행")),
    make_span(6, "지원", TEXT, norm=Norm("text", "연구 지원")),
    make_span(7, "세종", BARE),
    make_span(8, "여러 줄", AGENCY, note="첫 줄\r\n둘째\u2028줄\u00a0끝", unsure=True),
    make_span(9, "두 달", DATE, norm=Norm("duration", "P2M", None, "LATER")),
    make_span(10, "잘못된 값", AGENCY, norm=Norm("money", "5", "KRW")),
    make_span(11, "\ud800\x00\n끝", 99, norm=Norm("name", "라벨이 없다")),
)


class Truth:
    """Stands in for the window behind the card: what is typed is written to the span, which is shown again."""

    def __init__(self, card):
        self.card = card
        self.span = None
        self.refuses = False
        card.note_edited.connect(self._note)
        card.value_edited.connect(self._value)
        card.unsure_toggled.connect(self._unsure)
        card.relabel_wished.connect(self._label)

    def show(self, span):
        self.span = span
        self.card.show_span(span, EVERY_KIND, "body")

    def _put(self, span_id, **changes):
        assert span_id == self.span.id
        if not self.refuses:
            self.show(replace(self.span, **changes))

    def _note(self, span_id, note):
        self._put(span_id, note=note)

    def _value(self, span_id, norm):
        self._put(span_id, norm=norm)

    def _unsure(self, span_id, unsure):
        self._put(span_id, unsure=unsure)

    def _label(self, span_id, label_id):
        self._put(span_id, label_id=label_id)


@pytest.fixture
def card(qtbot):
    card = SpanCard(LIGHT)
    qtbot.addWidget(card)
    card.resize(320, 260)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


@pytest.fixture
def truth(card):
    return Truth(card)


def text_field(card):
    return card.findChild(QLineEdit, "value-text")


def note_field(card):
    return card.findChild(QPlainTextEdit, "note")


def combo(card, name):
    return card.findChild(QComboBox, name)


def focus(qtbot, field):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


def spies(card):
    signals = (card.note_edited, card.value_edited, card.unsure_toggled, card.relabel_wished)
    return [QSignalSpy(signal) for signal in signals]


def said(spies_):
    return sum(spy.count() for spy in spies_)


def test_showing_spans_says_no_edit(card, truth):
    listening = spies(card)
    for span in (*EVERYTHING, None, *reversed(EVERYTHING)):
        truth.show(span)
        truth.show(span)
    card.set_value_problem("문제")
    card.set_theme(DARK)
    assert said(listening) == 0


def test_looking_through_the_fields_says_no_edit(qtbot, card, truth):
    listening = spies(card)
    for span in EVERYTHING:
        truth.show(span)
        focus(qtbot, combo(card, "span-label"))
        for _ in range(7):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert said(listening) == 0


def test_without_a_span_a_quiet_line_says_what_to_do(card):
    card.show_span(None, EVERY_KIND, "")
    hint = card.findChild(QLabel, "span-hint")
    assert hint.isVisible()
    assert not note_field(card).isVisible()
    card.show_span(NAMED, EVERY_KIND, "body")
    assert not hint.isVisible()


def test_place_zone_and_origin_are_said(card):
    card.show_span(make_span(120, "복지부", origin=Origin.ACCEPTED), EVERY_KIND, "caption")
    assert card.findChild(QLabel, "span-place").text() == "Caption · 1,200–1,203 · accepted suggestion"
    card.show_span(make_span(1, "복지부"), EVERY_KIND, "sidebar")
    assert card.findChild(QLabel, "span-place").text().startswith("sidebar · ")


def test_korean_is_said_as_it_is_typed_and_the_caret_stays(qtbot, card, truth):
    truth.show(NAMED)
    field = text_field(card)
    focus(qtbot, field)
    field.setCursorPosition(2)
    spy = QSignalSpy(card.value_edited)
    type_korean(field, "가족")
    assert field.text() == "보건가족복지부"
    assert field.cursorPosition() == 4
    assert [spy.at(i)[1].value for i in range(spy.count())] == ["보건가복지부", "보건가족복지부"]
    assert truth.span.norm == Norm("name", "보건가족복지부")


def test_a_syllable_in_the_making_is_neither_said_nor_lost_when_the_span_is_shown_again(qtbot, card, truth):
    truth.show(NAMED)
    for field, spy in (
        (text_field(card), QSignalSpy(card.value_edited)),
        (note_field(card), QSignalSpy(card.note_edited)),
    ):
        focus(qtbot, field)
        QApplication.sendEvent(field, QInputMethodEvent("하", []))
        truth.show(replace(truth.span, unsure=not truth.span.unsure))
        assert spy.count() == 0
        done = QInputMethodEvent()
        done.setCommitString("한")
        QApplication.sendEvent(field, done)
        assert spy.count() == 1
        assert "한" in spy.at(0)[1] if isinstance(spy.at(0)[1], str) else "한" in spy.at(0)[1].value


def test_a_note_is_said_as_it_is_typed_and_the_caret_stays(qtbot, card, truth):
    truth.show(replace(NAMED, note="앞 뒤"))
    note = note_field(card)
    focus(qtbot, note)
    cursor = note.textCursor()
    cursor.setPosition(2)
    note.setTextCursor(cursor)
    type_korean(note, "가운데")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert truth.span.note == "앞 가운데\n뒤"
    assert note.textCursor().position() == 6
    assert note.hasFocus()


def test_an_edit_of_a_note_keeps_its_no_break_spaces(qtbot, card, truth):
    truth.show(replace(NAMED, note="1조\u00a02천억"))
    card.focus_note()
    type_korean(note_field(card), "원")
    assert truth.span.note == "1조\u00a02천억원"


def test_undo_elsewhere_is_shown_even_while_the_field_has_the_keyboard(qtbot, card, truth):
    truth.show(NAMED)
    focus(qtbot, text_field(card))
    type_korean(text_field(card), "가")
    truth.show(NAMED)
    assert text_field(card).text() == "보건복지부"
    focus(qtbot, note_field(card))
    type_korean(note_field(card), "나")
    truth.show(NAMED)
    assert note_field(card).toPlainText() == ""
    assert note_field(card).hasFocus()


def test_another_span_takes_all_fields(card, truth):
    truth.show(MONEY)
    assert text_field(card).text() == "10000000"
    assert combo(card, "value-unit").currentText() == "USD"
    assert combo(card, "value-mod").currentText() == "at least"
    truth.show(DAY)
    assert text_field(card).text() == "2024"
    assert not combo(card, "value-unit").isVisible()
    assert combo(card, "value-mod").currentText() == "early"
    truth.show(EVERYTHING[4])
    assert combo(card, "value-choice").currentText() == "시행"
    assert not text_field(card).isVisible()
    truth.show(EVERYTHING[6])
    assert not combo(card, "value-choice").isVisible()
    assert not card.findChild(QLabel, "caption-value").isVisible()


def test_a_sum_is_typed_with_its_commas_and_written_without_when_it_is_left(qtbot, card, truth):
    truth.show(replace(MONEY, norm=None))
    card.focus_value()
    qtbot.keyClicks(text_field(card), "1,200")
    assert text_field(card).text() == "1,200"
    unit = combo(card, "value-unit")
    focus(qtbot, unit)
    qtbot.keyClicks(unit, "krw")
    assert truth.span.norm == Norm("money", "1200", "KRW")
    assert text_field(card).text() == "1200"
    focus(qtbot, note_field(card))
    assert unit.currentText() == "KRW"
    assert card.findChild(QLabel, "value-info").text() == "1,200 KRW"


def test_a_currency_can_be_chosen_from_the_list(qtbot, card, truth):
    truth.show(MONEY)
    unit = combo(card, "value-unit")
    focus(qtbot, unit)
    qtbot.keyClick(unit, Qt.Key.Key_Down)
    assert truth.span.norm == MONEY.norm._replace(unit="EUR")


def test_what_a_number_is_meant_as_can_be_chosen_and_taken_away(qtbot, card, truth):
    truth.show(MONEY)
    mod = combo(card, "value-mod")
    focus(qtbot, mod)
    qtbot.keyClick(mod, Qt.Key.Key_Home)
    assert truth.span.norm == MONEY.norm._replace(mod=None)
    qtbot.keyClick(mod, Qt.Key.Key_Down)
    assert truth.span.norm == MONEY.norm._replace(mod="APPROX")


def test_an_unknown_meaning_from_a_file_is_shown_and_kept(qtbot, card, truth):
    truth.show(EVERYTHING[8])
    assert combo(card, "value-mod").currentText() == "LATER"
    focus(qtbot, text_field(card))
    text_field(card).selectAll()
    qtbot.keyClicks(text_field(card), "P3M")
    assert truth.span.norm == Norm("duration", "P3M", None, "LATER")


def test_an_emptied_value_is_none(qtbot, card, truth):
    truth.show(NAMED)
    card.focus_value()
    qtbot.keyClick(text_field(card), Qt.Key.Key_Delete)
    assert truth.span.norm is None


def test_a_choice_that_is_no_longer_offered_is_shown_and_kept(qtbot, card, truth):
    truth.show(replace(EVERYTHING[4], norm=Norm("choice", "중단")))
    choice = combo(card, "value-choice")
    assert choice.currentText() == "중단"
    focus(qtbot, choice)
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert truth.span.norm == Norm("choice", "시행")


def test_relabelling_is_wished_and_shown_when_it_was_done(qtbot, card, truth):
    truth.show(NAMED)
    label = combo(card, "span-label")
    focus(qtbot, label)
    with qtbot.waitSignal(card.relabel_wished) as wished:
        qtbot.keyClick(label, Qt.Key.Key_Down)
    assert wished.args == [NAMED.id, SECTOR]
    assert label.currentData() == SECTOR


def test_a_refused_wish_leaves_the_card_as_the_span_is(qtbot, card, truth):
    truth.show(NAMED)
    truth.refuses = True
    label, unsure = combo(card, "span-label"), card.findChild(QCheckBox, "span-unsure")
    focus(qtbot, label)
    qtbot.keyClick(label, Qt.Key.Key_Down)
    assert label.currentData() == AGENCY
    with qtbot.waitSignal(card.unsure_toggled):
        qtbot.mouseClick(unsure, Qt.MouseButton.LeftButton)
    assert not unsure.isChecked()


def test_doubt_is_said_and_shown(qtbot, card, truth):
    truth.show(NAMED)
    unsure = card.findChild(QCheckBox, "span-unsure")
    with qtbot.waitSignal(card.unsure_toggled) as toggled:
        qtbot.mouseClick(unsure, Qt.MouseButton.LeftButton)
    assert toggled.args == [NAMED.id, True]
    assert unsure.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
@pytest.mark.parametrize("name", ["value-text", "value-unit", "value-mod"])
def test_enter_and_escape_in_a_value_go_back_to_the_article(qtbot, card, truth, name, key):
    truth.show(MONEY)
    field = card.findChild(QLineEdit, name) or combo(card, name)
    focus(qtbot, field)
    with qtbot.waitSignal(card.returned):
        qtbot.keyClick(field, key)
    assert truth.span == MONEY


def test_escape_in_a_note_goes_back_and_enter_is_a_new_line(qtbot, card, truth):
    truth.show(NAMED)
    card.focus_note()
    with qtbot.assertNotEmitted(card.returned):
        qtbot.keyClick(note_field(card), Qt.Key.Key_Return)
    assert truth.span.note == "\n"
    with qtbot.waitSignal(card.returned):
        qtbot.keyClick(note_field(card), Qt.Key.Key_Escape)


def test_leaving_a_field_ends_the_burst_of_typing(qtbot, card, truth):
    truth.show(NAMED)
    focus(qtbot, text_field(card))
    with qtbot.waitSignal(card.editing_finished):
        focus(qtbot, note_field(card))
    with qtbot.waitSignal(card.editing_finished):
        focus(qtbot, combo(card, "span-label"))


def test_the_keyboard_goes_into_the_value_selected_and_into_the_note_behind_it(qtbot, card, truth):
    truth.show(replace(NAMED, note="이미 있는 말"))
    card.focus_value()
    assert text_field(card).hasFocus()
    assert text_field(card).selectedText() == "보건복지부"
    card.focus_note()
    assert note_field(card).textCursor().position() == len("이미 있는 말")
    truth.show(EVERYTHING[6])
    card.focus_value()
    assert combo(card, "span-label").hasFocus()


def test_a_problem_stands_under_the_value_until_it_is_mended_or_another_span_comes(card, truth):
    info = card.findChild(QLabel, "value-info")
    truth.show(DAY)
    card.set_value_problem("이런 날은 없습니다.")
    assert info.text() == "이런 날은 없습니다."
    assert info.accessibleDescription() == "이런 날은 없습니다."
    card.set_value_problem(None)
    assert info.text() == "counted from 2023-12-09"
    card.set_value_problem("문제")
    truth.show(MONEY)
    assert info.text() == "≥ 10,000,000 USD"


def test_text_of_the_article_is_never_markup(card):
    card.show_span(make_span(1, "<b>굵게</b> <img src='x'>", note="<i>메모</i>"), EVERY_KIND, "body")
    shown = card.findChild(QLabel, "span-text")
    assert shown.text() == "<b>굵게</b> <img src='x'>"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
    assert note_field(card).toPlainText() == "<i>메모</i>"


def test_a_note_grows_with_its_lines_up_to_a_limit(qtbot, card):
    heights = []
    for lines in (1, 2, 4, 6, 40):
        card.show_span(make_span(lines, note="줄\n" * (lines - 1) + "줄"), EVERY_KIND, "body")
        heights.append(note_field(card).sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_a_read_only_card_cannot_be_changed(qtbot, card, truth):
    truth.show(MONEY)
    card.set_editable(editable=False)
    listening = spies(card)
    focus(qtbot, text_field(card))
    qtbot.keyClicks(text_field(card), "5")
    type_korean(text_field(card), "가")
    focus(qtbot, note_field(card))
    type_korean(note_field(card), "가")
    qtbot.keyClicks(note_field(card), "a")
    qtbot.mouseClick(card.findChild(QCheckBox, "span-unsure"), Qt.MouseButton.LeftButton)
    assert not combo(card, "span-label").isEnabled()
    assert said(listening) == 0


def test_pasting_into_a_note_is_typing(qtbot, card, truth):
    truth.show(NAMED)
    QGuiApplication.clipboard().setText("붙인 글")
    card.focus_note()
    note_field(card).paste()
    assert truth.span.note == "붙인 글"


def test_undo_inside_the_note_stops_at_the_span(qtbot, card, truth):
    truth.show(replace(MONEY, note="가"))
    truth.show(replace(NAMED, note="나"))
    focus(qtbot, note_field(card))
    note_field(card).undo()
    assert truth.span.note == "나"
    assert note_field(card).toPlainText() == "나"


def test_words_follow_the_language_while_a_field_has_the_keyboard(qtbot, qapp, card, truth):
    truth.show(MONEY)
    focus(qtbot, text_field(card))
    qtbot.keyClicks(text_field(card), "5")
    listening = spies(card)
    with LanguageSwitch(qapp):
        assert card.findChild(QLabel, "caption-value").text() == "«Value»"
        assert combo(card, "value-mod").currentText() == "«at least»"
        assert "«Body»" in card.findChild(QLabel, "span-place").text()
        assert text_field(card).hasFocus()
    assert said(listening) == 0


@pytest.mark.parametrize("span", EVERYTHING, ids=lambda span: str(span.id))
def test_all_that_can_be_reached_has_names(card, truth, span):
    truth.show(span)
    assert unnamed(card) == []

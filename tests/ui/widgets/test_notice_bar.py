import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.widgets.notice_bar import NoticeBar
from tests.support.dressing import LanguageSwitch, unnamed


@pytest.fixture
def bar(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    return bar


def click(qtbot, bar, name):
    qtbot.mouseClick(bar.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def message(bar):
    return bar.findChild(QLabel, "notice-text").text()


def test_an_empty_bar_takes_no_room(bar):
    assert bar.isHidden()
    bar.show_notice("저장했습니다")
    assert not bar.isHidden()


def test_words_that_wrap_in_a_narrow_window_are_shown_whole(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column, bar = QVBoxLayout(window), NoticeBar()
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addWidget(QTextEdit(), 1)
    window.resize(420, 400)
    window.show()
    # Short enough for one line of its own choice, too long for this window.
    text = "가져오기를 취소했습니다. 그 일도 취소되었습니다."
    bar.show_notice(text, "info", [("redo", "되살리기")])
    label = bar.findChild(QLabel, "notice-text")
    assert label.sizeHint().height() == label.heightForWidth(label.sizeHint().width())
    qtbot.waitUntil(lambda: label.lines_needed(text, label.width()) > 1)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert bar.geometry().bottom() < column.itemAt(1).geometry().top()


def test_a_notice_is_withdrawn_wherever_it_waits(bar):
    bar.show_notice("첫째", "problem")
    bar.show_notice("둘째", "problem")
    bar.withdraw("첫째")
    assert bar.notices() == ("둘째",)
    bar.withdraw("셋째")
    assert bar.notices() == ("둘째",)
    bar.withdraw("둘째")
    assert bar.isHidden()


def test_a_problem_waits_behind_what_was_said_after_it(qtbot, bar):
    bar.show_notice("첫째", "problem")
    bar.show_notice("둘째")
    assert message(bar) == "둘째"
    assert bar.notices() == ("둘째", "첫째")
    assert bar.findChild(QLabel, "notice-more").text() == "+1"
    click(qtbot, bar, "notice-close")
    assert message(bar) == "첫째"
    with qtbot.waitSignal(bar.emptied):
        click(qtbot, bar, "notice-close")
    assert bar.isHidden()


def test_what_was_only_said_is_over_when_something_newer_is(bar):
    bar.show_notice("가져왔습니다", "info", [("undo", "되돌리기")])
    bar.show_notice("휴지통에 넣었습니다", "info", [("undo-bin", "되돌리기")])
    assert bar.notices() == ("휴지통에 넣었습니다",)


def test_the_same_notice_waits_only_once(bar):
    bar.show_notice("잠겨 있습니다", "problem")
    bar.show_notice("잠겨 있습니다", "problem")
    assert bar.notices() == ("잠겨 있습니다",)


def test_an_action_says_its_id_and_ends_the_notice(qtbot, bar):
    bar.show_notice("다음", "problem")
    bar.show_notice("12줄을 골랐습니다", "info", [("undo", "되돌리기"), ("lines", "줄 고르기")])
    with qtbot.waitSignal(bar.action_chosen) as chosen:
        click(qtbot, bar, "notice-action-2")
    assert chosen.args == ["lines"]
    assert message(bar) == "다음"
    assert bar.findChild(QAbstractButton, "notice-action-1").isHidden()


def test_a_notice_that_answers_an_action_is_shown(qtbot, bar):
    bar.action_chosen.connect(bar.show_notice)
    bar.show_notice("묻기", "info", [("답", "답하기")])
    click(qtbot, bar, "notice-action-1")
    assert bar.notices() == ("답",)


def test_more_than_three_actions_are_refused(bar):
    bar.show_notice("x", "info", [("a", "a"), ("b", "b"), ("c", "c")])
    with pytest.raises(ValueError, match="at most 3"):
        bar.show_notice("x", "info", [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")])


def test_a_notice_never_takes_the_keyboard(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field, bar = QLineEdit(window), NoticeBar(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    bar.show_notice("문제", "problem", [("retry", "다시")])
    assert field.hasFocus()


def test_a_long_notice_takes_a_second_line_and_no_more(bar):
    bar.show_notice("짧은 알림")
    one = bar.heightForWidth(500)
    bar.clear()
    bar.show_notice("아주 긴 알림입니다. " * 40)
    line = bar.fontMetrics().lineSpacing()
    assert one < bar.heightForWidth(500) <= one + line
    bar.resize(500, bar.heightForWidth(500))
    bar.layout().activate()
    assert bar.findChild(QLabel, "notice-text").height() >= 2 * line


def test_problems_are_told_apart_by_word_not_by_colour_alone(bar):
    bar.show_notice("잠겨 있습니다", "problem")
    assert bar.accessibleName() == "Problem: 잠겨 있습니다"


def test_names_follow_the_language(qapp, bar):
    bar.show_notice("알림")
    with LanguageSwitch(qapp):
        assert bar.accessibleName() == "«Notice»: 알림"
        assert bar.findChild(QAbstractButton, "notice-close").accessibleName() == "«Close the notice»"
    assert bar.accessibleName() == "Notice: 알림"


def test_all_that_can_be_reached_has_names(bar):
    bar.show_notice("x", "info", [("a", "하나"), ("b", "둘"), ("c", "셋")])
    assert unnamed(bar) == []

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.ui.widgets.elided_label import ElidedLabel

LONG = "한국산업기술기획평가원과 미 차량 운송 분야 산업협력연구센터가 함께 여는 첫 회의"


def make(qtbot, text, width, **lines):
    label = ElidedLabel(**lines)
    qtbot.addWidget(label)
    label.setText(text)
    label.resize(width, label.heightForWidth(width) if lines else label.sizeHint().height())
    return label


def test_what_fits_is_not_cut(qtbot):
    assert not make(qtbot, "대통령실", 300).is_cut()


def test_what_does_not_fit_is_cut_and_stays_whole_for_those_who_ask(qtbot):
    label = make(qtbot, LONG, 120)
    assert label.is_cut()
    assert label.text() == LONG


def test_text_takes_as_many_lines_as_it_needs_up_to_the_most(qtbot):
    short = make(qtbot, "9일", 200, max_lines=2)
    long = make(qtbot, LONG * 3, 200, max_lines=2)
    assert long.heightForWidth(200) == 2 * short.heightForWidth(200)
    assert long.is_cut()


def test_kept_lines_are_free_even_when_the_text_is_short(qtbot):
    label = make(qtbot, "9일", 200, max_lines=4, min_lines=3)
    assert label.heightForWidth(200) == 3 * label.fontMetrics().lineSpacing()


def test_lines_are_cut_between_characters_beyond_the_first_plane(qtbot):
    label = make(qtbot, "😀" * 60, 150, max_lines=2)
    assert not label.grab().isNull()
    assert label.lines_needed("😀" * 60, 150) > 2


def test_markup_is_shown_as_it_was_written(qtbot):
    marked = make(qtbot, "<b>가</b>", 300)
    assert marked.textFormat() == Qt.TextFormat.PlainText
    assert marked.sizeHint().width() > make(qtbot, "가", 300).sizeHint().width() * 2


def test_the_tooltip_holds_the_whole_text_only_where_it_was_cut(qtbot):
    for width, expected in ((120, LONG), (2000, "")):
        label = make(qtbot, LONG, width)
        label.show()
        QToolTip.hideText()
        at = QPoint(5, 5)
        QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, label.mapToGlobal(at)))
        assert (LONG in QToolTip.text()) == bool(expected)
        assert label.toolTip() == ""
    QToolTip.hideText()

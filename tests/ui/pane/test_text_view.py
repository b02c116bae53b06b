"""The text is shown whole, can be walked and copied, and nothing changes it."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QDropEvent,
    QFont,
    QGuiApplication,
    QMouseEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from annotator.core.errors import UserError
from annotator.core.text import Zone, ZoneKind
from annotator.ui.fonts import FAMILIES, TextSize
from annotator.ui.pane import typesetting
from annotator.ui.pane.display import display
from annotator.ui.pane.view import ArticlePane
from annotator.ui.theme import DARK, LIGHT
from tests.support.typing_korean import type_korean
from tests.ui.pane.hand import ARTICLE, BODY, BYLINE, DECK, TITLE, ZONES, place, span

LONG = "\n\n".join(f"{number}번째 문단. " + BODY for number in range(120))
KEYS = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def pixels_of(pane: ArticlePane, part: str) -> int:
    cursor = pane.textCursor()
    cursor.setPosition(place(part)[0] + 1)
    size = cursor.charFormat().font().pixelSize()
    return (
        size
        if cursor.charFormat().hasProperty(cursor.charFormat().Property.FontPixelSize)
        else pane_pixels(pane)
    )


def pane_pixels(pane: ArticlePane) -> int:
    return pane.document().defaultFont().pixelSize()


def test_zones_are_told_apart_and_the_text_is_as_it_was(pane) -> None:
    pane.set_document(ARTICLE, ZONES)
    assert pane.toPlainText() == ARTICLE.replace("\u00a0", " ")
    assert pane.text() == ARTICLE
    assert pixels_of(pane, TITLE) > pixels_of(pane, DECK) > pixels_of(pane, BODY) > pixels_of(pane, BYLINE)
    cursor = pane.textCursor()
    cursor.setPosition(2)
    assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
    cursor.setPosition(place(BYLINE)[0] + 1)
    assert cursor.charFormat().foreground().color().name().upper() == LIGHT.muted
    assert pane.document().defaultFont().families() == list(FAMILIES)


def test_a_zone_inside_a_paragraph_does_not_change_its_size(pane) -> None:
    pane.set_document("앞말 캡션이 섞인 문단", (Zone(3, 6, ZoneKind.CAPTION), Zone(8, 99, ZoneKind.TITLE)))
    cursor = pane.textCursor()
    cursor.setPosition(4)
    assert not cursor.charFormat().hasProperty(cursor.charFormat().Property.FontPixelSize)
    assert cursor.charFormat().foreground().color().name().upper() == LIGHT.muted


def test_paragraphs_of_the_index_are_those_of_qt(pane) -> None:
    text = "하나\n\n둘 \r 셋\u2029넷\u2028다섯\n"
    pane.set_document(text, ())
    blocks = pane.document().blockCount()
    assert [pane.document().findBlockByNumber(at).text() for at in range(blocks)] == [
        "하나",
        "",
        "둘 \u240d 셋",
        "넷\u2424다섯",
        "",
    ]
    assert [
        pane._index.paragraph_at(pane._offsets.to_cp(pane.document().findBlockByNumber(at).position()))
        for at in range(blocks)
    ] == list(range(blocks))


def test_what_qt_cannot_show_is_refused_and_leaves_the_old_text(pane, monkeypatch) -> None:
    pane.set_document(ARTICLE, ZONES, [span(1, "수소")])
    monkeypatch.setattr(typesetting, "display", lambda text: text)
    with pytest.raises(UserError) as told:
        pane.set_document("줄\r\n줄", ())
    assert told.value.message.id == "pane.cannot-show"
    assert dict(told.value.message.arguments) == {"shown": 3, "expected": 4}
    assert pane.text() == ARTICLE
    assert pane.spans_at(place("수소")[0]) == [1]


def test_offsets_are_code_points_behind_an_emoji(pane) -> None:
    pane.set_document(ARTICLE, ZONES)
    start, end = place("한국에너지기술평가원")
    pane.select(start, end)
    assert pane.selection() == (start, end)
    assert pane.textCursor().selectedText() == "한국에너지기술평가원"
    assert pane.caret() == end
    pane.select(end, start)
    assert pane.selection() == (start, end)
    assert pane.caret() == start
    for cp in range(0, len(ARTICLE), 7):
        pane.set_caret(cp)
        assert pane.caret() == cp
        assert pane.cp_at(pane.point_of(cp)) == cp


def test_signals_tell_code_points_once(pane, qtbot) -> None:
    pane.set_document(ARTICLE, ZONES)
    start, end = place("최소")
    carets, selections = [], []
    pane.caret_moved.connect(carets.append)
    pane.selection_changed.connect(lambda *ends: selections.append(ends))
    pane.set_caret(start)
    pane.set_caret(start)
    pane.select(start, end)
    assert carets == [start, end]
    assert selections == [(start, start), (start, end)]
    pane.set_document("새 글", ())
    assert (carets[-1], selections[-1]) == (0, (0, 0))


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (KEYS.Key_Right, SHIFT, (10, 11)),
        (KEYS.Key_Left, SHIFT, (9, 10)),
        (KEYS.Key_End, SHIFT, (10, len(TITLE))),
        (KEYS.Key_Home, SHIFT, (0, 10)),
        (KEYS.Key_Right, Qt.KeyboardModifier.NoModifier, (11, 11)),
        (KEYS.Key_End, Qt.KeyboardModifier.NoModifier, (len(TITLE), len(TITLE))),
    ],
)
def test_keys_move_and_select(pane, key, modifier, expected) -> None:
    pane.set_document(ARTICLE, ZONES)
    pane.set_caret(10)
    QTest.keyClick(pane, key, modifier)
    assert pane.selection() == expected


def test_pages_are_turned_with_the_caret(pane) -> None:
    pane.set_document(LONG, ())
    QTest.keyClick(pane, KEYS.Key_PageDown)
    first = pane.caret()
    assert 100 < first < 1500
    QTest.keyClick(pane, KEYS.Key_PageDown, SHIFT)
    assert pane.selection()[0] == first < pane.selection()[1]
    QTest.keyClick(pane, KEYS.Key_PageUp)
    QTest.keyClick(pane, KEYS.Key_PageUp)
    assert pane.caret() < first


def test_shift_and_arrows_never_cut_a_cluster(pane) -> None:
    pane.set_document("가👨‍👩‍👧\u1100\u1161\u11a8끝", ())
    pane.set_caret(1)
    QTest.keyClick(pane, KEYS.Key_Right, SHIFT)
    assert pane.selection() == (1, 6)
    QTest.keyClick(pane, KEYS.Key_Right, SHIFT)
    assert pane.selection() == (1, 9)


@pytest.mark.parametrize("select", [False, True])
def test_typing_composing_pasting_and_dropping_change_nothing(pane, select) -> None:
    pane.set_document(ARTICLE, ZONES)
    before = pane.document().toRawText()
    if select:
        pane.select(0, 8)
    QGuiApplication.clipboard().setText("붙일 글")
    QTest.keyClicks(pane, "abc 1.,")
    for key in (KEYS.Key_Return, KEYS.Key_Backspace, KEYS.Key_Delete, KEYS.Key_Tab):
        QTest.keyClick(pane, key)
    for key in (KEYS.Key_V, KEYS.Key_X, KEYS.Key_Z, KEYS.Key_Y):
        QTest.keyClick(pane, key, CTRL)
    pane.paste()
    pane.cut()
    pane.insertFromMimeData(QGuiApplication.clipboard().mimeData())
    type_korean(pane, "한글")
    data = QMimeData()
    data.setText("떨어진 글")
    drop = QDropEvent(
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(pane.viewport(), drop)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        middle = Qt.MouseButton.MiddleButton
        at = QPointF(60, 60)
        press = QMouseEvent(kind, at, at, middle, middle, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(pane.viewport(), press)
    assert pane.document().toRawText() == before
    assert not pane.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not pane.acceptDrops()
    assert not pane.viewport().acceptDrops()
    assert not pane.canPaste()


def test_copying_keeps_no_break_spaces_and_what_is_shown_otherwise(pane) -> None:
    text = "\ufeff앞 기자 =\u00a0과기부\r\u2028끝"
    pane.set_document(text, ())
    start, end = text.index("기자"), len(text)
    pane.select(start, end)
    for _ in range(3):
        QTest.keyClick(pane, KEYS.Key_C, CTRL)
        gc.collect()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text[start:end]
    assert not data.hasHtml()


def test_the_screen_reader_reads_what_is_shown(pane) -> None:
    pane.setAccessibleName("기사")
    pane.set_document("\ufeff기자 =\u00a0과기부\r끝", ())
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.text(QAccessible.Text.Name) == "기사"
    assert interface.state().readOnly
    reader = interface.textInterface()
    assert reader.text(0, reader.characterCount()).replace("\u00a0", " ") == display(pane.text()).replace(
        "\u00a0", " "
    )


def test_another_size_keeps_caret_selection_and_place(pane) -> None:
    pane.set_document(LONG, ())
    far = LONG.index("60번째")
    pane.ensure_visible(far, far + 400)
    pane.select(far + 5, far + 9)
    state = pane.scroll_state()
    for size in (TextSize.LARGEST, TextSize.SMALLEST, TextSize.NORMAL):
        pane.set_text_size(size)
        assert pane_pixels(pane) == size
        assert pane.selection() == (far + 5, far + 9)
        assert pane.scroll_state()[0] <= state[0] < pane.cp_at(QPoint(400, 90))


def test_a_place_is_found_again_in_another_width(pane) -> None:
    pane.set_document(LONG, ())
    far = LONG.index("100번째")
    pane.ensure_visible(far, far + 1)
    state = pane.scroll_state()
    pane.set_document(LONG, ())
    assert pane.verticalScrollBar().value() == 0
    pane.restore_scroll(state)
    assert pane.scroll_state() == state
    pane.resize(900, 700)
    after = pane.scroll_state()[0]
    assert abs(after - state[0]) < 60
    assert pane.verticalScrollBar().value() > 0


def test_the_beginning_is_restored_with_what_stands_above_it(pane) -> None:
    pane.set_document(LONG, ())
    for state in (pane.scroll_state(), (0, 0), (3, 0)):
        pane.verticalScrollBar().setValue(900)
        pane.restore_scroll(state)
        assert pane.verticalScrollBar().value() == 0


def test_what_is_asked_for_is_in_sight(pane) -> None:
    pane.set_document(LONG, ())
    for number in (119, 3, 60):
        start = LONG.index(f"{number}번째")
        pane.ensure_visible(start, start + 40)
        for cp in (start, start + 39):
            assert 0 < pane.point_of(cp).y() < pane.viewport().height()
    value = pane.verticalScrollBar().value()
    pane.ensure_visible(start, start + 40)
    assert pane.verticalScrollBar().value() == value


def test_lines_are_no_longer_than_is_read_with_comfort(pane) -> None:
    pane.set_document(BODY * 3, ())
    pane.resize(1600, 700)
    width = pane.viewport().width()
    lines = [pane._page.line_of(cp) for cp in range(0, len(BODY) * 3 - 60, 40)]
    assert max(line.right - line.left for line in lines) <= 46 * TextSize.NORMAL
    assert abs(lines[0].left - (width - 46 * TextSize.NORMAL) / 2) <= 1


def test_the_text_keeps_its_font_when_the_window_gets_another(pane, qapp) -> None:
    pane.set_document(ARTICLE, ZONES)
    other = QFont()
    other.setPixelSize(33)
    pane.setFont(other)
    assert pane_pixels(pane) == TextSize.NORMAL


def test_ctrl_and_the_wheel_wish_for_another_size(pane, qtbot) -> None:
    pane.set_document(LONG, ())
    wishes = []
    pane.text_size_wished.connect(wishes.append)
    for turn in (60, 60, -120):
        wheel = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(0, 0),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            CTRL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(pane.viewport(), wheel)
    assert wishes == [1, -1]
    assert pane_pixels(pane) == TextSize.NORMAL
    assert pane.verticalScrollBar().value() == 0


def test_old_documents_are_let_go(pane) -> None:
    for _ in range(3):
        pane.set_document(ARTICLE, ZONES)
        pane.set_theme(DARK)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(pane.findChildren(QTextDocument)) == 1

"""Comments in the form: what is typed is said, what is shown never; whose they are decides what can be done."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.app.documents.company import SeenComment
from annotator.core.comment import Comment
from annotator.ui.form.comment_list import CommentModel, time_words
from annotator.ui.form.comments_page import CommentsPage
from tests.support.dressing import LanguageSwitch, dress, unnamed
from tests.support.typing_korean import type_korean

AT = "2024-05-14T03:04:05Z"


def seen(
    id_: int, text: str, *, mine: bool = True, to_me: bool = False, resolved: bool = False
) -> SeenComment:
    author, to = ("김하나", "") if mine else ("이두리", "김하나" if to_me else "")
    comment = Comment(id_, str(id_), 1, None if id_ == 1 else id_, author, to, AT, text, resolved)
    place = (None, None, "") if id_ == 1 else (id_ * 10, id_ * 10 + 3, "환경부")
    return SeenComment(comment, mine, mine, to_me, *place)


THREE = (
    seen(1, "문서 전체"),
    seen(2, "맞나요", mine=False, to_me=True),
    seen(3, "확인\n둘째 줄", resolved=True),
)


@pytest.fixture
def page(qtbot, qapp):
    dress(qapp)
    page = CommentsPage()
    qtbot.addWidget(page)
    page.set_names(("이두리", "박세나"))
    page.set_target("환경부")
    page.set_comments(THREE)
    page.resize(340, 460)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def enabled(page: CommentsPage) -> list[str]:
    names = ("comment-resolve", "comment-edit", "comment-remove")
    return [name for name in names if page.findChild(QWidget, name).isEnabled()]


def spoken(model: CommentModel) -> Iterable[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_the_list_says_who_to_whom_on_what_and_whether_it_is_dealt_with(page):
    time = time_words(AT)
    assert spoken(page.model) == [
        f"김하나 · {time}, 문서 전체",
        f"이두리 → you · {time}, 환경부, 맞나요",
        f"김하나 · {time}, 환경부, 확인 둘째 줄, resolved",
    ]


def test_the_model_keeps_the_rules_of_qt_whatever_comes_and_goes(qapp):
    model = CommentModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (THREE, THREE[:1], (), THREE[1:], (seen(2, "다른 말"), THREE[2])):
        model.set_comments(rows)
        assert model.rowCount() == len(rows)
    tester.deleteLater()


def test_ones_own_can_be_changed_anothers_only_resolved(page):
    assert enabled(page) == []
    page.show_comment(1)
    assert enabled(page) == ["comment-resolve", "comment-edit", "comment-remove"]
    page.show_comment(2)
    assert enabled(page) == ["comment-resolve"]


def test_what_is_typed_is_said_with_its_addressee_and_its_place(qtbot, page):
    said = []
    page.written.connect(lambda *written: said.append(written))
    page.findChild(QComboBox, "comment-to").setCurrentIndex(2)
    page.field.setFocus()
    type_korean(page.field, "맞")
    page.findChild(QComboBox, "comment-target").setCurrentIndex(1)
    type_korean(page.field, "나")
    assert said == [("맞", "박세나", True), ("맞나", "박세나", False)]


def test_without_a_current_span_a_comment_is_on_the_document(qtbot, page):
    page.set_target(None)
    with qtbot.waitSignal(page.written) as written:
        type_korean(page.field, "음")
    assert written.args == ["음", "", False]


def test_enter_ends_the_comment_and_shift_enter_goes_on_in_the_next_line(qtbot, page):
    type_korean(page.field, "하나")
    with qtbot.assertNotEmitted(page.finished):
        qtbot.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_korean(page.field, "둘")
    assert page.field.written == "하나\n둘"
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.returned):
        qtbot.keyClick(page.field, Qt.Key.Key_Escape)


def test_a_comment_shown_to_be_written_on_says_nothing_and_keeps_the_caret(qtbot, page):
    with qtbot.assertNotEmitted(page.written):
        page.show_written(THREE[0], fresh=True)
        page.show_written(THREE[0], fresh=False)
    assert page.field.written == "문서 전체"
    assert page.list.current_id == 1


@pytest.mark.parametrize(
    ("key", "signal", "args"),
    [
        (Qt.Key.Key_Return, "edit_wished", [1]),
        (Qt.Key.Key_Delete, "removal_wished", [1]),
        (Qt.Key.Key_Backspace, "removal_wished", [1]),
        (Qt.Key.Key_Space, "resolve_wished", [1, True]),
    ],
)
def test_keys_on_the_list_do_what_the_buttons_do(qtbot, page, key, signal, args):
    page.show_comment(1)
    page.list.setFocus()
    with qtbot.waitSignal(getattr(page, signal)) as wished:
        qtbot.keyClick(page.list, key)
    assert wished.args == args


def test_delete_on_anothers_comment_wishes_nothing(qtbot, page):
    page.show_comment(2)
    page.list.setFocus()
    with qtbot.assertNotEmitted(page.removal_wished):
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)


def test_arrows_and_clicks_say_which_comment_and_the_program_never(qtbot, page):
    said = []
    page.list.chosen.connect(said.append)
    page.show_comment(1)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    place = page.list.visualRect(page.model.index(2)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said[0] == 2
    assert said[-1] == 3


def test_where_nothing_may_be_changed_there_is_nothing_to_write_in(page):
    page.set_editable(editable=False)
    assert not page.field.isVisible()
    assert not page.findChild(QWidget, "comment-resolve").isVisible()
    assert page.list.isVisible()


def test_everything_reachable_has_a_name_and_follows_the_language(qapp, page):
    assert unnamed(page) == []
    with LanguageSwitch(qapp):
        assert page.list.accessibleName() == "«Comments»"
        assert page.findChild(QComboBox, "comment-to").currentText() == "«To anyone»"


def test_a_time_that_is_none_is_shown_as_it_is():
    assert time_words("어제") == "어제"

"""The document in the form: typed fields are said, shown ones never; wrong ones are told; labels come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from annotator.core.document import FIELDS
from annotator.ui.form.document_labels import LabelChip
from annotator.ui.form.document_page import FIELDS_SHOWN, DocumentPage
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, dress, unnamed
from tests.support.typing_korean import type_korean

FIELDS_OF = {
    **dict.fromkeys(FIELDS, ""),
    "title": "환경부, 새 기준 발표",
    "outlet": "한빛일보",
    "document_date": "2023-12-09",
    "date_source": "caption",
}


@pytest.fixture
def page(qtbot, qapp):
    dress(qapp)
    page = DocumentPage(LIGHT)
    qtbot.addWidget(page)
    page.show_fields(FIELDS_OF)
    page.resize(340, 460)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def field(page, name) -> QLineEdit:
    return page.findChild(QLineEdit, f"field-{name}")


def told(page, name) -> str:
    label = page.findChild(QLabel, f"told-{name}")
    return label.text() if label.isVisibleTo(page) else ""


def test_every_field_of_a_document_but_its_language_is_shown(page):
    assert set(FIELDS_SHOWN) == set(FIELDS) - {"date_source", "lang"}
    assert field(page, "outlet").text() == "한빛일보"


def test_what_is_typed_is_said_letter_by_letter_and_what_is_shown_never(qtbot, page):
    said = []
    page.field_edited.connect(lambda name, text: said.append((name, text)))
    page.focus_field("section")
    type_korean(field(page, "section"), "경제")
    assert said[-1] == ("section", "경제")
    page.show_fields({**FIELDS_OF, "title": "다른 제목"})
    assert all(name == "section" for name, _text in said)


def test_what_is_shown_again_keeps_the_caret(qtbot, page):
    page.focus_field("title")
    field(page, "title").setCursorPosition(3)
    page.show_fields({**FIELDS_OF, "outlet": "한빛신문"})
    assert field(page, "title").cursorPosition() == 3


def test_the_document_date_tells_where_it_was_found(page):
    assert told(page, "document_date") == "from a photo credit"
    page.show_fields({**FIELDS_OF, "date_source": "machine-3"})
    assert told(page, "document_date") == "machine-3"


def test_a_problem_stands_under_its_field_in_red_and_goes(page):
    page.set_problem("published", "no day")
    assert told(page, "published") == "no day"
    label = page.findChild(QLabel, "told-published")
    assert label.palette().windowText().color().name() == LIGHT.danger.lower()
    page.set_problem("published", "")
    assert told(page, "published") == ""


def test_a_draft_stands_in_the_place_of_what_the_document_holds(page):
    page.show_fields(FIELDS_OF, {"document_date": "2023-13"})
    assert field(page, "document_date").text() == "2023-13"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_give_the_keyboard_back(qtbot, page, key):
    page.focus_field("outlet")
    with qtbot.waitSignal(page.returned):
        qtbot.keyClick(field(page, "outlet"), key)


def test_a_label_is_added_by_enter_and_taken_off_by_a_click_or_delete(qtbot, page):
    added, removed = [], []
    page.labels.added.connect(added.append)
    page.labels.removed.connect(removed.append)
    page.labels.field.setFocus()
    type_korean(page.labels.field, "정책")
    qtbot.keyClick(page.labels.field, Qt.Key.Key_Return)
    assert added == ["정책"]
    assert page.labels.field.text() == ""
    page.labels.set_labels(("정책", "예산"))
    chips = page.labels.findChildren(LabelChip)
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(chips[0], Qt.Key.Key_Delete)
    assert removed == ["예산", "정책"]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_label_of_the_project_is_completed_and_added_whole(qtbot, page):
    added = []
    page.labels.added.connect(added.append)
    page.labels.set_known(("국제 협력", "예산"))
    page.labels.field.setFocus()
    type_korean(page.labels.field, "협")
    popup = page.labels.field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(added))
    assert added == ["국제 협력"]
    assert page.labels.field.text() == ""


def test_where_nothing_may_be_changed_fields_take_nothing_and_labels_stay(qtbot, page):
    page.labels.set_labels(("정책",))
    page.set_editable(editable=False)
    type_korean(field(page, "title"), "가")
    assert field(page, "title").text() == FIELDS_OF["title"]
    assert not page.labels.field.isVisible()
    with qtbot.assertNotEmitted(page.labels.removed):
        qtbot.mouseClick(page.labels.findChildren(LabelChip)[0], Qt.MouseButton.LeftButton)


def test_further_fields_are_shown_to_be_read(page):
    page.set_further((("edition", "3판"),))
    assert "edition: 3판" in page.findChild(QLabel, "document-further").text()


def test_everything_reachable_has_a_name_and_follows_language_and_theme(qapp, page):
    page.labels.set_labels(("정책",))
    assert unnamed(page) == []
    page.set_theme(DARK)
    with LanguageSwitch(qapp):
        assert page.findChild(QWidget, "caption-title").text() == "«Title»"
        assert field(page, "title").accessibleName() == "«Title»"

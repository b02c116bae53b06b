"""The list of records by itself."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTreeWidget

from annotator.core.labels import DEFAULT_LABELS
from annotator.core.values import Norm
from annotator.ui.form.member_editor import MemberLine, Role
from annotator.ui.form.records_page import RecordLine, RecordsPage

RECORDS = [RecordLine(7, incomplete=False, members=(MemberLine(1, "기관", "과기부", 3, empty=False),))]


def test_what_may_only_be_read_offers_no_change_whatever_is_shown(qtbot):
    page = RecordsPage()
    qtbot.addWidget(page)
    page.set_editable(editable=False)
    page.show_records(RECORDS, 7)
    fields = [page.findChild(object, name) for name in ("record-role", "record-value-text", "record-out")]
    assert not any(field.isEnabled() for field in fields)


def test_a_value_is_tied_only_where_a_record_is_current(qtbot):
    page = RecordsPage()
    qtbot.addWidget(page)
    page.show_records(RECORDS, None)
    assert not page.findChild(object, "record-value-text").isEnabled()
    page.show_records(RECORDS, 7)
    assert page.findChild(object, "record-value-text").isEnabled()


AGENCY, AMOUNT = (Role(DEFAULT_LABELS[at].key, DEFAULT_LABELS[at].title, DEFAULT_LABELS[at]) for at in (0, 2))
TYPED = MemberLine(2, "금액", "20", None, empty=False, key="AMOUNT", norm=Norm("money", "20", "KRW"))


def shown(qtbot, *members: MemberLine) -> RecordsPage:
    """Return a page with one record, which is current."""
    page = RecordsPage()
    qtbot.addWidget(page)
    page.set_roles([AGENCY, AMOUNT])
    page.show_records([RecordLine(7, incomplete=False, members=members)], 7)
    page.show()
    return page


def test_a_new_value_is_checked_as_it_is_typed_and_said_on_enter(qtbot):
    page = shown(qtbot, TYPED)
    said = []
    page.value_wished.connect(lambda *wish: said.append(wish))
    field, problem = (
        page.findChild(QLineEdit, "record-value-text"),
        page.findChild(QLabel, "record-value-problem"),
    )
    qtbot.keyClicks(field, "1x")
    assert problem.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, ",000")
    assert not problem.isVisible()
    assert said == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == [("AMOUNT", Norm("money", "1000"))]
    assert field.text() == ""


def test_a_member_without_a_span_is_changed_as_it_is_typed_and_keeps_the_caret(qtbot):
    page = shown(qtbot, TYPED)
    said = []
    page.value_edited.connect(lambda *wish: said.append(wish))
    tree = page.findChild(QTreeWidget, "records-list")
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    field = page.findChild(QLineEdit, "record-value-text")
    assert field.text() == "20"
    field.setCursorPosition(1)
    qtbot.keyClicks(field, "5")
    assert said == [(2, Norm("money", "250", "KRW"))]
    after = replace(TYPED, norm=Norm("money", "250", "KRW"), words="250")
    page.show_records([RecordLine(7, incomplete=False, members=(after,))], 7)
    assert (field.text(), field.cursorPosition()) == ("250", 2)


def test_the_role_of_a_member_is_chosen_from_the_list(qtbot):
    page = shown(qtbot, TYPED)
    said = []
    page.role_wished.connect(lambda *wish: said.append(wish))
    tree = page.findChild(QTreeWidget, "records-list")
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    roles = page.findChild(QComboBox, "record-role")
    assert roles.currentData() == "AMOUNT"
    qtbot.keyClick(roles, Qt.Key.Key_Up)
    assert said == [(2, "AGENCY")]


def test_the_value_of_a_member_with_a_span_is_that_of_the_span(qtbot):
    page = shown(qtbot, MemberLine(1, "기관", "과기부", 3, empty=False, key="AGENCY"))
    qtbot.keyClick(page.findChild(QTreeWidget, "records-list"), Qt.Key.Key_Down)
    assert not page.findChild(QLineEdit, "record-value-text").isVisible()

"""The list of records by itself."""

from annotator.ui.form.records_page import MemberLine, RecordLine, RecordsPage

RECORDS = [RecordLine(7, incomplete=False, members=(MemberLine(1, "기관", "과기부", 3, empty=False),))]


def test_what_may_only_be_read_offers_no_change_whatever_is_shown(qtbot):
    page = RecordsPage()
    qtbot.addWidget(page)
    page.set_editable(editable=False)
    page.show_records(RECORDS, 7)
    fields = [page.findChild(object, name) for name in ("record-role", "record-value", "record-out")]
    assert not any(field.isEnabled() for field in fields)


def test_a_value_is_tied_only_where_a_record_is_current(qtbot):
    page = RecordsPage()
    qtbot.addWidget(page)
    page.show_records(RECORDS, None)
    assert not page.findChild(object, "record-value").isEnabled()
    page.show_records(RECORDS, 7)
    assert page.findChild(object, "record-value").isEnabled()

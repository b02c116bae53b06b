from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from annotator.core.layer import Status
from annotator.core.listing import FILTERS, SORTS, ListQuery, ListRow
from annotator.ui.fonts import TextSize
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.library.words import row_tooltip, title_of
from annotator.ui.theme import DARK, LIGHT
from tests.support.dressing import LanguageSwitch, dress, unnamed
from tests.support.typing_korean import type_korean

TITLES = ("반도체 수출 늘어", "예산 1조 확정", "배터리 회의", "AI 연구 지원", "수소 전략")
DOCUMENTS = {
    id_: ListRow(id_, title, "새벽경제", "", "2026-11-0" + str(id_), Status.NEW, id_ == 4, id_)
    for id_, title in enumerate(TITLES, start=1)
}


def ids(query):
    found = [row for row in DOCUMENTS.values() if query.text in row.title]
    if query.status == "flagged":
        found = [row for row in found if row.flagged]
    if query.status == "done":
        found = []
    key = {"title": lambda row: row.title}.get(query.sort, lambda row: row.id)
    return array("q", [row.id for row in sorted(found, key=key, reverse=query.descending)])


def rows(wanted):
    return [DOCUMENTS[id_] for id_ in wanted]


@pytest.fixture
def panel(qtbot):
    panel = LibraryPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.set_source(ids, rows)
    panel.set_counts({"": 5, "new": 5, "flagged": 1})
    panel.resize(260, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def table(panel):
    return panel.findChild(QTableView, "library-table")


def footer(panel):
    return panel.findChild(QLabel, "library-footer").text()


def listed(panel):
    return [panel.model.id_at(row) for row in range(panel.shown())]


def choose(qtbot, panel, name, data):
    combo = panel.findChild(QComboBox, name)
    combo.setFocus()
    while combo.currentIndex() != combo.findData(data):
        back = combo.currentIndex() > combo.findData(data)
        qtbot.keyClick(combo, Qt.Key.Key_Up if back else Qt.Key.Key_Down)


def click_row(qtbot, panel, row):
    place = table(panel).visualRect(panel.model.index(row, 0)).center()
    qtbot.mouseClick(table(panel).viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_chooses_a_document(qtbot, panel):
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        click_row(qtbot, panel, 2)
    assert chosen.args == [3]


def test_what_the_program_makes_current_is_not_said(qtbot, panel):
    with qtbot.assertNotEmitted(panel.document_chosen):
        panel.set_current(4)
        panel.refresh(4)
        panel.reset()
        panel.set_current(None)
        panel.set_current(4)
    assert panel.current_id() == 4


def test_next_and_previous_follow_the_order_shown(qtbot, panel):
    assert (panel.next_id(None), panel.next_id(2), panel.next_id(5)) == (1, 3, None)
    assert (panel.previous_id(2), panel.previous_id(1), panel.previous_id(None)) == (1, None, None)
    qtbot.mouseClick(panel.findChild(QAbstractButton, "library-order"), Qt.MouseButton.LeftButton)
    assert (panel.next_id(None), panel.next_id(2), panel.previous_id(2)) == (5, 1, 3)
    assert (panel.place_of(5), panel.place_of(99)) == (1, 0)


def test_a_search_narrows_the_list_after_a_quiet_and_keeps_the_current_document(qtbot, panel):
    panel.set_current(2)
    field = panel.findChild(QLineEdit, "library-search")
    field.setFocus()
    with qtbot.waitSignal(panel.query_changed) as changed:
        type_korean(field, "예산")
    assert changed.args == [ListQuery(text="예산")]
    assert listed(panel) == [2]
    assert panel.current_id() == 2
    assert footer(panel) == "1 of 5"


def test_filter_and_order_are_asked_at_once(qtbot, panel):
    choose(qtbot, panel, "library-filter", "flagged")
    assert listed(panel) == [4]
    choose(qtbot, panel, "library-filter", "")
    with qtbot.waitSignal(panel.query_changed) as changed:
        choose(qtbot, panel, "library-sort", "title")
    assert changed.args == [ListQuery(sort="title")]
    assert [DOCUMENTS[id_].title for id_ in listed(panel)] == sorted(TITLES)


def test_every_filter_and_every_order_can_be_chosen_and_has_words(panel):
    for name, offered in (("library-filter", FILTERS), ("library-sort", SORTS)):
        combo = panel.findChild(QComboBox, name)
        assert [combo.itemData(row) for row in range(combo.count())] == list(offered)
        assert all(combo.itemText(row) for row in range(combo.count()))


def test_counts_stand_beside_the_filters(panel):
    combo = panel.findChild(QComboBox, "library-filter")
    assert combo.itemText(0) == "All documents · 5"
    assert combo.itemText(combo.findData("flagged")) == "Flagged · 1"
    assert combo.itemText(combo.findData("done")) == "Done"


def test_an_empty_project_says_how_to_begin(qtbot):
    panel = LibraryPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    button = panel.findChild(QPushButton, "library-empty-button")
    assert button.isVisible()
    with qtbot.waitSignal(panel.import_wished):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel.set_source(ids, rows)
    panel.set_counts({"": 5})
    assert not button.isVisible()
    assert table(panel).isVisible()


def test_a_filter_that_shows_nothing_can_be_taken_away(qtbot, panel):
    field = panel.findChild(QLineEdit, "library-search")
    type_korean(field, "없는 말")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    choose(qtbot, panel, "library-filter", "done")
    assert footer(panel) == "0 of 5"
    button = panel.findChild(QPushButton, "library-empty-button")
    assert "5" not in button.text()
    with qtbot.assertNotEmitted(panel.import_wished), qtbot.waitSignal(panel.query_changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.query() == ListQuery()
    assert footer(panel) == "5 documents"


def test_down_in_the_search_goes_into_the_list(qtbot, panel):
    field = panel.findChild(QLineEdit, "library-search")
    field.setFocus()
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert chosen.args == [1]
    assert table(panel).hasFocus()


def test_the_keyboard_goes_into_the_list_or_where_it_is_empty_into_the_search(qtbot, panel):
    panel.setFocus()
    assert table(panel).hasFocus()
    choose(qtbot, panel, "library-filter", "done")
    panel.setFocus()
    assert panel.findChild(QLineEdit, "library-search").hasFocus()


def test_flow_keys_work_on_the_table_alone(panel):
    assert panel.flow_widgets() == [table(panel)]


def test_a_row_looks_different_in_each_status_and_flagged(panel):
    def picture(**changes):
        DOCUMENTS[1] = replace(DOCUMENTS[1], **changes)
        panel.refresh(1)
        return table(panel).viewport().grab(table(panel).visualRect(panel.model.index(0, 0))).toImage()

    before = DOCUMENTS[1]
    pictures = [picture(status=status) for status in Status] + [picture(flagged=True)]
    DOCUMENTS[1] = before
    for index, one in enumerate(pictures):
        assert all(one != other for other in pictures[index + 1 :])


def test_the_tooltip_says_the_state_in_words_and_shows_markup_as_it_is():
    row = replace(DOCUMENTS[4], title="<b>굵게</b>", status=Status.IN_PROGRESS)
    assert row_tooltip(row).startswith("<qt>&lt;b&gt;굵게&lt;/b&gt;<br>")
    assert "In progress · Flagged" in row_tooltip(row)


def test_a_document_without_a_title_is_called_by_its_first_line():
    untitled = replace(DOCUMENTS[4], title="", beginning="\n  국방부는 12일 사업을 발표했다.\n둘째 줄")
    assert title_of(untitled) == "“국방부는 12일 사업을 발표했다.”"
    assert title_of(replace(untitled, beginning=" \n")) == "Without a title"
    assert title_of(replace(untitled, title="제목")) == "제목"


def test_words_follow_the_language_and_the_choice_stays(qapp, qtbot, panel):
    choose(qtbot, panel, "library-filter", "flagged")
    with LanguageSwitch(qapp):
        combo = panel.findChild(QComboBox, "library-filter")
        assert combo.currentText() == "«Flagged» · 1"
        assert panel.findChild(QLineEdit, "library-search").placeholderText().startswith("«")
        assert footer(panel) == "«1 of 5»"
    assert panel.query() == ListQuery(status="flagged")


def test_all_that_can_be_reached_has_names(panel):
    assert unnamed(panel) == []


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_fits_beside_the_article_at_every_text_size(qapp, qtbot, theme, size):
    dress(qapp, theme, size)
    panel = LibraryPanel(theme)
    qtbot.addWidget(panel)
    panel.set_source(ids, rows)
    panel.set_counts(dict.fromkeys(FILTERS, 1_000_000))
    panel.show()
    assert panel.minimumSizeHint().width() <= 240
    assert panel.minimumSizeHint().height() <= 600

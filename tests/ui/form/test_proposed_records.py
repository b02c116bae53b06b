"""Proposed records: the list changes only where what is proposed has changed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.ui.form.proposed_records import ProposedLine, ProposedRecords

_WORDS = st.lists(st.sampled_from(("기관 과기부", "금액 5억 원", "분야 양자", "날짜 내년")), max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_what_is_shown_is_what_is_proposed_whatever_was_shown_before(
    qtbot: QtBot, states: list[list[str]]
) -> None:
    shown = ProposedRecords()
    qtbot.addWidget(shown)
    for words in states:
        shown.show_lines([ProposedLine(said) for said in words])
        assert [shown.list.item(row).text() for row in range(shown.count)] == words
        assert (shown.list.currentRow() >= 0) is bool(words)


def test_the_rows_that_stay_are_the_same(qtbot: QtBot) -> None:
    shown = ProposedRecords()
    qtbot.addWidget(shown)
    shown.show_lines([ProposedLine(said) for said in ("기관 과기부", "금액 5억 원", "분야 양자")])
    first, last = shown.list.item(0), shown.list.item(2)
    shown.show_lines([ProposedLine(said) for said in ("기관 과기부", "날짜 내년", "분야 양자")])
    assert (shown.list.item(0), shown.list.item(2)) == (first, last)
    assert shown.list.item(1).text() == "날짜 내년"

"""The list in groups: every span once, under its head; what is folded is hidden, never lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from annotator.core.span import Span
from annotator.ui.form.span_groups import Grouping, beside
from annotator.ui.form.span_list import SpanList
from annotator.ui.form.span_model import Column, SpanModel
from annotator.ui.theme import LIGHT
from tests.support.sample_spans import AGENCY, AMOUNT, LABELS, SECTOR, make_span

WORDS = ("환경부", "반도체", "환경부", "ＡＩ", "AI", "10만 달러")
KINDS = (AGENCY, SECTOR, AGENCY, SECTOR, AGENCY, AMOUNT)
SIX = tuple(make_span(id_, WORDS[id_ - 1], KINDS[id_ - 1]) for id_ in range(1, 7))


def rows(model: SpanModel) -> list[object]:
    """Return the model's rows: ids of spans, and (title, count) of heads."""
    found: list[object] = []
    for row in range(model.rowCount()):
        span, head = model.span_at(row), model.head_at(row)
        found.append(span.id if span is not None else head and (head.title, head.count))
    return found


def grouped(grouping: Grouping, spans: tuple[Span, ...] = SIX) -> SpanModel:
    model = SpanModel()
    model.set_spans(spans, LABELS)
    model.set_grouping(grouping)
    return model


def test_by_label_the_groups_stand_as_in_the_label_set(qapp):
    assert rows(grouped(Grouping.LABEL)) == [("기관", 3), 1, 3, 5, ("분야", 2), 2, 4, ("금액", 1), 6]


def test_by_text_what_folds_to_the_same_is_one_group(qapp):
    model = grouped(Grouping.TEXT)
    assert rows(model) == [("10만 달러", 1), 6, ("ＡＩ", 2), 4, 5, ("반도체", 1), 2, ("환경부", 2), 1, 3]


def test_a_folded_group_keeps_its_count_and_stands_for_its_spans(qapp):
    model = grouped(Grouping.LABEL)
    model.set_folded(f"label:{AGENCY}", folded=True)
    assert rows(model) == [("기관", 3), ("분야", 2), 2, 4, ("금액", 1), 6]
    assert model.row_of(3) == 0
    assert model.row_of(99) == -1
    spoken = model.data(model.index(0, Column.TEXT), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "기관, spans: 3, folded away"


def test_one_more_span_is_one_row_and_a_new_count(qapp):
    model = grouped(Grouping.LABEL, SIX[:4])
    inserted, reset = QSignalSpy(model.rowsInserted), QSignalSpy(model.modelReset)
    model.set_spans(SIX[:5], LABELS)
    assert (inserted.count(), reset.count()) == (1, 0)
    assert inserted.at(0)[1:] == [3, 3]
    assert rows(model)[0] == ("기관", 3)


def test_a_head_cannot_be_chosen_and_a_span_can(qapp):
    model = grouped(Grouping.LABEL)
    selectable = [bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable) for row in (0, 1)]
    assert selectable == [False, True]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("spans"), st.sets(st.integers(1, 6))),
        st.tuples(st.just("relabel"), st.integers(1, 6)),
        st.tuples(st.just("group"), st.sampled_from(list(Grouping))),
        st.tuples(st.just("fold"), st.integers(0, 9)),
        st.tuples(st.just("seek"), st.sampled_from(["", "ai", "환경"])),
    ),
    max_size=12,
)


@given(STEPS)
def test_whatever_is_done_each_span_that_passes_is_there_once_or_folded_away(steps):
    model = SpanModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    known = {span.id: span for span in SIX}
    spans: tuple[Span, ...] = ()
    for kind, value in steps:
        if kind == "spans":
            spans = tuple(known[id_] for id_ in sorted(value))
        elif kind == "relabel":
            known[value] = replace(known[value], label_id=known[value].label_id % 4 + 1)
            spans = tuple(known[span.id] for span in spans)
        elif kind == "group":
            model.set_grouping(value)
        elif kind == "seek":
            model.set_filter(None, value)
        elif model.head_at(value) is not None:
            model.set_folded(model.head_at(value).key, folded=not model.head_at(value).folded)
        model.set_spans(spans, LABELS)
    heads = [model.head_at(row) for row in range(model.rowCount())]
    seen = [model.span_at(row) for row in range(model.rowCount())]
    shown = [span.id for span in seen if span is not None]
    assert len(shown) == len(set(shown))
    folded = sum(head.count for head in heads if head is not None and head.folded)
    passing = model.row_of
    assert len(shown) + folded == sum(passing(span.id) >= 0 for span in spans)
    tester.deleteLater()


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("어제 환경부는 말했다", 3, 6, ("어제 ", "는 말했다")),
        ("제목\n환경부\n끝", 3, 6, ("", "")),
        ("환경부", 0, 3, ("", "")),
        ("가" * 50 + "나" + "다" * 50, 50, 51, ("가" * 30, "다" * 30)),
    ],
)
def test_what_stands_beside_a_span_is_of_its_line(text, start, end, expected):
    assert beside(replace(make_span(1, text[start:end]), start=start, end=end), text) == expected


@pytest.fixture
def spans(qtbot):
    spans = SpanList(LIGHT)
    qtbot.addWidget(spans)
    spans.set_spans(SIX, LABELS)
    spans.resize(340, 400)
    spans.show()
    spans.activateWindow()
    qtbot.waitUntil(spans.isActiveWindow)
    spans.set_grouping(Grouping.LABEL)
    spans.table.setFocus()
    return spans


def test_arrows_walk_over_heads_and_say_spans_only(qtbot, spans):
    said = []
    spans.span_activated.connect(said.append)
    spans.set_current(5)
    for _ in range(2):
        qtbot.keyClick(spans.table, Qt.Key.Key_Down)
    assert said == [2]


def test_left_folds_the_group_and_right_unfolds_it(qtbot, spans):
    spans.set_current(5)
    qtbot.keyClick(spans.table, Qt.Key.Key_Left)
    assert rows(spans.model) == [("기관", 3), ("분야", 2), 2, 4, ("금액", 1), 6]
    assert spans.table.currentIndex().row() == 0
    qtbot.keyClick(spans.table, Qt.Key.Key_Right)
    assert rows(spans.model)[:2] == [("기관", 3), 1]


def test_shift_left_folds_all_groups_and_the_current_span_is_found_again(qtbot, spans):
    spans.set_current(4)
    qtbot.keyClick(spans.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert rows(spans.model) == [("기관", 3), ("분야", 2), ("금액", 1)]
    assert spans.table.currentIndex().row() == 1
    qtbot.keyClick(spans.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert spans.model.rowCount() == 9
    assert spans.selected_ids() == [4]


def test_a_click_on_a_head_folds_and_unfolds(qtbot, spans):
    place = spans.table.visualRect(spans.model.index(0, Column.TEXT)).center()
    for count in (6, 9):
        qtbot.mouseClick(spans.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert spans.model.rowCount() == count


def test_spans_chosen_across_groups_are_named_in_reading_order(qtbot, spans):
    spans.set_current(5)
    for _ in range(2):
        qtbot.keyClick(spans.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert spans.selected_ids() == [2, 5]


def test_a_switch_is_said_and_keeps_the_current_span_in_sight(qtbot, spans):
    spans.set_current(6)
    with qtbot.waitSignal(spans.grouping_chosen) as chosen:
        qtbot.mouseClick(spans.findChild(object, "group-text"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["text"]
    assert spans.selected_ids() == [6]


def test_five_thousand_spans_are_grouped_and_changed_at_once(qtbot, spans):
    many = tuple(make_span(id_, f"기관{id_ % 700}", id_ % 4 + 1) for id_ in range(1, 5001))
    spans.set_grouping(Grouping.TEXT)
    spans.set_spans(many, LABELS)
    spans.set_current(4000)
    top = spans.table.verticalScrollBar().value()
    spans.set_spans(tuple(replace(s, note="x") if s.id == 5 else s for s in many), LABELS)
    assert spans.table.verticalScrollBar().value() == top
    assert spans.selected_ids() == [4000]

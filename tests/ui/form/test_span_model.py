from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from annotator.core.labels import LabelSet
from annotator.core.values import Norm
from annotator.ui.form.span_model import Column, SpanModel
from tests.support.sample_spans import AGENCY, AMOUNT, DATE, LABELS, SECTOR, make_span

WORDS = ("과기정통부", "반도체", "1000만 달러", "AI", "내년 초")


def shown(model):
    return [model.span_at(row).id for row in range(model.rowCount())]


def listening(model):
    names = ("rowsInserted", "rowsRemoved", "dataChanged", "modelReset")
    return {name: QSignalSpy(getattr(model, name)) for name in names}


def counts(spies):
    return {name: spy.count() for name, spy in spies.items() if spy.count()}


def five():
    return tuple(make_span(id_, WORDS[id_ - 1]) for id_ in range(1, 6))


def test_spans_stand_in_reading_order_with_their_cells(qapp):
    model = SpanModel()
    money = make_span(
        1, "1000만\n달러", AMOUNT, norm=Norm("money", "10000000", "USD"), note="메모", unsure=True
    )
    model.set_spans((money, make_span(2, label_id=99)), LABELS)
    cells = [model.data(model.index(0, column)) for column in Column]
    assert cells == ["금액", "1000만 달러", "10,000,000 USD", "?✎"]
    assert model.data(model.index(1, Column.LABEL)) == "?"


def test_a_screen_reader_hears_label_text_and_offsets_in_every_cell(qapp):
    model = SpanModel()
    model.set_spans((make_span(3, "복지부", norm=Norm("name", "보건복지부"), unsure=True),), LABELS)
    for column in Column:
        spoken = model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "기관, 복지부, 30 to 33, 보건복지부, in doubt"


def test_one_more_span_is_one_row_put_in(qapp):
    model = SpanModel()
    spans = five()
    model.set_spans(spans[:2] + spans[3:], LABELS)
    spies = listening(model)
    model.set_spans(spans, LABELS)
    assert counts(spies) == {"rowsInserted": 1}
    assert spies["rowsInserted"].at(0)[1:] == [2, 2]


def test_one_span_less_is_one_row_taken_out(qapp):
    model = SpanModel()
    spans = five()
    model.set_spans(spans, LABELS)
    spies = listening(model)
    model.set_spans(spans[:4], LABELS)
    assert counts(spies) == {"rowsRemoved": 1}


def test_an_edit_is_one_row_changed(qapp):
    model = SpanModel()
    spans = five()
    model.set_spans(spans, LABELS)
    spies = listening(model)
    model.set_spans((*spans[:2], replace(spans[2], note="새 메모"), *spans[3:]), LABELS)
    assert counts(spies) == {"dataChanged": 1}
    assert (spies["dataChanged"].at(0)[0].row(), spies["dataChanged"].at(0)[1].row()) == (2, 2)


def test_the_same_spans_again_are_no_change(qapp):
    model = SpanModel()
    model.set_spans(five(), LABELS)
    spies = listening(model)
    model.set_spans(five(), LABELS)
    assert counts(spies) == {}


def test_another_document_starts_anew(qapp):
    model = SpanModel()
    model.set_spans(tuple(make_span(id_) for id_ in range(1, 400)), LABELS)
    spies = listening(model)
    model.set_spans(tuple(make_span(id_) for id_ in range(1000, 1400)), LABELS)
    assert counts(spies) == {"modelReset": 1}


def test_a_renamed_label_is_shown_at_once(qapp):
    model = SpanModel()
    spans = five()
    model.set_spans(spans, LABELS)
    renamed = tuple(replace(label, title="부처") if label.id == AGENCY else label for label in LABELS.labels)
    model.set_spans(spans, LabelSet("set", 2, renamed))
    assert model.data(model.index(0, Column.LABEL)) == "부처"


def test_the_filter_finds_text_value_and_note_without_regard_to_case_and_composition(qapp):
    model = SpanModel()
    spans = (
        make_span(1, "AI", SECTOR),
        make_span(2, "복지부", norm=Norm("name", "보건복지부")),
        make_span(3, "9일", DATE, note="반도체 회의 날"),
        make_span(4, "\u1100\u1161\u11ab"),  # 간, in three characters
    )
    model.set_spans(spans, LABELS)
    for sought, found in (("ai", [1]), ("보건", [2]), (" 반도체 ", [3]), ("간", [4]), ("", [1, 2, 3, 4])):
        model.set_filter(None, sought)
        assert shown(model) == found
    model.set_filter(DATE, "")
    assert shown(model) == [3]
    model.set_filter(DATE, "ai")
    assert shown(model) == []
    assert model.spans == spans


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("spans"), st.sets(st.integers(1, 12))),
        st.tuples(st.just("label"), st.sampled_from([None, AGENCY, SECTOR])),
        st.tuples(st.just("text"), st.sampled_from(["", "ai", "반도", "없음"])),
        st.tuples(st.just("note"), st.integers(1, 12)),
    ),
    max_size=12,
)


@given(ACTIONS)
def test_after_any_steps_the_rows_are_the_spans_that_pass_the_filter(actions):
    model = SpanModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    known = {id_: make_span(id_, WORDS[id_ % 5], (AGENCY, SECTOR)[id_ % 2]) for id_ in range(1, 13)}
    spans, label_id, sought = (), None, ""
    mirror = []
    _mirror(model, mirror)
    for kind, value in actions:
        if kind == "spans":
            spans = tuple(known[id_] for id_ in sorted(value))
        elif kind == "note":
            known[value] = replace(known[value], note=known[value].note + "AI")
            spans = tuple(known[span.id] for span in spans)
        elif kind == "label":
            label_id = value
        else:
            sought = value
        model.set_spans(spans, LABELS)
        model.set_filter(label_id, sought)
        expected = [
            span.id
            for span in spans
            if label_id in (None, span.label_id) and sought in (span.text + span.note).casefold()
        ]
        assert shown(model) == expected
        assert mirror == expected
    assert tester is not None


def _mirror(model, rows):
    """Keep `rows` in step from the signals alone, as a view does."""

    def inserted(_parent, first, last):
        rows[first:first] = [model.span_at(row).id for row in range(first, last + 1)]

    def removed(_parent, first, last):
        del rows[first : last + 1]

    def reset():
        rows[:] = shown(model)

    model.rowsInserted.connect(inserted)
    model.rowsRemoved.connect(removed)
    model.modelReset.connect(reset)

"""Spans as rows: what changes in a row changes in the span."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import Origin, Span
from annotator.core.values import Norm

_TEXT = st.text(max_size=3)
_PART = st.none() | _TEXT
_NORMS = st.none() | st.builds(Norm, st.sampled_from(("money", "date", "name")), _PART, _PART, _PART, _PART)
_NUMBER = st.integers(0, 99)
_SPANS = st.builds(
    Span, _NUMBER, _TEXT, _NUMBER, _NUMBER, _NUMBER, _TEXT, _NUMBER, _NORMS, _TEXT, st.booleans(),
    st.sampled_from(Origin), _NUMBER, _TEXT, _TEXT, _TEXT,
)  # fmt: skip


@given(_SPANS, _SPANS, st.data())
def test_a_span_whose_columns_changed_is_the_span_of_the_changed_row(
    before: Span, other: Span, data: st.DataObject
) -> None:
    row = other.row()
    names = data.draw(st.sets(st.sampled_from(sorted(row))))
    columns = {name: row[name] for name in names}
    after = before.changed(columns)
    assert type(after) is Span
    assert after == Span.from_row({**before.row(), **columns})
    assert hash(after) == hash(Span.from_row(after.row()))


def test_a_value_comes_and_goes_with_its_columns() -> None:
    row = {"value_type": "money", "value": "5", "unit": "KRW", "mod": None, "ref": None}
    nothing = Span(1, "u", 1, 0, 2, "5원", 3, None, "", False, Origin.MANUAL, 1, "", "")
    worth = nothing.changed(row)
    assert worth.norm == Norm("money", "5", "KRW")
    assert worth.changed({"value": "6"}).norm == Norm("money", "6", "KRW")
    assert worth.changed(dict.fromkeys(row)) == nothing
    assert nothing.norm is None

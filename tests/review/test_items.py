"""Items: every span in exactly one, the same whoever is first; hand-worked kinds and classes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import ItemSpan
from annotator.core.values import Norm
from annotator.review.items import Item, classes_of, contents_key, items_of, touched
from tests.support.reviews import TEXT, marks

LABELS = ["AGENCY", "SECTOR", "DATE"]
spans = st.builds(
    lambda start, size, label, value: ItemSpan(
        start, start + size, label, None if value is None else Norm("text", value)
    ),
    st.integers(0, 30),
    st.integers(1, 6),
    st.sampled_from(LABELS),
    st.sampled_from([None, "가", "나"]),
)
documents = st.dictionaries(st.sampled_from("abcd"), st.lists(spans, max_size=6), min_size=1)


@given(documents)
def test_every_span_is_in_exactly_one_item(layers: dict[str, list[ItemSpan]]) -> None:
    items = items_of(layers)
    for name, own in layers.items():
        in_items = [span for item in items for span in item.contents[name]]
        assert {span[:3] for span in own} == {span[:3] for span in in_items}
        assert len(in_items) == len({span[:3] for span in own})


@given(documents)
def test_items_share_no_character_and_hang_together(layers: dict[str, list[ItemSpan]]) -> None:
    items = items_of(layers)
    assert all(one.end <= other.start for one, other in pairwise(items))
    for item in items:
        covered = {at for own in item.contents.values() for span in own for at in range(span.start, span.end)}
        assert covered == set(range(item.start, item.end))
        assert len(items_of(item.contents)) == 1


@given(documents, st.randoms())
def test_the_order_of_annotators_and_of_spans_changes_nothing(layers, random) -> None:
    names = list(layers)
    random.shuffle(names)
    shuffled = {name: random.sample(layers[name], len(layers[name])) for name in names}

    def told(items: list[Item]) -> list[object]:
        text = "가" * 40
        return [
            (
                item.start,
                item.end,
                item.kind,
                item.agreement,
                classes_of(item, text),
                {n: contents_key(c) for n, c in item.contents.items()},
            )
            for item in items
        ]

    assert told(items_of(layers)) == told(items_of(shuffled))


KINDS = [
    # (what each has, kind, classes)
    ([[("환경부", "AGENCY")], [("환경부", "AGENCY")]], "unanimous", set()),
    ([[("환경부", "AGENCY")]], "single", set()),
    ([[("환경부", "AGENCY")], [("환경부", "AGENCY")], []], "majority", {"only"}),
    ([[("환경부", "AGENCY")], []], "conflict", {"only"}),
    ([[("환경부", "AGENCY")], [("환경부", "SECTOR")]], "conflict", {"label"}),
    ([[("환경부", "AGENCY", "환경부")], [("환경부", "AGENCY")]], "conflict", {"value"}),
    ([[("수소산업진흥원", "AGENCY")], [("수소산업진흥원과", "AGENCY")]], "conflict", {"boundary:josa"}),
    ([[("환경부(", "AGENCY")], [("환경부", "AGENCY")]], "conflict", {"boundary:punct"}),
    ([[("수소 버스", "SECTOR")], [("버스", "SECTOR")]], "conflict", {"boundary:left"}),
    ([[("수소 버스", "SECTOR")], [("수소", "SECTOR"), ("버스", "SECTOR")]], "conflict", {"split"}),
    ([[("수소 버스", "SECTOR")], [("버스", "AGENCY")]], "conflict", {"boundary_label"}),
    # Two of three alike: more than half.
    (
        [[("환경부", "AGENCY")], [("환경부", "SECTOR")], [("환경부", "AGENCY")]],
        "majority",
        {"label"},
    ),
]


@pytest.mark.parametrize(("layers", "kind", "classes"), KINDS)
def test_kinds_and_classes_as_worked_by_hand(layers, kind, classes) -> None:
    (item,) = items_of({f"u{at}": marks(TEXT, *own) for at, own in enumerate(layers)})
    assert (item.kind, classes_of(item, TEXT)) == (kind, classes)


def test_touching_is_not_overlapping() -> None:
    touching = {"a": [ItemSpan(0, 2, "DATE")], "b": [ItemSpan(2, 4, "DATE")]}
    assert [(item.start, item.end) for item in items_of(touching)] == [(0, 2), (2, 4)]


def test_a_filled_value_counts_where_a_layer_has_the_same_span_twice() -> None:
    twice = [ItemSpan(0, 2, "DATE"), ItemSpan(0, 2, "DATE", Norm("date", "2026"))]
    (item,) = items_of({"a": twice})
    assert [span.value for span in item.contents["a"]] == ["2026"]


@given(documents, st.integers(-1, 38), st.integers(0, 12))
def test_the_items_that_a_range_touches_are_found(
    layers: dict[str, list[ItemSpan]], start: int, size: int
) -> None:
    items = items_of(layers)
    assert touched(items, start, start + size) == [one for one in items if one.touches(start, start + size)]

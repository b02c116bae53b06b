"""A layer as an immutable snapshot of spans in reading order."""

from dataclasses import replace
from random import Random

import pytest

from annotator.core.layer import Layer, LayerHead, Role, Status
from annotator.core.span import Origin, Span, overlaps
from annotator.core.values import Norm

HEAD = LayerHead(1, 1, 1, Role.ANNOTATOR, Status.NEW, False, 1, "2026-01-01T00:00:00Z")


def span(id_: int, start: int, end: int, label: int = 1) -> Span:
    at = "2026-01-01T00:00:00Z"
    return Span(
        id_, f"s{id_}", 1, start, end, "x" * (end - start), label, None, "", False, Origin.MANUAL, 1, at, at
    )


def test_spans_stand_in_reading_order_the_longer_first() -> None:
    layer = Layer(HEAD).with_spans([span(1, 5, 8), span(2, 0, 2), span(3, 0, 4)])
    assert [s.id for s in layer.spans] == [3, 2, 1]


@pytest.mark.parametrize("count", [1, 5, 40])
def test_spans_added_few_or_many_at_a_time_stand_in_the_same_order(count: int) -> None:
    rng = Random(count)
    spans = [
        span(id_, start, start + rng.randint(1, 5)) for id_ in range(1, 101) for start in [rng.randint(0, 30)]
    ]
    layer = Layer(HEAD)
    for first in range(0, len(spans), count):
        layer = layer.with_spans(spans[first : first + count])
    assert list(layer.spans) == sorted(spans, key=lambda one: (one.start, -one.end, one.id))


def test_a_span_is_replaced_by_its_id_and_dropped_by_it() -> None:
    layer = Layer(HEAD).with_spans([span(1, 5, 8), span(2, 0, 2)])
    layer = layer.with_spans([replace(span(1, 5, 8), end=9)], [2])
    assert [(s.id, s.end) for s in layer.spans] == [(1, 9)]
    assert layer.span(2) is None


def test_exactly_finds_the_spans_with_both_ends_there() -> None:
    layer = Layer(HEAD).with_spans([span(1, 5, 8), span(2, 5, 8, label=2), span(3, 5, 9), span(4, 6, 8)])
    assert [s.id for s in layer.exactly(5, 8)] == [1, 2]


def test_a_span_comes_back_from_its_row() -> None:
    marked = replace(
        span(1, 5, 8), norm=Norm("money", "10000000", "USD", "EQUAL_OR_MORE"), unsure=True, note="왜?"
    )
    assert Span.from_row(marked.row()) == marked
    assert Span.from_row(span(1, 5, 8).row()) == span(1, 5, 8)


def test_touching_is_not_overlapping() -> None:
    assert overlaps(span(1, 0, 3), span(2, 2, 4))
    assert not overlaps(span(1, 0, 3), span(2, 3, 4))

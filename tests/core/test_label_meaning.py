"""What a label set means: looks and order are no part of it, and each difference is named."""

from dataclasses import replace

import pytest

from annotator.core.label_meaning import differences, meaning
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.values import ValueKind

FIRST = DEFAULT_LABELS[0]
REST = DEFAULT_LABELS[1:]


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, title="기관명"),
        replace(FIRST, hotkey="9"),
        replace(FIRST, role="label-7"),
        replace(FIRST, position=12),
        replace(FIRST, id=77),
    ],
    ids=["title", "digit", "colour", "place", "row"],
)
def test_looks_and_order_are_no_part_of_it(other: Label) -> None:
    assert meaning([other, *REST]) == meaning([*reversed(REST), FIRST])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(FIRST, key="ORG"), ("labels.since.key", {"before": "AGENCY", "label": "ORG"})),
        (replace(FIRST, kind=ValueKind.TEXT), ("labels.since.kind", {"label": "AGENCY"})),
        (replace(FIRST, choices=("가",)), ("labels.since.choices", {"label": "AGENCY"})),
        (replace(FIRST, description="새 지침"), ("labels.since.description", {"label": "AGENCY"})),
        (replace(FIRST, uid="new"), None),
    ],
    ids=["key", "kind", "choices", "description", "another label"],
)
def test_a_difference_is_named(other: Label, told: tuple[str, dict[str, str]] | None) -> None:
    before, after = meaning([FIRST, *REST]), meaning([other, *REST])
    assert before != after
    found = [(each.id, dict(each.arguments)) for each in differences(before, after)]
    if told is None:
        assert [id_ for id_, _ in found] == ["labels.since.removed", "labels.since.added"]
    else:
        assert found == [told]


def test_nothing_differs_from_itself() -> None:
    assert differences(meaning(DEFAULT_LABELS), meaning(DEFAULT_LABELS)) == ()

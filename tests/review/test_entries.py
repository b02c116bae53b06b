"""Entries of decisions: every span told once, who had it, and who differs from what was decided."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Action, Decision, same_content
from annotator.review.decisions import made_of
from annotator.review.entries import Telling, decision_of, differing, entries_of
from annotator.review.items import items_of
from tests.review.test_items import documents
from tests.support.reviews import TEXT, marks

SHORT = marks(TEXT, ("수소산업진흥원", "AGENCY"))
LONG = marks(TEXT, ("수소산업진흥원과", "AGENCY"))
LAYERS = {"u-a": SHORT, "u-b": LONG, "u-c": ()}
NAMES = {"u-a": "나래", "u-b": "다솜", "u-c": "마루"}


def decided(layers, result, action=Action.EDIT, number=0) -> Decision:
    items = items_of(layers)
    return Decision(1, "d1", 1, 1, 9, "2026-01-01T00:00:00Z", made_of(items[number], items, action, result))


def test_what_was_taken_comes_first_with_who_had_it_then_what_was_refused() -> None:
    found = entries_of(decided(LAYERS, SHORT))
    assert [(e.id, e.span, e.final, e.holders, e.votes) for e in found] == [
        ("d1.1", SHORT[0], True, ("u-a",), "1/3"),
        ("d1.2", LONG[0], False, ("u-b",), "1/3"),
    ]


def test_each_annotator_differs_in_what_they_had_and_in_what_they_had_not() -> None:
    decision = decided(LAYERS, SHORT)
    assert differing(decision, "u-a") == []
    assert [entry.id for entry in differing(decision, "u-b")] == ["d1.1", "d1.2"]
    assert [entry.id for entry in differing(decision, "u-c")] == ["d1.1"]
    assert differing(decision, "u-elsewhere") == []


def test_a_value_alone_is_a_difference() -> None:
    layers = {
        "u-a": marks(TEXT, ("2027년", "DATE", "2027")),
        "u-b": marks(TEXT, ("2027년", "DATE", "2026")),
    }
    found = differing(decided(layers, layers["u-a"]), "u-b")
    assert [(entry.final, entry.span.value) for entry in found] == [(True, "2027"), (False, "2026")]


def test_an_entry_is_told_as_the_file_format_has_it() -> None:
    taken, refused = entries_of(decided(LAYERS, SHORT))
    telling = Telling(TEXT, NAMES, {9: "판정자"}, {SHORT[0].content: "s1"})
    assert telling.told(taken) == {
        "id": "d1.1", "item": "d1", "span_id": "s1", "action": "edit", "rule": None, "by": "판정자",
        "at": "2026-01-01T00:00:00Z", "sources": ["나래"], "votes": "1/3", "before": None, "reason": "", "note": "",
        "confidence": "", "flag": False, "response": None,
    }  # fmt: skip
    told = telling.told(refused)
    start = TEXT.index("수소산업진흥원과")
    assert told["before"] == {
        "start": start, "end": start + 8, "text": "수소산업진흥원과", "label": "AGENCY", "norm": None,
    }  # fmt: skip
    assert (told["span_id"], told["sources"]) == ("", ["다솜"])


def test_only_names_that_may_be_shown_are_told() -> None:
    taken, refused = entries_of(decided(LAYERS, SHORT))
    telling = Telling(TEXT, NAMES, {}, {}, shown=frozenset({"u-b"}))
    assert (telling.told(taken)["sources"], telling.told(refused)["sources"]) == ([], ["다솜"])
    assert telling.told(taken)["votes"] == "1/3"


def test_an_entry_names_its_decision() -> None:
    assert decision_of("d1.12") == "d1"
    assert [decision_of(uid) for uid in ("d1", "d1.x", "", "d1.")] == ["", "", "", ""]


@given(documents, st.data())
def test_the_snapshot_can_be_made_again_from_the_entries(layers, data) -> None:
    items = items_of(layers)
    if not items:
        return
    number = data.draw(st.integers(0, len(items) - 1))
    result = data.draw(st.sampled_from(list(items[number].contents.values())))
    decision = decided(layers, result, Action.EDIT if result else Action.NEITHER, number)
    found = entries_of(decision)
    for name, content in decision.made.snapshot.items():
        assert same_content([entry.span for entry in found if name in entry.holders], content)
        differs = bool(differing(decision, name))
        assert differs != same_content(content, decision.made.result)
    assert same_content([entry.span for entry in found if entry.final], decision.made.result)
    assert len({entry.id for entry in found}) == len(found)

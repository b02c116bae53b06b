"""Comparing: the worked example, cases worked by hand, and what must always hold."""

import json
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.review import compare
from tests.review.cases import TEXT, case, cases, pair, span

EXAMPLE = pair(
    [span(0, 3), span(5, 10, "DATE", "2024-03-05"), span(22, 27, "AMOUNT", "KRW 2000000000")],
    [span(0, 4), span(5, 10, "DATE", "2025-03-05"), span(16, 18, "SECTOR"), span(16, 18, "SECTOR")],
)


def of_pair(made):
    return compare(made)["pairs"]["A|B"]


def test_the_worked_example_of_the_rules_comes_out_to_the_last_digit() -> None:
    found = compare(EXAMPLE)
    assert found["import"] == {"rejected": 0, "duplicates": 1, "same": 7, "moved": 0, "edited": 0, "lost": 0}
    got = found["pairs"]["A|B"]
    third, two_thirds = 0.3333333333333333, 0.6666666666666666
    assert {key: value for key, value in got.items() if key not in ("per_label", "docs")} == {
        "n_docs": 1, "n_a": 3, "n_b": 3, "tp_exact": 1, "tp_boundary": 1, "m_lenient": 2, "m_lenient_any": 2,
        "p_exact": third, "r_exact": third, "f1_exact": third, "f1_boundary": third, "f1_lenient": two_thirds,
        "f1_lenient_any": two_thirds, "f1_average": 0.5, "f1_soft": 0.5833333333333334, "f1_char": two_thirds,
        "kappa_char": 0.5723270440251572, "kappa_label": None, "n_kappa_label": 1, "value_pairs": 1,
        "value_equal": 0, "value_rate": 0.0, "u_alpha": 0.5804077806421374, "u_alpha_binary": 0.5013368983957219,
        "cu_alpha": 1.0, "flattened_a": 0, "flattened_b": 0, "ci_f1_exact": None, "ci_f1_lenient": None,
        "classes": {"boundary": 1, "value": 1, "only_b": 1, "only_a": 1}, "boundary_kinds": {"josa": 1},
        "confusion": {"AGENCY|AGENCY": 1, "DATE|DATE": 1, "∅|SECTOR": 1, "AMOUNT|∅": 1},
    }  # fmt: skip
    assert got["per_label"]["AGENCY"] == {
        "n_a": 1, "n_b": 1, "tp_exact": 0, "m_lenient": 1, "f1_exact": 0.0, "f1_lenient": 1.0,
        "u_alpha": 0.8437112549938008,
    }  # fmt: skip
    assert got["docs"]["n1"]["items"] == [
        ["boundary", "josa", [[0, 3, "AGENCY", None]], [[0, 4, "AGENCY", None]]],
        ["value", None, [[5, 10, "DATE", "2024-03-05"]], [[5, 10, "DATE", "2025-03-05"]]],
        ["only_b", None, [], [[16, 18, "SECTOR", None]]],
        ["only_a", None, [[22, 27, "AMOUNT", "KRW 2000000000"]], []],
    ]
    assert found["group"] == {
        "n_docs": 1, "n_docs_multi": 1, "mean_f1_exact": third, "mean_f1_lenient": two_thirds,
        "pooled_f1_exact": third, "pooled_f1_lenient": two_thirds, "u_alpha": 0.5804077806421374,
        "u_alpha_binary": 0.5013368983957219, "alpha_char": 0.5729083665338646, "flattened": 0,
        "items": {"total": 4, "unanimous": 0, "majority": 0, "conflict": 4},
        "annotators": {
            "A": {"n_docs": 1, "n_spans": 3, "mean_f1_exact": third},
            "B": {"n_docs": 1, "n_spans": 3, "mean_f1_exact": third},
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "classes", "kinds"),
    [
        ([span(0, 3)], [span(0, 3)], {"same": 1}, {}),
        ([span(0, 3, value="x")], [span(0, 3)], {"value": 1}, {}),
        ([span(0, 3)], [span(0, 3, "DATE")], {"label": 1}, {}),
        ([span(0, 3)], [span(0, 4)], {"boundary": 1}, {"josa": 1}),
        ([span(5, 7)], [span(5, 8)], {"boundary": 1}, {"whitespace": 1}),
        ([span(22, 27)], [span(22, 34)], {"boundary": 1}, {"right": 1}),
        ([span(19, 27)], [span(22, 27)], {"boundary": 1}, {"left": 1}),
        ([span(5, 7), span(8, 10)], [span(5, 10)], {"merge": 1}, {}),
        ([span(5, 10)], [span(5, 7), span(8, 10)], {"split": 1}, {}),
        ([span(0, 3)], [span(0, 4, "DATE")], {"boundary_label": 1}, {"josa": 1}),
        ([span(0, 3)], [span(3, 4)], {"only_a": 1, "only_b": 1}, {}),
        ([], [span(0, 3)], {"only_b": 1}, {}),
    ],
)
def test_differences_have_the_class_and_kind_worked_by_hand(a, b, classes, kinds) -> None:
    found = of_pair(pair(a, b))
    assert found["classes"] == classes
    assert found["boundary_kinds"] == kinds


def test_a_split_counts_its_second_part_against_nobody() -> None:
    found = of_pair(pair([span(5, 10)], [span(5, 7), span(8, 10)]))
    assert found["confusion"] == {"AGENCY|AGENCY": 1, "∅|AGENCY": 1}


def test_a_document_that_one_of_them_did_not_do_counts_nowhere() -> None:
    found = of_pair(case({"A": {"n1": [span(0, 3)], "n2": [span(0, 3)]}, "B": {"n1": [span(0, 3)]}}))
    assert (found["n_docs"], found["n_a"], found["f1_exact"]) == (1, 1, 1.0)


def test_nothing_found_by_both_is_not_defined_and_neither_0_nor_1() -> None:
    found = of_pair(pair([], []))
    assert found["n_docs"] == 1
    undefined = (
        "f1_exact",
        "f1_lenient",
        "f1_soft",
        "f1_char",
        "kappa_char",
        "u_alpha",
        "cu_alpha",
        "value_rate",
    )
    assert [found[key] for key in undefined] == [None] * len(undefined)


@pytest.mark.parametrize(
    "wrong",
    [
        span(-1, 3), span(3, 3), span(4, 2), span(0, len(TEXT) + 1), span(0, 3, "PLACE"), span(0.0, 3),
        span(True, 3), span("0", 3),
    ],
)  # fmt: skip
def test_a_span_that_cannot_be_is_rejected_and_counted(wrong) -> None:
    found = compare(pair([wrong, span(0, 3)], [span(0, 3)]))
    assert found["import"]["rejected"] == 1
    assert found["pairs"]["A|B"]["f1_exact"] == 1.0


def test_spans_of_another_version_of_the_text_are_moved_to_ours() -> None:
    made = pair([span(0, 3)], [span(2, 5)])
    made["annotations"][1]["text"] = "\ufeff  기상청은 3월"[1:] + TEXT[7:]
    found = compare(made)
    assert (found["import"]["moved"], found["pairs"]["A|B"]["f1_exact"]) == (1, 1.0)


@pytest.mark.parametrize(
    "broken",
    [
        {"annotators": "A"},
        {"annotators": ["A|B", "C"]},
        {"documents": [{"doc_id": "n1"}]},
        {"annotations": [{"doc_id": "n9", "annotator": "A", "spans": []}]},
        {"annotations": [{"doc_id": "n1", "annotator": "Z", "spans": []}]},
        {"annotations": [{"doc_id": "n1", "annotator": "A", "spans": []}] * 2},
        {"annotations": [{"doc_id": "n1", "annotator": "A", "spans": [span(0, 3, value=7)]}]},
    ],
)
def test_what_is_no_case_is_told(broken) -> None:
    with pytest.raises(UserError) as raised:
        compare({**pair([], []), **broken})
    assert raised.value.message.id == "compare.case"


def test_many_documents_are_left_out_of_the_output_but_not_of_the_numbers() -> None:
    documents = {f"n{number}": [span(0, 3)] for number in range(61)}
    found = of_pair(case({"A": documents, "B": documents}))
    assert "docs" not in found
    assert found["n_docs"] == 61
    few = dict(list(documents.items())[:60])
    assert "docs" in of_pair(case({"A": few, "B": few}))


def test_the_interval_is_that_of_resampled_documents() -> None:
    rng = random.Random(7)
    a = {f"n{number:02}": [span(0, 3), span(5, 10)] for number in range(12)}
    b = {document: [span(0, 3) if rng.random() < 0.6 else span(0, 4), span(5, 10)] for document in a}
    found = of_pair(case({"A": a, "B": b}))
    rows = [(1 + (spans[0]["end"] == 3), 4) for spans in b.values()]
    drawing, values = random.Random(12345), []
    for _ in range(1000):
        drawn = [rows[int(drawing.random() * 12)] for _ in range(12)]
        values.append(2 * sum(row[0] for row in drawn) / sum(row[1] for row in drawn))
    values.sort()
    assert found["ci_f1_exact"] == [values[24], values[974]]
    assert found["ci_f1_lenient"] == [1.0, 1.0]


# What must always hold.


def mirrored(made):
    return {**made, "annotators": made["annotators"][::-1]}


@given(cases(annotators=("A", "B")))
def test_swapping_the_two_swaps_what_has_a_side_and_nothing_else(made) -> None:
    one, other = of_pair(made), compare(mirrored(made))["pairs"]["B|A"]
    even = (
        "n_docs", "tp_exact", "tp_boundary", "m_lenient", "m_lenient_any", "f1_exact", "f1_boundary", "f1_lenient",
        "f1_lenient_any", "f1_average", "f1_soft", "f1_char", "kappa_char", "u_alpha", "u_alpha_binary",
        "cu_alpha", "ci_f1_exact", "ci_f1_lenient",
    )  # fmt: skip
    assert {key: one[key] for key in even} == {key: other[key] for key in even}
    assert (one["n_a"], one["p_exact"], one["flattened_a"]) == (
        other["n_b"],
        other["r_exact"],
        other["flattened_b"],
    )


@given(cases(), st.randoms())
def test_the_order_of_entries_and_spans_changes_nothing(made, rng) -> None:
    mixed = json.loads(json.dumps(made))
    rng.shuffle(mixed["annotations"])
    for entry in mixed["annotations"]:
        rng.shuffle(entry["spans"])
    assert compare(mixed) == compare(made)


@given(cases())
def test_the_measures_keep_their_order_and_bounds(made) -> None:
    for found in compare(made)["pairs"].values():
        assert found["tp_exact"] <= found["tp_boundary"]
        assert (
            found["tp_exact"]
            <= found["m_lenient"]
            <= found["m_lenient_any"]
            <= min(found["n_a"], found["n_b"])
        )
        for key in ("f1_exact", "f1_boundary", "f1_lenient", "f1_soft", "f1_char", "value_rate"):
            assert found[key] is None or 0 <= found[key] <= 1
        for key in ("kappa_char", "kappa_label", "u_alpha", "u_alpha_binary", "cu_alpha"):
            assert found[key] is None or found[key] <= 1
        items = [item for document in found["docs"].values() for item in document["items"]]
        assert sum(len(ours) for _, _, ours, _ in items) == found["n_a"]
        assert sum(len(theirs) for _, _, _, theirs in items) == found["n_b"]


@given(cases(annotators=("A",)))
def test_the_same_twice_agrees_wholly_or_is_not_defined(made) -> None:
    twice = {
        **made,
        "annotators": ["A", "B"],
        "annotations": [{**entry, "annotator": name} for entry in made["annotations"] for name in "AB"],
    }
    found = of_pair(twice)
    for key in (
        "f1_exact",
        "f1_boundary",
        "f1_lenient",
        "f1_soft",
        "f1_char",
        "kappa_char",
        "u_alpha",
        "cu_alpha",
    ):
        assert found[key] in (None, 1.0)
    assert set(found["classes"]) <= {"same"}


def char_counts(made):
    """Return the characters of the documents of both, each with the labels that A and B give it."""
    texts = {document["doc_id"]: document["text"] for document in made["documents"]}
    layers = {(entry["doc_id"], entry["annotator"]): entry["spans"] for entry in made["annotations"]}
    for document, text in texts.items():
        if (document, "A") in layers and (document, "B") in layers:
            for at in range(len(text)):
                yield tuple(
                    frozenset(s["label"] for s in layers[document, name] if s["start"] <= at < s["end"])
                    for name in "AB"
                )


@given(cases(annotators=("A", "B")))
def test_measures_of_characters_are_those_counted_one_by_one(made) -> None:
    found, pairs = of_pair(made), list(char_counts(made))
    both = sum(len(a & b) for a, b in pairs)
    covered = sum(len(a) + len(b) for a, b in pairs)
    assert found["f1_char"] == (float(Fraction(2 * both, covered)) if covered else None)
    total = len(pairs)
    agreed = sum(a == b for a, b in pairs)
    chance = sum(
        sum(a == c for a, _ in pairs) * sum(b == c for _, b in pairs) for c in {s for p in pairs for s in p}
    )
    if total and chance != total * total:
        expected = float(
            (Fraction(agreed, total) - Fraction(chance, total**2)) / (1 - Fraction(chance, total**2))
        )
        assert found["kappa_char"] == expected
    else:
        assert found["kappa_char"] is None


def flat(spans):
    order = ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    kept = []
    for one in sorted(spans, key=lambda s: (s["start"] - s["end"], s["start"], order.index(s["label"]))):
        if all(one["end"] <= other["start"] or other["end"] <= one["start"] for other in kept):
            kept.append(one)
    return kept


@settings(max_examples=60)
@given(cases())
def test_u_alpha_is_that_of_every_pair_of_characters(made) -> None:
    """uα by its definition: all pairs of characters of one text laid side by side (rules, 5.2), nothing summed."""
    texts = {document["doc_id"]: document["text"] for document in made["documents"]}
    layers = {(entry["doc_id"], entry["annotator"]): flat(entry["spans"]) for entry in made["annotations"]}
    cells, squares = {}, {}
    for document, text in texts.items():
        names = [name for name in "ABC" if (document, name) in layers]
        if len(names) < 2:
            continue
        rows = {}
        for name in names:
            rows[name] = [
                next((s["label"] for s in layers[document, name] if s["start"] <= at < s["end"]), None)
                for at in range(len(text))
            ]
            squares[None] = squares.get(None, 0) + rows[name].count(None)
            for s in layers[document, name]:
                squares[s["label"]] = squares.get(s["label"], 0) + (s["end"] - s["start"]) ** 2
        for one in names:
            for other in names:
                if one != other:
                    for pair_ in zip(rows[one], rows[other], strict=True):
                        cells[pair_] = cells.get(pair_, Fraction(0)) + Fraction(1, len(names) - 1)
    total = sum(cells.values())
    margin = {c: sum(v for (one, _), v in cells.items() if one == c) for pair_ in cells for c in pair_}
    spread = total * total - sum(squares.values())
    chance = sum(margin[c] * margin[k] for c in margin for k in margin if c != k)
    found = compare(made)["group"]["u_alpha"]
    if not total or not spread or not chance:
        assert found is None
    else:
        observed = sum(v for (one, other), v in cells.items() if one != other)
        assert found == float(1 - observed / (total * chance / spread))

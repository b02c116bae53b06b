"""Pairing against trying everything."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.review import pairing
from annotator.review.pairing import heaviest, most_pairs

WEIGHTS = st.fractions(Fraction(1, 8), 2, max_denominator=8)


@st.composite
def boards(draw):
    size = draw(st.integers(1, 4))
    rows = draw(st.lists(st.dictionaries(st.integers(0, size - 1), WEIGHTS, max_size=size), max_size=4))
    return rows, size


def every_pairing(rows, size):
    """Yield every one-to-one pairing as (weight, partners), nobody written as `size`, which sorts last."""
    for partners in product(range(size + 1), repeat=len(rows)):
        chosen = [at for at in partners if at < size]
        if len(set(chosen)) == len(chosen) and all(
            at == size or at in row for at, row in zip(partners, rows, strict=True)
        ):
            yield (
                sum((row[at] for at, row in zip(partners, rows, strict=True) if at < size), Fraction(0)),
                partners,
            )


def first_of_heaviest(rows, size):
    best = max(weight for weight, _ in every_pairing(rows, size))
    partners = min(partners for weight, partners in every_pairing(rows, size) if weight == best)
    return best, [at if at < size else -1 for at in partners]


@given(boards())
def test_the_heaviest_pairing_is_found_and_of_ties_the_first(board) -> None:
    assert heaviest(*board) == first_of_heaviest(*board)


@settings(max_examples=60)
@given(boards())
def test_the_way_for_large_groups_finds_the_same(board) -> None:
    rows, size = board
    total = pairing._hungarian(rows, size)
    assert (total, pairing._first_of(rows, size, total)) == first_of_heaviest(rows, size)


@given(boards())
def test_the_most_pairs_are_found(board) -> None:
    rows, size = board
    most = max(sum(at < size for at in partners) for _, partners in every_pairing(rows, size))
    assert most_pairs([list(row) for row in rows]) == most


def test_a_group_of_twenty_against_twenty_is_paired_in_order() -> None:
    rows = [
        {at: Fraction(1, 1 + abs(at - one)) for at in range(max(0, one - 2), min(20, one + 3))}
        for one in range(20)
    ]
    assert heaviest(rows, 20) == (Fraction(20), list(range(20)))

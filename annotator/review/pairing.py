"""One-to-one pairing of marks: the most pairs, or the greatest weight, exactly and never greedily."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Final

Weights = Sequence[Mapping[int, Fraction]]
"""For each of the first side, what a pair with one of the second (by position) weighs; only pairs that may be."""

# Up to so many on the second side every set of them is looked at; above, the Hungarian algorithm is quicker.
_MASKED: Final = 12
_ALONE: Final = -1


def most_pairs(may: Sequence[Sequence[int]]) -> int:
    """Return the size of a largest one-to-one pairing; `may` lists for each of one side whom it may pair with."""
    holder: dict[int, int] = {}

    def placed(one: int, seen: set[int]) -> bool:
        for other in may[one]:
            if other not in seen:
                seen.add(other)
                if other not in holder or placed(holder[other], seen):
                    holder[other] = one
                    return True
        return False

    return sum(placed(one, set()) for one in range(len(may)))


def heaviest(weights: Weights, size: int) -> tuple[Fraction, list[int]]:
    """Return the greatest total weight of a one-to-one pairing, and whom each pairs with (-1: nobody).

    `size` is how many there are on the second side. Of all heaviest pairings it is the one whose list of partners
    is smallest, entry by entry, "nobody" coming after every partner (review rules, section 6, ties).
    """
    if size == 1 or len(weights) == 1:
        return _one_pair(weights)
    if size <= _MASKED:
        return _by_masks(weights)
    total = _hungarian(weights, size)
    return total, _first_of(weights, size, total)


def _one_pair(weights: Weights) -> tuple[Fraction, list[int]]:
    """Return the pair that weighs most, the first of those, where one side has but one: there can be no second."""
    partners = [_ALONE] * len(weights)
    found: tuple[Fraction, int, int] | None = None
    for one, row in enumerate(weights):
        for other, weight in sorted(row.items()):
            if found is None or weight > found[0]:
                found = (weight, one, other)
    if found is None:
        return Fraction(0), partners
    partners[found[1]] = found[2]
    return found[0], partners


def _by_masks(weights: Weights) -> tuple[Fraction, list[int]]:
    rows, scale = _whole(weights)

    @cache
    def best(one: int, taken: int) -> int:
        if one == len(rows):
            return 0
        found = best(one + 1, taken)
        for other, weight in rows[one]:
            if not taken >> other & 1:
                found = max(found, weight + best(one + 1, taken | 1 << other))
        return found

    partners: list[int] = []
    taken = 0
    for one, row in enumerate(rows):
        rest = best(one, taken)
        chosen = _ALONE
        for other, weight in row:
            if not taken >> other & 1 and weight + best(one + 1, taken | 1 << other) == rest:
                chosen = other
                taken |= 1 << other
                break
        partners.append(chosen)
    return Fraction(best(0, 0), scale), partners


def _whole(weights: Weights) -> tuple[list[list[tuple[int, int]]], int]:
    """Return weights as whole numbers, each row by partner, and what they are to be divided by."""
    scale = lcm(*(weight.denominator for row in weights for weight in row.values()))
    rows = [
        [(other, weight.numerator * (scale // weight.denominator)) for other, weight in sorted(row.items())]
        for row in weights
    ]
    return rows, scale


def _first_of(weights: Weights, size: int, total: Fraction) -> list[int]:
    """Return the smallest list of partners of weight `total`, by trying each partner in turn."""
    partners: list[int] = []
    left = total
    gone: set[int] = set()
    for one, choices in enumerate(weights):
        chosen = _ALONE
        for other, weight in sorted(choices.items()):
            if (
                other not in gone
                and weight + _hungarian(_without(weights[one + 1 :], gone | {other}), size) == left
            ):
                chosen = other
                gone.add(other)
                left -= weight
                break
        partners.append(chosen)
    return partners


def _without(weights: Weights, gone: set[int]) -> Weights:
    return [{other: weight for other, weight in row.items() if other not in gone} for row in weights]


def _hungarian(weights: Weights, size: int) -> Fraction:
    """Return the greatest total weight, by the Hungarian algorithm on whole numbers.

    A mark may stay alone: each of the first side has a partner of its own that weighs nothing.
    """
    rows, scale = _whole(weights)
    count = len(rows)
    width = size + count
    costs = [[0] * width for _ in rows]
    for one, row in enumerate(rows):
        for other, weight in row:
            costs[one][other] = -weight
    # Potentials and shortest augmenting paths, counted from 1 (Jonker and Volgenant's form).
    row_potential, column_potential = [0] * (count + 1), [0] * (width + 1)
    holder = [0] * (width + 1)
    for one in range(1, count + 1):
        _augment(costs, one, row_potential, column_potential, holder)
    total = sum(costs[holder[at] - 1][at - 1] for at in range(1, width + 1) if holder[at])
    return Fraction(-total, scale)


def _augment(
    costs: Sequence[Sequence[int]], one: int, rows: list[int], columns: list[int], holder: list[int]
) -> None:
    width = len(columns) - 1
    least: list[int | None] = [None] * (width + 1)
    way = [0] * (width + 1)
    used = [False] * (width + 1)
    holder[0], at = one, 0
    while True:
        used[at] = True
        row, delta, following = holder[at], None, 0
        for column in range(1, width + 1):
            if used[column]:
                continue
            cost = costs[row - 1][column - 1] - rows[row] - columns[column]
            known = least[column]
            if known is None or cost < known:
                least[column] = known = cost
                way[column] = at
            if delta is None or known < delta:
                delta, following = known, column
        _shift(rows, columns, holder, used, least, delta or 0)
        at = following
        if holder[at] == 0:
            break
    while at:
        holder[at] = holder[way[at]]
        at = way[at]


def _shift(
    rows: list[int],
    columns: list[int],
    holder: Sequence[int],
    used: Sequence[bool],
    least: list[int | None],
    delta: int,
) -> None:
    for column, taken in enumerate(used):
        if taken:
            rows[holder[column]] += delta
            columns[column] -= delta
        elif (known := least[column]) is not None:
            least[column] = known - delta

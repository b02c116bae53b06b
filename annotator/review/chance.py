"""Agreement beyond chance: Cohen's κ and Krippendorff's nominal α, from counts (`docs/comparing.md`, 5)."""

from collections import Counter
from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import TypeVar

C = TypeVar("C", bound=Hashable)


def kappa(joint: Mapping[tuple[C, C], int]) -> float | None:
    """Return Cohen's κ of how often each pair of categories met; None for nothing to count, or no chance to differ."""
    total = sum(joint.values())
    if not total:
        return None
    ours: Counter[C] = Counter()
    theirs: Counter[C] = Counter()
    agreed = 0
    for (one, other), count in joint.items():
        ours[one] += count
        theirs[other] += count
        agreed += count if one == other else 0
    expected = sum(count * theirs[one] for one, count in ours.items())
    if expected == total * total:
        return None
    return float(Fraction(agreed * total - expected, total * total - expected))


def nominal_alpha(meetings: Mapping[tuple[C, C], Fraction]) -> float | None:
    """Return Krippendorff's nominal α of the coincidences o_ck, both orders counted; None where it is undefined."""
    sums: dict[C, Fraction] = {}
    differing = Fraction(0)
    for (one, other), count in meetings.items():
        sums[one] = sums.get(one, Fraction(0)) + count
        differing += count if one != other else 0
    total = sum(sums.values(), Fraction(0))
    chance = total * total - sum(count * count for count in sums.values())
    if total <= 1 or chance == 0:
        return None
    return float(1 - (total - 1) * differing / chance)

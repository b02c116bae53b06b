"""Medians and percentiles of what was measured."""

from collections.abc import Sequence
from math import ceil


def percentile(figures: Sequence[float], share: float) -> float:
    """Return the figure that so many of a hundred do not exceed (nearest rank)."""
    ordered = sorted(figures)
    return ordered[max(0, ceil(share / 100 * len(ordered)) - 1)]

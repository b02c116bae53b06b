"""Comparing texts and layers: re-anchoring, likeness, and the agreement of annotators. Standard library only, pure."""

from collections.abc import Mapping

__all__ = ["compare"]


def compare(case: Mapping[str, object]) -> dict[str, object]:
    """Return the agreement of annotators, as JSON: see `annotator.review.comparison.compare`."""
    from annotator.review import comparison

    return comparison.compare(case)

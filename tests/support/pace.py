"""How fast this machine is just now, so that a bound on time means the same on a slow or busy one.

A test that time does not explode asserts `spent < bound`: `spent` is CPU time without the sweeps of the garbage
collector over everything that other tests have left, and `allowed` stretches the bound by what a fixed piece of work
takes here against what it took where the bounds were written.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time

# The CPU time of `_piece` on the machine where the bounds were written, at rest.
_AT_REST = 0.004


class Spent:
    """CPU seconds that a block took; readable after it."""

    def __init__(self) -> None:
        self.seconds = 0.0


@contextmanager
def timed() -> Iterator[Spent]:
    """Measure the CPU time of what is done inside, the garbage of other tests left alone."""
    spent = Spent()
    was_enabled = gc.isenabled()
    gc.disable()
    began = process_time()
    try:
        yield spent
    finally:
        spent.seconds = process_time() - began
        if was_enabled:
            gc.enable()


def least(work: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU time of some runs: what the work costs when nothing comes between."""
    runs: list[float] = []
    for _ in range(times):
        with timed() as spent:
            work()
        runs.append(spent.seconds)
    return min(runs)


def allowed(seconds: float) -> float:
    """Return a bound on CPU time, stretched by how slow this machine is just now (never shortened)."""
    return seconds * max(1.0, least(_piece, 2) / _AT_REST)


def _piece() -> int:
    """Do some work of the kind that readers and rules do: slices, look-ups, small objects."""
    text = "한국과 미국은 반도체와 배터리 분야에서 협력한다.\n" * 200
    seen: dict[str, int] = {}
    for at in range(len(text)):
        piece = text[at : at + 3]
        if piece.strip():
            seen[piece] = seen.get(piece, 0) + ord(text[at])
    return sum(len((key, value)) for key, value in sorted(seen.items()) for _ in range(40))

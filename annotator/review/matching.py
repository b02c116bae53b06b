"""The matching blocks of two strings, the very ones that difflib finds, at a fraction of its cost.

`difflib.SequenceMatcher(None, a, b, autojunk=False)` takes the longest common substring, of several the one that
begins first in `a`, then in `b`, and goes on left and right of it. Its search looks at every pair of equal
characters. Here a common substring of at least `2 s - 1` characters is found by the pieces of `s` characters that
`a` is cut into: it holds one of them whole. Looking for ever shorter ones finds the longest without touching most
pairs, and nothing is assumed about the texts, so no other block is ever chosen.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

# A search by `str.find` reads the whole range of `b` for each piece; past this many characters read in all, an
# index of the grams of `b` is cheaper. Sizes of grams that are indexed, longest first.
_READ_AT_MOST: Final = 1 << 19
_GRAMS: Final = (16, 8, 4, 2, 1)
_FIRST_STRIDE: Final = 16


class Block(NamedTuple):
    """`a[a_start : a_start + size] == b[b_start : b_start + size]`."""

    a_start: int
    b_start: int
    size: int


class _Range(NamedTuple):
    """Where is looked: `a_start` to `a_end` of `a`, `b_start` to `b_end` of `b`; no block there exceeds `most`."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    most: int

    @property
    def shorter(self) -> int:
        """The length of the shorter side."""
        return min(self.a_end - self.a_start, self.b_end - self.b_start)


def matching_blocks(a: str, b: str) -> list[Block]:
    """Return the matching blocks of difflib, in order, without its empty last one.

    No two are adjacent on both sides: the longer of them, which is chosen first, would hold the other.
    """
    return sorted(block for block, _ in _steps(a, b) if block is not None)


def similarity(a: str, b: str) -> float:
    """Return `difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()`; it depends on which string is first."""
    return _ratio(sum(block.size for block in matching_blocks(a, b)), len(a) + len(b))


def is_similar(a: str, b: str, threshold: float) -> bool:
    """Tell whether `similarity` is at least the threshold; as soon as that is sure, no further block is looked for."""
    length = len(a) + len(b)
    most = min(len(a), len(b))
    if _ratio(most, length) < threshold:
        return False
    matched = 0
    for block, unmatched in _steps(a, b):
        most -= unmatched
        matched += 0 if block is None else block.size
        if _ratio(most, length) < threshold:
            return False
        if _ratio(matched, length) >= threshold:
            return True
    return True


def _ratio(matched: int, length: int) -> float:
    return 2.0 * matched / length if length else 1.0


def _steps(a: str, b: str) -> Iterator[tuple[Block | None, int]]:
    """Yield the blocks as they are found, each with how many characters fewer than before it can still be matched.

    None stands for a range without a block. At first as many can be matched as the shorter string has.
    """
    finder = _Finder(a, b)
    todo = [_Range(0, len(a), 0, len(b), min(len(a), len(b)))]
    while todo:
        place = todo.pop()
        block = finder.longest(place)
        if block is None:
            yield None, place.shorter
            continue
        a_start, b_start, size = block
        left = _Range(place.a_start, a_start, place.b_start, b_start, size)
        right = _Range(a_start + size, place.a_end, b_start + size, place.b_end, size)
        todo.append(left)
        todo.append(right)
        yield block, place.shorter - left.shorter - size - right.shorter


class _Finder:
    """Finds the longest common substring of ranges of two strings."""

    __slots__ = ("_a", "_b", "_indexes")

    def __init__(self, a: str, b: str) -> None:
        self._a = a
        self._b = b
        self._indexes: dict[int, dict[str, list[int]]] = {}

    def longest(self, place: _Range) -> Block | None:
        """Return the longest block of the range, of several the first in `a`, then in `b`; None where none is."""
        least = min(place.shorter, place.most)
        while least:
            block = self._longest_of(place, least)
            if block is not None:
                return block
            least //= 2
        return None

    def _longest_of(self, place: _Range, least: int) -> Block | None:
        """Return what `longest` does, if it has at least `least` characters."""
        piece = (least + 1) // 2
        best: Block | None = None
        # On each diagonal, up to where in `a` it is known: a block that was seen once is not measured again.
        known: dict[int, int] = {}
        for at, found in self._places(place, piece):
            if at < known.get(found - at, 0):
                continue
            block = self._grown(place, at, found, piece)
            known[found - at] = block.a_start + block.size
            if block.size >= least and (best is None or _comes_before(block, best)):
                best = block
        return best

    def _grown(self, place: _Range, at: int, found: int, size: int) -> Block:
        a, b = self._a, self._b
        left = _equal_before(a, at, b, found, min(at - place.a_start, found - place.b_start))
        a_end, b_end = at + size, found + size
        right = _equal_after(a, a_end, b, b_end, min(place.a_end - a_end, place.b_end - b_end))
        return Block(at - left, found - left, left + size + right)

    def _places(self, place: _Range, size: int) -> Iterator[tuple[int, int]]:
        """Yield where each piece of `a` begins and where it stands in `b`, ordered by the one, then the other."""
        pieces = range(place.a_start, place.a_end - size + 1, size)
        if len(pieces) * (place.b_end - place.b_start) > _READ_AT_MOST:
            return self._indexed_places(place, size, pieces)
        return self._read_places(place, size, pieces)

    def _read_places(self, place: _Range, size: int, pieces: range) -> Iterator[tuple[int, int]]:
        a, b = self._a, self._b
        for at in pieces:
            piece = a[at : at + size]
            found = b.find(piece, place.b_start, place.b_end)
            while found >= 0:
                yield at, found
                found = b.find(piece, found + 1, place.b_end)

    def _indexed_places(self, place: _Range, size: int, pieces: range) -> Iterator[tuple[int, int]]:
        a, b = self._a, self._b
        gram = next(length for length in _GRAMS if length <= size)
        index = self._index(gram)
        last = place.b_end - size
        for at in pieces:
            places = index.get(a[at : at + gram], ())
            piece = a[at : at + size]
            for number in range(bisect_left(places, place.b_start), len(places)):
                found = places[number]
                if found > last:
                    break
                if gram == size or b.startswith(piece, found):
                    yield at, found

    def _index(self, gram: int) -> dict[str, list[int]]:
        index = self._indexes.get(gram)
        if index is None:
            index = self._indexes[gram] = {}
            b = self._b
            for at in range(len(b) - gram + 1):
                index.setdefault(b[at : at + gram], []).append(at)
        return index


def _comes_before(block: Block, other: Block) -> bool:
    return (-block.size, block.a_start, block.b_start) < (-other.size, other.a_start, other.b_start)


def _equal_after(a: str, at: int, b: str, found: int, most: int) -> int:
    """Return how many characters, at most `most`, `a` from `at` on and `b` from `found` on have in common."""
    if most <= 0 or a[at] != b[found]:
        return 0
    size, stride = 1, _FIRST_STRIDE
    while size < most:
        stride = min(stride, most - size)
        here, there = at + size, found + size
        if a[here : here + stride] == b[there : there + stride]:
            size += stride
            stride *= 2
        else:
            return size + _equal_of(a[here : here + stride], b[there : there + stride])
    return size


def _equal_before(a: str, at: int, b: str, found: int, most: int) -> int:
    """Return how many characters, at most `most`, `a` before `at` and `b` before `found` have in common."""
    if most <= 0 or a[at - 1] != b[found - 1]:
        return 0
    size, stride = 1, _FIRST_STRIDE
    while size < most:
        stride = min(stride, most - size)
        here, there = at - size, found - size
        if a[here - stride : here] == b[there - stride : there]:
            size += stride
            stride *= 2
        else:
            return size + _equal_of(a[here - stride : here][::-1], b[there - stride : there][::-1])
    return size


def _equal_of(a: str, b: str) -> int:
    """Return the length of the common beginning of two strings of one length that differ."""
    low, high = 0, len(a)
    while high - low > 1:
        middle = (low + high) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle
    return low

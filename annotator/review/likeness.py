"""Near-duplicates: which texts are alike, found by small sketches without comparing all pairs.

Two texts are alike where the ratio of difflib over their skeletons is at least the threshold. A sketch stands for
the set of the skeleton's grams of three characters: for each of 96 points on the circle of hash values it holds the
first hash of the set that follows (minwise hashing: Broder 1997; with one hash for all points: Shrivastava, Li
2014), so two sketches agree in about as many points, as a share, as the two sets have grams in common. A sketch
only chooses which pairs are compared.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Final, NewType
from zlib import crc32

from annotator.review.matching import is_similar, similarity
from annotator.review.skeleton import SCHEME as SKELETON_SCHEME
from annotator.review.skeleton import skeleton_text

SCHEME: Final = f"1/{SKELETON_SCHEME}"
"""What a sketch looks like depends on this; sketches of two schemes must not be compared."""

Sketch = NewType("Sketch", bytes)
"""192 bytes, the same for the same text on every machine; none for a text of blanks alone."""

THRESHOLD: Final = 0.9
"""The least ratio that counts as alike where nothing else is said."""

_POINTS: Final = 96
_POINT_BYTES: Final = 2
_POINT_MASK: Final = 0xFFFF
_CIRCLE: Final = tuple(number * 2**32 // _POINTS for number in range(_POINTS))
_GRAM: Final = 3
_UNIT: Final = 2
# Of each point its highest bit, and all those below it.
_HIGH_BITS: Final = int.from_bytes(b"\x00\x80" * _POINTS, "little")
_LOW_BITS: Final = int.from_bytes(b"\xff\x7f" * _POINTS, "little")
# Texts whose sketches agree in three neighbouring points, in one of 32 such bands, are compared.
_BAND_BYTES: Final = 3 * _POINT_BYTES
# What bounds the work for one text where thousands are half alike: how many texts of a band are considered, and
# how many comparisons in a row may fail, the likeliest first.
_CONSIDERED: Final = 64
_FAILURES: Final = 8


def sketch(text: str) -> Sketch:
    """Return the sketch of a document's text, to be stored beside it with `SCHEME`."""
    return _sketch_of(skeleton_text(text))


def likeness(a: str, b: str) -> float:
    """Return how alike two texts are, 0 to 1: the ratio of difflib over their skeletons (`docs/comparing.md`, 3)."""
    return similarity(skeleton_text(a), skeleton_text(b))


def candidates(wanted: Sketch, others: Mapping[int, Sketch], threshold: float = THRESHOLD) -> list[int]:
    """Return the ids of the texts worth comparing with that of `wanted`, the likeliest first; reads all sketches."""
    return _likeliest_first(wanted, others.items(), _least_agreement(threshold))


def likely_pairs(
    sketches: Mapping[int, Sketch], threshold: float = THRESHOLD, *, fresh: Collection[int] | None = None
) -> dict[int, list[int]]:
    """Return for each text the ids below its own that are worth comparing with it, the likeliest first.

    With `fresh`, only pairs that hold one of those ids. Takes time in proportion to the number of sketches and of
    pairs found, not of all pairs.
    """
    found: dict[int, set[int]] = {}
    ids = [id_ for id_ in sorted(sketches) if sketches[id_]]
    for at in range(0, _POINTS * _POINT_BYTES, _BAND_BYTES):
        for id_, below in _sharing(((id_, sketches[id_][at : at + _BAND_BYTES]) for id_ in ids), fresh):
            found.setdefault(id_, set()).update(below)
    least = _least_agreement(threshold)
    near = {
        id_: _likeliest_first(sketches[id_], ((other, sketches[other]) for other in below), least)
        for id_, below in sorted(found.items())
    }
    return {id_: below for id_, below in near.items() if below}


def groups(texts: Mapping[int, str], threshold: float = THRESHOLD) -> list[frozenset[int]]:
    """Return the groups of texts that are alike, each of two or more ids, ordered by their least id.

    Two texts are in one group if a chain of texts, each alike to the next, leads from one to the other; of a pair
    the smaller id is the first text of the ratio. Equal skeletons are always found. Other pairs are found where
    their sketches are likely: nearly all, but a smaller share the lower the threshold, and of texts of some twenty
    characters, and where thousands of texts are half alike.
    """
    joined = _Groups(texts)
    sketches: dict[int, Sketch] = {}
    first: dict[bytes, int] = {}
    for id_ in sorted(texts):
        text = skeleton_text(texts[id_])
        twin = first.setdefault(_digest(text), id_)
        if twin == id_:
            sketches[id_] = _sketch_of(text)
        else:
            joined.join(twin, id_)
    for id_, below in likely_pairs(sketches, threshold).items():
        _join_alike(joined, texts, (id_, below), threshold)
    return joined.listed()


class _Groups:
    """Sets of ids that are joined step by step."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._parent = {id_: id_ for id_ in ids}

    def of(self, id_: int) -> int:
        """Return the id that stands for the set of `id_`."""
        parent = self._parent
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    def join(self, a: int, b: int) -> None:
        """Make one set of the two."""
        self._parent[self.of(b)] = self.of(a)

    def listed(self) -> list[frozenset[int]]:
        """Return the sets of two or more, ordered by their least id."""
        sets: dict[int, set[int]] = {}
        for id_ in self._parent:
            sets.setdefault(self.of(id_), set()).add(id_)
        return sorted((frozenset(members) for members in sets.values() if len(members) > 1), key=min)


def _join_alike(
    joined: _Groups, texts: Mapping[int, str], near: tuple[int, list[int]], threshold: float
) -> None:
    id_, below = near
    text = skeleton_text(texts[id_])
    failures = 0
    for other in below:
        if joined.of(other) == joined.of(id_):
            continue
        if is_similar(skeleton_text(texts[other]), text, threshold):
            joined.join(other, id_)
            failures = 0
        else:
            failures += 1
        if failures == _FAILURES:
            return


def _sharing(
    bands: Iterable[tuple[int, bytes]], fresh: Collection[int] | None
) -> Iterator[tuple[int, Iterable[int]]]:
    """Yield each id with those before it that have the same band."""
    members: dict[bytes, list[int]] = {}
    for id_, band in bands:
        before = members.setdefault(band, [])
        if before:
            yield id_, before if fresh is None or id_ in fresh else [at for at in before if at in fresh]
        if len(before) < _CONSIDERED:
            before.append(id_)


def _likeliest_first(wanted: Sketch, others: Iterable[tuple[int, Sketch]], least: float) -> list[int]:
    counted = ((_agreement(wanted, other), id_) for id_, other in others)
    return [id_ for _, id_ in sorted((-count, id_) for count, id_ in counted if count >= least)]


def _sketch_of(skeleton: str) -> Sketch:
    if not skeleton:
        return Sketch(b"")
    units = skeleton.encode("utf-16-le", "surrogatepass")
    size = _GRAM * _UNIT
    last = max(len(units) - size, 0)
    codes = sorted(map(crc32, [units[at : at + size] for at in range(0, last + 1, _UNIT)]))
    codes.append(codes[0])
    following = (codes[bisect_left(codes, point, 0, len(codes) - 1)] for point in _CIRCLE)
    return Sketch(b"".join([(code & _POINT_MASK).to_bytes(_POINT_BYTES, "little") for code in following]))


def _digest(skeleton: str) -> bytes:
    return blake2b(skeleton.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _agreement(a: Sketch, b: Sketch) -> int:
    """Return in how many points two sketches agree, all points at once as the lanes of one whole number."""
    if not a or not b:
        return 0
    differing = int.from_bytes(a, "little") ^ int.from_bytes(b, "little")
    # A lane that is not 0 has its highest bit in itself or in the sum; nothing is carried from lane to lane.
    unequal = ((differing & _LOW_BITS) + _LOW_BITS | differing) & _HIGH_BITS
    return _POINTS - unequal.bit_count()


def _least_agreement(threshold: float) -> float:
    """Return in how many points, at least, the sketches of two texts agree that may reach the threshold.

    A ratio of t with single characters changed, far apart, leaves f = 1 - 3 (1 - t) of the grams of both texts, so
    f / (2 - f) of them are common: the least that is usual. Half of it leaves room for chance.
    """
    left = max(1 - _GRAM * (1 - threshold), 0.1)
    return _POINTS * left / (2 - left) / 2

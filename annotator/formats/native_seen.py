"""Parts that nearly every line of a native file repeats, read once."""

from typing import Final

from annotator.core.entry import LabelSetName
from annotator.core.values import Norm
from annotator.formats.native_keys import UNKNOWN_TIME
from annotator.formats.native_parts import label_set_read
from annotator.formats.native_shape import Line, is_moment, is_texts, norm_of

_MOST_SEEN: Final = 8192


def known_moment(moment: str) -> str:
    """Return a moment as entries have it: "" where it stands for unknown."""
    return "" if moment == UNKNOWN_TIME else moment


class Seen:
    """Values and moments of a file that were found well formed, so that equal ones need no second look."""

    __slots__ = ("label_sets", "moments", "norms")

    def __init__(self) -> None:
        self.label_sets: dict[tuple[object, ...], LabelSetName] = {}
        self.norms: dict[tuple[object, ...], Norm] = {}
        self.moments: dict[str, str] = {}

    def norm(self, raw: object) -> Norm | None:
        """Return the value that `raw` is, or None where it has not exactly the shape of one."""
        if type(raw) is not dict or tuple(raw) != Norm._fields:
            return norm_of(raw)
        key = tuple(raw.values())
        try:
            norm = self.norms.get(key)
        except TypeError:  # a list or an object where text should be
            return None
        if norm is None:
            norm = norm_of(raw)
            if norm is not None and len(self.norms) < _MOST_SEEN:
                self.norms[key] = norm
        return norm

    def label_set(self, raw: object, line: Line) -> LabelSetName | None:
        """Return the name of the label set, which is the same on most lines of a file; None (reported) if bad."""
        if type(raw) is not dict or tuple(raw) != LabelSetName._fields:
            return label_set_read(raw, line)
        uid, version, sha256, labels = raw.values()
        if type(version) is not int or not is_texts(labels):
            return label_set_read(raw, line)
        key = (str(uid), version, str(sha256), *labels)
        known = self.label_sets.get(key) if type(uid) is type(sha256) is str else None
        if known is None:
            known = label_set_read(raw, line)
            if known is not None and len(self.label_sets) < _MOST_SEEN:
                self.label_sets[key] = known
        return known

    def moment(self, raw: object) -> str | None:
        """Return a moment as entries have it ("" where it stands for unknown), None where it is none."""
        if type(raw) is not str:
            return None
        known = self.moments.get(raw)
        if known is None and is_moment(raw):
            known = known_moment(raw)
            if len(self.moments) < _MOST_SEEN:
                self.moments[raw] = known
        return known

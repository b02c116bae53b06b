"""Which of our documents a text that comes in is: the tiers of `docs/comparing.md`, 7, each as sure as it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, Protocol

from annotator.review.matching import is_similar, similarity
from annotator.review.skeleton import skeleton_text

LEAST: Final = 0.8
"""The least ratio of the skeletons at which a text under a known id is taken for an edited one."""


class Tier(StrEnum):
    """How a text was matched; what stands below `reflow` is never paired without a person."""

    EXACT = "exact"
    HASH = "hash"
    REFLOW = "reflow"
    EDITED = "edited"
    CONFLICT = "conflict"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


SURE: Final = frozenset({Tier.EXACT, Tier.HASH, Tier.REFLOW})
"""The tiers that need no person."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a text is: `documents` are the ones it may be, by their ids; one where the tier is sure or `edited`.

    Of a conflict the first is the one that has the id, the others are those that have the text.
    """

    tier: Tier
    documents: tuple[int, ...] = ()

    @property
    def document(self) -> int | None:
        """The one document that it is, None where that is not known."""
        one = self.tier in SURE or self.tier is Tier.EDITED
        return self.documents[0] if one and self.documents else None


class Documents(Protocol):
    """Our documents, as far as they can be matched, by their row ids."""

    def of_id(self, uid: str) -> int | None:
        """Return the document that files call so."""

    def with_text(self, text: str) -> Sequence[int]:
        """Return the documents that have exactly this text, by age."""

    def with_skeleton(self, text: str) -> Sequence[int]:
        """Return the documents whose skeleton is that of this text, by age."""

    def text(self, document: int) -> str:
        """Return a document's text."""


def skeleton_digest(text: str) -> str:
    """Return what two texts share whose skeletons are equal; whoever stores it names `skeleton.SCHEME` beside it."""
    return sha256(skeleton_text(text).encode("utf-8", "surrogatepass")).hexdigest()


def match(uid: str, text: str, ours: Documents) -> Match:
    """Return which of our documents a text under that id ("" for none) is; the first tier that fits."""
    own = ours.of_id(uid) if uid else None
    if own is None:
        return _without_id(text, ours)
    if ours.text(own) == text:
        return Match(Tier.EXACT, (own,))
    same = [other for other in ours.with_text(text) if other != own]
    if same:
        return Match(Tier.CONFLICT, (own, *same))
    skeleton, own_skeleton = skeleton_text(text), skeleton_text(ours.text(own))
    if skeleton == own_skeleton:
        return Match(Tier.REFLOW, (own,))
    alike = [other for other in ours.with_skeleton(text) if other != own]
    if not alike and is_similar(own_skeleton, skeleton, LEAST):
        return Match(Tier.EDITED, (own,))
    return Match(Tier.CONFLICT, (own, *alike))


def _without_id(text: str, ours: Documents) -> Match:
    same = tuple(ours.with_text(text))
    if len(same) == 1:
        return Match(Tier.HASH, same)
    alike = same or tuple(ours.with_skeleton(text))
    if len(alike) > 1:
        return Match(Tier.AMBIGUOUS, alike)
    return Match(Tier.REFLOW, alike) if alike else Match(Tier.UNMATCHED)


def likeness(ours: str, theirs: str) -> float:
    """Return how alike our text and theirs are: the ratio of difflib over their skeletons, ours first."""
    return similarity(skeleton_text(ours), skeleton_text(theirs))

"""What gathering colleagues' files asks, and what a person answers: labels, people, texts, layers in two versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.app.gather.replacing import LayerKey
from annotator.core.people import Annotator
from annotator.review.tiers import Tier

NEW: Final = 0
"""The answer that a text is a document of its own."""

LEAVE_OUT: Final = -1
"""The answer that a text is left out."""

ADD: Final = "+"
"""The answer that a label is to be added."""

LEAVE: Final = "-"
"""The answer that the marks of a label are left out."""

APART: Final = "="
"""The answer that two people of one name are two."""


class Away(StrEnum):
    """Where a document is that a person does not want any more."""

    BIN = "bin"
    GONE = "gone"


class Choice(StrEnum):
    """Which version of an item counts where a layer has two."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


AwayKey = tuple[str, Away]
"""Documents of one file that are put away: the file's name, and where they are."""

TextKey = tuple[str, str]
"""A text that came in: the id that its file gives it, and its digest."""

PersonKey = tuple[str, str, str]
"""Who a file says made a layer: the file's name (where it names nobody, else ""), the person's id, their name."""


class Aspect(StrEnum):
    """What of a layer in two versions an item is about."""

    SPANS = "spans"
    STATUS = "status"
    FLAG = "flag"
    DOC_LABELS = "doc_labels"
    RECORDS = "records"
    RELATIONS = "relations"
    COMMENTS = "comments"


class ItemKey(NamedTuple):
    """An item of a layer in two versions: its extent in our text (code points, end exclusive), what it is about.

    `which` tells those apart that lie on the same range.
    """

    start: int
    end: int
    aspect: Aspect = Aspect.SPANS
    which: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has answered.

    `labels` by file name and label key: the key of a label of ours, ADD or LEAVE. `documents`: the row id of ours,
    NEW or LEAVE_OUT. `people`: the id (uid) of an annotator of ours, APART, or for a layer that names nobody a name.
    `layers`: for the items of a layer that has two versions, which one counts. `away`: whether the documents of a file
    that are put away come back.
    """

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    documents: Mapping[TextKey, int] = field(default_factory=dict)
    people: Mapping[PersonKey, str] = field(default_factory=dict)
    layers: Mapping[LayerKey, Mapping[ItemKey, Choice]] = field(default_factory=dict)
    away: Mapping[AwayKey, bool] = field(default_factory=dict)

    def and_more(self, later: "Answers") -> "Answers":
        """Return these answers with later ones, which count where both say something."""
        files = {*self.labels, *later.labels}
        keys = {*self.layers, *later.layers}
        return Answers(
            {file: {**self.labels.get(file, {}), **later.labels.get(file, {})} for file in files},
            {**self.documents, **later.documents},
            {**self.people, **later.people},
            {key: {**self.layers.get(key, {}), **later.layers.get(key, {})} for key in keys},
            {**self.away, **later.away},
        )


@dataclass(slots=True)
class AskedLabel:
    """A label that a file uses and we do not know: how many marks have it, and some of them."""

    file: str
    key: str
    title: str = ""
    count: int = 0
    quotes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class AskedPerson:
    """Whose layers these are: nobody's by the file, or those of somebody whose name is that of another here.

    `proposed` is the name to begin with, `same` the annotators of that name.
    """

    key: PersonKey
    file: str
    proposed: str
    same: tuple[Annotator, ...] = ()
    layers: int = 0


@dataclass(slots=True)
class AskedText:
    """A text that may be one of ours: how it was matched, how it begins, and which of ours is most like it.

    `likely` are documents of ours (row id, title, likeness from 0 to 1), the likeliest first.
    """

    key: TextKey
    file: str
    tier: Tier
    title: str
    text: str
    candidates: tuple[int, ...]
    spans: int = 0
    likely: tuple[tuple[int, str, float], ...] = ()


class Said(NamedTuple):
    """One thing that a version says: a mark with its label, written value, note and doubt.

    Of a record or a relation `text` has its members with their labels; of a comment `label` is who wrote it, and
    `done` says that it is settled; a status, a flag and the document's labels are `text` alone.
    """

    text: str
    label: str = ""
    value: str = ""
    note: str = ""
    unsure: bool = False
    done: bool = False


class Around(NamedTuple):
    """A place in our text: what stands before it, the text there, what stands after it; "" where it has no place.

    What stands before and after has "…" where the text goes on.
    """

    before: str = ""
    text: str = ""
    after: str = ""


NOWHERE: Final = Around()


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item that a layer has in two versions; where it is `sided`, one of them counts: there is no both.

    `around` is its place in our text, which tells it from those that read the same.
    """

    key: ItemKey
    ours: tuple[Said, ...]
    theirs: tuple[Said, ...]
    sided: bool = False
    around: Around = NOWHERE


@dataclass(frozen=True, slots=True)
class AskedLayer:
    """A layer that we have in another version, neither made from the other: what is equal, and what is not."""

    key: LayerKey
    file: str
    title: str
    annotator: str
    equal: int
    items: tuple[AskedItem, ...]


@dataclass(slots=True)
class AskedAway:
    """Documents of one file that are put away: their ids, and what some of them are called."""

    file: str
    where: Away
    documents: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Questions:
    """What a gathering asks."""

    labels: dict[tuple[str, str], AskedLabel] = field(default_factory=dict)
    people: dict[PersonKey, AskedPerson] = field(default_factory=dict)
    texts: dict[TextKey, AskedText] = field(default_factory=dict)
    layers: dict[LayerKey, AskedLayer] = field(default_factory=dict)
    away: dict[AwayKey, AskedAway] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.labels) + len(self.people) + len(self.texts) + len(self.layers) + len(self.away)

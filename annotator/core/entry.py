"""Entries: what formats read and write, one document as seen by one annotator (`docs/native-format.md`).

The many small parts are tuples, because export and import make hundreds of thousands of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

from annotator.core.messages import Message
from annotator.core.text import Zone
from annotator.core.values import Norm


class EntrySpan(NamedTuple):
    """A span as files carry it: `label` is the label's key; offsets are code points, end exclusive."""

    id: str
    start: int
    end: int
    text: str
    label: str
    norm: Norm | None = None
    note: str = ""
    unsure: bool = False
    origin: str = "imported"
    annotator: str = ""
    created_at: str = ""
    updated_at: str = ""


def in_order(spans: Iterable[EntrySpan]) -> list[EntrySpan]:
    """Return spans in the order of files: by start, end, label and id."""
    return sorted(spans, key=itemgetter(1, 2, 4, 0))


class EntrySuggestion(NamedTuple):
    """A proposed span; `score` is what the model wrote, as text, or None."""

    id: str
    start: int
    end: int
    text: str
    label: str
    norm: Norm | None = None
    rule: str = ""
    rank: int = 1
    score: str | None = None
    alternatives: tuple[Norm, ...] = ()
    annotator: str = ""


class EntryRelation(NamedTuple):
    """Two spans tied together, by their ids."""

    id: str
    type: str
    from_id: str
    to_id: str
    note: str = ""


class EntryMember(NamedTuple):
    """A member of a record: a span by its id, or ("") a value without one."""

    role: str
    span_id: str
    norm: Norm | None = None


class EntryRecord(NamedTuple):
    """Spans tied together as one fact."""

    id: str
    type: str
    roles: tuple[EntryMember, ...]


class EntryComment(NamedTuple):
    """A comment on a span, or ("") on the document."""

    id: str
    span_id: str
    author: str
    to: str
    at: str
    text: str
    resolved: bool


OPTIONAL: Final = frozenset({"id", "norm", "note", "unsure"})
"""What a span of a file may leave unsaid that corrections would change."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Which of the optional keys a file leaves unsaid: those of each span, or of some by their ids.

    An id that is unsaid was made by the reader. Where a reader does not tell, nothing counts as said.
    """

    each: frozenset[str] = OPTIONAL
    some: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, span_id: str) -> frozenset[str]:
        """Return the optional keys that the file does not give for that span."""
        return self.some.get(span_id, self.each)

    def with_ids(self, made: Iterable[str]) -> "Unsaid":
        """Return the same where these ids are a reader's own, which no file has said."""
        open_ids = {span_id: self.of(span_id) | {"id"} for span_id in made}
        return Unsaid(self.each, {**self.some, **open_ids}) if open_ids else self


NOTHING_SAID: Final = Unsaid()


class LabelSetName(NamedTuple):
    """The label set a record names: its keys in order, and the digest of the sidecar list."""

    id: str
    version: int
    sha256: str
    labels: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Entry:
    """One document as seen by one annotator: one line of the native file.

    `fields` are the document's fields and whatever else `meta` carried, all text. `decisions` and `inputs` are
    kept as the file has them, checked. `line` of the bundle's `member` is where it was read (from 1; 0 when it
    was not), `notes` say what the reader did to it that a person should know, `unsaid` which keys of its spans the
    file leaves open; none of the four is written.
    """

    id: str
    text: str
    text_sha256: str = ""
    zones: tuple[Zone, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    label_set: LabelSetName | None = None
    annotator: str = ""
    annotator_id: str = ""
    role: str = "annotator"
    status: str = "new"
    flagged: bool = False
    revision: str = ""
    parent: str = ""
    spans: tuple[EntrySpan, ...] = ()
    relations: tuple[EntryRelation, ...] = ()
    records: tuple[EntryRecord, ...] = ()
    doc_labels: tuple[str, ...] = ()
    comments: tuple[EntryComment, ...] = ()
    decisions: tuple[Mapping[str, object], ...] = ()
    suggestions: tuple[EntrySuggestion, ...] = ()
    review_status: str = ""
    open: int = 0
    inputs: tuple[Mapping[str, str], ...] = ()
    created_at: str = ""
    updated_at: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    line: int = 0
    member: str = ""
    notes: tuple[Message, ...] = ()
    unsaid: Unsaid = field(default=NOTHING_SAID, compare=False)


@dataclass(frozen=True, slots=True)
class Reject:
    """A line, or a part of one, that was not taken, and why; nothing else was touched.

    `where` names the part (`spans.s3`, `meta.document_date`), "" for the whole line; `member` the bundle's member.
    """

    line: int
    reason: Message
    where: str = ""
    member: str = ""

"""What a layer says, apart from who wrote it down, when, and under which ids: to tell what has not changed."""

import hashlib
from collections.abc import Mapping

from annotator.core.entry import Entry, EntrySpan, EntrySuggestion


def content_digest(entry: Entry) -> str:
    """Return a digest that two entries share if their layers say the same of the same text.

    Spans count with their place, label, value, note and doubt, tied together as they are; their ids, origins,
    annotators and times, the revision and the document's fields do not count.
    """
    numbers = _numbers(entry)
    content = (
        entry.text_sha256 or hashlib.sha256(entry.text.encode("utf-8")).hexdigest(),
        entry.status,
        bool(entry.flagged),
        sorted(map(_mark, entry.spans)),
        sorted((r.type, numbers.get(r.from_id, 0), numbers.get(r.to_id, 0), r.note) for r in entry.relations),
        sorted(
            (
                record.type,
                tuple((m.role, numbers.get(m.span_id, 0), _norm(m.norm)) for m in record.roles),
            )
            for record in entry.records
        ),
        tuple(entry.doc_labels),
        sorted(
            (numbers.get(c.span_id, 0), c.author, c.to, c.at, c.text, bool(c.resolved))
            for c in entry.comments
        ),
        tuple(_plain({**d, "span_id": numbers.get(str(d.get("span_id")), 0)}) for d in entry.decisions),
        sorted(map(_suggestion, entry.suggestions)),
        (entry.review_status, entry.open, tuple(map(_plain, entry.inputs))),
    )
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def _numbers(entry: Entry) -> dict[str, int]:
    """Return numbers for the spans, from 1, in an order that their ids have no part in; 0 stands for none."""
    ordered = sorted(entry.spans, key=_mark)
    return {span.id: number for number, span in enumerate(ordered, 1)}


def _mark(span: EntrySpan) -> tuple[object, ...]:
    return (span.start, span.end, span.label, _norm(span.norm), span.note, bool(span.unsure))


def _suggestion(made: EntrySuggestion) -> tuple[object, ...]:
    alternatives = tuple(map(_norm, made.alternatives))
    place = (made.start, made.end, made.label, _norm(made.norm))
    return (*place, made.rule, made.rank, made.score or "", alternatives, made.annotator)


def _norm(norm: tuple[str | None, ...] | None) -> tuple[str, ...]:
    """Return a value as text that can be ordered; a part that is missing differs from one that is empty."""
    return () if norm is None else tuple("-" if part is None else f"={part}" for part in norm)


def _plain(value: object) -> object:
    """Return a value of JSON in a form in which the order of keys has no part."""
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), _plain(part)) for key, part in value.items()))
    if isinstance(value, list | tuple):
        return tuple(map(_plain, value))
    return value

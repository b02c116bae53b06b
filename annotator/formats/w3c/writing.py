"""Writes an annotation a span, in a JSON array whose every member stands by itself."""

import json
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from annotator.core.entry import Entry, EntrySpan
from annotator.core.text import digest
from annotator.formats.base import Account, Sink, main_member
from annotator.formats.carrying import left_behind
from annotator.formats.json_writing import json_bytes
from annotator.formats.w3c import words
from annotator.formats.w3c.words import Name

CARRIES: Final = frozenset({"annotator", "note", "overlap", "unsure", "value"})
_in_order: Final = itemgetter(1, 2, 4, 0)  # start, end, label, id


def write_annotations(entries: Iterable[Entry], sink: Sink, *, annotator: str) -> Account:
    """Write the spans of the entries; a document without any leaves no trace (`document` among what is lost)."""
    account = Account()
    with main_member(sink) as stream:
        before = b"["
        for entry in entries:
            account.read += 1
            account.lost += left_behind(entry, {*CARRIES, "field"})
            account.lost["field"] += sum(value != "" for name, value in entry.fields.items() if name != "url")
            if not entry.spans:
                account.lost["document"] += 1
                continue
            for annotation in _annotations(entry, entry.annotator or annotator):
                stream.write(before + json_bytes(annotation, entry.id))
                before = b",\n"
            account.written += 1
        stream.write(b"]\n" if before != b"[" else b"[]\n")
    return account


def _annotations(entry: Entry, annotator: str) -> Iterator[dict[str, object]]:
    source = entry.fields.get("url", "") or words.name_of_document(entry.id)
    sha256 = entry.text_sha256 or digest(entry.text)
    whose = entry.annotator_id or annotator
    creator = {"type": "Person", "name": annotator}
    if entry.annotator_id:
        creator["id"] = words.name_of_person(entry.annotator_id)
    for span in sorted(entry.spans, key=_in_order):
        yield {
            "@context": words.CONTEXT,
            "id": words.name_of_span(Name(entry.id, whose, span.id)),
            "type": words.ANNOTATION,
            "motivation": words.TAGGING,
            **({"creator": creator} if annotator or entry.annotator_id else {}),
            **({"created": span.created_at} if span.created_at else {}),
            **({"modified": span.updated_at} if span.updated_at else {}),
            "body": _bodies(span),
            "target": {
                "source": source,
                # The digest of the text that the places are counted in; other programs pass it over.
                "dcterms:identifier": f"sha256:{sha256}",
                "selector": _selectors(entry.text, span),
            },
        }


def _bodies(span: EntrySpan) -> list[dict[str, str]]:
    bodies = [{"type": words.BODY, "purpose": words.TAGGING, "value": span.label}]
    if span.norm is not None:
        value = json.dumps(span.norm._asdict(), ensure_ascii=False, separators=(",", ":"))
        bodies.append(
            {"type": words.BODY, "purpose": words.IDENTIFYING, "format": words.JSON, "value": value}
        )
    if span.note:
        bodies.append({"type": words.BODY, "purpose": words.COMMENTING, "value": span.note})
    if span.unsure:
        bodies.append({"type": words.BODY, "purpose": words.QUESTIONING, "value": words.UNSURE})
    return bodies


def _selectors(text: str, span: EntrySpan) -> list[dict[str, object]]:
    quote: dict[str, object] = {
        "type": words.QUOTE,
        "exact": span.text,
        "prefix": text[max(0, span.start - words.AROUND) : span.start],
        "suffix": text[span.end : span.end + words.AROUND],
    }
    return [{"type": words.POSITION, "start": span.start, "end": span.end}, quote]

"""Files of other tools in tests: reading them, writing them, and what is the same of an entry either way."""

import json
from collections import Counter
from pathlib import Path

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.formats.base import Bundle, MemorySink

PEERS = Path(__file__).parents[3] / "shared" / "data" / "peer_files"


def found(content, format_, name="kim.jsonl", **options):
    """Read bytes, text or a JSON value as a file of that name: its entries and its rejects."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content, ensure_ascii=False)
    content = content.encode() if isinstance(content, str) else content
    items = list(formats.read(Bundle.of_file(name, content), format=format_, **options))
    entries = [item for item in items if isinstance(item, Entry)]
    return entries, [item for item in items if isinstance(item, Reject)]


def told(rejects):
    """What was told of each part that was not taken: its line, its part, and the id of the message."""
    return [(reject.line, reject.where, reject.reason.id) for reject in rejects]


def written(items, format_, name="kim.jsonl", **options):
    """Write entries: the account and the bytes of each member."""
    sink = MemorySink(name)
    account = formats.write(items, sink, format=format_, **options)
    return account, sink.written


def marks(entry):
    """Its spans, without what hangs on them."""
    return Counter((span.start, span.end, span.text, span.label) for span in entry.spans)


def links(entry):
    """Its relations, by the spans they tie; those on suggestions are left aside."""
    spans = {span.id: (span.start, span.end, span.label) for span in entry.spans}
    return Counter(
        (row.type, spans[row.from_id], spans[row.to_id])
        for row in entry.relations
        if row.from_id in spans and row.to_id in spans
    )


def filled(fields):
    """The fields that say something."""
    return {name: text for name, text in fields.items() if text}

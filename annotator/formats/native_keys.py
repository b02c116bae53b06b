"""The words of the native format: its name, the keys of a line in their order, and what stands for "unknown"."""

import re
from typing import Final

FORMAT: Final = "annotator/1"
FAMILY: Final = re.compile(r"annotator/([0-9]+)")

META: Final = (
    "title", "outlet", "author", "section", "url", "published", "modified", "crawled", "document_date",
    "date_source", "lang", "active_seconds", "source_file", "source_encoding", "source_sha256", "source_lines",
)  # fmt: skip

RECORD: Final = (
    "format", "id", "text", "text_sha256", "text_length", "zones", "meta", "label_set", "annotator",
    "annotator_id", "role", "status", "flagged", "revision", "parent", "spans", "relations", "records",
    "doc_labels", "comments", "decisions", "suggestions", "review_status", "open", "inputs", "created_at",
    "updated_at", "tool", "extra",
)  # fmt: skip

SPAN: Final = (
    "id", "start", "end", "text", "label", "norm", "note", "unsure", "origin", "annotator", "created_at",
    "updated_at",
)  # fmt: skip

# What a decision holds where it says nothing of a key; the first ones it always says.
DECISION: Final[dict[str, object]] = {
    "id": "", "item": "", "span_id": "", "action": "", "rule": None, "by": "", "at": "", "sources": [],
    "votes": "0/0", "before": None, "reason": "", "note": "", "confidence": "", "flag": False, "response": None,
}  # fmt: skip
BEFORE: Final[dict[str, object]] = {"start": 0, "end": 0, "text": "", "label": "", "norm": None}
RESPONSE: Final[dict[str, object]] = {"by": "", "at": "", "agree": False, "note": ""}
NORM: Final[dict[str, object]] = {"type": "", "value": None, "unit": None, "mod": None, "ref": None}
INPUT: Final[dict[str, object]] = {"annotator": "", "file_sha256": "", "version": ""}

UNKNOWN_TIME: Final = "1970-01-01T00:00:00Z"
"""Written where a time is not known, because the key is always there and no export time may be in the file."""

"""The columns of a file with a row a span."""

from typing import Final

LAYER: Final = ("document", "annotator", "role")
"""What tells one layer from another."""

NEEDED: Final = ("document", "label", "start", "end")

FIELDS: Final = ("title", "published", "outlet", "url")
"""Fields of the document that have a column."""

COLUMNS: Final = (
    "document", "title", "published", "outlet", "annotator", "zone", "label", "start", "end", "text", "value", "unit",
    "mod", "note", "record", "status", "value_type", "ref", "unsure", "role", "url", "text_sha256",
)  # fmt: skip

RECORDS: Final = ";"
"""Between the ids of the records that a span is in."""

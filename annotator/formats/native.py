"""The native format: one JSON line for one document as seen by one annotator (`docs/native-format.md`)."""

from collections.abc import Iterable, Iterator
from typing import Final

from annotator.core.entry import Entry, Reject
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Sink, only, option
from annotator.formats.carrying import KINDS
from annotator.formats.json_lines import json_values
from annotator.formats.native_keys import FAMILY
from annotator.formats.native_read import CODE_POINTS, UTF_16, read_native
from annotator.formats.native_write import tool_of, write_native

# As much is looked at where the first record is longer than heads are: a long article with its marks.
_LONG_LINE: Final = 4 << 20
# Keys that only other tools write: beside them `spans` or `text` are theirs.
_FOREIGN: Final = frozenset({
    "_input_hash", "_task_hash", "answer", "tokens", "versions", "label", "labels", "entities", "annotations",
    "data", "predictions", "denotations", "content", "cats", "offset_type", "annotation_sets", "fields",
    "suffix_key", "_view_id", "_session_id", "_annotator_id",
})  # fmt: skip


class NativeFormat:
    """Reads and writes the native format."""

    id = "native"
    title = "format.native"
    suffixes = (".jsonl", ".json", ".ndjson")
    can_read = True
    can_write = True
    carries = KINDS

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first value is a record of ours, or a text with spans of nobody else's."""
        for size in (SNIFF_SIZE, _LONG_LINE):
            head = bundle.head(size)
            for _, stream in Bundle.of_file("", head):
                for found in json_values(stream):
                    if found.fault is None:
                        return _is_ours(found.value)
                    if _begins_like_ours(head):
                        return True
                    break
            if len(head) < size:
                break
        return False

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle. Option `offsets`: "code-points", or "utf-16" to convert where only those fit."""
        only(options, ("offsets",))
        offsets = option(options, "offsets", str, CODE_POINTS)
        if offsets not in {CODE_POINTS, UTF_16}:
            msg = f"the option offsets is {CODE_POINTS} or {UTF_16}, not {offsets!r}"
            raise ValueError(msg)
        return read_native(bundle, offsets=offsets)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries.

        Options: `tool`, the (name, version) to write; `annotator`, who is named where an entry names nobody;
        `definitions`, the list of label definitions for the sidecar beside the file.
        """
        only(options, COMMON)
        return write_native(
            entries,
            sink,
            tool=tool_of(options),
            annotator=option(options, "annotator", str, ""),
            definitions=option(options, "definitions", list, []) if "definitions" in options else None,
        )


def _is_ours(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    version = value.get("format")
    if isinstance(version, str) and FAMILY.fullmatch(version):
        # With a list of labels beside it, it has been in doccano: what is there now stands in that list.
        return not isinstance(value.get("label"), list)
    if not isinstance(value.get("text"), str) or value.keys() & _FOREIGN:
        return False
    spans = value.get("spans", [])
    return isinstance(spans, list) and all(
        isinstance(span, dict) and "token_start" not in span for span in spans
    )


def _begins_like_ours(head: bytes) -> bool:
    """Tell whether a first record that is longer than the head names our format, as it does before its text."""
    start = head.lstrip(b"\xef\xbb\xbf[ \t\r\n")[:64]
    return start.startswith(b"{") and b'"format":"annotator/' in start.replace(b" ", b"")

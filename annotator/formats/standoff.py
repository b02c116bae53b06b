"""The native format without a word of the article: offsets, the digest of the text and its address, to be shared."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import Message, message
from annotator.formats.attaching import Texts, Wanted, attached, texts_option
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Sink, main_member, only
from annotator.formats.carrying import KINDS, left_behind
from annotator.formats.foreign import OFFSETS, offsets_option
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found
from annotator.formats.native_keys import BEFORE, DECISION, FORMAT, INPUT, META
from annotator.formats.native_read import read_record
from annotator.formats.native_write import line_maker, separators_escaped, sidecar_wished
from annotator.formats.sidecar import SUFFIX

STANDOFF: Final = "annotator-standoff/1"
_FAMILY: Final = "annotator-standoff/"
# The title is a piece of the text, and what other tools had added may hold any.
_FIELDS: Final = tuple(name for name in META if name != "title")


class StandoffFormat:
    """Reads and writes marks without their texts."""

    id = "standoff"
    title = "format.standoff"
    suffixes = (".jsonl", ".json")
    can_read = True
    can_write = True
    needs_texts = True
    carries = KINDS - {"text", "extra", "field"}

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first record names the format, as it does before all else."""
        head = bundle.head(SNIFF_SIZE).lstrip(b"\xef\xbb\xbf[ \t\r\n")[:80].replace(b" ", b"")
        return head.startswith(b"{") and f'"format":"{_FAMILY}'.encode() in head

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle.

        Options: `texts` finds the text of a document, marks without one are refused; `offsets`: "code-points", or
        "utf-16" to convert all of them.
        """
        only(options, ("texts", OFFSETS))
        texts, offsets = texts_option(options), offsets_option(options)
        for name, stream in bundle:
            if len(bundle.members) == 1 or not name.endswith(SUFFIX):
                for found in json_values(stream):
                    yield from _read(found, name, texts, offsets)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write a line an entry, and (`definitions` given) the label file beside it."""
        only(options, COMMON)
        account = Account()
        lines = line_maker(options)
        with main_member(sink) as stream:
            for entry in entries:
                account.read += 1
                stream.write(_bare_line(lines.line(entry)))
                account.lost += left_behind(entry, {*self.carries, "field"})
                account.lost["field"] += sum(
                    value != "" for name, value in entry.fields.items() if name not in _FIELDS
                )
                account.written += 1
        sidecar_wished(options, sink, account)
        return account


def _bare_line(line: bytes) -> bytes:
    """Return a line of the native format without the text and what is a piece of it."""
    record: dict[str, Any] = json.loads(line)
    record["format"] = STANDOFF
    del record["text"]
    record["meta"] = {name: record["meta"][name] for name in _FIELDS}
    record["decisions"] = [_only(decision, DECISION) for decision in record["decisions"]]
    for decision in filter(_before, record["decisions"]):
        decision["before"] = _only(decision["before"], BEFORE)
    for mark in (*record["spans"], *record["suggestions"], *filter(None, map(_before, record["decisions"]))):
        mark.pop("text", None)
    record["inputs"] = [_only(row, INPUT) for row in record["inputs"]]
    record["extra"] = {}
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"{separators_escaped(text)}\n".encode()


def _only(row: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Return what stands under the keys; any other may hold words of the article."""
    return {key: row[key] for key in keys}


def _before(decision: Mapping[str, Any]) -> dict[str, Any] | None:
    before = decision.get("before")
    return before if isinstance(before, dict) else None


def _read(found: Found, member: str, texts: Texts, offsets: str) -> Iterator[Entry | Reject]:
    record = found.value
    if found.fault is not None:
        yield Reject(found.line, found.fault, "", member)
        return
    whole = _whole(record, texts) if isinstance(record, dict) else message("json.not-an-object")
    if isinstance(whole, Message):
        yield Reject(found.line, whole, "", member)
        return
    yield from read_record(whole, found.line, member, offsets=offsets)


def _whole(record: dict[str, Any], texts: Texts) -> dict[str, object] | Message:
    """Return the record as a line of the native format, with its text."""
    version, meta = record.get("format"), record.get("meta")
    if version != STANDOFF:
        return message("standoff.other-version", version=str(version)[:40])
    url = meta.get("url") if isinstance(meta, dict) else ""
    wanted = Wanted(
        *(
            word if isinstance(word, str) else ""
            for word in (record.get("id"), record.get("text_sha256"), url)
        )
    )
    if not wanted.sha256:
        return message("entry.key-missing", key="text_sha256")
    whole = attached(record, wanted, texts)
    if isinstance(whole, Message):
        return whole
    text = str(whole["text"])
    decisions = record.get("decisions")
    if isinstance(decisions, list):
        whole["decisions"] = [_quoted_decision(decision, text) for decision in decisions]
    return {**whole, "format": FORMAT}


def _quoted_decision(decision: object, text: str) -> object:
    """Return the decision with the text of what it was made on, which the native format asks for."""
    before = _before(decision) if isinstance(decision, dict) else None
    if before is None or not isinstance(decision, dict):
        return decision
    start, end = before.get("start"), before.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return decision
    return {**decision, "before": {**before, "text": text[start:end]}}

"""Label Studio's JSON: an array of tasks, each a document with the annotations of everybody who marked it."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from annotator.core.entry import Entry, EntrySpan, Reject, in_order
from annotator.core.layer import Role, Status
from annotator.formats.base import COMMON, Account, Bundle, Sink, main_member, only, option
from annotator.formats.carrying import OVERLAP, left_behind
from annotator.formats.foreign import OFFSETS, first_value, offsets_option
from annotator.formats.json_writing import json_bytes
from annotator.formats.label_studio_read import FIELDS, looks_like_label_studio, read_label_studio
from annotator.formats.label_studio_text import is_config
from annotator.formats.native_read import CODE_POINTS
from annotator.formats.units import utf16_of

CONFIG: Final = ".config.xml"
"""The ending of the labelling config, written beside the file: the project in Label Studio is made with it."""

_CARRIES: Final = frozenset({
    OVERLAP, "text", "field", "doc-label", "relation", "annotator", "role", "status", "note",
})  # fmt: skip
_HEAD: Final = 4096
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


class LabelStudioFormat:
    """Reads and writes the tasks that Label Studio imports and exports."""

    id = "label-studio"
    title = "format.label-studio"
    suffixes = (".json",)
    can_read = True
    can_write = True
    carries = _CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first value is a task, or the first member a labelling config."""
        return looks_like_label_studio(first_value(bundle)) or is_config(bundle.head(_HEAD))

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle; a labelling config among its members says where the text of a task stands.

        Option `offsets`: "code-points", or "utf-16" to convert where only those fit, as in files from before
        October 2021.
        """
        only(options, (OFFSETS,))
        return read_label_studio(bundle, offsets=offsets_option(options))

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write one task a document, and the labelling config beside it where the sink takes a second member.

        Entries of one document that follow one another are annotations of one task. Option beside the common ones:
        `offsets`, "utf-16", which each task then says.
        """
        only(options, (*COMMON, OFFSETS))
        account = Account()
        config = _Config(option(options, "definitions", list, []))
        writer = _Writer(offsets_option(options), option(options, "annotator", str, ""), account, config)
        with main_member(sink) as stream:
            between = b"["
            for _, group in groupby(entries, key=lambda entry: (entry.id, entry.text)):
                stream.write(between + b"\n" + writer.task(list(group)))
                between = b","
            stream.write(b"[]\n" if between == b"[" else b"\n]\n")
        member = sink.open(_config_name(sink.name))
        if member is not None:
            with member as stream:
                stream.write(config.xml())
        elif "definitions" in options:
            account.lost["sidecar"] += 1
        return account


def _config_name(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return (stem if dot and stem else name) + CONFIG


class _Writer:
    """Makes the tasks of one file.

    `completed_by` is never written: the server refuses the whole file where it does not know one of those named.
    """

    def __init__(self, offsets: str, annotator: str, account: Account, config: "_Config") -> None:
        self._offsets = offsets
        self._annotator = annotator
        self._account = account
        self._config = config

    def task(self, layers: list[Entry]) -> bytes:
        """Return the task of a document, and count what it cannot hold."""
        first = layers[0]
        place = int if self._offsets == CODE_POINTS else utf16_of(first.text)
        meta: dict[str, object] = {"id": first.id}
        fields = {key: text for entry in reversed(layers) for key, text in entry.fields.items() if text}
        if fields:
            meta[FIELDS] = dict(sorted(fields.items()))
        if self._offsets != CODE_POINTS:
            meta[OFFSETS] = self._offsets
        annotations = [self._annotation(entry, place) for entry in layers if self._counted(entry)]
        task = {"data": {"text": first.text}, "meta": meta, "annotations": annotations}
        return json_bytes(task, first.id)

    def _counted(self, entry: Entry) -> bool:
        """Count what a layer loses; tell whether it stands in the task at all, as an untouched one need not."""
        account = self._account
        account.read += 1
        account.written += 1
        account.lost.update(left_behind(entry, _CARRIES))
        stands = entry.role != Role.MACHINE and bool(
            entry.status != Status.NEW or entry.spans or entry.doc_labels
        )
        comes_back = (Status.DONE, Status.SKIPPED) if stands else (Status.NEW,)
        account.lost["status"] += entry.status not in comes_back
        account.lost["role"] += not stands and entry.role != Role.ANNOTATOR
        account.lost["annotator"] += not stands and entry.annotator != ""
        if not stands:
            account.lost.update({"doc-label": len(entry.doc_labels), "relation": len(entry.relations)})
        account.at_risk["annotator"] += stands and bool(entry.annotator or self._annotator)
        return stands

    def _annotation(self, entry: Entry, place: Callable[[int], int]) -> dict[str, object]:
        self._config.saw(entry)
        ordered = in_order(entry.spans)
        result: list[dict[str, object]] = [_region(span, place) for span in ordered]
        there = {span.id for span in ordered}
        for row in entry.relations:
            if row.from_id in there and row.to_id in there:
                ends = {"from_id": row.from_id, "to_id": row.to_id, "direction": "right"}
                result.append({**ends, "type": "relation", "labels": [row.type] if row.type else []})
                self._account.lost["note"] += row.note != ""
            else:
                self._account.lost["relation"] += 1
        if entry.doc_labels:
            result.append({
                "id": _free("document", there), "from_name": "document", "to_name": "text", "type": "choices",
                "origin": "manual", "value": {"choices": list(entry.doc_labels)},
            })  # fmt: skip
        made: dict[str, object] = {
            "result": result,
            "was_cancelled": entry.status == Status.SKIPPED,
            "ground_truth": entry.role == Role.ADJUDICATOR,  # taken for true where it is not said
        }
        times = {key: at for key in ("created_at", "updated_at") if (at := getattr(entry, key))}
        annotator = entry.annotator or self._annotator
        return {**made, **times, **({"annotator": annotator} if annotator else {})}


def _free(uid: str, taken: set[str]) -> str:
    while uid in taken:
        uid += "-"
    return uid


def _region(span: EntrySpan, place: Callable[[int], int]) -> dict[str, object]:
    value: dict[str, Any] = {
        "start": place(span.start),
        "end": place(span.end),
        "text": span.text,
        "labels": [span.label],
    }
    note = {"meta": {"text": [span.note]}} if span.note else {}
    kind = {"from_name": "label", "to_name": "text", "type": "labels", "origin": "manual"}
    return {"id": span.id, **kind, "value": value, **note}


class _Config:
    """The labelling config that fits a file: its labels, in the order of the definitions, with their colours."""

    def __init__(self, definitions: list[dict[str, object]]) -> None:
        self._labels: dict[str, str] = {}
        for row in definitions:
            name, colour = row.get("text"), row.get("background_color")
            if isinstance(name, str):
                good = isinstance(colour, str) and _COLOUR.fullmatch(colour)
                self._labels[name] = str(colour) if good else ""
        self._choices: dict[str, None] = {}
        self._relations: dict[str, None] = {}

    def saw(self, entry: Entry) -> None:
        """Take note of the labels that an entry uses."""
        for label in sorted({span.label for span in entry.spans}):
            self._labels.setdefault(label, "")
        self._choices.update(dict.fromkeys(entry.doc_labels))
        self._relations.update(dict.fromkeys(row.type for row in entry.relations if row.type))

    def xml(self) -> bytes:
        """Return the config; names that no XML can hold are left out of it."""
        rows = ["<View>", '  <Labels name="label" toName="text">']
        for name, colour in self._labels.items():
            shade = f" background={quoteattr(colour)}" if colour else ""
            rows += [f"    <Label value={quoteattr(name)}{shade}/>"] * _fits_xml(name)
        rows += ["  </Labels>", '  <Text name="text" value="$text"/>']
        for tag, row, names in (
            ('Choices name="document" toName="text" choice="multiple"', "Choice", self._choices),
            ("Relations", "Relation", self._relations),
        ):
            shown = [f"    <{row} value={quoteattr(name)}/>" for name in names if _fits_xml(name)]
            if shown:
                rows += [f"  <{tag}>", *shown, f"  </{tag.split()[0]}>"]
        return "\n".join([*rows, "</View>", ""]).encode("utf-8")


def _fits_xml(name: str) -> bool:
    return bool(name) and _NOT_XML.search(name) is None

"""doccano's JSON Lines: triples, or entities with relations, or the whole native record with triples beside it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from annotator.core.entry import Entry, EntrySpan, Reject, in_order
from annotator.formats.base import COMMON, Account, Bundle, Sink, main_member, only, option
from annotator.formats.carrying import KINDS, OVERLAP, left_behind
from annotator.formats.doccano_read import looks_like_doccano, read_doccano
from annotator.formats.foreign import OFFSETS, first_value, offsets_option
from annotator.formats.json_writing import json_bytes
from annotator.formats.native_read import CODE_POINTS, UTF_16
from annotator.formats.native_write import LineMaker, line_maker, sidecar_wished
from annotator.formats.units import utf16_of

TRIPLES: Final = "triples"
RELATIONS: Final = "relations"
NATIVE: Final = "native"
SHAPES: Final = (TRIPLES, RELATIONS, NATIVE)

_CARRIES: Final = frozenset({OVERLAP, "text", "field", "doc-label"})


class DoccanoFormat:
    """Reads and writes the lines that doccano exports and imports."""

    id = "doccano"
    title = "format.doccano"
    suffixes = (".jsonl", ".json")
    can_read = True
    can_write = True
    carries = _CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first value is a document, or the definition of a label, of doccano's."""
        return looks_like_doccano(first_value(bundle))

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle.

        Options: `offsets`, "code-points", or "utf-16" for files whose marks were made in a browser on texts with
        emoji; `annotator`, who made the marks of records that name nobody, whatever the file is called.
        """
        only(options, (OFFSETS, "annotator"))
        return read_doccano(
            bundle, offsets=offsets_option(options), annotator=option(options, "annotator", str, "")
        )

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write one line an entry.

        Options beside the common ones: `shape`, "triples" (default), "relations" (`entities` and `relations`, for
        projects that use them), or "native" (the native record with `label` beside it, which comes back whole);
        `offsets`, "utf-16" to count as a browser does, which each line then says.
        """
        only(options, (*COMMON, OFFSETS, "shape"))
        shape, offsets = option(options, "shape", str, TRIPLES), offsets_option(options)
        if shape not in SHAPES:
            msg = f"the option shape is {', '.join(SHAPES[:-1])} or {SHAPES[-1]}, not {shape!r}"
            raise ValueError(msg)
        if (shape, offsets) == (NATIVE, UTF_16):
            msg = "the shape native counts code points, never UTF-16 units"
            raise ValueError(msg)
        account = Account()
        writer = _Writer(shape, offsets, account)
        native = line_maker(options)
        with main_member(sink) as stream:
            for entry in entries:
                account.read += 1
                stream.write(writer.with_native(native, entry) if shape == NATIVE else writer.line(entry))
                account.written += 1
        sidecar_wished(options, sink, account)
        return account


class _Writer:
    """Makes the lines of one file. Every line has the same keys with values of the same kinds, and none is null.

    doccano refuses a whole file where a column is missing in some lines, or null beside numbers; a relation whose
    spans are numbered otherwise than by whole numbers vanishes.
    """

    def __init__(self, shape: str, offsets: str, account: Account) -> None:
        self._shape = shape
        self._offsets = offsets
        self._account = account
        self._carries = (
            KINDS if shape == NATIVE else _CARRIES | ({"relation"} if shape == RELATIONS else set())
        )
        self._next = 0

    def line(self, entry: Entry) -> bytes:
        """Return the line of an entry, and count what it cannot hold."""
        self._count(entry)
        spans = in_order(entry.spans)
        place = int if self._offsets == CODE_POINTS else utf16_of(entry.text)
        record: dict[str, object] = {"id": entry.id, "text": entry.text}
        if self._shape == RELATIONS:
            record.update(self._linked(entry, spans, place))
        else:
            record["label"] = [[place(span.start), place(span.end), span.label] for span in spans]
        record["cats"] = list(entry.doc_labels)
        record["meta"] = {key: text for key, text in sorted(entry.fields.items()) if text}
        if self._offsets != CODE_POINTS:
            record[OFFSETS] = self._offsets
        return json_bytes(record, entry.id) + b"\n"

    def with_native(self, native: LineMaker, entry: Entry) -> bytes:
        """Return the native line of an entry with `label` put before its other keys."""
        self._count(entry)
        triples = [[span.start, span.end, span.label] for span in in_order(entry.spans)]
        return b'{"label":' + json_bytes(triples, entry.id) + b"," + native.line(entry)[1:]

    def _count(self, entry: Entry) -> None:
        self._account.lost.update(left_behind(entry, self._carries))
        self._account.at_risk.update({OVERLAP: _overlaps(entry.spans)})

    def _linked(self, entry: Entry, spans: list[EntrySpan], place: Callable[[int], int]) -> dict[str, object]:
        numbers = {span.id: self._number() for span in spans}
        entities = [
            {
                "id": numbers[s.id],
                "label": s.label,
                "start_offset": place(s.start),
                "end_offset": place(s.end),
            }
            for s in spans
        ]
        relations = []
        for row in entry.relations:
            if row.from_id in numbers and row.to_id in numbers:
                ends = {"from_id": numbers[row.from_id], "to_id": numbers[row.to_id]}
                relations.append({"id": self._number(), **ends, "type": row.type})
                self._account.lost["note"] += row.note != ""
            else:
                self._account.lost["relation"] += 1
        return {"entities": entities, "relations": relations}

    def _number(self) -> int:
        self._next += 1
        return self._next


def _overlaps(spans: Iterable[EntrySpan]) -> int:
    """Return how many spans begin inside one before them."""
    number = reached = 0
    for span in in_order(spans):
        number += span.start < reached
        reached = max(reached, span.end)
    return number

"""Prodigy's JSON Lines, which spaCy's own tools read too: one line for one document of one annotator."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from annotator.core.entry import Entry, EntrySpan, Reject, in_order
from annotator.core.layer import Role, Status
from annotator.formats.base import COMMON, Account, Bundle, Sink, main_member, only, option
from annotator.formats.carrying import OVERLAP, left_behind
from annotator.formats.foreign import OFFSETS, first_value, offsets_option
from annotator.formats.json_writing import json_bytes
from annotator.formats.native_read import CODE_POINTS
from annotator.formats.native_write import sidecar_wished
from annotator.formats.prodigy_read import ACCEPT, IGNORE, REVIEW, looks_like_prodigy, read_prodigy
from annotator.formats.units import utf16_of

NO_TOKENS: Final = "none"
CUT: Final = "cut"
TOKENS: Final = (NO_TOKENS, CUT)

_CARRIES: Final = frozenset({
    OVERLAP, "text", "field", "doc-label", "relation", "annotator", "role", "status",
})  # fmt: skip
_WORDS: Final = re.compile(r"\S+|\s+")


class ProdigyFormat:
    """Reads and writes the lines that Prodigy keeps in its data sets."""

    id = "prodigy"
    title = "format.prodigy"
    suffixes = (".jsonl", ".json")
    can_read = True
    can_write = True
    carries = _CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first value is a line of Prodigy's, or a training tuple of spaCy's."""
        return looks_like_prodigy(first_value(bundle))

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle. Option `offsets`: "code-points", or "utf-16" to convert where only those fit."""
        only(options, (OFFSETS,))
        return read_prodigy(bundle, offsets=offsets_option(options))

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write one line an entry.

        Options beside the common ones: `tokens`, "cut" for tokens between blanks, cut where spans begin and end
        (Prodigy makes its own where there are none, which is the default); `offsets`, "utf-16", which each line then
        says.
        """
        only(options, (*COMMON, OFFSETS, "tokens"))
        tokens, offsets = option(options, "tokens", str, NO_TOKENS), offsets_option(options)
        if tokens not in TOKENS:
            msg = f"the option tokens is {' or '.join(TOKENS)}, not {tokens!r}"
            raise ValueError(msg)
        account = Account()
        writer = _Writer(tokens, offsets, option(options, "annotator", str, ""), account)
        with main_member(sink) as stream:
            for entry in entries:
                account.read += 1
                stream.write(writer.line(entry))
                account.written += 1
        sidecar_wished(options, sink, account)
        return account


class _Writer:
    """Makes the lines of one file; hashes are left out, because Prodigy makes them when it loads a line."""

    def __init__(self, tokens: str, offsets: str, annotator: str, account: Account) -> None:
        self._tokens = tokens == CUT
        self._offsets = offsets
        self._annotator = annotator
        self._account = account

    def line(self, entry: Entry) -> bytes:
        """Return the line of an entry, and count what it cannot hold."""
        self._count(entry)
        place = int if self._offsets == CODE_POINTS else utf16_of(entry.text)
        ordered = in_order(entry.spans)
        tokens = _tokens(entry.text, ordered) if self._tokens else []
        spans = {span.id: _span(span, place, tokens) for span in ordered}
        record: dict[str, object] = {"text": entry.text, "spans": list(spans.values()), "id": entry.id}
        relations = self._relations(entry, spans)
        if relations:
            record["relations"] = relations
        if tokens:
            record["tokens"] = [
                {
                    "text": entry.text[start:end],
                    "start": place(start),
                    "end": place(end),
                    "id": n,
                    "ws": blank,
                }
                for n, (start, end, blank) in enumerate(tokens)
            ]
        if entry.doc_labels:
            record["accept"] = list(entry.doc_labels)
        record["meta"] = {key: text for key, text in sorted(entry.fields.items()) if text}
        record.update(self._verdict(entry))
        if self._offsets != CODE_POINTS:
            record[OFFSETS] = self._offsets
        return json_bytes(record, entry.id) + b"\n"

    def _verdict(self, entry: Entry) -> dict[str, object]:
        annotator = entry.annotator or self._annotator
        verdict: dict[str, object] = (
            {"_annotator_id": annotator, "_session_id": annotator} if annotator else {}
        )
        if entry.role == Role.ADJUDICATOR:
            verdict |= {"_view_id": REVIEW, "versions": []}
        answer = {str(Status.DONE): ACCEPT, str(Status.SKIPPED): IGNORE}.get(entry.status)
        return (
            {**verdict, "answer": answer}
            if answer
            else {**verdict, "_view_id": verdict.get("_view_id", "spans_manual")}
        )

    def _count(self, entry: Entry) -> None:
        lost = self._account.lost
        lost.update(left_behind(entry, _CARRIES))
        lost["role"] += entry.role == Role.MACHINE
        # What no one has answered comes back in progress where there are spans, else as new.
        lost["status"] += (entry.status, bool(entry.spans)) in {("new", True), ("in_progress", False)}
        lost["note"] += sum(row.note != "" for row in entry.relations)

    def _relations(self, entry: Entry, spans: dict[str, dict[str, object]]) -> list[dict[str, object]]:
        relations = []
        for row in entry.relations:
            head, child = spans.get(row.from_id), spans.get(row.to_id)
            if head is None or child is None:
                self._account.lost["relation"] += 1
                continue
            ends = {"head": head["token_end"], "child": child["token_end"]} if self._tokens else {}
            relations.append({**ends, "head_span": head, "child_span": child, "label": row.type})
        return relations


Token = tuple[int, int, bool]
"""Start, end, and whether one blank follows that is no token of its own."""


def _span(span: EntrySpan, place: Callable[[int], int], tokens: list[Token]) -> dict[str, object]:
    made: dict[str, object] = {"start": place(span.start), "end": place(span.end), "label": span.label}
    if tokens:
        made["token_start"] = bisect_left(tokens, (span.start, 0, False))
        made["token_end"] = bisect_left(tokens, (span.end, 0, False)) - 1
    return made


def _tokens(text: str, spans: Iterable[EntrySpan]) -> list[Token]:
    """Return tokens that spans begin and end with; joined, each with its blank, they are the text again."""
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    edges = sorted(starts | ends)
    tokens: list[Token] = []
    for match in _WORDS.finditer(text):
        begin, end = match.span()
        inside = edges[bisect_right(edges, begin) : bisect_left(edges, end)]
        for start, stop in pairwise([begin, *inside, end]):
            follows = start == begin > 0 and text[start] == " "
            if follows and start not in starts and start + 1 not in ends:
                before, until, _ = tokens.pop()
                tokens.append((before, until, True))
                tokens.extend([(start + 1, stop, False)] * (start + 1 < stop))
            else:
                tokens.append((start, stop, False))
    return tokens

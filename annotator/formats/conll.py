"""CoNLL columns: a token and its tag a line, an empty line between sentences, the text made of tokens again."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.messages import message
from annotator.core.validate import quoted
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Sink, main_member, only, option, utf8
from annotator.formats.carrying import left_behind
from annotator.formats.native_read import read_record
from annotator.formats.tagged import IOB2, SCHEMES, Chunk, by_line, chunks, is_tag, side_by_side, tags_of
from annotator.formats.text_lines import TextLine, first_lines, text_lines

DOCUMENT: Final = "-DOCSTART-"
MOST_TOKENS: Final = 500_000
"""How many tokens a document may have; what is longer is no document, and is let go of."""

REBUILT: Final = {"text": "rebuilt"}
"""What the fields of a document say whose text was made of tokens, so that its offsets fit no other copy."""

_LOOKED_AT: Final = 20
_WORD: Final = re.compile(r"\S+")


class ConllFormat:
    """Reads IOB1, IOB2, BIOES and their like in the last of two or more columns; writes two columns."""

    id = "conll"
    title = "format.conll"
    suffixes = (".conll", ".iob", ".bio", ".tsv", ".txt")
    can_read = True
    can_write = True
    carries = frozenset[str]()

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first lines are all tokens with tags."""
        lines = first_lines(bundle.head(SNIFF_SIZE), SNIFF_SIZE)
        filled = [line for line in lines if line.strip() and not line.startswith("#")][:_LOOKED_AT]
        return bool(filled) and all(columns(line) is not None for line in filled)

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle: a document begins at each `-DOCSTART-`; without any, each sentence is one."""
        only(options, ())
        for name, stream in bundle:
            yield from _Reading(name).items(text_lines(stream))

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries.

        Options: `scheme`, "iob2" or "bioes"; `docstart`, whether `-DOCSTART-` begins each document (without, the
        documents of a file cannot be told apart again). Tokens are what stands between blanks, cut where spans
        begin and end.
        """
        only(options, (*COMMON, "docstart", "scheme"))
        scheme = option(options, "scheme", str, IOB2)
        if scheme not in SCHEMES:
            msg = f"the option scheme is {' or '.join(SCHEMES)}, not {scheme!r}"
            raise ValueError(msg)
        docstart = option(options, "docstart", bool, default=True)
        account = Account()
        with main_member(sink) as stream:
            for entry in entries:
                account.read += 1
                sentences = list(_sentences(entry, scheme, account.lost))
                if not sentences:
                    account.lost["empty-text"] += 1
                    continue
                account.lost += left_behind(entry, ConllFormat.carries)
                head = [f"{DOCUMENT}\tO\n"] if docstart else []
                stream.write(utf8("".join(f"{block}\n" for block in (*head, *sentences)), entry))
                account.written += 1
        return account


def columns(line: str) -> tuple[str, str] | None:
    """Return the token and the tag of a line, None where it has not both."""
    parts = line.split("\t") if "\t" in line else line.split(" ")
    token, tag = parts[0], parts[-1].rstrip(" ")
    if token == DOCUMENT:
        return DOCUMENT, tag
    return (token, tag) if token and len(parts) > 1 and is_tag(tag) else None


@dataclass(slots=True)
class _Tokens:
    """The tokens of what is being read, sentence by sentence, and where it began."""

    line: int = 0
    sentences: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])
    count: int = 0

    def add(self, number: int, token: tuple[str, str]) -> None:
        self.line = self.line or number
        self.count += 1
        self.sentences[-1].append(token)

    def end_sentence(self) -> None:
        if self.sentences[-1]:
            self.sentences.append([])

    def record(self, uid: str) -> dict[str, object]:
        """Return them as a record of the native format: tokens joined by a blank, sentences by a line feed."""
        pieces: list[str] = []
        spans: list[dict[str, object]] = []
        start = 0
        for sentence in self.sentences:
            ends: list[tuple[int, int]] = []
            for token, _ in sentence:
                ends.append((start, start + len(token)))
                start += len(token) + 1
            spans.extend(
                {"start": ends[first][0], "end": ends[stop - 1][1], "label": label}
                for first, stop, label in chunks(tag for _, tag in sentence)
            )
            pieces.append(" ".join(token for token, _ in sentence))
        return {"id": uid, "text": "\n".join(pieces).removesuffix("\n"), "spans": spans, "meta": REBUILT}


class _Reading:
    """One member on its way to entries."""

    def __init__(self, member: str) -> None:
        self._member = member
        self._tokens = _Tokens()
        self._by_document = False
        self._told = False
        self._too_long = False

    def items(self, lines: Iterable[TextLine]) -> Iterator[Entry | Reject]:
        for line in lines:
            if line.fault is not None:
                yield Reject(line.number, line.fault, "", self._member)
            elif not line.text.strip():
                self._tokens.end_sentence()
                if not self._by_document:
                    yield from self._closed()
            else:
                yield from self._line(line)
        yield from self._closed()

    def _line(self, line: TextLine) -> Iterator[Entry | Reject]:
        found = columns(line.text)
        if found is None:
            if not line.text.startswith("#"):
                told = message("conll.no-tag", line=quoted(line.text))
                yield Reject(line.number, told, "", self._member)
        elif found[0] == DOCUMENT:
            yield from self._closed()
            self._by_document = True
        elif self._tokens.count < MOST_TOKENS:
            self._tokens.add(line.number, found)
        elif not self._too_long:
            self._too_long = True
            told = message("conll.too-long", most=MOST_TOKENS)
            yield Reject(self._tokens.line, told, "", self._member)

    def _closed(self) -> Iterator[Entry | Reject]:
        tokens, too_long = self._tokens, self._too_long
        self._tokens, self._too_long = _Tokens(), False
        if not tokens.count or too_long:
            return
        items = read_record(tokens.record(f"{self._member}:{tokens.line}"), tokens.line, self._member)
        yield from noted_once(items, told=self._told)
        self._told = True


def noted_once(items: list[Entry | Reject], *, told: bool) -> list[Entry | Reject]:
    """Note on the first document of a file that the texts were made of tokens; `told` says that it was said."""
    for item in items:
        if isinstance(item, Entry) and not told:
            item.notes = (message("note.text-rebuilt"), *item.notes)
    return items


def _sentences(entry: Entry, scheme: str, lost: Counter[str]) -> Iterator[str]:
    """Yield the lines of tokens of each line of the text that holds any; each ends in a line feed."""
    spans = side_by_side(entry, lost)
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    for start, line, here in by_line(entry.text, spans):
        tokens = list(_tokens(line, start, edges))
        runs = [run for run in (_run(tokens, span) for span in here) if run is not None]
        lost["span"] += len(here) - len(runs)  # those over nothing but blanks
        tags = tags_of(len(tokens), runs, scheme)
        if tokens:
            yield "".join(f"{entry.text[a:b]}\t{tag}\n" for (a, b), tag in zip(tokens, tags, strict=True))


def _tokens(line: str, offset: int, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Yield what stands between blanks, cut at the edges, by its place in the text."""
    for word in _WORD.finditer(line):
        first, last = word.start() + offset, word.end() + offset
        inner = edges[bisect_right(edges, first) : bisect_left(edges, last)]
        if word[0].startswith(DOCUMENT):  # else it would begin a document
            inner = sorted({*inner, first + 1})
        yield from pairwise([first, *inner, last])


def _run(tokens: list[tuple[int, int]], span: EntrySpan) -> Chunk | None:
    """Return which tokens lie in the span, None where none does; all of them are cut at its edges."""
    first, stop = bisect_left(tokens, (span.start, 0)), bisect_left(tokens, (span.end, 0))
    return (first, stop, span.label) if first < stop else None

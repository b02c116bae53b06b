"""KLUE-NER: a character and its tag a line, an empty line between sentences, blanks kept as characters."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.messages import message
from annotator.core.validate import quoted
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Sink, main_member, only, utf8
from annotator.formats.carrying import left_behind
from annotator.formats.conll import MOST_TOKENS, REBUILT, noted_once
from annotator.formats.native_read import read_record
from annotator.formats.tagged import by_line, chunks, is_tag, side_by_side, tags_of
from annotator.formats.text_lines import TextLine, first_lines, text_lines

_MARK: Final = "## "
_OURS: Final = "## id#n : n번째 줄"
# The first five are what KLUE's own files begin with; the last says that the lines of a document can be joined.
_HEAD: Final = (
    r"## 토큰, 레이블 구분자 : \t",
    r"## 토큰 구분자 : \n",
    r"## 문장 구분자 : \n\n",
    "## 주석 : ##",
    "## 컬럼명 : CHAR\tNE_TAG",
    _OURS,
)
_COLUMNS: Final = "## 컬럼명 : "
_ESCAPED: Final = re.compile("[\t\n\r#%]")
_ESCAPE: Final = re.compile("%(09|0A|0D|23|25)")
_LINE: Final = re.compile(r"(.*)#([1-9][0-9]{0,5})", re.DOTALL)
_LOOKED_AT: Final = 200


class KlueFormat:
    """Reads the files of KLUE-NER, each sentence a document, and those it wrote, whose lines it joins again."""

    id = "klue"
    title = "format.klue"
    suffixes = (".tsv", ".txt")
    can_read = True
    can_write = True
    carries = frozenset({"text"})

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first lines are single characters with tags, after a comment or with a blank among them."""
        lines = first_lines(bundle.head(SNIFF_SIZE), SNIFF_SIZE)
        commented = any(line.startswith(_MARK) for line in lines)
        rows = [line.rpartition("\t") for line in lines if line and not line.startswith(_MARK)][:_LOOKED_AT]
        are_tagged = bool(rows) and all(len(row[0]) == 1 and is_tag(row[2]) for row in rows)
        return are_tagged and (commented or any(row[0] == " " for row in rows))

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle; the tags count, not the marks in the comments."""
        only(options, ())
        for name, stream in bundle:
            yield from _Reading(name).items(text_lines(stream))

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries, each line of a text a sentence; a TAB becomes a blank."""
        only(options, COMMON)
        account = Account()
        with main_member(sink) as stream:
            stream.write("".join(f"{line}\n" for line in _HEAD).encode("utf-8"))
            for entry in entries:
                account.read += 1
                if not entry.text.strip("\n"):
                    account.lost["empty-text"] += 1
                    continue
                account.lost += left_behind(entry, KlueFormat.carries)
                stream.write(utf8("".join(_sentences(entry, account.lost)), entry))
                account.written += 1
        return account


@lru_cache(maxsize=1 << 14)
def _columns(line: str) -> tuple[str, str] | None:
    """Return the token and the tag of a line, None where it has not both, or is a comment."""
    token, _, tag = line.rpartition("\t")
    return (token, tag) if token and is_tag(tag) and not line.startswith(_MARK) else None


@dataclass(slots=True)
class _Document:
    """What is being read: the lines of text so far with their tags, by their numbers in the document."""

    uid: str
    line: int
    number: int = 0
    text: list[str] = field(default_factory=list)
    spans: list[dict[str, object]] = field(default_factory=list)
    length: int = 0

    def add(self, tokens: list[tuple[str, str]], number: int) -> None:
        """Add a line of the document; lines that were left out were empty."""
        feeds = "\n" * (number - max(self.number, 1))
        self.number = number
        start = self.length + len(feeds)
        edges = [start]
        for token, _ in tokens:
            edges.append(edges[-1] + len(token))
        self.spans.extend(
            {"start": edges[first], "end": edges[stop], "label": label}
            for first, stop, label in chunks(tag for _, tag in tokens)
        )
        self.text.extend((feeds, *(token for token, _ in tokens)))
        self.length = edges[-1]

    def record(self) -> dict[str, object]:
        """Return it as a record of the native format."""
        return {"id": self.uid, "text": "".join(self.text), "spans": self.spans, "meta": REBUILT}


class _Reading:
    """One member on its way to entries."""

    def __init__(self, member: str) -> None:
        self._member = member
        self._document: _Document | None = None
        self._tokens: list[tuple[str, str]] = []
        self._head = ""
        self._line = 0
        self._is_ours = False
        self._told = False
        self._too_long = False

    def items(self, lines: Iterable[TextLine]) -> Iterator[Entry | Reject]:
        for line in lines:
            found = _columns(line.text)
            if found is not None and len(self._tokens) < MOST_TOKENS:
                self._line = self._line or line.number
                self._tokens.append(found)
            elif line.fault is not None:
                yield Reject(line.number, line.fault, "", self._member)
            elif not line.text:
                yield from self._end_sentence()
            elif line.text.startswith(_MARK):
                yield from self._end_sentence()
                self._comment(line.text)
            else:
                yield from self._no_token(line, found)
        yield from self._end_sentence()
        yield from self._closed()

    def _comment(self, text: str) -> None:
        self._is_ours = self._is_ours or text == _OURS
        name, tab, _ = text.removeprefix(_MARK).partition("\t")
        self._head = name if tab and not text.startswith(_COLUMNS) else ""

    def _no_token(self, line: TextLine, found: tuple[str, str] | None) -> Iterator[Reject]:
        if found is None:
            yield Reject(line.number, message("conll.no-tag", line=quoted(line.text)), "", self._member)
        elif not self._too_long:
            self._too_long = True
            yield Reject(self._line, message("conll.too-long", most=MOST_TOKENS), "", self._member)

    def _end_sentence(self) -> Iterator[Entry | Reject]:
        """Put the sentence to the document that it is a line of, or begin another."""
        tokens, head, line, too_long = self._tokens, self._head, self._line, self._too_long
        if not tokens:
            return
        self._tokens, self._head, self._line, self._too_long = [], "", 0, False
        if too_long:
            return
        uid, number = self._place(head or f"{self._member}:{line}", named=bool(head))
        known = self._document
        if known is None or known.uid != uid or number <= known.number or known.length > MOST_TOKENS:
            yield from self._closed()
            known = self._document = _Document(uid, line)
        known.add(tokens, number)

    def _place(self, head: str, *, named: bool) -> tuple[str, int]:
        """Return of which document the sentence is which line (from 1)."""
        if not self._is_ours or not named:
            return head, 1
        found = _LINE.fullmatch(head)
        uid, number = (found[1], int(found[2])) if found else (head, 1)
        return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), uid), number

    def _closed(self) -> Iterator[Entry | Reject]:
        document, self._document = self._document, None
        if document is not None:
            items = read_record(document.record(), document.line, self._member)
            yield from noted_once(items, told=self._told)
            self._told = True


def _sentences(entry: Entry, lost: Counter[str]) -> Iterator[str]:
    """Yield the lines of the text that hold anything, each with its comment, a line for each character."""
    spans = side_by_side(entry, lost)
    uid = _ESCAPED.sub(lambda found: f"%{ord(found[0]):02X}", entry.id)
    lost["tab"] += entry.text.count("\t")
    is_one_line = "\n" not in entry.text.rstrip("\n")
    for number, (start, line, here) in enumerate(by_line(entry.text.replace("\t", " "), spans), 1):
        if line:
            runs = [(span.start - start, span.end - start, span.label) for span in here]
            tags = tags_of(len(line), runs)
            tokens = "".join(f"{character}\t{tag}\n" for character, tag in zip(line, tags, strict=True))
            name = uid if is_one_line else f"{uid}#{number}"
            yield f"{_MARK}{name}\t{_marked(line, here, start)}\n{tokens}\n"


def _marked(text: str, spans: Iterable[EntrySpan], offset: int) -> str:
    """Return the line as KLUE shows it above its characters, as in `<경찰:OG>은`."""
    pieces, last = [], 0
    for span in spans:
        start, end = span.start - offset, span.end - offset
        pieces += [text[last:start], f"<{text[start:end]}:{span.label}>"]
        last = end
    return "".join([*pieces, text[last:]])

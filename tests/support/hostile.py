"""What is promised of hostile input, and three small documents of which each format spoils the one in the middle.

A reader answers with entries that hold, with rejects, or with one UserError; every reason has its sentence in both
languages; and neither time nor memory runs away.
"""

import tracemalloc
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from annotator import formats
from annotator.core.entry import Entry, EntryRelation, EntrySpan, Reject
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.core.sentences import CONTEXT, SENTENCES, filled
from annotator.formats.attaching import KnownText, Wanted, needs_texts
from annotator.formats.base import Bundle, MemorySink
from annotator.formats.registry import BUILT_IN
from tests.support.pace import allowed, timed

CATALOGUE = Path(__file__).parents[2] / "resources" / "i18n" / "annotator_ko.ts"
READERS = tuple(known.id for known in BUILT_IN if known.can_read)
TEXTS = {
    "one": "과기정통부는 9일 3억 원을 낸다.",
    "two": "산업부는 내년 초에 😀 5억 원을 더 낸다.",
    "three": "교육부가 3월에 2억 원을 보탠다.",
}
LONGEST_SECONDS = 5.0
MEGABYTE = 1 << 20


@dataclass(slots=True)
class Answer:
    """What a reader said of a file: what it took, what it refused, the error it ended with."""

    entries: list[Entry] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    error: Message | None = None

    @property
    def reasons(self) -> list[Message]:
        """Every reason given, that of the whole file last."""
        return [made.reason for made in self.rejects] + ([self.error] if self.error is not None else [])

    @property
    def texts(self) -> list[str]:
        """The texts that were taken, in order."""
        return [entry.text for entry in self.entries]

    def ids(self) -> set[str]:
        """The ids of the reasons given."""
        return {reason.id for reason in self.reasons}


def documents() -> list[Entry]:
    """Return the three documents, each with two spans that a relation ties and a note."""
    found = []
    for uid, text in TEXTS.items():
        end = text.index(" ") - 1
        spans = (
            EntrySpan("s1", 0, end, text[:end], "AGENCY", note="메모"),
            EntrySpan("s2", end + 2, end + 4, text[end + 2 : end + 4], "DATE"),
        )
        ties = (EntryRelation("r1", "funds", "s1", "s2"),)
        found.append(Entry(id=uid, text=text, annotator="kim", status="done", spans=spans, relations=ties))
    return found


def written(items: list[Entry], format_: str) -> dict[str, bytes]:
    """Return the members that the writer of a format makes."""
    sink = MemorySink("out")
    formats.write(items, sink, format=format_)
    return sink.written


def _find(wanted: Wanted) -> KnownText | None:
    uid = wanted.id or wanted.url.rpartition(":")[2]
    return KnownText(uid, TEXTS[uid]) if uid in TEXTS else None


def answered(format_: str, bundle: Bundle, **options: object) -> Answer:
    """Read as that format; whatever a reader must not raise goes through."""
    if needs_texts(formats.by_id(format_)):
        options = {"texts": _find, **options}
    answer = Answer()
    try:
        for item in formats.read(bundle, format=format_, **options):
            if isinstance(item, Entry):
                answer.entries.append(item)
            else:
                assert isinstance(item, Reject)
                answer.rejects.append(item)
    except UserError as error:
        answer.error = error.message
    return answer


def promised(format_: str, bundle: Bundle, *, most: int = 0, **options: object) -> Answer:
    """Sniff and read a file, see that what is promised holds, and return what was said of it.

    `most` is how many MB the reader may hold at once; 0 does not measure it, which is slow.
    """
    with bounded(most):
        formats.by_id(format_).sniff(bundle)
        answer = answered(format_, bundle, **options)
    assert all(is_sound(entry) for entry in answer.entries)
    for reason in answer.reasons:
        assert sentences(reason)
    return answer


@contextmanager
def bounded(most: int) -> Iterator[None]:
    """See that what is done inside takes neither long nor much memory (MB; 0 does not measure it)."""
    peak = 0
    if most:
        tracemalloc.start()
    try:
        with timed() as spent:
            yield
        peak = tracemalloc.get_traced_memory()[1]
        # Asked here, so that what measuring memory costs is in the bound as well as in what was spent.
        longest = allowed(LONGEST_SECONDS)
    finally:
        tracemalloc.stop()
    assert spent.seconds < longest, f"{spent.seconds:.1f} s of {longest:.1f}"
    assert peak <= most * MEGABYTE, f"{peak / MEGABYTE:.0f} MB"


def is_sound(entry: Entry) -> bool:
    """Tell whether an entry can be stored: a text without halves of characters, each mark holding its slice."""
    text = entry.text
    text.encode()
    marks = [*entry.spans, *entry.suggestions]
    uids = [span.id for span in entry.spans]
    return (
        bool(text)
        and "\r" not in text
        and len(set(uids)) == len(uids)
        and all(type(mark.start) is int and type(mark.end) is int for mark in marks)
        and all(0 <= mark.start < mark.end <= len(text) for mark in marks)
        and all(text[mark.start : mark.end] == mark.text for mark in marks)
        and all(mark.label for mark in marks)
    )


def sentences(reason: Message) -> tuple[str, str]:
    """Return the sentence of a reason in English and in Korean; KeyError where it has none."""
    english = SENTENCES[reason.id]
    return filled(english, reason), filled(_korean()[english], reason)


@cache
def _korean() -> dict[str, str]:
    found: dict[str, str] = {}
    for context in ET.parse(CATALOGUE).getroot().iter("context"):
        if context.findtext("name") == CONTEXT:
            for made in context.iter("message"):
                translation = made.find("translation")
                if translation is not None and translation.text and translation.get("type") is None:
                    found[made.findtext("source", "")] = translation.text
    return found

"""A fuzz run over the readers: `python -m tests.support.fuzz [--seconds 60] [--inputs 20000] [FORMAT …]`.

Files that our own writers made of a few documents, and of documents that Hypothesis draws, and those of other tools
where they lie beside the project, are spoilt at random, by bytes or (JSON) by values, and read. Nothing may come of it
but entries whose spans hold their text, and rejects and errors that have their sentence; no input may take longer than
five seconds of CPU. It prints a line a format, and ends with status 1 where something else came of an input, which is
then left beside as a file.
"""

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.formats.attaching import KnownText, Wanted, needs_texts
from annotator.formats.base import Bundle, MemorySink
from annotator.formats.registry import BUILT_IN
from tests.support.entries import entries, gold_entry
from tests.support.hostile import sentences
from tests.support.peer_files import PEER_FILES

SLOWEST = 5.0
LARGEST = 64 << 20
MEASURED = 500
DRAWN = 30
_PEERS = {
    "doccano": "doccano/*.jsonl", "prodigy": "prodigy/*.jsonl", "label-studio": "label_studio/**/*.json",
    "conll": "doccano/*.conll", "klue": "klue/*.tsv", "cas-json": "uima_cas_json/*/data.json",
}  # fmt: skip
_VALUES: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 3, 10**20, 1.5, "", " ", "3", "s1", "T1", "다른 글", "😀", "\0", "a\r\nb", "=1+1",
    "../x", [], {}, [0, 1], [[1, [None]]], [{"a": {}}], {"start": 0, "end": 1}, {"type": "x", "value": None},
)  # fmt: skip
_EMOJI = "😀 국방부와 9일\r\n3억 원을".replace("\r\n", "\n")
_SPOILERS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b"\t\t", b'"', b"'", b"\\", b"\\ud800", b"{", b"}",
    b"[" * 200, b"]", b"NaN", b"Infinity", b"-1", b"0", b"99999999999999999999", b"1e999", b"null", b"true",
    b'"id":"x",',
    b'"text":"x",', b"../", b"-DOCSTART-", b"## ", b"B-", b"T1\t", b";", b"=1+1", b",", b"\xed\xa0\x80",
    "\u2028".encode(), "😀".encode(), "\u1112\u1161".encode(), b"%00", b"_uD800_", b"<!DOCTYPE x>", b"&amp;",
)  # fmt: skip


def documents() -> list[Entry]:
    """Return the documents that the files are made of."""
    gold = gold_entry()
    spans = tuple(
        EntrySpan(f"s{n}", a, b, _EMOJI[a:b], label, note="메모\n둘")
        for n, (a, b, label) in enumerate(
            [(2, 5, "AGENCY"), (7, 9, "DATE"), (7, 14, "AMOUNT"), (0, 1, "A B")]
        )
    )
    emoji = Entry(id="emoji", text=_EMOJI, annotator="kim", status="done", spans=spans)
    return [gold, emoji, Entry(id="bare", text="글", annotator="kim"), replace(emoji, annotator="lee")]


def drawn(count: int, chance: int) -> list[Entry]:
    """Return documents as Hypothesis draws them, which hold what has broken a format before."""
    found: list[Entry] = []

    @seed(chance)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(entries())
    def draw(entry: Entry) -> None:
        found.append(entry)

    draw()
    return found


def files(format_: str, more: list[Entry] | None = None) -> list[dict[str, bytes]]:
    """Return the files that the writer of a format makes of the documents, together and one by one."""
    made = []
    alone = [[one] for one in [*documents(), *(more or [])]]
    for items in (documents(), *alone):
        sink = MemorySink("out.json")  # beside its config a file of Label Studio is known by its suffix
        try:
            formats.write(items, sink, format=format_)
        except UserError:  # one document a file
            continue
        if sink.written:
            made.append(sink.written)
    return made


def peers(format_: str) -> list[dict[str, bytes]]:
    """Return the files of other tools of that format, none where they are not here."""
    if format_ == "brat":
        texts = sorted(PEER_FILES.glob("brat/*.txt"))
        pairs = [{path.name: path for path in (text, text.with_suffix(".ann"))} for text in texts]
        return [{name: path.read_bytes() for name, path in pair.items()} for pair in pairs]
    found = sorted(PEER_FILES.glob(_PEERS[format_])) if format_ in _PEERS else []
    return [{path.name: path.read_bytes()} for path in found]


def turned(chance: random.Random, content: bytes) -> bytes:
    """Return the lines of a JSON file, or its array, with another value in a few places; other bytes as they are."""
    try:
        values = [json.loads(line) for line in content.splitlines()]
    except (ValueError, RecursionError):
        try:
            values = [json.loads(content)]
        except (ValueError, RecursionError):
            return content
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(values)) if values else 0
        values[at : at + 1] = [_turned(chance, value) for value in values[at : at + 1]]
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode()


def _turned(chance: random.Random, value: object) -> object:
    keys = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    if not keys or chance.random() < 0.15:
        return chance.choice(_VALUES)
    key = chance.choice(keys)
    copy = value.copy() if isinstance(value, dict | list) else {}
    if chance.random() < 0.1:
        del copy[key]
    else:
        copy[key] = _turned(chance, copy[key])
    return copy


def spoilt(chance: random.Random, content: bytes) -> bytes:
    """Return the bytes with a few things done to them."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.choice((1, 1, 2, 8, 64, 512)))
        kind = chance.randrange(7)
        if kind == 0 and made:
            made[at % len(made)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del made[at:end]
        elif kind == 2:
            made[at:at] = chance.choice(_SPOILERS)
        elif kind == 3:
            made[at:end] = chance.choice(_SPOILERS)
        elif kind == 4:
            made[at:at] = made[at:end]
        elif kind == 5:
            del made[at:]
        else:
            made[at:end] = str(chance.randrange(-3, 99)).encode()
    return bytes(made)


@dataclass(slots=True)
class Count:
    """What came of the inputs so far; `wrong` are those that something else came of, `kinds` says what."""

    inputs: int = 0
    entries: int = 0
    rejects: int = 0
    refused: int = 0
    wrong: int = 0
    slowest: float = 0.0
    peak: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    told: set[str] = field(default_factory=set)

    def line(self, format_: str, seconds: float) -> str:
        """Return the line to print."""
        wrong = (
            ", ".join(f"{kind} ({number})" for kind, number in self.kinds.most_common(3)) or "nothing wrong"
        )
        return (
            f"{format_}: {self.inputs:,} inputs in {seconds:.0f} s, {self.entries:,} entries, "
            f"{self.rejects:,} rejects, {self.refused:,} files refused, {len(self.told)} reasons, "
            f"slowest {self.slowest * 1000:.0f} ms, peak {self.peak / (1 << 20):.1f} MB: {wrong}"
        )


class _Run:
    """A run over one reader."""

    def __init__(self, format_: str, chance: random.Random, more: list[Entry]) -> None:
        self._format = format_
        self._chance = chance
        self._made = files(format_, more) + peers(format_)
        self._texts = {one.id: one.text for one in [*documents(), *more]}
        self.count = Count()

    def one(self) -> None:
        """Spoil one file and read it."""
        chance, count = self._chance, self.count
        members = dict(chance.choice(self._made))
        name = chance.choice(sorted(members))
        change = turned if chance.random() < 0.3 else spoilt
        members[name] = change(chance, members[name])
        begun = time.process_time()
        try:
            faults = list(self._faults(Bundle.of_files(members.items())))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            faults = [f"{type(error).__name__}: {error}"[:200]]
        taken = time.process_time() - begun
        count.inputs += 1
        count.slowest = max(count.slowest, taken)
        faults += ["slow"] * (taken > SLOWEST)
        if faults:
            count.wrong += 1
            count.kinds.update(faults)
            Path(f"fuzz-{self._format}-{count.wrong}").write_bytes(members[name])

    def _faults(self, bundle: Bundle) -> Iterator[str]:
        """Yield what came of an input that should not have."""
        options = {"texts": self._find} if needs_texts(formats.by_id(self._format)) else {}
        formats.sniff(bundle)
        try:
            for item in formats.read(bundle, format=self._format, **options):
                if isinstance(item, Entry):
                    self.count.entries += 1
                    if any(item.text[span.start : span.end] != span.text for span in item.spans):
                        yield "a span that does not hold its text"
                elif isinstance(item, Reject):
                    self.count.rejects += 1
                    self._hear(item.reason)
                else:
                    yield f"a {type(item).__name__}"
        except UserError as error:
            self.count.refused += 1
            self._hear(error.message)

    def _hear(self, told: Message) -> None:
        sentences(told)  # KeyError where there is none
        self.count.told.add(told.id)

    def _find(self, wanted: Wanted) -> KnownText | None:
        return KnownText(wanted.id, self._texts[wanted.id]) if wanted.id in self._texts else None


def run(format_: str, seconds: float, inputs: int, seed_: int) -> tuple[str, int]:
    """Fuzz the reader of one format; return the line to print, and how many inputs went wrong."""
    running = _Run(format_, random.Random(seed_), drawn(min(DRAWN, inputs), seed_))
    count = running.count
    measured = min(MEASURED, inputs // 4)
    begun = time.monotonic()
    tracemalloc.start()
    while count.inputs < inputs or time.monotonic() - begun < seconds:
        running.one()
        if count.inputs == measured:  # it takes longer while memory is measured
            count.peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
    if tracemalloc.is_tracing():
        count.peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return count.line(format_, time.monotonic() - begun), count.wrong + (count.peak > LARGEST)


def main() -> int:
    """Fuzz the readers named, or all that read what they write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "formats", nargs="*", default=[one.id for one in BUILT_IN if one.can_read and one.can_write]
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    wrong = 0
    for format_ in options.formats:
        line, number = run(format_, options.seconds, options.inputs, options.seed)
        print(line, flush=True)
        wrong += number
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

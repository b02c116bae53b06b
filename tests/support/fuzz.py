"""A fuzz run over the readers: `python -m tests.support.fuzz [--seconds 60] [--inputs 20000] [FORMAT …]`.

Files that our own writers made of a few documents are spoilt at random and read. Nothing may come of it but entries
whose spans hold their text, and rejects; no input may take longer than five seconds. It prints a line a format, and
ends with status 1 where something else came of an input, which is then left beside as a file.
"""

import argparse
import random
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.errors import UserError
from annotator.formats.attaching import KnownText, Wanted, needs_texts
from annotator.formats.base import Bundle, MemorySink
from annotator.formats.registry import BUILT_IN
from tests.support.entries import gold_entry

SLOWEST = 5.0
LARGEST = 64 << 20
MEASURED = 500
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


def files(format_: str) -> list[dict[str, bytes]]:
    """Return the files that the writer of a format makes of the documents, together and one by one."""
    made = []
    for items in (documents(), *[[one] for one in documents()]):
        sink = MemorySink("out")
        try:
            formats.write(items, sink, format=format_)
        except UserError:  # one document a file
            continue
        made.append(sink.written)
    return made


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


def _texts() -> dict[str, str]:
    return {one.id: one.text for one in documents()}


def _faults(format_: str, bundle: Bundle) -> Iterator[str]:
    """Yield what came of an input that should not have."""
    known = _texts()

    def find(wanted: Wanted) -> KnownText | None:
        return KnownText(wanted.id, known[wanted.id]) if wanted.id in known else None

    options = {"texts": find} if needs_texts(formats.by_id(format_)) else {}
    formats.sniff(bundle)
    for item in formats.read(bundle, format=format_, **options):
        if isinstance(item, Entry):
            if any(item.text[span.start : span.end] != span.text for span in item.spans):
                yield "a span that does not hold its text"
        elif not isinstance(item, Reject):
            yield f"a {type(item).__name__}"


def run(format_: str, seconds: float, inputs: int, seed: int) -> tuple[str, int]:
    """Fuzz the reader of one format; return the line to print, and how many inputs went wrong."""
    chance = random.Random(seed)
    made = files(format_)
    count = wrong = 0
    slowest, peak = 0.0, 0
    kinds: Counter[str] = Counter()
    begun = time.monotonic()
    tracemalloc.start()
    while count < inputs or time.monotonic() - begun < seconds:
        count += 1
        members = dict(chance.choice(made))
        name = chance.choice(sorted(members))
        members[name] = spoilt(chance, members[name])
        at = time.monotonic()
        try:
            faults = list(_faults(format_, Bundle.of_files(members.items())))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            faults = [f"{type(error).__name__}: {error}"[:200]]
        taken = time.monotonic() - at
        slowest = max(slowest, taken)
        faults += ["slow"] * (taken > SLOWEST)
        if count == MEASURED:  # it takes longer while memory is measured
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        if faults:
            wrong += 1
            kinds.update(faults)
            Path(f"fuzz-{format_}-{wrong}").write_bytes(members[name])
    if tracemalloc.is_tracing():
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    wrong += peak > LARGEST
    seconds_taken = time.monotonic() - begun
    told = ", ".join(f"{kind} ({number})" for kind, number in kinds.most_common(3)) or "nothing wrong"
    megabytes = peak / (1 << 20)
    figures = (
        f"{count:,} inputs in {seconds_taken:.0f} s, slowest {slowest * 1000:.0f} ms, peak {megabytes:.1f} MB"
    )
    return f"{format_}: {figures}: {told}", wrong


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

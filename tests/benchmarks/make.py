"""Makes what is measured with, each kind by a script run of its own: files of documents, and projects."""

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

from annotator import formats
from annotator.core.entry import Entry, EntrySpan
from annotator.core.people import Annotator
from annotator.core.text import digest
from annotator.store.project import Project
from tests.benchmarks import corpus
from tests.benchmarks.folders import backups_of, locks_of

LARGE_TEXT = 200_000
LARGE_SPANS = 5_000
THOUSAND_TEXT = 40_000
THOUSAND_SPANS = 1_000
PAIR_SPANS = 23
_LABELS = ("AGENCY", "SECTOR", "AMOUNT", "DATE")


def native(target: Path, count: int) -> None:
    """Write documents as the program itself exports them: every key of the native format, about 9 kB a line."""
    _write(target, corpus.documents(count))


def short(target: Path, count: int) -> None:
    """Write documents as scripts and models do: id, text and bare spans, about 4 kB a line."""
    with target.open("w", encoding="utf-8") as file:
        for entry in corpus.documents(count):
            spans = [
                {"start": span.start, "end": span.end, "label": span.label, "text": span.text}
                for span in entry.spans
            ]
            file.write(json.dumps({"id": entry.id, "text": entry.text, "spans": spans}, ensure_ascii=False))
            file.write("\n")


def large(target: Path, count: int) -> None:
    """Write documents of 200,000 characters with 5,000 spans, each followed by one of usual size."""
    _write(target, _mixed(count, LARGE_TEXT, LARGE_SPANS))


def thousand(target: Path, count: int) -> None:
    """Write documents with 1,000 spans, none of them a date, each followed by one of usual size."""
    _write(target, map(_dateless, _mixed(count, THOUSAND_TEXT, THOUSAND_SPANS)))


def _mixed(count: int, length: int, spans: int) -> Iterator[Entry]:
    source = corpus.documents(1_000_000, seed=7)
    for number in range(count):
        yield _joined(f"large-{number:04}", source, length, spans)
        yield next(source)


def _dateless(entry: Entry) -> Entry:
    entry.spans = tuple(
        span._replace(label="SECTOR", norm=None) if span.label == "DATE" else span for span in entry.spans
    )
    return entry


def _joined(uid: str, source: Iterator[Entry], length: int, wanted: int) -> Entry:
    """Return one document made of many, with spans on words beside those of theirs until there are enough."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < length:
        entry = next(source)
        spans += [(span.start + at, span.end + at, span.label) for span in entry.spans]
        parts.append(entry.text)
        at += len(entry.text) + 1
    text = "\n".join(parts)
    words = list(_words(text))
    rng = Random(uid)
    rng.shuffle(words)
    taken = {(start, end) for start, end, _ in spans}
    spare = (word for word in words if word not in taken)
    spans += [(start, end, rng.choice(_LABELS)) for start, end in islice(spare, max(0, wanted - len(spans)))]
    spans = sorted(spans)[:wanted]
    made = tuple(
        EntrySpan(f"s{number}", start, end, text[start:end], label)
        for number, (start, end, label) in enumerate(spans, 1)
    )
    return Entry(
        id=uid, text=text, text_sha256=digest(text), fields={"title": uid, "lang": "ko"}, spans=made,
        annotator=corpus.ANNOTATOR, annotator_id=corpus.ANNOTATOR_UID, status="in_progress",
    )  # fmt: skip


def pairs(target: Path, count: int) -> None:
    """Write documents as two annotators have done them, about 23 spans each, one in four of the second's otherwise."""
    _write(target, (entry for one in corpus.documents(count, seed=11) for entry in _twice(one)))


def _twice(entry: Entry) -> Iterator[Entry]:
    rng = Random(entry.id)
    taken = {(span.start, span.end) for span in entry.spans}
    spare = [word for word in _words(entry.text) if word not in taken]
    places = [(span.start, span.end, span.label) for span in entry.spans]
    drawn = rng.sample(spare, max(0, PAIR_SPANS - len(places)))
    places += [(start, end, rng.choice(_LABELS)) for start, end in drawn]
    others = [place for one in places for place in _otherwise(*one, len(entry.text), rng)]
    for name, layer in (("kim", places), ("lee", others)):
        spans = tuple(
            EntrySpan(f"s{number}", start, end, entry.text[start:end], label)
            for number, (start, end, label) in enumerate(sorted(set(layer)), 1)
        )
        yield Entry(
            id=entry.id, text=entry.text, text_sha256=entry.text_sha256, fields=entry.fields, zones=entry.zones,
            label_set=entry.label_set, annotator=name, annotator_id=f"01{name}", status="done", spans=spans,
        )  # fmt: skip


def _otherwise(start: int, end: int, label: str, length: int, rng: Random) -> Iterator[tuple[int, int, str]]:
    drawn = rng.random()
    if drawn < 0.07:  # missed
        return
    if drawn < 0.15:
        yield start, min(length, end + rng.randint(1, 2)), label
    elif drawn < 0.20:
        yield start, end, rng.choice(_LABELS)
    elif drawn < 0.24 and end - start > 1:
        middle = (start + end) // 2
        yield start, middle, label
        yield middle, end, label
    else:
        yield start, end, label


def colleague(target: Path, count: int) -> None:
    """Write what a third annotator did on the documents of `pairs`, in every second of which each blank is doubled."""
    documents = corpus.documents(count, seed=11)
    _write(target, (_third(entry, spread=number % 2 == 1) for number, entry in enumerate(documents)))


def _third(entry: Entry, *, spread: bool) -> Entry:
    text = entry.text.replace(" ", "  ") if spread else entry.text
    places = [
        (span.start + entry.text.count(" ", 0, span.start), span.end + entry.text.count(" ", 0, span.end))
        if spread
        else (span.start, span.end)
        for span in entry.spans
    ]
    spans = tuple(
        EntrySpan(f"s{number}", start, end, text[start:end], span.label)
        for number, ((start, end), span) in enumerate(zip(places, entry.spans, strict=True), 1)
    )
    return Entry(
        id=entry.id, text=text, text_sha256=digest(text), fields=entry.fields, label_set=entry.label_set,
        annotator="park", annotator_id="01park", status="done", spans=spans,
    )  # fmt: skip


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for word in text.replace("\n", " ").split(" "):
        if len(word) > 1:
            yield start, start + len(word)
        start += len(word) + 1


def _write(target: Path, entries: Iterable[Entry]) -> None:
    with target.open("wb") as file:
        account = formats.write(entries, file, format="native", tool=("benchmark", "1"))
    if account.rejected:
        told = f"{account.rejected} of the documents are not sound"
        raise ValueError(told)


def million(target: Path, count: int) -> None:
    """Make a project of so many documents, half of them begun; for the list alone, so they have no texts."""
    project = Project.create(
        target,
        lock_dir=locks_of(target),
        backups_dir=backups_of(target),
        annotator=Annotator(1, corpus.ANNOTATOR_UID, corpus.ANNOTATOR),
    )
    connection = project.connection
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-200000")
    connection.execute("BEGIN")
    for statement in _MILLION.split(";"):
        connection.execute(statement, {"count": count})
    connection.execute("COMMIT")
    project.close()


_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
_DAY = "date('2015-01-01', '+' || (i % 4000) || ' days')"
_TITLE = (
    "substr('과기정통부산업부복지부환경부국토부중기부', 1 + (i * 7919) % 18, 4) || ' ' ||"
    " ((i * 48271) % 1000003) || '호 사업 공고'"
)
# A quarter is done, a quarter in progress, mixed as people leave them.
_MILLION = f"""
{_NUMBERS} INSERT INTO document (id, uid, text_version_id, title, outlet, published, document_date, created_at)
    SELECT i, printf('doc-%07d', i), i, {_TITLE}, '한빛일보', {_DAY}, {_DAY}, '2026-03-02T01:02:03Z' FROM n;
{_NUMBERS} INSERT INTO layer (id, document_id, annotator_id, role, status, created_at)
    SELECT i, i, 1, 'annotator', CASE (i * 48271) % 4 WHEN 1 THEN 'done' ELSE 'in_progress' END,
    '2026-03-02T01:02:03Z' FROM n WHERE (i * 48271) % 4 < 2;
DELETE FROM gram_pending
"""


def list_table(target: Path, count: int) -> None:
    """Make the one table that the floor of the list of documents reads."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    connection.execute(
        "CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT, outlet TEXT, published TEXT, status TEXT)"
    )
    connection.execute(
        f"{_NUMBERS} INSERT INTO document SELECT i, {_TITLE}, '한빛일보', {_DAY},"
        " CASE (i * 48271) % 4 WHEN 0 THEN 'in_progress' WHEN 1 THEN 'done' ELSE 'new' END FROM n",
        {"count": count},
    )
    for column in ("title", "outlet", "published", "status"):
        connection.execute(f"CREATE INDEX document_{column} ON document({column})")
    connection.execute("COMMIT")
    connection.close()


_KINDS = {
    made.__name__: made for made in (native, short, large, thousand, pairs, colleague, million, list_table)
}

if __name__ == "__main__":
    _KINDS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))

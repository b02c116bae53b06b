"""Files that are not what they say they are, handed to every reader there is: bytes, encodings, line ends, lengths."""

import gzip
import io
import random
import zipfile
from functools import cache

import pytest

from annotator import formats
from annotator.formats.base import Bundle
from tests.support.books import book
from tests.support.hostile import READERS, TEXTS, documents, promised, written

MEGABYTE = 1 << 20
SEVENTY = 70 * MEGABYTE
# What a reader may hold of a line of 70 MB: it reads up to 64 of them before it gives it up, and Python joins pieces.
MOST_FOR_LONG = 260


@cache
def seed(format_: str) -> tuple[tuple[str, bytes], ...]:
    """A good file of each format: three documents, or one where a file holds one."""
    if format_ == "table":
        return (
            (
                "t.csv",
                "제목,본문\r\n".encode() + "".join(f"제,{text}\r\n" for text in TEXTS.values()).encode(),
            ),
        )
    items = documents()[:1] if format_.startswith("cas-") else documents()
    made = written(items, format_)
    if format_ == "label-studio":  # beside its config a file is known by its suffix
        made["out.json"] = made.pop("out")
    if format_ == "cas-xmi":
        made = {name: content for name, content in made.items() if name == "out"}
    return tuple(made.items())


def spoilt(format_, change):
    """The file with its main member changed: that of annotations, where there are several."""
    members = dict(seed(format_))
    name = next((name for name in members if name.endswith(("two.ann", "out", "out.json", "t.csv"))), "")
    members[name] = change(members[name])
    return Bundle.of_files(members.items())


class Endless(io.RawIOBase):
    """A file of `size` bytes, all the same, and then `after`, made as it is read."""

    def __init__(self, byte: bytes, size: int, before: bytes, after: bytes) -> None:
        self._parts = [before, b"", after]
        self._byte, self._left = byte, size

    def readable(self):
        return True

    def readinto(self, buffer):
        room = len(buffer)
        if self._parts[0]:
            taken, self._parts[0] = self._parts[0][:room], self._parts[0][room:]
        elif self._left:
            taken = self._byte * min(room, self._left)
            self._left -= len(taken)
        else:
            taken, self._parts[2] = self._parts[2][:room], self._parts[2][room:]
        buffer[: len(taken)] = taken
        return len(taken)


def endless(byte, size=SEVENTY, before=b"", after=b""):
    return Bundle.of_file("x", lambda: io.BufferedReader(Endless(byte, size, before, after)))


def _archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("a.bin", b"\0" * 100)
    return stream.getvalue()


NOISE = random.Random(5).randbytes(20_000)
# No reader finds a document in these.
NOTHING = {
    "empty": b"",
    "one-byte": b"\xff",
    "byte-order-mark-alone": b"\xef\xbb\xbf",
    "utf16-mark-alone": b"\xff\xfe",
    "blanks": b" \t\r\n" * 500,
    "line-feeds": b"\n" * 30_000,
    "nuls": b"\0" * 10_000,
    "noise": NOISE,
    "noise-lines": b"\n".join(NOISE[n : n + 40] for n in range(0, 20_000, 40)),
    "png": b"\x89PNG\r\n\x1a\n" + NOISE,
    "gzip": gzip.compress(b'{"text":"a"}'),
    "zip": _archive(),
    "zip-cut-off": _archive()[:40],
    "sqlite": b"SQLite format 3\0" + b"\0" * 500,
    "lone-brace": b"{",
    "lone-bracket": b"[",
    "closed-only": b"]}]}",
    "quote-only": b'"',
    "tab-only": b"\t",
    "surrogates-in-utf8": b"\xed\xa0\x80\xed\xb0\x80" * 50,
    "overlong-utf8": b"\xc0\xaf\xe0\x80\xaf" * 50,
}


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING)
def test_what_holds_nothing_gives_nothing(format_, content):
    formats.sniff(Bundle.of_file("x", content))
    answer = promised(format_, Bundle.of_file("x", content))
    assert answer.entries == [] or format_ in {"conll", "klue"}


SPOILERS = {
    "cut-in-half": lambda content: content[: len(content) // 2],
    "cut-near-the-end": lambda content: content[:-7],
    "first-byte-gone": lambda content: content[1:],
    "twice": lambda content: content * 2,
    "backwards": lambda content: content[::-1],
    "nul-between": lambda content: content[:50] + b"\0" + content[50:],
    "surrogate-between": lambda content: content[:50] + b"\xed\xa0\x80" + content[50:],
    "latin-byte": lambda content: content[:50] + b"\xe9" + content[50:],
    "utf16-little": lambda content: content.decode().encode("utf-16"),
    "utf16-big": lambda content: b"\xfe\xff" + content.decode().encode("utf-16-be"),
    "utf16-without-mark": lambda content: content.decode().encode("utf-16-le"),
    "utf32": lambda content: content.decode().encode("utf-32"),
    "cp949": lambda content: content.decode().encode("cp949", "replace"),
    "carriage-returns-alone": lambda content: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r"),
    "line-separators": lambda content: content.replace(b"\n", "\u2028".encode()),
    "long-line-behind": lambda content: content + b"x" * (3 * MEGABYTE),
    "noise-behind": lambda content: content + NOISE,
    "noise-before": lambda content: NOISE + content,
}


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("change", SPOILERS.values(), ids=SPOILERS)
def test_a_spoilt_file_is_read_as_far_as_it_holds(format_, change):
    answer = promised(format_, spoilt(format_, change))
    # One line alone, as these see it, is a comment or the head of a document, and holds nothing to be refused.
    is_one_line = change in {SPOILERS["carriage-returns-alone"], SPOILERS["line-separators"]}
    assert answer.entries or answer.reasons or (is_one_line and format_ in {"conll", "klue"})


HARMLESS = {
    "byte-order-mark": lambda content: b"\xef\xbb\xbf" + content.removeprefix(b"\xef\xbb\xbf"),
    "crlf": lambda content: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "mixed-line-ends": lambda content: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n", 1),
    "no-last-line-feed": lambda content: content.rstrip(b"\r\n"),
    "line-feeds-behind": lambda content: content + b"\n\n\n",
}


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_what_is_harmless_changes_nothing(format_, change):
    good = promised(format_, spoilt(format_, lambda content: content))
    answer = promised(format_, spoilt(format_, change))
    assert answer.reasons == good.reasons == []
    assert good.entries
    assert [(one.id, one.text, one.spans) for one in answer.entries] == [
        (one.id, one.text, one.spans) for one in good.entries
    ]


LONG = {"letters": b"a", "brackets": b"[", "blanks": b" "}


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("byte", LONG.values(), ids=LONG)
def test_a_line_longer_than_any_is_given_up_in_bounded_memory(format_, byte):
    answer = promised(format_, endless(byte), most=MOST_FOR_LONG)
    assert answer.entries == []


@pytest.mark.parametrize("format_", ["native", "doccano", "prodigy", "conll", "klue"])
def test_what_stands_before_and_behind_a_line_longer_than_any_is_read(format_):
    before, after = (written([documents()[n]], format_)["out"] for n in (0, 2))
    answer = promised(format_, endless(b"a", before=before, after=b"\n\n" + after), most=MOST_FOR_LONG)
    assert [text for text in answer.texts if text in TEXTS.values() or format_ == "conll"] != []
    assert len(answer.entries) == 2
    assert answer.reasons


def test_a_workbook_is_a_table_however_its_file_is_called():
    content = book(["제목", "본문"], *[["제", text] for text in TEXTS.values()])
    assert len(promised("table", Bundle.of_file("../../x.txt", content)).entries) == 3

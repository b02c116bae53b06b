"""Hostile archives: brat's in a zip, workbooks, office files. Named like a path, packed like a bomb, broken, locked."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.app.imports.intake import FileAccount, Intake, Reader
from tests.support.books import book
from tests.support.hostile import bounded, sentences
from tests.support.office import docx, hwpx, word, zipped

ANN = "T1\tDATE 0 2\t9일\n"
GOOD = ("9일 끝", "글 9일")
MOST = 200  # MB that reading an archive may hold, 64 of which may be unpacked


def brat_zip(*more: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A zip with two good pairs of brat's, and what is put between them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("kim/a.ann", ANN)
        made.writestr("kim/a.txt", GOOD[0])
        for name, content in more:
            made.writestr(name, content)
        made.writestr("kim/z.ann", "T1\tDATE 2 4\t9일\n")
        made.writestr("kim/z.txt", GOOD[1])
    return stream.getvalue()


def symlink(name: str, to: str) -> tuple[zipfile.ZipInfo, bytes]:
    """A member that is a symbolic link where it is unpacked by a careless program."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, to.encode()


def read(folder: Path, name: str, content: bytes) -> tuple[list[str], set[str]]:
    """Read a file as an import does: the texts taken, and the ids of the reasons given."""
    path = folder / name
    path.write_bytes(content)
    before = sorted(folder.rglob("*"))
    account = FileAccount(path)
    with bounded(MOST):
        arrivals = list(Intake(lambda _outlet, _lines: (), Reader()).read(path, account))
    assert sorted(folder.rglob("*")) == before
    assert all(map(sentences, (reject.reason for reject in account.rejected)))
    return [arrival.entry.text for arrival in arrivals], {reject.reason.id for reject in account.rejected}


def pair(name: str) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    return (f"{name}.ann", ANN.encode()), (f"{name}.txt", "9일 밖".encode())


NAMES = {
    "up": "../b",
    "up-inside": "kim/../../b",
    "up-by-backslash": "..\\b",
    "absolute": "/b",
    "drive": "C:/b",
    "drive-by-backslash": "c:\\b",
    "share": "\\\\host\\b",
    "control-character": "kim/b\x01",
    "line-end": "kim/b\nc",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_member_whose_name_leads_out_is_refused_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    texts, told = read(tmp_path, "x.zip", brat_zip(*pair(name)))
    assert texts == list(GOOD)
    assert "zip.outside" in told


HARMLESS: dict[str, tuple[tuple[str | zipfile.ZipInfo, bytes], ...]] = {
    "symlink-to-a-file": (("kim/b.ann", ANN.encode()), symlink("kim/b.txt", "/etc/passwd")),
    "symlink-to-a-folder": (symlink("lee", "/etc"),),
    "folder": (("lee/", b""),),
    "zip-in-it": (("lee.zip", brat_zip()),),
    "long-name": pair("kim/" + "b" * 60_000),
    "deep-name": pair("d/" * 5_000 + "b"),
    "device": pair("kim/CON"),
    "dot": pair("./kim/./b"),
    "empty-members": (("kim/b.ann", b""), ("kim/b.txt", b"")),
    "not-utf8": (("kim/b.ann", ANN.encode()), ("kim/b.txt", b"\xff\xfe")),
    "configuration-of-nuls": (("annotation.conf", b"\0" * 1000),),
    "configuration-too-large": (("annotation.conf", b"a" * 3_000_000),),
}


@pytest.mark.parametrize("members", HARMLESS.values(), ids=HARMLESS)
def test_a_member_is_never_followed_and_the_rest_is_read(tmp_path: Path, members) -> None:
    texts, _ = read(tmp_path, "x.zip", brat_zip(*members))
    assert [text for text in texts if text in GOOD] == list(GOOD)
    assert all("root:" not in text for text in texts)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_neither_takes_the_other_s_text(tmp_path: Path) -> None:
    texts, _ = read(tmp_path, "x.zip", brat_zip(*pair("kim/b"), *pair("kim/b")))
    assert [text for text in texts if text in GOOD] == list(GOOD)


def _field(content: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """Write over a field of the first header of a kind in an archive."""
    at = content.index(signature) + offset
    return content[:at] + value + content[at + len(value) :]


def _flag(content: bytes) -> bytes:
    return _field(_field(content, b"PK\x01\x02", 8, b"\x01\x00"), b"PK\x03\x04", 6, b"\x01\x00")


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut-in-half": lambda made: made[: len(made) // 2],
    "cut-at-the-end": lambda made: made[:-3],
    "without-directory": lambda made: made[: made.index(b"PK\x01\x02")],
    "directory-alone": lambda made: made[made.index(b"PK\x01\x02") :],
    "locked": _flag,
    "method-unknown": lambda made: _field(_field(made, b"PK\x01\x02", 10, b"\x63\x00"), b"PK\x03\x04", 8, b"\x63\x00"),
    "checksum-wrong": lambda made: _field(made, b"PK\x01\x02", 16, b"\0\0\0\1"),
    "size-too-small": lambda made: _field(made, b"PK\x01\x02", 24, struct.pack("<I", 1)),
    "size-too-large": lambda made: _field(made, b"PK\x01\x02", 24, struct.pack("<I", 1 << 20)),
    "size-of-a-bomb": lambda made: _field(made, b"PK\x01\x02", 24, struct.pack("<I", 0xFFFFFFF0)),
    "place-wrong": lambda made: _field(made, b"PK\x01\x02", 42, struct.pack("<I", 7)),
    "place-outside": lambda made: _field(made, b"PK\x01\x02", 42, struct.pack("<I", 0x7FFFFFFF)),
    "name-too-long": lambda made: _field(made, b"PK\x01\x02", 28, b"\xff\xff"),
    "directory-placed-wrong": lambda made: _field(made, b"PK\x05\x06", 16, b"\xff\xff\xff\x7f"),
    "comment-too-long": lambda made: _field(made, b"PK\x05\x06", 20, b"\xff\xff"),
    "noise-before": lambda made: b"PK\x03\x04" + b"\xff" * 100 + made,
    "noise-behind": lambda made: made + b"\xff" * 100,
}  # fmt: skip
KINDS = {
    "brat.zip": brat_zip(),
    "book.xlsx": book(["제목", "본문"], ["제", "가람부는 9일 3억 원을 낸다고 밝혔다."]),
    "text.docx": docx(word("가람부는 9일 3억 원을 낸다고 밝혔다.")),
    "text.hwpx": hwpx("<hp:p><hp:run><hp:t>가람부는 9일 3억 원을 낸다고 밝혔다.</hp:t></hp:run></hp:p>"),
}


@pytest.mark.parametrize("name", KINDS)
def test_the_archives_are_good_as_they_are(tmp_path: Path, name: str) -> None:
    texts, told = read(tmp_path, name, KINDS[name])
    assert texts
    assert not told


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_archive_is_refused_or_read_as_far_as_it_goes(
    tmp_path: Path, name: str, change: Callable[[bytes], bytes]
) -> None:
    texts, told = read(tmp_path, name, change(KINDS[name]))
    assert texts or told


def _bomb(name: str, size: int = 300 << 20, first: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        if first:
            made.writestr("[Content_Types].xml", first)
        with made.open(name, "w") as member:
            for _ in range(size >> 20):
                member.write(b" " * (1 << 20))
    return stream.getvalue()


def _repeated(packed: bytes, count: int) -> bytes:
    """An archive whose many members share the packed bytes of its one, as those bombs do that need no nesting."""
    at, end = packed.index(b"PK\x01\x02"), packed.index(b"PK\x05\x06")
    directory, head = packed[at:end], bytearray(packed[end:])
    head[8:10] = head[10:12] = struct.pack("<H", count)
    head[12:16] = struct.pack("<I", len(directory) * count)
    return packed[:at] + directory * count + bytes(head)


def _with_annotations() -> bytes:
    stream = io.BytesIO(_bomb("a.txt"))
    with zipfile.ZipFile(stream, "a") as made:
        made.writestr("a.ann", ANN)
    return stream.getvalue()


BOMBS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "brat": lambda: ("x.zip", _bomb("a.ann")),
    "text-of-brat": lambda: ("x.zip", _with_annotations()),
    "workbook": lambda: ("x.xlsx", _bomb("xl/workbook.xml")),
    "docx": lambda: ("x.docx", _bomb("word/document.xml", first=b"<Types/>")),
    "overlapping": lambda: ("x.zip", _repeated(_bomb("a.ann", 4 << 20), 200)),
    "members-without-end": lambda: ("x.zip", _repeated(zipped({"a.ann": b""}), 20_001)),
}


@pytest.mark.parametrize("made", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_not_unpacked(tmp_path: Path, made: Callable[[], tuple[str, bytes]]) -> None:
    texts, told = read(tmp_path, *made())
    assert texts == []
    assert told

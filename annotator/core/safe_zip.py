"""Zip archives from files that nobody vouches for: bounded, with names that stay inside, and errors that are told."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, BinaryIO, Final

from annotator.core.errors import UserError
from annotator.core.messages import Message, message

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer
else:
    Buffer = object

MAGIC: Final = b"PK\x03\x04"
MOST_MEMBERS: Final = 20_000
# No text is packed this well; 64 MB are borne all the same, because short files that repeat themselves are.
_RATIO: Final = 200
_BORNE: Final = 64 << 20
_OUTSIDE: Final = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|[\x00-\x1f\x7f]")
_UTF8: Final = 0x800
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (
    zipfile.BadZipFile, RuntimeError, zlib.error, lzma.LZMAError, EOFError, ValueError, struct.error,
)  # fmt: skip


class ZipRefusedError(UserError):
    """An archive, or a member of one, that is broken, or that a careful reader does not unpack."""


def opened(stream: BinaryIO, most: int = MOST_MEMBERS) -> zipfile.ZipFile:
    """Open an archive for reading; the stream stays the caller's. ZipRefusedError for bombs and what is none."""
    try:
        archive = zipfile.ZipFile(stream)
        infos = archive.infolist()
    except _BROKEN:
        raise ZipRefusedError(message("zip.broken")) from None
    if len(infos) > most:
        raise ZipRefusedError(message("zip.too-many", most=most))
    packed = max(1, stream.seek(0, 2))
    # Members may share their packed bytes, so that the sum is held against the whole file.
    unpacked = sum(info.file_size for info in infos)
    if unpacked > _BORNE and unpacked > _RATIO * packed:
        raise ZipRefusedError(message("zip.bomb"))
    return archive


def name_of(info: zipfile.ZipInfo) -> str:
    """Return the name of a member with `/` between folders; one not marked as UTF-8 is tried as CP949."""
    name = info.filename
    if not info.flag_bits & _UTF8 and not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("cp949")
    return name.replace("\\", "/")


def name_problem(name: str) -> Message | None:
    """Say why a member's name is none that stays inside its archive."""
    return message("zip.outside") if not name or _OUTSIDE.search(name) else None


class _Guarded(io.RawIOBase):
    """A member being read; what is found broken in it on the way is told as such."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        try:
            return self._stream.seek(offset, whence)
        except _BROKEN:
            raise ZipRefusedError(message("zip.broken")) from None

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        try:
            found = self._stream.read(len(view))
        except _BROKEN:
            raise ZipRefusedError(message("zip.broken")) from None
        except OSError as error:
            if error.errno is not None:  # of the disk; bz2 raises one for data that it cannot unpack
                raise
            raise ZipRefusedError(message("zip.broken")) from None
        view[: len(found)] = found
        return len(found)


@contextmanager
def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """Open a member; it yields no more bytes than the archive says it has. ZipRefusedError also while it is read."""
    if info.flag_bits & _ENCRYPTED:
        raise ZipRefusedError(message("zip.encrypted"))
    try:
        stream = archive.open(info)
    except _BROKEN:
        raise ZipRefusedError(message("zip.broken")) from None
    with stream, io.BufferedReader(_Guarded(stream)) as guarded:
        yield guarded


def content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return the bytes of a member; ZipRefusedError where they are more than `most`, or broken."""
    if info.file_size > most:
        raise ZipRefusedError(message("zip.member-too-large", most=most >> 20))
    with member(archive, info) as stream:
        return stream.read(most + 1)


def part(archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """Return the bytes of the member with that name, None where there is none. ZipRefusedError as `content`."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    return content(archive, info, most)

"""Archives of documents: their members under paths of their own, and one archive open at a time while they are read."""

import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.core.errors import UserError, user_error

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MAGIC: Final = b"PK\x03\x04"
_OUTSIDE: Final = re.compile(r"[\x00-\x1f\x7f]|\.\.|^[A-Za-z]:")
_BESIDE: Final = "__MACOSX/"
# What makes an archive one document, or one annotation of several files: it is read whole.
_OFFICE: Final = frozenset({"word/document.xml", "xl/workbook.xml", "Contents/section0.xml"})
_WHOLE: Final = ".ann"
_SMALL: Final = 4 << 20


class Archives:
    """The archives that members are read from; the one used last stays open until the next, or `close`."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._file: BinaryIO | None = None
        self._infos: dict[str, ZipInfo] = {}
        self._zip: ZipFile | None = None

    def close(self) -> None:
        """Close what is open."""
        if self._zip is not None:
            self._zip.close()
        if self._file is not None:
            self._file.close()
        self._path = self._file = self._zip = None

    def members(self, path: Path) -> list[Path] | None:
        """Return the paths of the documents in an archive; None for other files, and for one document.

        UserError for an archive that is broken, or a bomb.
        """
        if not _is_zip(path):
            return None
        self._open(path)
        names = self._infos.keys()
        if names & _OFFICE or any(name.endswith(_WHOLE) for name in names):
            return None
        return [path / _inside(name) for name in names if not name.startswith(_BESIDE)]

    def opener(self, path: Path) -> "tuple[str, Member] | None":
        """Return the name of a member and what opens it, None for a path that is in no archive.

        UserError `zip.outside` for a member whose name leads out of its archive, or that is not there.
        """
        found = archive_of(path)
        if found is None:
            return None
        archive, name = found
        self._open(archive)
        info = self._infos.get(name)
        if info is None or _inside(name) != name:
            raise user_error("zip.outside")
        return name, Member(self, archive, name)

    def content(self, path: Path) -> bytes | None:
        """Return the bytes of a small member, None where there is no such member; UserError where it is refused."""
        from annotator.core import safe_zip

        found = archive_of(path)
        if found is None:
            return None
        opened = self._open(found[0])
        info = self._infos.get(found[1])
        return None if info is None else safe_zip.content(opened, info, _SMALL)

    def open_member(self, archive: Path, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a member for reading."""
        from annotator.core import safe_zip

        opened = self._open(archive)
        return safe_zip.member(opened, self._infos[name])

    def size(self, archive: Path, name: str) -> int:
        """Return how many bytes a member has, as its archive says."""
        self._open(archive)
        return self._infos[name].file_size

    def _open(self, path: Path) -> "ZipFile":
        from annotator.core import safe_zip  # slow to import, and only archives need it

        if self._zip is None or path != self._path:
            self.close()
            self._file = path.open("rb")
            try:
                self._zip = safe_zip.opened(self._file)
            except UserError:
                self.close()
                raise
            self._path = path
            files = (info for info in self._zip.infolist() if not info.is_dir())
            self._infos = {safe_zip.name_of(info): info for info in files}
        return self._zip


class Member:
    """Opens a member of an archive for reading, each time it is called."""

    def __init__(self, archives: Archives, archive: Path, name: str) -> None:
        self._archives = archives
        self._archive = archive
        self._name = name

    def __call__(self) -> AbstractContextManager[BinaryIO]:
        """Open it."""
        return self._archives.open_member(self._archive, self._name)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self._archives.size(self._archive, self._name)


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _inside(name: str) -> str:
    """Return the name of a member as a path below its archive, whatever it says."""
    return _OUTSIDE.sub("_", name).lstrip("/") or "_"


def archive_of(path: Path) -> tuple[Path, str] | None:
    """Return the archive that a path leads into, and the name of the member; None for a path of the disk."""
    if os.path.lexists(path):
        return None
    for parent in _parents(path):
        if parent.is_file():
            return (parent, path.relative_to(parent).as_posix()) if _is_zip(parent) else None
    return None


def _parents(path: Path) -> Iterator[Path]:
    for parent in path.parents:
        if parent.name:
            yield parent

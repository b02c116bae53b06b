"""What is read where a file is named: the file, the pair of files that it is one of, or the members of an archive."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.app.finding import ANNOTATIONS, CONFIGURATION, TEXT, name_of
from annotator.app.imports.archives import Archives
from annotator.core.entry import Reject
from annotator.formats.base import Bundle

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MAGIC: Final = b"PK\x03\x04"
# Two a document: as many documents as anybody puts into one zip.
_MOST_MEMBERS: Final = 200_000
_BESIDE: Final = "__MACOSX/"


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens a file for reading, each time it is called."""

    path: Path

    def __call__(self) -> AbstractContextManager[BinaryIO]:
        """Open the file."""
        return self.path.open("rb")

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size


@dataclass(frozen=True, slots=True)
class _Member:
    """Opens a member of an archive for reading, each time it is called."""

    archive: "ZipFile"
    info: "ZipInfo"

    def __call__(self) -> AbstractContextManager[BinaryIO]:
        from annotator.core import safe_zip

        return safe_zip.member(self.archive, self.info)


@contextmanager
def bundle_of(path: Path, archives: Archives | None = None) -> Iterator[tuple[Bundle, list[Reject]]]:
    """Give what is read where a file, or a member of an archive, is named, and what of an archive is not.

    Annotations of brat's come with their text and the configuration beside or above them, named with their folder,
    because it may say whose they are; a zip that holds such annotations is its members. UserError for a zip of them
    that is broken, or a bomb.
    """
    with ExitStack() as stack:
        archives = archives or stack.enter_context(closing(Archives()))
        member = archives.opener(path)
        if member is not None:
            yield Bundle.of_file(*member), []
            return
        if path.suffix == ANNOTATIONS:
            yield _pair(path), []
            return
        found = _archive(path, stack)
        yield found or (Bundle.of_file(name_of(path), Opener(path)), [])


def _pair(path: Path) -> Bundle:
    folder = path.absolute().parent
    within = name_of(folder)
    places = [
        (f"{within}/{name_of(path)}", path),
        (f"{within}/{name_of(path.with_suffix(TEXT))}", path.with_suffix(TEXT)),
        (f"{within}/{CONFIGURATION}", folder / CONFIGURATION),
        (CONFIGURATION, folder.parent / CONFIGURATION),
    ]
    return Bundle.of_files(
        (member, Opener(place)) for member, place in places if place == path or place.is_file()
    )


def _archive(path: Path, stack: ExitStack) -> tuple[Bundle, list[Reject]] | None:
    """Return the members of a zip that holds annotations, None for any other file."""
    stream = stack.enter_context(path.open("rb"))
    if stream.read(len(_MAGIC)) != _MAGIC:
        return None
    from zipfile import is_zipfile  # slow to import, and only archives need it

    from annotator.core import safe_zip

    if not is_zipfile(stream):
        return None
    archive = stack.enter_context(safe_zip.opened(stream, _MOST_MEMBERS))
    infos = [(safe_zip.name_of(info), info) for info in archive.infolist() if not info.is_dir()]
    if not any(name.endswith(ANNOTATIONS) for name, _ in infos):
        return None
    problems = [(name, safe_zip.name_problem(name)) for name, _ in infos]
    faults = [Reject(0, problem, "", name) for name, problem in problems if problem is not None]
    bad = {fault.member for fault in faults}
    good = [(name, info) for name, info in infos if name not in bad and not name.startswith(_BESIDE)]
    return Bundle.of_files((name, _Member(archive, info)) for name, info in good), faults

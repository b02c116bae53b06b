"""Files written whole or not at all: what was there before stays until all is on the disk, or for good."""

import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO

from annotator.app.finding import reason_of
from annotator.core.errors import user_error
from annotator.formats.base import FileSink, Sink
from annotator.formats.documents import ZIP
from annotator.formats.registry import by_id


@dataclass(slots=True)
class _Beside:
    """A sink that writes each member to a temporary file beside its place, to be moved there at the end."""

    folder: Path
    name: str
    temporary: dict[Path, Path] = field(default_factory=dict)
    kept: dict[Path, Path] = field(default_factory=dict)

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a member for writing."""
        target = self.folder / Path(name).name
        self.temporary[target] = _part(target)
        return _synced(self.temporary[target])

    def settle(self) -> None:
        """Move all members to their places, the main one last; where one cannot be, none is."""
        main = self.folder / self.name
        places = sorted(self.temporary, key=main.__eq__)
        for place in places:
            if place.is_dir():
                raise IsADirectoryError(None, f"{place.name} is a folder")
        for place in places:
            if place != main and place.exists():
                self.kept[place] = _part(place)
                shutil.copyfile(place, self.kept[place])
        moved: list[Path] = []
        try:
            for place in places:
                self.temporary[place].replace(place)
                moved.append(place)
        except OSError:
            for place in moved:
                self._restore(place)
            raise

    def _restore(self, place: Path) -> None:
        with suppress(OSError):
            if place in self.kept:
                self.kept[place].replace(place)
            else:
                place.unlink()

    def clear(self) -> None:
        """Remove what is left of the temporary files."""
        for leftover in (*self.temporary.values(), *self.kept.values()):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _part(target: Path) -> Path:
    # Short, because the name itself may be as long as a name can be.
    return target.with_name(f".annotator-{secrets.token_hex(4)}.part")


@contextmanager
def _synced(path: Path) -> Iterator[BinaryIO]:
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@dataclass(slots=True)
class _Folder:
    """A sink that writes its members into a new folder, which is moved to its place at the end."""

    target: Path
    name: str
    temporary: Path

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a member for writing; its name may say in which folders it lies."""
        place = self.temporary.joinpath(*PurePosixPath(name).parts)
        if ".." in PurePosixPath(name).parts or not place.is_relative_to(self.temporary):
            msg = f"a member outside its folder: {name!r}"
            raise ValueError(msg)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place.open("xb")

    def settle(self) -> None:
        """Move the folder to its place, where there is none, or an empty one."""
        if hasattr(os, "sync"):
            os.sync()  # one for all: a folder may hold many thousand files
        if self.target.is_dir():
            self.target.rmdir()
        self.temporary.rename(self.target)


@contextmanager
def written_folder(target: Path) -> Iterator[Sink]:
    """Give a sink for a folder at `target`, to be filled in the block.

    UserError `export.folder-taken` where something is there that is no empty folder, `export.not-written` where the
    writing fails; then, or where the block raises anything, all is as it was.
    """
    real = Path(os.path.realpath(target))
    if real.exists() and not (real.is_dir() and not any(real.iterdir())):
        raise user_error("export.folder-taken", path=str(target))
    temporary = _part(real)
    try:
        temporary.mkdir(parents=True)
        sink = _Folder(real, real.name, temporary)
        yield sink
        sink.settle()
    except OSError as error:
        raise user_error("export.not-written", path=str(target), reason=reason_of(error)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def written_as(format_: str, target: Path) -> AbstractContextManager[Sink]:
    """Give the sink that a format writes to: a folder for one that writes many files, unless a zip is named."""
    is_folder = getattr(by_id(format_), "writes_folder", False) is True and target.suffix.lower() != ZIP
    return written_folder(target) if is_folder else written(target)


@contextmanager
def written(target: Path) -> Iterator[Sink]:
    """Give a sink for the file at `target`, to be filled in the block.

    UserError `export.not-written` where that fails; then, or where the block raises anything, all files are as
    they were. A link stays a link, and what is no file (a pipe, a device) is written to, never replaced: it takes
    the main member alone, once all of it is there; BrokenPipeError where nobody reads it any more.
    """
    if is_stream(target):
        with _passed_on(target) as passed:
            yield passed
        return
    real = Path(os.path.realpath(target))
    sink = _Beside(real.parent, real.name)
    try:
        with _folders(real.parent):
            try:
                yield sink
                sink.settle()
            finally:
                sink.clear()
    except OSError as error:
        raise user_error("export.not-written", path=str(target), reason=reason_of(error)) from error


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Make a folder and those above it where they are wanting; where the block fails, they go again."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for one in made:
            with suppress(OSError):
                one.rmdir()
        raise


def is_stream(path: Path) -> bool:
    """Tell whether there is something at the path that is neither a file nor a folder, as /dev/stdout."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def _passed_on(target: Path) -> Iterator[Sink]:
    try:
        with TemporaryFile() as kept:
            yield FileSink(target.name, kept)
            kept.seek(0)
            with target.open("wb") as file:
                shutil.copyfileobj(kept, file)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise user_error("export.not-written", path=str(target), reason=reason_of(error)) from error

"""Where the files of brat go: members of the sink, or of a zip in its one file."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from annotator.formats.base import Sink, main_member
from annotator.formats.brat.names import file_of
from annotator.formats.documents import ZIP, new_zip, zip_info

if TYPE_CHECKING:
    from zipfile import ZipFile


class Members:
    """Takes files by their names; `refused` counts those that the sink had no place for. Use as a context."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._stack = ExitStack()
        self._zip: ZipFile | None = None
        self._taken: set[str] = set()
        self.refused = 0

    def __enter__(self) -> Self:
        # A file without a name, as a pipe is, cannot be a folder.
        if not self._sink.name or self._sink.name.lower().endswith(ZIP):
            stream = self._stack.enter_context(main_member(self._sink))
            self._zip = self._stack.enter_context(new_zip(stream))
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def name(self, document: str, annotator: str) -> tuple[str, bool]:
        """Return where a document as an annotator sees it goes, and whether both can be read from that again."""
        (file, file_whole), (folder, folder_whole) = file_of(document), file_of(annotator)
        stem = f"{folder}/{file}" if folder else file
        number = 1
        name = stem
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}~{number:x}"
        self._taken.add(name.casefold())
        return name, file_whole and folder_whole

    def add(self, name: str, content: bytes) -> None:
        """Write a file."""
        if self._zip is not None:
            self._zip.writestr(zip_info(name), content)
            return
        member = self._sink.open(name)
        if member is None:
            self.refused += 1
            return
        with member as stream:
            stream.write(content)

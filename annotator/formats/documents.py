"""Files of formats that hold one document each: one file for one document, a zip for several."""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from annotator.core.errors import user_error
from annotator.formats.base import Sink

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

ZIP: Final = ".zip"
# The first time that a zip can name: the same documents, the same bytes.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST: Final = 100
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_name(text: str) -> str:
    """Return `text` as the name of a file that every system takes, "_" for what none does."""
    name = _UNSAFE.sub("_", text)[:_LONGEST].strip(" .") or "_"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


class Documents:
    """Where documents go, one member each: the sink's one file, or a zip where the sink's name ends in `.zip`.

    `beside` are members that stand once beside the documents. In a zip each is named `<document>/<annotator>` with
    the suffix, or with a number where two have one name. A second document does not fit one file: UserError
    `format.one-document`. Use as a context.
    """

    def __init__(self, sink: Sink, suffix: str, beside: Mapping[str, bytes] | None = None) -> None:
        self._sink = sink
        self._suffix = suffix
        self._beside = beside or {}
        self._stack = ExitStack()
        self._zip: ZipFile | None = None
        self._file: BinaryIO | None = None
        self._names: set[str] = set()
        self._count = 0
        self.refused: list[str] = []

    def __enter__(self) -> Self:
        member = self._sink.open(self._sink.name)
        if member is None:
            msg = "a sink takes at least one member"
            raise ValueError(msg)
        self._file = self._stack.enter_context(member)
        if self._sink.name.lower().endswith(ZIP):
            self._zip = self._stack.enter_context(new_zip(self._file))
            for name, content in self._beside.items():
                self._zip.writestr(zip_info(name), content)
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()
        if self._zip is not None or exc[0] is not None or not self._count:
            return
        for name, content in self._beside.items():
            member = self._sink.open(name)
            if member is None:
                self.refused.append(name)
                continue
            with member as stream:
                stream.write(content)

    def add(self, document: str, annotator: str, content: bytes) -> None:
        """Write a document as an annotator sees it."""
        self._count += 1
        if self._zip is not None:
            self._zip.writestr(zip_info(self._name(document, annotator)), content)
        elif self._count > 1:
            raise user_error("format.one-document")
        elif self._file is not None:
            self._file.write(content)

    def _name(self, document: str, annotator: str) -> str:
        stem = f"{file_name(document)}/{file_name(annotator)}"
        name = next(name for name in _numbered(stem, self._suffix) if name.casefold() not in self._names)
        self._names.add(name.casefold())
        return name


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    yield f"{stem}{suffix}"
    number = 2
    while True:
        yield f"{stem}-{number}{suffix}"
        number += 1


def new_zip(stream: BinaryIO) -> "ZipFile":
    """Begin a zip, packed."""
    from zipfile import ZIP_DEFLATED, ZipFile  # slow to import

    return ZipFile(stream, "w", ZIP_DEFLATED)


def zip_info(name: str) -> "ZipInfo":
    """Return the head of a member of a zip, the same each time."""
    from zipfile import ZIP_DEFLATED, ZipInfo

    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info

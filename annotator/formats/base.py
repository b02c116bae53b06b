"""What every format has in common: bundles of named binary members in, sinks out, and the account of a writing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO, Final, Protocol, Self, TypeVar

from annotator.core.entry import Entry, Reject
from annotator.core.errors import user_error
from annotator.core.validate import quoted

Opener = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens a member from its start, each time it is called; leaving the context closes what it opened."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Named binary members, opened one at a time: one file, a folder, a zip."""

    members: tuple[tuple[str, Opener], ...]

    @classmethod
    def of_file(cls, name: str, content: bytes | Opener) -> Self:
        """Return a bundle of one member; `content` is its bytes, or what opens it."""
        return cls.of_files([(name, content)])

    @classmethod
    def of_files(cls, members: Iterable[tuple[str, bytes | Opener]]) -> Self:
        """Return a bundle of several members in their order."""
        return cls(tuple((name, _opener(content)) for name, content in members))

    @classmethod
    def of_stream(cls, name: str, stream: BinaryIO) -> Self:
        """Return a bundle of one seekable binary file, read from where it stands now and left open."""
        start = stream.tell()

        def reopen() -> AbstractContextManager[BinaryIO]:
            stream.seek(start)
            return nullcontext(stream)

        return cls(((name, reopen),))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in order."""
        return tuple(name for name, _ in self.members)

    def __iter__(self) -> Iterator[tuple[str, BinaryIO]]:
        """Yield each member's name with its open file, which is closed when the next is asked for."""
        for name, opener in self.members:
            with opener() as stream:
                yield name, stream

    def head(self, size: int) -> bytes:
        """Return the first `size` bytes of the first member, b"" where there is none."""
        if not self.members:
            return b""
        with self.members[0][1]() as stream:
            return stream.read(size)


def _opener(content: bytes | Opener) -> Opener:
    return content if callable(content) else _Bytes(content)


@dataclass(frozen=True, slots=True)
class _Bytes:
    content: bytes

    def __call__(self) -> AbstractContextManager[BinaryIO]:
        return BytesIO(self.content)


class Sink(Protocol):
    """Where a format writes its members; `name` is the one asked for, of a format that writes one file."""

    @property
    def name(self) -> str:
        """The name that the main member should have."""
        ...

    def open(self, name: str) -> AbstractContextManager[BinaryIO] | None:
        """Open a new member for writing, or return None where the sink takes no (further) member."""
        ...


def main_member(sink: Sink) -> AbstractContextManager[BinaryIO]:
    """Open the member that is asked for, of a format that writes one file."""
    member = sink.open(sink.name)
    if member is None:
        msg = "a sink takes at least one member"
        raise ValueError(msg)
    return member


def utf8(text: str, entry: Entry | None = None) -> bytes:
    """Return what is written of an entry as UTF-8; UserError where it holds half of a surrogate pair."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise user_error("native.surrogate", document=quoted("" if entry is None else entry.id)) from None


@dataclass(slots=True)
class MemorySink:
    """A sink that keeps what is written, by member."""

    name: str
    written: dict[str, bytes] = field(default_factory=dict)

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a member; its bytes are in `written` once it is closed."""
        return _Kept(self.written, name)


class _Kept(BytesIO):
    def __init__(self, written: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._written = written
        self._name = name

    def close(self) -> None:
        if not self.closed:
            self._written[self._name] = self.getvalue()
        super().close()


@dataclass(slots=True)
class FileSink:
    """A sink of one binary file, left open: the first member is written to it, further ones are not taken."""

    name: str
    stream: BinaryIO
    taken: bool = False

    def open(self, name: str) -> AbstractContextManager[BinaryIO] | None:  # noqa: ARG002 - one file, whatever name
        """Return the file for the first member, None for any other."""
        if self.taken:
            return None
        self.taken = True
        return nullcontext(self.stream)


@dataclass(slots=True)
class Account:
    """What became of a writing: items read, entries written, rejects met, and what could not be carried, by kind.

    `at_risk` counts what is in the file but may be dropped by the tools that it is made for.
    `faults` are the parts that were left out because they do not fit their own document.
    """

    read: int = 0
    written: int = 0
    rejected: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    at_risk: Counter[str] = field(default_factory=Counter)
    faults: list[Reject] = field(default_factory=list)


class Format(Protocol):
    """A file format: bundles in, entries out, and back. `title` and the reasons of rejects are message ids."""

    @property
    def id(self) -> str:
        """The name that the command line and the API use."""
        ...

    @property
    def title(self) -> str:
        """The message id of the name that people are shown."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, the usual one first."""
        ...

    @property
    def can_read(self) -> bool:
        """Whether `read` does something."""
        ...

    @property
    def can_write(self) -> bool:
        """Whether `write` does something."""
        ...

    @property
    def carries(self) -> frozenset[str]:
        """What it carries beside spans with their labels, of `carrying.KINDS`; the rest is counted as lost."""
        ...

    def sniff(self, bundle: Bundle) -> bool:
        """Tell by content, never by name, whether the bundle looks like this format."""
        ...

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Yield each entry, followed by rejects for its parts that were not taken; a line not taken is a reject."""
        ...

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write the entries in their order, each sound (`annotator.formats.write` sees to it).

        Every format takes the options of `COMMON`, and passes over those that it has no use for.
        """
        ...


COMMON: Final = ("annotator", "definitions", "tool")
"""The options of every writer: who is named where an entry names nobody, label definitions, (name, version)."""


def only(options: Mapping[str, object], allowed: Sequence[str]) -> None:
    """Raise TypeError for an option that the format does not know."""
    unknown = sorted(set(options) - set(allowed))
    if unknown:
        known = [name for name in allowed if name not in COMMON]
        there = f"there are: {', '.join(sorted(known))}" if known else "this format has none"
        msg = f"unknown option: {', '.join(unknown)} ({there})"
        raise TypeError(msg)


def option(options: Mapping[str, object], name: str, kind: type[_T], default: _T) -> _T:
    """Return an option, or its default; TypeError where it is of another type."""
    value = options.get(name, default)
    if not isinstance(value, kind):
        wanted = "true or false" if kind is bool else f"a {kind.__name__}"
        msg = f"the option {name} is {wanted}, not {value!r}"
        raise TypeError(msg)
    return value


SNIFF_SIZE: Final = 1 << 16
"""How many bytes formats look at to recognise a file."""

"""From files to what may enter a project: entries of known formats, and pages turned into proposals."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.messages import Message
from annotator.core.text import digest
from annotator.extraction import CANDIDATES, Decoded, Extraction, compose, decode, decode_as, extract
from annotator.extraction.markup import looks_like_html
from annotator.extraction.page import MAY_REPEAT
from annotator.formats import registry
from annotator.formats.base import Bundle
from annotator.formats.sidecar import SUFFIX as SIDECAR_SUFFIX
from annotator.store.incoming import NewSource

# A page longer than this is no article: past it the pane cannot be worked in (1,000,000 characters).
LONGEST_PAGE: Final = 16 * 1024 * 1024
LONGEST_TEXT: Final = 1_000_000
_PREVIEW: Final = 400
_STEM: Final = 40

Furniture = Callable[[str], Collection[str]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file whose encoding a person must say: its beginning in each encoding that reads it without a fault."""

    path: Path
    previews: dict[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that may enter: its entry, and for a page its source and the lines that are not its furniture."""

    entry: Entry
    source: NewSource | None = None
    kept_lines: tuple[str, ...] = ()


@dataclass(slots=True)
class FileAccount:
    """What became of one file; `rejected` are lines or parts of them, each with its reason."""

    file: str
    format: str = ""
    encoding: str = ""
    sha256: str = ""
    size: int = 0
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[Reject] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def refuse(self, told: Message) -> None:
        """Refuse the file as a whole."""
        self.rejected.append(Reject(0, told))


def expanded(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and those inside the folders named, in the order of their names.

    Hidden files and label files beside an annotation file are no documents of their own.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            found.extend(p for p in inside if _is_document(p.relative_to(path)))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _is_document(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not path.name.endswith(SIDECAR_SUFFIX)


def opener(path: Path) -> Callable[[], AbstractContextManager[BinaryIO]]:
    """Return what opens the file for reading."""
    return _Opener(path)


@dataclass(frozen=True, slots=True)
class _Opener:
    path: Path

    def __call__(self) -> AbstractContextManager[BinaryIO]:
        return self.path.open("rb")


class Intake:
    """Reads files one after the other; `doubts` collects those whose encoding must be asked for."""

    def __init__(self, furniture: Furniture, encodings: dict[Path, str]) -> None:
        self._furniture = furniture
        self._encodings = encodings
        self.doubts: list[Doubt] = []

    def read(self, path: Path, account: FileAccount) -> Iterator[Arrival]:
        """Yield what the file holds; what is refused goes into the account. Never raises for bad input."""
        try:
            yield from self._read(path, account)
        except UserError as error:
            account.refuse(error.message)
        except OSError as error:
            account.refuse(Message("import.unreadable", {"name": path.name, "reason": error.strerror or ""}))

    def _read(self, path: Path, account: FileAccount) -> Iterator[Arrival]:
        account.size = path.stat().st_size
        bundle = Bundle.of_file(path.name, opener(path))
        known = None if path in self._encodings else registry.sniff(bundle)
        if known is None:
            arrival = self._page(path, account)
            if arrival is not None:
                yield arrival
            return
        account.format, account.encoding = known.id, "utf-8"
        account.sha256 = _file_digest(path)
        for item in known.read(bundle):
            if isinstance(item, Reject):
                account.rejected.append(item)
                continue
            account.read += 1
            account.notes.extend(item.notes)
            if len(item.text) > LONGEST_TEXT:
                told = Message("import.too-long", {"most": LONGEST_TEXT, "length": len(item.text)})
                account.rejected.append(Reject(item.line, told))
                continue
            yield Arrival(item)

    def _page(self, path: Path, account: FileAccount) -> Arrival | None:
        if account.size > LONGEST_PAGE:
            raise user_error("import.too-long", most=LONGEST_PAGE, length=account.size)
        content = path.read_bytes()
        account.sha256 = hashlib.sha256(content).hexdigest()
        decoded = self._decoded(path, content)
        if decoded is None:
            return None
        html = looks_like_html(decoded.text)
        account.format, account.encoding = "html" if html else "text", decoded.encoding
        account.read += 1
        extraction = self._extracted(decoded.text, html=html)
        return _arrival(path, content, account, extraction)

    def _decoded(self, path: Path, content: bytes) -> Decoded | None:
        """Return the text, or None where a person must say the encoding first."""
        chosen = self._encodings.get(path)
        if chosen is not None:
            return Decoded(decode_as(content, chosen, name=path.name), chosen, doubtful=False)
        decoded = decode(content, name=path.name)
        if not decoded.doubtful:
            return decoded
        previews = _previews(content, decoded.encoding)
        if not previews:
            raise user_error("import.no-encoding", name=path.name)
        self.doubts.append(Doubt(path, previews))
        return None

    def _extracted(self, text: str, *, html: bool) -> Extraction:
        """Extract once, and again without the furniture of the outlet that the page turns out to be of."""
        extraction = extract(text, html=html)
        known = self._furniture(extraction.fields.outlet) if extraction.fields.outlet else ()
        return extract(text, html=html, furniture=known) if known else extraction


def _arrival(path: Path, content: bytes, account: FileAccount, extraction: Extraction) -> Arrival:
    article = compose(extraction.lines)
    if not article.text.strip():
        raise user_error("entry.empty-text")
    if len(article.text) > LONGEST_TEXT:
        raise user_error("import.too-long", most=LONGEST_TEXT, length=len(article.text))
    fields = {**asdict(extraction.fields), "lang": "ko" if _has_hangul(article.text) else ""}
    entry = Entry(
        id=f"{path.stem[:_STEM]}-{account.sha256[:8]}",
        text=article.text,
        text_sha256=digest(article.text),
        zones=article.zones,
        fields=fields,
        line=1,
    )
    data = json.dumps(asdict(extraction.source_data), ensure_ascii=False)
    source = NewSource(
        name=path.name,
        kind=account.format,
        encoding=account.encoding,
        sha256=account.sha256,
        content=content,
        data=data,
        lines=article.line_numbers,
    )
    repeatable = (
        line for line in extraction.lines if line.kept and line.kind in MAY_REPEAT and not line.blank
    )
    return Arrival(entry, source, tuple(line.text.strip() for line in repeatable))


def _has_hangul(text: str) -> bool:
    return any("가" <= character <= "힣" or "\u1100" <= character <= "\u11ff" for character in text)


def _previews(content: bytes, proposed: str) -> dict[str, str]:
    """Return how the file begins in each encoding that reads all of it, the proposed one first."""
    order = dict.fromkeys([proposed, *CANDIDATES] if proposed else CANDIDATES)
    found: dict[str, str] = {}
    for encoding in order:
        try:
            found[encoding] = decode_as(content, encoding)[:_PREVIEW]
        except UserError:
            continue
    return found


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

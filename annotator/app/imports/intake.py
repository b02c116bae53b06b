"""From files to what may enter a project: entries of known formats, and pages turned into proposals."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from annotator.app.documents.sources import PAGE_KINDS
from annotator.app.finding import is_label_file, name_of, reason_of
from annotator.app.gather.elsewhere import PROJECT, is_database, layers_elsewhere
from annotator.app.imports.archives import Archives, Member
from annotator.app.imports.bundles import Opener, bundle_of
from annotator.app.imports.columns import TABLE, ColumnChoice, TableDoubt, columns_for, is_remembered
from annotator.app.jobs import Cancelled, never
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.extraction import CANDIDATES, Decoded, Extraction, compose, decode, decode_as, extract
from annotator.extraction.markup import looks_like_html
from annotator.extraction.office import KINDS as OFFICE_KINDS
from annotator.extraction.office import extract_office, office_kind
from annotator.extraction.page import MAY_REPEAT
from annotator.formats import registry
from annotator.formats.attaching import Texts, needs_texts, no_texts
from annotator.formats.base import Bundle, Format
from annotator.formats.options import UTF_16, reads_with
from annotator.formats.sidecar import LabelFile
from annotator.store.incoming import NewSource

# A page longer than this is no article: past it the pane cannot be worked in (1,000,000 characters).
LONGEST_PAGE: Final = 16 * 1024 * 1024
LONGEST_TEXT: Final = 1_000_000
_LONGEST_OFFICE: Final = 128 * 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
# More lines than this, and a quarter of a page, are never all furniture.
_MOST_FURNITURE: Final = 3
_PREVIEW: Final = 400
_CHUNK: Final = 1 << 20
_STEM: Final = 40
# No article begins like this: it is data of a format that we do not know.
_JSON: Final = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{0,80}"\s*:')

Furniture = Callable[[str, Collection[str]], Collection[str]]
"""Says which of the lines of a page are furniture of its outlet."""


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


@dataclass(frozen=True, slots=True)
class PageReport:
    """What was proposed for a page: how many of its filled lines were kept, and what was found out of it.

    Where no start of an article was found (`start_found`) nothing was cut.
    """

    lines: int
    kept: int
    start_found: bool
    title: str
    document_date: str
    date_source: str


@dataclass(slots=True)
class FileAccount:
    """What became of one file; `rejected` are lines or parts of them, each with its reason.

    `notes` say, by line, what was done to a document that a person should know. `tiers` counts the documents by how
    they were matched, `fates` the spans that were made on another text by what became of them. `waiting` are the layers
    that wait for an answer. `people` are the row ids of those whose layers it brought. `definitions` are the labels of
    a file that holds them itself.
    """

    path: Path
    file: str = ""
    format: str = ""
    encoding: str = ""
    sha256: str = ""
    size: int = 0
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[Reject] = field(default_factory=list)
    tiers: Counter[str] = field(default_factory=Counter)
    fates: Counter[str] = field(default_factory=Counter)
    waiting: int = 0
    people: set[int] = field(default_factory=set)
    definitions: LabelFile | None = None
    notes: list[Reject] = field(default_factory=list)
    page: PageReport | None = None

    def __post_init__(self) -> None:
        self.file = self.file or name_of(self.path)

    def refuse(self, told: Message) -> None:
        """Refuse the file as a whole."""
        self.rejected.append(Reject(0, told))


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are to be read: `format` ("" by content), and the encodings that a person chose for pages.

    `encoding` stands for every page whose encoding is in doubt, `encodings` for some files by their path. With
    `utf16` offsets count UTF-16 units in files that may count so and do not show that they do otherwise. `annotator`
    made the layers that name nobody, where a format would take the name of its file for that. `columns` say what
    the columns of tables hold.
    """

    format: str = ""
    encoding: str = ""
    encodings: Mapping[Path, str] = field(default_factory=dict)
    utf16: bool = False
    annotator: str = ""
    columns: ColumnChoice = field(default_factory=ColumnChoice)


class Intake:
    """Reads files one after the other.

    `doubts` collects those whose encoding must be asked for, `tables` those whose columns must be.
    `texts` finds the texts of files that hold marks alone.
    UserError where there is no such format as the one asked for.
    """

    def __init__(self, furniture: Furniture, reader: Reader, texts: Texts = no_texts) -> None:
        self._furniture = furniture
        self._texts = texts
        self._reader = reader
        page = not reader.format or reader.format in PAGE_KINDS
        self._format = None if page else registry.by_id(reader.format)
        self.cancelled: Cancelled = never
        self.doubts: list[Doubt] = []
        self.tables: list[TableDoubt] = []
        self.archives = Archives()

    def close(self) -> None:
        """Close the archive that was read last."""
        self.archives.close()

    def read(self, path: Path, account: FileAccount) -> Iterator[Arrival]:
        """Yield what the file holds; what is refused goes into the account. Never raises for bad input."""
        try:
            if is_database(path):
                yield from self._project(path, account)
                return
            with bundle_of(path, self.archives) as (bundle, faults):
                account.rejected.extend(faults)
                yield from self._read(path, bundle, account)
        except UserError as error:
            account.refuse(error.message)
        except OSError as error:
            account.refuse(message("import.unreadable", name=account.file, reason=reason_of(error)))

    def _read(self, path: Path, bundle: Bundle, account: FileAccount) -> Iterator[Arrival]:
        if is_label_file(path):
            raise user_error("import.label-file", name=account.file)
        # The file itself, of which a bundle may hold members; a member of an archive is its own bundle.
        member = bundle.members[0][1] if bundle.members else None
        opener = member if isinstance(member, Member) else Opener(path)
        account.size = opener.size
        known = self._format
        if known is None and not self._reader.format and path not in self._reader.encodings:
            known = registry.sniff(bundle)
            if known is None and is_remembered(bundle, self._reader.columns):
                known = registry.by_id(TABLE)
        if known is None:
            arrival = self._page(path, opener, account)
            if arrival is not None:
                yield arrival
            return
        account.format, account.encoding = known.id, "utf-8"
        account.sha256 = file_digest(opener)
        for item in known.read(bundle, **self._options(known, bundle, path)):
            if isinstance(item, Reject):
                account.rejected.append(item)
                continue
            account.read += 1
            account.notes.extend(Reject(item.line, note, "", item.member) for note in item.notes)
            if len(item.text) > LONGEST_TEXT:
                told = message("import.too-long", most=LONGEST_TEXT, length=len(item.text))
                account.rejected.append(Reject(item.line, told, "", item.member))
                continue
            yield Arrival(item)

    def _project(self, path: Path, account: FileAccount) -> Iterator[Arrival]:
        """Yield the layers in somebody's project file."""
        account.format, account.size = PROJECT, path.stat().st_size
        account.sha256 = file_digest(Opener(path))
        with layers_elsewhere(path, self.cancelled) as elsewhere:
            account.definitions = elsewhere.labels
            for item in elsewhere.entries:
                if isinstance(item, Reject):
                    account.rejected.append(item)
                    continue
                account.read += 1
                if len(item.text) > LONGEST_TEXT:
                    told = message("import.too-long", most=LONGEST_TEXT, length=len(item.text))
                    account.rejected.append(Reject(item.line, told))
                    continue
                yield Arrival(item)

    def _options(self, known: Format, bundle: Bundle, path: Path) -> dict[str, object]:
        if known.id == TABLE:
            return {"columns": columns_for(bundle, self._reader.columns, path, self.tables)}
        options: dict[str, object] = {"texts": self._texts} if needs_texts(known) else {}
        wished = [UTF_16] if self._reader.utf16 else []
        if self._reader.annotator:
            wished.append({"annotator": self._reader.annotator})
        for wish in wished:
            options |= wish if reads_with(known, wish) else {}
        return options

    def _page(self, path: Path, opener: "Opener | Member", account: FileAccount) -> Arrival | None:
        with opener() as file:
            # An office file is as large as its pictures, which are not read.
            most = _LONGEST_OFFICE if file.read(len(_ZIP)) == _ZIP else LONGEST_PAGE
            if account.size > most:
                raise user_error("import.page-too-large", most=most >> 20)
            file.seek(0)
            content = file.read(most + 1)
        account.sha256 = hashlib.sha256(content).hexdigest()
        kind = self._reader.format
        office = (kind if kind in OFFICE_KINDS else "") if kind else office_kind(content)
        if office:
            return self._office(content, office, account)
        if content.startswith(_ZIP) and not kind:
            raise user_error("zip.nested")
        decoded = self._decoded(path, content, account.file)
        if decoded is None:
            return None
        if not kind and _JSON.match(decoded.text):
            raise user_error("format.unknown", name=account.file)
        html = kind == "html" if kind else looks_like_html(decoded.text)
        account.format, account.encoding = "html" if html else "text", decoded.encoding
        account.read += 1
        extraction = extracted(decoded.text, self._furniture, html=html)
        arrival = _arrival(content, account, extraction)
        account.page = _report(extraction)
        return arrival

    def _office(self, content: bytes, kind: str, account: FileAccount) -> Arrival:
        account.format = kind
        account.read += 1
        extraction = extract_office(content, kind)
        arrival = _arrival(content, account, extraction)
        account.page = _report(extraction)
        return arrival

    def _decoded(self, path: Path, content: bytes, name: str) -> Decoded | None:
        """Return the text, or None where a person must say the encoding first."""
        chosen = self._reader.encodings.get(path, "")
        decoded = None if chosen else decode(content, name=name)
        if decoded is not None and not decoded.doubtful:
            return decoded
        chosen = chosen or self._reader.encoding
        if chosen:
            return Decoded(decode_as(content, chosen, name=name), chosen, doubtful=False)
        previews = _previews(content, decoded.encoding if decoded is not None else "")
        if not previews:
            raise user_error("import.no-encoding", name=name)
        self.doubts.append(Doubt(path, previews))
        return None


def extracted(text: str, furniture: Furniture, *, html: bool) -> Extraction:
    """Extract once, and again without the furniture of the outlet that the page turns out to be of."""
    extraction = extract(text, html=html)
    outlet = extraction.fields.outlet
    repeatable = _repeatable(extraction) if outlet else ()
    known = furniture(outlet, repeatable) if repeatable else ()
    # Where much of a page is known it is the same article crawled again: its own lines are no furniture.
    is_copy = len(known) > max(_MOST_FURNITURE, len(repeatable) // 4)
    return extract(text, html=html, furniture=known) if known and not is_copy else extraction


def _repeatable(extraction: Extraction) -> tuple[str, ...]:
    """Return the lines kept that would be furniture if other pages of the outlet had them too."""
    lines = (line for line in extraction.lines if line.kept and line.kind in MAY_REPEAT and not line.blank)
    return tuple(dict.fromkeys(line.text.strip() for line in lines))


def _report(extraction: Extraction) -> PageReport:
    filled = [line for line in extraction.lines if not line.blank]
    fields = extraction.fields
    kept = sum(line.kept for line in filled)
    return PageReport(
        len(filled), kept, extraction.start_found, fields.title, fields.document_date, fields.date_source
    )


def _arrival(content: bytes, account: FileAccount, extraction: Extraction) -> Arrival:
    article = compose(extraction.lines)
    if not article.text.strip():
        raise user_error("entry.empty-text")
    if len(article.text) > LONGEST_TEXT:
        raise user_error("import.too-long", most=LONGEST_TEXT, length=len(article.text))
    fields = {**asdict(extraction.fields), "lang": "ko" if _has_hangul(article.text) else ""}
    entry = Entry(
        id=f"{Path(account.file).stem[:_STEM]}-{account.sha256[:8]}",
        text=article.text,
        text_sha256=digest(article.text),
        zones=article.zones,
        fields=fields,
    )
    data = json.dumps(asdict(extraction.source_data), ensure_ascii=False)
    source = NewSource(
        name=account.file,
        kind=account.format,
        encoding=account.encoding,
        sha256=account.sha256,
        content=content,
        data=data,
        lines=article.line_numbers,
    )
    return Arrival(entry, source, _repeatable(extraction))


def give_date(entry: Entry, day: str) -> None:
    """Give the entry that document date (YYYY-MM-DD; "" is none) where it has none of its own."""
    if day and not entry.fields.get("document_date"):
        entry.fields = {**entry.fields, "document_date": day, "date_source": "user"}


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


def file_digest(opener: "Opener | Member") -> str:
    """Return the digest of a file's bytes."""
    with opener() as file:
        found = hashlib.sha256()
        while chunk := file.read(_CHUNK):
            found.update(chunk)
        return found.hexdigest()

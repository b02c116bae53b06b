"""The format `brat`: pairs of `.txt` and `.ann` in a folder or a zip."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import Final

from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Opener, Sink, only, option, utf8
from annotator.formats.brat import names
from annotator.formats.brat.members import Members
from annotator.formats.brat.reading import Reading
from annotator.formats.brat.rows import looks_like_annotations
from annotator.formats.brat.writing import Lines, Types, configuration, looks
from annotator.formats.carrying import left_behind
from annotator.formats.documents import ZIP
from annotator.formats.foreign import OFFSETS, offsets_option, person_of
from annotator.formats.text_lines import first_lines, text_lines

CARRIES: Final = frozenset({"annotator", "note", "overlap", "relation", "text", "unsure", "value"})
_COUNTED: Final = frozenset({"extra", "record", "relation"})
_CONFIGURATION: Final = ".conf"
_LONGEST: Final = 64 << 20
_LOOKED_AT: Final = 50


class BratFormat:
    """Reads and writes brat's standoff files."""

    id = "brat"
    title = "format.brat"
    suffixes = ("", ZIP, names.ANNOTATIONS)
    can_read = True
    can_write = True
    writes_folder = True
    carries = CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether a member holds annotations of brat's, or is empty and lies beside its text."""
        members = dict(bundle.members)
        for name, opener in bundle.members[:_LOOKED_AT]:
            with opener() as stream:
                head = stream.read(SNIFF_SIZE)
            if looks_like_annotations(first_lines(head, SNIFF_SIZE)):
                return True
            if not head and name.endswith(names.ANNOTATIONS) and _text_of(name) in members:
                return True
        return False

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle. Option `offsets`: "code-points", or "utf-16" to convert where only those fit."""
        only(options, (OFFSETS,))
        offsets = offsets_option(options)
        members = dict(bundle.members)
        roots = [root for root, opener in _configurations(members) if _is_ours(opener)]
        roots.sort(key=lambda root: -len(root.parts))
        for name, opener in bundle.members:
            if name.endswith(names.ANNOTATIONS) or len(members) == 1:
                try:
                    yield from _document(name, opener, members.get(_text_of(name)), roots, offsets)
                except UserError as refused:
                    yield Reject(0, refused.message, "", name)
            elif not _has_part(name, members):
                yield Reject(0, message("brat.no-annotations", name=name), "", name)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries into a folder for each annotator, or all of it into a zip (a name that ends in `.zip`)."""
        only(options, COMMON)
        annotator = option(options, "annotator", str, "")
        definitions = option(options, "definitions", list, [])
        account = Account()
        types: Types = {}
        with Members(sink) as members:
            for entry in entries:
                account.read += 1
                lost: Counter[str] = Counter()
                lines = "".join(f"{line}\n" for line in Lines(entry, lost, types))
                stem, is_whole = members.name(entry.id, entry.annotator or annotator)
                members.add(f"{stem}{names.TEXT}", utf8(entry.text, entry))
                members.add(f"{stem}{names.ANNOTATIONS}", utf8(lines, entry))
                lost["id"] += not is_whole
                account.lost += lost + left_behind(entry, CARRIES | _COUNTED)
                account.written += 1
            members.add(names.CONFIG, utf8(configuration(types, definitions)))
            members.add(names.LOOKS, utf8(looks(types, definitions)))
        account.lost["sidecar"] += members.refused
        return account


def _has_part(name: str, members: dict[str, Opener]) -> bool:
    """Tell whether a file that holds no annotations has a part in the collection: a text of some, a configuration."""
    path = PurePosixPath(name)
    if path.suffix == _CONFIGURATION or any(part.startswith(".") for part in path.parts):
        return True
    return path.suffix == names.TEXT and f"{name.removesuffix(names.TEXT)}{names.ANNOTATIONS}" in members


def _text_of(name: str) -> str:
    return name.removesuffix(names.ANNOTATIONS) + names.TEXT


def _configurations(members: dict[str, Opener]) -> Iterator[tuple[PurePosixPath, Opener]]:
    for name, opener in members.items():
        path = PurePosixPath(name)
        if path.name == names.CONFIG:
            yield path.parent, opener


def _is_ours(opener: Opener) -> bool:
    with opener() as stream:
        return stream.readline(SNIFF_SIZE).strip() == names.MARKER.encode()


def _document(
    name: str, opener: Opener, text_opener: Opener | None, roots: list[PurePosixPath], offsets: str
) -> Iterator[Entry | Reject]:
    """Read one pair of files."""
    path = PurePosixPath(name)
    root = next((root for root in roots if path.is_relative_to(root)), None)
    text = _text(text_opener) if text_opener is not None else None
    if not isinstance(text, str):
        beside = PurePosixPath(_text_of(name)).name
        told = (
            message("brat.not-utf8", name=beside)
            if text is not None
            else message("brat.no-text", name=beside)
        )
        yield Reject(0, told, "", name)
        return
    folders = path.relative_to(root).parent.parts if root is not None else ()
    ours = root is not None
    uid = names.name_of(path.stem) if ours else path.stem
    annotator = person_of(names.name_of(folders[0])) if folders else ""
    reading = Reading(text, name, ours=ours)
    with ExitStack() as stack:
        lines = text_lines(stack.enter_context(opener()))
        yield from reading.items(lines, uid, annotator, offsets)


def _text(opener: Opener) -> str | bool:
    """Return the text of a file as it is, False where it is no UTF-8, or longer than any document."""
    with opener() as stream:
        content = stream.read(_LONGEST + 1)
    try:
        return content.decode("utf-8-sig") if len(content) <= _LONGEST else False
    except UnicodeDecodeError:
        return False

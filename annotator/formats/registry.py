"""Which formats there are: the built-in ones, then those of installed plug-ins."""

import logging
from dataclasses import dataclass
from functools import cache
from typing import Final

from annotator.core.errors import user_error
from annotator.core.messages import Message, message
from annotator.formats.base import Bundle, Format
from annotator.formats.brat.format import BratFormat
from annotator.formats.cas.formats import CasJsonFormat, CasXmiFormat
from annotator.formats.conll import ConllFormat
from annotator.formats.docbin import DocBinFormat
from annotator.formats.doccano import DoccanoFormat
from annotator.formats.klue import KlueFormat
from annotator.formats.label_studio import LabelStudioFormat
from annotator.formats.native import NativeFormat
from annotator.formats.parquet import ParquetFormat
from annotator.formats.prodigy import ProdigyFormat
from annotator.formats.span_rows.format import CsvFormat
from annotator.formats.standoff import StandoffFormat
from annotator.formats.tables.format import TableFormat
from annotator.formats.w3c.format import W3cFormat
from annotator.formats.xlsx import XlsxFormat

GROUP: Final = "annotator.formats"
_log = logging.getLogger(__name__)

BUILT_IN: Final[tuple[Format, ...]] = (
    NativeFormat(),
    StandoffFormat(),
    DoccanoFormat(),
    ProdigyFormat(),
    LabelStudioFormat(),
    KlueFormat(),
    ConllFormat(),
    CasJsonFormat(),
    CasXmiFormat(),
    CsvFormat(),
    XlsxFormat(),
    ParquetFormat(),
    DocBinFormat(),
    W3cFormat(),
    BratFormat(),
    TableFormat(),
)
"""In the order in which they are shown; `sniff` asks in that order too, but those first that the first bytes tell."""

_AT_ONCE: Final = ("cas-json", "cas-xmi")  # others would read on, only to say that it is not theirs
_ASKED: Final = tuple(sorted(BUILT_IN, key=lambda known: known.id not in _AT_ONCE))

_PARTS: Final = ("id", "title", "suffixes", "can_read", "can_write", "sniff", "read", "write")


@dataclass(frozen=True, slots=True)
class PlugIns:
    """What the installed plug-ins brought, and which of them could not be used."""

    formats: tuple[Format, ...]
    faults: tuple[Message, ...]


@cache
def plug_ins() -> PlugIns:
    """Load the plug-ins once; a broken one is a fault, never an error."""
    from importlib.metadata import entry_points  # slow to import, and not needed to read our own format

    formats: list[Format] = []
    faults: list[Message] = []
    taken = {known.id for known in BUILT_IN}
    for point in entry_points(group=GROUP):
        try:
            made = point.load()
            plug_in: Format = made() if isinstance(made, type) else made
            missing = [part for part in _PARTS if not hasattr(plug_in, part)]
            problem = f"no {', '.join(missing)}" if missing else ""
        except Exception as error:  # noqa: BLE001 - somebody else's code may raise anything; we go on without it
            _log.warning("format plug-in %s does not load", point.name, exc_info=True)
            problem = f"{type(error).__name__}: {error}"
        if not problem and plug_in.id in taken:
            problem = f"id {plug_in.id}"
        if problem:
            faults.append(message("format.plug-in-broken", name=point.name, problem=problem[:200]))
        else:
            taken.add(plug_in.id)
            formats.append(plug_in)
    return PlugIns(tuple(formats), tuple(faults))


def all_formats() -> tuple[Format, ...]:
    """Return every usable format, the built-in ones first."""
    return BUILT_IN + plug_ins().formats


def by_id(id_: str) -> Format:
    """Return the format with that id, or raise UserError `format.no-such`; plug-ins are loaded only if need be."""
    for known in BUILT_IN:
        if known.id == id_:
            return known
    for known in plug_ins().formats:
        if known.id == id_:
            return known
    raise user_error("format.no-such", format=id_, known=", ".join(known.id for known in all_formats()))


def sniff(bundle: Bundle) -> Format | None:
    """Return the first format that can read the bundle and knows its content, or None."""
    for known in _ASKED:
        if known.can_read and known.sniff(bundle):
            return known
    return next((known for known in plug_ins().formats if known.can_read and _sniffs(known, bundle)), None)


def _sniffs(plug_in: Format, bundle: Bundle) -> bool:
    try:
        return plug_in.sniff(bundle)
    except Exception:  # noqa: BLE001 - somebody else's code may raise anything; the file is then not its own
        _log.warning("format plug-in %s failed to look at a file", plug_in.id, exc_info=True)
        return False

"""The public way into files: `read` gives entries and rejects, `write` takes entries and gives an account."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from annotator.core.entry import Entry, Reject
from annotator.core.errors import user_error
from annotator.formats.base import Account, Bundle, FileSink, Format, MemorySink, Sink
from annotator.formats.registry import by_id, sniff
from annotator.formats.sound import Sound

__all__ = ["Account", "Bundle", "FileSink", "Format", "MemorySink", "Sink", "by_id", "read", "sniff", "write"]


def read(
    source: Bundle | BinaryIO | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the public name
    **options: object,
) -> Iterator[Entry | Reject]:
    """Read annotations: yield each entry, then rejects for parts of it that were not taken.

    `source` is a bundle, a binary file open for reading (left open), or bytes. `format` is an id of the registry;
    None recognises the format by its content. Further options are the format's own. Offsets of entries are code
    points, end exclusive. UserError `format.unknown`, `format.no-such`, `format.cannot-read`.
    """
    bundle = _bundle_of(source)
    chosen = by_id(format) if format is not None else sniff(bundle)
    if chosen is None:
        raise user_error("format.unknown", name=", ".join(bundle.names[:3]))
    if not chosen.can_read:
        raise user_error("format.cannot-read", format=chosen.id)
    return chosen.read(bundle, **options)


def write(
    entries: Iterable[Entry | Reject],
    target: Sink | BinaryIO,
    *,
    format: str,  # noqa: A002 - the public name
    **options: object,
) -> Account:
    """Write entries in their order and return the account of it.

    `target` is a sink, or a binary file open for writing (left open; formats of several members then lose all
    but the first, which the account says). Rejects among the entries, as `read` yields them, are counted and
    passed over; so are documents without text, and marks that do not hold the text they say they do. UserError
    `format.no-such`, `format.cannot-write`, and what the format finds it cannot write.
    """
    chosen = by_id(format)
    if not chosen.can_write:
        raise user_error("format.cannot-write", format=chosen.id)
    sound = Sound(entries)
    account = chosen.write(sound, _sink_of(target), **options)
    account.read = sound.read
    account.rejected += sound.rejected
    account.lost = +(account.lost + sound.lost)
    account.at_risk = +account.at_risk
    account.faults.extend(sound.faults)
    return account


def _bundle_of(source: Bundle | BinaryIO | bytes) -> Bundle:
    if isinstance(source, Bundle):
        return source
    if isinstance(source, bytes):
        return Bundle.of_file("", source)
    name = _name_of(source)
    if source.seekable():
        return Bundle.of_stream(name, source)
    # A pipe cannot be looked at twice. It is taken in whole: what is larger comes as a file.
    return Bundle.of_file(name, source.read())


def _sink_of(target: Sink | BinaryIO) -> Sink:
    if hasattr(target, "write"):
        return FileSink(_name_of(target), cast("BinaryIO", target))
    return target


def _name_of(stream: object) -> str:
    """Return the last part of the name of an open file, "" where it has none."""
    name = getattr(stream, "name", "")
    return PurePath(name).name if isinstance(name, str) else ""

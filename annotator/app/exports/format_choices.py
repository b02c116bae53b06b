"""Which formats a person can choose to write, and how a file of each is usually called."""

from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import Message, message
from annotator.formats.base import Format
from annotator.formats.documents import ZIP
from annotator.formats.options import UTF_16, check_writing
from annotator.formats.registry import all_formats


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format that can be written: `title` names it, `suffix` ends its usual file ("" is a folder)."""

    id: str
    title: Message
    suffix: str
    suffixes: tuple[str, ...]
    takes_utf16: bool


def format_choices() -> tuple[FormatChoice, ...]:
    """Return the formats that can be written, our own first."""
    return tuple(_choice(known) for known in all_formats() if known.can_write)


def _choice(known: Format) -> FormatChoice:
    usual = known.suffixes[0]
    # A file of one document is seldom what is meant: several fit into an archive.
    suffix = ZIP if usual and ZIP in known.suffixes else usual
    return FormatChoice(known.id, message(known.title), suffix, known.suffixes, _takes_utf16(known))


def _takes_utf16(known: Format) -> bool:
    try:
        check_writing(known, UTF_16)
    except UserError:
        return False
    return True


def renamed(path: Path, before: FormatChoice, now: FormatChoice) -> Path:
    """Return the path with the ending of another format, where it has one of its own format's; else the path."""
    return path.with_suffix(now.suffix) if path.suffix.lower() in before.suffixes and path.name else path

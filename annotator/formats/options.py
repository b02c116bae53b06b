"""Options of formats as people give them: whether a format takes them is asked before anything is read or written."""

from collections.abc import Mapping
from typing import Final

from annotator.core.errors import UserError, user_error
from annotator.formats.base import Bundle, Format, MemorySink

UTF_16: Final[Mapping[str, object]] = {"offsets": "utf-16"}
"""The option of readers and writers by which offsets count UTF-16 units, as browsers and Java count."""

_WORDS: Final[dict[str, object]] = {"true": True, "false": False}


def value_of(word: str) -> object:
    """Return the value that a word on the command line stands for: true, false, or the word itself."""
    return _WORDS.get(word, word)


def check_writing(format_: Format, options: Mapping[str, object]) -> None:
    """Raise UserError `format.bad-option` where the writer of a format does not take one of the options."""
    try:
        format_.write((), MemorySink("x"), **options)
    except (TypeError, ValueError) as error:
        raise user_error("format.bad-option", format=format_.id, problem=str(error)) from None


def writes_with(format_: Format, options: Mapping[str, object]) -> bool:
    """Tell whether the writer of a format takes the options."""
    try:
        check_writing(format_, options)
    except UserError as error:
        return error.message.id != "format.bad-option"
    return True


def reads_with(format_: Format, options: Mapping[str, object]) -> bool:
    """Tell whether the reader of a format takes the options."""
    try:
        next(iter(format_.read(Bundle(()), **options)), None)
    except TypeError:
        return False
    return True

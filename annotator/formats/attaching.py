"""Marks whose file does not hold their text: how the text is asked for, and put to them again."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.core.validate import quoted


class Wanted(NamedTuple):
    """What a file says of the document that its marks are on; "" where it says nothing of it."""

    id: str = ""
    sha256: str = ""
    url: str = ""


class KnownText(NamedTuple):
    """A text that is known, and the id of its document."""

    id: str
    text: str


Texts = Callable[[Wanted], KnownText | None]
"""Finds the text of a document: by its id, else by the digest of the text, else by the address."""


def no_texts(_wanted: Wanted) -> None:
    """Know no text at all."""


def needs_texts(format_: object) -> bool:
    """Tell whether a format holds no texts, so that its reader takes the option `texts`."""
    return getattr(format_, "needs_texts", False) is True


def texts_option(options: Mapping[str, object]) -> Texts:
    """Return the option `texts`; where it is not given, no text is known."""
    texts = options.get("texts", no_texts)
    if not callable(texts):
        msg = f"the option texts is called with what is wanted, not {texts!r}"
        raise TypeError(msg)
    return cast("Texts", texts)


def attached(record: Mapping[str, object], wanted: Wanted, texts: Texts) -> dict[str, object] | Message:
    """Return the record under the id and with the text that is known, or say why it cannot be."""
    known = texts(wanted)
    if known is None:
        return message("text.not-here", id=quoted(wanted.id or wanted.url))
    if wanted.sha256 and digest(known.text) != wanted.sha256:
        return message("text.other", id=quoted(wanted.id or known.id))
    return {**record, "id": known.id, "text": known.text}

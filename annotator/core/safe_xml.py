"""XML read from files that nobody vouches for: no document type, no entities, no bottomless nesting."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

from annotator.core.errors import UserError
from annotator.core.messages import message

DEEPEST: Final = 256
"""How many elements may lie in one another."""

_CHUNK: Final = 1 << 16

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Text = Callable[[str], object]


class XmlRefusedError(UserError):
    """XML that is broken, or that a careful reader does not read."""


class _Depth:
    def __init__(self, start: Start, end: End) -> None:
        self._start = start
        self._end = end
        self._depth = 0
        self.begun = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.begun = True
        self._depth += 1
        if self._depth > DEEPEST:
            raise XmlRefusedError(message("xml.too-deep"))
        self._start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._end(name)


def parse(stream: BinaryIO, start: Start, end: End, text: Text) -> None:
    """Read XML and call `start`, `end` and `text` in its order; names are `namespace}name`.

    Memory does not grow with the file. A document type is refused, because entities are defined in it.
    XmlRefusedError where there is one, where elements lie too deep, and where the XML is not well formed.
    """
    for _ in pushed(stream, start, end, text):
        pass


def pushed(stream: BinaryIO, start: Start, end: End, text: Text) -> Iterator[None]:
    """Read XML as `parse` does, piece by piece: what was called for may be taken after each."""
    parser = expat.ParserCreate(namespace_separator="}")
    depth = _Depth(start, end)
    parser.buffer_text = True
    parser.StartElementHandler = depth.start
    parser.EndElementHandler = depth.end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    more = True
    while more:
        chunk = stream.read(_CHUNK)
        more = bool(chunk)
        _feed(parser, chunk, depth)
        yield


def _feed(parser: expat.XMLParserType, chunk: bytes, depth: _Depth) -> None:
    try:
        parser.Parse(chunk, not chunk)
    except expat.ExpatError as error:
        raise XmlRefusedError(message("xml.invalid", line=error.lineno, column=error.offset + 1)) from None
    except (ValueError, LookupError):
        if depth.begun:
            raise
        # An encoding that is named and not known, or one that expat cannot take.
        raise XmlRefusedError(message("xml.invalid", line=1, column=1)) from None


def _refuse_doctype(*_: object) -> None:
    raise XmlRefusedError(message("xml.doctype"))


def tree(stream: BinaryIO) -> ET.Element:
    """Return the root element of XML, read whole; names are `namespace}name`. Errors as `parse`."""
    builder = ET.TreeBuilder()
    parse(stream, builder.start, builder.end, builder.data)
    return builder.close()

"""The two formats of UIMA CAS: `cas-json` and `cas-xmi`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from annotator.core.entry import Entry, Reject
from annotator.formats.base import SNIFF_SIZE, Account, Bundle, Sink, only
from annotator.formats.carrying import KINDS

_JSON: Final = re.compile(rb'\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:')
_XMI: Final = re.compile(rb"<(?:[\w.-]+:)?XMI[\s>]")
_XMI_SPACE: Final = b"http://www.omg.org/XMI"
_BOM: Final = b"\xef\xbb\xbf"


class CasJsonFormat:
    """Reads and writes UIMA CAS JSON."""

    id = "cas-json"
    title = "format.cas-json"
    suffixes = (".json", ".zip")
    can_read = True
    can_write = True
    carries = KINDS

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the file is an object of types, feature structures and views."""
        return _JSON.match(bundle.head(SNIFF_SIZE).removeprefix(_BOM)) is not None

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle, one CAS a member; there are no options."""
        from annotator.formats.cas import transfer  # slow to import, and seldom needed

        only(options, ())
        for name, stream in bundle:
            yield from transfer.read_json(stream, name)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries: one as a file, several as a zip (a sink whose name ends in `.zip`)."""
        from annotator.formats.cas import transfer

        return transfer.write_json(entries, sink, options)


class CasXmiFormat:
    """Reads and writes UIMA CAS XMI, with its type system beside it."""

    id = "cas-xmi"
    title = "format.cas-xmi"
    suffixes = (".xmi", ".zip")
    can_read = True
    can_write = True
    carries = KINDS

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the root of the file is that of XMI."""
        head = bundle.head(SNIFF_SIZE)
        return _XMI_SPACE in head and _XMI.search(head) is not None

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle, one CAS a member; type systems among them are passed over; there are no options."""
        from annotator.formats.cas import transfer

        only(options, ())
        for name, stream in bundle:
            if len(bundle.members) == 1 or not name.endswith(".xml"):
                yield from transfer.read_xmi(stream, name)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries as `cas-json` does, `TypeSystem.xml` beside them.

        A document that XML cannot hold, because of a control character in it, is left out with its reason.
        """
        from annotator.formats.cas import transfer

        return transfer.write_xmi(entries, sink, options)

"""The format `w3c`: Web Annotations as JSON-LD."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby

from annotator.core.entry import Entry, Reject
from annotator.formats.attaching import Texts, texts_option
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Opener, Sink, only, option
from annotator.formats.foreign import OFFSETS, first_value, offsets_option
from annotator.formats.w3c import words
from annotator.formats.w3c.reading import Read, annotations, layer_read
from annotator.formats.w3c.writing import CARRIES, write_annotations

_TYPES = frozenset({words.ANNOTATION, "AnnotationPage", "AnnotationCollection"})


class W3cFormat:
    """Reads and writes W3C Web Annotations."""

    id = "w3c"
    title = "format.w3c"
    suffixes = (".jsonld", ".json")
    can_read = True
    can_write = True
    needs_texts = True
    carries = CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first value is an annotation, or a page of them."""
        if b"Annotation" not in bundle.head(SNIFF_SIZE):
            return False
        value = first_value(bundle)
        return isinstance(value, dict) and not _TYPES.isdisjoint(_types(value))

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle.

        Options: `texts` finds the text of a document, annotations without one are refused; `offsets`: "code-points",
        or "utf-16", as browsers count, to convert where only those fit.
        """
        only(options, ("texts", OFFSETS))
        texts, offsets = texts_option(options), offsets_option(options)
        for name, opener in bundle.members:
            yield from _read(name, opener, texts, offsets)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries, an annotation a span."""
        only(options, COMMON)
        return write_annotations(entries, sink, annotator=option(options, "annotator", str, ""))


def _types(value: dict[str, object]) -> list[Hashable]:
    found = value.get("type", value.get("@type"))
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, Hashable)]


def _read(name: str, opener: Opener, texts: Texts, offsets: str) -> Iterator[Entry | Reject]:
    """Read one member, twice: which layers there are and whether each stands together; then layer by layer."""
    seen: set[tuple[object, ...]] = set()
    last: tuple[object, ...] | None = None
    stand_together = True
    for item in annotations(name, opener):
        if isinstance(item, Reject):
            yield item
        elif item.layer != last:
            last = item.layer
            stand_together = stand_together and last not in seen
            seen.add(last)
    good = (item for item in annotations(name, opener) if isinstance(item, Read))
    if stand_together:
        for _, together in groupby(good, key=lambda item: item.layer):
            yield from layer_read(name, list(together), texts, offsets)
        return
    mixed: dict[tuple[object, ...], list[Read]] = {}
    for item in good:
        mixed.setdefault(item.layer, []).append(item)
    for group in mixed.values():
        yield from layer_read(name, group, texts, offsets)

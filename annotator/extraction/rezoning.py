"""Zones of a text that a person corrected: those of the lines that stayed, and of changed lines by what they were."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from annotator.core.text import Zone, ZoneKind, paragraphs
from annotator.extraction.article import zones_of_line


def rezone(text: str, zones: Sequence[Zone], corrected: str) -> tuple[Zone, ...]:
    """Return zones for `corrected`, made from the zones of `text` line by line (code points, end exclusive).

    A line that stayed keeps its zones exactly. A changed line is of the kind that the line in its place was; a new
    one is of the kind of the line before it, and body at the beginning.
    """
    if not zones:
        return ()
    old, new = list(paragraphs(text)), list(paragraphs(corrected))
    matcher = SequenceMatcher(None, _lines(text, old), _lines(corrected, new), autojunk=False)
    found: list[Zone] = []
    kind = ZoneKind.BODY
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        for number in range(new_first, new_last):
            source = first + number - new_first
            was = list(_on(zones, *old[source])) if source < last else []
            if tag == "equal":
                offset = new[number][0] - old[source][0]
                found.extend(Zone(zone.start + offset, zone.end + offset, zone.kind) for zone in was)
            else:
                kind = was[0].kind if was else kind
                start, end = new[number]
                found.extend(zones_of_line(corrected[start:end], kind, start))
            kind = was[-1].kind if was else kind
    return tuple(found)


def _lines(text: str, ranges: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def _on(zones: Sequence[Zone], start: int, end: int) -> Iterator[Zone]:
    """Yield the parts of zones that lie on the line `start` to `end`."""
    for zone in zones:
        if zone.start < end and start < zone.end:
            yield Zone(max(zone.start, start), min(zone.end, end), zone.kind)

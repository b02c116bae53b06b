"""Where the text of a Label Studio task stands, and in which units its marks count."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from annotator.formats.base import Bundle
from annotator.formats.units import has_astral, utf16_place

# The tag that shows the text says under which key of `data` it stands; the file is never read as XML.
_TAG: Final = re.compile(r"<Text\b[^<>]*>")
_KEY: Final = re.compile(r"\bvalue\s*=\s*[\"']\$([^\"']+)[\"']")
_NAME: Final = re.compile(r"\bname\s*=\s*[\"']([^\"']+)[\"']")
_VIEW: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->)*<View\b", re.DOTALL)
_LONGEST_CONFIG: Final = 1 << 20
_LINK: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*://|/data/|data:)\S*", re.IGNORECASE)
_BLANKS: Final = re.compile(r"\s+")


class Shown(NamedTuple):
    """Under which key of `data` the text stands, and the name of the tag that shows it; "" where nothing says so."""

    key: str = ""
    name: str = ""


class Region(NamedTuple):
    """A mark as its task has it; `hint` is the text that it says it covers, None where it says nothing."""

    start: int
    end: int
    hint: str | None


def is_config(head: bytes) -> bool:
    """Tell whether a file begins like a labelling config."""
    return _VIEW.match(head) is not None


def shown_in_config(bundle: Bundle) -> Shown:
    """Return what the labelling config in the bundle says of the text; of several texts the first is meant."""
    for name, opener in bundle.members:
        if name.lower().endswith(".xml"):
            with opener() as stream:
                tags = _TAG.findall(stream.read(_LONGEST_CONFIG).decode("utf-8", "replace"))
            for tag in tags:
                key, called = _KEY.search(tag), _NAME.search(tag)
                if key is not None:
                    return Shown(key[1], called[1] if called else "")
    return Shown()


def shown(task: Mapping[str, Any], key: str, configured: Shown) -> Shown:
    """Return which text of a task is meant, with the name of its tag where marks stand in several texts."""
    parts = [part for part in _parts_of(task) if region_of(part) is not None and part.get("type") == "labels"]
    names = list(dict.fromkeys(part["to_name"] for part in parts if isinstance(part.get("to_name"), str)))
    if len(names) <= 1 and configured.name in {"", *names}:
        return Shown(key)
    likely = [name for name in (configured.name, key) if name in names]
    return Shown(key, likely[0] if likely else configured.name or names[0])


def text_key(data: Mapping[str, object], configured: str) -> str:
    """Return the key of the text: that of the config, else `text`, else the only string; "" where none is text.

    An address of a picture or a recording is a string too, and no text.
    """
    if configured and isinstance(data.get(configured), str):
        return configured
    strings = [key for key, value in data.items() if isinstance(value, str) and not _LINK.fullmatch(value)]
    if "text" in strings:
        return "text"
    return strings[0] if len(strings) == 1 else ""


def regions_of(task: Mapping[str, Any], name: str = "") -> Iterator[Region]:
    """Yield every mark of a task on the text that a tag of that name shows ("" any), whoever made it."""
    for part in _parts_of(task):
        region = region_of(part)
        if region is not None and (not name or part.get("to_name") == name):
            yield region


def _parts_of(task: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for group in ("annotations", "completions", "drafts", "predictions"):
        rows = task.get(group)
        for row in rows if isinstance(rows, list) else ():
            result = row.get("result") if isinstance(row, dict) else None
            for part in result if isinstance(result, list) else ():
                if isinstance(part, dict):
                    yield part


def region_of(part: object) -> Region | None:
    """Return the mark that a part of a result is, None where it is none with whole offsets."""
    value = part.get("value") if isinstance(part, dict) else None
    if not isinstance(value, dict):
        return None
    start, end, hint = value.get("start"), value.get("end"), value.get("text")
    if type(start) is not int or type(end) is not int:
        return None
    return Region(start, end, hint if isinstance(hint, str) else None)


class Count:
    """In which units the marks of one task count, judged by all of them together, and which hints do not fit.

    A hint is what the browser showed: line ends are written out, runs of blanks are one. So it proves nothing by
    itself; that all of them fit one unit, and not the other, does.
    """

    def __init__(self, text: str, task: Mapping[str, Any], name: str = "") -> None:
        self._text = text
        marks = list(regions_of(task, name))
        has_hints = any(mark.hint is not None for mark in marks)
        fits = all(self._fits(mark, mark.start, mark.end) for mark in marks)
        self._place = utf16_place(text) if has_hints and not fits and has_astral(text) else None
        if self._place is not None and not all(self._fits_utf16(mark) for mark in marks):
            self._place = None
        self.is_known = has_hints and (fits or self._place is not None)
        self.astray = [] if self.is_known else [mark for mark in marks if self._is_astray(mark)]

    def quote(self, region: Region) -> str | None:
        """Return what the mark covers in the units that all marks fit, None where they fit none.

        It goes with the mark, so that the units are told, and offered, like those of every other file.
        """
        if not self.is_known:
            return None
        start, end = region.start, region.end
        if self._place is not None:
            found = self._place(start), self._place(end)
            if found[0] is None or found[1] is None:
                return None
            start, end = found[0], found[1]
        return self._text[start:end]

    def _is_astray(self, mark: Region) -> bool:
        return (
            mark.hint is not None
            and 0 <= mark.start < mark.end <= len(self._text)
            and not self._fits(mark, mark.start, mark.end)
        )

    def _fits_utf16(self, mark: Region) -> bool:
        start, end = (self._place(edge) if self._place else edge for edge in (mark.start, mark.end))
        return start is not None and end is not None and self._fits(mark, start, end)

    def _fits(self, mark: Region, start: int, end: int) -> bool:
        if not 0 <= start < end <= len(self._text):
            return False
        covered = self._text[start:end]
        return mark.hint is None or mark.hint == covered or _plain(mark.hint) == _plain(covered)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\\n", "\n")).strip()

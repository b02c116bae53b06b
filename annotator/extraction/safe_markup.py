"""HTML made safe for the standard library's parser, which raises or slows down on some malformed pages."""

import re
from typing import Final

_UNSEEN: Final = re.compile(r"<(?:!--|[!?]|(script|style)(?=[\s/>]))", re.IGNORECASE)
_RAW_ENDS: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
_NO_TAG: Final = re.compile(r"<(?!/?[A-Za-z])")
# Character references beyond the last code point: int() refuses to read very long ones.
_HUGE: Final = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9A-Fa-f]{8,});?")


def made_safe(page: str) -> str:
    """Take out comments, declarations, scripts and styles, and escape each "<" that begins no tag.

    None of these is visible text. The parser raises on some declarations (`<![x`), and takes quadratic time
    for tags that never end (3.11). A comment that never ends hides nothing, a script that never ends all.
    """
    head, mark, tail = _without_unseen(page).rpartition(">")
    kept = _NO_TAG.sub("&lt;", head) + mark + tail.replace("<", "&lt;")
    return _HUGE.sub("&#xFFFD;", kept)


def _without_unseen(page: str) -> str:
    """Go forward through the page once; an end that is nowhere after one place is not looked for again."""
    pieces: list[str] = []
    missing: set[str] = set()
    at = 0
    while found := _UNSEEN.search(page, at):
        pieces.append(page[at : found.start()])
        if found[1]:
            pieces.append(" ")
            close = _RAW_ENDS[found[1].lower()].search(page, found.end())
            mark, search_from = ">", close.end() if close else len(page)
        else:
            mark = "-->" if found[0] == "<!--" else ">"
            search_from = found.start() + 2
        end = -1 if mark in missing else page.find(mark, search_from)
        if end < 0 and found[1]:
            return "".join(pieces)
        if end < 0:
            missing.add(mark)
            pieces.append("" if mark == "-->" else found[0].replace("<", "&lt;"))
        at = found.end() if end < 0 else end + len(mark)
    pieces.append(page[at:])
    return "".join(pieces)

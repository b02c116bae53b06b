"""Text of people and of articles as widgets may show it: one line, and never interpreted as markup."""

import html
import unicodedata
from typing import Final

_REPLACEMENT: Final = "\ufffd"


def one_line(text: str) -> str:
    """Return `text` for a single line: line ends and controls become blanks, lone surrogates U+FFFD.

    One character stands for one character, so that lengths stay.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return _REPLACEMENT
    if character in "\n\r\t\u2028\u2029" or unicodedata.category(character) == "Cc":
        return " "
    return character


def plain_tooltip(*lines: str) -> str:
    """Return a tooltip of the lines that are not empty; what looks like markup in them is shown as it stands."""
    shown = [html.escape(one_line(line), quote=False) for line in lines if line]
    return "<qt>" + "<br>".join(shown) + "</qt>" if shown else ""


def without_mnemonics(text: str) -> str:
    """Return `text` for a button or menu entry: an ampersand in it is no shortcut."""
    return text.replace("&", "&&")

"""Names as brat can hold them: types without blanks or Hangul, files for any id, notes and values on one line."""

import re
from hashlib import sha256
from typing import Final
from urllib.parse import unquote

from annotator.core.values import Norm

MARKER: Final = "# annotator: the folders are annotators, the files documents"
"""The line of `annotation.conf` by which our own folders are known."""

ANNOTATIONS: Final = ".ann"
TEXT: Final = ".txt"
CONFIG: Final = "annotation.conf"
LOOKS: Final = "visual.conf"

NOTE: Final = "AnnotatorNotes"
UNSURE: Final = "Unsure"
FRAGMENT: Final = "fragment"
EQUIV: Final = "Equiv"
REFERENCE: Final = "Reference"
VALUES: Final = "annotator"
"""The name of the database that our values are references to."""

# brat's own form of types (normalize_to_storage_form in its server/src/projectconfig.py).
_NOT_IN_TYPES: Final = re.compile(r"[^a-zA-Z0-9_-]|_(?=u[0-9A-F]{4,6}_)")
_IN_TYPES: Final = re.compile(r"_u([0-9A-F]{4,6})_")
_NOT_IN_FILES: Final = re.compile(r'[<>:"/\\|?*%~]|^[. ]|[. ]$')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST: Final = 160
_AGAIN: Final = re.compile(r"~[0-9a-f]+$")
_NOT_IN_VALUES: Final = re.compile(r"[\s%&=?]")
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = re.compile(r"\\(?:([\\ntr])|u([0-9a-f]{4}))")
_PLAIN: Final = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r"}
# What Python 2, which brat runs on, takes for the end of a line in a text file.
LINE_ENDS: Final = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_HIDDEN_ENDS: Final = re.compile(f"[{LINE_ENDS[1:]}]")


def type_of(key: str) -> str:
    """Return the type that stands for a label: other characters than brat takes become `_uXXXX_`."""
    return _NOT_IN_TYPES.sub(lambda found: f"_u{ord(found[0]):04X}_", key)


def key_of(type_: str) -> str:
    """Return the label that a type stands for; a type of brat's own is its label."""
    return _IN_TYPES.sub(_character, type_)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else found[0]


def file_of(name: str) -> tuple[str, bool]:
    """Return the name of a file that every system takes, and whether the name can be read from it again."""
    safe = _NOT_IN_FILES.sub(lambda found: _percent(found[0]), name)
    safe = "".join(c if c.isprintable() else _percent(c) for c in safe)
    if _RESERVED.fullmatch(safe):
        safe = _percent(safe[0]) + safe[1:]
    if len(safe.encode()) <= _LONGEST:
        return safe, True
    cut = safe.encode()[: _LONGEST - 10].decode("utf-8", "ignore").rpartition("%")[0] or "long"
    return f"{cut}~{sha256(name.encode()).hexdigest()[:8]}", False


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def name_of(file: str) -> str:
    """Return the name that `file_of` made that of a file of."""
    return unquote(_AGAIN.sub("", file), errors="replace")


def one_line(text: str) -> str:
    """Return a note on one line."""
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    return _HIDDEN_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def many_lines(text: str) -> str:
    """Return the note that `one_line` put on one line."""
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    return _PLAIN[found[1]] if found[1] else chr(int(found[2], 16))


def reference_of(norm: Norm) -> str:
    """Return a value as the reference that stands for it: its type, and the parts that it has."""
    named = zip(Norm._fields[1:], norm[1:], strict=True)
    parts = [f"{name}={_in_value(part)}" for name, part in named if part is not None]
    return f"{VALUES}:{_in_value(norm.type)}?{'&'.join(parts)}"


def norm_of(reference: str) -> dict[str, str | None] | None:
    """Return the value that a reference to our own database stands for, None for any other."""
    database, _, written = reference.partition(":")
    kind, asked, parts = written.partition("?")
    if database != VALUES or not asked:
        return None
    norm: dict[str, str | None] = dict.fromkeys(Norm._fields)
    norm["type"] = unquote(kind)
    for part in filter(None, parts.split("&")):
        name, _, value = part.partition("=")
        if name in norm and name != "type":
            norm[name] = unquote(value)
    return norm


def _in_value(text: str) -> str:
    return _NOT_IN_VALUES.sub(lambda found: _percent(found[0]), text)

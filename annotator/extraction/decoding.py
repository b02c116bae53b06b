"""From bytes to text: a fixed order of encodings, and an honest word when the answer is in doubt."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from annotator.core.errors import user_error

# What a person may choose, the likeliest first; the names are Python's.
CANDIDATES: Final = (
    "utf-8",
    "cp949",
    "utf-16-le",
    "utf-16-be",
    "utf-16",
    "johab",
    "iso2022_kr",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "cp1252",
    "latin-1",
)

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),  # before the mark of UTF-16, which it begins with
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# Labels that a page declares, and what they mean on the web: "euc-kr" there is cp949. UTF-16 is left out,
# because a declaration that can be read byte by byte is not UTF-16.
_DECLARED: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "euc-kr": "cp949",
    "euckr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "cp949": "cp949",
    "ms949": "cp949",
    "x-windows-949": "cp949",
    "windows-949": "cp949",
    "johab": "johab",
    "iso-2022-kr": "iso2022_kr",
    "shift_jis": "shift_jis",
    "euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
_CHARSET: Final = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD: Final = 4096  # bytes of a page in which a charset may be declared

# Files that are not text although much of them may decode.
_MAGIC: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"\x1f\x8b",
    b"\x7fELF",
)
_CONTROLS: Final = frozenset(set(range(0x20)) - set(b"\t\n\r\f\v\x1a\x1b")) | {0x7F}
_CONTROL_BYTES: Final = bytes(sorted(_CONTROLS))
_CONTROL_SHARE: Final = 50  # one control character in so many is more than any text has

# Syllables that make up almost half of Korean news text; hardly any of what other bytes look like as cp949.
_EVERYDAY: Final = frozenset(
    "이다에는지의고가을로한서하기사은도를시대리인아일나화해영스보정만전으라어수했장원자부있니과국연상주들"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read as, and whether a person should look before it is believed.

    `encoding` is "" where no encoding of the fixed order fits and no other can be proposed: `text` is then a
    preview with U+FFFD. Otherwise `decode_as` with this encoding gives this text.
    """

    text: str
    encoding: str
    doubtful: bool


def decode(data: bytes, *, name: str = "") -> Decoded:
    """Read bytes in the fixed order: BOM, NUL pattern (UTF-16), declared charset of HTML, UTF-8, cp949.

    All strictly. Doubtful are UTF-16 without a BOM, a declaration that the bytes contradict, cp949 that does
    not look like Korean, and everything that fits none. Raise UserError "import.not-text" with `name` for
    bytes with many control characters (`docs/korean-text.md`, 4.1).
    """
    if data.startswith(_MAGIC):
        raise user_error("import.not-text", name=name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is None:
                return _unreadable(data, encoding)
            return _checked(Decoded(text, encoding, doubtful=False), name)
    if b"\x00" in data:
        return _checked(_from_nul_pattern(data, name), name)
    if len(data.translate(None, _CONTROL_BYTES)) * _CONTROL_SHARE < len(data) * (_CONTROL_SHARE - 1):
        raise user_error("import.not-text", name=name)
    return _from_declaration(data) or _from_fixed_order(data)


def decode_as(data: bytes, encoding: str, *, name: str = "") -> str:
    """Read bytes strictly as one encoding, a leading BOM left out.

    Raise UserError "import.encoding-wrong" (`encoding`, `name`) where they do not fit or there is no such
    encoding.
    """
    text = _strictly(data, encoding)
    if text is None:
        raise user_error("import.encoding-wrong", encoding=encoding, name=name)
    return text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "strict").removeprefix("\ufeff")
    except (UnicodeError, LookupError, ValueError):
        return None


def _unreadable(data: bytes, *encodings: str) -> Decoded:
    """Return a preview in the one of the encodings that leaves the fewest gaps."""
    previews = (data.decode(encoding, "replace") for encoding in encodings)
    return Decoded(min(previews, key=_gaps), "", doubtful=True)


def _gaps(text: str) -> int:
    return text.count("\ufffd")


def _checked(decoded: Decoded, name: str) -> Decoded:
    """Refuse text in which control characters abound."""
    counts = Counter(decoded.text)
    if sum(counts[chr(code)] for code in _CONTROLS) * _CONTROL_SHARE > len(decoded.text):
        raise user_error("import.not-text", name=name)
    return decoded


def _from_nul_pattern(data: bytes, name: str) -> Decoded:
    """Take the byte order of UTF-16 in which more of the characters are blanks, ASCII or Hangul.

    NUL bytes alone do not tell it: the low byte of 가 (U+AC00) is one.
    """
    previews = {encoding: data.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    encoding = max(previews, key=lambda each: _readable(previews[each]))
    if _readable(previews[encoding]) >= 0.5:
        text = _strictly(data, encoding)
        return (
            Decoded(previews[encoding], "", doubtful=True)
            if text is None
            else Decoded(text, encoding, doubtful=True)
        )
    text = _strictly(data, "utf-8")
    if text is None:
        raise user_error("import.not-text", name=name)
    return Decoded(text, "utf-8", doubtful=False)


def _readable(text: str) -> float:
    """Return the share of characters that are ASCII text, white space or Hangul syllables."""
    counts = Counter(text)
    good = sum(n for c, n in counts.items() if " " <= c <= "~" or c in "\t\n\r\xa0" or "가" <= c <= "힣")
    return good / len(text)


def _from_declaration(data: bytes) -> Decoded | None:
    """Honour the charset that HTML declares, if it decodes strictly and the bytes do not speak against it."""
    found = _CHARSET.search(data, 0, _HEAD)
    encoding = _DECLARED.get(found[1].decode("ascii", "replace").lower()) if found else None
    text = _strictly(data, encoding) if encoding else None
    if encoding is None or text is None:
        return None
    if encoding == "utf-8" or data.isascii():
        return Decoded(text, encoding, doubtful=False)
    # Bytes that are UTF-8 throughout, or Korean in cp949, were hardly meant as anything else.
    unicode = _strictly(data, "utf-8")
    if unicode is not None:
        return Decoded(unicode, "utf-8", doubtful=True)
    korean = _strictly(data, "cp949")
    if korean is not None and _reads_as_korean(data, korean):
        return Decoded(korean, "cp949", doubtful=encoding != "cp949")
    return Decoded(text, encoding, doubtful=encoding == "cp949")


def _from_fixed_order(data: bytes) -> Decoded:
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", doubtful=False)
    text = _strictly(data, "cp949")
    if text is not None and _reads_as_korean(data, text):
        return Decoded(text, "cp949", doubtful=False)
    johab = _strictly(data, "johab")
    if johab is not None and looks_korean(johab):
        return Decoded(johab, "johab", doubtful=True)
    return _unreadable(data, "utf-8", "cp949") if text is None else Decoded(text, "cp949", doubtful=True)


def _reads_as_korean(data: bytes, text: str) -> bool:
    """Tell whether text read as cp949 looks Korean, and more so than the same bytes read as Johab."""
    if not looks_korean(text):
        return False
    johab = _strictly(data, "johab")
    return johab is None or _everyday(Counter(johab)) <= _everyday(Counter(text))


def looks_korean(text: str) -> bool:
    """Tell whether decoded text looks like Korean.

    Three quarters of its letters beyond ASCII are Hangul syllables; at most one syllable in five is outside
    the 2,350 of KS X 1001; and of eight or more syllables at least one in eight is an everyday one. Johab,
    Shift-JIS, EUC-JP, GB, Big5 and Latin-1 bytes read as cp949 break one of the three.
    """
    counts = Counter(text)
    letters = sum(n for c, n in counts.items() if c > "\x7f" and c.isalpha())
    syllables = {c: n for c, n in counts.items() if "가" <= c <= "힣"}
    hangul = sum(syllables.values())
    if hangul == 0 or hangul * 4 < letters * 3:
        return False
    rare = sum(n for c, n in syllables.items() if len(c.encode("euc_kr")) != 2)
    return rare * 5 <= hangul and _everyday(counts) * 8 >= hangul


def _everyday(counts: Counter[str]) -> int:
    return sum(counts[c] for c in _EVERYDAY)

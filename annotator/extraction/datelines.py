"""Where a wire story begins: `[서울=뉴스핌] 김승현 기자 =` and its likes at other outlets."""

import re
from dataclasses import dataclass
from typing import Final

from annotator.extraction.words import CREDITS, PLACES

_PAIRS: Final = {"[": "]", "(": ")", "【": "】", "［": "］", "（": "）", "〔": "〕", "<": ">"}
_EQUALS: Final = str.maketrans("＝", "=")
_BRACKET: Final = 60  # code points that the bracket may hold
_NAMES: Final = 80  # code points that the reporters may take

_ROLE: Final = re.compile(
    r"(?:(?:선임|인턴|수습|객원|전문|의학|과학|사진|영상|대)){0,3}(?:기자|특파원|통신원|논설위원|리포터|PD)"
)
_RANKS: Final = frozenset(("선임", "인턴", "수습", "객원", "전문"))  # `이철 선임 기자`, parted by a blank
_NAME: Final = re.compile(r"[가-힣一-鿿]{1,6}|[A-Za-z][A-Za-z.'’-]{0,24}")
_PARTS: Final = re.compile(r"[\s,·ㆍ・/&]+")
_LOOSE: Final = re.compile(
    r"\s{0,3}([가-힣]{2,5}(?:[ \xa0·ㆍ・,]{1,2}[가-힣]{2,5}){0,4}[ \xa0]?"
    r"(?:선임|인턴|수습|객원|전문)?(?:기자|특파원))(?=\s|$)"
)
_OUTLET: Final = re.compile(
    r"(?:.{0,20}(?:뉴스|뉴시스|뉴스핌|뉴스1|일보|신문|경제|통신|방송|투데이|데일리|타임스|타임즈|저널|닷컴|헤럴드|조선|동아|뉴스엔|TV|tv))"
    r"|OSEN|[A-Z]{2,5}|한경|매경|한겨레|이데일리|머니S|더팩트"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in a line: `start` to `end` (code points, end exclusive), and what it says; "" where it does not."""

    start: int
    end: int
    place: str
    outlet: str
    reporters: tuple[str, ...]


def read_dateline(line: str) -> Dateline | None:
    """Read the dateline that begins a line, from its bracket to the "=" after the reporters.

    Shapes: `[place=outlet] names role =` with any common bracket, any number of reporters, with or without
    the blanks; `[place=outlet]` alone where the outlet is one; `[outlet=names role]`, `[outlet names role]`,
    `[place=outlet names role]`. Credits (`[사진=…]`) are none. See `docs/korean-text.md`, 4.3.
    """
    start = len(line) - len(line.lstrip())
    head = line[start : start + _BRACKET + _NAMES + 20]
    close = head.find(_PAIRS.get(head[:1], "\0"), 1, _BRACKET + 2)
    inside = head[1:close].translate(_EQUALS).strip() if close > 0 else ""
    if not inside or _is_credit(inside):
        return None
    rest = head[close + 1 :].translate(_EQUALS)
    found = _inside(inside, rest) or _outside(inside, rest)
    if found is None:
        return None
    place, outlet, reporters, length = found
    return Dateline(start, start + close + 1 + length, place, outlet, reporters)


_Found = tuple[str, str, tuple[str, ...], int]


def _is_credit(inside: str) -> bool:
    words = re.split(r"[\s/:：]+", inside.partition("=")[0].strip())
    return words[0] in CREDITS or words[-1] in CREDITS


def _outside(inside: str, rest: str) -> _Found | None:
    """Read `place=outlet` whose reporters, if any, follow the bracket."""
    place, equals, outlet = (part.strip() for part in inside.rpartition("="))
    if not equals or not outlet or len(outlet) > 30:
        return None
    outlet = outlet.rpartition("/")[2].strip()
    before, found, _ = rest[:_NAMES].partition("=")
    names = read_reporters(before) if found else None
    if names is not None:
        return place, outlet, names, len(before) + 1
    loose = _LOOSE.match(rest)
    if loose is not None:
        return place, outlet, read_reporters(loose[1]) or (), loose.end()
    if not place or not _OUTLET.fullmatch(outlet):
        return None
    return place, outlet, (), _to_equals(rest)


def _inside(inside: str, rest: str) -> _Found | None:
    """Read a bracket that holds the reporters itself."""
    left, equals, right = (part.strip() for part in inside.partition("="))
    if not equals:
        outlet, _, right = inside.partition(" ")
        if not _OUTLET.fullmatch(outlet):
            return None
        left = outlet
    where, comma, who = right.rpartition(",")
    if comma and read_reporters(where) is not None:  # `홍길동 기자, 김철수 기자`: no place before the comma
        where, who = "", right
    names = read_reporters(who)
    if not names:
        return None
    place, outlet = where.strip(), left
    first, _, others = who.strip().partition(" ")
    inner = read_reporters(others)
    if left in PLACES:
        place, outlet = left, ""
        if inner and _OUTLET.fullmatch(first):
            outlet, names = first, inner
    return place, outlet, names, _to_equals(rest)


def _to_equals(rest: str) -> int:
    """Return how far an "=" reaches that follows the bracket with nothing but blanks between."""
    stripped = rest.lstrip()
    return len(rest) - len(stripped) + 1 if stripped.startswith("=") else 0


def read_reporters(text: str) -> tuple[str, ...] | None:
    """Return the names of `홍길동·김철수 기자`, () for a role without a name, None if text is anything else."""
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if not parts or len(parts) > 16:
        return None
    names: list[str] = []
    role_last = False
    for part in parts:
        if part in _RANKS:
            continue
        role = _role_at_end(part)
        role_last = role is not None
        name = part if role is None else role
        if name and not _NAME.fullmatch(name):
            return None
        if name and name.isascii() and names and names[-1].isascii():
            names[-1] += " " + name
        elif name:
            names.append(name)
    return tuple(names) if role_last else None


def _role_at_end(part: str) -> str | None:
    """Return what precedes the role at the end of a word ("홍길동기자" gives "홍길동"), None without a role."""
    for found in _ROLE.finditer(part[-20:]):
        if found.end() == len(part[-20:]):
            return part[: len(part) - (found.end() - found.start())]
    return None

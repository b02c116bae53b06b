"""The shape of the parts of a native line: which keys they have, what may stand there, and what is said if not."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from annotator.core import value_forms
from annotator.core.entry import Reject
from annotator.core.layer import Role, Status
from annotator.core.messages import Message, message
from annotator.core.span import Origin
from annotator.core.text import ZoneKind
from annotator.core.validate import quoted
from annotator.core.values import NORM_TYPES, Norm
from annotator.formats.json_values import Written

Good = Callable[[object], bool]

# No count or place in a file comes near this; more does not fit the whole numbers of the project file.
_MOST: Final = 1 << 53
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_VOTES: Final = re.compile(r"[0-9]+/[0-9]+")
_DEEPEST: Final = 64


class Line:
    """What is found out about one line while it is read: refused parts, unknown keys, notes."""

    __slots__ = ("extra", "member", "notes", "number", "rejects")

    def __init__(self, number: int, member: str) -> None:
        self.number = number
        self.member = member
        self.rejects: list[Reject] = []
        self.extra: dict[str, object] = {}
        self.notes: list[Message] = []

    def refuse(self, where: str, reason: Message) -> None:
        """Report that the part `where` ("" for the line) is not taken."""
        self.rejects.append(Reject(self.number, reason, where, self.member))

    def keep(self, key: str, value: object) -> None:
        """Keep what stands under an unknown key; an equal name that is taken gets `record.` before it."""
        while key in self.extra:
            key = f"record.{key}"
        self.extra[key] = value


class Key(NamedTuple):
    """What may stand under a key, and what is taken where it is missing or wrong; needed ones have no default."""

    good: Good
    default: object = None
    needed: bool = False


def is_text(value: object) -> bool:
    """Tell whether the value is text, perhaps empty."""
    return type(value) is str


def is_name(value: object) -> bool:
    """Tell whether the value is text that is not empty."""
    return type(value) is str and value != ""


def is_uid(value: object) -> bool:
    """Tell whether the value can be an id: a name, or a whole number, as other files have them."""
    return uid_of(value) is not None


def is_text_or_null(value: object) -> bool:
    """Tell whether the value is text or null."""
    return value is None or type(value) is str


def is_flag(value: object) -> bool:
    """Tell whether the value is true or false."""
    return value is True or value is False


def is_count(value: object) -> bool:
    """Tell whether the value is a whole number from 0."""
    return type(value) is int and 0 <= value < _MOST


def is_rank(value: object) -> bool:
    """Tell whether the value is a whole number from 1."""
    return type(value) is int and 1 <= value < _MOST


def is_score(value: object) -> bool:
    """Tell whether the value is text, a number or null."""
    return value is None or type(value) in {str, int, Written}


def is_digest(value: object) -> bool:
    """Tell whether the value is a SHA-256 as 64 hexadecimal digits in lower case."""
    return type(value) is str and _DIGEST.fullmatch(value) is not None


def is_votes(value: object) -> bool:
    """Tell whether the value counts votes, as 2/3."""
    return type(value) is str and _VOTES.fullmatch(value) is not None


def is_texts(value: object) -> bool:
    """Tell whether the value is a list of text."""
    return type(value) is list and all(type(member) is str for member in value)


def is_labels(value: object) -> bool:
    """Tell whether the value is a list of text without repetition."""
    return is_texts(value) and isinstance(value, list) and len(set(value)) == len(value)


def is_moment(value: object) -> bool:
    """Tell whether the value is a moment in UTC as RFC 3339 with Z."""
    return type(value) is str and _is_instant(value)


_is_instant = lru_cache(maxsize=8192)(value_forms.is_instant)


def one_of(choices: type[Role | Status | Origin | ZoneKind] | tuple[str, ...]) -> Good:
    """Return what tells whether a value is one of the choices."""
    known = frozenset(str(choice) for choice in choices)

    def good(value: object) -> bool:
        return type(value) is str and value in known

    return good


NORM_KEYS: Final = frozenset(Norm._fields)


def norm_of(raw: object) -> Norm | None:
    """Return the value that `raw` is, or None where it has not exactly the shape of one."""
    if type(raw) is not dict or not raw.keys() <= NORM_KEYS:
        return None
    get = raw.get
    kind, value, unit, mod, ref = get("type"), get("value"), get("unit"), get("mod"), get("ref")
    for text in (value, unit, mod, ref):
        if text is not None and type(text) is not str:
            return None
    if type(kind) is not str or kind not in NORM_TYPES:
        return None
    return Norm(kind, value, unit, mod, ref)


def norm_read(raw: object, where: str, line: Line, name: str = "") -> Norm | None:
    """Read a value: null is none; what has no shape of one is refused, its unknown keys are kept under `name`."""
    if raw is None:
        return None
    if type(raw) is dict:
        known = {key: value for key, value in raw.items() if key in NORM_KEYS}
        norm = norm_of(known)
        if norm is not None:
            keep_unknown(raw, NORM_KEYS, name or where, line)
            return norm
        kind = raw.get("type")
        if type(kind) is str and kind not in NORM_TYPES:
            line.refuse(where, message("value.type-unknown", type=quoted(kind)))
            return None
    line.refuse(where, message("entry.ill-formed", key="norm"))
    return None


def place_of(group: str, index: int, raw: object) -> str:
    """Return how a part is named in reports: by its id where it has one, else by its position from 0."""
    uid = uid_of(raw.get("id")) if isinstance(raw, dict) else None
    return f"{group}[{index}]" if uid is None else f"{group}.{quoted(uid)}"


def uid_of(value: object) -> str | None:
    """Return an id as text, or None where the value is none; whole numbers, common in other files, are ids too."""
    if type(value) is int:
        return str(value)
    return value if isinstance(value, str) and value else None


def keep_unknown(raw: Mapping[str, object], known: Collection[str], name: str, line: Line) -> None:
    """Keep what stands under keys that are not ours, as `<name>.<key>`."""
    for key, value in raw.items():
        if key not in known:
            line.keep(f"{name}.{key}", value)


def object_read(raw: object, keys: Mapping[str, Key], where: str, line: Line) -> dict[str, Any] | None:
    """Read an object key by key; None (reported) where it is none or a needed key is missing or wrong.

    What stands under unknown keys is the caller's to keep, once it is sure that the object is taken.
    """
    if isinstance(raw, Message):  # it has no place in our count
        line.refuse(where, raw)
        return None
    if not isinstance(raw, dict):
        line.refuse(where, message("entry.ill-formed", key=where))
        return None
    row: dict[str, Any] = {}
    for name, key in keys.items():
        value = raw.get(name, key.default)
        if name in raw and not key.good(value):
            line.refuse(f"{where}.{name}", message("entry.ill-formed", key=name))
            value = key.default
            if key.needed:
                return None
        elif key.needed and name not in raw:
            line.refuse(where, message("entry.key-missing", key=name))
            return None
        row[name] = value
    return row


def objects_read(
    value: object, group: str, keys: Mapping[str, Key], line: Line
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a list with how they are named in reports; what is no such object is refused.

    Where `keys` hold an id, missing ones are given and the second of two equal ones is refused.
    """
    rows = list_read(value, group, line)
    ids = Ids(rows, group[0])
    for index, raw in enumerate(rows):
        where = place_of(group, index, raw)
        row = object_read(raw, keys, where, line)
        if row is None:
            continue
        if "id" in keys:
            uid = ids.take(row)
            if uid is None:
                line.refuse(where, message("entry.id-twice", id=quoted(str(row["id"]))))
                continue
            row["id"] = uid
        keep_unknown(raw, keys, f"{group}.{row['id']}" if "id" in keys else where, line)
        yield where, row


def list_read(value: object, group: str, line: Line) -> list[Any]:
    """Return a list as it is; anything else is refused and taken as empty."""
    if isinstance(value, list):
        return value
    line.refuse(group, message("entry.ill-formed", key=group))
    return []


class Ids:
    """The ids of the parts of one list: those the file gives, and new ones for parts without."""

    def __init__(self, rows: list[Any], letter: str) -> None:
        self._rows = rows
        self._letter = letter
        self._taken: set[str] = set()
        self._given: set[str] | None = None
        self._next = 0

    def take(self, raw: Mapping[str, object]) -> str | None:
        """Return the id of a part, a new one where it has none, or None where another part has it already."""
        uid = uid_of(raw.get("id"))
        if uid is None:
            return self.new()
        if uid in self._taken:
            return None
        self._taken.add(uid)
        return uid

    def take_plain(self, value: object) -> str | None:
        """Return the id `value`, or a new one for None; None where it is no text or another part has it."""
        if value is None:
            return self.new()
        if type(value) is not str or not value or value in self._taken:
            return None
        self._taken.add(value)
        return value

    def new(self) -> str:
        """Return an id that no part of the list has."""
        if self._given is None:
            ids = {uid_of(row["id"]) for row in self._rows if isinstance(row, dict) and "id" in row}
            self._given = {uid for uid in ids if uid is not None}
        while True:
            self._next += 1
            uid = f"{self._letter}{self._next}"
            if uid not in self._given:
                return uid


def is_too_deep(value: object) -> bool:
    """Tell whether lists and objects are nested so deep that writing them could fail."""
    level: list[object] = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True

"""The label definitions beside a native file, `<name>.labels.json`: doccano's label file with our keys added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from annotator.core.errors import UserError, user_error
from annotator.core.labels import ROLES, Label, definitions_digest
from annotator.core.validate import has_surrogates, label_key_problem
from annotator.core.values import ValueKind
from annotator.formats.json_values import RefusedError, value_at

SUFFIX: Final = ".labels.json"


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A sidecar as read: its labels (ids are places from 1), the list as it stood, and that list's digest."""

    labels: tuple[Label, ...]
    definitions: list[dict[str, object]]
    sha256: str


def sidecar_name(name: str) -> str:
    """Return the name of the sidecar of the file called `name`: its ending gives way to `.labels.json`."""
    stem, dot, ending = name.rpartition(".")
    return (stem if dot and stem and "/" not in ending else name) + SUFFIX


def sidecar_bytes(definitions: list[dict[str, object]]) -> bytes:
    """Return the sidecar: a JSON list, one definition a line, UTF-8, LF."""
    rows = [
        json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for row in definitions
    ]
    return ("[" + ",\n ".join(rows) + "]\n").encode("utf-8")


def read_sidecar(content: bytes) -> LabelFile:
    """Read a sidecar, or a label file of doccano, which has names, keys and colours only.

    UserError `labels.not-a-label-file` or, naming the label, `labels.bad-label`, `labels.twice`.
    """
    definitions = _definitions(content)
    labels: list[Label] = []
    for position, row in enumerate(definitions, 1):
        label = _label(row, position)
        if any(other.key == label.key or other.uid == label.uid for other in labels):
            raise user_error("labels.twice", label=label.key)
        labels.append(label)
    return LabelFile(tuple(labels), definitions, definitions_digest(definitions))


def _definitions(content: bytes) -> list[dict[str, object]]:
    try:
        text = content.decode("utf-8-sig")
        found, end = value_at(text, len(text) - len(text.lstrip(" \t\r\n")))
    except (UnicodeDecodeError, RefusedError):
        raise user_error("labels.not-a-label-file") from None
    if text[end:].strip(" \t\r\n") or not isinstance(found, list):
        raise user_error("labels.not-a-label-file")
    if not all(isinstance(row, dict) for row in found) or _cannot_be_written(found):
        raise user_error("labels.not-a-label-file")
    return found


def _cannot_be_written(found: list[object]) -> bool:
    try:
        return has_surrogates(json.dumps(found, ensure_ascii=False))
    except RecursionError:
        return True


def _label(row: Mapping[str, object], position: int) -> Label:
    key = row.get("text")
    if not isinstance(key, str) or label_key_problem(key) is not None:
        raise user_error("labels.bad-label", number=position)
    role = _string(row, "role", "", position)
    kind = _string(row, "value", str(ValueKind.NONE), position)
    choices = row.get("choices", [])
    if kind not in set(ValueKind) or not isinstance(choices, list):
        raise _bad(position)
    return Label(
        id=position,
        uid=_string(row, "id", "", position) or key.lower(),
        key=key,
        title=_string(row, "title", "", position) or key,
        hotkey=_hotkey(row),
        role=role if role in ROLES else ROLES[(position - 1) % len(ROLES)],
        kind=ValueKind(kind),
        description=_string(row, "description", "", position),
        choices=tuple(choice for choice in choices if isinstance(choice, str)),
        position=position,
    )


def _bad(position: int) -> UserError:
    return user_error("labels.bad-label", number=position)


def _string(row: Mapping[str, object], key: str, default: str, position: int) -> str:
    value = row.get(key, default)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":  # doccano numbers its labels
        return str(value)
    if not isinstance(value, str):
        raise _bad(position)
    return value


def _hotkey(row: Mapping[str, object]) -> str:
    """Return the key of a label if it is a digit, as ours are."""
    key = row.get("suffix_key")
    return key if isinstance(key, str) and len(key) == 1 and key.isascii() and key.isdigit() else ""

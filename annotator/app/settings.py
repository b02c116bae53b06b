"""The settings of one person on one machine: a readable file that can never keep the program from starting."""

import base64
import json
import math
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NoReturn, TypeAlias

from annotator.core.errors import UserError, user_error
from annotator.core.messages import Message, message
from annotator.core.suggestion import number_of

VERSION: Final = 1

Json: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Json], Json]
# The step that makes a file of version n into one of version n + 1, by n.
MIGRATIONS: Final[Mapping[int, Migration]] = MappingProxyType({})

TEXT_SIZES: Final = range(1, 6)
THEMES: Final = ("system", "light", "dark")
LANGUAGES: Final = ("system", "ko", "en")
SPAN_GROUPINGS: Final = ("order", "label", "text")
RECENT_PROJECTS: Final = 10
TARGETS: Final = range(101)

_WIDTHS: Final = range(100_000)
_LARGEST_FILE: Final = 1_000_000
_BROKEN_FILES: Final = 20
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers about its user. `extra` is what this version does not know and keeps.

    `shortcuts` are the keys that a person gave actions, by action; those of other actions are the table's.
    Window geometry and state are Qt's bytes as base64; widths are in device-independent pixels; paths are text.
    """

    text_size: int = 3
    theme: str = "system"
    language: str = "system"
    window_geometry: str = ""
    window_state: str = ""
    splitter_sizes: tuple[int, ...] = ()
    list_width: int = 300
    list_folded: bool = False
    form_width: int = 340
    form_folded: bool = False
    span_grouping: str = "order"
    # Lengths of time and times of day are no dates by the guideline.
    suggesters_off: tuple[str, ...] = ("durations", "times")
    # By the name of a model or script: a decimal number as text; suggestions of files below it are not shown.
    least_scores: Mapping[str, str] = field(default_factory=dict)
    # In hundredths; cells of exact F1 are marked by whether they reach it. 0 is none.
    f1_target: int = 0
    shortcuts: Mapping[str, list[str]] = field(default_factory=dict)
    # By the headings of a table: the column of each field of its documents.
    table_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    last_project: str = ""
    recent_projects: tuple[str, ...] = ()
    annotator_uid: str = ""
    annotator_name: str = ""
    version: int = VERSION
    extra: Mapping[str, object] = field(default_factory=dict)

    def opened(self, project: str) -> "Settings":
        """Return the settings with `project` as the last one and the first of the recent ones."""
        others = tuple(other for other in self.recent_projects if other != project)
        return replace(self, last_project=project, recent_projects=(project, *others)[:RECENT_PROJECTS])


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings that were read, and what the person should be told of the file, if anything."""

    settings: Settings
    note: Message | None = None


def load(file: Path) -> Loaded:
    """Read the settings. Never fails: what is wrong gets its default, and the bad file is kept beside.

    The note is `settings.broken` (file, kept), `settings.partly-broken` (file, kept, keys) or
    `settings.unreadable` (file, kept, reason); `kept` is `file` where that could not be put aside.
    """
    try:
        content = _content(file)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        note = message("settings.unreadable", file=str(file), kept=_put_aside(file), reason=_reason(error))
        return Loaded(Settings(), note)
    except (ValueError, RecursionError):
        return Loaded(Settings(), message("settings.broken", file=str(file), kept=_put_aside(file)))
    settings, wrong = parse(content)
    if not wrong:
        return Loaded(settings)
    kept = _put_aside(file)
    if kept != str(file):
        with suppress(UserError):
            save(settings, file)
    return Loaded(
        settings, message("settings.partly-broken", file=str(file), kept=kept, keys=", ".join(sorted(wrong)))
    )


def save(settings: Settings, file: Path) -> None:
    """Write the settings whole or not at all; UserError `settings.not-saved` (file, reason) where that fails."""
    target = Path(os.path.realpath(file))  # a link stays a link
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, _written(settings))
    except OSError as error:
        raise user_error("settings.not-saved", file=str(file), reason=_reason(error)) from error


def parse(content: Json) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a file's content, and the keys whose values were wrong (they have their default).

    A newer version's file is read for what is understood; its version and its unknown keys are kept.
    """
    version = content.get("version", VERSION)
    content = migrated(content, version if _CHECKS["version"](version) else VERSION)
    values: dict[str, Any] = {}
    extra: Json = {}
    wrong: list[str] = []
    for key, value in content.items():
        if not _CHECKS.get(key, _shallow)(value):
            wrong.append(key)
        elif key in _CHECKS:
            values[key] = tuple(value) if isinstance(value, list) else value
        else:
            extra[key] = value
    values["version"] = max(values.get("version", VERSION), VERSION)
    return Settings(**values, extra=extra), tuple(wrong)


def migrated(
    content: Json, version: int, migrations: Mapping[int, Migration] = MIGRATIONS, *, to: int = VERSION
) -> Json:
    """Return the content of an older version's file as the version `to` would have written it."""
    for step in range(version, to):
        if step in migrations:
            content = migrations[step](content)
    return content


# Reading and writing the file.


def _content(file: Path) -> Json:
    """Return what the file holds; ValueError or RecursionError where it is not a JSON object of sane size."""
    with file.open("rb") as stream:
        data = stream.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        raise ValueError("too large")
    content = json.loads(data.decode("utf-8-sig"), parse_constant=_refused, parse_float=_finite)
    return content if isinstance(content, dict) else _refused(type(content).__name__)


def _refused(what: str) -> NoReturn:
    raise ValueError(what)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refused(digits)


def _written(settings: Settings) -> bytes:
    known = {item.name: getattr(settings, item.name) for item in fields(settings) if item.name != "extra"}
    content = {"version": known.pop("version"), **known, **settings.extra}
    for ascii_only in (False, True):  # escapes are needed for file names that are not valid text
        with suppress(UnicodeEncodeError):
            return (json.dumps(content, ensure_ascii=ascii_only, indent=2) + "\n").encode()
    raise AssertionError("ASCII can always be encoded")


def _replace(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _put_aside(file: Path) -> str:
    """Rename the file to the first free settings.broken-<n>.json; return where it now lies."""
    for number in range(1, _BROKEN_FILES + 1):
        kept = file.with_name(f"{file.stem}.broken-{number}{file.suffix}")
        if number == _BROKEN_FILES or not os.path.lexists(kept):
            break
    try:
        file.replace(kept)
    except OSError:
        return str(file)
    return str(kept)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


# What a value must be.

_Check: TypeAlias = Callable[[object], bool]


def _whole(allowed: range) -> _Check:
    """Return the check for a whole number in the range: true and false are whole numbers to Python, not here."""

    def check(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and value in allowed

    return check


def _one_of(allowed: tuple[str, ...]) -> _Check:
    def check(value: object) -> bool:
        return isinstance(value, str) and value in allowed

    return check


def _list_of(check_item: _Check) -> _Check:
    def check(value: object) -> bool:
        return isinstance(value, list) and all(map(check_item, value))

    return check


def _text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _base64(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        base64.b64decode(value, validate=True)
    except ValueError:
        return False
    return True


def _keys_by_action(value: object) -> bool:
    return isinstance(value, dict) and all(map(_list_of(_text), value.values()))


def _columns_by_headings(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(columns, dict) and all(map(_text, columns.values())) for columns in value.values()
    )


def _scores_by_model(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(score, str) and number_of(score) is not None for score in value.values()
    )


def _shallow(value: object, levels: int = _DEEPEST) -> bool:
    """Return whether an unknown value can be written again without running out of stack."""
    if not isinstance(value, dict | list):
        return True
    items = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_shallow(item, levels - 1) for item in items)


_width: Final = _whole(_WIDTHS)

_CHECKS: Final[Mapping[str, _Check]] = MappingProxyType(
    {
        "text_size": _whole(TEXT_SIZES),
        "theme": _one_of(THEMES),
        "language": _one_of(LANGUAGES),
        "window_geometry": _base64,
        "window_state": _base64,
        "splitter_sizes": _list_of(_width),
        "list_width": _width,
        "list_folded": _flag,
        "form_width": _width,
        "form_folded": _flag,
        "span_grouping": _one_of(SPAN_GROUPINGS),
        "suggesters_off": _list_of(_text),
        "least_scores": _scores_by_model,
        "f1_target": _whole(TARGETS),
        "shortcuts": _keys_by_action,
        "table_columns": _columns_by_headings,
        "last_project": _text,
        "recent_projects": _list_of(_text),
        "annotator_uid": _text,
        "annotator_name": _text,
        "version": _whole(range(2**31)),
    }
)

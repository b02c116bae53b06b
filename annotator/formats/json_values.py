"""JSON values out of text, read strictly: no key twice in one object, no NaN or Infinity, no bottomless nesting."""

import json
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from annotator.core.messages import Message, message
from annotator.core.validate import has_surrogates

LONGEST: Final = 64 << 20
"""How many bytes a line, or characters a value, may have."""

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_NOT_BLANK: Final = re.compile(r"[^ \t\r\n]")
# An error this near to the end of the text may come from the text being cut there (inside an escape, a literal).
_NEAR_THE_END: Final = 16


class Found(NamedTuple):
    """A value and the line where it begins (from 1), or why there is none; `nth` counts values begun on one line."""

    line: int
    value: object
    fault: Message | None = None
    nth: int = 1


class RefusedError(ValueError):
    """JSON that Python reads but a careful reader must not."""

    def __init__(self, told: Message) -> None:
        super().__init__(str(told))
        self.told = told


class InvalidError(RefusedError):
    """No JSON, whatever may follow."""


class UnfinishedError(InvalidError):
    """No JSON yet: the text ends too early, or so near to the error that more text may mend it."""


class Written(float):
    """A number with a fraction or exponent, and how it was written (0.70 is not 0.7 to a person)."""

    __slots__ = ("text",)
    text: str


def _number(text: str) -> float:
    number = Written(text)
    if number in {float("inf"), float("-inf")}:
        raise RefusedError(message("json.number", number=text[:20]))
    number.text = text
    return number


def _constant(text: str) -> object:
    raise RefusedError(message("json.number", number=text))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                shown = key[:40].encode("utf-8", "replace").decode("utf-8")
                raise RefusedError(message("json.key-twice", key=shown))
            seen.add(key)
    return found


_Decode = Callable[[str, int], tuple[object, int]]
STRICT: Final[_Decode] = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_number, parse_constant=_constant
).raw_decode
LENIENT: Final[_Decode] = json.JSONDecoder(parse_int=float).raw_decode
"""Takes what STRICT refuses, to find where it ends."""


def value_at(text: str, start: int, decode: _Decode = STRICT) -> tuple[object, int]:
    """Return the JSON value that begins at `start` of `text`, and its end; RefusedError where there is none."""
    try:
        return _decoded(text, start, decode)
    except RefusedError:
        raise
    except json.JSONDecodeError as error:
        told = message("json.invalid", column=error.pos - text.rfind("\n", 0, error.pos))
        cut = error.pos >= len(text) - _NEAR_THE_END or error.msg.startswith("Unterminated")
        raise (UnfinishedError(told) if cut else InvalidError(told)) from None
    except RecursionError:
        raise RefusedError(message("json.too-deep")) from None
    except ValueError:  # a whole number of thousands of digits
        raise RefusedError(message("json.number", number="…")) from None


def _decoded(text: str, start: int, decode: _Decode) -> tuple[object, int]:
    value, end = decode(text, start)
    # Half of a surrogate pair, which only an escape can smuggle into UTF-8, could not be saved.
    suspect = decode is STRICT and text.find("\\u", start, end) >= 0 and _SURROGATE.search(text, start, end)
    if suspect and has_surrogates(json.dumps(value, ensure_ascii=False)):
        raise RefusedError(message("json.surrogate"))
    return value, end


def values_in(text: str, line: int) -> list[Found]:
    """Return the values that stand in a row in `text`, all or (RefusedError) none; `line` is the one it begins on."""
    found: list[Found] = []
    behind, nth = 0, 0
    match = _NOT_BLANK.search(text)
    while match is not None:
        start = match.start()
        value, end = value_at(text, start)
        lines = text.count("\n", behind, start)
        line, nth, behind = line + lines, 1 if lines else nth + 1, start
        found.append(Found(line, value, None, nth))
        match = _NOT_BLANK.search(text, end)
    return found

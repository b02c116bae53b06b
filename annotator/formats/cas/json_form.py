"""A CAS as JSON (UIMA CAS JSON 0.4): types, feature structures and views in one object."""

import json
from collections.abc import Iterator
from typing import Final

from annotator.formats.cas import types
from annotator.formats.cas.model import SOFA, Cas, NoCasError, Primitive, Sofa, Structure

TYPES: Final = "%TYPES"
STRUCTURES: Final = "%FEATURE_STRUCTURES"
VIEWS: Final = "%VIEWS"
_REFERENCE: Final = "@"


def parse(value: object) -> Cas:
    """Return the CAS that a JSON value holds; NoCasError where it holds none. What is ill-formed in it is left out.

    Structures stand in a list, or by their ids in an object, as the draft of the format allows.
    """
    if not isinstance(value, dict) or STRUCTURES not in value:
        raise NoCasError
    cas = Cas()
    for id_, raw in _rows(value[STRUCTURES]):
        if raw.get("%TYPE") == SOFA:
            text, name = raw.get("sofaString"), raw.get("sofaID")
            cas.sofas.append(
                Sofa(id_, name if isinstance(name, str) else "", text if isinstance(text, str) else None)
            )
        elif isinstance(raw.get("%TYPE"), str):
            cas.structures.append(_structure(id_, raw))
    if not cas.sofas:
        raise NoCasError
    views = value.get(VIEWS)
    for view in views.values() if isinstance(views, dict) else ():
        if isinstance(view, dict) and isinstance(view.get("%MEMBERS"), list):
            members = (id_ for id_ in view["%MEMBERS"] if type(id_) is int)
            sofa = view.get("%SOFA")
            if type(sofa) is int:
                cas.members[sofa] = frozenset(members)
    return cas


def _rows(value: object) -> Iterator[tuple[int, dict[str, object]]]:
    if isinstance(value, dict):
        numbered = ((int(key), raw) for key, raw in value.items() if key.isascii() and key.isdigit())
        yield from ((id_, raw) for id_, raw in numbered if isinstance(raw, dict))
    for raw in value if isinstance(value, list) else ():
        if isinstance(raw, dict) and type(raw.get("%ID")) is int:
            yield raw["%ID"], raw


def _structure(id_: int, raw: dict[str, object]) -> Structure:
    values: dict[str, Primitive] = {}
    refs: dict[str, tuple[int, ...]] = {}
    for key, value in raw.items():
        if key.startswith(_REFERENCE) and type(value) is int:
            refs[key[1:]] = (value,)
        elif key.startswith("#") and isinstance(value, str | int | float):
            values[key[1:]] = value
        elif not key.startswith(("%", _REFERENCE, "^")) and isinstance(value, str | int | float):
            values[key] = value
    return Structure(id_, str(raw["%TYPE"]), values, refs)


def dump(cas: Cas) -> bytes:
    """Return a CAS of ours as JSON, one structure a line, with every type that it may use."""
    rows: list[object] = [
        {
            "%ID": sofa.id, "%TYPE": SOFA, "sofaNum": number, "sofaID": sofa.name, "mimeType": "text/plain",
            "sofaString": sofa.text,
        }
        for number, sofa in enumerate(cas.sofas, 1)
    ]  # fmt: skip
    sofa = cas.sofas[0]
    rows += [
        {
            "%ID": made.id,
            "%TYPE": made.type,
            **({"@sofa": sofa.id} if "begin" in made.values else {}),
            **{f"{_REFERENCE}{name}": to[0] for name, to in made.refs.items()},
            **made.values,
        }
        for made in cas.structures
    ]
    views = {sofa.name: {"%SOFA": sofa.id, "%MEMBERS": sorted(cas.members[sofa.id])}}
    return (
        f'{{"{TYPES}":{_dumps(_types())},\n"{STRUCTURES}":[\n{_lines(rows)}\n],\n"{VIEWS}":{_dumps(views)}}}\n'
    ).encode()


def _lines(rows: list[object]) -> str:
    return ",\n".join(map(_dumps, rows))


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _types() -> dict[str, object]:
    return {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": type_.parent,
            **{feature: {"%NAME": feature, "%RANGE": range_} for feature, range_ in type_.features.items()},
        }
        for name, type_ in types.TYPES.items()
    }

"""A CAS as XMI, and the type system that must stand beside it."""

import re
from collections.abc import Mapping
from typing import BinaryIO, Final

from annotator.core.safe_xml import parse as parse_xml
from annotator.formats.cas import types
from annotator.formats.cas.model import Cas, NoCasError, Primitive, Sofa, Structure

TYPE_SYSTEM: Final = "TypeSystem.xml"
XMI: Final = "http://www.omg.org/XMI"
_CAS: Final = "http:///uima/cas.ecore"
_ID: Final = f"{XMI}}}id"
_SPACE: Final = re.compile(r"http:///(.*)\.ecore")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\t": "&#9;",
    "\r": "&#13;",
}
_ESCAPED: Final = re.compile('[&<>"\n\t\r]')
_TIES: Final = frozenset(types.ORIGINS)
_DEPTH: Final = 2  # root, structure


def fits(text: str) -> bool:
    """Tell whether XML can hold every character of a text (not control characters, not U+FFFE and U+FFFF)."""
    return _NOT_XML.search(text) is None


def parse(stream: BinaryIO) -> Cas:
    """Return the CAS of an XMI file; NoCasError where it is XML of another kind, XmlRefusedError where it is none.

    The type system is not needed: our own types are known, and what a mark of another tool names is text.
    """
    reading = _Reading()
    parse_xml(stream, reading.start, reading.end, _no_text)
    if not reading.cas.sofas:
        raise NoCasError
    return reading.cas


def _no_text(text: str) -> None:
    """Pass over text: it stands in lists of strings only, which no feature that we read has."""


class _Reading:
    def __init__(self) -> None:
        self.cas = Cas()
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1 and name != f"{XMI}}}XMI":
            raise NoCasError
        if self._depth != _DEPTH:
            return
        space, _, local = name.rpartition("}")
        if space == _CAS:
            self._cas_element(local, attributes)
            return
        found = _SPACE.fullmatch(space)
        if found is not None and _ID in attributes:
            package = found[1].replace("/", ".")
            type_ = local if package == "uima/noNamespace" else f"{package}.{local}"
            self._structure(type_.removeprefix("uima.noNamespace."), attributes)

    def end(self, name: str) -> None:  # noqa: ARG002 - called with it
        self._depth -= 1

    def _cas_element(self, local: str, attributes: Mapping[str, str]) -> None:
        if local == "Sofa":
            id_ = _number(attributes.get(_ID, ""))
            if id_ is not None:
                self.cas.sofas.append(Sofa(id_, attributes.get("sofaID", ""), attributes.get("sofaString")))
        elif local == "View":
            sofa = _number(attributes.get("sofa", ""))
            if sofa is not None:
                members = map(_number, attributes.get("members", "").split())
                self.cas.members[sofa] = frozenset(id_ for id_ in members if id_ is not None)
        elif local != "NULL":
            self._structure(f"uima.cas.{local}", attributes)

    def _structure(self, type_: str, attributes: Mapping[str, str]) -> None:
        id_ = _number(attributes.get(_ID, ""))
        if id_ is None:
            return
        values: dict[str, Primitive] = {}
        refs: dict[str, tuple[int, ...]] = {}
        named = types.REFS.get(type_, _TIES)
        for name, text in attributes.items():
            if name == _ID or "}" in name:
                continue
            if name == "sofa" or name in named:
                numbers = tuple(number for number in map(_number, text.split()) if number is not None)
                if numbers:
                    refs[name] = numbers
            else:
                values[name] = _value(type_, name, text)
        self.cas.structures.append(Structure(id_, type_, values, refs))


def _value(type_: str, name: str, text: str) -> Primitive:
    if (type_, name) in types.FLAGS and text in {"true", "false"}:
        return text == "true"
    if name in {"begin", "end"} or (type_, name) in types.NUMBERS:
        number = _number(text)
        return text if number is None else number
    return text


def _number(text: str) -> int | None:
    """Return a whole number as UIMA writes it; longer ones are none, whatever they are."""
    bare = text.removeprefix("-")
    return int(text) if bare.isascii() and bare.isdigit() and len(bare) < 16 else None


def dump(cas: Cas) -> bytes:
    """Return a CAS of ours as XMI, one structure a line; every text of it must fit XML (`fits`)."""
    spaces = {name: _namespace(name) for name in types.TYPES}
    prefixes = {space: f"n{number}" for number, space in enumerate(dict.fromkeys(spaces.values()))}
    declared = "".join(f' xmlns:{prefix}="{space}"' for space, prefix in prefixes.items())
    lines = [
        (
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            f'<xmi:XMI xmlns:xmi="{XMI}" xmlns:cas="{_CAS}"{declared} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>'
        )
    ]
    sofa = cas.sofas[0]
    for made in cas.structures:
        tag = f"{prefixes[spaces[made.type]]}:{made.type.rpartition('.')[2]}"
        place: dict[str, Primitive] = {"sofa": sofa.id} if "begin" in made.values else {}
        named: dict[str, Primitive] = {name: " ".join(map(str, to)) for name, to in made.refs.items()}
        lines.append(_element(tag, made.id, {**place, **named, **made.values}))
    text: dict[str, Primitive] = {
        "sofaNum": 1,
        "sofaID": sofa.name,
        "mimeType": "text/plain",
        "sofaString": sofa.text or "",
    }
    lines.append(_element("cas:Sofa", sofa.id, text))
    members = " ".join(map(str, sorted(cas.members[sofa.id])))
    lines.append(f'<cas:View sofa="{sofa.id}" members="{members}"/>\n</xmi:XMI>\n')
    return "\n".join(lines).encode()


def _element(tag: str, id_: int, values: Mapping[str, Primitive]) -> str:
    attributes = "".join(f' {name}="{_written(value)}"' for name, value in values.items())
    return f'<{tag} xmi:id="{id_}"{attributes}/>'


def _written(value: Primitive) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _ESCAPED.sub(_escape, str(value))


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _namespace(type_: str) -> str:
    return f"http:///{type_.rpartition('.')[0].replace('.', '/')}.ecore"


def type_system() -> bytes:
    """Return the description of every type that a file of ours may use, for the file beside it."""
    parts = [
        (
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<types>'
        )
    ]
    for name, type_ in types.TYPES.items():
        features = "".join(
            f"\n<featureDescription><name>{feature}</name><description/>"
            f"<rangeTypeName>{range_}</rangeTypeName></featureDescription>"
            for feature, range_ in type_.features.items()
        )
        parts.append(
            f"<typeDescription><name>{name}</name><description/><supertypeName>{type_.parent}</supertypeName>"
            f"<features>{features}\n</features></typeDescription>"
        )
    parts.append("</types>\n</typeSystemDescription>\n")
    return "\n".join(parts).encode()

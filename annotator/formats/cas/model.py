"""A CAS apart from how it is written: feature structures, the texts they lie on, and which of them a view shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Primitive = str | int | float | bool

SOFA: Final = "uima.cas.Sofa"
VIEW: Final = "_InitialView"


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure: its type by its full name, its plain features, and those that name other structures."""

    id: int
    type: str
    values: Mapping[str, Primitive] = field(default_factory=dict)
    refs: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sofa:
    """A text of a CAS under the name of its view; `text` is None where the CAS only points at it.

    Offsets of annotations on it count UTF-16 units.
    """

    id: int
    name: str
    text: str | None


@dataclass(slots=True)
class Cas:
    """A CAS: its texts, its structures in their order, and by sofa id the structures that its view shows."""

    sofas: list[Sofa] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)
    members: dict[int, frozenset[int]] = field(default_factory=dict)


class NoCasError(Exception):
    """Something that is no CAS, though it may look like one."""

"""Exporting a project to a file: one layer a document, atomically, with an account of what was left out."""

from collections.abc import Collection
from dataclasses import dataclass

WORKED_ON = frozenset({"in_progress", "done"})


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """Whose layers go out: `kind` is "annotator" (with the id and name), "gold" or "all"."""

    kind: str
    annotator_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes out: layers with these statuses, of this choice, with offsets in code points or UTF-16 units."""

    statuses: Collection[str]
    layers: LayerChoice
    utf16: bool = False

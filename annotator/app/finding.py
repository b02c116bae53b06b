"""Which files are meant where files and folders are named, and how they are called in reports."""

import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from annotator.app.imports.archives import Archives, archive_of
from annotator.core.errors import UserError
from annotator.formats.label_studio import CONFIG
from annotator.formats.sidecar import SUFFIX as SIDECAR_SUFFIX
from annotator.formats.sidecar import sidecar_name

# What browsers and crawlers lay beside a page; in a folder it is passed over, named it is tried like any file.
_BESIDE_PAGES: Final = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".woff",
    ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm",
})  # fmt: skip

# What SQLite lays beside a project that is open, or was when its program was killed.
_BESIDE_PROJECTS: Final = (".sqlite-wal", ".sqlite-shm", ".sqlite-journal")

# Of brat: annotations lie beside their text, and a configuration in or above their folder says how they are shown.
ANNOTATIONS: Final = ".ann"
TEXT: Final = ".txt"
CONFIGURATION: Final = "annotation.conf"
# Of brat and Label Studio, and beside the files of UIMA: what describes annotations, and is none.
_DESCRIBING: Final = frozenset(
    {
        CONFIGURATION, "visual.conf", "tools.conf", "kb_shortcuts.conf", "config.xml", "TypeSystem.xml",
        "typesystem.xml",
    }
)  # fmt: skip


def expanded(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and those inside the folders and archives named, in the order of their names.

    A label file is no document of its own where the annotation file that it stands beside is among them; in
    folders it never is, nor are hidden files and what belongs to saved pages. A text beside its annotations (brat) is
    read along with them.
    """
    found: list[Path] = []
    with closing(Archives()) as archives:
        for path in paths:
            if path.is_dir():
                inside = (
                    p for p in sorted(path.rglob("*")) if p.is_file() and _is_document(p.relative_to(path))
                )
                found.extend(member for file in inside for member in _members(file, archives))
            else:
                found.extend(_members(path, archives))
    beside = {path.with_name(sidecar_name(path.name)) for path in found}
    annotated = {path.with_suffix(TEXT) for path in found if path.suffix == ANNOTATIONS}
    return [
        path
        for path in dict.fromkeys(found)
        if path not in annotated and (not is_label_file(path) or path not in beside)
    ]


def _members(path: Path, archives: Archives) -> list[Path]:
    """Return the documents in an archive, and any other file as it is; a broken one too, whose reading tells why."""
    try:
        members = archives.members(path)
    except UserError:
        return [path]
    if members is None:
        return [path]
    return [member for member in members if _is_document(member.relative_to(path))]


def _is_document(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    is_beside = is_label_file(path) or path.name.endswith(CONFIG) or path.suffix.lower() in _BESIDE_PAGES
    is_beside = is_beside or path.name.endswith(_BESIDE_PROJECTS)
    return not hidden and not is_beside and path.name not in _DESCRIBING


def is_label_file(path: Path) -> bool:
    """Tell by its name whether a file is the label file of another."""
    return path.name.endswith(SIDECAR_SUFFIX)


def name_of(path: Path) -> str:
    """Return the name of a file as text that can be stored: bytes that are no text stand as U+FFFD.

    A member of an archive is called by the archive and its place in it.
    """
    inside = archive_of(path)
    name = path.name if inside is None else f"{inside[0].name}/{inside[1]}"
    return os.fsencode(name).decode("utf-8", "replace")


def reason_of(error: OSError) -> str:
    """Return what the system says of an error, in its words."""
    return error.strerror or str(error)

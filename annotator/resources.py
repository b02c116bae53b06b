"""Finds the files that come with the program: in a wheel, in a checkout, in a bundled program."""

import sys
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

MARKER: Final = "MANIFEST"


@cache
def root() -> Path:
    """Return the folder of the resources; FileNotFoundError where the program was installed without them."""
    for folder in _candidates():
        if (folder / MARKER).is_file():
            return folder
    raise FileNotFoundError(f"no resources beside {__file__}")


def path(*parts: str) -> Path:
    """Return the path of a resource; ValueError for an absolute path or one that climbs out with `..`."""
    for part in parts:
        for pure in (PurePosixPath(part), PureWindowsPath(part)):
            if pure.anchor or ".." in pure.parts:
                raise ValueError(f"not inside the resources: {part!r}")
    return root().joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return the text of a resource, read as UTF-8."""
    return path(*parts).read_text(encoding="utf-8")


def _candidates() -> tuple[Path, ...]:
    here = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    return (
        here / "_resources",
        here.parent / "resources",
        *((Path(bundle) / "resources",) if bundle else ()),
    )

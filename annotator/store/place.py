"""Where a project lies: on this machine, on a network drive, or in a folder that a cloud drive copies."""

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final


class Place(StrEnum):
    """What may be relied on: WAL needs memory shared by all programs, and three files that stay together."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


_MOUNTS: Final = Path("/proc/mounts")
_NETWORK_TYPES: Final = frozenset({
    "9p", "afs", "ceph", "cifs", "davfs", "davfs2", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2",
    "smb3", "smbfs", "vboxsf", "virtiofs",
})  # fmt: skip

# A folder of that name, alone or followed by what these programs add: "OneDrive - Company".
_SYNCED: Final = re.compile(
    r"(dropbox|onedrive|google ?drive|googledrive|my drive|icloud ?drive|nextcloud|owncloud|seafile|pcloud ?drive"
    r"|box sync|mybox|네이버 mybox|naver mybox|syncthing)([ \-(].*)?|mobile documents|cloudstorage"
)

_DRIVE_REMOTE: Final = 4


def place_of(path: Path) -> Place:
    """Tell where the file lies, as well as this system lets one know; unknown places count as local."""
    real = _real(path)
    if _is_synced(real.parent.parts):
        return Place.SYNCED
    return Place.NETWORK if _is_remote(real) else Place.LOCAL


def path_key(path: Path) -> str:
    """Return a name for the file at `path` that is the same by whatever way one comes to it."""
    return hashlib.sha256(os.fsencode(os.path.normcase(_real(path)))).hexdigest()[:16]


def is_writable(path: Path) -> bool:
    """Tell whether the file and its folder may be written, as far as the system says so in advance."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _is_synced(parts: Iterable[str]) -> bool:
    return any(_SYNCED.fullmatch(part.casefold()) for part in parts)


def _is_remote(real: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = real.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    with suppress(OSError):
        return is_network_type(
            mount_type(real, _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
        )
    return False


def is_network_type(type_: str) -> bool:
    """Tell whether a file system of that type is somewhere else, or in another program's hands."""
    return type_ in _NETWORK_TYPES or type_.startswith("fuse.")


def mount_type(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds `path`, by the lines of /proc/mounts; "" if none does."""
    best, found = -1, ""
    for line in mounts.splitlines():
        _device, folder, type_, *_rest = line.split(" ")
        mounted = Path(re.sub(r"\\([0-7]{3})", _octal, folder))
        # Of two mounts on one folder the later one is in force.
        if len(mounted.parts) >= best and path.is_relative_to(mounted):
            best, found = len(mounted.parts), type_
    return found


def _octal(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))

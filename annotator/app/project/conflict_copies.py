"""Copies of a project that a cloud drive left beside it because two machines wrote to it at once."""

import platform
import re
from pathlib import Path
from typing import Final

from annotator.app.imports.bundles import Opener
from annotator.app.imports.intake import file_digest
from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.core.errors import UserError
from annotator.store.database import read_header
from annotator.store.known import was_gathered
from annotator.store.project import Project

# What drives put behind the name of a file: Dropbox and Nextcloud say so in words, in English or in Korean; Syncthing
# in a form of its own; Google Drive and iCloud number it. OneDrive puts the machine's name there.
_TAILS: Final = (
    r" \([^()]*(?:conflicted copy|충돌)[^()]*\)",
    r"[ .]sync-conflict-\d{8}-\d{6}\S*",
    r" \(\d{1,3}\)",
    r" \d{1,2}",
)
_MOST: Final = 20


class ConflictCopiesJob:
    """Looks beside the project, in a worker: a folder may lie on a slow drive, and a file be large."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def run(self, _report: Report, cancelled: Cancelled) -> list[Path]:
        """Return the copies that have not been gathered yet, by their names."""
        copies = conflict_copies(self._project.path)
        if not copies:
            return []
        with self._project.in_worker() as project:
            found = []
            for path in copies:
                stop_if(cancelled)
                if not was_gathered(project.connection, file_digest(Opener(path))):
                    found.append(path)
            return found


def conflict_copies(project: Path) -> list[Path]:
    """Return the project files beside this one whose names say that a drive made them of it; none is opened."""
    tail = "|".join((*_TAILS, re.escape(f"-{platform.node()}")))
    named = re.compile(f"{re.escape(project.stem)}(?:{tail}){re.escape(project.suffix)}", re.IGNORECASE)
    try:
        beside = sorted(path for path in project.parent.iterdir() if named.fullmatch(path.name))
    except OSError:
        return []
    return [path for path in beside[:_MOST] if _is_project(path)]


def _is_project(path: Path) -> bool:
    try:
        read_header(path)
    except UserError:
        return False
    return True

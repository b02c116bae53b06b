"""Opening and making projects: which file, whose layers, and what the person must be told."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from annotator import paths
from annotator.app import settings as settings_file
from annotator.app.session import Session
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.messages import Message
from annotator.core.people import Annotator
from annotator.store.project import Project

SUFFIX: Final = ".sqlite"
_UID_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """The person at the keyboard: an id made once on this machine, and the name they gave, or ""."""

    uid: str
    name: str


def own_identity() -> tuple[Identity, Message | None]:
    """Return the person on this machine, their id made and kept where there is none, and what to say of the settings.

    UserError `settings.not-saved` where a new id cannot be kept.
    """
    loaded = settings_file.load(paths.settings_file())
    known = loaded.settings
    if not known.annotator_uid:
        known = replace(known, annotator_uid=secrets.token_hex(_UID_BYTES))
        settings_file.save(known, paths.settings_file())
    return Identity(known.annotator_uid, known.annotator_name), loaded.note


def open_project(path: Path, *, refuse: bool = False) -> Project:
    """Open a project as it is: nobody is added to it; else like `open_session`."""
    return Project.open(path, lock_dir=paths.state_dir(), backups_dir=paths.backups_dir(), refuse=refuse)


def open_session(path: Path, identity: Identity, *, refuse: bool = False) -> Session:
    """Open a project for this person; UserError where it cannot be, and the file is then as it was.

    Where another program writes to it, it is opened for reading, or (`refuse`) refused.
    """
    return _session(open_project(path, refuse=refuse), identity)


def create_session(path: Path, identity: Identity) -> Session:
    """Make a new project and open it; UserError where a file is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    project = Project.create(
        path,
        lock_dir=paths.state_dir(),
        backups_dir=paths.backups_dir(),
        annotator=Annotator(1, identity.uid, identity.name),
        labels=DEFAULT_LABELS,
    )
    return _session(project, identity)


def is_sample(session: Session) -> bool:
    """Tell whether the open project is the sample, which never counts as real work."""
    return session.project.path == paths.sample_project()


def proposed_path() -> Path:
    """Return where the first real project would be made: a free name in the person's documents."""
    folder = paths.documents_dir()
    number, path = 1, folder / f"annotator{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"annotator-{number}{SUFFIX}"
    return path


def _session(project: Project, identity: Identity) -> Session:
    if project.read_only:
        # Nothing may be written, so a person who never worked here has no row: they see what others marked.
        known = project.reading.annotator_by_uid(identity.uid)
        return Session(project, known or Annotator(0, identity.uid, identity.name))
    return Session(project, project.ensure_annotator(identity.uid, identity.name))

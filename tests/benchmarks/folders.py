"""Where a project of the benchmarks keeps its lock and its backups, and how it is taken away."""

from pathlib import Path


def locks_of(project: Path) -> Path:
    """Return the folder for the locks."""
    return project.parent / "locks"


def backups_of(project: Path) -> Path:
    """Return the folder for the backups."""
    return project.parent / "backups"


def removed(project: Path) -> None:
    """Take away what an earlier run has left under that name."""
    for tail in ("", "-wal", "-shm", "-journal"):
        project.with_name(project.name + tail).unlink(missing_ok=True)

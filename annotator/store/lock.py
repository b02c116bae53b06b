"""One writer: a lock of the operating system for the programs of one person, a lease row for all others.

The lock dies with its process, so a crash leaves nothing behind. The lease tells programs that do not share
the lock's folder (other people, other machines) who has the project open for writing.
"""

import getpass
import os
import platform
import sqlite3
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, Self

from annotator.core.errors import user_error
from annotator.store.database import transaction
from annotator.store.errors import explained
from annotator.store.place import path_key

# A lease that was not renewed for longer is taken for one that a crash left.
LEASE_HOLDS: Final = timedelta(days=1)
RENEW_AFTER: Final = timedelta(hours=1)


class FileLock:
    """The right to write a project, held until `release` or the end of the process."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @classmethod
    def take(cls, folder: Path, project: Path) -> Self | None:
        """Take the lock for the project, or return None where another program, or this one, holds it."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = (folder / f"{path_key(project)}.lock").open("ab")
        except OSError as error:
            raise user_error("store.no-lock", folder=str(folder)) from error
        if _lock(file):
            return cls(file)
        file.close()
        return None

    def release(self) -> None:
        """Give the lock back. The file stays: removing it could take it from under the next holder."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        file.seek(0)
        with suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        with suppress(OSError):
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False


class Lease(NamedTuple):
    """Which program has the project open for writing: on which machine, whose, and when it last said so."""

    host: str
    user: str
    pid: int
    since: str


def own_lease(at: str) -> Lease:
    """Return the lease that this process would hold."""
    return Lease(platform.node(), _user(), os.getpid(), at)


def read_lease(connection: sqlite3.Connection) -> Lease | None:
    """Return the lease in the project, or None."""
    with explained(connection):
        row = connection.execute("SELECT host, user, pid, since FROM lease").fetchone()
    return None if row is None else Lease(*row)


def write_lease(connection: sqlite3.Connection, lease: Lease) -> None:
    """Put the lease into the project, in place of what was there."""
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO lease (id, host, user, pid, since) VALUES (1, ?, ?, ?, ?)", lease
        )


def holds(lease: Lease, own: Lease) -> bool:
    """Tell whether another's lease is to be respected, for one who holds the lock and would write `own`.

    Who holds the lock knows that no program of their own is left. Of another person on this machine the
    process can be asked; of another machine only the age of the lease is known.
    """
    if is_older(lease.since, own.since, LEASE_HOLDS):
        return False
    if lease.host != own.host:
        return True
    return lease.user != own.user and _is_alive(lease.pid)


def is_older(since: str, now: str, age: timedelta) -> bool:
    """Tell whether a time (RFC 3339) lies further back than `age`; a time that cannot be read does."""
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(since) > age
    except (TypeError, ValueError):
        return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no name for this user id
        return ""


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        # There a signal of number 0 would end the process; who cannot be asked counts as alive.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, and not ours
        return True
    return True

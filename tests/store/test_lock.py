"""The lock of the operating system, between real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.store.lock import FileLock, Lease, holds

HOLD = (
    "import sys; from pathlib import Path; from annotator.store.lock import FileLock\n"
    "lock = FileLock.take(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    "print('held' if lock else 'refused', flush=True); sys.stdin.read()"
)


def hold_elsewhere(folder: Path, project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, folder, project],
        cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_one_holds_it_and_gives_it_back(tmp_path: Path) -> None:
    first = FileLock.take(tmp_path / "state", tmp_path / "a.sqlite")
    assert first is not None
    assert FileLock.take(tmp_path / "state", tmp_path / "a.sqlite") is None
    other = FileLock.take(tmp_path / "state", tmp_path / "b.sqlite")
    assert other is not None
    first.release()
    second = FileLock.take(tmp_path / "state", tmp_path / "a.sqlite")
    assert second is not None
    second.release()
    other.release()


def test_nothing_is_put_beside_the_project(tmp_path: Path) -> None:
    lock = FileLock.take(tmp_path / "state", tmp_path / "a.sqlite")
    assert lock is not None
    assert [path.name for path in tmp_path.iterdir()] == ["state"]
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of other systems")
def test_it_dies_with_its_process(tmp_path: Path) -> None:
    project = tmp_path / "a.sqlite"
    with hold_elsewhere(tmp_path, project) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert FileLock.take(tmp_path, project) is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    lock = FileLock.take(tmp_path, project)
    assert lock is not None
    with hold_elsewhere(tmp_path, project) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "refused\n"
        process.communicate()
    lock.release()


def test_a_folder_that_cannot_hold_locks_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match=r"store\.no-lock"):
        FileLock.take(tmp_path / "state", tmp_path / "a.sqlite")


OWN = Lease("here", "me", 10, "2026-03-02T05:00:00Z")


@pytest.mark.parametrize(
    ("found", "respected"),
    [
        (Lease("there", "me", 10, "2026-03-02T04:00:00Z"), True),
        (Lease("there", "me", 10, "2026-03-01T05:00:00Z"), True),
        (Lease("there", "me", 10, "2026-03-01T04:59:59Z"), False),
        (Lease("there", "me", 10, "yesterday"), False),
        (Lease("there", "me", 10, "2026-03-02T04:00:00"), False),
        (Lease("here", "me", 1, "2026-03-02T04:00:00Z"), False),
        (Lease("here", "you", 1, "2026-03-02T04:00:00Z"), True),
        (Lease("here", "you", 1, "2026-02-02T04:00:00Z"), False),
        (Lease("here", "you", 2**22 + 1, "2026-03-02T04:00:00Z"), False),
    ],
)
def test_which_leases_are_respected(found: Lease, respected: bool) -> None:
    assert holds(found, OWN) is respected

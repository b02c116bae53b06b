"""Imports and exports on a disk that is full, whenever that shows: everything is as it was, and that is said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.store import runs

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are of other systems")


def child(case: str, folder: Path) -> dict[str, object]:
    ran = subprocess.run(
        [sys.executable, ROOT / "tests" / "support" / "full_disk.py", case, folder],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def test_an_import_that_the_disk_ends_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    found = child("import", tmp_path)
    assert found["told"] == ["store.io"]
    assert int(str(found["times"])) > 10


@pytest.mark.parametrize(
    ("case", "told"),
    [("export", ["export.not-written", "store.io"]), ("export again", ["export.not-written"])],
)
def test_an_export_that_the_disk_ends_leaves_the_old_file(tmp_path: Path, case: str, told: list[str]) -> None:
    found = child(case, tmp_path)
    assert found["told"] == told
    assert int(str(found["times"])) > 5
    assert found["lines"] == runs.BATCH + 11

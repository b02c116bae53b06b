"""Killed at any moment: what was said to be done is there, whole, and the next program goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 100


@pytest.mark.crash
@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
@pytest.mark.parametrize(("place", "kills"), [("local", KILLS), ("Dropbox", KILLS // 8)])
def test_a_kill_loses_at_most_the_change_that_was_being_made(tmp_path: Path, place: str, kills: int) -> None:
    folder = tmp_path / place
    folder.mkdir()
    ran = subprocess.run(
        [sys.executable, ROOT / "tests" / "support" / "killing.py", folder, str(kills), "20260302"],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    counts = json.loads(ran.stdout)
    assert counts["kills"] == kills
    # Most children were killed while they wrote, and some in the middle of a change.
    assert counts["commits"] > kills
    assert counts["between"] > 0

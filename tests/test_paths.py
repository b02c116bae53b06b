"""annotator.paths"""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from annotator import paths

FOLDERS = (paths.data_dir, paths.state_dir, paths.log_dir, paths.backups_dir, paths.documents_dir)
FILES = (paths.settings_file, paths.sample_project)


def test_all_lies_below_annotator_home_where_that_is_set(home: Path) -> None:
    assert paths.settings_file() == home / "config" / "settings.json"
    assert paths.data_dir() == home / "data"
    assert paths.state_dir() == home / "state"
    assert paths.documents_dir() == home / "documents"
    assert paths.log_dir().is_relative_to(home / "state")
    assert paths.backups_dir().is_relative_to(home / "data")
    assert paths.sample_project().is_relative_to(home / "data")


@pytest.mark.parametrize("unset", [True, False])
def test_without_annotator_home_the_platform_says_where(monkeypatch: pytest.MonkeyPatch, unset: bool) -> None:
    if unset:
        monkeypatch.delenv("ANNOTATOR_HOME")
    else:
        monkeypatch.setenv("ANNOTATOR_HOME", "")
    platform = platformdirs.PlatformDirs("annotator", appauthor=False)
    assert paths.settings_file().is_relative_to(platform.user_config_path)
    assert paths.data_dir() == platform.user_data_path
    assert paths.state_dir() == platform.user_state_path
    assert paths.documents_dir() == platformdirs.user_documents_path()


def test_a_relative_home_is_taken_from_the_working_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_HOME", "portable")
    assert paths.data_dir() == tmp_path / "portable" / "data"


def test_asking_makes_nothing(home: Path) -> None:
    for ask in (*FOLDERS, *FILES):
        assert ask().is_absolute()
    assert not home.exists()


def test_importing_the_module_does_not_load_platformdirs() -> None:
    code = "import sys, annotator.paths; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Where the program keeps its own files: settings, data, state; and where the user's documents are.

Nothing is made here: whoever writes a file makes its folder.
"""

import os
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "ANNOTATOR_HOME"
_NAME: Final = "annotator"


def settings_file() -> Path:
    """Return the file of the settings."""
    return _folder("config") / "settings.json"


def data_dir() -> Path:
    """Return the folder of what the program makes for the user and must not lose."""
    return _folder("data")


def state_dir() -> Path:
    """Return the folder of what may be lost without harm: logs, locks."""
    return _folder("state")


def log_dir() -> Path:
    """Return the folder of the log files."""
    return state_dir() / "log"


def backups_dir() -> Path:
    """Return the folder of the dated backups of projects."""
    return data_dir() / "backups"


def sample_project() -> Path:
    """Return the project that the first start opens."""
    return data_dir() / "sample.sqlite"


def lexicon_file() -> Path:
    """Return the person's own lexicon, which holds in all projects."""
    return data_dir() / "lexicon.csv"


def documents_dir() -> Path:
    """Return the folder where a person looks for their own files."""
    return _folder("documents")


def _folder(kind: str) -> Path:
    """Return a folder below ANNOTATOR_HOME where that is set (tests, a portable copy), else the platform's."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser().absolute() / kind
    return _platform_folder(kind)


def _platform_folder(kind: str) -> Path:
    import platformdirs  # a third of a bare start of Python: not paid by `--help`

    if kind == "documents":
        return platformdirs.user_documents_path()
    platform = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return {
        "config": platform.user_config_path,
        "data": platform.user_data_path,
        "state": platform.user_state_path,
    }[kind]

"""What the tests of this room share: an empty project that is open, and a folder for files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.session import Session
from tests.support.intake import new_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return the session of a project of its own."""
    opened = new_session(tmp_path / "work")
    yield opened
    opened.project.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return where files to import go; who writes one makes it."""
    return tmp_path / "files"

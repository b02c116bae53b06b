"""A place for a project, and a project in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.project import Project
from tests.support.stores import Folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    (tmp_path / "work").mkdir()
    return Folders(tmp_path / "work")


@pytest.fixture
def project(folders: Folders) -> Iterator[Project]:
    """A project with the documents 1 and 2 and, on document 1, the empty layer 1 of annotator 1."""
    made = folders.begin()
    yield made
    made.close()

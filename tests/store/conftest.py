"""A place for a project, a project in it, and projects in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.project import Project
from tests.support.imports import Store, make_template, open_store
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


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file with the people that entries are by, to be copied."""
    return make_template(tmp_path_factory.mktemp("project") / "made.sqlite")


@pytest.fixture
def store(template: Path) -> Iterator[Store]:
    """An empty project in memory."""
    with open_store(template) as made:
        yield made

"""A project file that cannot be made is called by its own name, and leaves nothing behind."""

from pathlib import Path

import pytest

from annotator.core.errors import UserError, user_error
from annotator.core.people import Annotator
from annotator.store import creation


def test_a_full_disk_is_told_by_the_name_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise user_error("store.disk-full", path=str(path))

    monkeypatch.setattr(creation, "connect", full)
    with pytest.raises(UserError) as told:
        creation.create_file(tmp_path / "p.sqlite", Annotator(1, "u1", "김 하나"), ())
    assert told.value.message.arguments == {"path": str(tmp_path / "p.sqlite")}
    assert list(tmp_path.iterdir()) == []

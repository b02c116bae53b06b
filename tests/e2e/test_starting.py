"""Starting on a project that cannot be opened: the sample opens in its stead, and the file is named."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.windows import opened


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 500, b"not a project at all", None])
def test_a_broken_or_missing_project_is_named_and_the_sample_can_be_worked_in(
    qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    broken = tmp_path / "broken.sqlite"
    if content is not None:
        broken.write_bytes(content)
    with opened(broken) as driver:
        told = driver.workspace.notices.notices()
        assert len(told) == 1
        assert "broken.sqlite" in told[0]
        assert not driver.workspace.session.project.read_only
        driver.drag(*driver.find("외교부는"))
        driver.keys("1")
        assert len(driver.workspace.desk.spans) == 1
    assert content is None or broken.read_bytes() == content

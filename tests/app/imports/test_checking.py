"""Checking files as a job: with progress, to be cancelled, whatever the files are."""

from pathlib import Path

import pytest

from annotator.app.imports.checking import CheckJob, CheckRequest
from annotator.app.jobs import Progress, never, silent
from annotator.core.errors import UserError
from tests.support.intake import TEXT, line, write_lines


def test_each_file_has_its_report_and_one_that_cannot_be_read_stops_none(tmp_path: Path) -> None:
    good = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"), {"text": ""})
    gone, other = tmp_path / "none.jsonl", tmp_path / "b.txt"
    other.write_text("글")
    seen: list[Progress] = []
    reports = CheckJob(CheckRequest((gone, other, good))).run(seen.append, never)
    assert [(one.path, one.documents, one.spans, len(one.refused.rejects)) for one in reports] == [
        (gone, 0, 0, 1), (other, 0, 0, 1), (good, 1, 1, 1)
    ]  # fmt: skip
    told = [one.unreadable.id for one in reports if one.unreadable is not None]
    assert told == ["import.unreadable", "format.unknown"]
    assert seen[-1] == Progress(3, 3, "files")


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, annotator="kim"))
    with pytest.raises(UserError) as caught:
        CheckJob(CheckRequest((path,))).run(silent, lambda: True)
    assert caught.value.message.id == "job.cancelled"

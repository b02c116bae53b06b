"""A short fuzz run over every reader whose files we write; the long one is told of in CONTRIBUTING."""

import pytest

from annotator.formats.registry import BUILT_IN
from tests.support import fuzz


@pytest.mark.parametrize("format_", [one.id for one in BUILT_IN if one.can_read and one.can_write])
def test_nothing_comes_of_spoilt_files_but_entries_and_rejects(format_, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line, wrong = fuzz.run(format_, seconds=0, inputs=150, seed_=1)
    assert wrong == 0, line
    assert " 0 entries" not in line  # else the run looked at nothing
    assert " 0 rejects" not in line


def test_an_error_is_counted_and_its_input_kept(tmp_path, monkeypatch):
    def fails(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fuzz.formats, "read", fails)
    line, wrong = fuzz.run("conll", seconds=0, inputs=3, seed_=1)
    assert wrong == len(list(tmp_path.iterdir())) == 3
    assert "ZeroDivisionError" in line

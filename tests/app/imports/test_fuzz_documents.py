"""A short fuzz run over tables, office files and archives; the long one is told of in CONTRIBUTING."""

import pytest

from tests.support import fuzz_documents


@pytest.mark.parametrize("kind", fuzz_documents.KINDS)
def test_nothing_comes_of_spoilt_documents_but_documents_and_refusals(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line, wrong = fuzz_documents.run(kind, seconds=0, inputs=40, seed=1)
    assert wrong == 0, line


def test_an_error_is_counted_and_its_input_kept(tmp_path, monkeypatch):
    def fails(_content):
        raise ZeroDivisionError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(fuzz_documents.KINDS, "csv", (fails, [b"x,y"]))
    line, wrong = fuzz_documents.run("csv", seconds=0, inputs=3, seed=1)
    assert wrong == len(list(tmp_path.iterdir())) == 3
    assert "ZeroDivisionError" in line

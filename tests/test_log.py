"""annotator.log"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import log

LOGGER = logging.getLogger("annotator.some.room")


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    """Leave no handler behind."""
    yield
    log.close()


def _lines(folder: Path) -> list[str]:
    return (folder / log.FILE_NAME).read_text(encoding="utf-8").splitlines()


def test_the_folder_is_made_and_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    log.setup(tmp_path / "a" / "b", stderr=False)
    LOGGER.info("imported %d documents", 3)
    [line] = _lines(tmp_path / "a" / "b")
    assert line.endswith("INFO annotator.some.room: imported 3 documents")
    assert line[10] == "T"
    assert line[19] == "Z"


def test_stderr_hears_it_only_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.setup(tmp_path, stderr=False)
    LOGGER.warning("one")
    assert capsys.readouterr().err == ""
    log.setup(tmp_path, stderr=True)
    LOGGER.warning("two")
    assert "two" in capsys.readouterr().err
    assert [line[-3:] for line in _lines(tmp_path)] == ["one", "two"]


def test_the_words_of_an_article_are_never_written(tmp_path: Path) -> None:
    log.setup(tmp_path, stderr=False)
    LOGGER.warning("document %d has %r", 7, "한국전기연구원이 核心 ㄱㄴ ᄒᆞᆫ ﾡ")
    try:
        _ = {"a": 1}["산업통상자원부"]
    except KeyError:
        LOGGER.exception("a bug")
    text = "\n".join(_lines(tmp_path))
    assert "document 7 has '<8> <2> <2> <3> <1>'" in text
    assert "KeyError: '<7>'" in text
    assert "test_log.py" in text


def test_a_line_is_cut_so_that_no_article_fits_in_it(tmp_path: Path) -> None:
    log.setup(tmp_path, stderr=False)
    LOGGER.warning("x" * 100_000)
    [line] = _lines(tmp_path)
    assert len(line) < 1_000


def test_what_is_not_text_is_written_all_the_same(tmp_path: Path) -> None:
    log.setup(tmp_path, stderr=False)
    LOGGER.warning("file %s", "a\udcff.txt")
    assert _lines(tmp_path)[0].endswith(r"file a\udcff.txt")


def test_the_file_is_rotated_before_it_grows_large(tmp_path: Path) -> None:
    log.setup(tmp_path, stderr=False)
    for _ in range(11_000):
        LOGGER.info("y" * 400)
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert 2 <= len(sizes) <= 4
    assert max(sizes) <= 1_000_000


def test_setting_up_again_moves_the_log_and_closing_lets_go_of_the_file(tmp_path: Path) -> None:
    log.setup(tmp_path / "one", stderr=False)
    log.setup(tmp_path / "two", stderr=False)
    LOGGER.info("here")
    log.close()
    LOGGER.info("nowhere")
    log.close()
    assert _lines(tmp_path / "one") == []
    assert len(_lines(tmp_path / "two")) == 1
    assert logging.getLogger(log.NAME).handlers == []


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    log.setup(tmp_path / "file" / "log", stderr=True)
    LOGGER.warning("still here")
    told = capsys.readouterr().err
    assert "no log file" in told
    assert "still here" in told


def test_a_program_without_stderr_can_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    log.setup(tmp_path, stderr=True)
    LOGGER.warning("heard")
    assert len(_lines(tmp_path)) == 1

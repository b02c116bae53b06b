"""Where what commands print and write goes: closed, full and broken streams, pipes in the place of files."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.intake import TEXT, line, write_lines

ROOT = Path(__file__).parents[2]
START = "import sys; from annotator.__main__ import main; sys.exit(main(sys.argv[1:]))"
CLOSED = (
    f"import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-c', {START!r}, *sys.argv[1:]])"
)
FULL = Path("/dev/full")


def child(
    code: str, *arguments: object, stdout: object = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"))


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("how", [(), ("--json",)])
def test_what_cannot_be_printed_is_said_in_one_sentence(lines: Path, how: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        ended = child(START, "check", lines, *how, stdout=full)
    assert ended.returncode == 2
    assert ended.stderr.decode() == (
        "annotator: what came of it could not be printed: No space left on device\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as a shell of POSIX does")
@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_closed_output_is_silence(lines: Path, how: tuple[str, ...]) -> None:
    ended = child(CLOSED, "check", lines, *how)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_never_replaced(
    tmp_path: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []

    def reads() -> None:
        read.append(pipe.read_bytes())

    reader = threading.Thread(target=reads, daemon=True)
    reader.start()
    assert run("convert", lines, "--to", "native", "-o", pipe) == 0
    reader.join(10)
    assert pipe.is_fifo()
    (row,) = read[0].splitlines()
    assert json.loads(row)["spans"][0]["text"] == "2일"
    told = capsys.readouterr()
    assert told.out == ""
    assert f"1 document, 1 span written to {pipe}" in told.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "pipe"]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs a name for the standard output")
def test_the_standard_output_can_be_the_file_and_is_that_alone(lines: Path) -> None:
    ended = child(START, "convert", lines, "--to", "native", "-o", "/dev/stdout", "--json")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["annotator"] == "kim"
    assert json.loads(ended.stderr)["documents"] == 1


@pytest.mark.parametrize("name", ["-", ""])
def test_a_name_that_is_none_is_refused(lines: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("convert", lines, "--to", "native", "-o", name) == 2
    assert "standard output is /dev/stdout" in capsys.readouterr().err

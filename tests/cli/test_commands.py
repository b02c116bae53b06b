"""The commands as a shell calls them: exit statuses, what is printed where, and what is not imported."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.app.jobs import Progress
from annotator.app.project.projects import Identity, create_session
from annotator.cli import COMMANDS
from annotator.cli.base import Meter, counted, plain, sentence
from annotator.core.messages import message
from tests.support.commands import run

ROOT = Path(__file__).parents[2]


def child(code: str, *arguments: object, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, capture_output=True, check=False, **more
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: annotator {command}")
    assert "--json" in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_use_ends_with_2(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command) == 2
    assert run(command, "--no-such-option") == 2
    assert "usage:" in capsys.readouterr().err


def test_options_are_not_guessed_from_their_beginnings(tmp_path: Path) -> None:
    assert run("import", tmp_path / "a", "--proj", tmp_path / "p.sqlite") == 2


def test_a_refusal_is_one_sentence_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "none.sqlite"
    assert run("export", "--project", missing, "--format", "native", "-o", tmp_path / "o") == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"annotator: There is no file “{missing}”.\n")


IMPORTS = """
import sys
from annotator.__main__ import main
status = main(sys.argv[1:])
print(status, [name for name in ("PySide6", "shiboken6", "sqlite_utils") if name in sys.modules])
"""


def test_no_command_imports_qt_and_none_the_schema_tools_where_the_project_exists(tmp_path: Path) -> None:
    page, project, out = tmp_path / "a.txt", tmp_path / "p.sqlite", tmp_path / "o.jsonl"
    page.write_text("한빛시는 2일 수소 버스를 들인다.\n", encoding="utf-8")
    create_session(project, Identity("u1", "김 하나")).project.close()
    ended = [
        child(IMPORTS, "import", page, "--project", project),
        child(
            IMPORTS,
            "export",
            "--project",
            project,
            "--format",
            "native",
            "--status",
            "all",
            "--name",
            "김",
            "-o",
            out,
        ),
        child(IMPORTS, "convert", out, "-o", tmp_path / "c.jsonl", "--to", "native"),
        child(IMPORTS, "check", out),
    ]
    assert [one.stdout.decode().splitlines()[-1] for one in ended] == ["0 []"] * 4, [
        one.stderr for one in ended
    ]


def test_what_a_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "기사.txt"
    path.write_text("글이다.", encoding="utf-8")
    code = "import sys; from annotator.__main__ import main; sys.exit(main(sys.argv[1:]))"
    ended = child(
        code, "import", path, "--project", tmp_path / "p.sqlite",
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "ANNOTATOR_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert rb"\uae30\uc0ac.txt: text: 1 added" in ended.stdout


def test_who_has_seen_enough_ends_it_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": ""}\n' * 20_000)
    code = "import sys; from annotator.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "check", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_and_leaves_the_line_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    meter = Meter()
    meter(Progress(1200, 5000, "documents"))
    meter(Progress(1201, 5000, "documents"))
    meter.end()
    assert terminal.getvalue() == "\r1,200 of 5,000 documents \r\x1b[K"
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    meter = Meter()
    meter(Progress(1, 0, "files"))
    meter.end()
    assert pipe.getvalue() == ""


def test_what_a_file_could_steer_a_terminal_with_is_escaped() -> None:
    assert plain("한빛시\x1b[2J\n\u202e") == r"한빛시\x1b[2J\n\u202e"


def test_one_is_one() -> None:
    assert [counted(n, "layer") for n in (0, 1, 2, 1000)] == [
        "0 layers",
        "1 layer",
        "2 layers",
        "1,000 layers",
    ]


def test_a_sentence_names_the_option_that_helps() -> None:
    told = sentence(message("export.choose", names="kim, lee"))
    assert told.endswith("(--annotator NAME, --gold or --all-layers)")
    assert sentence(message("entry.empty-text")) == "The document has no text."


@pytest.mark.parametrize("command", ["import", "convert", "suggest", "check", "compare"])
def test_help_names_the_formats_that_are_read(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "--format FORMAT the format of all files: native, standoff, doccano, prodigy" in told
    assert "xlsx," not in told.partition("the format of all files")[2].partition(";")[0]

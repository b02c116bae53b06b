"""annotator.__main__ and main.py: how the program is started, and what it says where it cannot be."""

import os
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from annotator import __main__ as program
from annotator import __version__
from annotator.__main__ import NEEDED, main

ROOT = Path(__file__).parents[1]
COMMANDS = ("import", "export", "convert", "suggest", "check")


def _python(
    *arguments: str, cwd: Path = ROOT, path: Path | None = None, platform: str = "offscreen"
) -> "subprocess.CompletedProcess[str]":
    left_out = {"PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY"}
    environment = {key: value for key, value in os.environ.items() if key not in left_out}
    environment["QT_QPA_PLATFORM"] = platform
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("start", [("main.py",), ("-m", "annotator")], ids=" ".join)
def test_both_ways_to_start_from_a_checkout_lead_to_the_same_program(start: tuple[str, ...]) -> None:
    done = _python(*start, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"annotator {__version__}\n", "")


@pytest.mark.parametrize("argument", ["--help", "-h"])
def test_help_lists_every_command(argument: str) -> None:
    done = _python("main.py", argument)
    assert done.returncode == 0
    for command in (*COMMANDS, "self-check"):
        assert f"  {command} " in done.stdout
    assert "./import" in done.stdout


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), *((command, "--help") for command in COMMANDS)], ids=" ".join
)
def test_the_commands_and_their_help_need_no_qt(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        "try:\n    status = main(sys.argv[1:])\n"
        "except SystemExit as stop:\n    status = stop.code\n"
        "sys.exit('Qt was loaded' if 'PySide6' in sys.modules else status)"
    )
    done = _python("-c", code, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_an_option_that_is_none_is_wrong_use() -> None:
    done = _python("main.py", "--nonsense")
    assert done.returncode == 2
    assert "--nonsense" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], []),
        (["a.txt", "b.sqlite"], ["a.txt", "b.sqlite"]),
        (["./import"], ["./import"]),
        (["a.txt", "import"], ["a.txt", "import"]),
        (["--", "-a.txt"], ["-a.txt"]),
    ],
)
def test_what_is_no_command_is_a_file_for_the_window(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], files: list[str]
) -> None:
    from annotator.ui import application

    opened: list[list[str]] = []

    def run(names: list[str]) -> int:
        opened.append(names)
        return 7

    monkeypatch.setattr(application, "run", run)
    assert main(arguments) == 7
    assert opened == [files]


# What is missing. `-S` starts Python without its site-packages: the dependencies really are not there.


def _one_line(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    return line


def test_a_missing_dependency_is_told_in_one_line_with_the_readmes_command() -> None:
    line = _one_line(_python("-S", "main.py"))
    assert any(f"annotator needs {module}, which is not installed" in line for module in NEEDED)
    command = line.partition("this installs it: ")[2]
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


def test_from_another_folder_the_command_goes_to_the_checkout_first(tmp_path: Path) -> None:
    line = _one_line(_python("-S", str(ROOT / "main.py"), cwd=tmp_path))
    assert f'cd "{ROOT}" && ' in line


def test_an_installed_program_names_the_packages_it_needs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "annotator", tmp_path / "annotator")
    (tmp_path / "annotator-1.dist-info").mkdir()
    (tmp_path / "annotator-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: annotator\nVersion: 1\n"
        'Requires-Dist: platformdirs>=4.2\nRequires-Dist: pytest>=8; extra == "test"\n',
        encoding="utf-8",
    )
    line = _one_line(_python("-S", "-m", "annotator", path=tmp_path, cwd=tmp_path))
    assert line.endswith(f'"{sys.executable}" -m pip install "platformdirs>=4.2"')


def _pretended(folder: Path, error: str) -> Path:
    """Make every dependency there, with a PySide6 whose parts raise `error` as the linker would word it."""
    (folder / "PySide6").mkdir(parents=True)
    (folder / "PySide6" / "__init__.py").write_text(f"raise ImportError({error!r}, name='PySide6.QtGui')")
    for module in ("platformdirs", "sqlite_utils", "shiboken6"):
        (folder / f"{module}.py").touch()
    return folder


def test_a_missing_system_library_is_told_in_one_line_with_the_readmes_command(tmp_path: Path) -> None:
    error = "libEGL.so.1: cannot open shared object file: No such file or directory"
    line = _one_line(_python("-S", "main.py", path=_pretended(tmp_path / "path", error)))
    assert "annotator needs the system library libEGL.so.1, which is missing" in line
    command = line.partition("this installs it: ")[2]
    assert command.startswith("sudo apt-get install")
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "error",
    [
        "libpyside6.abi3.so.6.11: cannot open shared object file: No such file or directory",
        "version `GLIBC_2.34' not found",
    ],
)
def test_a_qt_that_does_not_load_is_told_in_one_line(tmp_path: Path, error: str) -> None:
    line = _one_line(_python("-S", "main.py", path=_pretended(tmp_path / "path", error)))
    assert "annotator cannot load PySide6" in line
    assert error in line
    assert "apt-get" not in line


@pytest.mark.skipif(sys.platform != "linux", reason="only there a program can be without a display")
def test_a_missing_display_is_told_in_one_line() -> None:
    line = _one_line(_python("main.py", platform="xcb"))
    assert "xvfb-run" in line
    assert "annotator self-check --keep DIR" in line


def test_an_import_error_of_our_own_is_not_dressed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.ui import application

    monkeypatch.delattr(application, "run")
    with pytest.raises(ImportError, match="run"):
        main([])


@pytest.mark.parametrize("start", [("main.py",), ("-m", "annotator")], ids=" ".join)
def test_an_older_python_is_told_in_one_line(start: tuple[str, ...]) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 18, 'final', 0); import runpy; "
    run = (
        "runpy.run_path('main.py', run_name='__main__')"
        if start[0] == "main.py"
        else "runpy.run_module('annotator', run_name='__main__')"
    )
    line = _one_line(_python("-c", pretend + run))
    assert line == "annotator needs Python 3.11 or newer; this is Python 3.9."


def test_the_modules_that_are_looked_for_are_those_of_the_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    brought = metadata.packages_distributions()
    assert needed <= {canonicalize_name(name) for module in NEEDED for name in brought[module]}


def test_an_interruption_while_loading_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_dispatch", interrupted)
    assert main(["check", "a.jsonl"]) == 2
    assert capsys.readouterr().err == "annotator: interrupted\n"

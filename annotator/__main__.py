"""Starts the program: the window, a command without one, or the self-check; each is imported when asked for."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (a checkout can be started by any Python: pip is not asked)
    sys.stderr.write(
        "annotator needs Python 3.11 or newer; this is Python {}.{}.\n".format(*sys.version_info)
    )
    sys.exit(2)

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from annotator import __version__

SELF_CHECK: Final = "self-check"
# The modules of the dependencies in pyproject.toml, and what they bring.
NEEDED: Final = ("PySide6", "shiboken6", "sqlite_utils", "platformdirs")

# Libraries that are part of PySide6, not of the system.
_BROUGHT: Final = ("libQt6", "libpyside6", "libshiboken6")
_WRONG_USE: Final = 2
_COMMANDS: Final = {
    "import": "add documents, layers, suggestions or corrections to a project",
    "export": "write the annotations of a project",
    "convert": "turn annotation files of one format into another",
    "suggest": "print what the program would propose for a text",
    "compare": "print the agreement of annotation files",
    "check": "validate annotation files",
    SELF_CHECK: "do the main job in a window without a display, and check it",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments (by default those of the process) ask for, and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        # While the program was still being loaded: whatever runs later says what became of its work.
        if sys.stderr is not None:
            sys.stderr.write("annotator: interrupted\n")
        return _WRONG_USE
    except ImportError as error:
        told = _explained(error)
        if told is None:
            raise
        if sys.stderr is not None:
            sys.stderr.write(f"{told}\n")
        return _WRONG_USE


def _dispatch(arguments: list[str]) -> int:
    if not arguments:
        return _window([])
    if arguments[0] == SELF_CHECK:
        from annotator.ui import selfcheck

        return selfcheck.main(arguments[1:])

    from annotator import cli

    if arguments[0] in cli.COMMANDS:
        return cli.main(arguments)
    return _window(_files(arguments, (*cli.COMMANDS, SELF_CHECK)))


def _window(files: list[str]) -> int:
    from annotator.ui.application import run

    return run(files)


def _files(arguments: list[str], commands: tuple[str, ...]) -> list[str]:
    """Return the files named; --help, --version and wrong options end the program here, without Qt."""
    import argparse

    width = max(map(len, commands))
    lines = "\n".join(f"  {name:{width}}  {_COMMANDS.get(name, '')}".rstrip() for name in commands)
    parser = argparse.ArgumentParser(
        prog="annotator",
        usage="annotator [FILE ...]\n       annotator COMMAND ...",
        description="Mark agencies, sectors, amounts and dates in Korean news articles.",
        epilog=f"commands (each has --help):\n{lines}\n\nA file named like a command is written ./import.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    parser.add_argument("files", metavar="FILE", nargs="*", help="a project to open, or documents to import")
    files: list[str] = parser.parse_args(arguments).files
    return files


def _explained(error: ImportError) -> str | None:
    """Return the one sentence for something that is not installed; None where the error is a bug of ours."""
    import re

    library = re.search(r"(lib\S+\.so[.\d]*): cannot open shared object", str(error))
    if library and not library[1].startswith(_BROUGHT):
        from annotator.ui.platform import apt_line

        return (
            f"annotator needs the system library {library[1]}, which is missing; "
            f"on Debian or Ubuntu this installs it: {apt_line()}"
        )
    module = (error.name or "").partition(".")[0]
    if module not in NEEDED:
        return None
    if isinstance(error, ModuleNotFoundError):
        return f"annotator needs {module}, which is not installed; this installs it: {_install_line()}"
    return f"annotator cannot load {module} ({error}); this installs it anew: {_install_line()}"


def _install_line() -> str:
    from importlib import metadata

    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file():
        there = "" if Path.cwd() == checkout else f'cd "{checkout}" && '
        make, python = ("py", r".venv\Scripts\python") if os.name == "nt" else ("python3", ".venv/bin/python")
        return f"{there}{make} -m venv .venv && {python} -m pip install -e . && {python} main.py"
    needed = [need for need in metadata.requires("annotator") or () if "extra ==" not in need]
    return f'"{sys.executable}" -m pip install ' + " ".join(f'"{need}"' for need in needed)


if __name__ == "__main__":
    sys.exit(main())

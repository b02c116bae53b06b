"""The commands: no window, no Qt; each answers --help and --json."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from annotator.cli.base import OK, WRONG, Parsers, complain, sentence
from annotator.core.errors import UserError

# Each command and the module that adds its arguments and runs it.
_MODULES: Final = {
    "import": "annotator.cli.importing",
    "export": "annotator.cli.exporting",
    "convert": "annotator.cli.converting",
    "suggest": "annotator.cli.suggesting",
    "check": "annotator.cli.checking",
    "compare": "annotator.cli.comparing",
}
COMMANDS: Final = tuple(_MODULES)


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 rejects or nothing to do, 2 wrong use or unreadable."""
    parser = argparse.ArgumentParser(prog="annotator", allow_abbrev=False)
    commands: Parsers = parser.add_subparsers(dest="command", required=True)
    # Only the module of the command that was asked for is imported.
    module = import_module(_MODULES[argv[0]]) if argv and argv[0] in _MODULES else None
    if module is not None:
        module.add_arguments(commands)
    options = parser.parse_args(list(argv))
    _never_choke_on_a_character()
    try:
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UserError as error:
        complain(sentence(error.message, options.command))
        return WRONG
    except BrokenPipeError:
        # Whoever was reading has seen enough.
        _say_no_more()
        return OK
    except OSError as error:
        if error.filename is not None:
            raise  # of a file, which the job should have explained
        _say_no_more()
        complain(f"what came of it could not be printed: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        print("annotator: interrupted; nothing was left half done", file=sys.stderr)
        return WRONG
    return status


def _say_no_more() -> None:
    """Let what is still to be printed go nowhere, so that the end of the program does not fail on it again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _never_choke_on_a_character() -> None:
    """Let what a terminal cannot show be escaped, where it would end the command else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

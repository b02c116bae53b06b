"""Libraries that only some formats need: imported when they are needed, and named where they are missing."""

from importlib import import_module
from typing import Any, Final

from annotator.core.errors import user_error

INSTALL: Final = 'python -m pip install "annotator[{extra}]"'
"""The line that installs an extra."""


def library(name: str, format_: str) -> Any:  # noqa: ANN401 - a module without types
    """Import a library for a format, whose id is that of the extra too.

    UserError `format.needs-library` names the line that installs it, where it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        raise user_error("format.needs-library", format=format_, line=INSTALL.format(extra=format_)) from None

"""The log: Python's logging into a rotating file, and onto stderr where asked.

Logged are ids, counts, file names and tracebacks, never the text of an article. As exceptions may carry some in
their message, every run of Hangul and of Chinese characters is written as its length, and lines are cut.
"""

import logging
import re
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

NAME: Final = "annotator"
FILE_NAME: Final = "annotator.log"

_BYTES_A_FILE: Final = 1_000_000
_FILES_KEPT: Final = 3
_LONGEST_LINE: Final = 500
# Hangul in all its blocks (jamo, compatibility, extended, syllables, halfwidth) and CJK ideographs.
_KOREAN: Final = re.compile(
    r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]+"
)


class _Discreet(logging.Formatter):
    """Writes a record, in UTC, without the words of an article."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of the record, tracebacks included."""
        return "\n".join(_discreet(line) for line in super().format(record).splitlines())


def _discreet(line: str) -> str:
    masked = _KOREAN.sub(lambda match: f"<{len(match[0])}>", line)
    return masked if len(masked) <= _LONGEST_LINE else f"{masked[:_LONGEST_LINE]} …"


def setup(folder: Path, *, stderr: bool) -> None:
    """Log into `folder` from now on, and onto stderr too if asked; a folder that cannot be written is told there."""
    close()
    logger = logging.getLogger(NAME)
    logger.setLevel(logging.INFO)
    if stderr and sys.stderr is not None:
        _add(logger, logging.StreamHandler())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / FILE_NAME,
            maxBytes=_BYTES_A_FILE,
            backupCount=_FILES_KEPT,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as error:
        logger.warning("no log file: %s", error)
    else:
        _add(logger, file)


def close() -> None:
    """End the log and let go of its file."""
    logger = logging.getLogger(NAME)
    for handler in tuple(logger.handlers):
        if isinstance(handler.formatter, _Discreet):
            logger.removeHandler(handler)
            handler.close()


def _add(logger: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(_Discreet())
    logger.addHandler(handler)

"""What an account of files says: what was not taken, where and why, a line each."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.app.finding import name_of
from annotator.app.imports.rejects import Refused, member_of
from annotator.core.entry import Reject
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.messages import said
from annotator.ui.widgets.plain_text import one_line

MOST_LINES: Final = 1000
_CONTEXT: Final = "Account"
_AT_LINE: Final = QT_TRANSLATE_NOOP("Account", "%1, line %2: %3")
_AT_PART: Final = QT_TRANSLATE_NOOP("Account", "%1, line %2, %4: %3")
_OF_FILE: Final = QT_TRANSLATE_NOOP("Account", "%1: %3")
_MORE: Final = QT_TRANSLATE_NOOP("Account", "… and %1 more, which the saved file has.")


def account_words(text: str, *values: str) -> str:
    """Return a text of the table in the language of the window, filled."""
    words = QCoreApplication.translate(_CONTEXT, text)
    # From the last, so that what is filled in is not filled again.
    parts = {f"%{number}": value for number, value in enumerate(values, start=1)}
    return "".join(parts.get(piece, piece) for piece in _pieces(words))


def _pieces(words: str) -> Iterator[str]:
    rest = words
    while "%" in rest:
        before, _, after = rest.partition("%")
        yield before
        yield f"%{after[:1]}"
        rest = after[1:]
    yield rest


def reject_words(path: Path, reject: Reject) -> str:
    """Return where and why something was not taken."""
    file, member = name_of(path), member_of(path, reject)
    where = f"{file}/{member}" if member else file
    text = _AT_PART if reject.line and reject.where else _AT_LINE if reject.line else _OF_FILE
    return one_line(account_words(text, where, f"{reject.line:,}", said(reject.reason), reject.where))


def refused_words(refused: Sequence[Refused]) -> str:
    """Return all that was not taken, a line each, the first thousand."""
    total = sum(len(one.rejects) for one in refused)
    every = (reject_words(one.path, reject) for one in refused for reject in one.rejects)
    lines = list(islice(every, MOST_LINES))
    if total > len(lines):
        lines.append(account_words(_MORE, f"{total - len(lines):,}"))
    return "\n".join(lines)

"""What an import says of itself."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from annotator.app.importing import ImportResult
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.messages import said

_CONTEXT = "Import"
_UNITS = {
    "documents": QT_TRANSLATE_NOOP("Import", "documents"),
    "files": QT_TRANSLATE_NOOP("Import", "files"),
    "bytes": QT_TRANSLATE_NOOP("Import", "bytes"),
}
_ADDED = QT_TRANSLATE_NOOP("Import", "Imported: documents %1, spans %2.")
_UNCHANGED = QT_TRANSLATE_NOOP("Import", "Already here: documents %1.")
_REJECTED = QT_TRANSLATE_NOOP("Import", "Not taken: %1. The first: %2, line %3: %4")
_NOTHING = QT_TRANSLATE_NOOP("Import", "Nothing to import was found there.")


def _said(text: str, *values: object) -> str:
    words = QCoreApplication.translate(_CONTEXT, text)
    for number, value in enumerate(values, start=1):
        words = words.replace(f"%{number}", str(value))
    return words


def unit_words(unit: str) -> str:
    """Return what a job counts, in words."""
    return _said(_UNITS.get(unit, unit))


def result_words(result: ImportResult) -> list[tuple[str, str]]:
    """Return the notices that tell what came of an import: (text, kind)."""
    notices: list[tuple[str, str]] = []
    counts: Counter[str] = Counter()
    for file in result.files:
        counts["unchanged"] += file.unchanged
        counts["rejected"] += len(file.rejected)
    if result.documents or result.spans:
        notices.append((_said(_ADDED, f"{result.documents:,}", f"{result.spans:,}"), "info"))
    if counts["unchanged"]:
        notices.append((_said(_UNCHANGED, f"{counts['unchanged']:,}"), "info"))
    first = next(((file, file.rejected[0]) for file in result.files if file.rejected), None)
    if first is not None:
        file, reject = first
        told = _said(_REJECTED, f"{counts['rejected']:,}", file.file, reject.line, said(reject.reason))
        notices.append((told, "problem"))
    if not notices and not result.doubtful:
        notices.append((_said(_NOTHING), "info"))
    return notices

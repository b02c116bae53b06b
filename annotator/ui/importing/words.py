"""What an import says of itself."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from annotator.app.imports.importing import ImportResult
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.ui.messages import said

_CONTEXT = "Import"
_UNITS = {
    "documents": QT_TRANSLATE_NOOP("Import", "documents"),
    "files": QT_TRANSLATE_NOOP("Import", "files"),
    "bytes": QT_TRANSLATE_NOOP("Import", "bytes"),
    "lines": QT_TRANSLATE_NOOP("Import", "lines"),
}
_ADDED = QT_TRANSLATE_NOOP("Import", "Imported: documents %1, spans %2.")
_SUGGESTED = QT_TRANSLATE_NOOP("Import", "Suggestions: %1.")
_CORRECTED = QT_TRANSLATE_NOOP("Import", "Corrected: spans %1, in documents %2.")
_STANDS = QT_TRANSLATE_NOOP("Import", "As the file has them already: documents %1.")
_UNCHANGED = QT_TRANSLATE_NOOP("Import", "Already here: documents %1.")
_REJECTED = QT_TRANSLATE_NOOP("Import", "Not taken: %1. The first: %2, line %4: %3")
_REFUSED = QT_TRANSLATE_NOOP("Import", "Not taken: %1. The first: %2: %3")
_NOTES = QT_TRANSLATE_NOOP("Import", "To be known: %1.")
_NOTHING = QT_TRANSLATE_NOOP("Import", "Nothing to import was found there.")


def _said(text: str, *values: object) -> str:
    words = QCoreApplication.translate(_CONTEXT, text)
    for number, value in enumerate(values, start=1):
        words = words.replace(f"%{number}", str(value))
    return words


def unit_words(unit: str) -> str:
    """Return what a job counts, in words."""
    return _said(_UNITS.get(unit, unit))


def result_words(result: ImportResult, *, corrected: bool = False) -> list[tuple[str, str]]:
    """Return the notices that tell what came of an import: (text, kind), the one to be seen first the last.

    `corrected` says that it was one of corrections.
    """
    counts: Counter[str] = Counter()
    asked = {doubt.path for doubt in result.tables}  # those are asked about
    files = [file for file in result.files if file.path not in asked]
    for file in files:
        counts["unchanged"] += file.unchanged
        counts["updated"] += file.updated
        counts["rejected"] += len(file.rejected)
        counts["notes"] += len(file.notes)
    told: list[str] = []
    if corrected and result.changes is not None:
        told.append(_said(_CORRECTED, f"{result.spans:,}", f"{counts['updated']:,}"))
    elif result.changes is not None and (result.documents or result.spans or not result.suggestions):
        told.append(_said(_ADDED, f"{result.documents:,}", f"{result.spans:,}"))
    if result.suggestions:
        told.append(_said(_SUGGESTED, f"{result.suggestions:,}"))
    if counts["unchanged"]:
        told.append(_said(_STANDS if corrected else _UNCHANGED, f"{counts['unchanged']:,}"))
    if counts["notes"]:
        told.append(_said(_NOTES, f"{counts['notes']:,}"))
    notices = [(" ".join(told), "info")] if told else []
    first = next(((file, file.rejected[0]) for file in files if file.rejected), None)
    if first is not None:
        file, reject = first
        text, where = (_REJECTED, f"{reject.line:,}") if reject.line else (_REFUSED, "")
        number = f"{counts['rejected']:,}"
        notices.append((_said(text, number, file.file, said(reject.reason), where), "problem"))
    if not notices and not result.doubtful and not result.tables:
        notices.append((_said(_NOTHING), "info"))
    return notices

"""What an export says of itself: what goes out, what stays behind, what the format cannot carry."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator.app.exports.exporting import ExportResult
from annotator.core.messages import Message
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.formats.carrying import KINDS, losses_told
from annotator.ui.messages import said

_CONTEXT: Final = "Export"
_OUR_OWN: Final = "native"
_WRITTEN = QT_TRANSLATE_NOOP("Export", "Written: documents %1, spans %2, to %3.")
_WOULD_BE = QT_TRANSLATE_NOOP("Export", "To be written: documents %1, layers %2, spans %3.")
_LEFT = QT_TRANSLATE_NOOP("Export", "Left out: %1.")
_HELD = QT_TRANSLATE_NOOP("Export", "Held back: %1.")
_LOST = QT_TRANSLATE_NOOP("Export", "Not carried by this format: %1.")
_KEEPS = QT_TRANSLATE_NOOP("Export", "“%1” keeps all of it.")
_RISK = QT_TRANSLATE_NOOP("Export", "In the file, but its tools may drop: %1.")
_OPEN = QT_TRANSLATE_NOOP("Export", "The review is not finished: %1 items are not decided.")
_FAULTS = QT_TRANSLATE_NOOP("Export", "Spans that do not hold the text they say they do, left out: %1.")
_PART = QT_TRANSLATE_NOOP("Export", "%1: documents %2")
_WHY: Final = {
    "untouched": QT_TRANSLATE_NOOP("Export", "documents not begun (%1)"),
    "bin": QT_TRANSLATE_NOOP("Export", "documents in the bin (%1)"),
    "new": QT_TRANSLATE_NOOP("Export", "layers not begun (%1)"),
    "in_progress": QT_TRANSLATE_NOOP("Export", "layers in progress (%1)"),
    "done": QT_TRANSLATE_NOOP("Export", "layers that are done (%1)"),
    "skipped": QT_TRANSLATE_NOOP("Export", "skipped layers (%1)"),
    "others": QT_TRANSLATE_NOOP("Export", "layers of others (%1)"),
    "tray": QT_TRANSLATE_NOOP("Export", "lost spans (%1)"),
    "comment": QT_TRANSLATE_NOOP("Export", "comments on spans that stay behind (%1)"),
    "duplicate": QT_TRANSLATE_NOOP("Export", "near-duplicate documents (%1)"),
    "label": QT_TRANSLATE_NOOP("Export", "spans of labels left out (%1)"),
    "record": QT_TRANSLATE_NOOP("Export", "records of spans that stay behind (%1)"),
    "relation": QT_TRANSLATE_NOOP("Export", "relations of spans that stay behind (%1)"),
    "twin": QT_TRANSLATE_NOOP("Export", "spans that became the same as another (%1)"),
    "zone": QT_TRANSLATE_NOOP("Export", "spans outside the zones (%1)"),
}


def written_words(result: ExportResult) -> str:
    """Return in a sentence what was written, and where."""
    return _said(_WRITTEN, f"{result.documents:,}", f"{result.spans:,}", str(result.path))


def forecast_words(result: ExportResult) -> str:
    """Return in a sentence what would be written."""
    return _said(_WOULD_BE, f"{result.documents:,}", f"{result.layers:,}", f"{result.spans:,}")


def account_lines(result: ExportResult, format_: str, own: Message) -> list[str]:
    """Return what stays behind and what is lost, a line each; `own` is the title of the format that keeps all."""
    lines = [
        _counted(_LEFT, result.left_out),
        _counted(_HELD, result.held_back),
        _said(_OPEN, f"{result.open_items:,}") if result.open_items else "",
        *loss_lines(result.lost, result.at_risk, format_, own),
        _said(_FAULTS, f"{len(result.faults):,}") if result.faults else "",
        " · ".join(_said(_PART, part, f"{number:,}") for part, number in result.parts.items()),
    ]
    return [line for line in lines if line]


def loss_lines(lost: Mapping[str, int], at_risk: Mapping[str, int], format_: str, own: Message) -> list[str]:
    """Return what a format does not carry and what its tools may drop, with counts; nothing where it carries all."""
    lines = []
    told = _losses(_LOST, lost)
    if told:
        keeps = _said(_KEEPS, said(own)) if format_ != _OUR_OWN and lost.keys() & KINDS else ""
        lines.append(f"{told} {keeps}".strip())
    return [line for line in (*lines, _losses(_RISK, at_risk)) if line]


def held_back_line(held_back: Mapping[str, int]) -> str:
    """Return what the preparation held back, "" where it did not."""
    return _counted(_HELD, held_back)


def _losses(text: str, counts: Mapping[str, int]) -> str:
    told = [said(loss) for loss in losses_told(counts.items())]
    return _said(text, ", ".join(told)) if told else ""


def _counted(text: str, counts: Mapping[str, int]) -> str:
    told = [_said(_WHY[why], f"{number:,}") for why, number in counts.items() if number]
    return _said(text, ", ".join(told)) if told else ""


def _said(text: str, *values: str) -> str:
    words = QCoreApplication.translate(_CONTEXT, text)
    for number, value in enumerate(values, start=1):
        words = words.replace(f"%{number}", value)
    return words


def paragraph(lines: Sequence[str]) -> str:
    """Return lines as they are shown, one under the other."""
    return "\n".join(lines)

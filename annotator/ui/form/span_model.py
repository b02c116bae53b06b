"""The spans of the layer shown as a table: label, text, value, marks; filtered, and changed row by row."""

import unicodedata
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.labels import Label, LabelSet
from annotator.core.span import Span
from annotator.ui.form.words import label_title, span_lines, span_sentence, value_words
from annotator.ui.widgets.plain_text import one_line, plain_tooltip


class Column(IntEnum):
    """The columns of the table."""

    LABEL = 0
    TEXT = 1
    VALUE = 2
    MARKS = 3


_ROOT: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_SHOWN_ROLES: Final = frozenset({_DISPLAY, _TOOLTIP, _SPOKEN})
_NO_LABELS: Final = LabelSet("", 0, ())
# More changed rows than this at once are shown by starting anew.
_MOST_ROWS_CHANGED: Final = 200


class SpanModel(QAbstractTableModel):
    """The spans in reading order that pass the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._rows: list[Span] = []
        self._labels: LabelSet = _NO_LABELS
        self._by_id: dict[int, Label] = {}
        self._label_id: int | None = None
        self._sought = ""

    # What is shown.

    def set_spans(self, spans: tuple[Span, ...], labels: LabelSet) -> None:
        """Show the spans; what is the same as before is left alone, so that nothing scrolls or lets go."""
        relabelled = labels != self._labels
        if relabelled:
            self._labels = labels
            self._by_id = {label.id: label for label in labels.labels}
        if spans is not self._spans:
            self._spans = spans
            self._take(self._passing())
        if relabelled and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def set_filter(self, label_id: int | None, sought: str) -> None:
        """Show only spans of a label (None: of all), whose text, value or note holds `sought`."""
        folded = _folded(sought.strip())
        if (label_id, folded) != (self._label_id, self._sought):
            self._label_id, self._sought = label_id, folded
            self._take(self._passing())

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans, in reading order, filtered or not."""
        return self._spans

    def span_at(self, row: int) -> Span | None:
        """Return the span in the row, None outside the table."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def label_of(self, span: Span) -> Label | None:
        """Return the label of a span, None where it is gone."""
        return self._by_id.get(span.label_id)

    def row_of(self, span_id: int | None) -> int:
        """Return the row of the span, -1 where it is not shown."""
        return next((row for row, span in enumerate(self._rows) if span.id == span_id), -1)

    def _passing(self) -> list[Span]:
        label_id, sought = self._label_id, self._sought
        if label_id is None and not sought:
            return list(self._spans)
        of_label = [span for span in self._spans if label_id is None or span.label_id == label_id]
        return [span for span in of_label if _holds(span, sought)] if sought else of_label

    def _take(self, rows: list[Span]) -> None:
        """Replace the rows: the part between the first and the last difference is all that Qt hears of."""
        first = _same_ahead(self._rows, rows)
        behind = _same_behind(self._rows, rows, first)
        old = self._rows[first : len(self._rows) - behind]
        new = rows[first : len(rows) - behind]
        if not old and not new:
            return
        if [span.id for span in old] == [span.id for span in new]:
            self._rows = rows
            last = first + len(new) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        elif len(old) + len(new) > _MOST_ROWS_CHANGED:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._swap(first, old, new)

    def _swap(self, first: int, old: Sequence[Span], new: Sequence[Span]) -> None:
        if old:
            self.beginRemoveRows(_ROOT, first, first + len(old) - 1)
            del self._rows[first : first + len(old)]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(_ROOT, first, first + len(new) - 1)
            self._rows[first:first] = new
            self.endInsertRows()

    # What Qt asks.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many spans pass the filter."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the four columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> str | None:
        """Return what a cell shows, what a screen reader says of its row, or the tooltip."""
        if role not in _SHOWN_ROLES:
            return None
        span = self.span_at(index.row())
        if span is None:
            return None
        if role == _SPOKEN:
            return span_sentence(span, self.label_of(span))
        if role == _TOOLTIP:
            return plain_tooltip(*span_lines(span, self.label_of(span)))
        return self._cell(span, index.column())

    def _cell(self, span: Span, column: int) -> str:
        cells: dict[int, Callable[[Span], str]] = {
            Column.LABEL: self._label_cell,
            Column.TEXT: _text_cell,
            Column.VALUE: _value_cell,
            Column.MARKS: _marks_cell,
        }
        return cells[column](span)

    def _label_cell(self, span: Span) -> str:
        return one_line(label_title(self.label_of(span)))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """Return the names of the columns, which a screen reader says."""
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY or not 0 <= section < len(Column):
            return None
        return (self.tr("Label"), self.tr("Text"), self.tr("Value"), self.tr("Marks"))[section]


def _text_cell(span: Span) -> str:
    return one_line(span.text)


def _value_cell(span: Span) -> str:
    return value_words(span.norm)


def _marks_cell(span: Span) -> str:
    return ("?" if span.unsure else "") + ("✎" if span.note else "")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _holds(span: Span, sought: str) -> bool:
    norm = span.norm
    places = (span.text, norm.value if norm else None, span.note)
    return any(place and sought in _folded(place) for place in places)


def _same_ahead(old: Sequence[Span], new: Sequence[Span]) -> int:
    """Return how many rows are the same from the beginning."""
    for row, (before, after) in enumerate(zip(old, new, strict=False)):
        if before is not after and before != after:
            return row
    return min(len(old), len(new))


def _same_behind(old: Sequence[Span], new: Sequence[Span], ahead: int) -> int:
    """Return how many rows are the same from the end, those ahead left out."""
    most = min(len(old), len(new)) - ahead
    for back in range(1, most + 1):
        before, after = old[-back], new[-back]
        if before is not after and before != after:
            return back - 1
    return most

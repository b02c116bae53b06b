"""The spans of the layer shown as a table: label, text, value, marks; filtered, grouped, changed row by row."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.labels import Label, LabelSet
from annotator.core.span import Span
from annotator.ui.form.span_groups import Arranged, GroupHead, Grouping, Row, arranged, beside, group_key
from annotator.ui.form.value_names import ValueNames
from annotator.ui.form.words import head_sentence, label_title, span_lines, span_sentence
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
    """The spans that pass the filter, in reading order or in groups under heads that fold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._rows: list[Row] = []
        self._heads: dict[str, GroupHead] = {}
        self._labels: LabelSet = _NO_LABELS
        self._by_id: dict[int, Label] = {}
        self._label_id: int | None = None
        self._sought = ""
        self._text = ""
        self._grouping = Grouping.ORDER
        self._folded: set[str] = set()
        self._commented: frozenset[int] = frozenset()
        self.names = ValueNames()
        # By span id: in which records it is tied.
        self.recorded: Mapping[int, str] = {}

    # What is shown.

    def set_spans(self, spans: tuple[Span, ...], labels: LabelSet) -> None:
        """Show the spans; what is the same as before is left alone, so that nothing scrolls or lets go."""
        relabelled = labels != self._labels
        if relabelled:
            self._labels = labels
            self._by_id = {label.id: label for label in labels.labels}
        if spans is not self._spans or (relabelled and self._grouping is not Grouping.ORDER):
            self._spans = spans
            self.names.forget()
            self._arrange()
        if relabelled:
            self._tell_rows(0, len(self._rows) - 1)

    def set_filter(self, label_id: int | None, sought: str) -> None:
        """Show only spans of a label (None: of all), whose text, value or note holds `sought`."""
        folded = _folded(sought.strip())
        if (label_id, folded) != (self._label_id, self._sought):
            self._label_id, self._sought = label_id, folded
            self._arrange()

    def set_text(self, text: str) -> None:
        """Take the article, of which each row shows what precedes and follows its span."""
        if text is not self._text:
            self._text = text
            self._tell_rows(0, len(self._rows) - 1)

    def set_commented(self, span_ids: frozenset[int]) -> None:
        """Mark the spans that have an open comment."""
        changed = span_ids ^ self._commented
        self._commented = span_ids
        for row in map(self.row_of, changed):
            self._tell_rows(row, row)

    def set_recorded(self, marks: Mapping[int, str]) -> None:
        """Mark the spans that are tied into records, by their ids."""
        before, self.recorded = self.recorded, marks
        for row in map(self.row_of, {id_ for id_, _mark in before.items() ^ marks.items()}):
            self._tell_rows(row, row)

    def set_grouping(self, grouping: Grouping) -> None:
        """Group the spans another way; every group is unfolded."""
        if grouping is not self._grouping:
            self._grouping = grouping
            self._folded.clear()
            self._arrange()

    def set_folded(self, key: str | None, *, folded: bool) -> None:
        """Fold a group (None: all of them), or unfold it."""
        keys = set(self._heads) if key is None else {key}
        self._folded = self._folded | keys if folded else self._folded - keys
        self._arrange()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans, in reading order, filtered or not."""
        return self._spans

    @property
    def grouping(self) -> Grouping:
        """How the spans are grouped."""
        return self._grouping

    def span_at(self, row: int) -> Span | None:
        """Return the span in the row, None on a head and outside the table."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Span) else None

    def head_at(self, row: int) -> GroupHead | None:
        """Return the head in the row, None on a span and outside the table."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return self._heads[found] if isinstance(found, str) else None

    def head_row(self, row: int) -> int:
        """Return the row of the head above a row, or of the row itself; -1 where nothing is grouped."""
        return next((at for at in range(row, -1, -1) if isinstance(self._rows[at], str)), -1)

    def label_of(self, span: Span) -> Label | None:
        """Return the label of a span, None where it is gone."""
        return self._by_id.get(span.label_id)

    def beside(self, span: Span) -> tuple[str, str]:
        """Return what precedes and follows a span in the article."""
        return beside(span, self._text)

    def is_commented(self, span: Span) -> bool:
        """Tell whether the span has an open comment."""
        return span.id in self._commented

    def row_of(self, span_id: int | None) -> int:
        """Return the row of the span, or of the head under which it is folded away; -1 where it is not shown."""
        hidden = ""
        for row, found in enumerate(self._rows):
            if isinstance(found, Span) and found.id == span_id:
                return row
        if self._folded:
            span = next((span for span in self._passing() if span.id == span_id), None)
            hidden = "" if span is None else group_key(span, self._grouping)
        return self._rows.index(hidden) if hidden in self._heads else -1

    def _passing(self) -> list[Span]:
        label_id, sought = self._label_id, self._sought
        if label_id is None and not sought:
            return list(self._spans)
        of_label = [span for span in self._spans if label_id is None or span.label_id == label_id]
        return (
            [span for span in of_label if _holds(span, sought, self.names.name(span))] if sought else of_label
        )

    def _arrange(self) -> None:
        made = arranged(self._passing(), self._labels, self._grouping, self._folded)
        before = self._heads
        self._heads = {**before, **made.heads}  # rows that are on their way out may still be asked for
        self._take(made.rows)
        self._take_heads(before, made)

    def _take_heads(self, before: dict[str, GroupHead], made: Arranged) -> None:
        self._heads = made.heads
        if made.heads == before:
            return
        for row, found in enumerate(self._rows):
            if isinstance(found, str) and before.get(found) != made.heads[found]:
                self._tell_rows(row, row)

    def _tell_rows(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _take(self, rows: list[Row]) -> None:
        """Replace the rows: the part between the first and the last difference is all that Qt hears of."""
        first = _same_ahead(self._rows, rows)
        behind = _same_behind(self._rows, rows, first)
        old = self._rows[first : len(self._rows) - behind]
        new = rows[first : len(rows) - behind]
        if not old and not new:
            return
        if list(map(_identity, old)) == list(map(_identity, new)):
            self._rows = rows
            self._tell_rows(first, first + len(new) - 1)
        elif len(old) + len(new) > _MOST_ROWS_CHANGED:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._swap(first, old, new)

    def _swap(self, first: int, old: Sequence[Row], new: Sequence[Row]) -> None:
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
        """Return how many spans and heads are shown."""
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
            head = self.head_at(index.row())
            return None if head is None else _head_cell(head, index.column(), role)
        if role == _SPOKEN:
            tied = self.recorded.get(span.id, "")
            return span_sentence(span, self.label_of(span), commented=self.is_commented(span), records=tied)
        if role == _TOOLTIP:
            before, after = self.beside(span)
            company = f"…{before}[{one_line(span.text)}]{after}…"
            return plain_tooltip(*span_lines(span, self.label_of(span)), self.names.name(span), company)
        return self._cell(span, index.column())

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let spans be chosen; on a head one can only stand."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        standing = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        chosen = self.span_at(index.row()) is not None
        return standing | Qt.ItemFlag.ItemIsSelectable if chosen else standing

    def _cell(self, span: Span, column: int) -> str:
        if column == Column.LABEL:
            return one_line(label_title(self.label_of(span)))
        cells: dict[int, Callable[[Span], str]] = {
            Column.TEXT: _text_cell,
            Column.VALUE: self.names.shown,
            Column.MARKS: self._marks_cell,
        }
        return cells[column](span)

    def _marks_cell(self, span: Span) -> str:
        marks = (("?", span.unsure), ("✎", bool(span.note)), ("💬", self.is_commented(span)))
        tied = self.recorded.get(span.id, "")
        return tied + "".join(mark for mark, holds in marks if holds)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """Return the names of the columns, which a screen reader says."""
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY or not 0 <= section < len(Column):
            return None
        return (self.tr("Label"), self.tr("Text"), self.tr("Value"), self.tr("Marks"))[section]


def _text_cell(span: Span) -> str:
    return one_line(span.text)


def _holds(span: Span, sought: str, name: str) -> bool:
    value = span.norm.value if span.norm else None
    return any(place and sought in _folded(place) for place in (span.text, value, name, span.note))


def _head_cell(head: GroupHead, column: int, role: int) -> str | None:
    if role == _SPOKEN:
        return head_sentence(head.title, head.count, folded=head.folded)
    if role == _DISPLAY and column == Column.TEXT:
        return head.title
    return plain_tooltip(head.title) if role == _TOOLTIP else ""


def _identity(row: Row) -> int | str:
    return row.id if isinstance(row, Span) else row


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _same_ahead(old: Sequence[Row], new: Sequence[Row]) -> int:
    """Return how many rows are the same from the beginning."""
    for row, (before, after) in enumerate(zip(old, new, strict=False)):
        if before is not after and before != after:
            return row
    return min(len(old), len(new))


def _same_behind(old: Sequence[Row], new: Sequence[Row], ahead: int) -> int:
    """Return how many rows are the same from the end, those ahead left out."""
    most = min(len(old), len(new)) - ahead
    for back in range(1, most + 1):
        before, after = old[-back], new[-back]
        if before is not after and before != after:
            return back - 1
    return most

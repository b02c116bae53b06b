"""The spans of the document as a list: filtered, grouped, and the accessible twin of the article."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.calls import Call
from annotator.ui.form.group_switch import GroupSwitch
from annotator.ui.form.span_delegate import SpanDelegate, label_column_width, marks_column_width
from annotator.ui.form.span_groups import Grouping
from annotator.ui.form.span_model import Column, SpanModel
from annotator.ui.theme import Theme
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField
from annotator.ui.widgets.swatch import swatch_icon
from annotator.ui.widgets.tones import small_font

_ALL = 0
# How much of the room of text and value the value takes: in groups the text has company that is to be read.
_VALUE_SHARE = {Grouping.ORDER: 0.42, Grouping.LABEL: 0.3, Grouping.TEXT: 0.32}


class SpanTable(QuietTable):
    """The table; Delete and Backspace wish the chosen rows gone, Left and Right fold and unfold a group.

    With Shift, Left and Right fold and unfold all groups.
    """

    removal_pressed = Signal()
    fold_pressed = Signal(int, bool)  # row, folded
    fold_all_pressed = Signal(bool)  # folded

    def __init__(self, model: SpanModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("span-table")
        self._model = model
        self._titles: tuple[str, ...] = ()
        self.look = SpanDelegate(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self.look)
        self.setSelectionMode(QuietTable.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.set_row_shape(1.0, 8)

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """Keep room for these titles of labels."""
        self._titles = titles
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width: label and marks by what they hold, text and value the rest."""
        metrics, small = self.fontMetrics(), QFontMetrics(small_font(self.font()))
        grouping = self._model.grouping
        # Under the head of a label its name would be said again in each row.
        self.setColumnHidden(Column.LABEL, grouping is Grouping.LABEL)
        label = 0 if grouping is Grouping.LABEL else label_column_width(self._titles, metrics, small)
        marks = marks_column_width(metrics)
        rest = max(0, self.viewport().width() - label - marks)
        value = round(rest * _VALUE_SHARE[grouping])
        for column, width in (
            (Column.LABEL, label),
            (Column.TEXT, rest - value),
            (Column.VALUE, value),
            (Column.MARKS, marks),
        ):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete wishes the chosen rows gone."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_pressed.emit()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(folded=event.key() == Qt.Key.Key_Left, held=event.modifiers())
            event.accept()
            return
        super().keyPressEvent(event)

    def _fold(self, *, folded: bool, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.fold_all_pressed.emit(folded)
        else:
            self.fold_pressed.emit(self.currentIndex().row(), folded)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the whole row answer the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row answer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        self.look.set_hovered(row)
        self.viewport().update()


class SpanList(QWidget):
    """Filter row, switch and table. Says which span a person went to, and which they wish gone."""

    span_activated = Signal(int)
    removal_wished = Signal(object)  # list[int], the ids of the spans
    escaped = Signal()  # Esc in the empty filter field
    grouping_chosen = Signal(str)  # a Grouping, to be remembered

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("span-list")
        self._theme = theme
        self._labels: LabelSet | None = None
        self._current: int | None = None
        self.model = SpanModel(self)
        self._filter = QuietCombo(self)
        self._search = SearchField(self)
        self._switch = GroupSwitch(self)
        self.table = SpanTable(self.model, theme, self)
        self._hint = QLabel(self)
        self._pages = QStackedWidget(self)
        self._menu = QMenu(self)
        self._remove = QAction(self)
        self._fold_all = QAction(self)
        self._unfold_all = QAction(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up(self) -> None:
        self._filter.setObjectName("span-filter")
        self._search.setObjectName("span-search")
        self._hint.setObjectName("span-list-hint")
        self._menu.setObjectName("span-menu")
        self._menu.addAction(self._remove)
        self._menu.addActions([self._fold_all, self._unfold_all])
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 12, 12, 12)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._filter, 1)
        row.addWidget(self._search, 1)
        row.addWidget(self._switch)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._filter.activated.connect(self._narrow)
        self._search.sought.connect(self._narrow)
        self._search.left_down.connect(self._enter_table)
        self._search.escaped.connect(self.escaped)
        self._switch.chosen.connect(self._choose_grouping)
        self.table.row_chosen.connect(self._activate)
        self.table.clicked.connect(self._turn_head)
        self.table.fold_pressed.connect(self._fold_at)
        self.table.removal_pressed.connect(self._wish_removal)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._remove.triggered.connect(self._wish_removal)
        self.table.fold_all_pressed.connect(self._turn_all)
        self._fold_all.triggered.connect(Call(self._turn_all, True))  # noqa: FBT003  # what the slot is told
        self._unfold_all.triggered.connect(Call(self._turn_all, False))  # noqa: FBT003  # what the slot is told

    # What is shown.

    def set_spans(self, spans: tuple[Span, ...], labels: LabelSet) -> None:
        """Show spans in reading order; the current one stays current where it is still shown."""
        relabelled = labels != self._labels
        if relabelled:
            self._labels = labels
        with self.table.silence():
            self.model.set_spans(spans, labels)
        if relabelled:
            self._fill_filter()
            self.table.set_titles(tuple(one_line(label.title or label.key) for label in labels.labels))
        self._keep_current()
        self._tell()

    def set_current(self, span_id: int | None) -> None:
        """Make a span current and bring it into sight, without saying so; None or not shown: none."""
        self._current = span_id
        self.table.show_row(self.model.row_of(span_id))

    def selected_ids(self) -> list[int]:
        """Return the ids of the chosen spans in reading order."""
        found = (
            self.model.span_at(index.row()) for index in self.table.selectionModel().selectedRows(Column.TEXT)
        )
        spans = sorted((span for span in found if span is not None), key=lambda span: span.order)
        return [span.id for span in spans]

    def set_text(self, text: str) -> None:
        """Take the article, for what precedes and follows each span."""
        self.model.set_text(text)

    def set_recorded(self, marks: Mapping[int, str]) -> None:
        """Mark the spans that are tied into records, by their ids."""
        self.model.set_recorded(marks)

    def set_commented(self, span_ids: frozenset[int]) -> None:
        """Mark the spans that have an open comment."""
        self.model.set_commented(span_ids)

    def set_grouping(self, grouping: Grouping) -> None:
        """Group the spans another way; says nothing."""
        self._switch.set_grouping(grouping)
        with self.table.silence():
            self.model.set_grouping(grouping)
        self.table.fit_columns()
        self.table.show_row(self.model.row_of(self._current))
        self.retranslate()

    def set_editable(self, *, editable: bool) -> None:
        """Let spans be removed, or not."""
        self._remove.setEnabled(editable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.table.look.set_theme(theme)
        self._fill_filter()
        self.table.viewport().update()

    def _keep_current(self) -> None:
        """Hold the current row after rows moved, without scrolling to it."""
        row = self.model.row_of(self._current)
        if row != self.table.currentIndex().row():
            self.table.show_row(row)

    # What a person does.

    @Slot()
    def _narrow(self) -> None:
        with self.table.silence():
            self.model.set_filter(self._filter.currentData() or None, self._search.text())
        self.table.show_row(self.model.row_of(self._current))
        self._tell()

    @Slot(int)
    def _activate(self, row: int) -> None:
        span = self.model.span_at(row)
        if span is not None:
            self._current = span.id
            self.span_activated.emit(span.id)

    @Slot(str)
    def _choose_grouping(self, grouping: str) -> None:
        self.set_grouping(Grouping(grouping))
        self.grouping_chosen.emit(grouping)

    @Slot(QModelIndex)
    def _turn_head(self, index: QModelIndex) -> None:
        head = self.model.head_at(index.row())
        if head is not None:
            self._fold_at(index.row(), not head.folded)

    @Slot(int, bool)
    def _fold_at(self, row: int, folded: bool) -> None:  # noqa: FBT001  # the signature of a Qt signal
        """Fold the group that a row is in, or unfold it, and stand on its head."""
        at = self.model.head_row(row)
        head = self.model.head_at(at)
        if head is None or head.folded is folded:
            return
        with self.table.silence():
            self.model.set_folded(head.key, folded=folded)
            self.table.show_row(self.model.head_row(at))

    @Slot(bool)
    def _turn_all(self, folded: bool) -> None:  # noqa: FBT001  # the signature of a Qt signal
        """Fold all groups, or unfold them, with the current span in sight or under its head."""
        with self.table.silence():
            self.model.set_folded(None, folded=folded)
            self.table.show_row(self.model.row_of(self._current))

    @Slot()
    def _enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, Column.TEXT))

    @Slot()
    def _wish_removal(self) -> None:
        ids = self.selected_ids()
        if ids and self._remove.isEnabled():
            self.removal_wished.emit(ids)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        chosen, grouped = bool(self.selected_ids()), self.model.grouping is not Grouping.ORDER
        self._remove.setVisible(chosen)
        self._fold_all.setVisible(grouped)
        self._unfold_all.setVisible(grouped)
        if chosen or grouped:
            self._menu.popup(self.table.viewport().mapToGlobal(at))

    # Words and looks.

    def _fill_filter(self) -> None:
        chosen = self._filter.currentData()
        self._filter.clear()
        self._filter.addItem(self.tr("All labels"), _ALL)
        side = round(self.fontMetrics().height() * 0.7)
        for label in self._labels.labels if self._labels else ():
            icon = swatch_icon(self._theme.look(label.role), side)
            self._filter.addItem(icon, one_line(label.title or label.key), label.id)
        self._filter.setCurrentIndex(max(0, self._filter.findData(chosen)))
        if self._filter.currentData() != chosen:
            self._narrow()

    def _tell(self) -> None:
        shown = self.model.rowCount() > 0
        self._pages.setCurrentWidget(self.table if shown else self._hint)
        self.setFocusProxy(self.table if shown else self._search)
        if not shown:
            nothing = self.tr("No spans yet.")
            narrowed = self.tr("No span like this.")
            self._hint.setText(narrowed if self.model.spans else nothing)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Spans"))
        names = {
            Grouping.ORDER: self.tr("Spans in reading order"),
            Grouping.LABEL: self.tr("Spans by label"),
            Grouping.TEXT: self.tr("Spans by text"),
        }
        self.table.setAccessibleName(names[self.model.grouping])
        self._filter.setAccessibleName(self.tr("Show spans of a label"))
        self._search.setAccessibleName(self.tr("Find in the spans"))
        self._search.setPlaceholderText(self.tr("Find"))
        self._remove.setText(self.tr("Remove"))
        self._fold_all.setText(self.tr("Fold all groups"))
        self._unfold_all.setText(self.tr("Unfold all groups"))
        self._fill_filter()
        self._tell()
        self.table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

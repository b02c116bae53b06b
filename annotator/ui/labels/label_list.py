"""The labels of the set as a list that can be searched, names and guidelines, with what is done to its rows."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label, LabelSet
from annotator.ui.calls import Call
from annotator.ui.labels.words import found_in, row_words
from annotator.ui.theme import Theme
from annotator.ui.widgets.plain_text import plain_tooltip
from annotator.ui.widgets.quiet_list import QuietList, steady
from annotator.ui.widgets.search_field import SearchField
from annotator.ui.widgets.swatch import swatch_icon

_ID: Final = Qt.ItemDataRole.UserRole
_ICON: Final = 14
_ROWS: Final = 6
_BUTTONS: Final = ("add", "split", "walk", "up", "down", "remove")
# Those that change the set.
_WRITING: Final = frozenset({"add", "split", "up", "down", "remove"})


class _Rows(QuietList):
    """The rows; Delete wishes the label gone, Ctrl with Up and Down moves it."""

    removal_pressed = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_pressed.emit()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class LabelList(QWidget):
    """Says which label a person went to, and what they wish done with it."""

    label_chosen = Signal(int)
    add_wished = Signal()
    split_wished = Signal(int)
    walk_wished = Signal(int)
    move_wished = Signal(int, int)  # label id, by how many places
    removal_wished = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: LabelSet | None = None
        self._current = 0
        self._editable = True
        self._search = SearchField(self)
        self._search.setObjectName("labels-search")
        self.rows = _Rows(self)
        self.rows.setObjectName("labels-list")
        self.rows.setIconSize(QSize(_ICON, _ICON))
        self._nothing = QLabel(self)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.hide()
        self._buttons = {name: self._button(name) for name in _BUTTONS}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"labels-{name}")
        button.clicked.connect(Call(self._pressed, name))
        return button

    def _lay_out(self) -> None:
        # Two rows of buttons: the words of all six do not fit beside one another in a narrow window.
        lines = (QHBoxLayout(), QHBoxLayout())
        for number, name in enumerate(_BUTTONS):
            lines[number // 3].addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(self.rows, 1)
        column.addWidget(self._nothing)
        for line in lines:
            line.setSpacing(4)
            column.addLayout(line)
        self.rows.setMinimumHeight(_ROWS * (self.fontMetrics().height() + 6))
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self._search.sought.connect(self._fill)
        self._search.left_down.connect(self._enter)
        self.rows.currentItemChanged.connect(self._went)
        self.rows.removal_pressed.connect(self._remove)
        self.rows.moved.connect(self._move)

    # What is shown.

    def set_labels(self, labels: LabelSet) -> None:
        """List the labels; the current one stays current, or its neighbour where it is gone."""
        before, self._labels = self._labels, labels
        if before is not None and labels.by_id(self._current) is None:
            place = next((n for n, x in enumerate(before.labels) if x.id == self._current), 0)
            there = labels.labels[min(place, len(labels.labels) - 1)] if labels.labels else None
            self._current = there.id if there is not None else 0
        elif not self._current and labels.labels:
            self._current = labels.labels[0].id
        self._fill()

    def set_current(self, label_id: int) -> None:
        """Make a label current, without saying so; what is sought goes where it hides the label."""
        self._current = label_id
        label = self._labels.by_id(label_id) if self._labels is not None else None
        if label is not None and found_in(label, self._search.text()) is None:
            self._search.clear()
            self._search.say()
        self._fill()

    @property
    def current(self) -> int:
        """The id of the current label, 0 for none."""
        return self._current

    def set_editable(self, *, editable: bool) -> None:
        """Let the set be changed, or only read."""
        self._editable = editable
        self._enable()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill()

    def focus_search(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _fill(self) -> None:
        labels = self._labels.labels if self._labels is not None else ()
        sought = self._search.text()
        self.rows.blockSignals(True)  # noqa: FBT003  (the signature of Qt)
        self.rows.clear()
        for label in labels:
            excerpt = found_in(label, sought)
            if excerpt is not None:
                self.rows.addItem(self._item(label, excerpt))
        row = next((r for r in range(self.rows.count()) if self.rows.item(r).data(_ID) == self._current), -1)
        self.rows.setCurrentRow(row)
        self.rows.blockSignals(False)  # noqa: FBT003  (the signature of Qt)
        self._nothing.setVisible(not self.rows.count())
        self._enable()

    def _item(self, label: Label, excerpt: str) -> QListWidgetItem:
        words = row_words(label)
        icon = steady(swatch_icon(self._theme.look(label.role), _ICON), _ICON)
        item = QListWidgetItem(icon, f"{words}\n     {excerpt}" if excerpt else words)
        item.setData(_ID, label.id)
        item.setToolTip(plain_tooltip(words, label.description))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, label.description)
        return item

    def _enable(self) -> None:
        for name, button in self._buttons.items():
            possible = name == "add" or self._current > 0
            button.setEnabled(possible and (self._editable or name not in _WRITING))

    # What a person does.

    @Slot()
    def _enter(self) -> None:
        if self.rows.count():
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            if self.rows.currentRow() < 0:
                self.rows.setCurrentRow(0)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _went(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self._current = int(item.data(_ID))
            self._enable()
            self.label_chosen.emit(self._current)

    @Slot()
    def _remove(self) -> None:
        self._pressed("remove")

    @Slot(int)
    def _move(self, by: int) -> None:
        self._pressed("up" if by < 0 else "down")

    def _pressed(self, name: str) -> None:
        if not self._buttons[name].isEnabled():
            return
        if name == "add":
            self.add_wished.emit()
        elif name in ("up", "down"):
            self.move_wished.emit(self._current, -1 if name == "up" else 1)
        else:
            wishes = {
                "split": self.split_wished,
                "walk": self.walk_wished,
                "remove": self.removal_wished,
            }
            wishes[name].emit(self._current)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        self._search.setPlaceholderText(self.tr("Search labels and guidelines"))
        self._search.setAccessibleName(self.tr("Search labels and guidelines"))
        self.rows.setAccessibleName(self.tr("Labels"))
        self._nothing.setText(self.tr("No label says that."))
        words = {
            "add": (self.tr("Add…"), self.tr("Add a label")),
            "split": (self.tr("Split…"), self.tr("Make a second label, and walk over the spans of this one")),
            "walk": (self.tr("Walk"), self.tr("Look at each of your spans of this label again")),
            "up": (self.tr("Up"), self.tr("Move the label up (Ctrl+Up)")),
            "down": (self.tr("Down"), self.tr("Move the label down (Ctrl+Down)")),
            "remove": (self.tr("Remove…"), self.tr("Remove the label (Delete)")),
        }
        for name, (text, tip) in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(tip)
            self._buttons[name].setAccessibleName(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._fill()
        super().changeEvent(event)

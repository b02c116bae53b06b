"""The records of the document: each with its members by role, to be walked, changed and completed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.form.proposed_records import ProposedRecords
from annotator.ui.widgets.tones import chosen_tone, text_tone

_RECORD = Qt.ItemDataRole.UserRole
_MEMBER = Qt.ItemDataRole.UserRole + 1
_SPAN = Qt.ItemDataRole.UserRole + 2
# The field gives way before the form does.
_LEAST = 48


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as it is shown: its role, its words, the span to go to (None: a value, or an empty one)."""

    id: int
    role: str
    words: str
    span_id: int | None
    empty: bool


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record as it is shown."""

    id: int
    incomplete: bool
    members: tuple[MemberLine, ...]


class _Tree(QTreeWidget):
    """Delete takes out what is chosen, Enter goes to its span."""

    removal_wished = Signal()
    entered = Signal()
    escaped = Signal()

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Lay a tone under the chosen row on which its words stay what they are."""
        super().initViewItemOption(option)
        role = QPalette.ColorRole
        option.palette.setColor(role.Highlight, chosen_tone(option.palette, active=self.hasFocus()))
        option.palette.setColor(role.HighlightedText, text_tone(option.palette))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of the list on."""
        signals = {
            Qt.Key.Key_Delete: self.removal_wished,
            Qt.Key.Key_Backspace: self.removal_wished,
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Escape: self.escaped,
        }
        found = signals.get(Qt.Key(event.key()))
        if found is None:
            super().keyPressEvent(event)
            return
        found.emit()
        event.accept()


class RecordsPage(QWidget):
    """Shows records, and says what a person wants of them."""

    record_chosen = Signal(int)
    span_wished = Signal(int)
    untie_wished = Signal(int)  # member id
    removal_wished = Signal(int)  # record id
    value_wished = Signal(str, str)  # role, text
    returned = Signal()
    language_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records-page")
        self.proposed = ProposedRecords(self)
        self._tree = _Tree(self)
        self._tree.setObjectName("records-list")
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._tree.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._tree.currentItemChanged.connect(self._went)
        self._tree.itemClicked.connect(self._entered)
        self._tree.entered.connect(self._entered)
        self._tree.removal_wished.connect(self._remove)
        self._tree.escaped.connect(self.returned)
        self._role, self._value = QComboBox(self), QLineEdit(self)
        self._role.setObjectName("record-role")
        self._value.setObjectName("record-value")
        self._value.returnPressed.connect(self._tie_value)
        self._out = QPushButton(self)
        self._out.setObjectName("record-out")
        self._out.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(self._role)
        row.addWidget(self._value, 1)
        self._role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._role.setMinimumContentsLength(2)
        self._value.setMinimumWidth(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self.proposed)
        column.addWidget(self._tree, 1)
        column.addLayout(row)
        column.addWidget(self._out, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self._tree)
        self._lines: tuple[RecordLine, ...] = ()
        self._editable = True
        self.retranslate()

    def set_roles(self, roles: Sequence[tuple[str, str]]) -> None:
        """Offer these roles (key, words) for a value without a span."""
        if [(self._role.itemData(at), self._role.itemText(at)) for at in range(self._role.count())] == list(
            roles
        ):
            return
        self._role.clear()
        for key, words in roles:
            self._role.addItem(words, key)
        self._role.setCurrentIndex(self._role.count() - 1)

    def show_records(self, lines: Sequence[RecordLine], current: int | None) -> None:
        """Show records; the current one is unfolded."""
        self._lines = tuple(lines)
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for number, line in enumerate(self._lines, 1):
                self._add(number, line, current)
            self._tree.resizeColumnToContents(0)
        self._value.setEnabled(self._editable and current is not None)
        self._out.setEnabled(self._editable and bool(self._lines))

    def _add(self, number: int, line: RecordLine, current: int | None) -> None:
        told = self.tr("Record %1").replace("%1", str(number))
        state = self.tr("incomplete") if line.incomplete else ""
        item = QTreeWidgetItem([told, state])
        item.setData(0, _RECORD, line.id)
        for member in line.members:
            words = self.tr("(its span was removed)") if member.empty else member.words
            child = QTreeWidgetItem([member.role, words])
            child.setData(0, _RECORD, line.id)
            child.setData(0, _MEMBER, member.id)
            child.setData(0, _SPAN, member.span_id)
            item.addChild(child)
        self._tree.addTopLevelItem(item)
        item.setExpanded(line.id == current)
        if line.id == current:
            self._tree.setCurrentItem(item)

    def set_editable(self, *, editable: bool) -> None:
        """Let records be changed, or only read."""
        self._editable = editable
        self.proposed.set_editable(editable=editable)
        for widget in (self._role, self._value, self._out):
            widget.setEnabled(editable)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _went(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.record_chosen.emit(item.data(0, _RECORD))

    @Slot()
    def _entered(self) -> None:
        item: QTreeWidgetItem | None = self._tree.currentItem()  # the stubs forget that there may be none
        span_id = None if item is None else item.data(0, _SPAN)
        if isinstance(span_id, int):
            self.span_wished.emit(span_id)

    @Slot()
    def _remove(self) -> None:
        item: QTreeWidgetItem | None = self._tree.currentItem()  # as above
        if item is None:
            return
        member = item.data(0, _MEMBER)
        if isinstance(member, int):
            self.untie_wished.emit(member)
        else:
            self.removal_wished.emit(item.data(0, _RECORD))

    @Slot()
    def _tie_value(self) -> None:
        text = self._value.text().strip()
        if text:
            self._value.clear()
            self.value_wished.emit(str(self._role.currentData()), text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Records"))
        self._tree.setAccessibleName(self.tr("Records of the document"))
        self._role.setAccessibleName(self.tr("Role of a value"))
        self._value.setAccessibleName(self.tr("Value without a span"))
        self._value.setPlaceholderText(self.tr("A value without a span, Enter"))
        self._out.setText(self.tr("Take out"))
        self._out.setAccessibleName(self.tr("Take out"))

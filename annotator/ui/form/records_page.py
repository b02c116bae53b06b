"""The records of the document: each with its members by role, to be walked, changed and completed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.form.member_editor import MemberEditor, MemberLine, Role
from annotator.ui.form.proposed_records import ProposedRecords
from annotator.ui.widgets.keys import ENTER, ESCAPE, REMOVE, emits
from annotator.ui.widgets.tones import chosen_tone, text_tone

_RECORD = Qt.ItemDataRole.UserRole
_MEMBER = Qt.ItemDataRole.UserRole + 1
_SPAN = Qt.ItemDataRole.UserRole + 2
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record as it is shown."""

    id: int
    incomplete: bool
    members: tuple[MemberLine, ...]


class _Tree(QTreeWidget):
    """Delete takes out what is chosen, Enter goes to its span, F2 changes it."""

    removal_wished = Signal()
    entered = Signal()
    escaped = Signal()
    edit_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        """What is said where there is no record."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in an empty list how something comes into it."""
        super().paintEvent(event)
        if self.topLevelItemCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(12, 12, -12, -12), int(flags), self.hint)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Lay a tone under the chosen row on which its words stay what they are."""
        super().initViewItemOption(option)
        role = QPalette.ColorRole
        option.palette.setColor(role.Highlight, chosen_tone(option.palette, active=self.hasFocus()))
        option.palette.setColor(role.HighlightedText, text_tone(option.palette))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of the list on."""
        if not emits(
            event,
            (REMOVE, self.removal_wished),
            (ENTER, self.entered),
            (ESCAPE, self.escaped),
            (frozenset({Qt.Key.Key_F2}), self.edit_wished),
        ):
            super().keyPressEvent(event)


class RecordsPage(QWidget):
    """Shows records, and says what a person wants of them."""

    record_chosen = Signal(int)
    span_wished = Signal(int)
    untie_wished = Signal(int)  # member id
    removal_wished = Signal(int)  # record id
    value_wished = Signal(str, object)  # role, Norm
    role_wished = Signal(int, str)  # member id, role
    value_edited = Signal(int, object)  # member id, Norm | None
    burst_ended = Signal()
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
        self._tree.edit_wished.connect(self._edit)
        self.editor = MemberEditor(self)
        self.editor.value_wished.connect(self.value_wished)
        self.editor.role_wished.connect(self.role_wished)
        self.editor.value_edited.connect(self.value_edited)
        self.editor.left.connect(self.burst_ended)
        self.editor.returned.connect(self._return_to_list)
        self._out = self.editor.out
        self._out.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self.proposed)
        column.addWidget(self._tree, 1)
        column.addWidget(self.editor)
        self.setFocusProxy(self._tree)
        self._fit()
        self._lines: tuple[RecordLine, ...] = ()
        self._editable = True
        self.retranslate()

    def set_roles(self, roles: Sequence[Role]) -> None:
        """Offer these roles for members and values."""
        self.editor.set_roles(roles)

    def show_records(self, lines: Sequence[RecordLine], current: int | None) -> None:
        """Show records; the current one is unfolded. A member of it that was current stays so."""
        here = self._member_id()
        self._lines = tuple(lines)
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for number, line in enumerate(self._lines, 1):
                self._add(number, line, current)
            self._choose(current, here)
            self._tree.resizeColumnToContents(0)
        self._tell_editor()

    def _choose(self, record_id: int | None, member_id: int | None) -> None:
        """Make a record current in the list, or that member of it."""
        for at, line in enumerate(self._lines):
            if line.id == record_id:
                head = self._tree.topLevelItem(at)
                numbers = [member.id for member in line.members]
                if head is not None:
                    inside = head.child(numbers.index(member_id)) if member_id in numbers else None
                    self._tree.setCurrentItem(inside or head)

    def _member_id(self) -> int | None:
        item: QTreeWidgetItem | None = self._tree.currentItem()  # the stubs forget that there may be none
        found = None if item is None else item.data(0, _MEMBER)
        return found if isinstance(found, int) else None

    def _tell_editor(self) -> None:
        """Let the member that is current be changed, or values be added to the record."""
        item: QTreeWidgetItem | None = self._tree.currentItem()  # as above
        here = self._member_id()
        members = (member for line in self._lines for member in line.members)
        self.editor.show_member(
            next((member for member in members if member.id == here), None), adds=item is not None
        )
        self._out.setEnabled(self._editable and item is not None)

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

    def set_editable(self, *, editable: bool) -> None:
        """Let records be changed, or only read."""
        self._editable = editable
        self.proposed.set_editable(editable=editable)
        self.editor.set_editable(editable=editable)
        self._tell_editor()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _went(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None:
            self._tell_editor()
            self.record_chosen.emit(item.data(0, _RECORD))

    @Slot()
    def _edit(self) -> None:
        self.editor.focus_first()

    @Slot()
    def _return_to_list(self) -> None:
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Let the list give way down to a few rows."""
        self._tree.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_ROWS)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._tree.hint = self.tr("No records yet. On a span, F7 or R ties it into one.")
        self._tree.viewport().update()
        self.setAccessibleName(self.tr("Records"))
        self._tree.setAccessibleName(self.tr("Records of the document"))

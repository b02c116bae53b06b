"""Changes a member of a record (its role, and the value of one without a span), or adds a value to the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.labels import Label
from annotator.core.validate import value_problem
from annotator.core.values import Norm
from annotator.ui.form.value_fields import ValueFields
from annotator.ui.form.value_reading import ReadWords
from annotator.ui.messages import said
from annotator.ui.widgets.keys import ESCAPE, emits
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.tones import small_font

_LEAST: Final = 4


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is offered: its key, its words, and a label of the kind of its values."""

    key: str
    words: str
    label: Label


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as it is shown: its role, its words, the span to go to (None: a value, or an empty one).

    `key` is its role in files, `norm` its own value.
    """

    id: int
    role: str
    words: str
    span_id: int | None
    empty: bool
    key: str = ""
    norm: Norm | None = None


class MemberEditor(QWidget):
    """What it is shown it never says; what is typed into a member it says at once, a new value on Enter."""

    role_wished = Signal(int, str)  # member id, role
    value_edited = Signal(int, object)  # member id, Norm | None
    value_wished = Signal(str, object)  # role, Norm
    left = Signal()  # the keyboard left a field: a burst of typing ends
    returned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("member-editor")
        self._roles: tuple[Role, ...] = ()
        self._member: MemberLine | None = None
        self._adds = False
        self._norm: Norm | None = None
        self._editable = True
        self._caption, self._problem = QLabel(self), QLabel(self)
        self._caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setObjectName("record-value-problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._role = QuietCombo(self)
        self._role.setObjectName("record-role")
        self._role.setMinimumContentsLength(_LEAST)
        self.out = QPushButton(self)
        self.out.setObjectName("record-out")
        self._fields = ValueFields(self, name="record-value")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._caption)
        row.addWidget(self._role, 1)
        row.addWidget(self.out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._fields)
        column.addWidget(self._problem)
        self._role.activated.connect(self._role_chosen)
        self._fields.edited.connect(self._typed)
        self._fields.left.connect(self.left)
        self._fields.returned.connect(self._entered)
        self._fit_fonts()
        self.retranslate()
        self._show()

    # What is shown.

    def set_roles(self, roles: Sequence[Role]) -> None:
        """Offer these roles; the last one is chosen at first."""
        if tuple(roles) == self._roles:
            return
        chosen = self._role.currentData()
        self._roles = tuple(roles)
        self._role.clear()
        for role in self._roles:
            self._role.addItem(one_line(role.words), role.key)
        self._role.setCurrentIndex(len(self._roles) - 1)
        if self._role.findData(chosen) >= 0:
            self._role.choose_data(chosen)
        self._show()

    def show_member(self, member: MemberLine | None, *, adds: bool) -> None:
        """Show a member, or (`adds`) offer to add a value to the record, or neither."""
        before = self._member
        fresh = adds != self._adds or (before is None) != (member is None)
        fresh = fresh or (before is not None and member is not None and before.id != member.id)
        self._member, self._adds = member, adds
        if fresh:
            self._norm = None
            if member is None and self._roles:
                self._role.setCurrentIndex(len(self._roles) - 1)
        self._show(fresh=fresh)

    def set_editable(self, *, editable: bool) -> None:
        """Let records be changed, or only read."""
        self._editable = editable
        self._show()

    def set_reader(self, read: ReadWords | None, document_date: str) -> None:
        """Understand typed values as newspapers write them; the calendar unfolds at the document's date."""
        self._fields.set_reader(read)
        self._fields.set_document_date(document_date)

    def focus_first(self) -> None:
        """Put the keyboard into the value, or into the role where the value is that of a span."""
        if self._fields.isHidden() or not self._fields.focus_first():
            self._role.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, *, fresh: bool = False) -> None:
        member, role = self._member, self._chosen()
        if member is not None:
            self._role.choose_data(member.key)
            role = self._chosen()
            self._norm = member.norm
        on = self._editable and (member is not None or self._adds)
        self._role.setEnabled(on)
        self._fields.setEnabled(on)
        self._fields.setVisible(member is None or member.span_id is None)
        if member is None or member.span_id is None:
            self._fields.show_value(self._norm, None if role is None else role.label, fresh=fresh)
        self._tell()

    def _chosen(self) -> Role | None:
        key = self._role.currentData()
        return next((role for role in self._roles if role.key == key), None)

    def _tell(self) -> None:
        member, role = self._member, self._chosen()
        self._caption.setText(self.tr("New value ↵") if member is None else self.tr("Member"))
        label = None if role is None else role.label
        shown = not self._fields.isHidden() and self._norm is not None and label is not None
        problem = value_problem(self._norm, label) if shown and label is not None else None
        self._problem.setText("" if problem is None else f"⚠ {said(problem)}")
        self._problem.setVisible(problem is not None)

    # What a person does.

    @Slot()
    def _role_chosen(self) -> None:
        key, member = str(self._role.currentData() or ""), self._member
        if member is None:
            self._norm = None
            self._show(fresh=True)
        elif key != member.key:
            self.role_wished.emit(member.id, key)

    @Slot(object)
    def _typed(self, norm: Norm | None) -> None:
        self._norm = norm
        if self._member is not None:
            self.value_edited.emit(self._member.id, norm)
        self._tell()

    @Slot()
    def _entered(self) -> None:
        norm = self._norm
        if self._member is not None:
            self.returned.emit()
        elif norm is not None and (norm.value or "").strip():
            self._norm = None
            self._show(fresh=True)
            self.value_wished.emit(str(self._role.currentData()), norm)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if not emits(event, (ESCAPE, self.returned)):
            super().keyPressEvent(event)

    # Words and looks.

    def _fit_fonts(self) -> None:
        for label in (self._caption, self._problem):
            label.setFont(small_font(self.font()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_fonts()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Member of the record"))
        self._role.setAccessibleName(self.tr("Role of the member"))
        self._role.setToolTip(self.tr("Role of the member"))
        self.out.setText(self.tr("Take out"))
        self.out.setAccessibleName(self.tr("Take out"))
        self.out.setToolTip(self.tr("Take the member out, or the record apart (Delete)"))
        self._problem.setAccessibleName(self.tr("What is wrong with the value"))
        self._tell()

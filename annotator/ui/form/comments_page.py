"""The comments of the document in the form: the list, what can be done with one, and where one is written."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from annotator.app.documents.company import SeenComment
from annotator.ui.form.comment_list import CommentList, CommentModel
from annotator.ui.form.note_field import NoteField
from annotator.ui.widgets.buttons import TextButton
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.keys import ESCAPE, emits
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo

_MARGIN: Final = 12
_QUOTE: Final = 24


class CommentField(NoteField):
    """Enter ends the comment, Shift+Enter begins a line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class CommentsPage(QWidget):
    """Shows comments and says what is wished; a comment is said as it is typed."""

    written = Signal(str, str, bool)  # text, addressee, on the current span
    finished = Signal()  # Enter: the comment is whole
    chosen = Signal(int)  # the id of a comment that a person went to
    edit_wished = Signal(int)
    removal_wished = Signal(int)
    resolve_wished = Signal(int, bool)
    editing_finished = Signal()  # the keyboard left the field: the burst ends
    returned = Signal()  # Esc: the keyboard goes back to the article

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comments-page")
        self.model = CommentModel(self)
        self.list = CommentList(self.model, self)
        self._hint = QLabel(self)
        self._pages = QStackedWidget(self)
        self._resolve = TextButton(self)
        self._edit = TextButton(self)
        self._remove = TextButton(self)
        self._compose = QWidget(self)
        self._target = QuietCombo(self._compose)
        self._to = QuietCombo(self._compose)
        self.field = CommentField(self._compose, least_lines=1)
        self._quote: str | None = None
        self._names: tuple[str, ...] = ()
        self._name_objects()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _name_objects(self) -> None:
        for widget, name in (
            (self._hint, "comments-hint"),
            (self._resolve, "comment-resolve"),
            (self._edit, "comment-edit"),
            (self._remove, "comment-remove"),
            (self._compose, "comment-compose"),
            (self._target, "comment-target"),
            (self._to, "comment-to"),
            (self.field, "comment-field"),
        ):
            widget.setObjectName(name)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._hint)
        actions = FlowLayout(spacing=0)
        actions.setContentsMargins(2, 0, _MARGIN, 0)
        for button in (self._resolve, self._edit, self._remove):
            actions.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._target, 1)
        row.addWidget(self._to, 1)
        compose = QVBoxLayout(self._compose)
        compose.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        compose.setSpacing(4)
        compose.addLayout(row)
        compose.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._pages, 1)
        column.addLayout(actions)
        column.addWidget(self._compose)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.list.chosen.connect(self._went)
        self.list.edit_pressed.connect(self._wish_edit)
        self.list.removal_pressed.connect(self._wish_removal)
        self.list.resolve_pressed.connect(self._wish_resolve)
        self._edit.clicked.connect(self._wish_edit)
        self._remove.clicked.connect(self._wish_removal)
        self._resolve.clicked.connect(self._wish_resolve)
        self._to.activated.connect(self._readdressed)
        self.field.edited.connect(self._written)
        self.field.entered.connect(self.finished)
        self.field.left.connect(self.editing_finished)

    # What is shown.

    def set_comments(self, comments: Sequence[SeenComment]) -> None:
        """Show these comments; the chosen one stays chosen."""
        chosen = self.list.current_id
        self.model.set_comments(comments)
        self.list.show_comment(chosen)
        self._tell()

    def show_comment(self, comment_id: int | None) -> None:
        """Choose a comment and bring it into sight; says nothing."""
        self.list.show_comment(comment_id)
        self._tell()

    def set_target(self, quote: str | None) -> None:
        """Offer the current span (the text it covers) to be commented on; None: only the document."""
        if quote != self._quote:
            self._quote = quote
            self._fill_target()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Offer these people as addressees."""
        if names != self._names:
            self._names = names
            self._fill_to()

    def show_written(self, seen: SeenComment | None, *, fresh: bool) -> None:
        """Show the comment that is being written, or an empty field for the next one."""
        self.field.show_note("" if seen is None else seen.comment.text, fresh=fresh)
        self._target.setEnabled(seen is None)
        if seen is not None:
            if self._to.findData(seen.comment.to) < 0:
                self._to.addItem(one_line(seen.comment.to), seen.comment.to)
            self._to.choose_data(seen.comment.to)
            self.list.show_comment(seen.comment.id)
            self._tell()

    def take_target(self, *, on_span: bool) -> None:
        """Aim the next comment at the current span, or at the document."""
        self._target.setCurrentIndex(0 if on_span else self._target.count() - 1)

    def set_editable(self, *, editable: bool) -> None:
        """Let comments be written, or only read."""
        self._compose.setVisible(editable)
        for button in (self._resolve, self._edit, self._remove):
            button.setVisible(editable)
        self.setFocusProxy(self.field if editable else self.list)

    def _tell(self) -> None:
        """Show list or hint, and what can be done with the chosen comment."""
        seen = self.model.comment_at(self.list.currentIndex().row())
        self._pages.setCurrentIndex(0 if self.model.comments else 1)
        self._edit.setEnabled(seen is not None and seen.mine)
        self._remove.setEnabled(seen is not None and seen.mine)
        self._resolve.setEnabled(seen is not None)
        resolved = seen is not None and seen.comment.resolved
        self._resolve.setText(self.tr("Reopen") if resolved else self.tr("Resolve"))
        self._resolve.setAccessibleName(self._resolve.text())
        self._resolve.updateGeometry()

    def _fill_target(self) -> None:
        on_document = self._target.currentData() is False and self._target.count() > 1
        self._target.clear()
        if self._quote is not None:
            line = one_line(self._quote)
            short = line if len(line) <= _QUOTE else f"{line[: _QUOTE - 1]}…"
            self._target.addItem(self.tr("On “%1”").replace("%1", short), True)  # noqa: FBT003  # Qt's own
        self._target.addItem(self.tr("On the document"), False)  # noqa: FBT003  # Qt's own
        self.take_target(on_span=not on_document)

    def _fill_to(self) -> None:
        chosen = self._to.currentData() or ""
        self._to.clear()
        self._to.addItem(self.tr("To anyone"), "")
        for name in self._names:
            self._to.addItem(self.tr("To %1").replace("%1", one_line(name)), name)
        self._to.setCurrentIndex(max(0, self._to.findData(chosen)))

    # What a person does.

    def _said(self) -> tuple[str, bool]:
        return str(self._to.currentData() or ""), self._target.currentData() is True

    @Slot(str)
    def _written(self, text: str) -> None:
        self.written.emit(text, *self._said())

    @Slot()
    def _readdressed(self) -> None:
        if self.field.written.strip():
            self.written.emit(self.field.written, *self._said())

    @Slot(int)
    def _went(self, comment_id: int) -> None:
        self._tell()
        self.chosen.emit(comment_id)

    def _chosen(self) -> SeenComment | None:
        return self.model.comment_at(self.list.currentIndex().row())

    @Slot()
    def _wish_edit(self) -> None:
        seen = self._chosen()
        if seen is not None and self._edit.isEnabled():
            self.edit_wished.emit(seen.comment.id)

    @Slot()
    def _wish_removal(self) -> None:
        seen = self._chosen()
        if seen is not None and self._remove.isEnabled():
            self.removal_wished.emit(seen.comment.id)

    @Slot()
    def _wish_resolve(self) -> None:
        seen = self._chosen()
        if seen is not None:
            self.resolve_wished.emit(seen.comment.id, not seen.comment.resolved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the article."""
        if not emits(event, (ESCAPE, self.returned)):
            super().keyPressEvent(event)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Comments"))
        self.list.setAccessibleName(self.tr("Comments"))
        self._hint.setText(self.tr("No comments yet."))
        for button, words in ((self._edit, self.tr("Edit")), (self._remove, self.tr("Delete"))):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
        self._target.setAccessibleName(self.tr("What the comment is on"))
        self._to.setAccessibleName(self.tr("To whom"))
        self.field.setAccessibleName(self.tr("Comment"))
        self.field.setPlaceholderText(self.tr("Write a comment, Enter"))
        self._fill_target()
        self._fill_to()
        self._tell()
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

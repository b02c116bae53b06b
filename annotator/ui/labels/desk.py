"""The label set from the window: opens the editor and its sister panels, turns its wishes into commands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.labels import LABEL_FILE_SUFFIX, export_labels, proposed_label_file
from annotator.core.changes import Changes
from annotator.core.commands.labels import (
    AddLabel,
    MoveLabel,
    SetColour,
    SetDescription,
    SetDigit,
    SetKey,
    SetTitle,
    key_problem,
)
from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.core.values import ValueKind
from annotator.ui.form.words import label_title
from annotator.ui.labels.before_desk import BeforeDesk
from annotator.ui.labels.editor import LabelEditor
from annotator.ui.labels.question import Asked
from annotator.ui.labels.reaching import Reaching
from annotator.ui.labels.rooms import Rooms
from annotator.ui.labels.walk_desk import WalkDesk
from annotator.ui.messages import said
from annotator.ui.theme import Theme

LABEL_FILES = f"(*{LABEL_FILE_SUFFIX} *.json)"


class LabelsDesk(QObject):
    """Owns the editor of one workspace; it redraws from notices only."""

    def __init__(self, rooms: Rooms, theme: Theme) -> None:
        super().__init__(rooms.desk)
        self._rooms = rooms
        self._session = rooms.session
        self._theme = theme
        self._burst = 0
        self._reaching = Reaching(rooms)
        self._walk = WalkDesk(rooms, theme)
        self._before = BeforeDesk(rooms)
        self._before.counted.connect(self._counted)
        rooms.bridge.changed.connect(self._take_in)
        rooms.panels.opened.connect(self._panel_changed)
        rooms.panels.closed.connect(self._panel_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions on the label set do."""
        return {
            "labels.edit": self.open_editor,
            "labels.search": self.search,
            "labels.walk": self.walk_current,
            "labels.before": self._before.open_panel,
            "labels.import": self._choose_import,
            "labels.export": self._choose_export,
        }

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._walk.set_theme(theme)
        editor = self._reaching.editor
        if editor is not None:
            editor.set_theme(theme)

    def stop(self) -> None:
        """End what is under way, before the project is shut."""
        self._before.stop()
        self._rooms.errands.stop()

    # The editor.

    def open_editor(self) -> None:
        """Show the label set, at the label of the current span."""
        if self._reaching.editor is None:
            self._make_editor()
        editor, span = self._reaching.editor, self._rooms.desk.current
        if editor is not None:
            if span is not None:
                editor.show_label(span.label_id)
            editor.list.setFocus()

    def search(self) -> None:
        """Show the label set with the keyboard in its search, which looks through the guidelines too."""
        self.open_editor()
        editor = self._reaching.editor
        if editor is not None:
            editor.list.focus_search()

    def _make_editor(self) -> None:
        self._rooms.desk.end_burst()
        editor = LabelEditor(self._theme)
        self._connect(editor)
        editor.set_editable(editable=not self._session.project.read_only)
        editor.set_labels(self._session.labels, self._undoable())
        self._rooms.panels.open_panel(editor)
        self._before.ask()

    def _connect(self, editor: LabelEditor) -> None:
        fields, listed = editor.fields, editor.list
        fields.key_typed.connect(self._key_typed)
        fields.key_given.connect(self._key_given)
        fields.title_edited.connect(self._title)
        fields.description_edited.connect(self._description)
        fields.digit_chosen.connect(self._digit)
        fields.colour_chosen.connect(self._colour)
        fields.kind_chosen.connect(self._kind)
        fields.choices_given.connect(self._choices)
        fields.burst_ended.connect(self._end_burst)
        listed.add_wished.connect(self._ask_new)
        listed.split_wished.connect(self._ask_split)
        listed.walk_wished.connect(self._walk.begin)
        listed.move_wished.connect(self._move)
        listed.removal_wished.connect(self._reaching.remove)
        editor.question.answered.connect(self._reaching.answered)
        editor.question.choice_changed.connect(self._reaching.choice_changed)
        editor.question.taken_back.connect(self._reaching.question_over)
        editor.label_shown.connect(self._end_burst)
        editor.undo_wished.connect(self._undo)
        editor.import_wished.connect(self._choose_import)
        editor.export_wished.connect(self._choose_export)
        editor.before_wished.connect(self._before.open_panel)
        editor.close_wished.connect(self._close)

    @property
    def _label(self) -> Label | None:
        editor = self._reaching.editor
        return editor.label if editor is not None else None

    def _undoable(self) -> str:
        step = self._rooms.bridge.history(None).to_undo
        return said(step.message) if step is not None else ""

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        """Show the set as it is after any change of it, and what undo would take back."""
        editor = self._reaching.editor
        if editor is not None and (changes.touch("label") or changes.document_id is None):
            editor.set_labels(self._session.labels, self._undoable())

    @Slot(int)
    def _counted(self, count: int) -> None:
        editor = self._reaching.editor
        if editor is not None:
            editor.set_done_before(count)

    @Slot()
    def _panel_changed(self) -> None:
        self._before.watch(watched=self._reaching.editor is not None)

    @Slot()
    def _close(self) -> None:
        self._rooms.panels.close_panel()

    @Slot()
    def _undo(self) -> None:
        self._end_burst()
        self._rooms.bridge.undo(None)

    @Slot()
    def _end_burst(self) -> None:
        self._session.seal(None)
        self._burst += 1

    # Fields.

    @Slot(str)
    def _key_typed(self, key: str) -> None:
        editor, label = self._reaching.editor, self._label
        if editor is not None and label is not None:
            problem = key_problem(self._session.labels, key, label_id=label.id)
            editor.tell(said(problem) if problem is not None else "")

    @Slot(str)
    def _key_given(self, key: str) -> None:
        editor, label = self._reaching.editor, self._label
        if editor is None or label is None:
            return
        problem = key_problem(self._session.labels, key, label_id=label.id)
        if problem is None:
            self._rooms.bridge.do(SetKey(label.id, key))
        else:
            editor.tell(said(problem))
            editor.fields.key.bring_back()

    @Slot(str)
    def _title(self, title: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetTitle(self._label.id, title, str(self._burst)))

    @Slot(str)
    def _description(self, description: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetDescription(self._label.id, description, str(self._burst)))

    @Slot(str)
    def _digit(self, digit: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetDigit(self._label.id, digit))

    @Slot(str)
    def _colour(self, role: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetColour(self._label.id, role))

    @Slot(object)
    def _kind(self, kind: object) -> None:
        label = self._label
        if label is not None and isinstance(kind, ValueKind) and kind is not label.kind:
            self._reaching.set_kind(label, kind, ())

    @Slot(object)
    def _choices(self, choices: object) -> None:
        label = self._label
        if label is not None and isinstance(choices, tuple):
            self._reaching.set_kind(label, label.kind, choices)

    @Slot(int, int)
    def _move(self, label_id: int, by: int) -> None:
        self._rooms.bridge.do(MoveLabel(label_id, by))

    # New labels.

    @Slot()
    def _ask_new(self) -> None:
        asked = Asked(
            self.tr("Which key should the new label have in files?"),
            (("add", self.tr("Add the label")),),
            field=self.tr("Key"),
        )
        self._reaching.ask(asked, self._new_named)

    def _new_named(self, _answer: str, key: object) -> None:
        self._add(str(key), 0)

    @Slot(int)
    def _ask_split(self, label_id: int) -> None:
        label = self._session.labels.by_id(label_id)
        if label is None:
            return
        told = self.tr(
            "Split {label}: a second label with the same kind of value, then a walk over its spans, a digit each."
        )
        asked = Asked(
            told.format(label=label_title(label)),
            (("split", self.tr("Split, and walk")),),
            field=self.tr("Key"),
        )
        self._reaching.ask(asked, partial(self._split_named, label_id))

    def _split_named(self, label_id: int, _answer: str, key: object) -> None:
        if self._add(str(key), label_id):
            self._walk.begin(label_id)

    def _add(self, key: str, like: int) -> bool:
        """Add a label; where the key will not do, say why beside it. Tell whether it was added."""
        editor = self._reaching.editor
        if editor is None:
            return False
        key = key.strip()
        problem = key_problem(self._session.labels, key)
        if problem is not None:
            editor.question.set_note(said(problem))
            return False
        if self._rooms.bridge.do(AddLabel(key, like=like)) is None:
            return False
        editor.close_question()
        label = self._session.labels.by_key(key)
        if label is not None:
            editor.show_label(label.id)
            editor.fields.title.setFocus()
            editor.fields.title.selectAll()
        return True

    # The walk.

    def walk_current(self) -> None:
        """Go along the spans of the label of the current span, else of the editor's, else of the first."""
        span, labels = self._rooms.desk.current, self._session.labels.labels
        if span is not None:
            self._walk.begin(span.label_id)
        elif self._label is not None:
            self._walk.begin(self._label.id)
        elif labels:
            self._walk.begin(labels[0].id)

    # Files.

    @Slot()
    def _choose_import(self) -> None:
        folder = str(self._session.project.path.parent)
        name, _filter = QFileDialog.getOpenFileName(
            self._rooms.panels, self.tr("Import labels"), folder, f"{self.tr('Label files')} {LABEL_FILES}"
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Open the editor and say what the labels of a file would change."""
        self.open_editor()
        self._reaching.take_file(path)

    @Slot()
    def _choose_export(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self._rooms.panels,
            self.tr("Export labels"),
            str(proposed_label_file(self._session)),
            f"{self.tr('Label files')} {LABEL_FILES}",
        )
        if name:
            self.write_file(Path(name))

    def write_file(self, path: Path) -> None:
        """Write the label set to a file, and say where."""
        try:
            written = export_labels(self._session, path)
        except UserError as error:
            self._rooms.bridge.failed.emit(error.message)
            return
        told = self.tr("Written: labels {count}, to {path}.").format(
            count=len(self._session.labels.labels), path=written
        )
        self._rooms.notices.show_notice(told, "info", ())

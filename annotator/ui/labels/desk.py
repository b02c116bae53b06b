"""The label set from the window: opens the editor and its sister panels, turns its wishes into commands."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.project.labels import LABEL_FILE_SUFFIX, export_labels, proposed_label_file
from annotator.core.changes import Changes
from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.ui.labels.before_desk import BeforeDesk
from annotator.ui.labels.editing import Editing
from annotator.ui.labels.editor import LabelEditor
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
        self._reaching = Reaching(rooms)
        self._walk = WalkDesk(rooms, theme)
        self._editing = Editing(rooms, self._reaching, self._walk)
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
        self._editing.connect_editor(editor)
        self._reaching.connect_editor(editor)
        editor.list.walk_wished.connect(self._walk.begin)
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
        self._editing.end_burst()
        self._rooms.bridge.undo(None)

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
        self._rooms.notices.show_notice(
            lambda: self.tr("Written: labels {count}, to {path}.").format(
                count=len(self._session.labels.labels), path=written
            ),
            "info",
            (),
        )

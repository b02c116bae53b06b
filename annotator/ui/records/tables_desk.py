"""The tables of the project below the article: filled by a worker, kept up with the work, gone to, written as CSV."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.project.tables import ChooseJob, Chosen, CsvJob, proposed_table_file, rows_of
from annotator.core.changes import Changes
from annotator.core.messages import Message
from annotator.core.tables import Table, TableQuery, TableRow
from annotator.ui.labels.errands import Errands
from annotator.ui.records.table_panel import TablePanel
from annotator.ui.workspace import Workspace

_QUIET_MS: Final = 250
_TOUCHING: Final = (
    "record", "record_member", "relation", "span", "document", "layer", "label", "annotator", "import_run",
)  # fmt: skip


class TablesDesk(QObject):
    """Asks one thing at a time; what was asked meanwhile is asked after it."""

    record_wished = Signal(int)  # the record that a person went to; its document is shown

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._host = workspace.below
        self._errands = Errands(self)
        self._errands.failed.connect(self._failed)
        self._asking = self._again = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        workspace.bridge.changed.connect(self._take_in)
        workspace.closing.connect(self._stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"view.project-records": self.open_records, "view.project-relations": self.open_relations}

    @property
    def _panel(self) -> TablePanel | None:
        panel = self._host.panel
        return panel if isinstance(panel, TablePanel) else None

    def open_records(self) -> None:
        """Show the records of the project, or go to them where they are shown."""
        self._open(Table.RECORDS)

    def open_relations(self) -> None:
        """Show the relations of the project, or go to them where they are shown."""
        self._open(Table.RELATIONS)

    def _open(self, table: Table) -> None:
        panel = self._panel
        if panel is None:
            panel = TablePanel(self._rows)
            panel.query_changed.connect(self._ask)
            panel.row_entered.connect(self._go)
            panel.csv_wished.connect(self._write)
            panel.close_wished.connect(self._host.close_panel)
            self._host.open_panel(panel)
            panel.open_table(table)
            if table is Table.RECORDS:  # which it asks for at first, without saying so
                self._ask()
            return
        panel.open_table(table)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is shown.

    def _rows(self, table: Table, ids: Sequence[int]) -> Sequence[TableRow]:
        return rows_of(self._session, table, ids)

    @Slot()
    @Slot(object)
    def _ask(self, _query: TableQuery | None = None) -> None:
        panel = self._panel
        if panel is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._errands.run(ChooseJob(self._session.project, panel.query), self._answered)

    def _answered(self, found: object) -> None:
        self._asking = False
        panel = self._panel
        if panel is not None and isinstance(found, Chosen):
            panel.show_chosen(found)
        if self._again:
            self._again = False
            self._ask()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        panel = self._panel
        if panel is not None and changes.touch(*_TOUCHING):
            panel.model.forget()
            self._quiet.start()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._asking = False
        self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _stop(self) -> None:
        self._quiet.stop()
        self._errands.stop()

    # What a person does.

    @Slot(object)
    def _go(self, row: TableRow) -> None:
        """Show the document of a row at its first span, and, of one's own, the record itself."""
        panel, desk = self._panel, self._workspace.desk
        if desk.document_id != row.document_id:
            desk.show_document(row.document_id)
        layer = self._session.layer(row.document_id)
        own = layer is not None and layer.head.id == row.layer_id
        if own and row.span_id:
            self._workspace.walking.go_to_span(row.span_id)
        elif row.start >= 0:
            desk.place_caret(min(row.start, len(desk.text)))
            self._workspace.pane.ensure_visible(row.start, row.start + 1)
        if own and panel is not None and panel.query.table is Table.RECORDS:
            self.record_wished.emit(row.id)
        self._workspace.focus_article()

    @Slot()
    def _write(self) -> None:
        panel = self._panel
        if panel is None:
            return
        table, ids = panel.model.table, panel.model.ids
        name, _filter = QFileDialog.getSaveFileName(
            self._workspace.window(),
            self.tr("Export as CSV"),
            str(proposed_table_file(self._session, table)),
            "CSV (*.csv)",
        )
        if name:
            job = CsvJob(self._session.project, table, ids, Path(name))
            self._errands.run(job, _Written(self, name).tell)

    def tell_written(self, name: str, count: int) -> None:
        """Say how many rows were written, and where."""
        self._workspace.notices.show_notice(
            lambda: self.tr("Written: rows %1, to %2.").replace("%1", f"{count:,}").replace("%2", name),
            "info",
            (),
        )


class _Written:
    """Knows the name of the file while it is written."""

    def __init__(self, desk: TablesDesk, name: str) -> None:
        self._desk = desk
        self._name = name

    def tell(self, count: object) -> None:
        if isinstance(count, int):
            self._desk.tell_written(self._name, count)

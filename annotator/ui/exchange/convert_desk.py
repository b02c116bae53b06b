"""Converting files from the window: asks which and into what, converts in a worker, gives the account."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.exports.converting import ConvertJob, ConvertRequest, ConvertResult
from annotator.app.exports.format_choices import format_choices
from annotator.app.imports.columns import ColumnChoice
from annotator.app.imports.known_texts import WithTexts
from annotator.app.imports.rejects import Refused, counts_as_browsers, refused_by
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.formats.attaching import Texts
from annotator.ui.appearance import Appearance
from annotator.ui.exchange.account_panel import AccountPanel
from annotator.ui.exchange.convert_panel import ConvertPanel
from annotator.ui.exchange.saving import RejectSaver
from annotator.ui.export.words import held_back_line, loss_lines
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class ConvertDesk(QObject):
    """Converts files for one workspace, whose texts serve files that hold marks alone; the project is not touched."""

    def __init__(self, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._appearance = appearance
        self._formats = format_choices()
        self._saver = RejectSaver(workspace)
        self._panel: ConvertPanel | None = None
        self._request = ConvertRequest((), Path(), "")
        self._result = ConvertResult()
        self._refused: list[Refused] = []
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        workspace.panels.closed.connect(self._closed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"file.convert": self.choose}

    def choose(self) -> None:
        """Ask which files to convert, then into what."""
        names, _filter = QFileDialog.getOpenFileNames(self._workspace, self.tr("Convert files"))
        if not names:
            return
        name = self._workspace.session.annotator.name
        panel = ConvertPanel([Path(name) for name in names], self._formats, name)
        panel.convert_wished.connect(self._convert)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)
        self._panel = panel

    @Slot(object)
    def _convert(self, target: Path) -> None:
        panel = self._panel
        if panel is None or self._job.busy:
            return
        try:
            request = panel.request(target)
        except UserError as error:
            panel.tell(error.message)
            return
        columns = ColumnChoice(known=self._appearance.settings.table_columns)
        self._request = replace(request, reader=replace(request.reader, columns=columns))
        panel.set_busy(busy=True)
        self._start()

    def _start(self) -> None:
        self._job.start(WithTexts(self._workspace.session.project, partial(_job, self._request)))

    @Slot()
    def _again(self) -> None:
        """Convert once more, with the offsets counted as browsers count."""
        if not self._job.busy:
            self._request = replace(self._request, reader=replace(self._request.reader, utf16=True))
            self._start()

    @Slot(object)
    def _finished(self, result: ConvertResult) -> None:
        self._result = result
        self._refused = refused_by(result.files, result.doubtful)
        if result.faults:
            self._refused.append(Refused(self._request.target, result.faults))
        offered = not self._request.reader.utf16 and counts_as_browsers(self._refused)
        panel = AccountPanel(self._told, self._refused, utf16_offered=offered)
        panel.again_wished.connect(self._again)
        panel.save_wished.connect(self._save)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)
        self._panel = None

    def _told(self) -> list[str]:
        result, request = self._result, self._request
        if not result.documents:
            return [self.tr("Nothing was written: there was nothing to convert")]
        told = self.tr("Converted: documents %1, spans %2").replace("%1", f"{result.documents:,}")
        where = self.tr("Written to %1.").replace("%1", str(request.target))
        lines = loss_lines(result.lost, result.at_risk, request.format, self._formats[0].title)
        parts = (told.replace("%2", f"{result.spans:,}"), where, held_back_line(result.held_back), *lines)
        return [part for part in parts if part]

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._panel is not None:
            self._panel.tell(told)
        else:
            kind = "info" if told.id == "job.cancelled" else "problem"
            self._workspace.notices.show_notice(told, kind, ())

    @Slot()
    def _ended(self) -> None:
        if self._panel is not None:
            self._panel.set_busy(busy=False)

    @Slot()
    def _save(self) -> None:
        self._saver.save(self._refused)

    @Slot()
    def _closed(self) -> None:
        self._panel = None


def _job(request: ConvertRequest, texts: Texts) -> ConvertJob:
    return ConvertJob(replace(request, texts=texts))

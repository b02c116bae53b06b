"""Exporting the open project: opens the panel, counts what would go out, starts the worker, gives the account."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import ExportOptions, ExportResult, layer_choices, proposed_file
from annotator.app.exports.format_choices import format_choices
from annotator.core.commands.people import NameAnnotator
from annotator.core.messages import Message
from annotator.ui.export.forecast import Forecast
from annotator.ui.export.panel import ExportPanel, Offered
from annotator.ui.export.words import account_lines, forecast_words, paragraph, written_words
from annotator.ui.messages import said
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class ExportDesk(QObject):
    """One export at a time for one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._panel: ExportPanel | None = None
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._formats = format_choices()
        self._format = ""
        self._forecast = Forecast(workspace.session, self)
        self._forecast.told.connect(self._foretold)
        self._forecast.refused.connect(self._foretold_refusal)
        workspace.panels.closed.connect(self._closed)

    def open_panel(self) -> None:
        """Show the panel with its defaults."""
        session = self._workspace.session
        self._workspace.desk.end_burst()
        offered = Offered(
            layers=layer_choices(session),
            formats=self._formats,
            labels=[label.key for label in session.labels.labels],
            proposed=proposed_file(session),
            name_needed=not session.annotator.name,
        )
        panel = ExportPanel(offered)
        panel.export_wished.connect(self._export)
        panel.options_changed.connect(self._ask)
        panel.close_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)
        self._panel = panel
        self._ask()

    def stop(self) -> None:
        """Cancel what is under way and wait for it."""
        self._forecast.stop()
        self._job.stop()

    # What would go out.

    @Slot()
    def _ask(self) -> None:
        if self._panel is not None and not self._job.busy:
            self._forecast.ask(*self._panel.wish(dry_run=True))

    @Slot(object)
    def _foretold(self, result: ExportResult) -> None:
        if self._panel is not None:
            lines = account_lines(result, self._panel.format, self._formats[0].title)
            self._panel.foretell(paragraph([forecast_words(result), *lines]))

    @Slot(object)
    def _foretold_refusal(self, told: Message) -> None:
        if self._panel is not None:
            self._panel.foretell(said(told))

    # The export itself.

    @Slot(object, object)
    def _export(self, options: ExportOptions, path: Path) -> None:
        panel = self._panel
        if panel is None or self._job.busy:
            return
        if panel.name() and self._workspace.bridge.do(NameAnnotator(panel.name())) is None:
            return
        panel.set_busy(busy=True)
        self._forecast.forget()
        self._format = options.format
        session = self._workspace.session
        self._job.start(ExportJob(session.project, session.annotator.id, options, path))

    @Slot(object)
    def _finished(self, result: ExportResult) -> None:
        told = partial(written_words, result)
        account = partial(self._account, result, self._format)
        if self._panel is not None:
            self._panel.tell(account)
            # What stays behind can be read in the panel.
            self._workspace.notices.show_notice(told, "info", ())
        else:
            self._workspace.notices.show_notice(account, "info", ())

    def _account(self, result: ExportResult, format_: str) -> str:
        return paragraph([written_words(result), *account_lines(result, format_, self._formats[0].title)])

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._panel is not None:
            self._panel.tell(told)
        else:
            self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _ended(self) -> None:
        if self._panel is not None:
            self._panel.set_busy(busy=False)

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()

    @Slot()
    def _closed(self) -> None:
        self._panel = None
        self._forecast.forget()

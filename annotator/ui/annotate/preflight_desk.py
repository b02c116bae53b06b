"""Done, and what stands before it: runs the checks, shows what they found, remembers what is waved off."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.app.documents.preflight import PreflightJob, ProjectFindings, findings_of
from annotator.core.changes import Changes
from annotator.core.commands.waivers import Waive, WaivedPlace
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.messages import Message
from annotator.core.preflight import Finding, Place
from annotator.ui.action_set import ActionSet
from annotator.ui.annotate.preflight_panel import PreflightPanel, Reach, Waved
from annotator.ui.annotate.project_preflight_panel import ProjectPreflightPanel
from annotator.ui.messages import said
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace

_QUIET_MS: Final = 120
UNDO_WAIVER: Final = "undo-waiver"
_MATTERS: Final = (
    "document", "label", "layer", "record", "record_member", "refusal", "span", "suggestion", "text_version",
    "waiver",
)  # fmt: skip


# Their keys work while the keyboard is in the list of findings, so that a place is mended without leaving it.
_MENDING: Final = (
    *(f"mark.label-{digit}" for digit in range(1, 10)), "mark.josa", "mark.remove", "mark.end-left",
    "mark.end-right", "mark.start-left", "mark.start-right", "mark.value", "mark.note", "mark.unsure",
)  # fmt: skip


class PreflightDesk(QObject):
    """The checks of one workspace. Its list of findings redraws from notices only."""

    def __init__(self, workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._waived = 0  # the step that the notice's undo takes back
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._look_again)
        workspace.bridge.changed.connect(self._take_in)
        workspace.suggesting.open_changed.connect(self._look_soon)
        workspace.desk.document_shown.connect(self._document_shown)
        workspace.notices.action_chosen.connect(self._acted)
        workspace.closing.connect(self.stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"document.done": self.done, "document.preflight-project": self.open_project}

    @property
    def _panel(self) -> PreflightPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, PreflightPanel) else None

    # Done.

    def done(self) -> None:
        """Finish the document and go to the next, where nothing is found or it was shown; reopen a done one."""
        desk, marking = self._workspace.desk, self._workspace.marking
        if desk.status is Status.DONE:
            marking.set_status(Status.IN_PROGRESS)
            return
        desk.end_burst()
        findings = [] if self._panel is not None else self._found()
        if findings and desk.document_id is not None:
            self._open(desk.document_id, findings)
        elif findings is not None:
            self.finish()

    @Slot()
    def finish(self) -> None:
        """Finish the document, whatever was found, and go to the next."""
        if self._workspace.marking.set_status(Status.DONE):
            if self._panel is not None:
                self._workspace.panels.close_panel()
            self._workspace.shelf.open_next()

    def _found(self) -> list[Finding] | None:
        """Return what the checks find in the document shown; None where they could not be made, which is told."""
        document_id, suggesting = self._workspace.desk.document_id, self._workspace.suggesting
        try:
            if document_id is None:
                return []
            return findings_of(self._workspace.session, document_id, suggesting.open, suggesting.least)
        except UserError as error:
            self._workspace.bridge.failed.emit(error.message)
            return None

    def _open(self, document_id: int, findings: list[Finding]) -> None:
        panel = PreflightPanel(document_id)
        panel.place_wished.connect(self._go)
        panel.article_wished.connect(self._workspace.focus_article)
        panel.waive_wished.connect(self._waive)
        panel.finish_wished.connect(self.finish)
        panel.close_wished.connect(self._close)
        panel.list.addActions([self._actions[name] for name in _MENDING])
        panel.set_findings(findings, self._workspace.desk.text)
        panel.set_editable(editable=not self._workspace.session.project.read_only)
        self._workspace.panels.open_panel(panel)
        panel.list.go_on()

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()

    @Slot(object)
    def _go(self, place: Place) -> None:
        """Bring a place into sight: its span or suggestion is current then, other text is selected."""
        pane, text = self._workspace.pane, self._workspace.desk.text
        if place.span_id is not None:
            self._workspace.walking.go_to_span(place.span_id)
        elif self._workspace.suggesting.go_to_place((place.start, place.end)):
            return
        elif place.start < place.end <= len(text):
            pane.select(place.start, place.end)
            pane.ensure_visible(place.start, place.end)

    # Looking again.

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.touch(*_MATTERS):
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if self._panel is not None:
            self._quiet.start()

    @Slot()
    def _look_again(self) -> None:
        panel, findings = self._panel, self._found()
        if panel is None or findings is None:
            return
        had_keyboard = panel.list.hasFocus()
        panel.set_findings(findings, self._workspace.desk.text)
        if had_keyboard and not findings:
            self._workspace.focus_article()

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        panel = self._panel
        if panel is not None and panel.document_id != self._workspace.desk.document_id:
            self._workspace.panels.close_panel()

    # Waving off.

    @Slot(object)
    def _waive(self, waved: Waved) -> None:
        document_id, panel = self._workspace.desk.document_id, self._panel
        if document_id is None or panel is None:
            return
        if self._workspace.bridge.do(self._command(document_id, waved)) is None:
            return
        if waved.reach is not Reach.HERE:
            self._tell_waived()
        self._quiet.stop()
        self._look_again()
        panel.list.go_on()

    def _command(self, document_id: int, waved: Waved) -> Waive:
        place = waved.place
        text = self._workspace.desk.text[place.start : place.end]
        if waved.reach is Reach.HERE:
            return Waive(waved.check, text, WaivedPlace(document_id, place.start, place.end))
        return Waive(waved.check, text if waved.reach is Reach.STRING else "")

    def _tell_waived(self) -> None:
        """Say what holds for all documents from now on, with its undo beside it."""
        step = self._workspace.bridge.history(None).to_undo
        if step is not None:
            self._waived = step.id
            self._workspace.notices.show_notice(
                lambda: self.tr("Remembered: {step}.").format(step=said(step.message)),
                "info",
                ((UNDO_WAIVER, lambda: self.tr("Undo")),),
            )

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_WAIVER:
            step = self._workspace.bridge.history(None).to_undo
            if step is not None and step.id == self._waived:
                self._workspace.bridge.undo(None)

    # The whole project.

    def open_project(self) -> None:
        """Check all documents begun, and list what is found."""
        panel = ProjectPreflightPanel()
        panel.place_wished.connect(self._open_document)
        panel.article_wished.connect(self._workspace.focus_article)
        panel.again_wished.connect(self._check_project)
        panel.close_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)
        self._check_project()

    @property
    def _project_panel(self) -> ProjectPreflightPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, ProjectPreflightPanel) else None

    @Slot()
    def _check_project(self) -> None:
        panel = self._project_panel
        if panel is None:
            return
        panel.set_found(None)
        self._job.start(PreflightJob(self._workspace.session, self._workspace.suggesting.least))

    @Slot(object)
    def _finished(self, found: ProjectFindings) -> None:
        panel = self._project_panel
        if panel is not None:
            panel.set_found(found)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._close_project()
        self._workspace.notices.show_notice(told, "problem", ())

    def _close_project(self) -> None:
        if self._project_panel is not None:
            self._workspace.panels.close_panel()

    @Slot()
    def stop(self) -> None:
        """End what is under way and wait for it, before the project is shut."""
        self._quiet.stop()
        self._job.stop()

    @Slot(int, object)
    def _open_document(self, document_id: int, place: Place) -> None:
        desk = self._workspace.desk
        if desk.document_id != document_id:
            desk.show_document(document_id)
        self._go(place)

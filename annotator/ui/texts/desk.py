"""Wishes about a document's text, turned into a plan that is shown, and then into one step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.app.documents import texts
from annotator.core.changes import Changes
from annotator.core.commands.texts import DiscardLost, NewText, PutBack
from annotator.core.errors import UserError
from annotator.ui.messages import said
from annotator.ui.texts.editor import TextEditor, keeps
from annotator.ui.texts.encodings import EncodingChoice
from annotator.ui.texts.panel import TextPanel
from annotator.ui.texts.tray_panel import TrayPanel
from annotator.ui.workspace import Workspace

# What is typed is worked out again after a pause; comparing two texts is too much for each key.
_PAUSE_MS = 250

Source = Callable[[], NewText]


class TextsDesk(QObject):
    """Correct text, extract again, read in another encoding; and the tray."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._document_id = 0
        self._source: Source | None = None
        self._panel: TextPanel | None = None
        self._editor: TextEditor | None = None
        self._choice: EncodingChoice | None = None
        self._plan: texts.Plan | None = None
        self._tray: TrayPanel | None = None
        self._numbers: frozenset[int] = frozenset()
        self._strip = workspace.lost_strip
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._work_out)
        self._strip.open_wished.connect(self.open_tray)
        workspace.desk.document_shown.connect(self._document_shown)
        workspace.bridge.changed.connect(self._changed)
        workspace.panels.opened.connect(self._forget)
        workspace.panels.closed.connect(self._forget)
        workspace.proposal.lines_wished.connect(self._lines_wished)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "document.correct": self.correct,
            "document.extract-again": self.extract_again,
            "document.reread": self.reread,
            "document.lost": self.open_tray,
        }

    # Three ways to another text.

    def correct(self) -> None:
        """Open the text in an editor."""
        text = self._workspace.desk.text
        if not keeps(text):
            self._tell(texts.not_editable())
            return
        editor = TextEditor(text)
        editor.place_cursor(self._workspace.pane.caret())
        self._open(self.tr("Correct the text"), self._typed, editor)
        editor.textChanged.connect(self._pause.start)
        editor.apply_wished.connect(self._apply)

    def extract_again(self) -> None:
        """Make the text anew from its page."""
        self._open(self.tr("Extract the article again"), self._extracted)

    def reread(self) -> None:
        """Read the page in another encoding."""
        document_id = self._workspace.desk.document_id
        if document_id is None:
            return
        try:
            choice = EncodingChoice(texts.encodings(self._session, document_id))
        except UserError as error:
            self._tell(error)
            return
        self._open(self.tr("Read the page in another encoding"), self._reread, choice)
        choice.chosen.connect(self._pause.start)

    @Slot(object)
    def _lines_wished(self, numbers: frozenset[int]) -> None:
        """Take other lines of the page for a document in which something is marked."""
        self._numbers = numbers
        self._open(self.tr("Choose other lines of the page"), self._of_lines)

    def _typed(self) -> NewText:
        editor = self._editor
        return texts.corrected(self._session, self._document_id, "" if editor is None else editor.text())

    def _extracted(self) -> NewText:
        return texts.extracted_again(self._session, self._document_id)

    def _reread(self) -> NewText:
        choice = self._choice
        return texts.reread(self._session, self._document_id, "" if choice is None else choice.encoding)

    def _of_lines(self) -> NewText:
        return texts.with_lines(self._session, self._document_id, self._numbers)

    # From the panel to the step.

    def _open(self, title: str, source: Source, body: TextEditor | EncodingChoice | None = None) -> None:
        document_id = self._workspace.desk.document_id
        if document_id is None:
            return
        panel = TextPanel(title, body)
        panel.apply_wished.connect(self._apply)
        panel.cancel_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)
        self._document_id, self._source, self._panel = document_id, source, panel
        self._editor = body if isinstance(body, TextEditor) else None
        self._choice = body if isinstance(body, EncodingChoice) else None
        self._work_out()

    @Slot()
    def _work_out(self) -> None:
        """Work out what the text as it stands would do, and show it."""
        self._pause.stop()
        panel, source = self._panel, self._source
        if panel is None or source is None:
            return
        self._plan = None
        try:
            plan = texts.plan(self._session, self._document_id, source())
        except UserError as error:
            panel.show_plan(None, said(error.message))
            return
        if texts.differs(self._session, plan):
            self._plan = plan
        panel.show_plan(self._plan)

    @Slot()
    def _apply(self) -> None:
        if self._pause.isActive():
            self._work_out()
        panel, plan = self._panel, self._plan
        if panel is None or plan is None:
            return
        if (plan.lost or plan.edited) and not panel.asking:
            panel.ask()
            return
        if self._workspace.bridge.do(plan.command) is not None:
            self._close()

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()

    @Slot()
    def _forget(self) -> None:
        self._pause.stop()
        self._source = self._panel = self._editor = self._choice = self._plan = self._tray = None

    # The tray.

    def open_tray(self) -> None:
        """Show the lost spans of the document."""
        document_id = self._workspace.desk.document_id
        if document_id is None:
            return
        lost = texts.tray(self._session, document_id)
        if not lost:
            self._workspace.notices.show_notice(
                lambda: self.tr("No span of this document is lost."), "info", ()
            )
            return
        panel = TrayPanel(lost, self._session.labels)
        panel.back_wished.connect(self._put_back)
        panel.discard_wished.connect(self._discard)
        panel.find_wished.connect(self._look_for)
        panel.close_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)
        self._document_id, self._tray = document_id, panel

    @Slot(int)
    def _put_back(self, lost_id: int) -> None:
        start, end = self._workspace.pane.selection()
        document_id = self._workspace.desk.document_id
        if document_id is None:
            return
        if start == end:
            self._workspace.notices.show_notice(
                lambda: self.tr("Select the place in the text first."), "info", ()
            )
            return
        self._workspace.bridge.do(PutBack(document_id, lost_id, start, end))

    @Slot(object)
    def _discard(self, lost_ids: tuple[int, ...]) -> None:
        document_id = self._workspace.desk.document_id
        if document_id is not None:
            self._workspace.bridge.do(DiscardLost(document_id, lost_ids))

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._workspace.finding.look_for(text)

    def _refill(self, tray: TrayPanel) -> None:
        """Show what is in the tray now; close it where nothing is."""
        lost = texts.tray(self._session, self._document_id)
        if lost:
            tray.show_lost(lost, self._session.labels)
        else:
            self._close()

    # What is shown.

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        document_id = self._workspace.desk.document_id
        shown = self._panel is not None or self._tray is not None
        if shown and document_id != self._document_id:
            self._close()
        self._strip.show_count(0 if document_id is None else len(texts.tray(self._session, document_id)))

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if self._panel is not None and changes.touch("span", "layer", "text_version"):
            self._work_out()
        if self._tray is not None and changes.touch("lost_span", "label", "text_version"):
            self._refill(self._tray)

    def _tell(self, error: UserError) -> None:
        self._workspace.notices.show_notice(error.message, "problem", ())

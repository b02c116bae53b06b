"""The documents done before the labels changed: counts and lists them, opens them, marks them as checked."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.app.project.labels import changed_since, done_before_job
from annotator.core.changes import Changes
from annotator.core.commands.labels import CheckLabels
from annotator.core.label_use import DoneBefore
from annotator.ui.labels.before import DoneBeforePanel
from annotator.ui.labels.rooms import Rooms
from annotator.ui.messages import said

_QUIET_MS = 200


class BeforeDesk(QObject):
    """Asks anew after each change that may matter, once it is quiet, while somebody looks at the answer."""

    counted = Signal(int)

    def __init__(self, rooms: Rooms) -> None:
        super().__init__(rooms.desk)
        self._rooms = rooms
        self._session = rooms.bridge.session
        self._documents: tuple[DoneBefore, ...] = ()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.ask)
        self._watched = False
        rooms.bridge.changed.connect(self._take_in)

    @property
    def _panel(self) -> DoneBeforePanel | None:
        panel = self._rooms.panels.panel
        return panel if isinstance(panel, DoneBeforePanel) else None

    def open_panel(self) -> None:
        """List the documents in a panel."""
        panel = DoneBeforePanel()
        panel.set_editable(editable=not self._session.project.read_only)
        panel.open_wished.connect(self._open)
        panel.check_wished.connect(self._check)
        panel.version_shown.connect(self._tell_since)
        panel.close_wished.connect(self._rooms.panels.close_panel)
        self._rooms.panels.open_panel(panel)
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask which documents they are; the answer comes in a moment."""
        self._rooms.errands.run(done_before_job(self._session), self._answered)

    def watch(self, *, watched: bool) -> None:
        """Say whether somebody looks at the number."""
        self._watched = watched

    def stop(self) -> None:
        """Ask nothing any more."""
        self._quiet.stop()

    def _answered(self, documents: object) -> None:
        if not isinstance(documents, list):
            return
        self._documents = tuple(DoneBefore(*each) for each in documents)
        self.counted.emit(len(self._documents))
        panel = self._panel
        if panel is not None:
            panel.set_documents(self._documents, self._session.labels.version)

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if (self._watched or self._panel is not None) and changes.touch(
            "label", "layer", "import_run", "document"
        ):
            self._quiet.start()

    @Slot(int)
    def _open(self, document_id: int) -> None:
        self._rooms.desk.show_document(document_id)

    @Slot(object)
    def _check(self, document_ids: object) -> None:
        if isinstance(document_ids, tuple):
            self._rooms.bridge.do(CheckLabels(document_ids))

    @Slot(int)
    def _tell_since(self, version: int) -> None:
        panel = self._panel
        if panel is None:
            return
        since = changed_since(self._session, version) if version else ()
        told = self.tr("Since then: {changes}.").format(changes=", ".join(map(said, since))) if since else ""
        panel.set_since(told)

"""The suggesters' work on the document shown, in a worker; what comes for another text is dropped."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.app.suggestions.suggesting import Subject, SuggestJob, Worked, decided_of
from annotator.core.messages import Message
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge
from annotator.ui.tasks import Task

# A document that is only passed by is not looked at, and what was just shown is painted first.
_REST_MS: Final = 300
_CANCELLED: Final = "job.cancelled"


class SuggesterWork(QObject):
    """Lets the suggesters that are switched on look at a text once a person has stayed with it."""

    came = Signal()  # something for the document shown

    def __init__(self, bridge: Bridge, desk: Desk) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._session = bridge.session
        self._desk = desk
        self._off: frozenset[str] = frozenset()
        self._worked: Worked | None = None
        self._asked: tuple[int, int] | None = None
        self._task: Task | None = None
        self._again = False
        self._more_wanted = False
        self._stopped = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)

    def set_off(self, suggesters: frozenset[str]) -> bool:
        """Switch suggesters off, all others on; False where that is how it is."""
        if suggesters == self._off:
            return False
        self._off = suggesters
        self._asked = self._worked = None
        if self._task is not None:
            # What is under way is of suggesters that may be off by now: it comes for nothing.
            self._again = True
            self._task.cancel()
        return True

    def look_again(self) -> None:
        """Look once more at the text shown when it is asked for: what the suggesters go by has changed."""
        self._asked = None

    def look_for_more(self) -> None:
        """Look at the text shown for what was left out, after what is under way.

        That is not called off: a person who decides fast would put it off for ever.
        """
        if self._task is not None:
            self._more_wanted = True
        elif not self._rest.isActive() and not self._session.project.read_only:
            self._rest.start()

    def stop(self) -> None:
        """End the worker, before the project is shut; what it has sent already comes too late."""
        self._stopped = True
        self._rest.stop()
        if self._task is not None:
            self._again = False
            self._task.cancel()
            self._task.wait()

    def worked(self, document_id: int, version_id: int) -> Worked:
        """Return what was worked out for that text; where nothing was, it is looked at before long."""
        text = (document_id, version_id)
        if self._asked != text and not self._session.project.read_only:
            self._asked = text
            self._rest.start()
        return self._before(*text)

    def _before(self, document_id: int, version_id: int) -> Worked:
        """Return what was worked out for that text, nothing where it was for another."""
        worked = self._worked
        if worked is None or (worked.document_id, worked.version_id) != (document_id, version_id):
            return Worked(document_id, version_id, ())
        return worked

    def is_to_come(self) -> bool:
        """Tell whether the suggesters are at the document shown, or will be in a moment."""
        return self._rest.isActive() or self._task is not None

    @Slot()
    def _look(self) -> None:
        """Let the suggesters work on the document shown, now that the person has stayed with it."""
        if self._desk.document_id is not None and not self._stopped:
            self._begin(self._desk.document_id)

    def _begin(self, document_id: int) -> None:
        self._rest.stop()
        if self._task is not None:
            # What is under way is for another text, or for other suggesters.
            self._again = True
            self._task.cancel()
            return
        version, document = self._session.text_version(document_id), self._session.document(document_id)
        subject = Subject(
            document_id,
            version.id,
            version.text,
            version.zones,
            document.document_date,
            self._session.labels,
            self._session.annotator.id,
            decided_of(self._session, document_id),
            self._before(document_id, version.id).suggestions,
        )
        self._task = Task(SuggestJob(self._session.project, subject, self._off), self)
        self._task.finished.connect(self._came)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @Slot(object)
    def _came(self, worked: Worked) -> None:
        if self._again or self._stopped:
            return
        self._worked = worked
        if worked.document_id == self._desk.document_id:
            self.came.emit()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if told.id != _CANCELLED and not self._stopped:
            self._bridge.failed.emit(told)

    @Slot()
    def _ended(self) -> None:
        """Go on with the document that is shown by now."""
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        again, self._again = self._again, False
        more_wanted, self._more_wanted = self._more_wanted, False
        document_id = self._desk.document_id
        if document_id is None or self._stopped:
            return
        if again:
            self._begin(document_id)
        elif more_wanted:
            self.came.emit()  # and where there is still too little, more is asked for once more

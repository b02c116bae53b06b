"""What the label desks have done in workers: each result comes back to one slot, and none after the project is shut."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.jobs import Job
from annotator.core.messages import Message
from annotator.ui.tasks import Task


class _Errand(QObject):
    """One job and who waits for its result."""

    failed = Signal(object)  # Message
    over = Signal(object)  # the errand itself

    def __init__(self, job: Job, then: Callable[[object], object], parent: QObject) -> None:
        super().__init__(parent)
        self._then: Callable[[object], object] | None = then
        self.task = Task(job, self)
        self.task.finished.connect(self._finished)
        self.task.failed.connect(self._failed)
        self.task.ended.connect(self._ended)

    def forget(self) -> None:
        """Tell nobody of the result."""
        self._then = None

    @Slot(object)
    def _finished(self, result: object) -> None:
        if self._then is not None:
            self._then(result)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._then is not None:
            self.failed.emit(told)

    @Slot()
    def _ended(self) -> None:
        self.over.emit(self)


class Errands(QObject):
    """Runs jobs, several at a time."""

    failed = Signal(object)  # Message
    emptied = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._errands: list[_Errand] = []

    def run(self, job: Job, then: Callable[[object], object]) -> None:
        """Run a job in a worker; `then` gets its result, in the thread of the window."""
        errand = _Errand(job, then, self)
        errand.failed.connect(self.failed)
        errand.over.connect(self._over)
        self._errands.append(errand)
        errand.task.start()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._errands

    def stop(self) -> None:
        """End what is under way and wait for it; nobody hears of it any more."""
        for errand in self._errands:
            errand.forget()
            errand.task.cancel()
        for errand in self._errands:
            errand.task.wait()

    @Slot(object)
    def _over(self, errand: _Errand) -> None:
        self._errands.remove(errand)
        errand.deleteLater()
        if not self._errands:
            self.emptied.emit()

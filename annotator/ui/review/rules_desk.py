"""Joins the panel of rules to the queue: counts in a worker, and decides as one step, many items in a worker too."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.project.labels import CommandJob
from annotator.app.review.review_rules import Preview, RulesJob
from annotator.app.review.reviewing import Review
from annotator.core.changes import Changes
from annotator.core.commands.review import BulkDecide
from annotator.core.decision import Rule
from annotator.core.messages import Message
from annotator.review.rules import Options
from annotator.ui.bridge import Bridge
from annotator.ui.labels.errands import Errands
from annotator.ui.review.card_content import name_of
from annotator.ui.review.queue_desk import Queue
from annotator.ui.review.rules_panel import DOCUMENT, RulesPanel
from annotator.ui.review.steps import Steps
from annotator.ui.review.words import RULES, say
from annotator.ui.tasks import Task
from annotator.ui.widgets.panel_host import PanelHost

# So many are decided at once without a wait that can be felt.
_AT_ONCE: Final = 300


class RulesDesk(QObject):
    """Opens the panel on the document shown and on the queue; its wishes become commands."""

    first_decision = Signal()
    told = Signal(object)  # Words: what was decided
    deciding_changed = Signal()  # a worker begins to decide, or has ended

    def __init__(self, bridge: Bridge, queue: Queue, steps: Steps, host: PanelHost) -> None:
        super().__init__(queue)
        self._bridge = bridge
        self._queue = queue
        self._steps = steps
        self._host = host
        self._panel: RulesPanel | None = None
        self._review: Review | None = None
        self._preview = Preview()
        self._task: Task | None = None
        self._again = False
        self._errands = Errands(self)
        self._errands.failed.connect(self._not_decided)
        self.deciding = False
        """Whether a worker decides by a rule: nobody else may, meanwhile."""
        queue.filled.connect(self.count)

    def open(self, review: Review | None) -> None:
        """Open the panel; again closes it."""
        if self._panel is not None and self._host.panel is self._panel:
            self._host.close_panel()
            return
        self._review = review
        self._panel = RulesPanel()
        self._panel.destroyed.connect(self._gone)
        self._panel.set_annotators(self._names(review))
        self._panel.set_editable(editable=not self._bridge.session.project.read_only)
        self._panel.asked.connect(self.count)
        self._panel.apply_wished.connect(self._apply)
        self._panel.close_wished.connect(self._host.close_panel)
        self._host.open_panel(self._panel)
        self.count()

    def _names(self, review: Review | None) -> dict[str, str]:
        """Return who can be chosen: everybody, or by their letters those of the document while names are hidden."""
        if review is not None and review.blind:
            return {doer.uid: name_of(review, at) for at, doer in enumerate(review.doers)}
        annotators = self._bridge.session.project.reading.annotators()
        return {annotator.uid: annotator.name or annotator.uid for annotator in annotators}

    @property
    def busy(self) -> bool:
        """Whether a worker counts."""
        return self._task is not None

    @Slot()
    def count(self) -> None:
        """Count anew what each rule would decide."""
        panel = self._panel
        if panel is None:
            return
        if self._task is not None:
            self._again = True
            self._task.cancel()
            return
        rows = self._queue.open_rows()
        if panel.scope.currentData() == DOCUMENT:
            here = self._review.document_id if self._review is not None else None
            rows = [row for row in rows if row.document_id == here]
        options = Options(panel.at_least.value() or None, str(panel.annotator.currentData() or ""))
        session = self._bridge.session
        self._task = Task(RulesJob(session.project, session.annotator, rows, options), self)
        self._task.finished.connect(self._counted)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    def stop(self) -> None:
        """End the workers before the project is closed."""
        self._errands.stop()
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._task = None

    @Slot(object)
    def _counted(self, preview: object) -> None:
        if isinstance(preview, Preview) and self._panel is not None:
            self._preview = preview
            self._panel.show_counts(preview.counts())

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if told.id != "job.cancelled":
            self._bridge.failed.emit(told)

    @Slot()
    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.count()

    @Slot(str)
    def _apply(self, rule: str) -> None:
        """Decide what the rule would decide, as it was counted."""
        blind = self._review is not None and self._review.blind
        made = {
            document_id: [replace(one, blind=blind) for one in decisions]
            for document_id, decisions in self._preview.made.get(Rule(rule), {}).items()
        }
        count = sum(map(len, made.values()))
        self.first_decision.emit()
        command, then = BulkDecide(rule, made), partial(self._told_words, Rule(rule), count)
        if count > _AT_ONCE:
            self._decide_in_worker(command, then)
        elif made and self._steps.do(command) is not None:
            self._decided(then)

    def _decide_in_worker(self, command: BulkDecide, told: Callable[[], str]) -> None:
        session = self._bridge.session
        self._set_deciding(deciding=True)
        job = CommandJob(session.project, session.annotator.id, command)
        self._errands.run(job, partial(self._committed, told))

    def _committed(self, told: Callable[[], str], changes: object) -> None:
        self._set_deciding(deciding=False)
        if not isinstance(changes, Changes):
            return
        self._bridge.session.refresh(changes)
        self._steps.remember(changes)
        self._decided(told)

    def _set_deciding(self, *, deciding: bool) -> None:
        self.deciding = deciding
        if self._panel is not None:
            self._panel.set_working(working=deciding)
        self.deciding_changed.emit()

    def _decided(self, told: Callable[[], str]) -> None:
        if self._panel is not None and self._host.panel is self._panel:
            self._host.close_panel()
        self.told.emit(told)

    @Slot(object)
    def _not_decided(self, told: Message) -> None:
        self._set_deciding(deciding=False)
        self._bridge.failed.emit(told)

    def _told_words(self, rule: Rule, count: int) -> str:
        told = self.tr("Decided by the rule “{rule}”: items {count}. Ctrl+Z takes it back.")
        return told.format(rule=say(RULES[rule]), count=f"{count:,}")

    @Slot()
    def _gone(self) -> None:
        self._panel = None

"""What the window says of itself: the state of the actions, the title, the status line."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Slot

from annotator.app.project.projects import is_sample
from annotator.core.changes import Changes
from annotator.core.messages import Message
from annotator.ui.action_set import ActionSet
from annotator.ui.annotate.conditions import conditions
from annotator.ui.messages import said
from annotator.ui.review.lanes import letter
from annotator.ui.status_line import StatusLine
from annotator.ui.workspace import Workspace

_LABEL_ACTIONS = tuple(f"mark.{kind}-{digit}" for kind in ("label", "second") for digit in range(1, 10))
# What stands in the way of every write; it is over when one has succeeded.
_OVER_ONCE_WRITTEN = frozenset({"store.disk-full", "store.locked", "store.io", "store.read-only"})


class Narrator(QObject):
    """Listens to one workspace and keeps actions, title and status line true."""

    def __init__(self, workspace: Workspace, actions: ActionSet, status: StatusLine, window: QObject) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._actions = actions
        self._status = status
        self._saved = _clock()
        self._in_the_way: list[Message] = []
        workspace.desk.state_changed.connect(self._tell_state)
        workspace.desk.document_shown.connect(self._tell_seen)
        workspace.selecting.told.connect(self._covered)
        workspace.review.reading.selecting.told.connect(self._covered)
        workspace.suggesting.none_open.connect(self._tell_none_open)
        workspace.suggesting.more_left.connect(self._tell_more_left)
        workspace.brush.changed.connect(self._tell_brush)
        workspace.shelf.place_changed.connect(self._tell_seen)
        workspace.review.state_changed.connect(self._tell_state)
        workspace.review.state_changed.connect(self._tell_seen)
        workspace.review.desk.queue.filled.connect(self._tell_seen)
        workspace.views.view_changed.connect(self._view_changed)
        workspace.bridge.changed.connect(self._committed)
        workspace.bridge.failed.connect(self._failed)
        self.tell_all()

    def tell_all(self) -> None:
        """Say everything anew: a new workspace, or another language."""
        self._tell_labels()
        self._tell_layers()
        self._workspace.review.retranslate()
        self._tell_state()
        self._tell_seen()
        self._tell_saved()
        self._status.set_annotator(self._workspace.session.annotator.name)

    def everything_saved(self) -> str:
        """Return the answer to “is everything saved?”."""
        if self._workspace.session.project.read_only:
            return self.tr("Opened for reading only: nothing can be changed here.")
        return self.tr("All saved %1").replace("%1", self._saved)

    @Slot(str, str, str)
    def _covered(self, covered: str, left: str, right: str) -> None:
        """Say what the selection covers, and what was left out at its ends: 반도체 +와."""
        parts = [f"{left}+" if left else "", covered, f"+{right}" if right else ""]
        self._status.set_covered("  ".join(part for part in parts if part).replace("\n", "⏎"))

    @Slot(bool)
    def _tell_none_open(self, to_come: bool) -> None:  # noqa: FBT001 - the signal says it so
        """Say why there is no suggestion to go to: a key that does nothing looks broken."""
        looking = self.tr("Still looking for suggestions. Press the key again in a moment.")
        self._status.set_covered(looking if to_come else self.tr("No suggestion is open in this document."))

    @Slot(int)
    def _tell_more_left(self, count: int) -> None:
        """Say at the last suggestion shown that the text has more of them further on."""
        told = self.tr(
            "Suggestions are shown up to here. More of them come further on as you decide these: %1."
        )
        self._status.set_covered(told.replace("%1", f"{count:,}") if count else "")

    @Slot()
    def _tell_brush(self) -> None:
        label = self._workspace.brush.label
        told = self.tr("Brush: %1. Drag or press Enter to label, Esc to lay it down.")
        self._status.set_covered("" if label is None else told.replace("%1", label.title or label.key))

    @Slot(object)
    def _committed(self, changes: Changes) -> None:
        self._saved = _clock()
        self._tell_saved()
        while self._in_the_way:
            self._workspace.notices.withdraw(self._in_the_way.pop())
        if changes.touch("annotator"):
            self._status.set_annotator(self._workspace.session.annotator.name)
        if changes.touch("label"):
            self._tell_labels()
        self._tell_state()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._workspace.notices.show_notice(told, "problem", ())
        if told.id in _OVER_ONCE_WRITTEN and told not in self._in_the_way:
            self._in_the_way.append(told)

    @Slot()
    def _tell_state(self) -> None:
        desk = self._workspace.desk
        view = self._workspace.views.view
        history = view.history() or self._workspace.undoing.history
        held = conditions(self._workspace.bridge, desk, history)
        self._actions.set_conditions({**held, **view.conditions()})
        for action_id, step, words in (
            ("edit.undo", history.to_undo, self.tr("Undo: %1")),
            ("edit.redo", history.to_redo, self.tr("Redo: %1")),
        ):
            self._actions.set_words(
                action_id, "" if step is None else words.replace("%1", said(step.message))
            )
        self._actions["document.flag"].setChecked(desk.flagged)

    def _tell_labels(self) -> None:
        labels = self._workspace.session.labels
        for action_id in _LABEL_ACTIONS:
            label = labels.by_hotkey(action_id.rpartition("-")[2])
            action = self._actions[action_id]
            action.setVisible(label is not None)
            sign = "+ " if ".second-" in action_id else ""
            self._actions.set_words(
                action_id, f"{sign}{label.title} {label.key}" if label is not None else ""
            )

    def _tell_layers(self) -> None:
        """Name the actions that adopt a layer by its letter."""
        for digit in range(1, 10):
            words = self.tr("Adopt layer %1").replace("%1", letter(digit - 1))
            self._actions.set_words(f"review.adopt-{digit}", words)

    @Slot(str)
    def _view_changed(self) -> None:
        self._status.set_covered("")
        self._tell_state()
        self._tell_seen()

    @Slot()
    def _tell_seen(self) -> None:
        """Say which document of how many the view shows."""
        seen = self._workspace.views.view.seen()
        self._status.set_place(f"{seen.place:,} / {seen.total:,}" if seen.place else "")
        session = self._workspace.session
        project = self.tr("Sample") if is_sample(session) else session.project.path.stem
        title = f"{seen.title} — {project}" if seen.title else project
        window = self._workspace.window()
        window.setWindowTitle(title if project == "annotator" else f"{title} — annotator")

    def _tell_saved(self) -> None:
        self._status.set_saved(self.everything_saved())


def _clock() -> str:
    return datetime.now(UTC).astimezone().strftime("%H:%M")

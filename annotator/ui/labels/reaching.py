"""Changes of the label set that reach spans: counted first, asked about, then carried out in a worker, with an undo."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.app.project.labels import CommandJob, read_labels, use_job
from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.commands.label_import import LabelPlan, TakeLabels, planned
from annotator.core.commands.label_spans import RemoveLabel, SetKind
from annotator.core.errors import UserError
from annotator.core.label_use import LabelUse
from annotator.core.label_values import lost
from annotator.core.labels import Label
from annotator.core.messages import Message
from annotator.core.values import ValueKind
from annotator.ui.form.words import label_title
from annotator.ui.labels.editor import LabelEditor
from annotator.ui.labels.question import Asked
from annotator.ui.labels.rooms import Rooms
from annotator.ui.labels.words import kind_word
from annotator.ui.messages import said

UNDO: Final = "labels-undo"
# As many different values become the choices of a label by themselves.
_MOST_CHOICES: Final = 30
Answer = Callable[[str, object], object]


class Reaching(QObject):
    """One such change at a time, for the editor that is open."""

    def __init__(self, rooms: Rooms) -> None:
        super().__init__(rooms.desk)
        self._rooms = rooms
        self._session = rooms.session
        self._on_answer: Answer | None = None
        self._on_choice: Callable[[int], object] | None = None
        self._step = 0
        rooms.errands.failed.connect(self._failed)
        rooms.notices.action_chosen.connect(self._acted)

    @property
    def editor(self) -> LabelEditor | None:
        """The editor, where it is open."""
        panel = self._rooms.panels.panel
        return panel if isinstance(panel, LabelEditor) else None

    def connect_editor(self, editor: LabelEditor) -> None:
        """Hear the wishes of an editor, and its answers."""
        editor.list.removal_wished.connect(self.remove)
        editor.question.answered.connect(self.answered)
        editor.question.choice_changed.connect(self.choice_changed)
        editor.question.taken_back.connect(self.question_over)

    def ask(self, asked: Asked, on_answer: Answer) -> None:
        """Ask something in the editor; `on_answer` gets the answer's id and the value given with it."""
        editor = self.editor
        if editor is not None:
            self._on_answer = on_answer
            editor.ask(asked)

    @Slot(str, object)
    def answered(self, answer: str, value: object) -> None:
        """Hand an answer to who asked."""
        if self._on_answer is not None:
            self._on_answer(answer, value)

    @Slot(int)
    def choice_changed(self, value: int) -> None:
        """Hand on that something else was chosen, before any answer."""
        if self._on_choice is not None:
            self._on_choice(value)

    @Slot()
    def question_over(self) -> None:
        """Wait for no answer any more."""
        self._on_answer = self._on_choice = None

    # Removal.

    @Slot(int)
    def remove(self, label_id: int) -> None:
        """Remove a label; where spans have it, ask what becomes of them."""
        self._rooms.errands.run(use_job(self._session, [label_id]), partial(self._removal_counted, label_id))

    def _removal_counted(self, label_id: int, uses: object) -> None:
        label = self._session.labels.by_id(label_id)
        if label is None or not isinstance(uses, dict):
            return
        use: LabelUse = uses[label_id]
        if not use.used:
            self.carry_out(RemoveLabel(label_id))
            return
        others = [other for other in self._session.labels.labels if other.id != label_id]
        answers = [("gone", self.tr("Remove its spans too"))]
        if others:
            answers.insert(0, ("into", self.tr("Relabel its spans, remove the label")))
        asked = Asked(
            self._use_words(label, use),
            tuple(answers),
            tuple((label_title(other), other.id) for other in others),
            note=self._loss_words(use, others[0]) if others else "",
        )
        self._on_choice = partial(self._into_changed, use)
        self.ask(asked, partial(self._removal_answered, label_id))

    def _use_words(self, label: Label, use: LabelUse) -> str:
        parts = (
            (self.tr("spans: {count}"), use.spans),
            (self.tr("documents: {count}"), use.documents),
            (self.tr("spans of other annotators: {count}"), use.others),
            (self.tr("suggestions: {count}"), use.suggestions),
        )
        counts = ", ".join(words.format(count=f"{number:,}") for words, number in parts if number)
        told = self.tr("{label} is in use ({counts}). What becomes of them?")
        return told.format(label=label_title(label), counts=counts)

    def _loss_words(self, use: LabelUse, into: Label) -> str:
        gone = lost(use.values, into.kind, into.choices)
        if not gone:
            return ""
        told = self.tr("Values that {label} cannot hold, and that would go: {count}.")
        return told.format(label=label_title(into), count=f"{gone:,}")

    def _into_changed(self, use: LabelUse, label_id: int) -> None:
        editor, into = self.editor, self._session.labels.by_id(label_id)
        if editor is not None and into is not None:
            editor.question.set_note(self._loss_words(use, into))

    def _removal_answered(self, label_id: int, answer: str, value: object) -> None:
        into = value if answer == "into" and isinstance(value, int) else 0
        self.carry_out(RemoveLabel(label_id, into))

    # Another kind of value, other choices.

    def set_kind(self, label: Label, kind: ValueKind, choices: tuple[str, ...]) -> None:
        """Give a label another kind, or other choices; ask where values would be lost."""
        then = partial(self._kind_counted, label.id, kind, choices)
        self._rooms.errands.run(use_job(self._session, [label.id]), then)

    def _kind_counted(self, label_id: int, kind: ValueKind, choices: tuple[str, ...], uses: object) -> None:
        label = self._session.labels.by_id(label_id)
        if label is None or not isinstance(uses, dict):
            return
        use: LabelUse = uses[label_id]
        if kind is ValueKind.CHOICE and label.kind is not kind and not choices:
            choices = _choices_of(use)
        command = SetKind(label_id, kind, choices)
        gone = lost(use.values, kind, choices)
        if not gone:
            self.carry_out(command)
            return
        told = self.tr("Values of {label} that cannot be kept as “{kind}”: {count}. Their spans stay.")
        told = told.format(count=f"{gone:,}", label=label_title(label), kind=kind_word(kind))
        answers = (("change", self.tr("Change it, and take those values away")),)
        self.ask(Asked(told, answers), partial(self._confirmed, command))

    def _confirmed(self, command: Command, _answer: str, _value: object) -> None:
        self.carry_out(command)

    # Import.

    def take_file(self, path: Path) -> None:
        """Read a label file, say what it would change, and ask."""
        editor = self.editor
        if editor is None:
            return
        try:
            theirs = read_labels(path)
            plan = planned(self._session.labels, theirs)
        except UserError as error:
            editor.tell(error.message)
            return
        if not plan.added and not plan.altered:
            editor.tell(lambda: self.tr("The labels of {name} are here already.").format(name=path.name))
            return
        kinds = [new.id for old, new in plan.altered if (old.kind, old.choices) != (new.kind, new.choices)]
        then = partial(self._import_counted, plan, TakeLabels(theirs, path.name))
        self._rooms.errands.run(use_job(self._session, kinds), then)

    def _import_counted(self, plan: LabelPlan, command: TakeLabels, uses: object) -> None:
        if not isinstance(uses, dict):
            return
        told = self.tr("{name}: new {added}, changed {altered}; of yours, {kept} stay that it does not name.")
        told = told.format(
            name=command.name, added=len(plan.added), altered=len(plan.altered), kept=len(plan.kept)
        )
        after = {label.id: label for label in plan.labels}
        gone = sum(lost(use.values, after[id_].kind, after[id_].choices) for id_, use in uses.items())
        note = self.tr("Values that would go: {count}.").format(count=f"{gone:,}") if gone else ""
        asked = Asked(told, (("take", self.tr("Take them over")),), note=note)
        self.ask(asked, partial(self._confirmed, command))

    # Carrying out.

    def carry_out(self, command: Command) -> None:
        """Carry out a command in a worker; the editor waits."""
        self._rooms.desk.end_burst()
        editor = self.editor
        if editor is not None:
            editor.close_question()
            editor.set_editable(editable=False)
            editor.tell(lambda: self.tr("Working…"))
        job = CommandJob(self._session.project, self._session.annotator.id, command)
        self._rooms.errands.run(job, self._carried_out)

    def _carried_out(self, changes: object) -> None:
        self._free_editor()
        if not isinstance(changes, Changes):
            return
        self._session.refresh(changes)
        step = self._rooms.bridge.history(None).to_undo
        if step is not None:
            self._step = step.id
            self._rooms.notices.show_notice(
                lambda: self.tr("Done: {step}.").format(step=said(step.message)),
                "info",
                ((UNDO, lambda: self.tr("Undo")),),
            )

    def _free_editor(self) -> None:
        editor = self.editor
        if editor is not None:
            editor.set_editable(editable=not self._session.project.read_only)
            editor.tell("")
            editor.fields.show_again()
            editor.list.setFocus()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._free_editor()
        self._rooms.bridge.failed.emit(told)

    @Slot(str)
    def _acted(self, action: str) -> None:
        step = self._rooms.bridge.history(None).to_undo
        if action == UNDO and step is not None and step.id == self._step:
            self._rooms.bridge.undo(None)
        elif action == UNDO:
            self._rooms.notices.show_notice(
                lambda: self.tr(
                    "Other steps over the project came after it: take them back in the history first."
                ),
                "info",
                (),
            )


def _choices_of(use: LabelUse) -> tuple[str, ...]:
    """Return the different values in use as choices, none where they are too many to be that."""
    values = sorted({norm.value for norm, _number in use.values if norm.value and norm.type != "money"})
    return tuple(values) if len(values) <= _MOST_CHOICES else ()

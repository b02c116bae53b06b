"""The wishes of the label editor that change the labels themselves, turned into commands: fields, order, new labels."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from annotator.core.commands.labels import (
    AddLabel,
    MoveLabel,
    SetColour,
    SetDescription,
    SetDigit,
    SetKey,
    SetTitle,
    key_problem,
)
from annotator.core.labels import Label
from annotator.core.values import ValueKind
from annotator.ui.form.words import label_title
from annotator.ui.labels.editor import LabelEditor
from annotator.ui.labels.question import Asked
from annotator.ui.labels.reaching import Reaching
from annotator.ui.labels.rooms import Rooms
from annotator.ui.labels.walk_desk import WalkDesk
from annotator.ui.messages import said


class Editing(QObject):
    """Typing in a field of one label is one step; each other wish is a step of its own."""

    def __init__(self, rooms: Rooms, reaching: Reaching, walk: WalkDesk) -> None:
        super().__init__(rooms.desk)
        self._rooms = rooms
        self._session = rooms.session
        self._reaching = reaching
        self._walk = walk
        self._burst = 0

    def connect_editor(self, editor: LabelEditor) -> None:
        """Hear the wishes of an editor."""
        fields, listed = editor.fields, editor.list
        fields.key_typed.connect(self._key_typed)
        fields.key_given.connect(self._key_given)
        fields.title_edited.connect(self._title)
        fields.description_edited.connect(self._description)
        fields.digit_chosen.connect(self._digit)
        fields.colour_chosen.connect(self._colour)
        fields.kind_chosen.connect(self._kind)
        fields.choices_given.connect(self._choices)
        fields.burst_ended.connect(self.end_burst)
        listed.add_wished.connect(self._ask_new)
        listed.split_wished.connect(self._ask_split)
        listed.move_wished.connect(self._move)
        editor.label_shown.connect(self.end_burst)

    @property
    def _label(self) -> Label | None:
        editor = self._reaching.editor
        return editor.label if editor is not None else None

    @Slot()
    def end_burst(self) -> None:
        """End a burst of typing: what follows is a step of its own."""
        self._session.seal(None)
        self._burst += 1

    # Fields.

    @Slot(str)
    def _key_typed(self, key: str) -> None:
        editor, label = self._reaching.editor, self._label
        if editor is not None and label is not None:
            problem = key_problem(self._session.labels, key, label_id=label.id)
            editor.tell(problem if problem is not None else "")

    @Slot(str)
    def _key_given(self, key: str) -> None:
        editor, label = self._reaching.editor, self._label
        if editor is None or label is None:
            return
        problem = key_problem(self._session.labels, key, label_id=label.id)
        if problem is None:
            self._rooms.bridge.do(SetKey(label.id, key))
        else:
            editor.tell(problem)
            editor.fields.key.bring_back()

    @Slot(str)
    def _title(self, title: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetTitle(self._label.id, title, str(self._burst)))

    @Slot(str)
    def _description(self, description: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetDescription(self._label.id, description, str(self._burst)))

    @Slot(str)
    def _digit(self, digit: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetDigit(self._label.id, digit))

    @Slot(str)
    def _colour(self, role: str) -> None:
        if self._label is not None:
            self._rooms.bridge.do(SetColour(self._label.id, role))

    @Slot(object)
    def _kind(self, kind: object) -> None:
        label = self._label
        if label is not None and isinstance(kind, ValueKind) and kind is not label.kind:
            self._reaching.set_kind(label, kind, ())

    @Slot(object)
    def _choices(self, choices: object) -> None:
        label = self._label
        if label is not None and isinstance(choices, tuple):
            self._reaching.set_kind(label, label.kind, choices)

    @Slot(int, int)
    def _move(self, label_id: int, by: int) -> None:
        self._rooms.bridge.do(MoveLabel(label_id, by))

    # New labels.

    @Slot()
    def _ask_new(self) -> None:
        asked = Asked(
            self.tr("Which key should the new label have in files?"),
            (("add", self.tr("Add the label")),),
            field=self.tr("Key"),
        )
        self._reaching.ask(asked, self._new_named)

    def _new_named(self, _answer: str, key: object) -> None:
        self._add(str(key), 0)

    @Slot(int)
    def _ask_split(self, label_id: int) -> None:
        label = self._session.labels.by_id(label_id)
        if label is None:
            return
        told = self.tr(
            "Split {label}: a second label with the same kind of value, then a walk over its spans, a digit each."
        )
        asked = Asked(
            told.format(label=label_title(label)),
            (("split", self.tr("Split, and walk")),),
            field=self.tr("Key"),
        )
        self._reaching.ask(asked, partial(self._split_named, label_id))

    def _split_named(self, label_id: int, _answer: str, key: object) -> None:
        if self._add(str(key), label_id):
            self._walk.begin(label_id)

    def _add(self, key: str, like: int) -> bool:
        """Add a label; where the key will not do, say why beside it. Tell whether it was added."""
        editor = self._reaching.editor
        if editor is None:
            return False
        key = key.strip()
        problem = key_problem(self._session.labels, key)
        if problem is not None:
            editor.question.set_note(said(problem))
            return False
        if self._rooms.bridge.do(AddLabel(key, like=like)) is None:
            return False
        editor.close_question()
        label = self._session.labels.by_key(key)
        if label is not None:
            editor.show_label(label.id)
            editor.fields.title.setFocus()
            editor.fields.title.selectAll()
        return True

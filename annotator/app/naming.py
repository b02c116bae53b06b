"""Which of the project's labels and annotators the names in files mean; what is new among them is made."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from annotator.core.entry import Entry
from annotator.core.errors import UserError
from annotator.core.labels import ROLES, Label, LabelSet
from annotator.core.people import Annotator
from annotator.core.values import ValueKind
from annotator.formats.sidecar import LabelFile, read_sidecar, sidecar_name

NewId = Callable[[str], int]

_UID_BYTES = 8
_DIGITS = "123456789"


class LabelNames:
    """Row ids of labels by their keys; a key that the project does not know becomes a label of no kind."""

    def __init__(self, labels: LabelSet, new_id: NewId) -> None:
        self._ids = {label.key: label.id for label in labels.labels}
        self._labels = list(labels.labels)
        self._new_id = new_id
        self.made: list[Label] = []

    @property
    def ids(self) -> Mapping[str, int]:
        """The row id of each known key."""
        return self._ids

    def learn(self, entry: Entry, definitions: Mapping[str, Label]) -> None:
        """Make the labels that the entry uses and nobody knows; the label file beside it may define them."""
        for key in _keys(entry):
            if key not in self._ids:
                self._make(key, definitions.get(key))

    def _make(self, key: str, defined: Label | None) -> None:
        position = max((label.position for label in self._labels), default=0) + 1
        taken = {label.hotkey for label in self._labels}
        hotkey = next((digit for digit in _DIGITS if digit not in taken), "")
        uids = {label.uid for label in self._labels}
        uid = (
            defined.uid if defined is not None and defined.uid not in uids else secrets.token_hex(_UID_BYTES)
        )
        label = Label(
            id=self._new_id("label"),
            uid=uid,
            key=key,
            title=defined.title if defined else key,
            hotkey=hotkey,
            role=defined.role if defined else ROLES[(position - 1) % len(ROLES)],
            kind=defined.kind if defined else ValueKind.NONE,
            description=defined.description if defined else "",
            choices=defined.choices if defined else (),
            position=position,
        )
        self._labels.append(label)
        self._ids[key] = label.id
        self.made.append(label)


def _keys(entry: Entry) -> dict[str, None]:
    """Return the label keys that the entry uses, in the order in which they come."""
    spans = dict.fromkeys(span.label for span in entry.spans)
    return spans | dict.fromkeys(made.label for made in entry.suggestions)


class PeopleNames:
    """Row ids of annotators: by their id where a file has it, else by name; who is new is made."""

    def __init__(self, known: Sequence[Annotator], new_id: NewId, own: Annotator) -> None:
        self._by_uid = {person.uid: person for person in known}
        self._by_name: dict[str, Annotator] = {}
        for person in known:
            if person.name:
                self._by_name.setdefault(person.name, person)
        self._new_id = new_id
        self._own = own
        self.made: list[Annotator] = []

    def layer_of(self, entry: Entry) -> Annotator:
        """Return whose layer the entry is; where the file does not say, the person's who imports it."""
        if not entry.annotator_id and not entry.annotator:
            return self._own
        return self._person(entry.annotator_id, entry.annotator)

    def named(self, entry: Entry) -> dict[str, int]:
        """Return the row id of each name that a span or a suggestion of the entry says it is from."""
        names = {span.annotator for span in entry.spans} | {made.annotator for made in entry.suggestions}
        layer = self.layer_of(entry)
        return {
            name: (layer if name == entry.annotator else self._person("", name)).id for name in names - {""}
        }

    def _person(self, uid: str, name: str) -> Annotator:
        known = self._by_uid.get(uid) if uid else self._by_name.get(name)
        if known is not None:
            return known
        person = Annotator(self._new_id("annotator"), uid or secrets.token_hex(_UID_BYTES), name)
        self._by_uid[person.uid] = person
        if name:
            self._by_name.setdefault(name, person)
        self.made.append(person)
        return person


def label_file(path: Path) -> LabelFile | None:
    """Return the label definitions beside an annotation file, None where there are none or they cannot be read."""
    beside = path.with_name(sidecar_name(path.name))
    try:
        return read_sidecar(beside.read_bytes())
    except (OSError, UserError):
        return None

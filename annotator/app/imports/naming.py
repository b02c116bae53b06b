"""Which of the project's labels and annotators the names in files mean; what is new among them is made."""

import re
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from typing import Final

from annotator.app.finding import name_of, reason_of
from annotator.app.imports.archives import Archives, archive_of
from annotator.core.commands.people import LONGEST_NAME
from annotator.core.entry import Entry, EntrySpan
from annotator.core.errors import user_error
from annotator.core.labels import ROLES, Label, LabelSet
from annotator.core.messages import Message
from annotator.core.people import Annotator
from annotator.core.validate import label_key_problem, name_problem, value_problem
from annotator.core.values import ValueKind
from annotator.formats.sidecar import LabelFile, read_sidecar, sidecar_name

NewId = Callable[[str], int]

_label_of: Final = attrgetter("label")
_UID_BYTES = 8
_DIGITS = "123456789"
# What stands between the parts of a file's name.
_PARTS: Final = re.compile(r"[\s_\-.()\[\]]+")


class LabelNames:
    """Row ids of labels by their keys; a key that the project does not know becomes a label."""

    def __init__(self, labels: LabelSet, new_id: NewId) -> None:
        self._labels = list(labels.labels)
        self._ids = {label.key: label.id for label in labels.labels}
        self._new_id = new_id
        self.made: list[Label] = []
        self.asked = False
        """Whether any label was looked for."""
        self._definitions: dict[str, Label] = {}
        self._renamed: dict[str, str] = {}

    @property
    def ids(self) -> Mapping[str, int]:
        """The row id of each known key."""
        return self._ids

    @property
    def labels(self) -> Sequence[Label]:
        """The labels of the project and those of the import."""
        return self._labels

    def problem(self, entry: Entry) -> Message | None:
        """Say why a label of the entry cannot be one of ours."""
        unknown = (key for key in keys_of(entry) if key not in self._ids)
        return next((problem for problem in map(label_key_problem, unknown) if problem is not None), None)

    @property
    def renamed(self) -> Mapping[str, str]:
        """The keys of the present file that stand for labels of ours with other keys, and those keys."""
        return self._renamed

    def begin_file(self, definitions: Collection[Label]) -> None:
        """Say what the label file beside the next file defines; nothing where there is none.

        A label's id survives renaming, so it says more than the key; but two labels of the file
        never become one of ours.
        """
        self._definitions = {label.key: label for label in definitions}
        ours = {label.uid: label.key for label in self._labels}
        same = {label.key: ours[label.uid] for label in definitions if label.uid in ours}
        self._renamed = {key: our for key, our in same.items() if our not in self._definitions}

    def title_of(self, key: str) -> str:
        """Return what the label file beside the present file calls a key, "" where it says nothing of it."""
        defined = self._definitions.get(key)
        return defined.title if defined is not None else ""

    def fit_values(self, entry: Entry) -> None:
        """Take values from the spans of an entry that their labels cannot have, and spans that stand there already."""
        by_key = {label.key: label for label in self._labels}
        kept: dict[tuple[int, int, str], EntrySpan] = {}
        for span in entry.spans:
            label = by_key.get(span.label)
            fits = label is None or value_problem(span.norm, label) is None
            kept.setdefault((span.start, span.end, span.label), span if fits else span._replace(norm=None))
        entry.spans = tuple(kept.values())

    def learn(self, entry: Entry) -> None:
        """Make the labels that the entry uses and nobody knows; the label file beside it may define them."""
        self.learn_keys(keys_of(entry))

    def learn_keys(self, keys: Iterable[str]) -> None:
        """Make the labels of these keys that nobody knows."""
        for key in keys:
            self.asked = True
            if key not in self._ids:
                self._make(key, self._definitions.get(key))

    def take(self, labels: Sequence[Label]) -> None:
        """Take a label set in place of the present one: rows of the project under their ids, and new ones."""
        self._labels = list(labels)
        self._ids = {label.key: label.id for label in labels}

    def _make(self, key: str, defined: Label | None) -> None:
        position = max((label.position for label in self._labels), default=0) + 1
        taken = {label.hotkey for label in self._labels}
        free = [digit for digit in _DIGITS if digit not in taken]
        wished = defined.hotkey if defined is not None else ""
        uids = {label.uid for label in self._labels}
        own_uid = defined is not None and defined.uid not in uids
        label = Label(
            id=self._new_id("label"),
            uid=defined.uid if defined is not None and own_uid else secrets.token_hex(_UID_BYTES),
            key=key,
            title=defined.title if defined else key,
            hotkey=wished if wished in free else "".join(free[:1]),
            role=defined.role if defined else ROLES[(position - 1) % len(ROLES)],
            kind=defined.kind if defined else ValueKind.NONE,
            description=defined.description if defined else "",
            choices=defined.choices if defined else (),
            position=position,
        )
        self._labels.append(label)
        self._ids[key] = label.id
        self.made.append(label)


def keys_of(entry: Entry) -> dict[str, None]:
    """Return the label keys of the entry's spans and suggestions, in the order in which they come."""
    return dict.fromkeys(map(_label_of, (*entry.spans, *entry.suggestions)))


def rename_labels(entry: Entry, keys: Mapping[str, str]) -> None:
    """Put other label keys into an entry, wherever it names one."""
    entry.spans = tuple(span._replace(label=keys.get(span.label, span.label)) for span in entry.spans)
    entry.suggestions = tuple(
        made._replace(label=keys.get(made.label, made.label)) for made in entry.suggestions
    )
    entry.records = tuple(
        record._replace(roles=tuple(m._replace(role=keys.get(m.role, m.role)) for m in record.roles))
        for record in entry.records
    )
    entry.decisions = tuple(_renamed_decision(decision, keys) for decision in entry.decisions)


def _renamed_decision(decision: Mapping[str, object], keys: Mapping[str, str]) -> Mapping[str, object]:
    before = decision.get("before")
    if not isinstance(before, Mapping) or before.get("label") not in keys:
        return decision
    return {**decision, "before": {**before, "label": keys[str(before["label"])]}}


class PeopleNames:
    """Row ids of annotators: by their id where a file has it, else by name; who is new is made.

    `nobody` is the name of who made layers that name nobody; "" stands for `own`, the person who imports.
    """

    def __init__(
        self, known: Sequence[Annotator], new_id: NewId, own: Annotator, *, nobody: str = ""
    ) -> None:
        self._by_uid = {person.uid: person for person in known}
        self._by_name: dict[str, Annotator] = {}
        for person in known:
            if person.name:
                self._by_name.setdefault(person.name, person)
        self._new_id = new_id
        self._own = own
        self._nobody = nobody
        self._good = set(self._by_name)
        self.made: list[Annotator] = []

    def by_uid(self, uid: str) -> Annotator | None:
        """Return the annotator with that id."""
        return self._by_uid.get(uid)

    def called(self, name: str) -> tuple[Annotator, ...]:
        """Return the annotators of that name."""
        return tuple(
            dict.fromkeys(person for person in self._by_uid.values() if name and person.name == name)
        )

    def in_file_name(self, file: str) -> str:
        """Return the name of the one annotator whom a file's name names, "" where that is none or several."""
        parts = set(_PARTS.split(Path(file).stem)) | {Path(file).stem}
        named = [name for name in self._by_name if name in parts]
        return named[0] if len(named) == 1 else ""

    def join(self, uid: str, ours: str) -> None:
        """Say that a person has another id elsewhere."""
        person = self._by_uid.get(ours)
        if person is not None:
            self._by_uid[uid] = person

    def problem(self, entry: Entry) -> Message | None:
        """Say why a name in the entry cannot be an annotator's."""
        for name in {entry.annotator, *_makers(entry)} - {""}:
            if name not in self._good:
                problem = name_problem(name)
                if problem is not None:
                    return problem
                self._good.add(name)
        return None

    def known(self, entry: Entry) -> Annotator | None:
        """Return whose layer the entry is, or None where nobody knows that person yet."""
        uid, name = self._whose(entry)
        if not uid and not name:
            return self._own
        return self._by_uid.get(uid) if uid else self._by_name.get(name)

    def layer_of(self, entry: Entry) -> Annotator:
        """Return whose layer the entry is, made where nobody knows that person."""
        uid, name = self._whose(entry)
        return self._person(uid, name) if uid or name else self._own

    def named(self, entry: Entry, more: Iterable[EntrySpan] = ()) -> dict[str, int]:
        """Return the row id of each name that a span or a suggestion of the entry, or one more, says it is from."""
        names = (_makers(entry) | {span.annotator for span in more}) - {""}
        if not names:
            return {}
        layer = self.layer_of(entry)
        return {name: (layer if name == entry.annotator else self._person("", name)).id for name in names}

    def _whose(self, entry: Entry) -> tuple[str, str]:
        if entry.annotator_id or entry.annotator:
            return entry.annotator_id, entry.annotator
        return "", self._nobody

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


def _makers(entry: Entry) -> set[str]:
    return {span.annotator for span in entry.spans} | {made.annotator for made in entry.suggestions}


def name_in(file: str) -> str:
    """Return the name that a file of somebody's layers may have been called after: its own, without its endings."""
    stem = " ".join(Path(file).stem.replace("_", " ").replace("|", " ").split())
    return stem[:LONGEST_NAME]


def label_file(path: Path, archives: Archives | None = None) -> LabelFile | None:
    """Return the label definitions beside an annotation file, None where there is no such file; in an archive too.

    UserError where there is one and it cannot be read.
    """
    beside = path.with_name(sidecar_name(path.name))
    try:
        inside = archive_of(beside)
        content = beside.read_bytes() if inside is None else _content(beside, archives)
        return None if content is None else read_sidecar(content)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise user_error("import.unreadable", name=name_of(beside), reason=reason_of(error)) from error


def _content(member: Path, archives: Archives | None) -> bytes | None:
    if archives is not None:
        return archives.content(member)
    with closing(Archives()) as own:
        return own.content(member)

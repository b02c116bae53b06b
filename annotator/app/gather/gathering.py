"""Gathering colleagues' layers: what is clear is taken, what is not is asked, and the answers are put in.

A gathering is an import (`annotator/app/imports/importing.py`) with answers: it takes what is sure, and what it asks
lies in the result. The same files with the answers are gathered again; what was taken before is here by then.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from annotator.app.documents.titles import called_after
from annotator.app.gather.elsewhere import PROJECT
from annotator.app.gather.joining import Versions
from annotator.app.gather.matching import PutAway
from annotator.app.gather.questions import (
    APART,
    LEAVE,
    LEAVE_OUT,
    NEW,
    Answers,
    AskedAway,
    AskedLabel,
    AskedLayer,
    AskedPerson,
    AskedText,
    Away,
    PersonKey,
    Questions,
)
from annotator.app.gather.reanchoring import Laid, left_out
from annotator.app.gather.remembered import Remembered
from annotator.app.gather.replacing import LayerKey, Merge
from annotator.app.imports.intake import FileAccount
from annotator.app.imports.naming import LabelNames, PeopleNames, keys_of, name_in, rename_labels
from annotator.core.entry import Entry, Reject
from annotator.core.layer import Role
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.validate import quoted
from annotator.formats import registry
from annotator.formats.carrying import KINDS
from annotator.review.tiers import Match, Tier
from annotator.store.known import KnownLayer

_QUOTES: Final = 3
_OUR_OWN: Final = frozenset({"native", "standoff", PROJECT})


class Aside(Enum):
    """What is put aside, because a person is asked or does not want it."""

    ASIDE = 0


class Gathering:
    """The answers of one gathering, and what it asks; asked once a file, a person, a text, a layer."""

    def __init__(self, answers: Answers, remembered: Remembered) -> None:
        self.questions = Questions()
        self._answers = answers
        self.remembered = remembered
        self.merges: dict[LayerKey, Merge] = {}
        self.brought_back: set[int] = set()
        """The documents that come out of the bin."""

    # Whose, and under which labels.

    def takes(self, entry: Entry, account: FileAccount, labels: LabelNames, people: PeopleNames) -> bool:
        """Put the answers into an entry; False where it waits for one, or none of it is wanted."""
        is_known = self._names_person(entry, account, people)
        if self._puts_labels(entry, account, labels) and is_known:
            return True
        account.waiting += 1
        return False

    def _names_person(self, entry: Entry, account: FileAccount, people: PeopleNames) -> bool:
        uid, name = entry.annotator_id, entry.annotator
        if entry.role == Role.MACHINE:
            return True
        if not uid and not name:
            key = (account.file, "", "")
            entry.annotator = self._answers.people.get(key) or self.remembered.annotator(account.file)
            entry.annotator = entry.annotator or people.in_file_name(account.file)
            return bool(entry.annotator) or self._ask_person(key, account, name_in(account.file), ())
        if not uid or people.by_uid(uid) is not None or not (same := people.called(name)):
            return True
        key = ("", uid, name)
        answer = self._answers.people.get(key)
        if answer is None:
            return self._ask_person(key, account, name, same)
        if answer != APART:
            entry.annotator_id = answer
            people.join(uid, answer)
            self.remembered.joined[uid] = answer
        return True

    def _ask_person(
        self, key: PersonKey, account: FileAccount, proposed: str, same: Sequence[Annotator]
    ) -> bool:
        asked = self.questions.people.setdefault(key, AskedPerson(key, account.file, proposed, tuple(same)))
        asked.layers += 1
        return False

    def _puts_labels(self, entry: Entry, account: FileAccount, labels: LabelNames) -> bool:
        unknown = [key for key in keys_of(entry) if key not in labels.ids]
        answers = {**self.remembered.labels(account.file), **self._answers.labels.get(account.file, {})}
        for key in unknown:
            if key not in answers:
                self._ask_label(entry, account, key, labels.title_of(key))
        if any(key not in answers for key in unknown):
            return False
        left = {key for key in unknown if answers[key] == LEAVE}
        mapped = {key: answers[key] for key in unknown if answers[key] in labels.ids}
        if left:
            count = left_out(entry, left)
            told = message("label.left-out", count=count, labels=", ".join(sorted(left)))
            account.notes.append(Reject(entry.line, told, "", entry.member))
        if mapped:
            rename_labels(entry, mapped)
            labels.fit_values(entry)
        return True

    def _ask_label(self, entry: Entry, account: FileAccount, key: str, title: str) -> None:
        asked = self.questions.labels.setdefault((account.file, key), AskedLabel(account.file, key, title))
        marks = [span.text for span in entry.spans if span.label == key]
        marks += [made.text for made in entry.suggestions if made.label == key]
        asked.count += len(marks)
        asked.quotes.extend(quoted(text) for text in marks[: max(0, _QUOTES - len(asked.quotes))])

    # Which document.

    def document(
        self,
        entry: Entry,
        found: Match,
        account: FileAccount,
        known_as: Callable[[str], int | None],
        *,
        is_gone: bool = False,
    ) -> int | Aside | None:
        """Return the document that an entry is of (None: a new one), or ASIDE where that is asked, or it is left out.

        `known_as` says which document has an id; `is_gone` that a document with this id was removed for good.
        """
        if found.document is not None:
            return found.document
        key = (entry.id, entry.text_sha256)
        answer = self._answers.documents.get(key)
        if answer is None and is_gone and Away.GONE in self.wanted(account):
            answer = NEW
        if answer == LEAVE_OUT:
            told = message("document.left-out", id=quoted(entry.id))
            account.notes.append(Reject(entry.line, told, "", entry.member))
            return Aside.ASIDE
        if answer == NEW:
            if found.tier is Tier.CONFLICT:
                # The id is that of another text of ours.
                entry.id = f"{entry.id}-{entry.text_sha256[:8]}"
            return known_as(entry.id)
        if answer is not None:
            return answer
        title = _title_of(entry)
        asked = self.questions.texts.setdefault(
            key, AskedText(key, account.file, found.tier, title, entry.text, found.documents)
        )
        asked.spans += len(entry.spans)
        account.waiting += 1
        return Aside.ASIDE

    # What was put away.

    def wanted(self, account: FileAccount) -> frozenset[Away]:
        """Return which documents that are put away come back with the layers of a file."""
        return frozenset(where for where in Away if self._answers.away.get((account.file, where)))

    def asks_away(self, entry: Entry, found: PutAway, account: FileAccount) -> bool:
        """Ask, once a file, whether what is put away comes back; False where it is answered that it stays there."""
        key = (account.file, found.where)
        if key in self._answers.away:
            return False
        asked = self.questions.away.setdefault(key, AskedAway(*key))
        account.waiting += 1
        if entry.id not in asked.documents:
            asked.documents.add(entry.id)
            if len(asked.titles) < _QUOTES:
                asked.titles.append(_title_of(entry))
        return True

    # Which version.

    def joins(
        self, laid: Laid, key: LayerKey, known: KnownLayer, ours: Entry, account: FileAccount, names: "Names"
    ) -> bool:
        """Bring a layer together with ours, which stands in another version; False where its items are asked."""
        versions = Versions(ours, laid.entry, _carried(account.format))
        equal, items = versions.asked()
        if not items:
            account.unchanged += 1
            return False
        choices = self._answers.layers.get(key, {})
        if any(item.key not in choices for item in items):
            title = _title_of(laid.entry)
            self.questions.layers[key] = AskedLayer(key, account.file, title, names.annotator, equal, items)
            account.waiting += 1
            return False
        self._tell_left(ours, laid.entry, account)
        place = (key[0], known.id, key[1])
        self.merges[key] = Merge(known, versions.merged(choices, place, names.labels, names.people))
        return True

    def _tell_left(self, ours: Entry, theirs: Entry, account: FileAccount) -> None:
        """Say what of a version is not brought together with ours: decisions, and what is only proposed."""
        known = {str(row.get("id", "")) for row in ours.decisions}
        decisions = sum(str(row.get("id", "")) not in known for row in theirs.decisions)
        if decisions or theirs.suggestions:
            told = message(
                "layer.not-joined",
                id=quoted(theirs.id),
                decisions=decisions,
                suggestions=len(theirs.suggestions),
            )
            account.notes.append(Reject(theirs.line, told, "", theirs.member))


def _carried(format_: str) -> frozenset[str]:
    """Return what a file of that format has said where it says nothing."""
    if format_ in _OUR_OWN:
        return KINDS
    carries = registry.by_id(format_).carries
    # What only we write into a format may have been lost in the tool that it comes from.
    return frozenset() if carries >= KINDS else carries


def _title_of(entry: Entry) -> str:
    """Return what the document of an entry is called, fit to be shown."""
    first = entry.text.strip().split("\n", 1)[0]
    return called_after(quoted(entry.fields.get("title") or ""), quoted(first), quoted(entry.id))


def say_renamed(entry: Entry, account: FileAccount, renamed: Mapping[str, str]) -> None:
    """Say once a file which of its labels are ours by another name."""
    for key in keys_of(entry):
        if key in renamed:
            told = Reject(0, message("label.same-id", label=key, ours=renamed[key]))
            if told not in account.notes:
                account.notes.append(told)


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in an entry mean: whose layer it is, the ids of labels by key, of annotators by name."""

    annotator: str
    labels: Mapping[str, int]
    people: Mapping[str, int]

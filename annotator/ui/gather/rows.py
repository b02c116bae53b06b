"""What a gathering asks as rows: cells to read and answers to choose from, in the words of the window."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from annotator.app.documents.looking import ChangedSpan
from annotator.app.gather.questions import (
    ADD,
    APART,
    LEAVE,
    LEAVE_OUT,
    NEW,
    Answers,
    AskedText,
    Away,
    Choice,
    ItemKey,
    Questions,
)
from annotator.app.imports.importing import ImportResult
from annotator.app.imports.intake import FileAccount
from annotator.core.labels import LabelSet
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.core.people import Annotator
from annotator.review.tiers import Tier
from annotator.ui.gather.versions import choices_for, item_cells
from annotator.ui.gather.words import said
from annotator.ui.widgets.plain_text import one_line

RIGHT: Final = "right"
WRONG: Final = "wrong"


class Asked(StrEnum):
    """What is asked, in the order in which it is best answered."""

    LABELS = "labels"
    PEOPLE = "people"
    TEXTS = "texts"
    AWAY = "away"
    LAYERS = "layers"
    CHANGED = "changed"


_TITLES: Final = {
    Asked.LABELS: QT_TRANSLATE_NOOP("Gather", "Labels"),
    Asked.PEOPLE: QT_TRANSLATE_NOOP("Gather", "Annotators"),
    Asked.TEXTS: QT_TRANSLATE_NOOP("Gather", "Documents"),
    Asked.AWAY: QT_TRANSLATE_NOOP("Gather", "Put away"),
    Asked.LAYERS: QT_TRANSLATE_NOOP("Gather", "Two versions"),
    Asked.CHANGED: QT_TRANSLATE_NOOP("Gather", "Changed within"),
}
_TOLD: Final = {
    Asked.LABELS: QT_TRANSLATE_NOOP("Gather", "These labels are not in the project. What do they mean?"),
    Asked.PEOPLE: QT_TRANSLATE_NOOP("Gather", "Whose layers are these?"),
    Asked.TEXTS: QT_TRANSLATE_NOOP("Gather", "These texts are not surely one of yours. Which is it?"),
    Asked.AWAY: QT_TRANSLATE_NOOP(
        "Gather", "These files hold layers on documents that you have put away. Left so, they stay out."
    ),
    Asked.LAYERS: QT_TRANSLATE_NOOP("Gather", "These layers stand here in another version. Which counts?"),
    Asked.CHANGED: QT_TRANSLATE_NOOP("Gather", "The text has changed within these spans. Are they right?"),
}
_COLUMNS: Final = {
    Asked.LABELS: (
        QT_TRANSLATE_NOOP("Gather", "Label in the file"),
        QT_TRANSLATE_NOOP("Gather", "File"),
        QT_TRANSLATE_NOOP("Gather", "Marks"),
        QT_TRANSLATE_NOOP("Gather", "For example"),
    ),
    Asked.PEOPLE: (
        QT_TRANSLATE_NOOP("Gather", "Named in the file"),
        QT_TRANSLATE_NOOP("Gather", "File"),
        QT_TRANSLATE_NOOP("Gather", "Layers"),
    ),
    Asked.TEXTS: (
        QT_TRANSLATE_NOOP("Gather", "Text in the file"),
        QT_TRANSLATE_NOOP("Gather", "File"),
        QT_TRANSLATE_NOOP("Gather", "Why it is asked"),
        QT_TRANSLATE_NOOP("Gather", "Most like it here"),
        QT_TRANSLATE_NOOP("Gather", "Likeness"),
        QT_TRANSLATE_NOOP("Gather", "Spans"),
    ),
    Asked.AWAY: (
        QT_TRANSLATE_NOOP("Gather", "File"),
        QT_TRANSLATE_NOOP("Gather", "Where they are"),
        QT_TRANSLATE_NOOP("Gather", "Documents"),
        QT_TRANSLATE_NOOP("Gather", "For example"),
    ),
    Asked.LAYERS: (
        QT_TRANSLATE_NOOP("Gather", "Document"),
        QT_TRANSLATE_NOOP("Gather", "Annotator"),
        QT_TRANSLATE_NOOP("Gather", "What"),
        QT_TRANSLATE_NOOP("Gather", "Here"),
        QT_TRANSLATE_NOOP("Gather", "In the file"),
        QT_TRANSLATE_NOOP("Gather", "Where in the text"),
    ),
    Asked.CHANGED: (
        QT_TRANSLATE_NOOP("Gather", "Document"),
        QT_TRANSLATE_NOOP("Gather", "Annotator"),
        QT_TRANSLATE_NOOP("Gather", "Label"),
        QT_TRANSLATE_NOOP("Gather", "In the text of the file"),
        QT_TRANSLATE_NOOP("Gather", "In your text"),
    ),
}
_ANSWER: Final = QT_TRANSLATE_NOOP("Gather", "Answer")
_FILE_COLUMNS: Final = (
    QT_TRANSLATE_NOOP("Gather", "File"),
    QT_TRANSLATE_NOOP("Gather", "Layers taken"),
    QT_TRANSLATE_NOOP("Gather", "New documents"),
    QT_TRANSLATE_NOOP("Gather", "Already here"),
    QT_TRANSLATE_NOOP("Gather", "Waiting"),
    QT_TRANSLATE_NOOP("Gather", "Not taken"),
    QT_TRANSLATE_NOOP("Gather", "Moved"),
    QT_TRANSLATE_NOOP("Gather", "Changed within"),
    QT_TRANSLATE_NOOP("Gather", "Lost"),
)
_TIERS: Final = {
    Tier.CONFLICT: QT_TRANSLATE_NOOP("Gather", "another text under its id"),
    Tier.AMBIGUOUS: QT_TRANSLATE_NOOP("Gather", "several have this text"),
    Tier.UNMATCHED: QT_TRANSLATE_NOOP("Gather", "not here in this form"),
}
_AWAY: Final = {
    Away.BIN: QT_TRANSLATE_NOOP("Gather", "in the bin"),
    Away.GONE: QT_TRANSLATE_NOOP("Gather", "removed for good"),
}
_BACK: Final = QT_TRANSLATE_NOOP("Gather", "Bring them back")
_STAY: Final = QT_TRANSLATE_NOOP("Gather", "Leave them out")
_ADD: Final = QT_TRANSLATE_NOOP("Gather", "Add it as a new label")
_LEAVE: Final = QT_TRANSLATE_NOOP("Gather", "Leave these marks out")
_SAME: Final = QT_TRANSLATE_NOOP("Gather", "The same person as here: %1")
_APART: Final = QT_TRANSLATE_NOOP("Gather", "Another person of this name")
_NEW: Final = QT_TRANSLATE_NOOP("Gather", "A document of its own")
_LEAVE_OUT: Final = QT_TRANSLATE_NOOP("Gather", "Leave it out")
_RIGHT: Final = QT_TRANSLATE_NOOP("Gather", "Right")
_WRONG: Final = QT_TRANSLATE_NOOP("Gather", "Remove it")
_WHERE: Final = 5  # the column that says where an item stands
_NOBODY: Final = QT_TRANSLATE_NOOP("Gather", "(nobody)")


_GATHERED: Final = QT_TRANSLATE_NOOP("Gather", "Gathered: layers %1, spans %2, new documents %3.")
_NOTHING_NEW: Final = QT_TRANSLATE_NOOP("Gather", "Nothing new was gathered.")
_ASKED: Final = QT_TRANSLATE_NOOP("Gather", "What is asked stands below.")


@dataclass(frozen=True, slots=True)
class AskRow:
    """One question: its cells, the answers (value, words), and, where a name may be typed, the one proposed.

    `best` is the answer that is meant by "pair from a likeness on", which is `likeness` (0 to 1). The cell `quiet`,
    where there is one, only says where something stands.
    """

    key: Hashable
    cells: tuple[str, ...]
    options: tuple[tuple[object, str], ...]
    typed: str | None = None
    best: object = None
    likeness: float = 0.0
    quiet: int = -1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the panel shows: what came of each file, what is asked, and what is needed to say it."""

    files: Sequence[FileAccount]
    questions: Questions
    labels: LabelSet
    people: Sequence[Annotator] = ()
    changed: Sequence[ChangedSpan] = ()


@dataclass(slots=True)
class Chosen:
    """What a person has chosen so far, by what is asked."""

    by_kind: dict[Asked, dict[Hashable, object]] = field(default_factory=lambda: {kind: {} for kind in Asked})

    def answers(self) -> Answers:
        """Return it as a gathering takes it."""
        labels: dict[str, dict[str, str]] = {}
        for key, value in self.by_kind[Asked.LABELS].items():
            file, label = _pair(key)
            labels.setdefault(str(file), {})[str(label)] = str(value)
        layers: dict[tuple[int, int, str], dict[ItemKey, Choice]] = {}
        for key, value in self.by_kind[Asked.LAYERS].items():
            layer, item = _pair(key)
            if isinstance(layer, tuple) and isinstance(item, ItemKey):
                layers.setdefault((layer[0], layer[1], layer[2]), {})[item] = Choice(str(value))
        documents = {
            (key[0], key[1]): value
            for key, value in self.by_kind[Asked.TEXTS].items()
            if isinstance(key, tuple) and isinstance(value, int)
        }
        people = {
            (key[0], key[1], key[2]): str(value)
            for key, value in self.by_kind[Asked.PEOPLE].items()
            if isinstance(key, tuple)
        }
        away = {
            (key[0], Away(key[1])): bool(value)
            for key, value in self.by_kind[Asked.AWAY].items()
            if isinstance(key, tuple)
        }
        return Answers(labels, documents, people, layers, away)

    def looked_at(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the anchors of the changed spans that are right, and of those that are not."""
        said = [(key, value) for key, value in self.by_kind[Asked.CHANGED].items() if isinstance(key, int)]
        return (
            tuple(key for key, value in said if value == RIGHT),
            tuple(key for key, value in said if value == WRONG),
        )

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(map(len, self.by_kind.values()))


def _pair(key: Hashable) -> tuple[object, object]:
    if not isinstance(key, tuple):
        msg = "a pair was expected"
        raise TypeError(msg)
    return key[0], key[1]


def result_words(result: ImportResult) -> str:
    """Return what came of a gathering, in one line."""
    taken = sum(account.updated + account.added for account in result.files)
    told = said(_NOTHING_NEW)
    if result.changes is not None:
        told = said(_GATHERED, f"{taken:,}", f"{result.spans:,}", f"{result.documents:,}")
    return f"{told} {said(_ASKED)}" if len(result.questions) else told


def title_of(kind: Asked) -> str:
    """Return what a page of questions is called."""
    return said(_TITLES[kind])


def question_of(kind: Asked) -> str:
    """Return what a page asks."""
    return said(_TOLD[kind])


def columns_of(kind: Asked | None) -> tuple[str, ...]:
    """Return the heads of a page's columns, the answer last; None is the page of the files."""
    if kind is None:
        return tuple(map(said, _FILE_COLUMNS))
    return (*map(said, _COLUMNS[kind]), said(_ANSWER))


def file_rows(files: Sequence[FileAccount]) -> list[AskRow]:
    """Return what came of each file."""
    rows = []
    for number, account in enumerate(files):
        fates = account.fates
        counts = (
            account.updated, account.added, account.unchanged, account.waiting, len(account.rejected),
            fates["moved"], fates["edited"], fates["lost"],
        )  # fmt: skip
        rows.append(AskRow(number, (one_line(account.file), *(f"{count:,}" for count in counts)), ()))
    return rows


def rows_of(kind: Asked, outcome: Outcome) -> list[AskRow]:
    """Return the questions of a kind."""
    match kind:
        case Asked.LABELS:
            return _label_rows(outcome)
        case Asked.PEOPLE:
            return _person_rows(outcome)
        case Asked.TEXTS:
            return sorted(map(_text_row, outcome.questions.texts.values()), key=_likeliest_first)
        case Asked.AWAY:
            return _away_rows(outcome)
        case Asked.LAYERS:
            return _layer_rows(outcome)
        case Asked.CHANGED:
            return _changed_rows(outcome)


def _label_rows(outcome: Outcome) -> list[AskRow]:
    ours = tuple((label.key, f"{label.key}  {label.title}") for label in outcome.labels.labels)
    options = (*ours, (ADD, said(_ADD)), (LEAVE, said(_LEAVE)))
    rows = []
    for key, asked in outcome.questions.labels.items():
        title = f"{asked.key}  {asked.title}" if asked.title not in {"", asked.key} else asked.key
        quotes = ", ".join(asked.quotes)
        rows.append(AskRow(key, _clean(title, asked.file, f"{asked.count:,}", quotes), options))
    return rows


def _person_rows(outcome: Outcome) -> list[AskRow]:
    rows = []
    for key, asked in outcome.questions.people.items():
        name = asked.key[2]
        cells = _clean(name or said(_NOBODY), asked.file, f"{asked.layers:,}")
        if name:
            same = tuple((one.uid, said(_SAME, f"{one.name} ({one.uid[:6]})")) for one in asked.same)
            rows.append(AskRow(key, cells, (*same, (APART, said(_APART)))))
            continue
        names = dict.fromkeys(one.name for one in outcome.people if one.name)
        options = tuple((known, known) for known in names)
        rows.append(AskRow(key, cells, options, typed=asked.proposed))
    return rows


def _text_row(asked: AskedText) -> AskRow:
    likely = tuple((id_, f"{one_line(title)}  {alike:.0%}") for id_, title, alike in asked.likely)
    options = (*likely, (NEW, said(_NEW)), (LEAVE_OUT, said(_LEAVE_OUT)))
    best = asked.likely[0] if asked.likely else None
    cells = _clean(
        asked.title,
        asked.file,
        said(_TIERS[asked.tier]) if asked.tier in _TIERS else "",
        best[1] if best else "",
        f"{best[2]:.0%}" if best else "",
        f"{asked.spans:,}",
    )
    # Of several with the same likeness none is the best.
    alone = best is not None and Counter(alike for _, _, alike in asked.likely)[best[2]] == 1
    return AskRow(
        asked.key, cells, options, best=best[0] if best and alone else None, likeness=best[2] if best else 0.0
    )


def _likeliest_first(row: AskRow) -> float:
    return -row.likeness


def _away_rows(outcome: Outcome) -> list[AskRow]:
    options = ((True, said(_BACK)), (False, said(_STAY)))
    rows = []
    for key, asked in outcome.questions.away.items():
        cells = (asked.file, said(_AWAY[asked.where]), f"{len(asked.documents):,}", ", ".join(asked.titles))
        rows.append(AskRow(key, _clean(*cells), options))
    return rows


def _layer_rows(outcome: Outcome) -> list[AskRow]:
    return [
        AskRow(
            (key, item.key),
            _clean(asked.title, asked.annotator, *item_cells(item)),
            choices_for(item),
            quiet=_WHERE,
        )
        for key, asked in outcome.questions.layers.items()
        for item in asked.items
    ]


def _changed_rows(outcome: Outcome) -> list[AskRow]:
    options = ((RIGHT, said(_RIGHT)), (WRONG, said(_WRONG)))
    return [
        AskRow(one.anchor_id, _clean(one.title, one.annotator, one.label, one.before, one.now), options)
        for one in outcome.changed
    ]


def _clean(*cells: str) -> tuple[str, ...]:
    return tuple(map(one_line, cells))


def words_of(row: AskRow, chosen: Mapping[Hashable, object]) -> str:
    """Return the words of the answer that was chosen, "" where none was."""
    if row.key not in chosen:
        return ""
    value = chosen[row.key]
    return next((words for option, words in row.options if option == value), str(value))

"""What the card says of an item: rows for the layers, for what was decided, and the words around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.app.lexicon.names import hint_of
from annotator.app.review.remarks import Remark, Said, remarks_on
from annotator.app.review.review_queue import title_of
from annotator.app.review.reviewing import Doer, Review
from annotator.app.session import Session
from annotator.core.decision import Content, Decision, ItemSpan, Rule
from annotator.core.noop import QT_TRANSLATE_NOOP
from annotator.core.values import Norm
from annotator.review.decisions import State
from annotator.review.items import Item, classes_of
from annotator.ui.form.words import DOT, label_title, value_words
from annotator.ui.review.card import GOLD, CardContent, Details
from annotator.ui.review.lanes import differing, letter, style_of
from annotator.ui.review.layer_row import Part, RowContent, pieces_of
from annotator.ui.review.words import ACTIONS, RULES, STATES, class_words, say
from annotator.ui.widgets.plain_text import one_line

_NOTHING = QT_TRANSLATE_NOOP("Review", "nothing here")
_NO_VALUE = QT_TRANSLATE_NOOP("Review", "no value")
_OPEN = QT_TRANSLATE_NOOP("Review", "not decided yet")
_GOLD = QT_TRANSLATE_NOOP("Review", "Gold")
_EDITING = QT_TRANSLATE_NOOP("Review", "Gold, being edited")
_PSEUDONYM = QT_TRANSLATE_NOOP("Review", "Annotator {letter}")
_WAITING = QT_TRANSLATE_NOOP("Review", "Not done, no vote: {names}")
_BEFORE = QT_TRANSLATE_NOOP("Review", "The decision was made on: {before}. Enter reaffirms it.")
_APPEAL = QT_TRANSLATE_NOOP("Review", "{name} appeals: {note}. Enter says it anew.")
_BY_RULE = QT_TRANSLATE_NOOP("Review", "by rule: {rule}")
_HEAD = QT_TRANSLATE_NOOP("Review", "{number} of {total} · {title}")
_KEYS = QT_TRANSLATE_NOOP(
    "Review",
    "1…9 adopt that layer · 0 nothing here · + keep all · F2 edit · Space later · F8 next open · Backspace open again",
)
_SOMEBODY = QT_TRANSLATE_NOOP("Review", "somebody")
_DOCUMENT = QT_TRANSLATE_NOOP("Review", "on the document")
_SAID = {
    Said.DOUBT: QT_TRANSLATE_NOOP("Review", "in doubt"),
    Said.NOTE: QT_TRANSLATE_NOOP("Review", "note “{text}”"),
    Said.COMMENT: QT_TRANSLATE_NOOP("Review", "comment “{text}”"),
}
_EDIT_KEYS = QT_TRANSLATE_NOOP(
    "Review",
    "Digits label the selection or the span, with Shift once more · [ ] { } move its ends · ; josa · Tab next span · "
    "Delete removes it · Enter ends · Esc cancels",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card is made of: the review, which of its places, spans being made, and what was said."""

    review: Review
    at: int
    editing: Content | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def item(self) -> Item:
        """The item."""
        return self.review.places[self.at]


def content_of(shown: Shown, session: Session) -> CardContent:
    """Return what the card shows of an item."""
    review, item = shown.review, shown.item
    parts = _Parts(session, review.text, item)
    classes = sorted(classes_of(item, review.text))
    state = review.state(item)
    stood = review.on(item)
    told = [class_words(classes, item.kind), say(STATES[state])]
    if state in {State.STALE, State.ORPHANED} and stood:
        before = _snapshot_words(review, stood[-1].decision)
        told.append(say(_BEFORE).format(before=before))
    if stood and stood[-1].decision.made.rule:
        told.append(say(_BY_RULE).format(rule=say(RULES[Rule(stood[-1].decision.made.rule)])))
    told.extend(_appeals(review, item))
    head = say(_HEAD).format(
        number=f"{shown.at + 1:,}",
        total=f"{len(review.places):,}",
        title=one_line(title_of(session, review.document_id)),
    )
    return CardContent(
        head=head,
        told=" · ".join(told),
        rows=tuple(_rows(review, item, parts, choosable=shown.editing is None)),
        gold=_gold(shown, parts),
        remarks=_remark_words(shown),
        waiting=_waiting(review.waiting, blind=review.blind),
        details=_details(stood[-1].decision if stood else None),
        keys=say(_KEYS if shown.editing is None else _EDIT_KEYS),
    )


def _remark_words(shown: Shown) -> tuple[str, ...]:
    """Return what colleagues said of the item and of the document, a line each; nobody is named who is hidden."""
    review = shown.review
    places = {doer.uid: at for at, doer in enumerate(review.doers)}
    hidden = _hidden(review)
    told = []
    for remark in remarks_on(shown.remarks, shown.item):
        at = places.get(remark.uid)
        who = "" if at is None else letter(at)
        by = "" if review.blind and who else _named(remark.by, hidden, blind=review.blind)
        head = " ".join(part for part in (who, by) if part)
        if remark.to:
            head = f"{head} → {_named(remark.to, hidden, blind=review.blind)}"
        words = say(_SAID[remark.said]).format(text=one_line(remark.text))
        where = one_line(review.text[remark.start : remark.end]) if not remark.on_document else say(_DOCUMENT)
        told.append(f"{head}, {where}: {words}")
    return tuple(told)


def _named(name: str, hidden: Mapping[str, str], *, blind: bool) -> str:
    return hidden.get(name, say(_SOMEBODY)) if blind else one_line(name)


def _hidden(review: Review) -> dict[str, str]:
    """Return what stands for the names of those who are hidden; nothing where names are shown."""
    return {doer.name: name_of(review, at) for at, doer in enumerate(review.doers)} if review.blind else {}


def _appeals(review: Review, item: Item) -> list[str]:
    """Return who appeals against what is decided, and why; without the names of those who are hidden."""
    hidden = _hidden(review)
    return [
        one_line(say(_APPEAL).format(name=hidden.get(appeal.by, appeal.by), note=appeal.note or "—"))
        for appeal in review.appeals_on(item)
    ]


def name_of(review: Review, at: int) -> str:
    """Return what the annotator in that place is called: by a letter alone while names are hidden."""
    doer = review.doers[at]
    return say(_PSEUDONYM).format(letter=letter(at)) if review.blind else doer.name or doer.uid


def _rows(review: Review, item: Item, parts: "_Parts", *, choosable: bool) -> list[RowContent]:
    adopted = {stood.decision.made.adopted for stood in review.on(item)} - {""} if choosable else set()
    places = [doer.uid for doer in review.doers]
    return [
        RowContent(
            key=f"{at + 1} {letter(at)}",
            name=name_of(review, at),
            style=style_of(at),
            parts=parts.of(item.contents.get(uid, ())),
            empty=say(_NOTHING),
            chosen=uid in adopted,
        )
        for at, uid in enumerate(places)
    ]


def _gold(shown: Shown, parts: "_Parts") -> RowContent:
    review, item = shown.review, shown.item
    if shown.editing is not None:
        return RowContent(GOLD, say(_EDITING), "gold", parts.of(shown.editing), say(_NOTHING), chosen=True)
    stood = review.on(item)
    result = tuple(span for one in stood for span in one.decision.made.result)
    name = say(_GOLD)
    if stood:
        name = f"{name} · {say(ACTIONS[stood[-1].decision.made.action])}"
    return RowContent(GOLD, name, "gold", parts.of(result), say(_NOTHING if stood else _OPEN))


class _Parts:
    """Puts spans into words for a row: what all layers of the item have, and what they do not."""

    def __init__(self, session: Session, text: str, item: Item) -> None:
        self._session = session
        self._text = text
        self._ranges = differing(item)
        self._labels = {label.key: label for label in session.labels.labels}
        # Which labels stand on a place, and which values on a label there.
        self._on: dict[tuple[int, int], set[str]] = {}
        self._values: dict[tuple[int, int, str], set[str | None]] = {}
        for span in (span for content in item.contents.values() for span in content):
            self._on.setdefault(span[:2], set()).add(span.label)
            self._values.setdefault(span[:3], set()).add(span.value)

    def of(self, content: Sequence[ItemSpan]) -> tuple[Part, ...]:
        """Return the spans of one row."""
        return tuple(map(self._part, content))

    def _part(self, span: ItemSpan) -> Part:
        label = self._labels.get(span.label)
        differs = len(self._values.get(span[:3], ())) > 1
        return Part(
            pieces=pieces_of(self._text, span.start, span.end, self._ranges),
            label=span.label if label is None else label_title(label),
            role="" if label is None else label.role,
            value=self._value(span.norm) or (say(_NO_VALUE) if differs else ""),
            value_differs=differs,
            label_differs=len(self._on.get(span[:2], ())) > 1,
        )

    def _value(self, norm: Norm | None) -> str:
        """Return a value, and what it is called where it is a code."""
        if norm is None:
            return ""
        hint = hint_of(self._session, norm).partition(DOT)[0]
        return " ".join(word for word in (value_words(norm), hint) if word)


def _waiting(waiting: Sequence[Doer], *, blind: bool) -> str:
    if not waiting:
        return ""
    names = str(len(waiting)) if blind else ", ".join(doer.name or doer.uid for doer in waiting)
    return say(_WAITING).format(names=names)


def _snapshot_words(review: Review, decision: Decision) -> str:
    """Return what everyone had when a decision was made, in words."""
    places = {doer.uid: at for at, doer in enumerate(review.doers)}
    told = []
    for uid, content in decision.made.snapshot.items():
        texts = " + ".join(f"{one_line(review.text[s.start : s.end])} {s.label}" for s in content)
        who = letter(places[uid]) if uid in places else "?"
        told.append(f"{who} {texts or say(_NOTHING)}")
    return ", ".join(told)


def _details(decision: Decision | None) -> Details:
    if decision is None:
        return Details()
    made = decision.made
    return Details(made.reason, made.confidence, made.note, made.flag)

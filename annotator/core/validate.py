"""One set of checks for everything that comes in: what is wrong with a span, a value, a field, an entry."""

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from annotator.core import value_forms
from annotator.core.commands.people import LONGEST_NAME
from annotator.core.entry import Entry, EntrySpan, EntrySuggestion, Reject
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import Message, message
from annotator.core.text import Zone, digest
from annotator.core.values import NORM_TYPE_OF_KIND, NORM_TYPES, Norm, ValueKind

_QUOTE: Final = 40
# A date label may also hold the lengths of time and times of day found beside dates (`docs/korean-text.md`, 3).
_DATE_TYPES: Final = frozenset({"date", "duration", "time"})
FIELDS_WITH_FORM: Final = ("document_date", "active_seconds")
"""The fields of a document that do not take any text."""

TIME_FIELDS: Final = ("published", "modified", "crawled")
"""The fields that begin with a day where a person types them."""

_DAY_LENGTH: Final = 10
_TYPES_WITH_MOD: Final = _DATE_TYPES | {"money"}


def quoted(text: str) -> str:
    """Return `text` short enough, and clean enough, to stand in a message."""
    line = text.encode("utf-8", "replace").decode("utf-8").replace("\n", "⏎").replace("\r", "⏎")
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1] + "…"


def has_surrogates(text: str) -> bool:
    """Tell whether `text` holds half of a surrogate pair, which no UTF-8 file can."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def text_problem(text: str, sha256: str = "") -> Message | None:
    """Say why `text` cannot be the text of a document: empty, carriage returns, half of a surrogate pair.

    With `sha256` also that it is not the text that digest was made of.
    """
    if not text:
        return message("entry.empty-text")
    if "\r" in text:
        return message("entry.carriage-return")
    try:
        found = digest(text)
    except UnicodeEncodeError:
        return message("entry.surrogate")
    return message("entry.digest-differs") if sha256 and sha256 != found else None


def span_problem(text: str, start: int, end: int, quote: str | None = None) -> Message | None:
    """Say why `start` to `end` (code points, end exclusive) is no range of `text`, or does not hold `quote`."""
    if start < 0:
        return message("span.negative", start=start, end=end)
    if start >= end:
        return message("span.reversed", start=start, end=end)
    if end > len(text):
        return message("span.outside", start=start, end=end, length=len(text))
    if quote is not None and text[start:end] != quote:
        return message("span.text-differs", found=quoted(text[start:end]), said=quoted(quote))
    return None


def zones_problem(zones: Collection[Zone], length: int) -> Message | None:
    """Say what is wrong with the zones of a text of `length` code points: outside it, unsorted, overlapping."""
    last = 0
    for zone in zones:
        if not 0 <= zone.start < zone.end <= length:
            return message("zone.outside", start=zone.start, end=zone.end, length=length)
        if zone.start < last:
            return message("zone.overlaps", start=zone.start, end=zone.end)
        last = zone.end
    return None


def name_problem(name: str) -> Message | None:
    """Say why `name` cannot name an annotator in our files."""
    if 0 < len(name) <= LONGEST_NAME and "|" not in name and name == " ".join(name.split()):
        return None
    return message("annotator.bad-name", most=LONGEST_NAME)


def check_name(name: str) -> None:
    """Raise UserError where `name` cannot name an annotator in our files."""
    problem = name_problem(name)
    if problem is not None:
        raise UserError(problem)


def label_key_problem(key: str) -> Message | None:
    """Say why `key` cannot be what files call a label."""
    good = bool(key) and key == key.strip() and key.isprintable()
    return None if good else message("label.bad-key", label=quoted(key))


def field_problem(name: str, value: str) -> Message | None:
    """Say why `value` cannot be that field of a document; fields without a form of their own take any text."""
    if name == "document_date" and value and not value_forms.is_day(value):
        return message("field.not-a-day", field=name, value=quoted(value))
    if name == "active_seconds" and value and not (value.isascii() and value.isdigit()):
        return message("field.not-a-number", field=name, value=quoted(value))
    return None


def typed_field_problem(name: str, value: str) -> Message | None:
    """Say what is wrong with a field as a person types it: what `field_problem` says, and times without a day.

    Files may bring any text for when a page was published, modified and crawled; who types one means a day.
    """
    if name in TIME_FIELDS and value and not value_forms.is_day(value[:_DAY_LENGTH]):
        return message("field.no-day", value=quoted(value))
    problem = field_problem(name, value)
    return None if problem is None else message("field.wrong-day", value=quoted(value))


def value_problem(norm: Norm | None, label: Label) -> Message | None:
    """Say why `norm` cannot be the value of a span with that label: its type, its written form, its choice."""
    if norm is None:
        return None
    problem = norm_problem(norm, label.kind)
    if problem is None and label.kind is ValueKind.CHOICE and norm.value not in label.choices:
        return message("value.choice-unknown", value=quoted(norm.value or ""))
    return problem


@lru_cache(maxsize=8192)
def norm_problem(norm: Norm, kind: ValueKind | None = None) -> Message | None:
    """Say why `norm` is not in its written form, or (`kind` given) not of the type that labels of it carry."""
    if norm.type not in NORM_TYPES:
        return message("value.type-unknown", type=quoted(norm.type))
    if kind is not None and not _fits(norm.type, kind):
        return message("value.wrong-type", type=norm.type, kind=str(kind))
    problem = _FORMS[norm.type](norm)
    if problem is not None:
        return problem
    if norm.unit is not None and norm.type != "money":
        return message("value.unit-unwanted", unit=quoted(norm.unit))
    if norm.mod is not None and (norm.type not in _TYPES_WITH_MOD or not value_forms.is_mod(norm.mod)):
        return message("value.mod-unknown", mod=quoted(norm.mod))
    return None


def _fits(norm_type: str, kind: ValueKind) -> bool:
    return NORM_TYPE_OF_KIND.get(kind) == norm_type or (kind is ValueKind.DATE and norm_type in _DATE_TYPES)


def _date_problem(norm: Norm) -> Message | None:
    if norm.ref is not None and not value_forms.is_day(norm.ref):
        return message("value.ref-not-a-day", ref=quoted(norm.ref))
    if norm.value is None:
        return None
    parts = value_forms.ends(norm.value)
    if any(value_forms.is_impossible_day(part) for part in parts):
        return message("value.no-such-day", value=quoted(norm.value))
    if len(parts) > 2 or not all(value_forms.is_period(part) for part in parts):
        return message("value.date-form", value=quoted(norm.value))
    if len(parts) == 2 and value_forms.is_date_range_reversed(*parts):
        return message("value.range-reversed", value=quoted(norm.value))
    return None


def _money_problem(norm: Norm) -> Message | None:
    if norm.unit is not None and not value_forms.is_currency(norm.unit):
        return message("value.currency", unit=quoted(norm.unit))
    if norm.value is None:
        return None
    parts = value_forms.ends(norm.value)
    if len(parts) > 2 or not all(value_forms.is_decimal(part) for part in parts):
        return message("value.money-form", value=quoted(norm.value))
    if len(parts) == 2 and Decimal(parts[0]) > Decimal(parts[1]):
        return message("value.range-reversed", value=quoted(norm.value))
    return None


def _each_end(good: Callable[[str], bool], id_: str) -> Callable[[Norm], Message | None]:
    def problem(norm: Norm) -> Message | None:
        if norm.value is None:
            return None
        parts = value_forms.ends(norm.value)
        if len(parts) > 2 or not all(good(part) for part in parts):
            return message(id_, value=quoted(norm.value))
        return None

    return problem


def _empty_problem(norm: Norm) -> Message | None:
    return None if norm.value else message("value.empty")


_FORMS: Final[dict[str, Callable[[Norm], Message | None]]] = {
    "date": _date_problem,
    "money": _money_problem,
    "duration": _each_end(value_forms.is_duration, "value.duration-form"),
    "time": _each_end(value_forms.is_time, "value.time-form"),
    "name": _empty_problem,
    "sector": _empty_problem,
    "choice": _empty_problem,
    "text": _empty_problem,
}


def check_entry(entry: Entry, labels: LabelSet | None = None) -> list[Reject]:
    """Return everything that is wrong with an entry, in the order of its file; nothing is changed.

    With `labels` each label must be one of theirs and each value of its kind; without, each label must be one
    that the entry's own label set names, where it names one.
    """
    problem = text_problem(entry.text, entry.text_sha256)
    if problem is not None:
        return [Reject(entry.line, problem, "", entry.member)]
    found = [*_head_problems(entry), *_mark_problems(entry, labels), *_link_problems(entry)]
    return [Reject(entry.line, reason, where, entry.member) for where, reason in found]


_Found = tuple[str, Message]


def _head_problems(entry: Entry) -> Iterator[_Found]:
    for name in FIELDS_WITH_FORM:
        problem = field_problem(name, entry.fields.get(name, ""))
        if problem is not None:
            yield f"meta.{name}", problem
    problem = name_problem(entry.annotator) if entry.annotator else None
    if problem is not None:
        yield "annotator", problem
    problem = zones_problem(entry.zones, len(entry.text))
    if problem is not None:
        yield "zones", problem


def _mark_problems(entry: Entry, labels: LabelSet | None) -> Iterator[_Found]:
    check = _marks_check(entry, labels)
    for group, marks in (("spans", entry.spans), ("suggestions", entry.suggestions)):
        seen: set[str] = set()
        for mark in marks:
            problem = check(mark)
            if mark[0] in seen:
                problem = message("span.id-twice", id=quoted(mark.id))
            seen.add(mark[0])
            if problem is not None:
                yield f"{group}.{mark.id}", problem


def _marks_check(
    entry: Entry, labels: LabelSet | None
) -> Callable[[EntrySpan | EntrySuggestion], Message | None]:
    """Return what says what is wrong with a mark of that entry; labels that passed once pass again."""
    text, length = entry.text, len(entry.text)
    known = {label.key: label for label in labels.labels} if labels is not None else {}
    named = frozenset(known) or frozenset(entry.label_set.labels if entry.label_set is not None else ())
    passed: set[str] = set()

    def check(mark: EntrySpan | EntrySuggestion) -> Message | None:
        _, start, end, quote, label, norm, *_rest = mark
        if not 0 <= start < end <= length or text[start:end] != quote:
            return span_problem(text, start, end, quote)
        if label not in passed:
            problem = _label_problem(label, named)
            if problem is not None:
                return problem
            passed.add(label)
        if norm is None:
            return None
        return value_problem(norm, known[label]) if label in known else norm_problem(norm)

    return check


def _label_problem(label: str, named: frozenset[str]) -> Message | None:
    if named:
        return None if label in named else message("label.unknown", label=quoted(label))
    return label_key_problem(label)


def _link_problems(entry: Entry) -> Iterator[_Found]:
    marks = {span.id for span in entry.spans}.union(suggestion.id for suggestion in entry.suggestions)
    for where, span_id in _links(entry):
        if span_id not in marks:
            yield where, message("span.not-there", id=quoted(span_id))
    for record in entry.records:
        for number, member in enumerate(record.roles):
            problem = norm_problem(member.norm) if member.norm is not None else None
            if problem is not None:
                yield f"records.{record.id}.roles[{number}]", problem


def _links(entry: Entry) -> Iterator[tuple[str, str]]:
    for relation in entry.relations:
        yield f"relations.{relation.id}", relation.from_id
        yield f"relations.{relation.id}", relation.to_id
    for record in entry.records:
        for number, member in enumerate(record.roles):
            if member.span_id:
                yield f"records.{record.id}.roles[{number}]", member.span_id
    for comment in entry.comments:
        if comment.span_id:
            yield f"comments.{comment.id}", comment.span_id
    for decision in entry.decisions:
        if decision.get("span_id"):
            yield f"decisions.{decision.get('id')}", str(decision["span_id"])

"""Rules by which many items are decided at once: which items each takes, and with what result (`docs/review.md`)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final
from unicodedata import category

from annotator.core.decision import Action, Content, ItemSpan, Rule, same_content
from annotator.review.differences import JOSA
from annotator.review.group import UNANIMOUS
from annotator.review.items import Item, contents_key, votes


@dataclass(frozen=True, slots=True)
class Options:
    """What a rule is asked with.

    `at_least`: how many make a majority, None for more than half. `annotator`: whose content `only` takes, and
    whose values `ignore_values` takes ("": none).
    """

    at_least: int | None = None
    annotator: str = ""


@dataclass(frozen=True)
class Proposal:
    """An item with what a rule would decide for it."""

    item: Item
    result: Content

    @property
    def action(self) -> Action:
        """What that is, among the actions of a reviewer."""
        if not self.result:
            return Action.NEITHER
        return Action.ADOPT if self._holders else Action.EDIT

    @property
    def adopted(self) -> str:
        """The first annotator who has exactly the result, "" where nobody has, or nothing is decided."""
        return min(self._holders, default="") if self.result else ""

    @cached_property
    def _holders(self) -> tuple[str, ...]:
        return self.item.holders(self.result)


def proposals(rule: Rule, items: Iterable[Item], text: str, options: Options) -> list[Proposal]:
    """Return the items that a rule decides, each with its result; `text` is that of their document."""
    decide = _RULES[rule]
    if rule in _OF_DIFFERENCES:
        items = [item for item in items if item.kind != UNANIMOUS]
    found = ((item, decide(item, text, options)) for item in items)
    return [Proposal(item, result) for item, result in found if result is not None]


def _unanimous(item: Item, _text: str, _options: Options) -> Content | None:
    return next(iter(item.contents.values())) if item.kind == UNANIMOUS else None


def _majority(item: Item, _text: str, options: Options) -> Content | None:
    enough = options.at_least if options.at_least is not None else len(item.contents) // 2 + 1
    if item.kind == UNANIMOUS:
        return next(iter(item.contents.values())) if len(item.contents) >= enough else None
    counts = votes(item).most_common(2)
    most, held = counts[0]
    tie = len(counts) > 1 and counts[1][1] == held
    if len(item.contents) == 1 or held < enough or tie:
        return None
    return next(content for content in item.contents.values() if contents_key(content) == most)


def _josa(item: Item, text: str, _options: Options) -> Content | None:
    """Take the spans without josa where the layers differ in josa at the right end alone."""
    found: list[ItemSpan] = []
    differs = False
    for spans in _aligned(item):
        end = min(span.end for span in spans)
        longer = [span for span in spans if span.end > end]
        if len({span.start for span in spans}) > 1 or any(text[end : s.end] not in JOSA for s in longer):
            return None
        differs = differs or bool(longer)
        found.append(min(spans, key=_end_of))
    return tuple(found) if differs else None


def _trim(item: Item, text: str, _options: Options) -> Content | None:
    """Take what all have of each span where the rest is blank, punctuation or a sign."""
    found: list[ItemSpan] = []
    differs = False
    for spans in _aligned(item):
        start, end = max(s.start for s in spans), min(s.end for s in spans)
        rest = "".join(text[s.start : start] + text[end : s.end] for s in spans)
        if start >= end or not all(char.isspace() or category(char)[0] in "PS" for char in rest):
            return None
        differs = differs or bool(rest)
        found.append(ItemSpan(start, end, spans[0].label, _one_value(spans).norm))
    return tuple(found) if differs else None


def _aligned(item: Item) -> Iterable[Sequence[ItemSpan]]:
    """Return the spans of all layers side by side; nothing where they differ in number, labels or filled values."""
    contents = list(item.contents.values())
    sizes = {len(content) for content in contents}
    if len(contents) == 1 or len(sizes) > 1 or 0 in sizes:
        return ()
    rows = list(zip(*contents, strict=True))
    for row in rows:
        if len({span.label for span in row}) > 1 or len({s.value for s in row} - {None}) > 1:
            return ()
    return rows


def _filled_value(item: Item, _text: str, _options: Options) -> Content | None:
    rows = _but_for_values(item)
    if not rows or any(len({span.value for span in row} - {None}) > 1 for row in rows):
        return None
    return tuple(map(_one_value, rows))


def _ignore_values(item: Item, _text: str, options: Options) -> Content | None:
    rows = _but_for_values(item)
    if not rows:
        return None
    if not options.annotator:
        return tuple(row[0]._replace(norm=None) for row in rows)
    return item.contents.get(options.annotator)


def _but_for_values(item: Item) -> Sequence[Sequence[ItemSpan]]:
    """Return the spans side by side where contents are equal but for values, and are not equal; else nothing."""
    contents = list(item.contents.values())
    if len({tuple(span[:3] for span in content) for content in contents}) > 1:
        return ()
    if all(same_content(contents[0], content) for content in contents):
        return ()
    return list(zip(*contents, strict=True))


def _only(item: Item, _text: str, options: Options) -> Content | None:
    return item.contents.get(options.annotator)


def _one_value(spans: Sequence[ItemSpan]) -> ItemSpan:
    """Return the first span that has a value, the first of all where none has."""
    return next((span for span in spans if span.norm is not None), spans[0])


def _end_of(span: ItemSpan) -> tuple[int, bool]:
    return (span.end, span.norm is None)


_OF_DIFFERENCES: Final = frozenset({Rule.JOSA, Rule.TRIM, Rule.FILLED_VALUE, Rule.IGNORE_VALUES})
"""They decide nothing where all have the same."""

_RULES: Final[Mapping[Rule, Callable[[Item, str, Options], Content | None]]] = MappingProxyType(
    {
        Rule.UNANIMOUS: _unanimous,
        Rule.MAJORITY: _majority,
        Rule.JOSA: _josa,
        Rule.TRIM: _trim,
        Rule.FILLED_VALUE: _filled_value,
        Rule.IGNORE_VALUES: _ignore_values,
        Rule.ONLY: _only,
    }
)

"""What hangs on the spans of two versions of a layer: which records, relations and comments are in one of them only."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from annotator.app.gather.questions import AskedItem, Aspect, ItemKey, Said
from annotator.core.commands.merging import Place
from annotator.core.entry import Entry, EntryComment, EntryRecord, EntryRelation, EntrySpan
from annotator.core.values import Norm, written

Tied = EntryRecord | EntryRelation | EntryComment

Standing = Callable[[Place], object]
"""Says for what a span stands, whichever version it is of: two that are told to be the same stand for the same."""

_DIGEST: Final = 12


@dataclass(frozen=True, slots=True)
class _Tie:
    """One of them: what makes two the same (`content`), and what two have in common that are one item (`links`)."""

    aspect: Aspect
    tied: Tied
    content: tuple[object, ...]
    links: frozenset[object]
    places: tuple[tuple[int, int], ...]
    said: Said


@dataclass(frozen=True, slots=True)
class TieItem:
    """Records, relations or comments that belong together and are not the same in both versions."""

    asked: AskedItem
    ours: tuple[Tied, ...]
    theirs: tuple[Tied, ...]


def tie_items(ours: Entry, theirs: Entry, standing: Standing) -> tuple[int, list[TieItem]]:
    """Return how many are the same in both versions, and what is not, in reading order."""
    mine, them = _ties(ours, standing), _ties(theirs, standing)
    rest: list[_Tie] = []
    for tie in mine:
        same = next((other for other in them if other.content == tie.content), None)
        if same is None:
            rest.append(tie)
        else:
            them.remove(same)
    items = [_item(group, rest) for group in _groups([*rest, *them])]
    return len(mine) - len(rest), sorted(items, key=_key_of)


def _groups(ties: Sequence[_Tie]) -> list[list[_Tie]]:
    """Return them together that have something in common, directly or through others."""
    groups: list[list[_Tie]] = []
    for tie in ties:
        near = [group for group in groups if any(tie.links & other.links for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), tie])
    return groups


def _item(group: Sequence[_Tie], mine: Sequence[_Tie]) -> TieItem:
    ours = [tie for tie in group if any(tie is one for one in mine)]
    theirs = [tie for tie in group if not any(tie is one for one in mine)]
    places = [place for tie in group for place in tie.places]
    written_out = repr(
        (sorted(repr(tie.content) for tie in ours), sorted(repr(tie.content) for tie in theirs))
    )
    key = ItemKey(
        min((start for start, _ in places), default=0),
        max((end for _, end in places), default=0),
        group[0].aspect,
        hashlib.sha256(written_out.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST],
    )
    asked = AskedItem(key, tuple(tie.said for tie in ours), tuple(tie.said for tie in theirs))
    return TieItem(asked, tuple(tie.tied for tie in ours), tuple(tie.tied for tie in theirs))


def _key_of(item: TieItem) -> ItemKey:
    return item.asked.key


def _ties(entry: Entry, standing: Standing) -> list[_Tie]:
    spans = {span.id: span for span in entry.spans}
    stand = partial(_standing, spans, standing)
    return [
        *(_of_record(record, spans, stand) for record in entry.records),
        *(_of_relation(relation, spans, stand) for relation in entry.relations),
        *(_of_comment(comment, spans, stand) for comment in entry.comments),
    ]


def _standing(spans: dict[str, EntrySpan], standing: Standing, span_id: str) -> object:
    return standing(place_of(spans[span_id])) if span_id in spans else None


def place_of(span: EntrySpan) -> Place:
    """Return where a span stands."""
    return (span.start, span.end, span.label)


_Stand = Callable[[str], object]


def _of_record(record: EntryRecord, spans: dict[str, EntrySpan], stand: _Stand) -> _Tie:
    roles = tuple((role.role, stand(role.span_id), _value(role.norm)) for role in record.roles)
    words = " + ".join(
        f"{role.role} {spans[role.span_id].text if role.span_id in spans else _value(role.norm) or '—'}"
        for role in record.roles
    )
    links = {(Aspect.RECORDS, stood) for _, stood, _ in roles if stood is not None}
    return _Tie(
        Aspect.RECORDS,
        record,
        (Aspect.RECORDS, record.type, roles),
        frozenset(links),
        tuple(_places(spans, (role.span_id for role in record.roles))),
        Said(words, record.type),
    )


def _of_relation(relation: EntryRelation, spans: dict[str, EntrySpan], stand: _Stand) -> _Tie:
    ends = (stand(relation.from_id), stand(relation.to_id))
    texts = [spans[id_].text if id_ in spans else "—" for id_ in (relation.from_id, relation.to_id)]
    return _Tie(
        Aspect.RELATIONS,
        relation,
        (Aspect.RELATIONS, relation.type, ends, relation.note),
        frozenset({(Aspect.RELATIONS, ends)}),
        tuple(_places(spans, (relation.from_id, relation.to_id))),
        Said(" → ".join(texts), relation.type, note=relation.note),
    )


def _of_comment(comment: EntryComment, spans: dict[str, EntrySpan], stand: _Stand) -> _Tie:
    identity = (Aspect.COMMENTS, comment.author, comment.to, comment.at, comment.text)
    return _Tie(
        Aspect.COMMENTS,
        comment,
        (*identity, stand(comment.span_id), bool(comment.resolved)),
        frozenset({identity}),
        tuple(_places(spans, (comment.span_id,))),
        Said(comment.text, comment.author, done=bool(comment.resolved)),
    )


def _places(spans: dict[str, EntrySpan], ids: Iterable[str]) -> Iterator[tuple[int, int]]:
    for id_ in ids:
        if id_ in spans:
            yield (spans[id_].start, spans[id_].end)


def _value(norm: Norm | None) -> str:
    return "" if norm is None else written(norm)

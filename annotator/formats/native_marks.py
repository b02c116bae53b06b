"""Reads the marks of a native line: spans, suggestions and zones, each checked against the text."""

from typing import Any, Final

from annotator.core.entry import NOTHING_SAID, OPTIONAL, EntrySpan, EntrySuggestion, Unsaid
from annotator.core.messages import Message, message
from annotator.core.span import Origin
from annotator.core.text import Zone, ZoneKind
from annotator.core.validate import quoted, span_problem
from annotator.core.values import Norm
from annotator.formats.native_keys import SPAN, UNKNOWN_TIME
from annotator.formats.native_seen import Seen, known_moment
from annotator.formats.native_shape import (
    Ids,
    Key,
    Line,
    is_flag,
    is_moment,
    is_name,
    is_rank,
    is_score,
    is_text,
    is_text_or_null,
    is_uid,
    keep_unknown,
    list_read,
    norm_read,
    object_read,
    objects_read,
    one_of,
    place_of,
)

_ORIGINS: Final = frozenset(str(origin) for origin in Origin)
_LEAST: Final = 3  # start, end, label


_Shared = tuple[str, int, int, str, str, Norm | None]  # id, start, end, text, label, value
_IMPORTED: Final = str(Origin.IMPORTED)
_new: Final = tuple.__new__  # a third of the time of calling a named tuple
# What a span holds where it says nothing; the needed keys and the id are told from it.
_DEFAULTS: Final[dict[str, object]] = dict(
    zip(
        SPAN,
        (None, None, None, None, None, None, None, False, _IMPORTED, "", UNKNOWN_TIME, UNKNOWN_TIME),
        strict=True,
    )
)


def _filled(raw: dict[str, object]) -> dict[str, Any] | None:
    """Return a span with every key, in order; None where it has one that is not ours or an id that is null."""
    values = {**_DEFAULTS, **raw}
    return values if len(values) == len(SPAN) and raw.get("id", "") is not None else None


def _unsaid(raw: dict[str, object]) -> frozenset[str]:
    """Return which optional keys a span leaves open; an id that is null was made by the reader."""
    open_keys = OPTIONAL.difference(raw)
    return open_keys if raw.get("id") is not None else open_keys | {"id"}


def _anything(_: object) -> bool:
    return True


# The offsets are looked at by themselves, because what is wrong with them is said more exactly; so is the value.
_MARK: Final = {
    "id": Key(is_uid),
    "start": Key(_anything, needed=True),
    "end": Key(_anything, needed=True),
    "text": Key(is_text_or_null),
    "label": Key(is_name, needed=True),
    "norm": Key(_anything),
}
_SPAN: Final = {
    **_MARK,
    "note": Key(is_text_or_null),
    "unsure": Key(is_flag, default=False),
    "origin": Key(one_of(Origin), default=str(Origin.IMPORTED)),
    "annotator": Key(is_text, default=""),
    "created_at": Key(is_moment, default=""),
    "updated_at": Key(is_moment, default=""),
}
_SUGGESTION: Final = {
    **_MARK,
    "rule": Key(is_text, default=""),
    "rank": Key(is_rank, default=1),
    "score": Key(is_score),
    "alternatives": Key(_anything, default=()),
    "annotator": Key(is_text, default=""),
}
# A machine's spans may have the keys of a span: what a suggestion has no place for and says nothing goes.
_SAYS_NOTHING: Final = {"note": None, "unsure": False}
_NOT_OF_SUGGESTIONS: Final = frozenset({"origin", "created_at", "updated_at"})
_ZONE: Final = {
    "start": Key(_anything, needed=True),
    "end": Key(_anything, needed=True),
    "zone": Key(one_of(ZoneKind), needed=True),
}
_ZONE_KEYS: Final = tuple(_ZONE)
_ZONES: Final = {str(kind): kind for kind in ZoneKind}


class Marks:
    """The marks of one line over its text; `misfits` are those that may count in other units, not yet refused.

    `unsaid` is what the spans that were read leave open.
    """

    __slots__ = ("_line", "_seen", "_text", "misfits", "unsaid")

    def __init__(self, text: str, line: Line, seen: Seen) -> None:
        self._text = text
        self._line = line
        self._seen = seen
        self.misfits: list[tuple[str, Message]] = []
        self.unsaid = NOTHING_SAID

    def refuse_misfits(self) -> None:
        """Refuse what does not fit, once it is known that it does not fit in other units either."""
        for where, reason in self.misfits:
            self._line.refuse(where, reason)
        self.misfits.clear()

    def spans(self, value: object, annotator: str) -> tuple[EntrySpan, ...]:
        """Read the list of spans; `annotator` made those that name nobody."""
        rows = list_read(value, "spans", self._line)
        least = _least_spans(rows, self._text, annotator)
        if least is not None:
            return least
        ids = Ids(rows, "s")
        spans: list[EntrySpan] = []
        unsaid: dict[str, frozenset[str]] = {}
        for index, raw in enumerate(rows):
            span = self._plain(raw, ids, annotator) or self._careful(raw, index, ids, annotator)
            if span is not None:
                spans.append(span)
                if raw.get("id") is None or not OPTIONAL.issubset(raw):
                    unsaid[span.id] = _unsaid(raw)
        self.unsaid = Unsaid(frozenset(), unsaid)
        return tuple(spans)

    def _plain(self, raw: object, ids: Ids, annotator: str) -> EntrySpan | None:
        """Read a span whose keys are all known and well formed; None for any other, nothing being reported."""
        if type(raw) is not dict:
            return None
        values = raw if tuple(raw) == SPAN else _filled(raw)
        if values is None:
            return None
        uid, start, end, said, label, raw_norm, note, unsure, origin, whose, raw_made, raw_changed = (
            values.values()
        )
        text, seen = self._text, self._seen
        if not (
            type(start) is type(end) is int and 0 <= start < end <= len(text) and type(label) is str and label
        ):
            return None
        quote = text[start:end]
        norm = None if raw_norm is None else seen.norm(raw_norm)
        if (
            (said is not None and said != quote)
            or (norm is None and raw_norm is not None)
            or (note is not None and type(note) is not str)
            or (unsure is not False and unsure is not True)
            or not (
                type(origin) is type(whose) is type(raw_made) is type(raw_changed) is str
                and origin in _ORIGINS
            )
        ):
            return None
        known = seen.moments.get
        made, changed = known(raw_made), known(raw_changed)
        if made is None or changed is None:
            made, changed = seen.moment(raw_made), seen.moment(raw_changed)
        if made is None or changed is None or (taken := ids.take_plain(uid)) is None:
            return None
        marked = (taken, start, end, quote, label, norm, note or "", unsure)
        return _new(EntrySpan, (*marked, origin, whose or annotator, made, changed))

    def _careful(self, raw: object, index: int, ids: Ids, annotator: str) -> EntrySpan | None:
        where = place_of("spans", index, raw)
        row, mark = self._mark_read(raw, _SPAN, where, ids, "spans")
        if row is None or mark is None:
            return None
        return EntrySpan(
            *mark,
            note=row["note"] or "",
            unsure=row["unsure"],
            origin=row["origin"],
            annotator=row["annotator"] or annotator,
            created_at=known_moment(row["created_at"]),
            updated_at=known_moment(row["updated_at"]),
        )

    def suggestions(self, value: object, group: str, annotator: str) -> tuple[EntrySuggestion, ...]:
        """Read the list `suggestions`, or that of a machine's `spans`, which enter as suggestions."""
        rows = list_read(value, group, self._line)
        if group == "spans":
            rows = [_without_idle(raw) for raw in rows]
        ids = Ids(rows, group[0])
        suggestions: list[EntrySuggestion] = []
        for index, raw in enumerate(rows):
            where = place_of(group, index, raw)
            row, mark = self._mark_read(raw, _SUGGESTION, where, ids, group)
            if row is not None and mark is not None:
                suggestions.append(
                    EntrySuggestion(
                        *mark,
                        rule=row["rule"],
                        rank=row["rank"],
                        score=_score_text(row["score"]),
                        alternatives=self._alternatives(row["alternatives"], where),
                        annotator=row["annotator"] or annotator,
                    )
                )
        return tuple(suggestions)

    def _mark_read(
        self, raw: object, keys: dict[str, Key], where: str, ids: Ids, group: str
    ) -> tuple[dict[str, Any] | None, _Shared | None]:
        """Return a mark key by key, and what spans and suggestions share; None (reported) where it is refused."""
        line = self._line
        if isinstance(raw, Message):  # it has no place in our count
            self.misfits.append((where, raw))
            return None, None
        row = object_read(raw, keys, where, line)
        if row is None or not isinstance(raw, dict):
            return None, None
        start, end = row["start"], row["end"]
        if type(start) is not int or type(end) is not int:
            line.refuse(where, message("span.not-whole-numbers"))
            return row, None
        problem = span_problem(self._text, start, end, row["text"])
        if problem is not None:
            self.misfits.append((where, problem))
            return row, None
        uid = ids.take(row)
        if uid is None:
            line.refuse(where, message("span.id-twice", id=quoted(str(row["id"]))))
            return row, None
        keep_unknown(raw, keys, f"{group}.{uid}", line)
        norm = norm_read(row["norm"], f"{where}.norm", line, f"{group}.{uid}.norm")
        return row, (uid, start, end, self._text[start:end], row["label"], norm)

    def _alternatives(self, value: object, where: str) -> tuple[Norm, ...]:
        rows = (
            list(value) if isinstance(value, tuple) else list_read(value, f"{where}.alternatives", self._line)
        )
        read = [norm_read(raw, f"{where}.alternatives[{at}]", self._line) for at, raw in enumerate(rows)]
        return tuple(norm for norm in read if norm is not None)

    def zones(self, value: object) -> tuple[Zone, ...]:
        """Read the list of zones, sorted; one outside the text or over another is refused."""
        plain = _plain_zones(value, len(self._text))
        if plain is not None:
            return plain
        found: list[tuple[Zone, str]] = []
        for where, row in objects_read(value, "zones", _ZONE, self._line):
            start, end = row["start"], row["end"]
            if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(self._text):
                self._line.refuse(where, _zone_outside(start, end, self._text))
            else:
                found.append((Zone(start, end, ZoneKind(row["zone"])), where))
        found.sort(key=_zone_of)
        zones: list[Zone] = []
        for zone, where in found:
            if zones and zone.start < zones[-1].end:
                self._line.refuse(where, message("zone.overlaps", start=zone.start, end=zone.end))
            else:
                zones.append(zone)
        return tuple(zones)


def _least_spans(rows: list[Any], text: str, annotator: str) -> tuple[EntrySpan, ...] | None:
    """Return the spans of a list where each has the least that a span may, with its text or not, and is good.

    None for any other list.

    Files that scripts wrote have hundreds of thousands of them.
    """
    length = len(text)
    rest = (None, "", False, _IMPORTED, annotator, "", "")
    spans: list[EntrySpan] = []
    for number, raw in enumerate(rows, 1):
        if type(raw) is not dict or not _LEAST <= len(raw) <= _LEAST + 1:
            return None
        start, end, label = raw.get("start"), raw.get("end"), raw.get("label")
        if not (
            type(start) is type(end) is int and 0 <= start < end <= length and type(label) is str and label
        ):
            return None
        quote = text[start:end]
        if len(raw) != _LEAST and raw.get("text") != quote:
            return None
        spans.append(_new(EntrySpan, (f"s{number}", start, end, quote, label, *rest)))
    return tuple(spans)


def _zone_outside(start: object, end: object, text: str) -> Message:
    return message("zone.outside", start=quoted(str(start)), end=quoted(str(end)), length=len(text))


def _plain_zones(value: object, length: int) -> tuple[Zone, ...] | None:
    """Return the zones of a list that is well formed, sorted and inside the text, None for any other."""
    zones: list[Zone] = []
    last = 0
    for raw in value if type(value) is list else (None,):
        if type(raw) is not dict or tuple(raw) != _ZONE_KEYS:
            return None
        start, end, kind = raw.values()
        if not (type(start) is type(end) is int and last <= start < end <= length and type(kind) is str):
            return None
        known = _ZONES.get(kind)
        if known is None:
            return None
        zones.append(Zone(start, end, known))
        last = end
    return tuple(zones)


def _zone_of(found: tuple[Zone, str]) -> Zone:
    return found[0]


def _score_text(score: object) -> str | None:
    """Return a score as its model wrote it."""
    return None if score is None else getattr(score, "text", None) or str(score)


def _without_idle(raw: object) -> object:
    if not isinstance(raw, dict):
        return raw
    return {
        key: value
        for key, value in raw.items()
        if key not in _NOT_OF_SUGGESTIONS and not (key in _SAYS_NOTHING and value is _SAYS_NOTHING[key])
    }

"""Writes the native format (`docs/native-format.md`): every key, in one order, the same bytes for the same entries."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring as _text
from operator import itemgetter
from typing import Final

from annotator import __version__
from annotator.core.entry import Entry, EntrySuggestion
from annotator.core.errors import user_error
from annotator.core.labels import definitions_digest
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.core.values import Norm
from annotator.formats.base import Account, Sink, main_member, option
from annotator.formats.native_keys import (
    BEFORE,
    DECISION,
    FORMAT,
    INPUT,
    META,
    NORM,
    RESPONSE,
    UNKNOWN_TIME,
)
from annotator.formats.sidecar import sidecar_bytes, sidecar_name

_MOST_KEPT: Final = 8192
_in_order: Final = itemgetter(1, 2, 4, 0)  # start, end, label, id of spans and suggestions alike
_WORDS: Final = {True: "true", False: "false"}
# Line separators to some programs; inside strings only, because a line has no blank outside them.
_SEPARATORS: Final = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))


def write_native(
    entries: Iterable[Entry],
    sink: Sink,
    *,
    tool: tuple[str, str],
    annotator: str = "",
    definitions: list[dict[str, object]] | None = None,
) -> Account:
    """Write one line an entry, and (`definitions` given) the sidecar beside it.

    `tool` is the name and version of the program that writes; `annotator` stands where an entry names nobody.
    UserError for an entry that cannot be written: it names nobody, or holds half of a surrogate pair or a number
    that JSON does not have; nothing of that entry is written then.
    """
    account = Account()
    lines = LineMaker(tool, annotator)
    with main_member(sink) as stream:
        for entry in entries:
            account.read += 1
            stream.write(lines.line(entry))
            account.written += 1
    if definitions is not None:
        write_sidecar(definitions, sink, account)
    return account


def write_sidecar(definitions: list[dict[str, object]], sink: Sink, account: Account) -> None:
    """Write the label file beside the main member; where the sink takes none, the account says so."""
    member = sink.open(sidecar_name(sink.name))
    if member is None:
        account.lost["sidecar"] += 1
        return
    with member as stream:
        stream.write(sidecar_bytes(definitions))


def sidecar_wished(options: Mapping[str, object], sink: Sink, account: Account) -> None:
    """Write the label file beside the main member where the common option `definitions` gives one."""
    if "definitions" in options:
        write_sidecar(option(options, "definitions", list, []), sink, account)


def tool_of(options: Mapping[str, object]) -> tuple[str, str]:
    """Return the name and version that the common option `tool` says, by default those of this program."""
    name, version = option(options, "tool", tuple, ("annotator", __version__))
    return name, version


def line_maker(options: Mapping[str, object]) -> "LineMaker":
    """Return what makes the lines of a file as the common options say."""
    return LineMaker(tool_of(options), option(options, "annotator", str, ""))


def separators_escaped(text: str) -> str:
    """Return a line of JSON in which nothing is a line separator to any program."""
    for character, escape in _SEPARATORS:
        if character in text:
            text = text.replace(character, escape)
    return text


class LineMaker:
    """Makes the lines of a file.

    The frequent parts are put together by hand, which takes half the time of `json.dumps` and gives the same
    text (a test holds it to that).
    """

    def __init__(self, tool: tuple[str, str], annotator: str = "") -> None:
        self._tool = f'{{"name":{_text(tool[0])},"version":{_text(tool[1])}}}'
        self._annotator = annotator
        self._norms: dict[Norm | None, str] = {None: "null"}

    def line(self, entry: Entry) -> bytes:
        """Return the line of an entry with its line feed, or raise UserError."""
        annotator = entry.annotator or self._annotator
        if not annotator:
            raise user_error("native.no-annotator", document=quoted(entry.id))
        created = entry.created_at or UNKNOWN_TIME
        updated = entry.updated_at or created
        try:
            text = (
                f'{_head(entry, annotator)},"spans":[{",".join(self._spans(entry, annotator, created, updated))}],'
                f'{_rest(entry)},"created_at":{_text(created)},"updated_at":{_text(updated)},'
                f'"tool":{self._tool},"extra":{_extra(entry)}}}\n'
            )
            return separators_escaped(text).encode("utf-8")
        except UnicodeEncodeError:
            raise user_error("native.surrogate", document=quoted(entry.id)) from None

    def _spans(self, entry: Entry, annotator: str, created: str, updated: str) -> list[str]:
        norms, encoded = self._norms, _text
        parts: list[str] = []
        tail, before = "", None
        # One loop with few calls: an export makes hundreds of thousands of these, and most spans of a document
        # are made by one person in one way.
        for uid, start, end, text, label, norm, note, unsure, origin, whose, made, changed in sorted(
            entry.spans, key=_in_order
        ):
            maker = (unsure, origin, whose, made, changed)
            if maker != before:
                before = maker
                tail = (
                    f'"unsure":{_WORDS[unsure]},"origin":{encoded(origin)},"annotator":{encoded(whose or annotator)},'
                    f'"created_at":{encoded(made or created)},"updated_at":{encoded(changed or made or updated)}}}'
                )
            parts.append(
                f'{{"id":{encoded(uid)},"start":{start},"end":{end},"text":{encoded(text)},'
                f'"label":{encoded(label)},"norm":{norms.get(norm) or self._norm(norm)},'
                f'"note":{encoded(note) if note else "null"},{tail}'
            )
        return parts

    def _norm(self, norm: Norm | None) -> str:
        text = _norm(norm)
        if len(self._norms) < _MOST_KEPT:
            self._norms[norm] = text
        return text


def _head(entry: Entry, annotator: str) -> str:
    zones = ",".join([f'{{"start":{z.start},"end":{z.end},"zone":"{z.kind}"}}' for z in entry.zones])
    return (
        f'{{"format":"{FORMAT}","id":{_text(entry.id)},"text":{_text(entry.text)},'
        f'"text_sha256":"{entry.text_sha256 or digest(entry.text)}","text_length":{len(entry.text)},'
        f'"zones":[{zones}],"meta":{_meta(entry.fields)},"label_set":{_label_set(entry)},'
        f'"annotator":{_text(annotator)},"annotator_id":{_text(entry.annotator_id)},"role":{_text(entry.role)},'
        f'"status":{_text(entry.status)},"flagged":{_WORDS[entry.flagged]},"revision":{_text(entry.revision)},'
        f'"parent":{_text(entry.parent)}'
    )


def _meta(fields: Mapping[str, str]) -> str:
    known = _META_PATTERN % tuple(map(_text, map(fields.get, META, _BLANK)))
    if fields.keys() <= _META_KEYS:
        return f"{{{known}}}"
    further = ",".join([f"{_text(key)}:{_text(fields[key])}" for key in sorted(fields.keys() - _META_KEYS)])
    return f"{{{known},{further}}}"


_META_KEYS: Final = frozenset(META)
_META_PATTERN: Final = ",".join([f'"{key}":%s' for key in META])
_BLANK: Final = ("",) * len(META)


def _label_set(entry: Entry) -> str:
    if entry.label_set is not None:
        return _label_set_text(*entry.label_set)
    used = sorted({mark.label for mark in entry.spans}.union(mark.label for mark in entry.suggestions))
    return _label_set_text("", 0, definitions_digest([]), tuple(used))


@lru_cache(maxsize=64)
def _label_set_text(uid: str, version: int, sha256: str, labels: tuple[str, ...]) -> str:
    return _dumps({"id": uid, "version": version, "sha256": sha256, "labels": labels})


def _rest(entry: Entry) -> str:
    relations = [{**row._asdict(), "note": row.note or None} for row in entry.relations]
    decisions = [_decision(row) for row in entry.decisions]
    suggestions = [_suggestion(row) for row in sorted(entry.suggestions, key=_in_order)]
    return (
        f'"relations":{_dumps(relations)},"records":{_dumps(_records(entry))},'
        f'"doc_labels":{_dumps(entry.doc_labels)},"comments":{_dumps([row._asdict() for row in entry.comments])},'
        f'"decisions":{_dumps(decisions)},"suggestions":[{",".join(suggestions)}],'
        f'"review_status":{_text(entry.review_status)},"open":{entry.open:d},'
        f'"inputs":{_dumps([_ordered(row, INPUT) for row in entry.inputs])}'
    )


def _norm(norm: Norm | None) -> str:
    if norm is None:
        return "null"
    kind, value, unit, mod, ref = norm
    return (
        f'{{"type":{_text(kind)},"value":{"null" if value is None else _text(value)},'
        f'"unit":{"null" if unit is None else _text(unit)},"mod":{"null" if mod is None else _text(mod)},'
        f'"ref":{"null" if ref is None else _text(ref)}}}'
    )


def _suggestion(mark: EntrySuggestion) -> str:
    alternatives = ",".join(map(_norm, mark.alternatives))
    return (
        f'{{"id":{_text(mark.id)},"start":{mark.start},"end":{mark.end},"text":{_text(mark.text)},'
        f'"label":{_text(mark.label)},"norm":{_norm(mark.norm)},'
        f'"rule":{_text(mark.rule)},"rank":{mark.rank},'
        f'"score":{"null" if mark.score is None else _text(mark.score)},"alternatives":[{alternatives}],'
        f'"annotator":{_text(mark.annotator)}}}'
    )


def _records(entry: Entry) -> list[dict[str, object]]:
    return [
        {
            "id": record.id,
            "type": record.type,
            "roles": [
                {"role": role, "span_id": span_id, "norm": norm and norm._asdict()}
                for role, span_id, norm in record.roles
            ],
        }
        for record in entry.records
    ]


def _decision(row: Mapping[str, object]) -> dict[str, object]:
    decision = _ordered(row, DECISION)
    before, response = decision["before"], decision["response"]
    if isinstance(before, Mapping):
        decision["before"] = before = _ordered(before, BEFORE)
        if isinstance(before["norm"], Mapping):
            before["norm"] = _ordered(before["norm"], NORM)
    if isinstance(response, Mapping):
        decision["response"] = _ordered(response, RESPONSE)
    return decision


def _ordered(row: Mapping[str, object], defaults: Mapping[str, object]) -> dict[str, object]:
    """Return `row` with every key of `defaults` in their order, then what else it has, sorted."""
    further = sorted(row.keys() - defaults.keys())
    return {
        **{key: row.get(key, default) for key, default in defaults.items()},
        **{key: row[key] for key in further},
    }


def _extra(entry: Entry) -> str:
    if not entry.extra:
        return "{}"
    try:
        return _dumps(entry.extra, sort_keys=True)
    except UnicodeEncodeError:
        raise
    except (ValueError, RecursionError):
        raise user_error("native.extra-not-json", document=quoted(entry.id)) from None


def _dumps(value: object, *, sort_keys: bool = False) -> str:
    if not value:  # nearly always: an empty list
        return "[]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=sort_keys)

"""Reads annotations back onto texts that are known: those of one person on one page are a layer."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from annotator.core.entry import Entry, Reject
from annotator.core.messages import Message, message
from annotator.core.validate import quoted
from annotator.formats.attaching import Texts, Wanted, attached
from annotator.formats.base import Opener
from annotator.formats.foreign import person_of
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import RefusedError, value_at
from annotator.formats.native_read import read_record
from annotator.formats.w3c import words

_HOLDING: Final = ("items", "@graph", "rows", "first")
_SHA: Final = "sha256:"


class Read(NamedTuple):
    """An annotation, where it stood in the file, and whose mark on which document it is."""

    line: int
    value: dict[str, Any]
    wanted: Wanted
    person: tuple[str, str]

    @property
    def layer(self) -> tuple[object, ...]:
        """What tells one layer from another."""
        return self.wanted, self.person


def annotations(name: str, opener: Opener) -> Iterator[Read | Reject]:
    """Yield the annotations of a member: by themselves, in lists, in pages and collections."""
    with opener() as stream:
        for found in json_values(stream):
            if found.fault is not None:
                yield Reject(found.line, found.fault, "", name)
                continue
            for value in _flat(found.value):
                read = _annotation(found.line, value)
                yield Reject(found.line, read, "", name) if isinstance(read, Message) else read


def _flat(value: object) -> Iterator[object]:
    """Yield the members of lists, pages and collections, or the value itself."""
    pending = [iter([value])]
    while pending:
        for one in pending[-1]:
            inner = _inner(one)
            if inner is not None:
                pending.append(iter(inner))
                break
            yield one
        else:
            pending.pop()


def _inner(value: object) -> list[object] | None:
    """Return what a list, a page or a collection holds, None for anything else."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or "target" in value:
        return None
    return [value[key] for key in _HOLDING if isinstance(value.get(key), list | dict)] or None


def _annotation(line: int, value: object) -> Read | Message:
    if not isinstance(value, dict) or "target" not in value:
        return message("w3c.no-annotation")
    target: object = value["target"]
    if isinstance(target, list) and target:
        target = target[0]
    source = target.get("source") if isinstance(target, dict) else target
    source = source.get("id") if isinstance(source, dict) else source
    if not isinstance(source, str) or not source:
        return message("w3c.no-source")
    ours = words.span_of_name(value.get("id"))
    sha256 = target.get("dcterms:identifier", "") if isinstance(target, dict) else ""
    wanted = Wanted(
        ours.document if ours is not None else words.document_of_name(source),
        sha256.removeprefix(_SHA) if isinstance(sha256, str) and sha256.startswith(_SHA) else "",
        "" if words.document_of_name(source) else source,
    )
    return Read(line, value, wanted, _person(value.get("creator")))


def _person(creator: object) -> tuple[str, str]:
    """Return the id and the name of who made an annotation, "" where the file does not say."""
    if isinstance(creator, list):
        creator = creator[0] if creator else None
    if isinstance(creator, str):
        return "", person_of(creator)
    if not isinstance(creator, dict):
        return "", ""
    uid = words.person_of_name(creator.get("id"))
    name = next((creator[key] for key in ("name", "nickname", "id") if creator.get(key)), "")
    return uid, person_of(name)


def layer_read(name: str, group: list[Read], texts: Texts, offsets: str) -> Iterator[Entry | Reject]:
    """Yield the entry that annotations of one layer make, then what of them was not taken."""
    first = group[0]
    whole = attached({}, first.wanted, texts)
    if isinstance(whole, Message):
        yield Reject(first.line, whole, "", name)
        return
    reading = _Layer(name, str(whole["text"]))
    uid, annotator = first.person
    spans = [span for read in group for span in reading.spans(read)]
    record = {**whole, "spans": spans, "annotator": annotator, "annotator_id": uid}
    for item in read_record(record, first.line, name, offsets=offsets):
        if isinstance(item, Entry):
            item.unsaid = item.unsaid.with_ids(reading.made)
            yield item
        else:
            yield reading.placed(item)
    yield from reading.rejects


class _Layer:
    """The annotations of one layer on their way to spans of a text."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._lines: dict[str, int] = {}
        self.made: set[str] = set()
        self.rejects: list[Reject] = []

    def placed(self, reject: Reject) -> Reject:
        """Return what was refused of the record with the line of its annotation."""
        group, *parts = reject.where.split(".", 1)
        line = self._lines.get(parts[0]) if group == "spans" and parts else None
        return reject if line is None else reject.__class__(line, reject.reason, reject.where, reject.member)

    def spans(self, read: Read) -> Iterator[dict[str, object]]:
        """Yield a span for each label of the annotation."""
        bodies = list(_bodies(read.value))
        labels = [body["value"] for body in bodies if _is_label(body, read.value)]
        place = self._place(read.value["target"])
        if isinstance(place, Message) or not labels:
            reason = place if isinstance(place, Message) else message("w3c.no-label")
            self.rejects.append(Reject(read.line, reason, "", self._name))
            return
        ours = words.span_of_name(read.value.get("id"))
        for number, label in enumerate(labels):
            uid = ours.span if ours is not None and not number else f"w{len(self._lines) + 1}"
            while uid in self._lines:
                uid = f"w{uid}"
            self._lines[uid] = read.line
            if ours is None or uid != ours.span:
                self.made.add(uid)
            yield {"id": uid, **place, "label": label, **_more(bodies), **_times(read.value)}

    def _place(self, target: object) -> dict[str, object] | Message:
        """Return start, end and quote of a target; a quote alone is looked for, and taken where it is the only one."""
        if isinstance(target, list):
            if len(target) != 1:
                return message("w3c.no-place")
            target = target[0]
        selector = target.get("selector") if isinstance(target, dict) else None
        objects = [one for one in _list(selector) if isinstance(one, dict)]
        found = {one["type"]: one for one in objects if isinstance(one.get("type"), str)}
        position, quote = found.get(words.POSITION), found.get(words.QUOTE)
        exact = quote.get("exact") if quote is not None else None
        said = {"text": exact} if isinstance(exact, str) else {}
        if position is not None:
            return {"start": position.get("start"), "end": position.get("end"), **said}
        if quote is None or not isinstance(exact, str) or not exact:
            return message("w3c.no-place")
        before, after = (
            quote.get(key) if isinstance(quote.get(key), str) else "" for key in ("prefix", "suffix")
        )
        whole = f"{before}{exact}{after}"
        start = self._text.find(whole)
        if start < 0 or self._text.find(whole, start + 1) >= 0:
            return message("w3c.quote-not-one", quote=quoted(exact))
        start += len(str(before))
        return {"start": start, "end": start + len(exact), "text": exact}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _bodies(annotation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the bodies as objects; a body that is text alone is one with that value."""
    if isinstance(annotation.get("bodyValue"), str):
        yield {"value": annotation["bodyValue"]}
    for body in _list(annotation.get("body")):
        if isinstance(body, str):
            yield {"value": body}
        elif isinstance(body, dict) and isinstance(body.get("value"), str):
            yield body


def _is_label(body: dict[str, Any], annotation: dict[str, Any]) -> bool:
    """Tell whether a body names a label: it is for tagging, or the annotation is and the body for nothing else."""
    purposes = _list(body.get("purpose"))
    return words.TAGGING in (purposes or _list(annotation.get("motivation")))


def _more(bodies: list[dict[str, Any]]) -> dict[str, object]:
    """Return what else the bodies say: value, note, doubt."""
    found: dict[str, object] = {}
    for body in bodies:
        purpose = body.get("purpose")
        if purpose == words.COMMENTING:
            found["note"] = "\n".join(filter(None, (str(found.get("note") or ""), body["value"])))
        elif purpose == words.QUESTIONING and body["value"] == words.UNSURE:
            found["unsure"] = True
        elif purpose == words.IDENTIFYING and body.get("format") == words.JSON:
            found["norm"] = _norm(body["value"])
    return found


def _norm(written: str) -> object:
    """Return the value that was written as JSON; what is none is refused with the span's other parts."""
    try:
        return value_at(written, 0)[0]
    except RefusedError:
        return written


def _times(annotation: dict[str, Any]) -> dict[str, object]:
    times = {"created_at": annotation.get("created"), "updated_at": annotation.get("modified")}
    return {key: value for key, value in times.items() if isinstance(value, str) and value.endswith("Z")}

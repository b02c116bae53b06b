"""From a CAS to a record of the native format: our own structures exactly, those of other tools by what they show."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from annotator.core.messages import Message, message
from annotator.core.validate import quoted
from annotator.formats.cas import types
from annotator.formats.cas.building import DETAIL, LAYER, REST, SUGGESTION
from annotator.formats.cas.model import SOFA, VIEW, Cas, Primitive, Sofa, Structure
from annotator.formats.json_values import RefusedError, value_at

_OWN: Final = "annotator."
_LABELS: Final = ("value", "label")  # the features that hold what a mark is called
_PLACE: Final = frozenset({"begin", "end", "sofa"})


class Read:
    """A record read from one text of a CAS, with what is to be told: refused parts, and what was passed over.

    `made` are ids of spans that the file does not have.
    """

    __slots__ = ("made", "notes", "record", "refused")

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        self.refused: list[tuple[str, Message]] = []
        self.notes: list[Message] = []
        self.made: set[str] = set()


def records(cas: Cas, name: str) -> Iterator[Read]:
    """Yield a record for each text of the CAS; `name` is that of its file.

    Offsets are those of the CAS still (UTF-16 units). A text without a name of its own in the file is called by
    it; further texts by it and their view.
    """
    texts = [sofa for sofa in cas.sofas if sofa.text is not None]
    for sofa in texts or cas.sofas[:1]:
        default = name if sofa.name == VIEW or len(cas.sofas) == 1 else f"{name}#{sofa.name}"
        yield _Reading(cas, sofa, default).read


class _Reading:
    """One text of a CAS on its way to a record; `read` is whole once it is made."""

    def __init__(self, cas: Cas, sofa: Sofa, default_id: str) -> None:
        shown = cas.members.get(sofa.id)
        self._all = {made.id: made for made in cas.structures}
        self._shown = [made for made in cas.structures if _belongs(made, sofa, shown)]
        self._by_type: dict[str, list[Structure]] = {}
        for made in self._shown:
            self._by_type.setdefault(made.type, []).append(made)
        self._uids: dict[int, str] = {}
        self._extra: dict[str, object] = {}
        self.read = Read({**({"id": default_id} if default_id else {}), "text": sofa.text, "spans": []})
        self._head()
        self._own_marks()
        self._foreign_marks()
        self._own_links()
        extra = self._record.get("extra", {})
        if self._extra and isinstance(extra, dict):
            self._record["extra"] = {**extra, **self._extra}

    @property
    def _record(self) -> dict[str, Any]:
        return self.read.record

    def _of(self, type_: str) -> list[Structure]:
        return self._by_type.get(type_, [])

    def _head(self) -> None:
        record = self._record
        fields: dict[str, object] = {}
        for made in self._of(types.METADATA):
            _put(record, "id", made.values.get("documentId"))
            title, uri = made.values.get("documentTitle"), made.values.get("documentUri")
            fields |= {name: value for name, value in (("title", title), ("url", uri)) if value}
        for made in self._of(types.CAS_METADATA):
            _put(record, "id", made.values.get("sourceDocumentName"))
            _put(record, "annotator", made.values.get("username"))
        for made in self._of(types.LAYER):
            fields = {}
            record |= {key: made.values[key] for key in LAYER if key in made.values}
            record |= self._rest(made)
        for made in self._of(types.FIELD):
            fields[str(made.values.get("name", ""))] = made.values.get("value", "")
        if fields:
            record["meta"] = fields
        zones = [{**_place(made), "zone": made.values.get("zone")} for made in self._of(types.ZONE)]
        if zones:
            record["zones"] = zones

    def _rest(self, layer: Structure) -> dict[str, object]:
        rest = self._json(layer, "rest", {})
        return {key: value for key, value in rest.items() if key in REST} if isinstance(rest, dict) else {}

    def _json(self, made: Structure, feature: str, default: object) -> object:
        text = made.values.get(feature, "")
        if not text:
            return default
        try:
            value, end = value_at(str(text), 0)
        except RefusedError as refused:
            self.read.refused.append((f"{made.type}.{feature}", refused.told))
            return default
        return value if end == len(str(text)) else default

    def _own_marks(self) -> None:
        details = {to: made for made in self._of(types.DETAIL) for to in made.refs.get("span", ())}
        for made in self._of(types.ENTITY):
            detail = details.get(made.id)
            if detail is None:
                continue
            uid = self._named(made, detail)
            span = {**_place(made), "id": uid, "label": made.values.get("value", ""), "norm": _norm(detail)}
            span |= {key: detail.values[key] for key in DETAIL if key in detail.values}
            self._keep(made, uid, {"value"})
            self._record["spans"].append(span)
        suggestions = []
        for made in self._of(types.SUGGESTION):
            mark = {**_place(made), "id": self._named(made, made), "norm": _norm(made)}
            mark |= {key: made.values[key] for key in (*SUGGESTION, "score") if key in made.values}
            suggestions.append({**mark, "alternatives": self._json(made, "alternatives", [])})
        if suggestions:
            self._record["suggestions"] = suggestions

    def _named(self, made: Structure, detail: Structure) -> str:
        uid = self._uids[made.id] = str(detail.values.get("uid", f"s{made.id}"))
        if "uid" not in detail.values:
            self.read.made.add(uid)
        return uid

    def _foreign_marks(self) -> None:
        passed: Counter[str] = Counter()
        unknown: Counter[str] = Counter()
        ties: list[Structure] = []
        taken = set(self._uids.values())
        for made in self._shown:
            if made.id in self._uids or made.type.startswith(_OWN) or made.type == SOFA:
                continue
            if made.type.startswith(types.PASSED_OVER) or made.type == types.DOCUMENT:
                # What describes the document or the file is read already, or says nothing of the text.
                passed[_short(made.type)] += made.type.startswith(types.PASSED_OVER[1:4])
            elif "begin" not in made.values or "end" not in made.values:
                unknown[made.type] += 1
            elif all(name in made.refs for name in types.ORIGINS):
                ties.append(made)
            else:
                self._foreign_mark(made, taken)
        self._relations(ties)
        self._tell(passed, unknown)

    def _foreign_mark(self, made: Structure, taken: set[str]) -> None:
        uid = f"s{made.id}"
        while uid in taken:
            uid += "'"
        taken.add(uid)
        self.read.made.add(uid)
        self._uids[made.id] = uid
        label, feature = _label(made)
        self._record["spans"].append({**_place(made), "id": uid, "label": label})
        self._keep(made, uid, {feature})

    def _keep(self, made: Structure, uid: str, known: set[str]) -> None:
        """Keep the features that a span has no place for, as other unknown keys of spans are."""
        for name, value in made.values.items():
            if name not in _PLACE and name not in known:
                self._extra[f"spans.{uid}.{name}"] = value

    def _relations(self, ties: list[Structure]) -> None:
        """Read the relations of WebAnno and INCEpTION that are between spans; others are between words."""
        found = []
        for made in ties:
            ends = [self._uids.get(made.refs[name][0]) for name in types.ORIGINS]
            if None in ends:
                self.read.refused.append((made.type, message("cas.relation-loose")))
                continue
            to_id, from_id = ends
            label, _ = _label(made)
            found.append({"id": f"r{made.id}", "type": label, "from_id": from_id, "to_id": to_id})
        if found:
            self._record["relations"] = found

    def _tell(self, passed: Counter[str], unknown: Counter[str]) -> None:
        if passed.total():
            words = ", ".join(f"{name} {count}" for name, count in sorted(passed.items()) if count)
            self.read.notes.append(message("cas.passed-over", types=quoted(words)))
        for type_, count in sorted(unknown.items()):
            told = message("cas.unknown-type", type=quoted(type_), count=count)
            self.read.refused.append((type_[:80], told))

    def _own_links(self) -> None:
        record = self._record
        record.setdefault("relations", []).extend(map(self._relation, self._of(types.RELATION)))
        members: dict[int, list[object]] = {}
        for made in self._of(types.MEMBER):
            for to in made.refs.get("record", ()):
                members.setdefault(to, []).append(self._member(made))
        record["records"] = [
            {
                "id": str(made.values.get("uid", f"c{made.id}")),
                "type": made.values.get("kind", ""),
                "roles": members.get(made.id, []),
            }
            for made in self._of(types.RECORD)
        ]
        record["comments"] = [self._comment(made) for made in self._of(types.COMMENT)]

    def _relation(self, made: Structure) -> dict[str, object]:
        return {
            "id": str(made.values.get("uid", f"r{made.id}")),
            "type": made.values.get("kind", ""),
            "from_id": self._end(made, "source"),
            "to_id": self._end(made, "target"),
            "note": made.values.get("note"),
        }

    def _member(self, made: Structure) -> dict[str, object]:
        return {
            "role": made.values.get("role", ""),
            "span_id": self._end(made, "span"),
            "norm": _norm(made),
        }

    def _comment(self, made: Structure) -> dict[str, object]:
        return {
            "id": str(made.values.get("uid", f"m{made.id}")),
            "span_id": self._end(made, "span"),
            "author": made.values.get("author", ""),
            "to": made.values.get("addressee", ""),
            "text": made.values.get("text", ""),
            "resolved": made.values.get("resolved", False),
            **({"at": made.values["at"]} if "at" in made.values else {}),
        }

    def _end(self, made: Structure, feature: str) -> str:
        """Return the id of the span that a structure names; one that is not there stays to be told."""
        for to in made.refs.get(feature, ()):
            return self._uids.get(to, f"#{to}")
        return ""


def _put(record: dict[str, Any], key: str, value: Primitive | None) -> None:
    if isinstance(value, str) and value:
        record[key] = value


def _belongs(made: Structure, sofa: Sofa, shown: frozenset[int] | None) -> bool:
    """Tell whether a structure is shown on a text: what its view lists, else what names the text or none."""
    if shown is not None:
        return made.id in shown
    return made.refs.get("sofa", (sofa.id,)) == (sofa.id,)


def _place(made: Structure) -> dict[str, Primitive | None]:
    return {"start": made.values.get("begin"), "end": made.values.get("end")}


def _norm(made: Structure) -> dict[str, Primitive | None] | None:
    if "value_type" not in made.values:
        return None
    return {key: made.values.get(feature) for key, feature in types.NORM.items()}


def _label(made: Structure) -> tuple[str, str]:
    """Return what a mark of another tool is called, and the feature that says so ("" for the type's own name)."""
    for feature in _LABELS:
        value = made.values.get(feature)
        if isinstance(value, str) and value.strip():
            return value, feature
    return _short(made.type), ""


def _short(type_: str) -> str:
    return type_.rpartition(".")[2]

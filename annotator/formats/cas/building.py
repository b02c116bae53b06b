"""From an entry to a CAS: spans as named entities, and everything else in structures of our own beside them."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from annotator.core.offsets import Utf16Map
from annotator.formats.cas import types
from annotator.formats.cas.model import VIEW, Cas, Primitive, Sofa, Structure
from annotator.formats.native_keys import META

LAYER: Final = (
    "annotator", "annotator_id", "role", "status", "flagged", "revision", "parent", "created_at", "updated_at",
)  # fmt: skip
"""The keys of a record that are features of its layer."""

REST: Final = ("label_set", "doc_labels", "decisions", "review_status", "open", "inputs", "extra")
"""The keys of a record that stand as JSON in one feature of its layer, because a CAS has no place for them."""

DETAIL: Final = ("note", "unsure", "origin", "annotator", "created_at", "updated_at")
SUGGESTION: Final = ("label", "rule", "rank", "annotator")

_Values = Mapping[str, Primitive | None]
_NOTHING: Final[_Values] = {}


def build(record: Mapping[str, Any]) -> tuple[Cas, Counter[str]]:
    """Return the CAS of a record of the native format (all keys there), and what was left out of it by kind.

    Left out is what hangs on a span that is not there: a relation, a member, a comment.
    """
    made = _Building(record)
    return made.cas, made.lost


class _Building:
    """One CAS on its way; `cas` and `lost` are whole once it is made."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._record = record
        self._places = Utf16Map(record["text"])
        self._marks: dict[str, int] = {}
        self._ids = 1
        self.cas = Cas([Sofa(1, VIEW, record["text"])])
        self.lost: Counter[str] = Counter()
        self._document()
        self._spans()
        self._suggestions()
        self._zones()
        self._relations()
        self._records()
        self._comments()
        self._layer()
        self.cas.members[1] = frozenset(made.id for made in self.cas.structures)

    def _add(self, type_: str, values: _Values, exact: _Values = _NOTHING, **refs: int) -> int:
        """Add a structure; of `values` an empty text is left out, of `exact` only what is not there."""
        self._ids += 1
        kept = {name: value for name, value in values.items() if value is not None and value != ""}
        kept |= {name: value for name, value in exact.items() if value is not None}
        named = {name: (to,) for name, to in refs.items() if to}
        self.cas.structures.append(Structure(self._ids, type_, kept, named))
        return self._ids

    def _place(self, mark: Mapping[str, Any]) -> dict[str, Primitive]:
        return {"begin": self._places.to_utf16(mark["start"]), "end": self._places.to_utf16(mark["end"])}

    def _document(self) -> None:
        record, meta = self._record, self._record["meta"]
        self._add(
            types.METADATA,
            {
                "begin": 0,
                "end": self._places.length,
                "language": meta["lang"] or "x-unspecified",
                "documentTitle": meta["title"] or record["id"],
                "documentId": record["id"],
                "documentUri": meta["url"],
            },
        )
        for name, value in meta.items():
            if value or name not in META:
                self._add(types.FIELD, {}, {"name": name, "value": value})

    def _spans(self) -> None:
        for span in self._record["spans"]:
            id_ = self._add(types.ENTITY, {**self._place(span), "value": span["label"]})
            self._marks.setdefault(span["id"], id_)
            values = {"uid": span["id"], **{key: span[key] for key in DETAIL}}
            self._add(types.DETAIL, values, _norm(span["norm"]), span=id_)

    def _suggestions(self) -> None:
        for made in self._record["suggestions"]:
            values = {**self._place(made), "uid": made["id"], **{key: made[key] for key in SUGGESTION}}
            values["alternatives"] = _json(made["alternatives"])
            exact = {**_norm(made["norm"]), "score": made["score"]}
            self._marks.setdefault(made["id"], self._add(types.SUGGESTION, values, exact))

    def _zones(self) -> None:
        for zone in self._record["zones"]:
            self._add(types.ZONE, {**self._place(zone), "zone": zone["zone"]})

    def _relations(self) -> None:
        for row in self._record["relations"]:
            source, target = self._marks.get(row["from_id"], 0), self._marks.get(row["to_id"], 0)
            if source and target:
                values = {"uid": row["id"], "note": row["note"]}
                self._add(types.RELATION, values, {"kind": row["type"]}, source=source, target=target)
            else:
                self.lost["relation"] += 1

    def _records(self) -> None:
        for row in self._record["records"]:
            id_ = self._add(types.RECORD, {"uid": row["id"]}, {"kind": row["type"]})
            for member in row["roles"]:
                if self._hangs(member, "member"):
                    span = self._marks.get(member["span_id"], 0)
                    exact = {"role": member["role"], **_norm(member["norm"])}
                    self._add(types.MEMBER, {}, exact, record=id_, span=span)

    def _comments(self) -> None:
        for row in self._record["comments"]:
            if self._hangs(row, "comment"):
                values = {"uid": row["id"], "at": row["at"]}
                exact = {"author": row["author"], "addressee": row["to"], "text": row["text"]}
                exact["resolved"] = row["resolved"]
                self._add(types.COMMENT, values, exact, span=self._marks.get(row["span_id"], 0))

    def _layer(self) -> None:
        decisions = [row for row in self._record["decisions"] if self._hangs(row, "decision")]
        record = {**self._record, "decisions": decisions}
        rest = {key: record[key] for key in REST if record[key]}
        self._add(types.LAYER, {**{key: record[key] for key in LAYER}, "rest": _json(rest)})

    def _hangs(self, row: Mapping[str, Any], kind: str) -> bool:
        """Tell whether the row is on nothing, or on a mark that is there; count it as lost where it is not."""
        there = not row["span_id"] or row["span_id"] in self._marks
        if not there:
            self.lost[kind] += 1
        return there


def _norm(norm: Mapping[str, Any] | None) -> dict[str, Primitive | None]:
    return {} if norm is None else {feature: norm[key] for key, feature in types.NORM.items()}


def _json(value: object) -> str | None:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")) if value else None

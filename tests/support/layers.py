"""Random files as a project can hold all of: documents that several people have marked, with everything on them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    LabelSetName,
)
from annotator.core.labels import ROLES, Label, LabelSet
from annotator.core.span import Origin
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import NORM_TYPES, Norm, ValueKind

_Draw = Callable[[Any], Any]

# Astral characters, decomposed Hangul, joiners, separators, quotes, controls: what has broken formats before.
_HARD = "😀🇰🇷👨\u200d👩 한글\u1112\u1161\u11ab\u0301\u2028\u2029\x85\xa0\"\\/\n\t\x00\x7f·ㆍ美{}[]:,'가나다 ."
_ANY = st.sampled_from(_HARD) | st.characters(exclude_categories=["Cs"], exclude_characters="\r")
_WORDS = st.text(_ANY, max_size=8)
_NAMES = st.text(_ANY, min_size=1, max_size=8)
_KEYS = st.sampled_from(["AGENCY", "SECTOR", "AMOUNT", "DATE", "PER", "사람", "12"])
_PEOPLE = st.sampled_from([("kim", "01KIM"), ("이 바다", "01LEE"), ("park", "01PARK"), ("kim", "02KIM")])
_MOMENTS = (
    st.datetimes()
    .map(lambda at: f"{at:%Y-%m-%dT%H:%M:%S}Z".rjust(20, "0"))
    .filter(lambda at: at[:4] != "1970")
)
_NORMS = st.none() | st.builds(
    Norm, st.sampled_from(sorted(NORM_TYPES)), *[st.none() | _WORDS for _ in range(4)]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_WORDS, inner, max_size=2),
    max_leaves=4,
)


@dataclass
class RandomFile:
    """A native file: its entries, and the label set that they name."""

    entries: list[Entry]
    labels: LabelSet


def _unique(rows: Any, most: int = 3) -> Any:
    return st.lists(rows, max_size=most, unique_by=lambda row: row.id).map(tuple)


@st.composite
def _label_sets(draw: _Draw) -> LabelSet:
    keys = draw(st.lists(_KEYS, unique=True, max_size=7))
    uids = draw(
        st.lists(st.sampled_from(["agency", "date", "a1", "b2", "c3", "d4", "e5"]), unique=True, min_size=7)
    )
    digits = draw(st.permutations("123456789"))
    labels = tuple(
        Label(
            0, uid, key, draw(_NAMES), draw(st.sampled_from(["", digits[position]])), draw(st.sampled_from(ROLES)),
            draw(st.sampled_from(ValueKind)), draw(_WORDS), tuple(draw(st.lists(_WORDS, max_size=2))), position,
        )
        for position, (uid, key) in enumerate(zip(uids, keys, strict=False))
    )  # fmt: skip
    return LabelSet(draw(_WORDS), draw(st.integers(0, 99)), labels)


@st.composite
def _zones(draw: _Draw, text: str) -> tuple[Zone, ...]:
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return tuple(Zone(start, end, draw(st.sampled_from(ZoneKind))) for start, end in pairs)


@st.composite
def _spans(draw: _Draw, text: str) -> tuple[EntrySpan, ...]:
    spans = []
    for uid in draw(st.lists(_NAMES, max_size=5, unique=True)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        spans.append(
            EntrySpan(
                uid, start, end, text[start:end], draw(_KEYS), draw(_NORMS), draw(_WORDS), draw(st.booleans()),
                draw(st.sampled_from(Origin)).value, draw(_PEOPLE)[0], draw(_MOMENTS), draw(_MOMENTS),
            )
        )  # fmt: skip
    return tuple(spans)


@st.composite
def _decisions(draw: _Draw, marks: list[str]) -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "id": uid, "item": draw(_NAMES), "span_id": draw(st.sampled_from(["", *marks])),
            "action": draw(st.sampled_from(["adopt", "all", "neither", "edit"])), "rule": draw(st.none() | _WORDS),
            "by": draw(_WORDS), "at": draw(_MOMENTS), "sources": draw(st.lists(_WORDS, max_size=2)), "votes": "1/2",
            "before": None, "reason": draw(_WORDS), "note": draw(_WORDS), "confidence": draw(_WORDS),
            "flag": draw(st.booleans()), "response": None,
        }
        for uid in draw(st.lists(_NAMES, max_size=2, unique=True))
    )  # fmt: skip


def _name_of(labels: LabelSet) -> LabelSetName:
    return LabelSetName(
        labels.uid, labels.version, labels.sha256, tuple(label.key for label in labels.labels)
    )


@st.composite
def _layers(draw: _Draw, document: dict[str, Any], labels: LabelSet) -> Entry:
    text, (name, uid) = document["text"], draw(_PEOPLE)
    spans = draw(_spans(text))
    marks = [span.id for span in spans]
    pointing = st.sampled_from(["", *marks])
    gold = draw(st.sampled_from(["annotator", "annotator", "adjudicator"])) == "adjudicator"
    relations = st.just(())
    if marks:
        mark = st.sampled_from(marks)
        relations = _unique(st.builds(EntryRelation, _NAMES, _WORDS, mark, mark, _WORDS))
    members = st.lists(st.builds(EntryMember, _NAMES, pointing, _NORMS), max_size=3).map(tuple)
    comments = st.builds(EntryComment, _NAMES, pointing, _WORDS, _WORDS, _MOMENTS, _WORDS, st.booleans())
    inputs = st.fixed_dictionaries({"annotator": _WORDS, "file_sha256": _WORDS, "version": _WORDS})
    return Entry(
        **{**document, "fields": {**document["fields"], "active_seconds": draw(st.sampled_from(["", "7"]))}},
        label_set=_name_of(labels), annotator=name, annotator_id=uid, role="adjudicator" if gold else "annotator",
        status=draw(st.sampled_from(["new", "in_progress", "done", "skipped"])), flagged=draw(st.booleans()),
        revision=draw(_NAMES), parent=draw(_WORDS), spans=spans, relations=draw(relations),
        records=draw(_unique(st.builds(EntryRecord, _NAMES, _WORDS, members))),
        doc_labels=tuple(draw(st.lists(_WORDS, max_size=2))), comments=draw(_unique(comments)),
        decisions=draw(_decisions(marks)) if gold else (),
        review_status=draw(st.sampled_from(["", "in_review", "done"])) if gold else "",
        open=draw(st.integers(0, 9)) if gold else 0, inputs=tuple(draw(st.lists(inputs, max_size=1))) if gold else (),
        created_at=draw(_MOMENTS), updated_at=draw(_MOMENTS), extra=draw(st.dictionaries(_WORDS, _JSON, max_size=2)),
    )  # fmt: skip


@st.composite
def random_files(draw: _Draw) -> RandomFile:
    """A file of up to three documents, each marked by up to three people (gold is one more), or by nobody."""
    labels = draw(_label_sets())
    entries: list[Entry] = []
    for uid in draw(st.lists(_NAMES, min_size=1, max_size=3, unique=True)):
        text = draw(st.text(_ANY, min_size=1, max_size=40))
        fields = draw(
            st.dictionaries(st.sampled_from(["title", "outlet", "url", "source_file", "책"]), _WORDS)
        )
        document = {
            "id": uid, "text": text, "text_sha256": digest(text), "zones": draw(_zones(text)),
            "fields": {**fields, "document_date": draw(st.sampled_from(["", "2024-02-29"]))},
        }  # fmt: skip
        layers = st.lists(
            _layers(document, labels), max_size=3, unique_by=lambda entry: (entry.annotator_id, entry.role)
        )
        found = draw(layers)
        if not found:
            extra = draw(st.dictionaries(_WORDS, _JSON, max_size=2))
            found = [
                Entry(
                    **document,
                    label_set=_name_of(labels),
                    annotator="kim",
                    created_at=draw(_MOMENTS),
                    extra=extra,
                )
            ]
        entries.extend(found)
    return RandomFile(entries, labels)

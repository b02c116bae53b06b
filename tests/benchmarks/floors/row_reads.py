"""Floor of G2: the rows of a project's layers, made into the objects of the native format, dumped and written."""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

_FIELDS = (
    "title", "outlet", "author", "section", "url", "published", "modified", "crawled", "document_date",
    "date_source", "lang",
)  # fmt: skip
_HEADS = f"""
    SELECT l.id, d.uid, v.text, v.sha256, v.zones, l.status, l.flagged, l.active_seconds, r.uid, r.parent,
        l.created_at, l.updated_at, a.name, a.uid, {", ".join(f"d.{name}" for name in _FIELDS)}
    FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id JOIN layer AS l ON l.document_id = d.id
    JOIN layer_revision AS r ON r.layer_id = l.id JOIN annotator AS a ON a.id = l.annotator_id
    ORDER BY d.uid, a.name
"""
_SPANS = """
    SELECT s.uid, s.start, s."end", s.text, b.key, s.value_type, s.value, s.unit, s.mod, s.ref, s.note, s.unsure,
        s.origin, a.name, s.created_at, s.updated_at
    FROM span AS s JOIN label AS b ON b.id = s.label_id JOIN annotator AS a ON a.id = s.annotator_id
    WHERE s.layer_id = ? ORDER BY s.start, s."end"
"""
_LABEL_SET = {
    "id": "kr-news",
    "version": 1,
    "sha256": "0" * 64,
    "labels": ["AGENCY", "SECTOR", "AMOUNT", "DATE"],
}
_NO_SOURCE = dict.fromkeys(("source_file", "source_encoding", "source_sha256", "source_lines"), "")
_TOOL = {"name": "floor", "version": "0.1.0"}


def main(project: Path, target: Path, encoder: str) -> None:
    """Write the file and print the CPU seconds it took, and how many bytes it has."""
    dumps = _encoder(encoder)
    connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    started = time.process_time()
    with target.open("wb") as file:
        for head in connection.execute(_HEADS).fetchall():
            spans = connection.execute(_SPANS, head[:1]).fetchall()
            file.write(dumps(_record(head, spans)))
            file.write(b"\n")
    cpu = time.process_time() - started
    connection.close()
    print(json.dumps({"cpu": cpu, "bytes": target.stat().st_size}))


def _encoder(name: str) -> Callable[[object], bytes]:
    if name == "orjson":
        import orjson

        return orjson.dumps
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return lambda record: encode(record).encode("utf-8")


def _record(head: tuple, spans: list[tuple]) -> dict[str, object]:
    (
        _,
        uid,
        text,
        sha256,
        zones,
        status,
        flagged,
        seconds,
        revision,
        parent,
        created,
        updated,
        name,
        who,
        *fields,
    ) = head
    meta = dict(zip(_FIELDS, fields, strict=True))
    meta |= {"active_seconds": seconds, **_NO_SOURCE}
    return {
        "format": "annotator/1", "id": uid, "text": text, "text_sha256": sha256, "text_length": len(text),
        "zones": [{"start": start, "end": end, "zone": zone} for start, end, zone in json.loads(zones)],
        "meta": meta, "label_set": _LABEL_SET, "annotator": name, "annotator_id": who, "role": "annotator",
        "status": status, "flagged": flagged == 1, "revision": revision, "parent": parent,
        "spans": [_span(row) for row in spans], "relations": [], "records": [], "doc_labels": [], "comments": [],
        "decisions": [], "suggestions": [], "review_status": "", "open": 0, "inputs": [], "created_at": created,
        "updated_at": updated, "tool": _TOOL, "extra": {},
    }  # fmt: skip


def _span(row: tuple) -> dict[str, object]:
    (
        uid,
        start,
        end,
        text,
        label,
        type_,
        value,
        unit,
        mod,
        ref,
        note,
        unsure,
        origin,
        name,
        created,
        updated,
    ) = row
    norm = None if type_ is None else {"type": type_, "value": value, "unit": unit, "mod": mod, "ref": ref}
    return {
        "id": uid, "start": start, "end": end, "text": text, "label": label, "norm": norm, "note": note or None,
        "unsure": unsure == 1, "origin": origin, "annotator": name, "created_at": created, "updated_at": updated,
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])

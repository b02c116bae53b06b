"""Parquet with a row an entry, for `datasets`, pandas and DuckDB; written only, by the extra `parquet` (pyarrow)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from annotator.core.entry import Entry
from annotator.formats.base import COMMON, Account, Sink, main_member, only
from annotator.formats.carrying import KINDS
from annotator.formats.extras import library
from annotator.formats.native_keys import META
from annotator.formats.native_write import LineMaker, line_maker
from annotator.formats.one_way import WriteOnly

_ROWS: Final = 500  # entries of one row group: what is held in memory
_NORM: Final = ("type", "value", "unit", "mod", "ref")


class ParquetFormat(WriteOnly):
    """Writes the keys of the native format as columns with fixed types."""

    id = "parquet"
    title = "format.parquet"
    suffixes = (".parquet",)
    carries = KINDS

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries; UserError `format.needs-library` where pyarrow is missing."""
        only(options, COMMON)
        arrow, parquet = library("pyarrow", self.id), library("pyarrow.parquet", self.id)
        lines = line_maker(options)
        schema = _schema(arrow)
        account = Account()
        with main_member(sink) as stream, parquet.ParquetWriter(stream, schema) as writer:
            for rows in _groups(entries, lines):
                writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
                account.written += len(rows)
        return account


def _groups(entries: Iterable[Entry], lines: LineMaker) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for entry in entries:
        rows.append(row_of(json.loads(lines.line(entry))))
        if len(rows) == _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def row_of(record: dict[str, Any]) -> dict[str, Any]:
    """Return the row of a record of the native format: what has no fixed shape in it is JSON."""
    meta = record["meta"]
    more = {name: value for name, value in meta.items() if name not in META}
    return {
        **record,
        "meta": {name: meta[name] for name in META},
        "more": _json(more),
        "decisions": [_json(row) for row in record["decisions"]],
        "inputs": [_json(row) for row in record["inputs"]],
        "extra": _json(record["extra"]),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _schema(arrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    text, flag, place = arrow.string(), arrow.bool_(), arrow.int32()

    def texts(*names: str) -> list[tuple[str, Any]]:
        return [(name, text) for name in names]

    def rows(*fields: tuple[str, Any]) -> Any:  # noqa: ANN401 - the same
        return arrow.list_(arrow.struct(list(fields)))

    norm = arrow.struct(texts(*_NORM))
    mark = (*texts("id"), ("start", place), ("end", place), *texts("text", "label"), ("norm", norm))
    label_set = [*texts("id"), ("version", arrow.int64()), *texts("sha256"), ("labels", arrow.list_(text))]
    made = texts("origin", "annotator", "created_at", "updated_at")
    alternatives = ("alternatives", arrow.list_(norm))
    proposed = (*texts("rule"), ("rank", place), *texts("score"), alternatives, *texts("annotator"))
    return arrow.schema([
        *texts("format", "id", "text", "text_sha256"),
        ("text_length", place),
        ("zones", rows(("start", place), ("end", place), *texts("zone"))),
        ("meta", arrow.struct(texts(*META))),
        *texts("more"),
        ("label_set", arrow.struct(label_set)),
        *texts("annotator", "annotator_id", "role", "status"),
        ("flagged", flag),
        *texts("revision", "parent"),
        ("spans", rows(*mark, *texts("note"), ("unsure", flag), *made)),
        ("relations", rows(*texts("id", "type", "from_id", "to_id", "note"))),
        ("records", rows(*texts("id", "type"), ("roles", rows(*texts("role", "span_id"), ("norm", norm))))),
        ("doc_labels", arrow.list_(text)),
        ("comments", rows(*texts("id", "span_id", "author", "to", "at", "text"), ("resolved", flag))),
        ("decisions", arrow.list_(text)),
        ("suggestions", rows(*mark, *proposed)),
        *texts("review_status"),
        ("open", arrow.int64()),
        ("inputs", arrow.list_(text)),
        *texts("created_at", "updated_at", "extra"),
    ])  # fmt: skip

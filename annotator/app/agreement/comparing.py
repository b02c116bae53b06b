"""Comparing annotation files: their finished layers as one case, and which layers took part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator import formats
from annotator.app.finding import name_of
from annotator.app.gather.elsewhere import is_database
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.errors import user_error
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.validate import quoted
from annotator.core.values import written
from annotator.review import compare

_SEPARATOR: Final = "|"


@dataclass(slots=True)
class Compared:
    """What came of a comparison: the numbers, and by file what was not taken."""

    result: dict[str, object]
    rejected: dict[Path, list[Reject]] = field(default_factory=dict)
    spans: int = 0


def compare_files(paths: Sequence[Path], format_: str | None = None) -> Compared:
    """Compare the annotators of some files; UserError where one cannot be read.

    Documents, annotators and labels are numbered as they first appear. Only layers that are done take part; the
    result lists all of them under `coverage`.
    """
    gathered = _Gathered()
    compared = Compared({})
    for path in paths:
        rejects = compared.rejected.setdefault(path, [])
        for item in _read(path, format_):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                gathered.take(item, path, rejects)
    compared.result = {**compare(gathered.case()), "coverage": gathered.coverage}
    compared.spans = gathered.spans
    return compared


def _read(path: Path, format_: str | None) -> Iterator[Entry | Reject]:
    if is_database(path):
        raise user_error("format.project", name=name_of(path))
    try:
        with path.open("rb") as file:
            yield from formats.read(file, format=format_)
    except OSError as error:
        raise user_error("import.unreadable", name=path.name, reason=error.strerror or str(error)) from error


class _Gathered:
    """The layers of all files, as a case has them."""

    def __init__(self) -> None:
        self.coverage: list[dict[str, str]] = []
        self.spans = 0
        self._texts: dict[str, str] = {}
        self._annotators: dict[str, None] = {}
        self._labels: dict[str, None] = {}
        self._annotations: list[dict[str, object]] = []
        self._seen: set[tuple[str, str]] = set()

    def take(self, entry: Entry, path: Path, rejects: list[Reject]) -> None:
        """Take a layer in, or say why not: one annotator has one layer on a document."""
        annotator = (entry.annotator or path.stem).replace(_SEPARATOR, "¦")
        if (entry.id, annotator) in self._seen:
            told = message("compare.twice", annotator=quoted(annotator), id=quoted(entry.id))
            rejects.append(Reject(entry.line, told, "", entry.member))
            return
        self._seen.add((entry.id, annotator))
        self._texts.setdefault(entry.id, entry.text)
        self._annotators[annotator] = None
        self._labels.update(dict.fromkeys(entry.label_set.labels if entry.label_set else ()))
        self._labels.update(dict.fromkeys(span.label for span in entry.spans))
        self.coverage.append({"doc_id": entry.id, "annotator": annotator, "status": entry.status})
        if entry.status != Status.DONE:
            return
        self.spans += len(entry.spans)
        self._annotations.append(
            {
                "doc_id": entry.id,
                "annotator": annotator,
                "spans": list(map(_span, entry.spans)),
                "text": entry.text,
            }
        )

    def case(self) -> dict[str, object]:
        """Return all of it as a case."""
        return {
            "case": None,
            "documents": [{"doc_id": id_, "text": text} for id_, text in self._texts.items()],
            "annotators": list(self._annotators),
            "labels": list(self._labels),
            "annotations": self._annotations,
        }


def _span(span: EntrySpan) -> dict[str, object]:
    value = None if span.norm is None else written(span.norm)
    return {"start": span.start, "end": span.end, "label": span.label, "value": value}

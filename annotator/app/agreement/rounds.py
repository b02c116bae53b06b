"""Rounds: what was measured made into numbers to keep, the rounds that were kept, those before adjudication."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from annotator import __version__
from annotator.app.agreement.measuring import ALL, Counts, Measured, measure
from annotator.app.jobs import Cancelled, Report
from annotator.app.session import Session
from annotator.core.commands.rounds import FreezeRound
from annotator.core.decision import decisions_of, standing
from annotator.core.layer import Status
from annotator.core.round import Round
from annotator.review.frozen import NOTHING_DECIDED, Decided, decided_of
from annotator.review.marks import Mark
from annotator.store import agreement
from annotator.store.project import Project

_FORM = 1
_COUNTS = ("n_a", "n_b", "tp_exact", "tp_boundary", "m_lenient", "m_lenient_any")


def numbers_of(measured: Measured, decided: Decided) -> dict[str, Any]:
    """Return what was measured as JSON keeps it, with what it rests on (`docs/measuring.md`)."""
    result = dict(measured.result)
    # Differences of single documents hold values, and are as long as the layers.
    result["pairs"] = {
        names: {key: value for key, value in pair.items() if key != "docs"}
        for names, pair in result["pairs"].items()
    }
    labels = measured.labels
    return {
        "form": _FORM,
        "program": __version__,
        "filters": measured.filters.told(),
        "dates": list(measured.dates),
        "annotators": dict(measured.people),
        "labels": {
            "uid": labels.uid,
            "version": labels.version,
            "sha256": labels.sha256,
            "keys": [label.key for label in labels.labels],
        },
        "documents": _documents(measured),
        "result": result,
        "counts": {
            "|".join(pair): {
                document: [getattr(row, key) for key in _COUNTS] for document, row in rows.items()
            }
            for pair, rows in measured.rows.items()
        },
        "origins": [[*key, count] for key, count in sorted(measured.origins.items())],
        "decided": decided.told(),
        "gold": {
            **measured.gold,
            "documents": [[uid, _digest(marks)] for uid, marks in sorted(measured.gold_marks.items())],
        },
    }


def _documents(measured: Measured) -> list[dict[str, object]]:
    """Return the documents of which a layer was compared, each with its text's hash and its layers.

    Of a layer: annotator, revision, version of the label set, and the hash of its spans as they were compared; a
    revision goes on while nothing was exported.
    """
    uids = {row.id: uid for uid, row in measured.documents.items()}
    found: dict[int, list[list[object]]] = {}
    for layer in measured.layers:
        if layer.status == Status.DONE:
            marks = measured.case.layers[uids[layer.document_id]][measured.people[layer.annotator]]
            kept = [layer.annotator, layer.revision, layer.label_set_version, _digest(marks)]
            found.setdefault(layer.document_id, []).append(kept)
    return [
        {"id": uids[id_], "text_sha256": measured.texts[id_], "layers": layers}
        for id_, layers in sorted(found.items(), key=_by_first)
    ]


def _digest(marks: Sequence[Mark]) -> str:
    written = json.dumps(marks, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _by_first(pair: tuple[int, object]) -> int:
    return pair[0]


def written_numbers(numbers: Mapping[str, Any]) -> str:
    """Return numbers as a round keeps them."""
    return json.dumps(numbers, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def rounds_of(session: Session) -> tuple[Round, ...]:
    """Return the rounds of the project, oldest first."""
    return tuple(Round.from_row(row) for row in agreement.round_rows(session.project.connection))


def has_before(session: Session) -> bool:
    """Tell whether the numbers before adjudication have been kept."""
    return agreement.last_before(session.project.connection) is not None


def freeze(name: str, measured: Measured, decided: Decided) -> FreezeRound:
    """Return the command that keeps what was measured under a name."""
    return FreezeRound(name, written_numbers(numbers_of(measured, decided)))


def decided_in(project: Project) -> Decided:
    """Return how the items of the project were decided, as the decisions stand now."""
    labels = project.reading.label_set()
    by_document: dict[object, list[Mapping[str, Any]]] = {}
    for row in agreement.decision_rows(project.connection):
        by_document.setdefault(row["document_id"], []).append(row)
    kept = [one for rows in by_document.values() for one in standing(decisions_of(rows, labels))]
    return decided_of(kept)


class BeforeJob:
    """Measures, at the first decision, the state before adjudication: decisions change no annotator's layer."""

    def __init__(self, project: Project, counts: Counts) -> None:
        self._project = project
        self._counts = counts

    def run(self, report: Report, cancelled: Cancelled) -> FreezeRound | None:
        """Return the command that keeps it; None where the last round of this kind rests on the same layers."""
        with self._project.in_worker() as project:
            measured = measure(project, ALL, self._counts, report, cancelled)
            last = agreement.last_before(project.connection)
        content = written_numbers(numbers_of(measured, NOTHING_DECIDED))
        if last is not None and json.loads(last)["documents"] == json.loads(content)["documents"]:
            return None
        return FreezeRound("", content, before=True)


def documents_in(round_: Round) -> frozenset[str]:
    """Return the documents (ids that files carry) that a round rests on."""
    return frozenset(str(row["id"]) for row in round_.numbers["documents"])

"""The checks before "done" on the open project: of one document at once, of all of them by a job."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session
from annotator.core.commands.suggestions import Refused, Standing
from annotator.core.labels import LabelSet
from annotator.core.layer import Layer
from annotator.core.preflight import Check, Checked, Finding, Waiver
from annotator.core.suggestion import NOTHING_ASKED, Least, Suggestion, reaches
from annotator.korean.checks import preflight
from annotator.store import checked as store
from annotator.store.project import Project

_EVERY: Final = 20


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """What was found in one document; never nothing."""

    document_id: int
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ProjectFindings:
    """The documents in which something was found, by age, and how many were looked at."""

    documents: tuple[DocumentFindings, ...]
    looked_at: int

    @property
    def places(self) -> int:
        """How many places there are to look at."""
        return sum(len(found.places) for each in self.documents for found in each.findings)


@dataclass(frozen=True, slots=True)
class _Layered:
    """A layer with its text and the day of its document."""

    layer: Layer | None
    text: str
    document_date: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which suggestions are asked about: those worked out from the text, and of the stored ones those good enough."""

    derived: Sequence[Suggestion]
    least: Least


def findings_of(
    session: Session, document_id: int, derived: Sequence[Suggestion] = (), least: Least = NOTHING_ASKED
) -> list[Finding]:
    """Return what the checks find in the annotator's layer on a document, without what was waved off.

    `derived` are the suggestions worked out from the text, asked about like those that are stored and good enough
    (`least`).
    """
    layered = _Layered(
        session.layer(document_id),
        session.text_version(document_id).text,
        session.document(document_id).document_date,
    )
    of = document_id, session.annotator.id
    return _findings(session.project, of, layered, session.labels, _Asked(derived, least))


class PreflightJob:
    """Checks all documents that the annotator is at or has done, in a worker with its own connection.

    `least` says which stored suggestions are good enough to be asked about.
    """

    def __init__(self, session: Session, least: Least = NOTHING_ASKED) -> None:
        self._asked = _Asked((), least)
        self._project = session.project
        self._annotator_id = session.annotator.id
        self._labels = session.labels

    def run(self, report: Report, cancelled: Cancelled) -> ProjectFindings:
        """Return what was found; UserError `job.cancelled`."""
        found: list[DocumentFindings] = []
        with self._project.in_worker() as project:
            documents = store.begun(project.connection, self._annotator_id)
            for done, (document_id, title) in enumerate(documents):
                stop_if(cancelled)
                if done % _EVERY == 0:
                    report(Progress(done, len(documents), "documents"))
                findings = self._findings(project, document_id)
                if findings:
                    found.append(DocumentFindings(document_id, title, tuple(findings)))
        return ProjectFindings(tuple(found), len(documents))

    def _findings(self, project: Project, document_id: int) -> list[Finding]:
        reading = project.reading
        layered = _Layered(
            reading.layer(document_id, self._annotator_id),
            reading.text_version(document_id).text,
            reading.document(document_id).document_date,
        )
        return _findings(project, (document_id, self._annotator_id), layered, self._labels, self._asked)


def _findings(
    project: Project,
    of: tuple[int, int],
    layered: _Layered,
    labels: LabelSet,
    asked: _Asked,
) -> list[Finding]:
    connection, (document_id, annotator_id), layer = project.connection, of, layered.layer
    spans = layer.spans if layer is not None else ()
    standing = Standing(spans)
    refusals = store.refusals(connection, document_id, annotator_id)
    refused = Refused(refusals, annotator_id)
    stored = store.suggestions(connection, document_id, annotator_id)
    proposed = [*(made for made in stored if reaches(made, asked.least)), *asked.derived]
    checked = Checked(
        text=layered.text,
        spans=spans,
        labels=labels,
        document_date=layered.document_date,
        records=() if layer is None else store.records(connection, layer.head.id),
        suggestions=[
            made.place for made in proposed if not refused.holds(made) and not standing.settles(made)
        ],
        refused=refused.places,
    )
    waivers = store.waivers(connection, document_id)
    # A text that is refused all over a document is not asked about there again.
    waivers |= {Waiver(Check.UNLABELLED, str(row["text"])) for row in refusals if row["start"] is None}
    return preflight(checked, waivers)

"""What the overview shows: how far the project is, what was measured, how the items were decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from annotator.app.agreement.measuring import Counts, Filters, Measured, measure
from annotator.app.agreement.places import Progress, progress_of
from annotator.app.agreement.rounds import decided_in, numbers_of
from annotator.app.jobs import Cancelled, Report
from annotator.app.review.reviewing import is_blind, shuffled
from annotator.app.session import Session
from annotator.review.frozen import Decided
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Seen:
    """The project at one moment; `numbers` are those of `measured`, as a round would keep them."""

    measured: Measured
    numbers: Mapping[str, Any]
    progress: Progress
    decided: Decided


class OverviewJob:
    """Looks at the whole project, in a worker with its own connection; `counts` keeps what was counted before."""

    def __init__(self, project: Project, filters: Filters, counts: Counts) -> None:
        self._project, self._filters, self._counts = project, filters, counts

    def run(self, report: Report, cancelled: Cancelled) -> Seen:
        """Return what there is to see; UserError `job.cancelled`."""
        with self._project.in_worker() as project:
            progress = progress_of(project)
            decided = decided_in(project)
            measured = measure(project, self._filters, self._counts, report, cancelled)
        return Seen(measured, numbers_of(measured, decided), progress, decided)


def shown_names(session: Session, people: Mapping[str, str]) -> dict[str, str]:
    """Return what stands for each annotator's name where the review hides names: a letter; {} where it does not.

    `people` are names by uid. The order of the letters says nothing of who they are.
    """
    if not is_blind(session):
        return {}
    return {people[uid]: _letters(number) for number, uid in enumerate(shuffled("", people))}


def _letters(number: int) -> str:
    more, last = divmod(number, len(ascii_uppercase))
    return (_letters(more - 1) if more else "") + ascii_uppercase[last]

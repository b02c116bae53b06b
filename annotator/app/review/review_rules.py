"""What the rules of a review would decide, over documents: counted before, and made when a person says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.review.review_queue import Row
from annotator.app.review.reviewing import APPEALED, Review, reviews_of
from annotator.app.session import Session
from annotator.core.decision import Content, Made, Rule
from annotator.core.people import Annotator
from annotator.review.rules import Options, proposals
from annotator.store.project import Project

_TOLD_EVERY: Final = 20


@dataclass(slots=True)
class Preview:
    """What each rule would decide, by document."""

    made: dict[Rule, dict[int, list[Made]]] = field(default_factory=dict)

    def counts(self) -> dict[Rule, tuple[int, int]]:
        """Return how many items, in how many documents, each rule would decide."""
        return {rule: (sum(map(len, by.values())), len(by)) for rule, by in self.made.items()}


def preview_of(reviews: Sequence[tuple[Review, Sequence[int]]], options: Options) -> Preview:
    """Return what each rule would decide of the items that begin at the given places of each review."""
    found = Preview({rule: {} for rule in Rule})
    for review, starts in reviews:
        wanted = set(starts)
        # An appeal wants an answer of its own.
        items = [i for i in review.open_items if i.start in wanted and review.state(i) != APPEALED]
        # What several rules would decide alike is made once.
        known: dict[tuple[int, Content], Made] = {}
        for rule in Rule:
            made = []
            for one in proposals(rule, items, review.text, options):
                place = (one.item.start, one.result)
                if place not in known:
                    known[place] = review.by_rule(one)
                made.append(known[place])
            if made:
                found.made[rule][review.document_id] = made
    return found


@dataclass(frozen=True, slots=True)
class RulesJob:
    """Works out what each rule would decide of some rows of the queue; runs in a worker."""

    project: Project
    annotator: Annotator
    rows: Sequence[Row]
    options: Options

    def run(self, report: Report, cancelled: Cancelled) -> Preview:
        """Return the preview."""
        starts: dict[int, list[int]] = {}
        for row in self.rows:
            starts.setdefault(row.document_id, []).append(row.start)
        with self.project.in_worker() as project:
            session = Session(project, self.annotator)
            found = Preview({rule: {} for rule in Rule})
            for number, review in enumerate(reviews_of(session, list(starts)), 1):
                stop_if(cancelled)
                one = preview_of([(review, starts[review.document_id])], self.options)
                _merge(found, one.made)
                if number % _TOLD_EVERY == 0:
                    report(Progress(number, len(starts), "documents"))
            return found


def _merge(found: Preview, more: Mapping[Rule, Mapping[int, list[Made]]]) -> None:
    for rule, by_document in more.items():
        found.made[rule].update(by_document)

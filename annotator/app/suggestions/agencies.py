"""Agencies of the lexicon of a project, proposed for a document, with the body as their value."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, stop_if
from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.suggestions.memory import RANK
from annotator.core.suggestion import Suggestion
from annotator.core.value_forms import is_day
from annotator.core.values import Norm
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggestions.suggesting import Subject

LABEL: Final = "AGENCY"


class AgencySuggester:
    """Proposes the agencies that the list knows, and words that end as agencies do."""

    id = "agencies"

    def suggest(
        self,
        project: Project,
        subject: "Subject",
        cancelled: Cancelled,
    ) -> Iterator[Suggestion]:
        """Yield the agencies of the text; none where the project has no label AGENCY; UserError `job.cancelled`."""
        # Imported when first asked for: it compiles many patterns, and the window is to open at once.
        from annotator.korean.agencies import suggest_agencies

        label = subject.labels.by_key(LABEL)
        if label is None:
            return
        year = int(subject.document_date[:4]) if is_day(subject.document_date) else None
        lexicon = lexicon_of(project.connection)
        for made in suggest_agencies(subject.text, year=year, lexicon=lexicon):
            stop_if(cancelled)
            yield Suggestion(
                made.start,
                made.end,
                subject.text[made.start : made.end],
                label.id,
                norm=None if made.ref is None else Norm("name", made.canonical, ref=made.ref),
                rule=made.rule,
                rank=made.rank + RANK,
            )

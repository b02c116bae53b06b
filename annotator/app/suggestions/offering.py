"""Suggestions for files without a project: each document of a file or page, with what the recognisers propose."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.app.finding import expanded
from annotator.app.imports.intake import Doubt, FileAccount, Intake, Reader, give_date
from annotator.app.imports.outlets import OutletLines
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.core.entry import Entry
from annotator.core.text import digest
from annotator.core.value_forms import is_day
from annotator.korean import Suggestion, suggest
from annotator.korean.lexicon import Lexicon
from annotator.korean.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Offered:
    """A document of `path`, the date it was read by ("" unknown), and what is proposed for it, in reading order."""

    path: Path
    entry: Entry
    document_date: str
    suggestions: tuple[Suggestion, ...]

    @property
    def date_source(self) -> str:
        """From where the date is; "" where it is unknown."""
        return self.entry.fields.get("date_source", "") if self.document_date else ""


class Offering:
    """Reads files one after the other; `files` and `doubts` say afterwards what became of them."""

    def __init__(
        self,
        paths: Sequence[Path],
        reader: Reader,
        document_date: str = "",
        lexicon: Lexicon | None = None,
        taxonomy: Taxonomy | None = None,
    ) -> None:
        self._lines = OutletLines(None)
        self._intake = Intake(self._lines.repeated, reader)
        self._document_date = document_date
        self._lexicon = lexicon
        self._taxonomy = taxonomy
        self.files = [FileAccount(path) for path in expanded(paths)]

    @property
    def doubts(self) -> list[Doubt]:
        """The files whose encoding must be said."""
        return self._intake.doubts

    def documents(self, report: Report, cancelled: Cancelled) -> Iterator[Offered]:
        """Yield each document, once for each file; UserError `job.cancelled`."""
        with closing(self._intake):
            for number, account in enumerate(self.files, 1):
                seen: set[tuple[str, str]] = set()
                for arrival in self._intake.read(account.path, account):
                    stop_if(cancelled)
                    if arrival.source is not None:
                        self._lines.saw(arrival)
                    account.added += 1
                    # A document stands in a file once for each annotator.
                    document = (arrival.entry.id, digest(arrival.entry.text))
                    if document in seen:
                        continue
                    seen.add(document)
                    yield self._offered(account.path, arrival.entry)
                report(Progress(number, len(self.files), "files"))

    def _offered(self, path: Path, entry: Entry) -> Offered:
        give_date(entry, self._document_date)
        day = entry.fields.get("document_date", "")
        day = day if is_day(day) else ""
        found = suggest(entry.text, document_date=day, lexicon=self._lexicon, taxonomy=self._taxonomy)
        return Offered(path, entry, day, tuple(found))

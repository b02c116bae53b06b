"""Checking annotation files: offsets, texts, labels, values; what is wrong, and where."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator.app.finding import expanded, name_of, reason_of
from annotator.app.gather.elsewhere import is_database
from annotator.app.imports.archives import Archives
from annotator.app.imports.bundles import bundle_of
from annotator.app.imports.rejects import Refused
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.messages import Message, message
from annotator.core.validate import check_entry
from annotator.formats import by_id, read, sniff
from annotator.formats.attaching import Texts, needs_texts, no_texts
from annotator.formats.options import UTF_16, reads_with

_REPORT_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """Which files are checked, and how they are read: `format` "" by content; `utf16` and `texts` as of `Reader`."""

    paths: tuple[Path, ...]
    format: str = ""
    texts: Texts = no_texts
    utf16: bool = False


@dataclass(slots=True)
class CheckReport:
    """What was found in one file; `unreadable` says why it could not be read (on)."""

    path: Path
    unreadable: Message | None = None
    documents: int = 0
    spans: int = 0
    rejects: list[Reject] = field(default_factory=list)

    @property
    def refused(self) -> Refused:
        """All that is wrong with the file, why it could not be read among it."""
        whole = [] if self.unreadable is None else [Reject(0, self.unreadable)]
        return Refused(self.path, [*whole, *self.rejects])


class CheckJob:
    """Checks files one after the other, each read once from its beginning to its end."""

    def __init__(self, request: CheckRequest) -> None:
        self._request = request
        self._format = by_id(request.format).id if request.format else None

    def run(self, report: Report, cancelled: Cancelled) -> list[CheckReport]:
        """Return a report for each file; UserError `job.cancelled`."""
        reports = [CheckReport(path) for path in expanded(self._request.paths)]
        with closing(Archives()) as archives:
            for number, found in enumerate(reports, 1):
                for _ in self._checked(found, archives):
                    stop_if(cancelled)
                    if len(reports) == 1 and found.documents % _REPORT_EVERY == 0:
                        report(Progress(found.documents, 0, "documents"))
                if len(reports) > 1:
                    report(Progress(number, len(reports), "files"))
        return reports

    def _checked(self, found: CheckReport, archives: Archives) -> Iterator[None]:
        """Fill the report of a file; yields after each document or reject."""
        try:
            for item in self._items(found.path, archives):
                if isinstance(item, Entry):
                    found.documents += 1
                    found.spans += len(item.spans)
                    found.rejects.extend(check_entry(item))
                else:
                    found.rejects.append(item)
                yield
        except UserError as error:
            found.unreadable = error.message
        except OSError as error:
            reason = reason_of(error)
            found.unreadable = message("import.unreadable", name=name_of(found.path), reason=reason)

    def _items(self, path: Path, archives: Archives) -> Iterator[Entry | Reject]:
        if is_database(path):
            raise user_error("format.project", name=name_of(path))
        with bundle_of(path, archives) as (bundle, faults):
            yield from faults
            chosen = by_id(self._format) if self._format is not None else sniff(bundle)
            options: dict[str, object] = {"texts": self._request.texts} if needs_texts(chosen) else {}
            if self._request.utf16 and chosen is not None and reads_with(chosen, UTF_16):
                options |= UTF_16
            yield from read(bundle, format=None if chosen is None else chosen.id, **options)

"""Turning files of known formats, and pages, into a file of another format, without a project."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator import formats
from annotator.app.exports.export_job import TOOL
from annotator.app.exports.preparing import NOTHING_ASKED, Origin, Preparation, Prepared
from annotator.app.finding import expanded, name_of
from annotator.app.imports.intake import Arrival, Doubt, FileAccount, Intake, Reader, give_date
from annotator.app.imports.naming import label_file
from annotator.app.imports.outlets import OutletLines
from annotator.app.imports.rejects import refuse_input
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.writing import written_as
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.text import digest
from annotator.core.validate import check_name, quoted
from annotator.formats.attaching import Texts, no_texts
from annotator.formats.carrying import spans_lost
from annotator.formats.sidecar import sidecar_name
from annotator.store.incoming import SOURCE_FIELDS

_REPORT_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class ConvertRequest:
    """What to convert, and into what; `annotator` is named where a file names nobody.

    `document_date` (YYYY-MM-DD) is given to documents that name none. `texts` finds the texts of files that hold
    marks alone. `options` are those of the format; `preparation` is what is done to the entries on their way.
    """

    paths: tuple[Path, ...]
    target: Path
    format: str
    reader: Reader = field(default_factory=Reader)
    annotator: str = ""
    document_date: str = ""
    texts: Texts = no_texts
    options: Mapping[str, object] = field(default_factory=dict)
    preparation: Preparation = NOTHING_ASKED


@dataclass(slots=True)
class ConvertResult:
    """What came of a conversion; `faults` are spans that do not hold the text they say they do.

    `lost` and `at_risk` count by kind what the format cannot carry, and what its tools may drop.
    """

    files: list[FileAccount] = field(default_factory=list)
    doubtful: list[Doubt] = field(default_factory=list)
    documents: int = 0
    spans: int = 0
    faults: tuple[Reject, ...] = ()
    lost: dict[str, int] = field(default_factory=dict)
    at_risk: dict[str, int] = field(default_factory=dict)
    held_back: dict[str, int] = field(default_factory=dict)


class _NothingError(Exception):
    """Nothing was written, so the target stays as it was."""


class ConvertJob:
    """One conversion. Cancelled or failed, or where there is nothing to write, it leaves the target as it was."""

    def __init__(self, request: ConvertRequest) -> None:
        self._request = request
        self._lines = OutletLines(None)
        self._intake = Intake(self._lines.repeated, request.reader, request.texts)
        self._result = ConvertResult()
        # The text of each document so far, to tell two documents of one id apart.
        self._texts: dict[str, str] = {}
        self._pages: set[str] = set()

    def run(self, report: Report, cancelled: Cancelled) -> ConvertResult:
        """Convert; UserError where a layer is nobody's, where the target is one of the files, or cannot be written."""
        with closing(self._intake):
            return self._converted(report, cancelled)

    def _converted(self, report: Report, cancelled: Cancelled) -> ConvertResult:
        request, result = self._request, self._result
        if request.annotator:
            check_name(request.annotator)
        result.files = [FileAccount(path) for path in expanded(request.paths)]
        refuse_input(request.target, [*request.paths, *(account.path for account in result.files)])
        given = self._definitions()
        definitions = request.preparation.definitions(given)
        options: dict[str, object] = {"annotator": request.annotator} if request.annotator else {}
        options |= request.options
        if definitions:
            options["definitions"] = definitions
        with (
            suppress(_NothingError),
            written_as(request.format, request.target) as sink,
        ):
            read = self._entries(report, cancelled)
            prepared = Prepared(read, request.preparation, Origin(definitions=tuple(given)))
            account = formats.write(
                self._counted(prepared), sink, format=request.format, tool=TOOL, **options
            )
            result.spans -= spans_lost(account.lost)
            result.faults, result.lost = tuple(account.faults), dict(account.lost)
            result.at_risk, result.held_back = dict(account.at_risk), dict(+prepared.left_out)
            if not account.written:
                raise _NothingError
        result.doubtful = self._intake.doubts
        return result

    def _definitions(self) -> list[dict[str, object]]:
        """Return the label definitions beside the files, the first of each label."""
        found: dict[object, dict[str, object]] = {}
        for account in self._result.files:
            try:
                beside = label_file(account.path, self._intake.archives)
            except UserError as error:
                where = name_of(account.path.with_name(sidecar_name(account.path.name)))
                account.rejected.append(Reject(0, error.message, where))
                continue
            for definition in beside.definitions if beside is not None else ():
                found.setdefault(definition.get("text"), definition)
        return list(found.values())

    def _entries(self, report: Report, cancelled: Cancelled) -> Iterator[Entry]:
        files = self._result.files
        for number, account in enumerate(files, 1):
            for arrival in self._intake.read(account.path, account):
                stop_if(cancelled)
                if self._is_taken(arrival, account):
                    yield self._entry(arrival, account)
                if len(files) == 1 and account.read % _REPORT_EVERY == 0:
                    report(Progress(account.read, 0, "documents"))
            if len(files) > 1:
                report(Progress(number, len(files), "files"))

    def _is_taken(self, arrival: Arrival, account: FileAccount) -> bool:
        entry = arrival.entry
        entry.text_sha256 = entry.text_sha256 or digest(entry.text)
        known = self._texts.setdefault(entry.id, entry.text_sha256)
        if known != entry.text_sha256:
            told = message("document.text-differs", id=quoted(entry.id))
            account.rejected.append(Reject(entry.line, told, "", entry.member))
            return False
        if arrival.source is not None and entry.id in self._pages:
            account.unchanged += 1
            return False
        return True

    def _entry(self, arrival: Arrival, account: FileAccount) -> Entry:
        entry, source = arrival.entry, arrival.source
        give_date(entry, self._request.document_date)
        if source is not None:
            self._pages.add(entry.id)
            self._lines.saw(arrival)
            lines = ",".join(map(str, source.lines))
            values = (source.name, source.encoding, source.sha256, lines)
            entry.fields = {**entry.fields, **dict(zip(SOURCE_FIELDS, values, strict=True))}
        account.added += 1
        self._result.documents = len(self._texts)
        return entry

    def _counted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            self._result.spans += len(entry.spans)
            yield entry

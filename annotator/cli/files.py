"""The arguments about files that the commands share, and what they say of each file that they read."""

import argparse
import codecs
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from pathlib import Path

from annotator import paths
from annotator.app import settings
from annotator.app.documents.sources import PAGE_KINDS
from annotator.app.imports.columns import ColumnChoice
from annotator.app.imports.intake import Doubt, FileAccount
from annotator.app.imports.rejects import Refused, RejectsJob, refuse_input, refused_by
from annotator.app.jobs import never, silent
from annotator.app.writing import is_stream
from annotator.cli.base import (
    OK,
    REJECTS,
    WRONG,
    complain,
    plain,
    read_formats,
    reject_line,
    reject_rows,
    sentence,
)
from annotator.core.entry import Reject
from annotator.core.errors import user_error
from annotator.formats import by_id
from annotator.formats.base import COMMON
from annotator.formats.options import UTF_16, check_writing, value_of, writes_with
from annotator.formats.tables.headings import FIELDS, ColumnsError, parsed

AUTO = "auto"


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say how files are read."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a file, or a folder of files")
    parser.add_argument(
        "--format",
        default=AUTO,
        metavar="FORMAT",
        help=f"the format of all files: {read_formats()}, text or html (pages), docx, hwpx;"
        " default: auto, by their content",
    )
    parser.add_argument(
        "--encoding",
        default="",
        metavar="NAME",
        type=_encoding,
        help="the encoding of pages whose encoding is in doubt; those are left out otherwise",
    )
    parser.add_argument(
        "--map",
        dest="columns",
        default={},
        metavar="FIELD=COLUMN,…",
        type=_columns,
        help=f"what the columns of tables (CSV, XLSX, JSON) hold: text=본문,title=제목 … of {', '.join(FIELDS)}"
        " (default: by their headings)",
    )


def _encoding(name: str) -> str:
    try:
        codecs.lookup(name or "utf-8")  # nothing named is no encoding of its own
    except (LookupError, ValueError):
        msg = f"there is no encoding {name!r}; there are utf-8, cp949, euc-kr, utf-16 …"
        raise argparse.ArgumentTypeError(msg) from None
    return name


def _columns(written: str) -> dict[str, str]:
    try:
        return parsed(written)
    except ColumnsError as error:
        msg = (
            f"{error.part!r} is not FIELD=COLUMN, or there is no text among them; fields: {', '.join(FIELDS)}"
        )
        raise argparse.ArgumentTypeError(msg) from None


def columns_of(options: argparse.Namespace) -> ColumnChoice:
    """Return what is known of the columns of tables: what the option says, and what was said in the window."""
    loaded = settings.load(paths.settings_file())
    if loaded.note is not None:
        complain(sentence(loaded.note))
    return ColumnChoice(options.columns, loaded.settings.table_columns)


def add_units(parser: argparse.ArgumentParser) -> None:
    """Add the argument that says in which units the offsets of the files count."""
    parser.add_argument(
        "--from-utf16",
        action="store_true",
        help="an emoji counts as two in the files (as in browsers), where they do not show that it counts as one",
    )


def add_rejects(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the file for what was not taken."""
    parser.add_argument(
        "--rejects",
        type=Path,
        metavar="FILE",
        help="write what was not taken to this file, as JSON Lines: file, line, reason, and the line itself",
    )


def check_rejects(options: argparse.Namespace) -> None:
    """Raise UserError `rejects.is-input`, before anything is done, where that file is one of the others."""
    if options.rejects is not None:
        others = [path for name in ("project", "output") if (path := getattr(options, name, None))]
        refuse_input(options.rejects, [*options.files, *others])


def check_output(options: argparse.Namespace) -> None:
    """Raise UserError `rejects.is-input`, before anything is done, where the file to write is the project."""
    if options.project is not None:
        refuse_input(options.output, [options.project])


def nothing_in(files: Sequence[Path]) -> str:
    """Return what is said where no file was found in the folders that were named."""
    return f"there is nothing to read in {', '.join(map(str, files))}"


def save_rejects(options: argparse.Namespace, refused: Sequence[Refused]) -> None:
    """Write what was not taken to the file asked for; where all was taken the file is empty."""
    if options.rejects is not None:
        RejectsJob(refused, options.rejects, sentence).run(silent, never)


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say how the file is written."""
    parser.add_argument(
        "--utf16",
        action="store_true",
        help="write offsets in UTF-16 units, as browsers count (doccano, prodigy, label-studio); the file says so",
    )
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        type=_option,
        help="an option of the format, see docs/formats.md: shape=relations of doccano, tokens=cut of prodigy …",
    )


def _option(written: str) -> tuple[str, object]:
    name, sign, word = written.partition("=")
    if not sign or not name.isidentifier() or name in COMMON:
        msg = f"{written!r} is not NAME=VALUE"
        raise argparse.ArgumentTypeError(msg)
    return name, value_of(word)


def writing_options(options: argparse.Namespace) -> dict[str, object]:
    """Return the options for the writer; UserError where there is none such."""
    chosen = by_id(options.to if "to" in options else options.format)
    if options.utf16 and not writes_with(chosen, UTF_16):
        raise user_error("format.no-units", format=chosen.id)
    given = {**dict(options.option), **(UTF_16 if options.utf16 else {})}
    check_writing(chosen, given)
    return given


def account_of(output: Path) -> AbstractContextManager[object]:
    """Let what is said of an export go to stderr where the export itself goes to stdout, a pipe or a device."""
    return redirect_stdout(sys.stderr) if is_stream(output) else nullcontext()


def output_path(text: str) -> Path:
    """Return the path that an option names; argparse says so where it names none."""
    if text in ("", "-"):
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a file; standard output is /dev/stdout")
    return Path(text)


def add_texts(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the project whose texts the marks are on."""
    parser.add_argument(
        "--project",
        type=Path,
        metavar="FILE",
        help="the project that has the texts, for files that hold marks alone (standoff, csv, w3c)",
    )


def format_of(options: argparse.Namespace) -> str:
    """Return the format asked for, "" for any; UserError where there is no such format."""
    chosen: str = options.format
    if chosen == AUTO:
        return ""
    return chosen if chosen in PAGE_KINDS else by_id(chosen).id


class Reports:
    """The accounts of the files read, with those left out because their encoding is in doubt."""

    def __init__(
        self, named: Sequence[Path], files: Sequence[FileAccount], doubtful: Sequence[Doubt]
    ) -> None:
        self._named = named
        self._files = files
        self.not_taken = refused_by(files, doubtful)
        self._rejects_of: dict[Path, Sequence[Reject]] = {one.path: one.rejects for one in self.not_taken}

    def rows(self) -> list[Mapping[str, object]]:
        """Return them as JSON."""
        return [self._row(account) for account in self._files]

    def print(self) -> None:
        """Print them for people: what was not taken on stderr, one a line; then each file in one line."""
        self.print_refused()
        for account in self._files:
            print(plain(f"{account.path}: {_told(account, len(self._rejects(account)))}"))

    def print_refused(self) -> None:
        """Print what was not taken on stderr, a line each for people, and where there was no file at all."""
        for account in self._files:
            for told in (*self._rejects(account), *account.notes):
                print(reject_line(str(account.path), told), file=sys.stderr)
        if not self._files:
            complain(nothing_in(self._named))

    def status(self, *, done: bool) -> int:
        """Return the exit status; `done` says that there was something to do."""
        rejects = [reject for account in self._files for reject in self._rejects(account)]
        if any(reject.reason.id == "import.unreadable" for reject in rejects):
            return WRONG
        return OK if done and not rejects else REJECTS

    def _rejects(self, account: FileAccount) -> Sequence[Reject]:
        return self._rejects_of.get(account.path, ())

    def _row(self, account: FileAccount) -> Mapping[str, object]:
        row: dict[str, object] = {
            "file": str(account.path),
            "format": account.format,
            "encoding": account.encoding,
            "read": account.read,
            "added": account.added,
            "updated": account.updated,
            "unchanged": account.unchanged,
            "rejected": reject_rows(self._rejects(account)),
            "notes": reject_rows(account.notes),
        }
        page = account.page
        if page is not None:
            row["page"] = {
                "lines": page.lines,
                "kept": page.kept,
                "start_found": page.start_found,
                "title": page.title,
                "document_date": page.document_date,
                "date_source": page.date_source,
            }
        return row


def _told(account: FileAccount, rejected: int) -> str:
    counts = {
        "added": account.added,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "not taken": rejected,
    }
    parts = [f"{number:,} {what}" for what, number in counts.items() if number]
    told = f"{account.format or 'not read'}: {', '.join(parts) or 'nothing in it'}"
    page = account.page
    if page is None:
        return told
    kept = f"kept {page.kept} of {page.lines} lines" if page.start_found else "no article found, nothing cut"
    dated = f"dated {page.document_date} ({page.date_source})" if page.document_date else "no date found"
    return f"{told}; {kept}, {dated}"

"""Return files among what is imported: what they bring is taken in as the review knows it, and never as a layer."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.app.finding import expanded
from annotator.app.imports.bundles import Opener
from annotator.app.imports.intake import FileAccount, file_digest
from annotator.app.jobs import Cancelled, Report
from annotator.app.review.returning import ArrivalJob, is_return_file
from annotator.app.session import Session
from annotator.core.commands.returning import TakeResponses, TakeReturned
from annotator.core.entry import Reject
from annotator.core.errors import UserError
from annotator.core.messages import message


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one return file: the items that it gives back, and the answers in it, `appeals` among them."""

    account: FileAccount
    returned: int = 0
    responses: int = 0
    appeals: int = 0


def return_files(paths: Iterable[Path]) -> list[Path]:
    """Return the return files among files and in folders."""
    return [path for path in expanded(paths) if is_return_file(path)]


def take_in(session: Session, path: Path, report: Report, cancelled: Cancelled) -> TakenIn:
    """Take a return file in: items for the person at the keyboard, answers to decisions; the account tells the rest."""
    account = FileAccount(path, format="native", encoding="utf-8")
    try:
        arrived = ArrivalJob(session.project, session.annotator, [path]).run(report, cancelled)
        opener = Opener(path)
        account.size, account.sha256 = opener.size, file_digest(opener)
    except UserError as error:
        account.refuse(error.message)
        return TakenIn(account)
    account.rejected.extend(arrived.rejected)
    commands: list[tuple[int, TakeReturned | TakeResponses]] = []
    if arrived.returned:
        commands.append((len(arrived.returned), TakeReturned(arrived.returned)))
    if arrived.responses:
        commands.append((len(arrived.responses), TakeResponses(arrived.responses)))
    for count, command in commands:
        account.read += count
        if session.do(command) is None:
            account.unchanged += count
        else:
            account.updated += count
    if not commands and not account.rejected:
        account.notes.append(Reject(0, message("returned.no-answer", name=account.file)))
    appeals = sum(not response.agree for response in arrived.responses)
    return TakenIn(account, len(arrived.returned), len(arrived.responses), appeals)

"""A reviewer's project with two colleagues, and what goes back and forth between it and theirs."""

from dataclasses import replace
from pathlib import Path

from annotator import paths
from annotator.app import settings as settings_file
from annotator.app.jobs import Progress, never
from annotator.app.review.giving_back import GiveBackJob, GivenBack, GivingBack
from annotator.app.review.returning import ArrivalJob, Arrived, SendAnswersJob
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.returning import TakeResponses, TakeReturned
from annotator.core.commands.review import Decide
from annotator.core.commands.spans import AddSpan
from annotator.core.decision import Made
from annotator.core.people import Annotator
from annotator.review.items import Item
from annotator.store.project import Project
from tests.support.projects import add_document, make_session
from tests.support.reviews import TEXT, add_layer, marks

NARAE = [("수소산업진흥원", "AGENCY"), ("2027년", "DATE"), ("환경부", "AGENCY")]
DASOM = [("수소산업진흥원과", "AGENCY"), ("2027년", "DATE")]


def reviewed(folder: Path) -> Session:
    """Make the reviewer's project: 나래 and 다솜 did its document; three items, none decided."""
    folder.mkdir(parents=True, exist_ok=True)
    session = make_session(folder, TEXT)
    add_layer(session, 1, "나래", marks(TEXT, *NARAE))
    add_layer(session, 1, "다솜", marks(TEXT, *DASOM))
    return session


def item_at(session: Session, text: str) -> Item:
    """Return the item in which some text lies."""
    start = TEXT.index(text)
    return next(item for item in review_of(session, 1).items if item.touches(start, start + 1))


def decide(session: Session, text: str, name: str, **said: object) -> Made:
    """Adopt what a colleague has at some text, with a reason, a note, a flag."""
    review = review_of(session, 1)
    made = replace(review.adopting(item_at(session, text), f"u-{name}"), **said)
    session.do(Decide(1, made))
    return made


def decide_all(session: Session) -> None:
    """Decide as 나래 has it everywhere, saying why."""
    decide(session, "수소산업진흥원", "나래", reason="boundary", note="조사는 뺍니다.", flag=True)
    decide(session, "2027년", "나래")
    decide(session, "환경부", "나래", reason="slip")


def colleague(folder: Path, name: str, rows: list[tuple[str, str]], text: str = TEXT) -> Session:
    """Make a colleague's own project with the same document, and what they marked in it."""
    folder.mkdir(parents=True, exist_ok=True)
    project = Project.create(
        folder / "project.sqlite",
        lock_dir=folder / "locks",
        backups_dir=folder / "backups",
        annotator=Annotator(1, f"u-{name}", name),
    )
    session = Session(project, project.reading.annotator(1))
    add_document(session, text)
    for covered, label in rows:
        start = text.index(covered)
        found = session.labels.by_key(label)
        assert found is not None
        session.do(AddSpan(1, start, start + len(covered), found.id))
    return session


def silent(_progress: Progress) -> None:
    """Report to nobody."""


def give_back(session: Session, target: Path, *names: str, **more: object) -> GivenBack:
    """Write what goes back to some colleagues."""
    request = GivingBack(target, tuple(f"u-{name}" for name in names), **more)
    return GiveBackJob(session.project, session.annotator, request).run(silent, never)


def take_in(session: Session, *paths: Path) -> Arrived:
    """Take return files in, as the window does."""
    arrived = ArrivalJob(session.project, session.annotator, paths).run(silent, never)
    if arrived.returned:
        session.do(TakeReturned(arrived.returned))
    if arrived.responses:
        session.do(TakeResponses(arrived.responses))
    return arrived


def send_answers(session: Session, target: Path) -> int:
    """Write the answers given so far."""
    return SendAnswersJob(session.project, session.annotator, target).run(silent, never)


def be(uid: str, name: str) -> None:
    """Let that person be at the keyboard."""
    known = settings_file.load(paths.settings_file()).settings
    settings_file.save(replace(known, annotator_uid=uid, annotator_name=name), paths.settings_file())

"""What goes back and forth after a review."""

from pathlib import Path

from annotator.core.commands.returning import AnswerReturned, TakeReturned
from annotator.core.commands.review import Decide
from annotator.core.decision import ItemSpan
from annotator.core.returned import Answer, Returned, ReturnedEntry
from annotator.core.text import digest
from annotator.ui.driver import Driver
from annotator.ui.returning.give_panel import GiveBackPanel
from annotator.ui.returning.walk_panel import ReturnedPanel
from tests.e2e.actions.review import at_second
from tests.e2e.actions.scenario import Act, answer_dialog, scenario
from tests.support.projects import add_document
from tests.support.reviews import TEXT


@scenario("review.give-back")
def asks_to_whom_and_writes_into_a_new_folder(driver: Driver, act: Act) -> None:
    desk = at_second(driver)
    session, review = driver.workspace.session, desk.review
    session.do(Decide(review.document_id, review.adopting(desk.item, review.doers[0].uid)))
    act()
    driver.wait_until(
        lambda: isinstance(driver.workspace.panels.panel, GiveBackPanel), "the panel asks to whom"
    )
    folder = driver.workspace.panels.panel.request().target
    driver.press_button("give-write")
    driver.wait_until(folder.is_dir, "the folder is written")


def given_back(driver: Driver) -> Returned:
    """Let a reviewer have decided on the first three letters of a document of ours."""
    session = driver.workspace.session
    document_id = add_document(session, TEXT)
    entry = ReturnedEntry("d1.1", final=True, span=ItemSpan(0, 3, "AGENCY"), text=TEXT[:3])
    item = Returned(
        id=0, document_id=document_id, item="d1", reviewer="판정자", start=0, end=3,
        text_sha256=digest(TEXT), entries=(entry,), action="edit", at="2026-11-25T00:00:00Z",
    )  # fmt: skip
    session.do(TakeReturned([item]))
    return item


@scenario("review.returned")
def walks_through_what_came_back(driver: Driver, act: Act) -> None:
    given_back(driver)
    act()
    assert isinstance(driver.workspace.panels.panel, ReturnedPanel)
    assert driver.pane.selection() == (0, 3)
    driver.keys("1")
    (row,) = driver.workspace.session.rows("returned", "document_id", driver.workspace.desk.document_id)
    assert row["answer"] == Answer.AGREE


@scenario("review.send-answers")
def writes_the_answers(driver: Driver, act: Act) -> None:
    session = driver.workspace.session
    document_id = given_back(driver).document_id
    (row,) = session.rows("returned", "document_id", document_id)
    session.do(AnswerReturned(document_id, row["id"], Answer.APPEAL, "아닙니다."))
    path: Path = session.project.path.with_name("answers.jsonl")
    answer_dialog(path)
    act()
    driver.wait_until(path.is_file, "the answers are written")
    assert "아닙니다." in path.read_text(encoding="utf-8")

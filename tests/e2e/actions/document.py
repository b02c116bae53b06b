"""What is done with the document shown."""

from annotator.core.layer import Status
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import Act, current, mark, marks, notice, scenario, shows
from tests.support.projects import add_document


def _second(driver: Driver) -> tuple[int, int]:
    """Add a document behind the sample; the sample is shown. Return both ids."""
    workspace = driver.workspace
    first = workspace.desk.document_id
    second = add_document(workspace.session, "둘째 문서다.\n")
    workspace.library_panel.reset()
    workspace.desk.show_document(first)
    workspace.focus_article()
    return first, second


@scenario("document.next")
def goes_to_the_next_document(driver: Driver, act: Act) -> None:
    _first, second = _second(driver)
    act()
    assert driver.workspace.desk.document_id == second


@scenario("document.previous")
def goes_to_the_previous_document(driver: Driver, act: Act) -> None:
    first, second = _second(driver)
    driver.workspace.desk.show_document(second)
    act()
    assert driver.workspace.desk.document_id == first


@scenario("document.done")
def finishes_and_reopens(driver: Driver, act: Act) -> None:
    act()
    assert driver.workspace.desk.status is Status.DONE
    act()
    assert driver.workspace.desk.status is Status.IN_PROGRESS


@scenario("document.skip")
def skips(driver: Driver, act: Act) -> None:
    act()
    assert driver.workspace.desk.status is Status.SKIPPED


@scenario("document.flag")
def flags(driver: Driver, act: Act) -> None:
    act()
    assert driver.workspace.desk.flagged
    assert driver.window.actions_["document.flag"].isChecked()


@scenario("document.bin")
def goes_to_the_bin(driver: Driver, act: Act) -> None:
    before = driver.workspace.desk.document_id
    act()
    # Another scenario may have added a document, which is shown then.
    assert driver.workspace.desk.document_id != before
    driver.workspace.bridge.undo(None)


def _opens(action_id: str, name: str) -> None:
    @scenario(action_id)
    def opens_its_panel(driver: Driver, act: Act) -> None:
        act()
        driver.wait_until(lambda: shows(driver, name), f"{name} is shown")


_opens("document.open-bin", "bin-panel")
_opens("document.preflight-project", "project-preflight")
_opens("document.consistency", "consistency")
_opens("document.lines", "page-lines")
_opens("document.correct", "text-editor")
_opens("document.extract-again", "text-panel")
_opens("document.reread", "reread-encoding")
_opens("document.fields", "document-page")
_opens("document.comments", "comments-page")
_opens("document.records", "records-page")


@scenario("document.proposed-records")
def offers_what_a_sentence_ties_together(driver: Driver, act: Act) -> None:
    mark(driver, "과학기술정보통신부와", "1")
    mark(driver, "500만 달러를", "3")
    act()
    assert shows(driver, "proposed-records-list")
    assert current(driver) == "과학기술정보통신부"


@scenario("document.lost")
def says_that_nothing_is_lost(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert "No span" in notice(driver)
    assert len(marks(driver)) == 1


@scenario("document.duplicates")
def says_that_no_other_is_nearly_the_same(driver: Driver, act: Act) -> None:
    act()
    assert "No other document" in notice(driver)

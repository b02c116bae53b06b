"""The overview: two colleagues' layers on a few documents."""

import tempfile
from pathlib import Path

from annotator.app.agreement.rounds import rounds_of
from annotator.ui.driver import Driver
from annotator.ui.overview.desk import OverviewDesk
from annotator.ui.overview.page import METHODS
from tests.e2e.actions.scenario import Act, answer_dialog, notice, scenario, shows
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, marks, told

DOCUMENTS = 3


def overview(driver: Driver) -> OverviewDesk:
    """Return the desk of the overview."""
    desk = driver.workspace.findChild(OverviewDesk)
    assert isinstance(desk, OverviewDesk)
    return desk


def seen(driver: Driver) -> OverviewDesk:
    """Wait until the overview shows what is there."""
    desk = overview(driver)
    driver.wait_until(lambda: desk.looking.idle and desk.before.idle, "the overview is up to date")
    return desk


def two_colleagues(driver: Driver) -> None:
    """Put documents into the project that two colleagues have done."""
    session = driver.workspace.session
    for number in range(DOCUMENTS):
        text = f"{TEXT}{number}"
        document_id = add_document(session, text)
        add_layer(session, document_id, "나래", marks(text, ("환경부", "AGENCY"), ("2027년", "DATE", "2027")))
        add_layer(session, document_id, "다솜", marks(text, ("환경부", "SECTOR"), ("2027년", "DATE", "2028")))
    told(session)


def looking(driver: Driver) -> OverviewDesk:
    """Go to the overview of two colleagues' work."""
    two_colleagues(driver)
    driver.window.actions_["view.overview"].trigger()
    return seen(driver)


@scenario("view.overview")
def shows_how_far_the_project_is(driver: Driver, act: Act) -> None:
    two_colleagues(driver)
    act()
    seen(driver)
    assert shows(driver, "overview-page")
    assert not shows(driver, "article")


@scenario("overview.freeze")
def freezes_the_numbers_under_a_name(driver: Driver, act: Act) -> None:
    desk = looking(driver)
    act()
    assert desk.page.tab == METHODS
    driver.write("예비")
    driver.keys("Return")
    assert [kept.name for kept in rounds_of(driver.workspace.session)] == ["예비"]


@scenario("overview.tables")
def saves_the_tables(driver: Driver, act: Act) -> None:
    looking(driver)
    with tempfile.TemporaryDirectory() as folder:
        answer_dialog(Path(folder) / "tables")
        act()
        driver.wait_until(lambda: "Written" in notice(driver), "the tables are written")
        assert (Path(folder) / "tables" / "pairs.csv").is_file()


@scenario("overview.report")
def saves_the_report(driver: Driver, act: Act) -> None:
    looking(driver)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        answer_dialog(path)
        act()
        driver.wait_until(lambda: "Written" in notice(driver), "the report is written")
        report = path.read_text(encoding="utf-8")
        assert "나래" in report
        assert "다솜" in report

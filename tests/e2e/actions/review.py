"""The review: three colleagues' layers on the sample."""

from annotator.core.decision import ReviewStatus
from annotator.ui.driver import Driver
from annotator.ui.review.desk import ReviewDesk
from tests.e2e.actions.scenario import Act, scenario, shows, widget
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, gold, marks, told

AGENCY, SECTOR = "AGENCY", "SECTOR"
SHORT, LONG = "수소산업진흥원", "수소산업진흥원과"


def reviewing(driver: Driver) -> ReviewDesk:
    """Put a document with three colleagues' layers into the project and go to the review."""
    session = driver.workspace.session
    document_id = add_document(session, TEXT)
    agreed = ("한빛시", AGENCY)
    add_layer(session, document_id, "나래", marks(TEXT, agreed, ("수소산업진흥원", AGENCY)))
    add_layer(
        session,
        document_id,
        "다솜",
        marks(TEXT, agreed, ("수소산업진흥원과", AGENCY), ("환경부", AGENCY)),
    )
    add_layer(session, document_id, "라온", marks(TEXT, agreed, ("수소산업진흥원", SECTOR)))
    told(session)
    driver.window.actions_["view.review"].trigger()
    driver.settle()
    desk = driver.workspace.review.desk
    assert desk.document_id == document_id
    assert len(desk.review.open_items) == 3
    return desk


def golden(driver: Driver) -> list[tuple[str, str]]:
    desk = driver.workspace.review.desk
    return [(text, label) for text, label, _ in gold(driver.workspace.session, desk.document_id)]


def at_second(driver: Driver) -> ReviewDesk:
    """Go to the item on which all differ."""
    desk = reviewing(driver)
    driver.keys("F8")
    assert TEXT[desk.item.start : desk.item.end] == LONG
    return desk


def _adopt(digit: int) -> None:
    @scenario(f"review.adopt-{digit}")
    def adopts_that_layer_and_goes_on(driver: Driver, act: Act) -> None:
        desk = at_second(driver)
        start = desk.item.start
        act()
        wanted = {1: [(SHORT, AGENCY)], 2: [(LONG, AGENCY)], 3: [(SHORT, SECTOR)]}.get(digit, [])
        assert golden(driver) == wanted
        assert (desk.item.start > start) == (digit <= 3)


for number in range(1, 10):
    _adopt(number)


@scenario("review.nothing")
def decides_that_nothing_belongs_here(driver: Driver, act: Act) -> None:
    at_second(driver)
    act()
    assert golden(driver) == []
    assert len(driver.workspace.review.desk.review.open_items) == 2


@scenario("review.all")
def keeps_all(driver: Driver, act: Act) -> None:
    at_second(driver)
    act()
    assert golden(driver) == [(LONG, AGENCY), (SHORT, AGENCY), (SHORT, SECTOR)]


@scenario("review.edit")
def begins_editing(driver: Driver, act: Act) -> None:
    at_second(driver)
    act()
    assert driver.workspace.review.desk.editing is not None
    driver.keys("Esc")
    assert driver.workspace.review.desk.editing is None
    assert golden(driver) == []


@scenario("review.enter")
def ends_editing(driver: Driver, act: Act) -> None:
    at_second(driver)
    driver.keys("V", "2")
    act()
    assert golden(driver) == [(SHORT, SECTOR)]
    assert driver.workspace.review.desk.editing is None


@scenario("review.escape")
def cancels_editing(driver: Driver, act: Act) -> None:
    at_second(driver)
    driver.keys("V", "2")
    act()
    assert golden(driver) == []
    assert driver.workspace.review.desk.editing is None


def _goes(action_id: str, to: int) -> None:
    @scenario(action_id)
    def goes_to_another_open_item(driver: Driver, act: Act) -> None:
        at_second(driver)
        act()
        desk = driver.workspace.review.desk
        assert desk.item == desk.review.items[to]
        assert golden(driver) == []


_goes("review.later", 2)
_goes("review.next", 2)
_goes("review.previous", 0)


@scenario("review.reopen")
def opens_again_what_was_decided_last(driver: Driver, act: Act) -> None:
    at_second(driver)
    driver.keys("1")
    assert len(golden(driver)) == 1
    act()
    desk = driver.workspace.review.desk
    assert golden(driver) == []
    assert (desk.item, desk.review.state(desk.item)) == (desk.review.items[1], "open")


@scenario("review.details")
def goes_to_the_reason(driver: Driver, act: Act) -> None:
    at_second(driver)
    act()
    card = driver.workspace.review.page.card
    assert card.reason.hasFocus()
    driver.keys("Tab", "Tab", "Tab")
    assert card.flag.hasFocus()


@scenario("review.rules")
def opens_the_rules_and_closes_them(driver: Driver, act: Act) -> None:
    at_second(driver)
    act()
    assert shows(driver, "rules-panel")
    driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
    driver.press_button("rules-apply")
    assert golden(driver) == [("한빛시", AGENCY)]


@scenario("review.done")
def finishes_the_review_of_the_document(driver: Driver, act: Act) -> None:
    desk = reviewing(driver)
    act()
    assert desk.review.status is ReviewStatus.DONE
    act()
    assert desk.review.status is ReviewStatus.REOPENED


@scenario("review.blind")
def hides_the_names(driver: Driver, act: Act) -> None:
    desk = reviewing(driver)
    row = widget(driver, "layer-row-1")
    assert any(name in row.accessibleName() for name in ("나래", "다솜", "라온"))
    act()
    assert desk.review.blind
    assert not any(name in row.accessibleName() for name in ("나래", "다솜", "라온"))
    assert driver.window.actions_["review.blind"].isChecked()


@scenario("review.reveal")
def shows_the_names_on_this_document(driver: Driver, act: Act) -> None:
    desk = reviewing(driver)
    driver.window.actions_["review.blind"].trigger()
    act()
    assert not desk.review.blind
    assert any(name in widget(driver, "layer-row-1").accessibleName() for name in ("나래", "다솜", "라온"))


@scenario("view.review")
def shows_the_review(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "review-page")
    assert driver.window.actions_["view.review"].isChecked()
    assert not driver.pane.isVisible()


@scenario("view.annotate")
def shows_the_article_again(driver: Driver, act: Act) -> None:
    driver.window.actions_["view.review"].trigger()
    act()
    assert driver.pane.isVisible()
    assert driver.pane.hasFocus()
    assert driver.window.actions_["view.annotate"].isChecked()

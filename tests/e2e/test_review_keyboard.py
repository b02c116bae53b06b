"""A review from the first key to the last decision without the mouse: the keyboard is always somewhere, and named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.decision import ReviewStatus, decisions_of
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import shows, widget
from tests.support.comments import add_comment
from tests.support.dressing import unnamed
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, gold, marks, told
from tests.support.windows import opened

OTHER = "둘째 기사\n환경부는 4일 충전소 예산을 세웠다고 밝혔다.\n"


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Driver]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    with opened() as opened_driver:
        session = opened_driver.workspace.session
        first, second = add_document(session, TEXT), add_document(session, OTHER)
        agreed = ("한빛시", "AGENCY")
        for name, rows in (
            ("나래", (agreed, ("수소산업진흥원", "AGENCY"), ("1,200억 원", "AMOUNT"), ("환경부", "AGENCY"))),
            ("다솜", (agreed, ("수소산업진흥원", "AGENCY"), ("1,200억", "AMOUNT"), ("환경부", "SECTOR"))),
            ("라온", (agreed, ("수소산업진흥원과", "AGENCY"), ("환경부", "AGENCY"))),
        ):
            add_layer(session, first, name, marks(TEXT, *rows))
        for name in ("나래", "다솜"):
            add_layer(session, second, name, marks(OTHER, ("환경부", "AGENCY")))
        told(session)
        yield opened_driver


def at_keyboard(driver: Driver) -> str:
    """Return where the keyboard is: somewhere that can be seen and has a name."""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus.accessibleName() or focus.property("text"), focus.objectName()
    return focus.objectName()


def press(driver: Driver, *keys: str) -> str:
    """Press keys; the keyboard is somewhere after each."""
    for key in keys:
        driver.keys(key)
        at_keyboard(driver)
    return at_keyboard(driver)


def test_everything_is_decided_without_the_mouse_and_the_keyboard_is_never_lost(driver: Driver) -> None:
    assert press(driver, "Ctrl+2") == "review-article"
    # What all agree on, by the rule; then the rest one by one.
    assert press(driver, "Ctrl+B") == "rules-list"
    driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
    assert press(driver, "Return") == "review-article"
    assert press(driver, "1", "Space", "F2", "[", "[", "Return") == "review-article"
    # A reason and a note for the next, written in the card.
    assert press(driver, "Tab", "Down", "Tab", "Down", "Tab") == "review-note"
    driver.write("띄어쓰기")
    assert press(driver, "Return", "2") == "review-article"
    press(driver, "1", "1", "0")
    desk = driver.workspace.review.desk
    assert not desk.queue.open_rows()
    assert at_keyboard(driver) == "review-article"
    desk.show_item(2, 0)
    press(driver, "Ctrl+Return", "Ctrl+Return")
    statuses = {
        row["status"] for id_ in (2, 3) for row in driver.workspace.session.rows("review", "document_id", id_)
    }
    assert statuses == {ReviewStatus.DONE}
    assert [text for text, _, _ in gold(driver.workspace.session, 3)] == ["환경부"]
    notes = {
        one.made.note
        for one in decisions_of(
            driver.workspace.session.rows("decision", "document_id", 2), driver.workspace.session.labels
        )
    }
    assert "띄어쓰기" in notes


def test_f6_goes_round_queue_article_and_card_from_wherever_the_keyboard_is_in_them(driver: Driver) -> None:
    press(driver, "Ctrl+2")
    assert press(driver, "F6") == "review-reason"
    assert press(driver, "Tab", "Tab") == "review-note"
    assert press(driver, "F6") == "queue-list"
    assert press(driver, "Shift+Tab") == "queue-order"
    assert press(driver, "F6") == "review-article"
    assert press(driver, "Shift+F6") == "queue-list"
    # A card that is folded away is passed over.
    driver.window.actions_["view.form"].trigger()
    driver.settle()
    press(driver, "F6")
    assert press(driver, "F6") == "queue-list"


def test_esc_brings_the_keyboard_back_to_the_article_from_every_field(driver: Driver) -> None:
    press(driver, "Ctrl+2")
    review = driver.workspace.review.page
    for field in (*review.card.flow_widgets(), *review.queue.combos.values(), review.queue.list):
        field.setFocus()
        at_keyboard(driver)
        assert press(driver, "Esc") == "review-article", field.objectName()


def test_the_keys_of_decisions_work_in_the_queue_too(driver: Driver) -> None:
    press(driver, "Ctrl+2", "Shift+F6", "Down")
    assert at_keyboard(driver) == "queue-list"
    press(driver, "1")
    assert [text for text, _, _ in gold(driver.workspace.session, 2)] == ["수소산업진흥원"]
    assert at_keyboard(driver) == "queue-list"


def test_what_colleagues_said_is_read_in_the_card_and_by_a_screen_reader(driver: Driver) -> None:
    session = driver.workspace.session
    layer = session.layers(2)[0]
    span = next(span for span in layer.spans if span.text == "환경부")
    add_comment(session, layer.head.id, "나래", "기관 이름일까요?", span_id=span.id, to="다솜")
    told(session)
    press(driver, "Ctrl+2")
    said = widget(driver, "item-remarks")
    assert not said.isVisible()
    driver.workspace.review.desk.show_item(2, span.start)
    assert said.text() == "A 나래 → 다솜, 환경부: comment “기관 이름일까요?”"
    assert said.isVisible()
    driver.window.actions_["review.blind"].trigger()
    assert "나래" not in said.text()
    assert "다솜" not in said.text()
    driver.workspace.review.desk.show_item(2, 0)
    assert not said.isVisible()


def test_the_item_and_what_follows_it_are_in_sight(driver: Driver) -> None:
    session = driver.workspace.session
    text = TEXT + "긴 본문이 이어진다. " * 150 + "\n끝에서 가람시가 밝혔다.\n" + "덧붙인 말이 있다. " * 30
    document_id = add_document(session, text)
    add_layer(session, document_id, "나래", marks(text, ("가람시", "AGENCY")))
    add_layer(session, document_id, "다솜", marks(text, ("가람시가", "AGENCY")))
    told(session)
    press(driver, "Ctrl+2")
    desk, pane = driver.workspace.review.desk, driver.workspace.review.page.pane
    desk.show_item(document_id, 0)
    driver.settle()
    top, height = pane.point_of(text.index("가람시")).y(), pane.viewport().height()
    assert 0 < top < height
    # Three lines behind it can be read too.
    assert pane.point_of(text.index("가람시") + 100).y() < height
    assert pane.caret() == text.index("가람시")


def test_every_part_of_the_review_has_a_name_while_spans_are_made_and_a_word_is_sought(
    driver: Driver,
) -> None:
    press(driver, "Ctrl+2", "F2", "Ctrl+F")
    page = driver.workspace.review.page
    assert shows(driver, "review-find-bar")
    assert unnamed(page.card) == unnamed(page.queue) == unnamed(widget(driver, "review-find-bar")) == []

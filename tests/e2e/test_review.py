"""A review in the real window: three colleagues' layers of one article, decided by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.decision import ReviewStatus, decisions_of
from annotator.core.layer import Status
from annotator.review.decisions import State
from annotator.ui.driver import Driver
from annotator.ui.review.desk import ReviewDesk
from tests.e2e.actions.scenario import shows, widget
from tests.support.dressing import unnamed
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, add_spans, gold, marks, told
from tests.support.windows import opened

OTHER = "둘째 기사\n환경부는 4일 충전소 예산을 세웠다고 밝혔다.\n"


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Driver]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    with opened() as opened_driver:
        session = opened_driver.workspace.session
        first, second = add_document(session, TEXT), add_document(session, OTHER)
        assert (first, second) == (2, 3)
        add_layer(
            session,
            first,
            "나래",
            marks(
                TEXT,
                ("한빛시", "AGENCY"),
                ("수소산업진흥원", "AGENCY", "수소산업진흥원"),
                ("1,200억 원", "AMOUNT"),
                ("환경부", "AGENCY"),
            ),
        )
        # A colleague without values.
        add_layer(
            session,
            first,
            "다솜",
            marks(
                TEXT,
                ("한빛시", "AGENCY"),
                ("수소산업진흥원", "AGENCY"),
                ("1,200억", "AMOUNT"),
                ("환경부", "SECTOR"),
            ),
        )
        add_layer(session, first, "라온", marks(TEXT, ("한빛시", "AGENCY"), ("수소산업진흥원과", "AGENCY")))
        # One who is half done.
        add_layer(session, first, "마루", marks(TEXT, ("300만 달러", "AMOUNT")), Status.IN_PROGRESS)
        for name in ("나래", "다솜"):
            add_layer(session, second, name, marks(OTHER, ("환경부", "AGENCY")))
        told(session)
        opened_driver.keys("Ctrl+2")
        opened_driver.settle()
        yield opened_driver


def desk(driver: Driver) -> ReviewDesk:
    return driver.workspace.review.desk


def at(driver: Driver) -> str:
    item = desk(driver).item
    return desk(driver).review.text[item.start : item.end]


def golden(driver: Driver, document_id: int = 2) -> list[str]:
    return [f"{text} {label}" for text, label, _ in gold(driver.workspace.session, document_id)]


def queued(driver: Driver) -> list[str]:
    return [row.quote for row in desk(driver).queue.shown]


def test_a_document_is_decided_by_keys_and_the_next_item_comes_by_itself(driver: Driver) -> None:
    assert at(driver) == "한빛시"
    driver.keys("1")
    assert at(driver) == "수소산업진흥원과"
    driver.keys("1")
    assert at(driver) == "1,200억 원"
    driver.keys("0")
    assert at(driver) == "환경부"
    driver.keys("2")
    # The next open item is in the next document.
    assert (desk(driver).document_id, at(driver)) == (3, "환경부")
    assert golden(driver) == ["한빛시 AGENCY", "수소산업진흥원 AGENCY", "환경부 SECTOR"]
    driver.keys("1")
    assert queued(driver) == []
    assert golden(driver, 3) == ["환경부 AGENCY"]


def test_undo_goes_back_through_the_steps_of_the_review_over_documents(driver: Driver) -> None:
    driver.keys("1", "1", "0", "2", "1")
    assert desk(driver).document_id == 3
    driver.keys("Ctrl+Z")
    assert golden(driver, 3) == []
    driver.keys("Ctrl+Z")
    assert (desk(driver).document_id, at(driver)) == (2, "환경부")
    assert golden(driver) == ["한빛시 AGENCY", "수소산업진흥원 AGENCY"]
    driver.keys("Ctrl+Shift+Z")
    assert golden(driver) == ["한빛시 AGENCY", "수소산업진흥원 AGENCY", "환경부 SECTOR"]


def test_values_are_adopted_with_the_layer_that_has_them(driver: Driver) -> None:
    driver.keys("F8", "1")
    assert gold(driver.workspace.session, 2) == [("수소산업진흥원", "AGENCY", "수소산업진흥원")]
    driver.keys("Ctrl+Z", "2")
    assert gold(driver.workspace.session, 2) == [("수소산업진흥원", "AGENCY", None)]


def test_all_that_are_alike_are_decided_by_one_rule_in_all_documents_with_one_undo(driver: Driver) -> None:
    driver.keys("Ctrl+B")
    panel = widget(driver, "rules-panel")
    panel.scope.setCurrentIndex(1)
    panel.scope.activated.emit(1)
    driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
    assert "2" in panel.list.item(0).text()
    driver.keys("Return")
    assert not shows(driver, "rules-panel")
    assert (golden(driver), golden(driver, 3)) == (["한빛시 AGENCY"], ["환경부 AGENCY"])
    assert "한빛시" not in queued(driver)
    rows = driver.workspace.session.rows("decision", "document_id", 3)
    assert [one.made.rule for one in decisions_of(rows, driver.workspace.session.labels)] == ["unanimous"]
    driver.keys("Ctrl+Z")
    assert (golden(driver), golden(driver, 3)) == ([], [])
    assert "한빛시" in queued(driver)


def test_many_are_decided_by_a_worker_while_nothing_else_is_and_ctrl_z_takes_them_back(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.review.rules_desk._AT_ONCE", 1)
    rules = driver.workspace.review.rules
    driver.keys("Ctrl+B")
    panel = widget(driver, "rules-panel")
    panel.scope.setCurrentIndex(1)
    panel.scope.activated.emit(1)
    driver.wait_until(lambda: not rules.busy, "the rules are counted")
    driver.keys("Return")
    assert rules.deciding
    assert not desk(driver).can_decide
    assert not driver.window.actions_["edit.undo"].isEnabled()
    driver.wait_until(lambda: not rules.deciding, "the rule has decided")
    assert not shows(driver, "rules-panel")
    assert (golden(driver), golden(driver, 3)) == (["한빛시 AGENCY"], ["환경부 AGENCY"])
    assert desk(driver).can_decide
    driver.keys("Ctrl+Z")
    assert (golden(driver), golden(driver, 3)) == ([], [])


def test_what_is_written_in_the_card_goes_with_the_decision(driver: Driver) -> None:
    driver.keys("F8", "Tab", "Down", "Tab", "Down", "Tab")
    driver.write("기관 이름만")
    driver.keys("Tab", "Space", "Esc", "1")
    rows = driver.workspace.session.rows("decision", "document_id", 2)
    (decision,) = decisions_of(rows, driver.workspace.session.labels)
    made = decision.made
    assert (made.reason, made.confidence, made.note, made.flag) == ("ambiguous", "high", "기관 이름만", True)
    # The next item begins anew.
    assert widget(driver, "review-note").text() == ""


def test_own_spans_are_made_with_digits_and_boundary_keys(driver: Driver) -> None:
    driver.keys("F8", "F8")
    assert at(driver) == "1,200억 원"
    driver.keys("F2", "[", "[", "2", "Return")
    assert golden(driver) == ["1,200억 SECTOR"]
    rows = driver.workspace.session.rows("decision", "document_id", 2)
    assert [one.made.action for one in decisions_of(rows, driver.workspace.session.labels)] == ["edit"]


def test_shift_and_a_digit_give_a_span_of_ones_own_one_more_label(driver: Driver) -> None:
    driver.keys("F8", "F8")
    assert not driver.window.actions_["mark.second-2"].isEnabled()
    driver.keys("F2", "[", "[", "Shift+2", "Shift+2")
    assert [TEXT[s.start : s.end] for s in desk(driver).editing.spans] == ["1,200억", "1,200억"]
    driver.keys("Return")
    assert sorted(golden(driver)) == ["1,200억 AMOUNT", "1,200억 SECTOR"]


def test_a_selection_becomes_a_span_of_ones_own_and_the_josa_goes_on_and_off(driver: Driver) -> None:
    driver.keys("F8", "F2")
    pane = driver.workspace.review.page.pane
    start = TEXT.index("산업진흥원")
    pane.select(start, start + 5)
    driver.keys("1")
    assert [TEXT[s.start : s.end] for s in desk(driver).editing.spans] == ["수소산업진흥원", "산업진흥원"]
    driver.keys(";")
    assert TEXT[slice(*desk(driver).editing.current[:2])] == "산업진흥원과"
    driver.keys("Delete", "Return")
    assert golden(driver) == ["수소산업진흥원 AGENCY"]


def test_blind_names_are_hidden_until_they_are_revealed(driver: Driver) -> None:
    def names() -> str:
        return " ".join(widget(driver, f"layer-row-{at}").accessibleName() for at in (1, 2, 3))

    assert all(name in names() for name in ("나래", "다솜", "라온"))
    driver.window.actions_["review.blind"].trigger()
    assert not any(name in names() for name in ("나래", "다솜", "라온"))
    assert "마루" not in widget(driver, "item-waiting").text()
    shown = [doer.uid for doer in desk(driver).review.doers]
    driver.keys("1")
    rows = driver.workspace.session.rows("decision", "document_id", 2)
    (decision,) = decisions_of(rows, driver.workspace.session.labels)
    assert (decision.made.blind, decision.made.adopted) == (True, shown[0])
    driver.window.actions_["review.reveal"].trigger()
    assert all(name in names() for name in ("나래", "다솜", "라온"))


def test_a_half_done_colleague_is_named_and_has_no_vote(driver: Driver) -> None:
    assert "마루" in widget(driver, "item-waiting").text()
    assert not widget(driver, "layer-row-1").accessibleName().startswith("4")
    assert "300만 달러" not in queued(driver)


def test_what_colleagues_change_later_comes_back_and_one_key_reaffirms_it(driver: Driver) -> None:
    driver.keys("F8", "1")
    session = driver.workspace.session
    layer = next(
        one
        for one in session.layers(2)
        if session.project.reading.annotator(one.head.annotator_id).name == "라온"
    )
    add_spans(session, layer.head.id, "라온", marks(TEXT, ("산업진흥원", "AGENCY")))
    told(session)
    desk(driver).show_item(2, TEXT.index("수소산업진흥원"))
    assert desk(driver).review.state(desk(driver).item) == State.STALE
    assert golden(driver) == ["수소산업진흥원 AGENCY"]
    driver.keys("Return")
    desk(driver).show_item(2, TEXT.index("수소산업진흥원"))
    assert desk(driver).review.state(desk(driver).item) == State.KEPT
    assert golden(driver) == ["수소산업진흥원 AGENCY"]


def test_a_decision_is_opened_again_later(driver: Driver) -> None:
    driver.keys("1", "1", "0", "2")
    desk(driver).show_item(2, TEXT.index("수소산업진흥원"))
    driver.keys("Backspace")
    assert golden(driver) == ["한빛시 AGENCY", "환경부 SECTOR"]
    assert desk(driver).review.state(desk(driver).item) == "open"


def test_what_was_decided_last_is_opened_again_from_the_next_document(driver: Driver) -> None:
    driver.keys("1", "1", "0", "2")
    assert desk(driver).document_id == 3
    driver.keys("Backspace")
    assert (desk(driver).document_id, at(driver)) == (2, "환경부")
    assert golden(driver) == ["한빛시 AGENCY", "수소산업진흥원 AGENCY"]
    driver.keys("Backspace")
    assert at(driver) == "1,200억 원"


def test_a_document_is_finished_and_decided_again(driver: Driver) -> None:
    driver.keys("1", "1", "0", "2")
    driver.workspace.review.desk.show_item(2, 0)
    driver.keys("Ctrl+Return")
    assert desk(driver).document_id == 3
    driver.keys("Ctrl+PgUp")
    assert desk(driver).review.status is ReviewStatus.DONE
    driver.keys("0")
    assert driver.workspace.session.rows("review", "document_id", 2)[0]["status"] == "reopened"


def test_the_queue_is_narrowed_by_difference_label_and_annotator(driver: Driver) -> None:
    assert queued(driver) == ["한빛시", "수소산업진흥원과", "1,200억 원", "환경부", "환경부"]
    panel = driver.workspace.review.page.queue

    def choose(name: str, data: str) -> None:
        panel.combos[name].choose_data(data)
        panel.combos[name].activated.emit(panel.combos[name].currentIndex())

    choose("class", "boundary:josa")
    assert queued(driver) == ["수소산업진흥원과"]
    choose("class", "")
    choose("label", "AMOUNT")
    assert queued(driver) == ["1,200억 원"]
    choose("label", "")
    choose("annotator", "u-라온")
    assert queued(driver) == ["수소산업진흥원과", "1,200억 원", "환경부"]
    choose("annotator", "")
    choose("show", "conflicts")
    choose("order", "worst")
    assert "한빛시" not in queued(driver)


def test_keys_of_the_article_do_nothing_to_it_while_the_review_is_shown(driver: Driver) -> None:
    before = driver.workspace.session.layer(1)
    driver.keys("1", "2", "0")
    driver.keys("Ctrl+1")
    assert driver.pane.isVisible()
    assert driver.pane.hasFocus()
    assert driver.workspace.session.layer(1) == before
    assert not driver.window.actions_["review.adopt-1"].isEnabled()


def test_everything_in_the_review_has_a_name(driver: Driver) -> None:
    driver.keys("Ctrl+B")
    page = driver.workspace.review.page
    assert unnamed(page.queue) == unnamed(page.pane) == unnamed(page.card) == []
    assert unnamed(widget(driver, "rules-panel")) == []


def test_the_review_follows_a_switch_of_language(driver: Driver) -> None:
    driver.window.appearance.set_language("ko")
    driver.settle()
    assert "모두 일치" in widget(driver, "item-told").text()
    assert "미판정" in widget(driver, "review-banner").text()
    assert driver.window.actions_["review.adopt-2"].text() == "레이어 B 채택"
    assert widget(driver, "queue-show").currentText() == "미판정"


def with_many(driver: Driver) -> None:
    """Bring fifteen more documents on which two are not of one mind, and go to the review."""
    session = driver.workspace.session
    for _ in range(15):
        document_id = add_document(session, OTHER)
        for name, label in (("나래", "AGENCY"), ("다솜", "SECTOR")):
            add_layer(session, document_id, name, marks(OTHER, ("환경부", label)))
    driver.keys("Ctrl+1")
    told(session)
    driver.keys("Ctrl+2")


def test_many_documents_are_worked_out_in_a_worker_while_the_first_is_shown(driver: Driver) -> None:
    with_many(driver)
    assert at(driver) == "한빛시"
    driver.wait_until(lambda: not desk(driver).queue.busy, "the items are worked out")
    assert len(queued(driver)) == 5 + 15
    driver.keys("F8", "1")
    assert len(queued(driver)) == 5 + 15 - 1
    assert desk(driver).queue.open_rows()[-1].document_id == 18


def test_what_is_decided_while_the_others_are_worked_out_stays_decided(driver: Driver) -> None:
    with_many(driver)
    driver.keys("1")
    driver.wait_until(lambda: not desk(driver).queue.busy, "the items are worked out")
    decided = desk(driver).review.places[0]
    assert (1, decided.start) not in {row.place for row in desk(driver).queue.open_rows()}
    assert len(queued(driver)) == 5 + 15 - 1

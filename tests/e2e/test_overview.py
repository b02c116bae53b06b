"""The overview in the real window: numbers, the spans behind them, narrowed, frozen, without names."""

from pytestqt.qtbot import QtBot

from annotator.app.agreement.rounds import rounds_of
from annotator.app.review.reviewing import review_of
from annotator.core.commands.review import Blind, Decide
from annotator.ui.driver import Driver
from annotator.ui.overview.number_table import NumberTable
from annotator.ui.overview.page import AGREEMENT, METHODS
from tests.e2e.actions.overview import looking, overview, seen
from tests.e2e.actions.scenario import notice, shows, widget
from tests.support.projects import add_document
from tests.support.reviews import TEXT, add_layer, marks, told
from tests.support.windows import opened


def table(driver: Driver, name: str) -> NumberTable:
    found = widget(driver, name)
    assert isinstance(found, NumberTable)
    return found


def cells(driver: Driver, name: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(driver, name).model_.sheet.rows]


def agreement(driver: Driver) -> None:
    looking(driver)
    driver.press_button("tab-agreement")


def test_progress_says_who_did_what(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        rows = cells(driver, "progress-people")
        assert [row[0] for row in rows if row[3] == "3"] == ["나래", "다솜"]
        labels = {row[0]: row[1:] for row in cells(driver, "progress-labels")}
        assert "3" in labels["AGENCY"]
        assert "3" in labels["SECTOR"]


def test_who_has_no_name_yet_is_told_so_in_every_table(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부"))
        driver.keys("1", "Ctrl+3")
        driver.wait_until(lambda: bool(cells(driver, "progress-people")), "the progress is shown")
        assert cells(driver, "progress-people")[0][0] == "(no name yet)"
        assert table(driver, "progress-labels").model_.sheet.heads == ("Label", "(no name yet)")


def test_the_numbers_of_a_pair_stand_beside_each_other(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        (row,) = cells(driver, "agreement-pairs")
        assert row == [
            "나래 · 다솜",
            "3",
            "6 / 6",
            "0.500",
            "too few documents",
            "0.500",
            "1.000",
            "0.000",
            "0 / 3",
        ]
        assert ["AGENCY", "3", "·"] in cells(driver, "agreement-confusion")
        assert [row[0] for row in cells(driver, "agreement-classes")] == ["Other value", "Other label"]


def test_a_number_opens_its_spans_and_enter_goes_to_one(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        driver.keys("Right", "Right", "Right", "Right", "Left", "Return")
        assert shows(driver, "places")
        rows = widget(driver, "places-list")
        assert rows.count() == 3
        assert rows.hasFocus()
        driver.keys("Down", "Return")
        assert shows(driver, "article")
        desk = driver.workspace.desk
        assert desk.text.endswith("1")
        assert driver.pane.caret() == TEXT.index("환경부")


def test_escape_closes_the_places_and_another_view_keeps_the_overview_as_it_was(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        table(driver, "agreement-confusion").open_cell(0, 1)
        assert shows(driver, "places")
        driver.keys("Ctrl+1", "Ctrl+3")
        seen(driver)
        assert shows(driver, "places")
        driver.press_button("places-close")
        assert not shows(driver, "places")
        assert overview(driver).page.tab == AGREEMENT


def test_coverage_opens_documents(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        names = [row[0] for row in cells(driver, "agreement-coverage")]
        table(driver, "agreement-coverage").open_cell(names.index("나래"), 3)
        assert widget(driver, "places-list").count() == 3


def test_the_numbers_follow_the_work(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        session = driver.workspace.session
        document_id = add_document(session, TEXT)
        for name in ("나래", "다솜"):
            add_layer(session, document_id, name, marks(TEXT, ("환경부", "AGENCY")))
        told(session)
        seen(driver)
        assert cells(driver, "agreement-pairs")[0][1] == "4"


def test_a_label_narrows_the_numbers(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        combo = widget(driver, "overview-labels")
        combo.setFocus()
        driver.keys("Down", "Down", "Down", "Down")
        assert combo.currentText() == "DATE"
        seen(driver)
        assert cells(driver, "agreement-pairs")[0][2:4] == ["3 / 3", "1.000"]


def test_a_frozen_round_stays_beside_the_numbers_of_now(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        driver.press_button("tab-methods")
        widget(driver, "round-name").setFocus()
        driver.write("예비")
        driver.press_button("methods-freeze")
        assert "예비" in notice(driver)
        session = driver.workspace.session
        document_id = add_document(session, TEXT)
        for name in ("나래", "다솜"):
            add_layer(session, document_id, name, marks(TEXT, ("환경부", "AGENCY")))
        told(session)
        seen(driver)
        now, kept = cells(driver, "methods-rounds")
        assert (now[0], now[2], now[3]) == ("Now", "4", "0.571")
        assert (kept[0], kept[2], kept[3]) == ("예비", "3", "0.500")
        table(driver, "methods-rounds").open_cell(1, 0)
        driver.press_button("tab-agreement")
        assert cells(driver, "agreement-pairs")[0][1] == "3"
        assert "never change" in widget(driver, "overview-told").text()
        table(driver, "agreement-pairs").open_cell(0, 3)
        assert not shows(driver, "places")


def test_the_documents_of_a_round_can_be_compared_alone(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        driver.press_button("tab-methods")
        widget(driver, "round-name").setFocus()
        driver.write("예비")
        driver.press_button("methods-freeze")
        session = driver.workspace.session
        document_id = add_document(session, TEXT)
        for name in ("나래", "다솜"):
            add_layer(session, document_id, name, marks(TEXT, ("환경부", "AGENCY")))
        told(session)
        seen(driver)
        assert cells(driver, "methods-rounds")[0][2] == "4"
        widget(driver, "overview-reviews").setFocus()
        driver.keys("End")
        seen(driver)
        now = cells(driver, "methods-rounds")[0]
        assert (now[2], now[-1]) == ("3", "예비")


def test_a_round_that_is_undone_is_gone_from_the_overview(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        driver.press_button("tab-methods")
        widget(driver, "round-name").setFocus()
        driver.write("예비")
        driver.press_button("methods-freeze")
        seen(driver)
        assert len(cells(driver, "methods-rounds")) == 2
        driver.workspace.bridge.undo(None)
        seen(driver)
        assert len(cells(driver, "methods-rounds")) == 1


def test_the_first_decision_freezes_the_state_before_adjudication(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        session = driver.workspace.session
        (document_id, *_) = [
            row.id for row in overview(driver).seen.measured.documents.values() if row.id > 1
        ]
        for _ in range(2):
            review = review_of(session, document_id)
            driver.workspace.bridge.do(Decide(document_id, review.adopting(review.items[0], "u-나래")))
            seen(driver)
        (kept,) = rounds_of(session)
        assert kept.before
        assert kept.numbers["decided"]["by_hand"] == 0
        driver.press_button("tab-methods")
        assert [row[0] for row in cells(driver, "methods-rounds")] == ["Now", "Before adjudication"]
        assert overview(driver).page.tab == METHODS


def test_without_names_the_overview_tells_none(qtbot: QtBot) -> None:
    with opened() as driver:
        looking(driver)
        driver.workspace.bridge.do(Blind(True, {}))
        seen(driver)
        driver.press_button("tab-agreement")
        shown = [
            cell
            for name in ("agreement-pairs", "agreement-classes", "agreement-coverage", "progress-people")
            for row in cells(driver, name)
            for cell in row
        ]
        assert not any("나래" in cell or "다솜" in cell for cell in shown)


def test_a_project_of_one_says_that_there_is_nothing_to_compare(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+3")
        seen(driver)
        driver.press_button("tab-agreement")
        assert "Nothing to compare yet" in widget(driver, "agreement-summary").text()
        assert not shows(driver, "agreement-pairs")
        driver.press_button("tab-progress")
        assert "Documents" in widget(driver, "progress-summary").text()


def test_the_words_follow_the_language(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert table(driver, "agreement-pairs").model_.sheet.heads[0] == "쌍"
        assert cells(driver, "agreement-classes")[0][0] == "값 다름"
        assert widget(driver, "methods-guideline").text().startswith("지침")

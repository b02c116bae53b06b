"""Records in the real window: tied by F7, completed by a value, walked and taken apart in the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from annotator.core.commands.documents import SetField
from annotator.core.commands.records import TieValue, records_of
from annotator.core.values import Norm
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import current, mark, widget
from tests.support.windows import opened


def lines(driver: Driver) -> list[tuple[str, str]]:
    """Return what the list of records says, heads and members in order; of a value with its text, the text."""
    tree = driver.window.findChild(QTreeWidget, "records-list")
    found = []
    for at in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(at)
        found.append((head.text(0), head.text(1)))
        members = [(head.child(n).text(0), head.child(n).text(1)) for n in range(head.childCount())]
        found += [(role, words.split(" · ")[0]) for role, words in members]
    return found


def two_tied(driver: Driver) -> None:
    mark(driver, "과학기술정보통신부와", "1")
    driver.keys("F7")
    mark(driver, "500만 달러를", "3")
    driver.keys("F7")


def test_spans_are_tied_by_one_key_each_and_stand_under_their_roles(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        assert lines(driver) == [("Record 1", ""), ("기관", "과학기술정보통신부"), ("금액", "500만 달러")]
        assert driver.pane.hasFocus()
        driver.keys("Ctrl+Z")
        assert lines(driver) == [("Record 1", "incomplete"), ("기관", "과학기술정보통신부")]


def test_a_value_without_a_span_is_tied_from_the_field(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        field = driver.window.findChild(object, "record-value-text")
        field.setFocus()
        driver.write("연구 지원")
        driver.keys("Return")
        assert lines(driver)[-1] == ("action", "연구 지원")


def test_removing_a_span_leaves_its_record_incomplete_in_the_list(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        driver.keys("Delete")
        assert lines(driver)[0] == ("Record 1", "incomplete")
        assert lines(driver)[-1] == ("금액", "(its span was removed)")
        driver.keys("Ctrl+Z")
        assert lines(driver)[0] == ("Record 1", "")


def test_the_list_is_walked_and_taken_apart_by_keys(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        driver.click(0)
        driver.keys("Ctrl+Shift+R", "Down", "Return")
        assert current(driver) == "과학기술정보통신부"
        driver.keys("Ctrl+Shift+R", "Delete")
        assert len(lines(driver)) <= 2
        driver.keys("Esc")
        assert driver.pane.hasFocus()


def proposals(driver: Driver) -> list[str]:
    """Return what is proposed, as it can be seen."""
    cards = driver.window.findChild(QListWidget, "proposed-records-list")
    return [cards.item(row).text() for row in range(cards.count())] if cards.isVisible() else []


def two_marked(driver: Driver) -> None:
    mark(driver, "과학기술정보통신부와", "1")
    mark(driver, "500만 달러를", "3")


def test_spans_of_one_sentence_are_proposed_and_tied_by_enter(qtbot: QtBot) -> None:
    with opened() as driver:
        two_marked(driver)
        assert lines(driver) == []
        assert widget(driver, "page-records").text() == "Records •"
        driver.keys("Ctrl+R")
        (card,) = proposals(driver)
        assert "기관 과학기술정보통신부" in card
        assert "금액 500만 달러" in card
        assert current(driver) == "과학기술정보통신부"
        driver.keys("Return")
        assert lines(driver) == [("Record 1", ""), ("기관", "과학기술정보통신부"), ("금액", "500만 달러")]
        assert proposals(driver) == []
        assert widget(driver, "page-records").text() == "Records"
        assert driver.pane.hasFocus()
        driver.keys("Ctrl+Z")
        assert lines(driver) == []
        assert proposals(driver) == [card]


def test_a_refused_record_does_not_come_again(qtbot: QtBot) -> None:
    with opened() as driver:
        two_marked(driver)
        driver.keys("Ctrl+R", "Delete")
        assert proposals(driver) == []
        assert lines(driver) == []
        mark(driver, "양자컴퓨팅", "2")
        assert proposals(driver) == []
        driver.keys("Ctrl+Z", "Ctrl+Z")
        assert len(proposals(driver)) == 1


def test_a_proposed_record_is_tied_by_a_click(qtbot: QtBot) -> None:
    with opened() as driver:
        two_marked(driver)
        driver.keys("Ctrl+R")
        driver.press_button("proposed-record-tie")
        assert lines(driver)[0] == ("Record 1", "")


def test_a_member_gets_another_role_and_a_value_is_corrected_in_one_step(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        driver.window.findChild(QLineEdit, "record-value-text").setFocus()
        driver.write("지원")
        driver.keys("Return", "Ctrl+Shift+R", "End")
        assert lines(driver)[-1] == ("action", "지원")
        driver.keys("F2")
        driver.write("연구 지원")
        assert lines(driver)[-1] == ("action", "연구 지원")
        driver.keys("Return", "Ctrl+Z")
        assert lines(driver)[-1] == ("action", "지원")
        driver.keys("Up")
        roles = driver.window.findChild(QComboBox, "record-role")
        roles.setFocus()
        driver.keys("End")
        assert lines(driver)[2] == ("action", "500만 달러")
        driver.keys("Ctrl+Z")
        assert lines(driver)[2] == ("금액", "500만 달러")


def test_members_of_records_are_marked_in_the_article_and_in_the_list_of_spans(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        agency, amount = driver.workspace.desk.spans
        spoken = int(Qt.ItemDataRole.AccessibleTextRole)
        model = driver.workspace.form.spans.model

        def marked() -> list[tuple[str, bool]]:
            chips = [driver.pane._index.get(span.id).chip for span in (agency, amount)]
            told = [model.index(row, 0).data(spoken) for row in range(2)]
            return [(chip, "in record" in words) for chip, words in zip(chips, told, strict=True)]

        assert marked() == [("기관 ①", True), ("금액 ①", True)]
        driver.keys("Shift+F7")
        assert marked()[1] == ("금액 ①②", True)
        driver.keys("Ctrl+Z", "Ctrl+Z")
        assert marked()[1] == ("금액", False)


def test_a_value_of_a_record_is_typed_as_newspapers_write_it(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.workspace.bridge.do(SetField(1, "document_date", "2023-12-09"))
        two_tied(driver)
        field = driver.window.findChild(QLineEdit, "record-value-text")
        roles = driver.window.findChild(QComboBox, "record-role")
        for role, typed in (("AMOUNT", "약 ５억 원"), ("DATE", "내년 초")):
            roles.setFocus()
            roles.choose_data(role)
            roles.activated.emit(roles.currentIndex())
            field.setFocus()
            driver.write(typed)
            driver.keys("Return")
        (record,) = records_of(driver.workspace.session, 1)
        money, date = record.members[-2:]
        assert money.norm == Norm("money", "500000000", "KRW", "APPROX")
        assert date.norm == Norm("date", "2024", None, "START", "2023-12-09")


def test_a_value_of_a_record_is_read_by_the_date_that_the_document_has_now(qtbot: QtBot) -> None:
    with opened() as driver:
        two_tied(driver)
        driver.workspace.bridge.do(TieValue(1, 1, "DATE", Norm("date", "2020")))
        driver.workspace.bridge.do(SetField(1, "document_date", "2021-05-01"))
        driver.keys("Ctrl+Shift+R", "End", "F2")
        driver.write("2023.4.9")
        assert records_of(driver.workspace.session, 1)[0].members[-1].norm == Norm("date", "2023-04-09")
        driver.keys("Ctrl+A")
        driver.write("내년 초")
        norm = Norm("date", "2022", None, "START", "2021-05-01")
        assert records_of(driver.workspace.session, 1)[0].members[-1].norm == norm

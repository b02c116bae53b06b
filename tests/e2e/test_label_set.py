"""The label set in the real window: made, used, changed halfway, taken apart and put together again."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.commands.documents import SetStatus
from annotator.core.commands.spans import AddSpan, SetValue
from annotator.core.layer import Status
from annotator.core.values import Norm, ValueKind
from annotator.ui.driver import Driver
from annotator.ui.labels.before import DoneBeforePanel
from annotator.ui.labels.editor import LabelEditor
from annotator.ui.labels.walk import WalkPanel
from tests.support.projects import make_session
from tests.support.windows import marks, opened

FIRST = "한빛시는 2일 나래강 수소 공장에 12억 원을 썼다고 밝혔다."
SECOND = "가람시와 나래강 어민회는 3일 한빛시 결정을 반겼다."
AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with two documents that nobody has begun."""
    session = make_session(tmp_path, FIRST, SECOND)
    session.project.close()
    return session.project.path


def editor(driver: Driver) -> LabelEditor:
    """Open the editor of the label set with its key, and return it once it can be seen."""
    driver.workspace.focus_article()
    driver.keys("Ctrl+L")
    found = driver.workspace.panels.panel
    assert isinstance(found, LabelEditor)
    driver.wait_until(found.list.rows.isVisible, "the editor is not shown")
    return found


def answer(driver: Driver, panel: LabelEditor, button: str, number: int = 1) -> None:
    """Press a button of the editor, and answer what it asks with one of its answers."""
    driver.press_button(button)
    driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
    driver.settle()
    driver.press_button(f"label-answer-{number}")


def add(driver: Driver, quote: str, label: int, document_id: int = 1, norm: Norm | None = None) -> int:
    """Mark a text as the person at the keyboard does, without the detour of the mouse."""
    session = driver.workspace.session
    start = session.text_version(document_id).text.index(quote)
    changes = driver.workspace.bridge.do(AddSpan(document_id, start, start + len(quote), label))
    assert changes is not None
    span_id = changes.of("span")[0].id
    if norm is not None:
        driver.workspace.bridge.do(SetValue(document_id, span_id, norm))
    return span_id


def key_list(driver: Driver) -> list[str]:
    return [label.key for label in driver.workspace.session.labels.labels]


def test_a_label_is_added_gets_a_digit_marks_is_renamed_and_stands_in_the_file(
    qtbot: QtBot, project: Path, home: Path
) -> None:
    target = home / "out.jsonl"
    with opened(project) as driver:
        panel = editor(driver)
        driver.press_button("labels-add")
        driver.write("RIVER")
        driver.keys("Return")
        assert key_list(driver)[-1] == "RIVER"
        driver.write("강")
        assert panel.label is not None
        assert (panel.label.key, panel.label.title, panel.label.hotkey) == ("RIVER", "강", "5")
        panel.fields.digit.setFocus()
        driver.keys("End")
        assert driver.workspace.session.labels.labels[-1].hotkey == "9"
        driver.keys("Esc")
        assert driver.workspace.panels.panel is None

        driver.drag(*driver.find("나래강"))
        driver.keys("9")
        assert marks(driver) == [("나래강", "RIVER")]

        panel = editor(driver)
        assert panel.label is not None
        assert panel.label.key == "RIVER"
        panel.fields.key.setFocus()
        panel.fields.key.selectAll()
        driver.write("WATER")
        assert key_list(driver)[-1] == "RIVER"
        driver.keys("Return")
        assert key_list(driver)[-1] == "WATER"
        assert marks(driver) == [("나래강", "WATER")]
        driver.keys("Esc")

        driver.keys("Ctrl+E")
        driver.write("김하나")
        panel_ = driver.workspace.panels.panel
        assert panel_ is not None
        driver.settle()
        panel_.findChild(object, "export-path").setText(str(target))
        driver.press_button("export-go")
        driver.wait_until(target.exists, "nothing was written")
        driver.wait_until(lambda: bool(driver.workspace.notices.notices()), "nothing was told")
    record = json.loads(target.read_text("utf-8").splitlines()[0])
    assert [(span["text"], span["label"]) for span in record["spans"]] == [("나래강", "WATER")]
    assert record["label_set"]["labels"] == ["AGENCY", "SECTOR", "AMOUNT", "DATE", "WATER"]
    assert record["label_set"]["version"] == 3
    definitions = json.loads(target.with_name("out.labels.json").read_text("utf-8"))
    assert (definitions[-1]["text"], definitions[-1]["title"], definitions[-1]["suffix_key"]) == (
        "WATER",
        "강",
        "9",
    )


def test_a_label_in_use_is_removed_with_its_spans_relabelled_and_comes_back(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        add(driver, "한빛시", AGENCY, norm=Norm("name", "한빛시청"))
        add(driver, "한빛시", AGENCY, document_id=2)
        before = marks(driver)
        panel = editor(driver)
        panel.show_label(AGENCY)
        driver.press_button("labels-remove")
        driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
        driver.settle()
        asked = panel.question.findChild(object, "label-question-text").text()
        assert "spans: 2" in asked
        assert "documents: 2" in asked
        choice = panel.question.findChild(object, "label-question-choice")
        assert [choice.itemText(n) for n in range(choice.count())] == ["분야", "금액", "날짜"]
        driver.press_button("label-answer-1")
        driver.wait_until(lambda: "AGENCY" not in key_list(driver), "the label stays")
        assert marks(driver) == [("한빛시", "SECTOR")]
        span = driver.workspace.session.layer(2).spans[0]
        assert span.label_id == SECTOR
        assert driver.workspace.session.labels.version == 2

        driver.press_button("notice-action-1")
        assert marks(driver) == before
        assert driver.workspace.session.layer(1).spans[0].norm == Norm("name", "한빛시청")
        assert driver.workspace.session.layer(2).spans[0].label_id == AGENCY
        assert driver.workspace.session.labels.version == 1


def test_a_label_in_use_is_removed_with_its_spans_and_undone_from_the_history(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        add(driver, "한빛시", AGENCY)
        add(driver, "2일", DATE)
        panel = editor(driver)
        panel.show_label(AGENCY)
        answer(driver, panel, "labels-remove", 2)
        driver.wait_until(lambda: "AGENCY" not in key_list(driver), "the label stays")
        assert marks(driver) == [("2일", "DATE")]
        driver.keys("Ctrl+Shift+H")
        driver.settle()
        driver.press_button("history-undo")
        assert marks(driver) == [("한빛시", "AGENCY"), ("2일", "DATE")]


def test_removal_that_is_taken_back_changes_nothing(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        add(driver, "한빛시", AGENCY)
        panel = editor(driver)
        panel.show_label(AGENCY)
        driver.press_button("labels-remove")
        driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
        driver.keys("Esc")
        assert not panel.question.is_open
        assert driver.workspace.panels.panel is panel
        assert "AGENCY" in key_list(driver)


def test_another_kind_of_value_says_what_it_costs_and_asks(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        add(driver, "12억 원", AMOUNT, norm=Norm("money", "1200000000", "KRW"))
        panel = editor(driver)
        panel.show_label(AMOUNT)
        panel.fields.kind.setFocus()
        driver.keys("Home")
        driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
        driver.settle()
        assert "1" in panel.question.findChild(object, "label-question-text").text()
        driver.press_button("label-question-cancel")
        assert driver.workspace.session.labels.by_id(AMOUNT).kind is ValueKind.MONEY
        assert panel.fields.kind.currentText() == "sum of money"
        panel.fields.kind.setFocus()
        driver.keys("Home")
        driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
        driver.settle()
        driver.press_button("label-answer-1")
        driver.wait_until(
            lambda: driver.workspace.session.labels.by_id(AMOUNT).kind is ValueKind.NONE, "the kind stays"
        )
        assert driver.workspace.session.layer(1).spans[0].norm is None
        driver.press_button("labels-undo")
        assert driver.workspace.session.layer(1).spans[0].norm == Norm("money", "1200000000", "KRW")


def test_names_become_choices_without_a_loss(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        add(driver, "한빛시", AGENCY, norm=Norm("name", "한빛시청"))
        panel = editor(driver)
        panel.show_label(AGENCY)
        panel.fields.kind.setFocus()
        panel.fields.kind.setCurrentIndex(panel.fields.kind.findText("one of some choices"))
        panel.fields.kind.activated.emit(panel.fields.kind.currentIndex())
        driver.wait_until(lambda: panel.label.kind is ValueKind.CHOICE, "the kind stays")
        assert panel.label.choices == ("한빛시청",)
        assert driver.workspace.session.layer(1).spans[0].norm == Norm("choice", "한빛시청")
        driver.wait_until(panel.fields.choices.isVisible, "no choices are shown")
        panel.fields.choices.setFocus()
        driver.keys("End", "Return")
        driver.write("가람시청")
        panel.list.setFocus()
        driver.wait_until(lambda: panel.label.choices == ("한빛시청", "가람시청"), "the choices stay")


def walk(driver: Driver) -> WalkPanel:
    driver.wait_until(lambda: isinstance(driver.workspace.panels.panel, WalkPanel), "no walk begins")
    panel = driver.workspace.panels.panel
    assert isinstance(panel, WalkPanel)
    driver.settle()
    return panel


def where(panel: WalkPanel) -> str:
    return panel.accessibleDescription()


def test_a_label_is_split_and_its_spans_walked_over_with_a_digit_each(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        for quote, document_id in (("한빛시", 1), ("나래강", 1), ("가람시", 2), ("나래강", 2)):
            add(driver, quote, AGENCY, document_id)
        panel = editor(driver)
        panel.show_label(AGENCY)
        driver.press_button("labels-split")
        driver.write("RIVER")
        driver.keys("Return")
        walked = walk(driver)
        assert key_list(driver)[:2] == ["AGENCY", "RIVER"]
        assert where(walked).startswith("1 of 4")
        driver.keys("Return", "5", "Space", "5")
        assert "Kept: 2, given another label: 2." in where(walked)
        assert marks(driver) == [("한빛시", "AGENCY"), ("나래강", "RIVER")]
        other = driver.workspace.session.layer(2)
        assert [(span.text, span.label_id) for span in other.spans] == [
            ("가람시", AGENCY),
            ("나래강", driver.workspace.session.labels.by_key("RIVER").id),
        ]
        driver.keys("Backspace")
        assert where(walked).startswith("4 of 4")
        assert driver.workspace.session.layer(2).spans[1].label_id == AGENCY
        driver.keys("Backspace", "Backspace")
        assert where(walked).startswith("2 of 4")
        assert marks(driver) == [("한빛시", "AGENCY"), ("나래강", "AGENCY")]
        driver.keys("5", "Esc")
        assert driver.workspace.panels.panel is None
        driver.keys("Ctrl+Z")
        assert marks(driver) == [("한빛시", "AGENCY"), ("나래강", "AGENCY")]


def test_a_walk_goes_on_where_it_was_left_and_shows_a_span_in_its_article(
    qtbot: QtBot, project: Path
) -> None:
    with opened(project) as driver:
        for quote, document_id in (("한빛시", 1), ("나래강", 1), ("가람시", 2)):
            add(driver, quote, AGENCY, document_id)
        panel = editor(driver)
        panel.show_label(AGENCY)
        driver.press_button("labels-walk")
        walked = walk(driver)
        driver.keys("Return", "Return", "Esc")
        panel = editor(driver)
        panel.show_label(AGENCY)
        driver.press_button("labels-walk")
        walked = walk(driver)
        assert where(walked).startswith("3 of 3")
        driver.press_button("walk-show")
        assert driver.workspace.desk.document_id == 2
        assert driver.workspace.desk.current is not None
        assert driver.workspace.desk.current.text == "가람시"


def test_documents_done_before_a_change_are_listed_opened_and_checked(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        for document_id in (1, 2):
            driver.workspace.bridge.do(SetStatus(document_id, Status.DONE))
        panel = editor(driver)
        panel.show_label(AGENCY)
        panel.fields.description.setFocus()
        driver.write("가")
        driver.wait_until(lambda: panel.findChild(object, "labels-before").isVisible(), "none is counted")
        driver.press_button("labels-before")
        listed = driver.workspace.panels.panel
        assert isinstance(listed, DoneBeforePanel)
        rows = listed.findChild(object, "done-before-list")
        driver.wait_until(lambda: rows.count() == 2, "they are not listed")
        assert "AGENCY has another guideline" in listed.findChild(object, "done-before-since").text()
        driver.keys("Down", "Return")
        assert driver.workspace.desk.document_id == 2
        driver.keys("Space")
        driver.wait_until(lambda: rows.count() == 1, "it is still listed")
        assert driver.workspace.session.layer(2).head.label_set_version == 2
        assert driver.workspace.session.layer(1).head.label_set_version == 1
        driver.press_button("done-before-check-all")
        driver.wait_until(lambda: rows.count() == 0, "it is still listed")
        assert driver.workspace.session.layer(1).head.label_set_version == 2


def test_the_guidelines_are_searched(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        driver.window.actions_["labels.search"].trigger()
        driver.settle()
        panel = driver.workspace.panels.panel
        assert isinstance(panel, LabelEditor)
        driver.write("통화")
        driver.keys("Return")
        assert panel.list.rows.count() == 1
        assert "AMOUNT" in panel.list.rows.item(0).text()
        assert "통화가 있는" in panel.list.rows.item(0).text()
        driver.keys("Down")
        assert panel.label is not None
        assert panel.label.key == "AMOUNT"


def test_labels_go_out_to_a_file_and_come_back_from_it(qtbot: QtBot, project: Path, home: Path) -> None:
    target = home / "ours.labels.json"
    with opened(project) as driver:
        desk = driver.workspace.labels_desk
        desk.write_file(target)
        before = driver.workspace.session.labels
        panel = editor(driver)
        panel.show_label(DATE)
        driver.press_button("labels-remove")
        driver.wait_until(lambda: "DATE" not in key_list(driver), "the label stays")
        desk.take_file(target)
        driver.wait_until(lambda: panel.question.is_open, "nothing is asked")
        driver.settle()
        assert "new 1, changed 0" in panel.question.findChild(object, "label-question-text").text()
        driver.press_button("label-answer-1")
        driver.wait_until(lambda: "DATE" in key_list(driver), "nothing was taken over")
        assert [label.definition() for label in driver.workspace.session.labels.labels] == [
            label.definition() for label in before.labels
        ]
        assert driver.workspace.session.labels.version == 1
        driver.window.files_dropped.emit([target])
        driver.wait_until(
            lambda: "here already" in panel.findChild(object, "labels-told").text(), "nothing is told"
        )


def test_a_file_that_holds_no_labels_is_told_in_the_editor(
    qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "x.json"
    wrong.write_text("{}", "utf-8")
    with opened(project) as driver:
        driver.workspace.labels_desk.take_file(wrong)
        panel = driver.workspace.panels.panel
        assert isinstance(panel, LabelEditor)
        assert panel.findChild(object, "labels-told").text()
        assert not panel.question.is_open

"""Jump to anything, and the chooser of labels, by typing in the real window."""

from pytestqt.qtbot import QtBot

from tests.support.windows import marks, opened


def test_a_span_is_reached_by_a_part_of_its_text(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("한국연구재단과"))
        driver.keys("1")
        driver.click(0)
        driver.keys("Ctrl+K")
        driver.write("연구재단")
        driver.keys("Return")
        current = driver.workspace.desk.current
        assert current is not None
        assert current.text == "한국연구재단"
        assert driver.pane.hasFocus()


def test_a_document_is_reached_by_a_word_of_its_text(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+K")
        driver.write("몬트리올")
        panel = driver.workspace.panels.panel
        assert panel is not None
        found = panel.findChild(object, "jump-list")
        assert found.count() == 1
        assert "핵심기술 대화" in found.item(0).text()


def test_an_action_is_reached_by_its_name(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+K")
        driver.write("All keys")
        driver.keys("Return")
        assert driver.window.keys.isVisible()
        driver.keys("Esc")
        assert not driver.window.keys.isVisible()


def test_zero_opens_the_chooser_and_the_label_goes_on_the_selection(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("외교부는"))
        driver.keys("0")
        driver.write("기관")
        driver.keys("Return")
        assert marks(driver) == [("외교부", "AGENCY")]


def test_esc_leaves_the_chooser_and_the_selection_stays(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("외교부는"))
        driver.keys("0", "Esc")
        start, end = driver.pane.selection()
        assert driver.text[start:end] == "외교부"
        assert driver.workspace.panels.panel is None

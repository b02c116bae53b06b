"""A page of questions: answered by digits, by a name, for all alike, or from a likeness on."""

from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox

from annotator.ui.gather.page import AskPage
from annotator.ui.gather.rows import Asked, AskRow

OPTIONS = (("a", "one"), ("b", "two"))


@pytest.fixture
def chosen() -> dict[Hashable, object]:
    return {}


def page_of(kind: Asked, rows: list[AskRow], chosen: dict[Hashable, object]) -> AskPage:
    page = AskPage(kind)
    page.show_rows(rows, chosen)
    page.resize(900, 300)
    page.show()
    page.table.setFocus()
    return page


@pytest.fixture
def texts(qapp: object, chosen: dict[Hashable, object]) -> Iterator[AskPage]:
    rows = [
        AskRow(number, (f"글 {number}", "", "", "", "", ""), ((number, "it"), (0, "new")), best=best, likeness=likeness)
        for number, best, likeness in ((1, 1, 0.97), (2, 2, 0.9), (3, None, 0.9), (4, 4, 0.6))
    ]  # fmt: skip
    page = page_of(Asked.TEXTS, rows, chosen)
    yield page
    page.close()


def button(page: AskPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def click(page: AskPage, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_a_digit_answers_and_goes_on_and_one_too_many_does_nothing(
    texts: AskPage, chosen: dict[Hashable, object]
) -> None:
    QTest.keyClick(texts.table, Qt.Key.Key_2)
    QTest.keyClick(texts.table, Qt.Key.Key_9)
    QTest.keyClick(texts.table, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert chosen == {1: 0, 2: 2}
    assert texts.table.currentIndex().row() == 2


def test_how_many_would_be_paired_is_said_before_it_is_done(
    texts: AskPage, chosen: dict[Hashable, object]
) -> None:
    least = texts.findChild(QSpinBox, "gather-texts-least")
    assert isinstance(least, QSpinBox)
    pair = button(texts, "gather-texts-pair")
    said = []
    for value in (90, 100, 50):
        least.setValue(value)
        said.append((pair.text(), pair.isEnabled()))
    words = "Pair {} whose likeness is at least"
    assert said == [(words.format(2), True), (words.format(0), False), (words.format(3), True)]
    least.setValue(90)
    click(texts, "gather-texts-pair")
    assert chosen == {1: 1, 2: 2}


@pytest.mark.usefixtures("qapp")
def test_the_same_for_all_leaves_out_rows_that_cannot_have_it(chosen: dict[Hashable, object]) -> None:
    rows = [AskRow(1, ("",) * 5, OPTIONS), AskRow(2, ("",) * 5, OPTIONS[:1]), AskRow(3, ("",) * 5, OPTIONS)]
    page = page_of(Asked.LAYERS, rows, chosen)
    assert not button(page, "gather-layers-all").isEnabled()
    page.model.choose(0, "b")
    page.table.show_row(1)
    page.table.show_row(0)
    click(page, "gather-layers-all")
    assert chosen == {1: "b", 3: "b"}
    page.close()


@pytest.mark.usefixtures("qapp")
def test_a_name_is_typed_only_where_one_is_asked_and_blanks_are_none(chosen: dict[Hashable, object]) -> None:
    rows = [AskRow(1, ("",) * 3, (), typed="lee"), AskRow(2, ("",) * 3, OPTIONS)]
    page = page_of(Asked.PEOPLE, rows, chosen)
    name = page.findChild(QLineEdit, "gather-people-name")
    assert isinstance(name, QLineEdit)
    assert (name.text(), name.isVisible()) == ("lee", True)
    name.setText("   ")
    click(page, "gather-people-use")
    assert chosen == {}
    name.setText(" 최  유진 ")
    click(page, "gather-people-use")
    assert chosen == {1: "최 유진"}
    page.table.show_row(1)
    assert not name.isVisible()
    page.close()


@pytest.mark.usefixtures("qapp")
def test_rows_that_come_anew_keep_the_place(chosen: dict[Hashable, object]) -> None:
    rows = [AskRow(number, ("",) * 5, OPTIONS) for number in range(5)]
    page = page_of(Asked.LAYERS, rows, chosen)
    page.table.show_row(3)
    page.show_rows(rows, chosen)
    assert page.table.currentIndex().row() == 3
    page.show_rows(rows[:2], chosen)
    assert page.table.currentIndex().row() == 1
    page.close()

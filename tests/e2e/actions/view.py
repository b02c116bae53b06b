"""The view, and help."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import Act, current, mark, notice, scenario, shows, widget


def _size(action_id: str, before: int, after: int) -> None:
    @scenario(action_id)
    def sets_the_text_size(driver: Driver, act: Act) -> None:
        driver.window.appearance.set_text_size(before)
        tall = driver.pane.font().pixelSize()
        act()
        assert driver.window.appearance.settings.text_size == after
        assert (driver.pane.font().pixelSize() > tall) == (after > before)
        assert driver.window.actions_[f"view.text-{after}"].isChecked()


_size("view.larger", 3, 4)
_size("view.smaller", 3, 2)
_size("view.normal", 5, 3)
for number in range(1, 6):
    _size(f"view.text-{number}", 3 if number != 3 else 4, number)


def _theme(name: str) -> None:
    @scenario(f"view.theme-{name}")
    def takes_the_colours(driver: Driver, act: Act) -> None:
        driver.window.appearance.set_theme("light" if name == "dark" else "dark")
        act()
        assert driver.window.appearance.settings.theme == name
        if name != "system":
            assert driver.pane.theme().name == name


def _language(name: str, words: str) -> None:
    @scenario(f"view.language-{name}")
    def says_all_words_anew(driver: Driver, act: Act) -> None:
        driver.window.appearance.set_language("en" if name == "ko" else "ko")
        act()
        assert driver.window.appearance.settings.language == name
        if words:
            assert driver.window.actions_["edit.find"].text() == words


for theme in ("system", "light", "dark"):
    _theme(theme)
_language("system", "")
_language("ko", "문서에서 찾기")
_language("en", "Find in the document")


@scenario("view.list")
def folds_the_list(driver: Driver, act: Act) -> None:
    act()
    assert driver.workspace.splitter.sizes()[0] == 0
    act()
    assert driver.workspace.splitter.sizes()[0] > 0


@scenario("view.form")
def folds_the_form(driver: Driver, act: Act) -> None:
    act()
    assert driver.workspace.splitter.sizes()[2] == 0
    act()
    assert driver.workspace.splitter.sizes()[2] > 0


@scenario("view.spans")
def brings_the_list_of_spans_up(driver: Driver, act: Act) -> None:
    driver.window.actions_["document.fields"].trigger()
    assert not shows(driver, "span-list")
    act()
    assert shows(driver, "span-list")


@scenario("view.jump")
def jumps_to_a_span(driver: Driver, act: Act) -> None:
    mark(driver)
    driver.click(0)
    act()
    driver.write("과학기술정보")
    driver.keys("Return")
    assert current(driver) == "과학기술정보통신부"


@scenario("view.next-area", "view.previous-area")
def goes_round_the_areas(driver: Driver, act: Act) -> None:
    areas = [driver.workspace.library_panel, driver.pane, driver.workspace.form]
    seen = []
    for _ in areas:
        act()
        seen.append(next(area for area in areas if area is driver.focus or area.isAncestorOf(driver.focus)))
    assert {id(area) for area in seen} == {id(area) for area in areas}


@scenario("help.keys")
def shows_all_keys(driver: Driver, act: Act) -> None:
    act()
    assert widget(driver, "keys").isVisible()
    act()
    assert not widget(driver, "keys").isVisible()


@scenario("help.about")
def says_what_this_is(driver: Driver, act: Act) -> None:
    act()
    assert "annotator" in notice(driver)


@scenario("help.shortcuts")
def lists_the_keys_to_be_changed(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "shortcuts-list")


@scenario("view.project-records")
def lists_the_records_of_the_project(driver: Driver, act: Act) -> None:
    mark(driver)
    driver.keys("F7")
    act()
    assert shows(driver, "project-tables")
    view = driver.window.findChild(QTableView, "table-rows")
    driver.wait_until(lambda: view.model().rowCount() > 0, "the record")
    assert view.hasFocus()


@scenario("view.project-relations")
def lists_the_relations_of_the_project(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "project-tables")
    told = widget(driver, "table-told")
    driver.wait_until(lambda: "0 of 0" in told.text(), "the answer")
    model = driver.window.findChild(QTableView, "table-rows").model()
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)] == [
        "Relation",
        "From span",
        "To span",
    ]

"""The desk: what a person has marked is committed and seen before anything else follows it."""

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.windows import opened


class Paints(QObject):
    """What had followed a mark when the article was painted: how many spans the file has, and the list shows."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver.pane)
        self._workspace = driver.workspace
        self.seen: list[tuple[int, int]] = []
        self.shown: list[list[int]] = []
        driver.pane.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            connection = self._workspace.session.project.connection
            (stored,) = connection.execute("SELECT count(*) FROM span").fetchone()
            self.seen.append((stored, len(self._workspace.form.spans.model.spans)))
            current = self._workspace.desk.current
            self.shown.append([] if current is None else self._workspace.pane.spans_at(current.start))
        return False


def test_a_mark_is_committed_and_painted_before_the_form_follows(qtbot: QtBot) -> None:
    with opened() as driver:
        for number, quote in enumerate(("과학기술정보통신부", "500만 달러")):
            start, end = driver.find(quote)
            driver.pane.select(start, end)
            driver.settle()
            paints = Paints(driver)
            driver.keys("1")
            assert paints.seen[0] == (number + 1, number)
            assert driver.pane.selection() == (end, end)
            assert len(driver.workspace.form.spans.model.spans) == number + 1


def test_a_mark_out_of_sight_is_scrolled_to_and_one_taken_back_leaves_the_selection_alone(
    qtbot: QtBot,
) -> None:
    with opened() as driver:
        start, end = driver.find("과학기술정보통신부")
        driver.pane.select(start, end)
        driver.keys("1")
        (span_id,) = (span.id for span in driver.workspace.desk.spans)
        driver.keys("Ctrl+End")
        driver.pane.select(len(driver.text) - 3, len(driver.text))
        driver.keys("Ctrl+Z")
        assert driver.pane.selection() == (len(driver.text) - 3, len(driver.text))
        driver.keys("Ctrl+Shift+Z")
        assert driver.pane.viewport().rect().contains(driver.pane.span_rect(span_id).center())
        assert driver.pane.selection() == (len(driver.text) - 3, len(driver.text))


def test_a_mark_is_painted_without_the_suggestion_in_whose_place_it_stands(qtbot: QtBot) -> None:
    with opened() as driver:
        suggesting = driver.workspace.suggesting
        driver.wait_until(lambda: bool(suggesting.open), "something is suggested")
        driver.keys("F8")
        made = suggesting.current
        driver.settle()
        paints = Paints(driver)
        driver.keys("Return")
        (span,) = driver.workspace.desk.spans
        assert (span.start, span.end) == made.place
        assert paints.shown[0] == [span.id]
        paints.shown.clear()
        driver.keys("Ctrl+Z")
        driver.settle()
        assert made in suggesting.open
        assert all(id_ < 0 for id_ in driver.pane.spans_at(made.start))
        assert driver.pane.spans_at(made.start)

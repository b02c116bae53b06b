import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QProgressBar

from annotator.ui.widgets.progress_strip import ProgressStrip, seconds_left
from tests.support.dressing import LanguageSwitch, unnamed


@pytest.fixture
def strip(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.resize(700, 40)
    return strip


def test_the_strip_is_there_only_while_a_job_runs(strip):
    assert strip.isHidden()
    strip.start()
    assert not strip.isHidden()
    assert strip.text() == "Getting ready…"
    strip.finish()
    assert strip.isHidden()


def test_progress_is_told_in_counted_units(strip):
    strip.start()
    strip.set_progress(132, 4000, "documents")
    assert strip.text() == "132 of 4,000 documents"
    bar = strip.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (33, 1000)


def test_an_unknown_total_is_not_guessed(strip):
    strip.start()
    strip.set_progress(1320, 0, "lines")
    assert strip.text() == "1,320 lines"
    assert strip.findChild(QProgressBar).maximum() == 0


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "left"),
    [
        (10.0, 100, 200, 10),
        (4.0, 3999, 4000, 1),
        (1.9, 100, 200, None),
        (10.0, 1, 1000, None),
        (10.0, 200, 200, None),
        (10.0, 0, 200, None),
        (10.0, 5, 0, None),
    ],
)
def test_the_time_left_is_told_once_it_means_something(elapsed, done, total, left):
    assert seconds_left(elapsed, done, total) == left


def test_cancel_is_said_once(qtbot, strip):
    strip.start()
    strip.set_progress(1, 10, "files")
    cancel = strip.findChild(QAbstractButton, "progress-cancel")
    said = []
    strip.cancelled.connect(lambda: said.append(True))
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert said == [True]
    assert strip.text() == "Stopping…"
    strip.start()
    assert cancel.isEnabled()


def test_words_follow_the_language(qapp, strip):
    strip.start()
    strip.set_progress(1, 10, "files")
    with LanguageSwitch(qapp):
        assert strip.text() == "«1 of 10 files»"
        assert strip.findChild(QAbstractButton, "progress-cancel").text() == "«Cancel»"
    assert strip.text() == "1 of 10 files"


def test_all_that_can_be_reached_has_names(strip):
    assert unnamed(strip) == []

"""Sixty spans by the keyboard alone: the keys that each took."""

from pathlib import Path
from statistics import mean, median

from pytestqt.qtbot import QtBot

from tests.support.highlighter import Highlighter
from tests.support.projects import make_session
from tests.support.sixty import article
from tests.support.windows import marks, opened


def test_sixty_spans_by_keys_alone_take_four_keys_or_fewer_in_the_median(
    qtbot: QtBot, tmp_path: Path
) -> None:
    text, spans = article()
    assert len(spans) == 60
    session = make_session(tmp_path, text)
    session.project.close()
    with opened(session.project.path) as driver:
        driver.keys("Ctrl+Home")
        person = Highlighter(driver)
        person.tag(spans)
        labels = {label.hotkey: label.key for label in driver.workspace.session.labels.labels}
        assert marks(driver) == [(text[start:end], labels[digit]) for start, end, digit in spans]
    taken = sorted(person.keys.values())
    print(
        f"keys a span: median {median(taken):.1f}, mean {mean(taken):.1f}, most {taken[-1]:.0f}, all {person.pressed}"
    )
    assert median(taken) <= 4

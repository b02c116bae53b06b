"""The reviewer's whole job in the real window: three colleagues' files on the newspaper's page, to gold and back."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.decision import decisions_of
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import answer_dialog, widget
from tests.support.colleagues import SECOND, Papers, papers_on, write_again, write_first
from tests.support.intake import layers, line, new_session, write_lines
from tests.support.windows import PAGE, opened

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the newspaper page is not here")

import os
def shot(driver, name):
    if os.environ.get("SHOTS"):
        driver.picture(Path(os.environ["SHOTS"]) / f"{name}.png")


def choose(driver: Driver, key: str, *paths: Path) -> None:
    """Press a key that asks for files, and name them in the dialog."""
    answer_dialog(" ".join(f'"{path}"' for path in paths))
    driver.keys(key)
    # Offscreen, the window is not given back the keyboard by itself.
    driver.window.activateWindow()


def test_whole(qtbot: QtBot, tmp_path: Path) -> None:
    session = new_session(tmp_path / "reviewer")
    project = session.project.path
    session.project.close()
    with opened(project) as driver:
        session = driver.workspace.session
        second = write_lines(tmp_path / "second.jsonl", line(SECOND, id="second", status="new", meta={"title": "둘째"}))
        choose(driver, "Ctrl+O", PAGE, second)
        driver.wait_until(lambda: driver.text != "", "the page is imported")
        driver.keys("Return")
        assert driver.workspace.desk.document.confirmed
        d = session.document(1)
        papers = papers_on({"id": d.uid, "text": driver.text}, d.document_date)
        paths = write_first(papers, tmp_path / "first")
        gathering = driver.window.gathering
        with qtbot.waitSignal(gathering.gathered, timeout=20000):
            choose(driver, "Ctrl+Shift+I", *paths)
        shot(driver, "03-gathered")
        shown = driver.workspace.below.panel
        driver.keys("1", "2")
        shot(driver, "05-answered")
        with qtbot.waitSignal(gathering.gathered, timeout=20000):
            driver.press_button("gather-take")
        shot(driver, "06-taken")
        driver.press_button("gather-close")
        driver.keys("Ctrl+2")
        driver.wait_until(lambda: not driver.workspace.review.desk.queue.busy, "q")
        shot(driver, "07-review")
        driver.keys("Ctrl+B")
        driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
        shot(driver, "08-rules")
        print([driver.workspace.review.rules._panel.list.item(i).text() for i in range(7)] if hasattr(driver.workspace.review.rules,'_panel') else 0)
        driver.keys("Return")
        shot(driver, "09-unanimous")
        driver.keys("Ctrl+B")
        driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
        driver.keys("Down", "Down", "Down", "Down")
        shot(driver, "10-filled")
        driver.keys("Return")
        shot(driver, "11-after-filled")
        desk = driver.workspace.review.desk
        keys = {
            "spare": ["0"],
            "missed": ["1"],
            "value": ["Tab", "Down", "Down", "Tab", "Down", "Tab", "WRITE", "Tab", "Space", "Esc", "3"],
            "doubtful": ["BLIND"],
            "later": ["Space"],
            "label": ["2"],
            "josa": ["1"],
            "split": ["+"],
            "ends": ["F2", "2", "1", "]", "[", "Alt+Shift+Left", "Return"],
        }
        def at():
            return papers.named(desk.item.start)
        while desk.document_id == 1 and keys:
            name = at()
            print("AT", name)
            driver.settle()
            shot(driver, "12-" + name)
            for key in keys.pop(name):
                if key == "WRITE":
                    driver.write("날짜는 기사의 날을 따른다.")
                elif key == "BLIND":
                    driver.window.actions_["review.blind"].trigger()
                    shot(driver, "13-blind")
                    driver.keys("1")
                    driver.window.actions_["review.reveal"].trigger()
                    shot(driver, "13-revealed")
                    driver.window.actions_["review.blind"].trigger()
                else:
                    driver.keys(key)
                if key in ("Esc", "F2", "Alt+Shift+Left"): shot(driver, f"14-{name}-{key}")
        shot(driver, "15-end")
        driver.keys("1", "1")
        print(desk.document_id, [papers.named(i.start) for i in desk.review.open_items])
        # again
        changed = write_again(papers, tmp_path / "again")
        with qtbot.waitSignal(gathering.gathered, timeout=20000):
            choose(driver, "Ctrl+Shift+I", *changed)
        shot(driver, "16-again")
        print({k: [r.cells for r in pg.model.rows] for k, pg in driver.workspace.below.panel.pages.items()})
        driver.press_button("gather-close")
        driver.keys("Ctrl+2")
        driver.settle()
        shot(driver, "17-review-again")
        from annotator.app.reviewing import review_of
        for n in (1, 2):
            r = review_of(session, n)
            print(n, [(papers.named(i.start) if n == 1 else i.start, r.state(i)) for i in r.items])
        print(driver.workspace.review.desk.queue.shown)
        driver.keys("Ctrl+E")
        driver.settle()
        driver.wait_until(lambda: widget(driver, "export-forecast").text() != "", "forecast")
        shot(driver, "18-export")
        print(widget(driver, "export-forecast").text())
        print([widget(driver, "export-layers").itemText(i) for i in range(widget(driver, "export-layers").count())])

"""Exporting from the window: a format, what it cannot carry, and the options under More…"""

import json
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import mark, notice
from tests.support.windows import opened


def begin(driver: Driver) -> None:
    """Mark twice, open the panel and give a name."""
    mark(driver)
    mark(driver, "500만 달러", "3")
    driver.keys("Ctrl+E")
    driver.write("김하나")


def field(driver: Driver, name: str) -> QLineEdit:
    found = driver.window.findChild(QLineEdit, f"export-{name}")
    assert found is not None
    return found


def box(driver: Driver, name: str) -> QCheckBox:
    found = driver.window.findChild(QCheckBox, f"export-{name}")
    assert found is not None
    return found


def told(driver: Driver, name: str = "told") -> str:
    found = driver.window.findChild(QLabel, f"export-{name}")
    return found.text() if found is not None and found.isVisible() else ""


def choose(driver: Driver, name: str, start: str) -> None:
    combo = driver.window.findChild(QComboBox, f"export-{name}")
    assert combo is not None
    combo.setCurrentIndex(next(i for i in range(combo.count()) if combo.itemText(i).startswith(start)))


def foretold(driver: Driver, words: str) -> str:
    driver.wait_until(lambda: words in told(driver, "forecast"), f"not foretold: {words}")
    return told(driver, "forecast")


def export(driver: Driver) -> str:
    driver.press_button("export-go")
    driver.wait_until(lambda: told(driver) != "", "nothing was told")
    return told(driver)


def test_the_panel_says_what_the_format_cannot_carry_before_anything_is_written(
    qtbot: QtBot, home: Path
) -> None:
    with opened() as driver:
        begin(driver)
        whole = foretold(driver, "To be written: documents 1, layers 1, spans 2.")
        assert "Not carried" not in whole
        choose(driver, "format", "CoNLL")
        assert field(driver, "path").text().endswith(".conll")
        lost = foretold(driver, "Not carried by this format:")
        assert "values (2)" in lost
        assert "“JSON Lines of this program” keeps all of it." in lost
        before = sorted(driver.workspace.session.project.path.parent.iterdir())
        assert not [path for path in before if path.suffix == ".conll"]
        field(driver, "path").setText(str(home / "out.conll"))
        assert "values (2)" in export(driver)
    assert "B-AGENCY" in (home / "out.conll").read_text(encoding="utf-8")


def test_the_ending_follows_the_format_and_an_ending_of_ones_own_stays(qtbot: QtBot) -> None:
    with opened() as driver:
        begin(driver)
        stem = field(driver, "path").text().removesuffix(".jsonl")
        for start, suffix in (("Parquet", ".parquet"), ("brat", ""), ("UIMA CAS XMI", ".zip")):
            choose(driver, "format", start)
            assert field(driver, "path").text() == stem + suffix
        field(driver, "path").setText("/elsewhere/my.data")
        choose(driver, "format", "doccano")
        assert field(driver, "path").text() == "/elsewhere/my.data"


def test_labels_zones_and_pseudonyms_are_chosen_under_more(qtbot: QtBot, home: Path) -> None:
    with opened() as driver:
        begin(driver)
        driver.press_button("export-more")
        field(driver, "label-name-AGENCY").setFocus()
        driver.write("ORG")
        box(driver, "label-AMOUNT").click()
        box(driver, "anonymise").click()
        assert "spans of labels left out (1)" in foretold(driver, "Held back")
        field(driver, "path").setText(str(home / "out.jsonl"))
        assert "Held back: spans of labels left out (1)." in export(driver)
        assert notice(driver).startswith("Written: documents 1, spans 1")
        box(driver, "zone-body").click()
        assert "spans outside the zones (1)" in foretold(driver, "spans 0")
    (line,) = (home / "out.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert [span["label"] for span in record["spans"]] == ["ORG"]
    assert record["annotator"] == "annotator-1"


def test_a_split_is_written_into_files_named_after_their_parts(qtbot: QtBot, home: Path) -> None:
    with opened() as driver:
        begin(driver)
        driver.press_button("export-more")
        choose(driver, "split", "80/10/10")
        field(driver, "path").setText(str(home / "out.jsonl"))
        assert "test: documents" in export(driver)
    parts = [home / f"out.{part}.jsonl" for part in ("train", "dev", "test")]
    assert sum(len(part.read_bytes().splitlines()) for part in parts) == 1


def test_offsets_in_utf16_units_are_offered_only_where_the_format_says_so(qtbot: QtBot, home: Path) -> None:
    with opened() as driver:
        begin(driver)
        driver.press_button("export-more")
        assert not box(driver, "utf16").isEnabled()
        choose(driver, "format", "doccano")
        box(driver, "utf16").click()
        field(driver, "path").setText(str(home / "out.jsonl"))
        export(driver)
    record = json.loads((home / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert "utf-16" in json.dumps(record)


@pytest.mark.parametrize("start", ["Parquet", "DocBin"])
def test_a_format_whose_library_is_missing_names_the_line_that_installs_it(
    start: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("annotator.formats.extras.import_module", missing)
    with opened() as driver:
        begin(driver)
        choose(driver, "format", start)
        assert f"annotator[{start.lower()}]" in foretold(driver, "pip install")


def test_closing_the_panel_while_it_counts_leaves_nothing_running(qtbot: QtBot) -> None:
    with opened() as driver:
        begin(driver)
        choose(driver, "format", "CoNLL")
        started = time.monotonic()
        driver.keys("Esc")
        assert time.monotonic() - started < 1
        driver.keys("Ctrl+E")
        foretold(driver, "To be written: documents 1")

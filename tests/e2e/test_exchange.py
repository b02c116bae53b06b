"""Files converted and checked from the window, what was not taken saved, offsets of browsers offered."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from annotator.ui.widgets.quiet_combo import QuietCombo
from tests.e2e.actions.scenario import answer_dialog, notice, shows
from tests.support.windows import opened

TEXT = "😀 가람부는 300억 원을 낸다."
LOST = {"start": 90, "end": 99, "label": "AGENCY"}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), "utf-8")
    return path


def record(id_: str, *spans: object) -> dict[str, object]:
    return {"id": id_, "text": TEXT, "annotator": "김하나", "spans": list(spans)}


def span(start: int, end: int, label: str = "AGENCY", text: str = "가람부") -> dict[str, object]:
    return {"start": start, "end": end, "label": label, "text": text}


def wait_for(driver: Driver, name: str) -> QObject:
    driver.wait_until(lambda: shows(driver, name), name)
    driver.settle()
    return next(found for found in driver.window.findChildren(QObject, name) if found.isVisible())  # type: ignore[attr-defined]


def told(driver: Driver) -> str:
    label = wait_for(driver, "account-told")
    assert isinstance(label, QLabel)
    return label.text()


def listed(driver: Driver) -> str:
    shown = wait_for(driver, "account-list")
    assert isinstance(shown, QPlainTextEdit)
    return shown.toPlainText()


def test_files_are_checked_and_what_is_wrong_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "kim.jsonl", record("d1", span(2, 5), LOST), {"text": ""})
    with opened() as driver:
        answer_dialog(path)
        driver.window.actions_["file.check"].trigger()
        assert "Files 1, documents 1, spans 1." in told(driver)
        assert listed(driver).startswith("kim.jsonl, line 1, spans[1]: ")
        target = tmp_path / "wrong.jsonl"
        answer_dialog(target)
        driver.press_button("account-save")
        driver.wait_until(target.exists, "nothing was saved")
        driver.wait_until(lambda: "(2)" in notice(driver), "nothing was told")
    saved = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [(row["line"], row["where"]) for row in saved] == [(1, "spans[1]"), (2, "")]
    assert [row["content"] for row in saved] == path.read_text("utf-8").splitlines()


def test_offsets_of_browsers_are_offered_and_never_taken_in_silence(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "browser.jsonl", record("d1", span(3, 6)))
    with opened() as driver:
        answer_dialog(path)
        driver.window.actions_["file.check"].trigger()
        assert "UTF-16" in listed(driver)
        driver.press_button("account-again")
        driver.wait_until(lambda: "spans 1." in told(driver), "not read again")
        assert not shows(driver, "account-list")


def convert(driver: Driver, *files: Path) -> None:
    answer_dialog(" ".join(f'"{file}"' for file in files) if len(files) > 1 else files[0])
    driver.window.actions_["file.convert"].trigger()
    wait_for(driver, "convert-panel")


def field(driver: Driver, name: str) -> QLineEdit:
    found = driver.window.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_files_are_converted_with_the_account_of_what_was_left_behind(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "kim.jsonl", record("d1", span(2, 5), LOST))
    with opened() as driver:
        convert(driver, path)
        formats = driver.window.findChild(QuietCombo, "convert-format")
        assert formats is not None
        formats.choose_data("conll")
        assert field(driver, "convert-path").text() == str(tmp_path / "kim-converted.conll")
        driver.press_button("convert-more")
        renamings = field(driver, "export-renamings")
        renamings.setFocus()
        driver.write("AGENCY")
        driver.press_button("convert-go")
        assert "“AGENCY” does not say LABEL=NEW." in wait_for(driver, "convert-told").text()  # type: ignore[attr-defined]
        renamings.setFocus()
        driver.write("=ORG")
        driver.press_button("convert-go")
        assert "Not carried by this format: " in told(driver)
        assert "line 1, spans[1]" in listed(driver)
        before = driver.workspace.library_panel.shown()
    assert before == 1
    assert "B-ORG" in (tmp_path / "kim-converted.conll").read_text("utf-8")


def test_a_conversion_that_cannot_be_written_says_so_in_the_panel(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "kim.jsonl", record("d1", span(2, 5)))
    with opened() as driver:
        convert(driver, path)
        field(driver, "convert-path").setText(str(path / "inside.jsonl"))
        driver.press_button("convert-go")
        assert "inside.jsonl" in wait_for(driver, "convert-told").text()  # type: ignore[attr-defined]


@pytest.mark.parametrize("action", ["file.check", "file.convert"])
def test_no_choice_of_files_does_nothing(action: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([], ""))
    with opened() as driver:
        driver.window.actions_[action].trigger()
        assert driver.workspace.panels.panel is None

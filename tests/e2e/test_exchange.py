"""Files converted and checked from the window, what was not taken saved, offsets of browsers offered."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
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


def shown(driver: Driver, name: str) -> str:
    """Return the text of what is shown under that name, "" where nothing is."""
    for found in driver.window.findChildren(QWidget, name):
        if found.isVisible():
            return str(found.toPlainText() if isinstance(found, QPlainTextEdit) else found.text())
    return ""


def waited(driver: Driver, name: str) -> str:
    driver.wait_until(lambda: shown(driver, name) != "", name)
    return shown(driver, name)


def told(driver: Driver) -> str:
    return waited(driver, "account-told")


def listed(driver: Driver) -> str:
    return waited(driver, "account-list")


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
        driver.wait_until(lambda: "spans 1." in shown(driver, "account-told"), "not read again")
        assert not shows(driver, "account-list")


def convert(driver: Driver, *files: Path) -> None:
    answer_dialog(" ".join(f'"{file}"' for file in files) if len(files) > 1 else files[0])
    driver.window.actions_["file.convert"].trigger()
    driver.wait_until(lambda: shows(driver, "convert-panel"), "the panel")


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
        assert "“AGENCY” does not say LABEL=NEW." in waited(driver, "convert-told")
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
        assert "inside.jsonl" in waited(driver, "convert-told")


def take_in(driver: Driver, *files: Path) -> None:
    """Import into a project of its own."""
    driver.window.files_dropped.emit(list(files))
    driver.press_button("notice-action-1")


def test_all_that_an_import_did_not_take_can_be_read_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "kim.jsonl", record("d1", span(2, 5), LOST), {"text": ""}, record("d2"))
    with opened() as driver:
        take_in(driver, path)
        driver.wait_until(lambda: notice(driver).startswith("Not taken: 2"), "nothing was told")
        driver.press_button("notice-action-1")
        assert "Imported: documents 2, spans 1." in told(driver)
        assert len(listed(driver).splitlines()) == 2
        target = tmp_path / "wrong.jsonl"
        answer_dialog(target)
        driver.press_button("account-save")
        driver.wait_until(target.exists, "nothing was saved")
        driver.keys("Esc")
        assert not shows(driver, "account-panel")
    assert [json.loads(line)["line"] for line in target.read_text("utf-8").splitlines()] == [1, 2]


def test_an_import_offers_the_offsets_of_browsers_and_tells_that_it_took_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "browser.jsonl", record("d1", span(3, 6)))
    with opened() as driver:
        take_in(driver, path)
        driver.wait_until(lambda: "UTF-16" in notice(driver), "nothing was told")
        assert driver.workspace.library_panel.shown() == 0
        driver.press_button("notice-action-1")
        driver.wait_until(
            lambda: "Imported: documents 1, spans 1. To be known: 1." in notice(driver), "not taken"
        )
        spans = driver.workspace.session.project.connection.execute("SELECT text FROM annotation").fetchall()
        assert [text for (text,) in spans] == ["가람부"]
        driver.press_button("notice-action-2")
        assert "An emoji counted as two characters (UTF-16)" in listed(driver)


@pytest.mark.parametrize("action", ["file.check", "file.convert"])
def test_no_choice_of_files_does_nothing(action: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([], ""))
    with opened() as driver:
        driver.window.actions_[action].trigger()
        assert driver.workspace.panels.panel is None


def test_the_keyboard_stays_in_the_panel_while_its_job_runs_and_esc_closes_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "kim.jsonl", record("d1", span(2, 5)))
    with opened() as driver:
        convert(driver, path)
        field(driver, "convert-path").setText(str(path))
        driver.press_button("convert-go")
        assert "is one of the other files that are named" in waited(driver, "convert-told")
        driver.wait_until(lambda: driver.focus.objectName() == "convert-go", "the keyboard went elsewhere")
        driver.keys("Esc")
        driver.wait_until(lambda: not shows(driver, "convert-panel"), "Esc did not close the panel")

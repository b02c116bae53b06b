"""Documents are given to colleagues in the real window; their files open, and suggest nothing where that is wished."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.app.suggestions.suggesting import SUGGESTERS
from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import opened

TEXTS = [f"환경부는 {number}억 원을 쓴다.\n" for number in range(1, 11)]


def told(driver: Driver) -> list[str]:
    return driver.window.findChild(QLabel, "assign-told").text().splitlines()


def test_shares_are_said_as_one_types_written_and_opened(tmp_path: Path, qtbot: QtBot) -> None:
    session = make_session(tmp_path, *TEXTS)
    session.project.close()
    folder = tmp_path / "나눔"
    with opened(session.project.path) as driver:
        driver.window.actions_["file.assign"].trigger()
        driver.window.findChild(QPlainTextEdit, "assign-names").setPlainText("이둘")
        assert told(driver) == ["이둘: documents 10 (0 of them with others), characters 151"]
        driver.window.findChild(QPlainTextEdit, "assign-names").setPlainText("이둘\n박셋\n이둘")
        assert told(driver) == ["Give each annotator a name of their own."]
        driver.window.findChild(QPlainTextEdit, "assign-names").setPlainText("이둘\n박셋")
        assert [line.split(",")[0] for line in told(driver)] == [
            "이둘: documents 6 (2 of them with others)",
            "박셋: documents 6 (2 of them with others)",
        ]
        driver.window.findChild(QCheckBox, "assign-quiet").setChecked(True)
        driver.window.findChild(QLineEdit, "assign-folder").setText(str(folder))
        driver.press_button("assign-go")
        driver.wait_until(lambda: len(list(folder.glob("*.sqlite"))) == 2, "the files are written")
        driver.wait_until(lambda: driver.workspace.panels.panel is None, "the panel closes")
    with opened(folder / "project-이둘.sqlite") as driver:
        assert driver.text.startswith("환경부는")
        driver.drag(*driver.find("환경부"))
        driver.keys("1")
        assert not any(driver.window.actions_[f"mark.suggest-{made.id}"].isChecked() for made in SUGGESTERS)

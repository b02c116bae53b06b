"""annotator.ui.platform, in child processes: message handlers are for the whole process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.ui.platform import SYSTEM_PACKAGES, apt_line, no_window

ROOT = Path(__file__).parents[2]

COPIED = """
import sys
from annotator.ui.platform import keep_copied_text
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from annotator.ui.pane.text_view import TextView
application = QApplication([])
view = TextView()
view.set_document("1조 5000억 원", ())
view.select(0, 3)
view.copy()
keep_copied_text()
print(ascii(QGuiApplication.clipboard().text()))
sys.exit(0)
"""

START = """
from annotator.ui.platform import guard_display
guard_display()
from PySide6.QtWidgets import QApplication
QApplication([])
print("a window")
"""

ROUTED = """
import sys
from pathlib import Path
from annotator import log
from annotator.ui.platform import guard_display, release_qt_messages, route_qt_messages
log.setup(Path(sys.argv[1]), stderr=False)
guard_display()
from PySide6.QtCore import QLoggingCategory, qCritical, qDebug, qInfo, qWarning
from PySide6.QtWidgets import QApplication
application = QApplication([])
qWarning("guarded")
route_qt_messages()
qDebug("quiet")
qInfo("information")
qWarning("warning")
qCritical("critical")
release_qt_messages()
qWarning("released")
"""


def _python(code: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**kept, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there a program can be without a display")
@pytest.mark.parametrize("platform", ["xcb", "wayland", ""])
def test_without_a_display_one_line_says_what_to_do_and_the_program_ends(
    platform: str, tmp_path: Path
) -> None:
    # Without the folder, the library of Wayland itself (where it is installed) writes a line of its own.
    done = _python(START, QT_QPA_PLATFORM=platform, XDG_RUNTIME_DIR=str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert "xvfb-run" in line
    assert "annotator self-check --keep DIR" in line


def test_a_platform_that_qt_does_not_know_is_named() -> None:
    done = _python(START, QT_QPA_PLATFORM="nonsense", DISPLAY=":99")
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert "'nonsense'" in line


def test_with_a_display_the_guard_is_silent() -> None:
    done = _python(START, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout, done.stderr) == (0, "a window\n", "")


def test_a_display_that_refuses_and_libraries_that_are_missing_are_told_apart() -> None:
    screen = {"DISPLAY": ":1"}
    needed = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
    refused = no_window(["could not connect to display :1", needed], screen, system="linux")
    assert "xvfb-run" in refused
    assert apt_line() not in refused
    missing = no_window([needed], screen, system="linux")
    assert apt_line() in missing
    assert "xvfb-run" not in missing
    assert "xvfb-run" in no_window([needed], {}, system="linux")


def test_the_messages_of_qt_go_to_the_log_while_they_are_routed_there(tmp_path: Path) -> None:
    done = _python(ROUTED, str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0
    assert "released" in done.stderr
    lines = (tmp_path / "annotator.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == [
        "WARNING annotator.qt: default: guarded",
        "INFO annotator.qt: default: information",
        "WARNING annotator.qt: default: warning",
        "ERROR annotator.qt: default: critical",
    ]


def test_the_sentences_can_be_had_without_qt() -> None:
    code = "import sys, annotator.ui.platform; sys.exit('PySide6' in sys.modules)"
    assert _python(code).returncode == 0


@pytest.mark.parametrize("file", ["README.md", ".ci/run"])
def test_the_same_system_libraries_are_named_wherever_they_are_named(file: str) -> None:
    words = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ").split()
    start = words.index(SYSTEM_PACKAGES[0])
    assert tuple(words[start : start + len(SYSTEM_PACKAGES)]) == SYSTEM_PACKAGES


def test_quitting_after_copying_ends_cleanly_and_keeps_the_copied_text() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COPIED],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ascii("1조 ") + "\n"), done.stderr

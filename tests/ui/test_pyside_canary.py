"""PySide6 6.12.0 on Python 3.11 loses references to None and True and then aborts: such a release must not get in."""

import subprocess
import sys

import pytest

UPDATES = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
for _ in range(20_000):
    widget.update()
"""

LOST = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Bell(QObject):
    rung = Signal()

application = QApplication([])
widget, bell = QWidget(), Bell()
counted = None if sys.argv[1] == "None" else True
act, times = (widget.update, 200) if counted is None else (bell.rung.emit, 100)
before = sys.getrefcount(counted)
for _ in range(times):
    act()
print(before - sys.getrefcount(counted))
"""


def _python(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, timeout=60
    )


def test_twenty_thousand_calls_do_not_end_the_process() -> None:
    done = _python(UPDATES)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal")
@pytest.mark.parametrize(("counted", "most"), [("None", 50), ("True", 0)])
def test_calls_and_signals_give_back_no_reference_too_many(counted: str, most: int) -> None:
    done = _python(LOST, counted)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) <= most

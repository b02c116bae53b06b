"""The real program for tests: its window on real files, driven by real events, closed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.ui.application import Program
from annotator.ui.driver import Driver
from annotator.ui.fonts import register

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PAGE = SHARED / "newspim_page.txt"


@contextmanager
def opened(*files: Path, size: tuple[int, int] = (1366, 768)) -> Iterator[Driver]:
    """Open the window on some files, in English; close it at the end, whatever happened."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    register(resources.path("fonts"))
    program = Program(application)
    program.appearance.set_language("en")
    program.appearance.set_theme("light")
    program.window.resize(*size)
    try:
        program.open(list(files))
        program.window.activateWindow()
        driver = Driver(program.window)
        driver.settle()
        yield driver
    finally:
        program.window.close()
        program.window.deleteLater()
        program.appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def marks(driver: Driver) -> list[tuple[str, str]]:
    """Return (text, label key) of the spans on the document shown, in reading order."""
    labels = driver.workspace.session.labels
    return [(span.text, labels.by_id(span.label_id).key) for span in driver.workspace.desk.spans]

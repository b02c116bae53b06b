"""What all tests share: no display is needed, nobody's own files are touched, and Hypothesis does not hurry."""

import os
import sys
from collections.abc import Generator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

settings.register_profile("annotator", deadline=None, database=None)
settings.load_profile("annotator")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the program's own folders, here and in child processes, at a folder of the test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what drives a real window where there is none."""
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        for item in items:
            if item.get_closest_marker("xvfb"):
                item.add_marker(pytest.mark.skip(reason="needs a real window: xvfb-run, QT_QPA_PLATFORM=xcb"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write lone surrogates as escapes: what a test captured has to reach the process that gathers the reports."""
    report = yield
    report.sections = [(title, _escaped(content)) for title, content in report.sections]
    if report.longrepr is not None and _escaped(said := str(report.longrepr)) != said:
        report.longrepr = _escaped(said)
    return report


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def pytest_sessionfinish() -> None:
    """End as the program does: nothing on the clipboard may outlive the interpreter."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication

        from annotator.ui.platform import keep_copied_text

        if QApplication.instance() is not None:
            keep_copied_text()

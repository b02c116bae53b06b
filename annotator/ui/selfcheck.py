"""`annotator self-check`: the main job, end to end, in the real window, with real key and mouse events.

For packagers, and for machines without a display: it opens the sample, marks, undoes, notes, saves, opens
again, exports, and checks the export.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from annotator import formats, log, paths
from annotator.core.entry import Entry
from annotator.core.validate import check_entry
from annotator.paths import HOME_VARIABLE
from annotator.ui.application import Program, make_application
from annotator.ui.driver import Driver, NotReachedError
from annotator.ui.platform import guard_display, release_qt_messages, route_qt_messages

_FAILED = 1
_NAME = "Self Check"
_SIZE = (1366, 768)


def main(argv: Sequence[str]) -> int:
    """Run the self-check; print a line for each step; return 0 where all held, 1 where one did not."""
    parser = argparse.ArgumentParser(
        prog="annotator self-check",
        description="Do the main job in a window without a display, and check it.",
    )
    parser.add_argument("--keep", metavar="DIR", help="leave the project, the JSONL and screenshots in DIR")
    options = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not options.keep:
        with tempfile.TemporaryDirectory(prefix="annotator-") as name:
            return _run(Path(name), kept=False)
    folder = Path(options.keep).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return _run(folder, kept=True)


def _run(folder: Path, *, kept: bool) -> int:
    with _own_home(folder / "home"):
        log.setup(paths.log_dir(), stderr=False)
        guard_display()
        application = make_application()
        route_qt_messages()
        for step in SelfCheck(application, folder).steps():
            name = (step.__doc__ or step.__name__).strip().rstrip(".")
            try:
                step()
            except (AssertionError, NotReachedError) as error:
                _say(f"FAILED  {name}: {error}")
                return _FAILED
            _say(f"ok      {name}")
        release_qt_messages()
        log.close()
    _say(f"self-check passed; what it made is in {folder}" if kept else "self-check passed")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def _own_home(folder: Path) -> Iterator[None]:
    """Keep the person's own settings and projects out of it."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before


def _expect(*, holds: bool, told: str) -> None:
    if not holds:
        raise NotReachedError(told)


class SelfCheck:
    """The steps, in order; each raises NotReachedError where something is not as it must be."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._export = folder / "sample.jsonl"
        self._program: Program | None = None
        self._before: list[tuple[int, int, str, str]] = []

    def steps(self) -> list[Callable[[], None]]:
        """Return the steps in their order."""
        return [
            self.open_window,
            self.mark_by_mouse,
            self.mark_by_keyboard,
            self.overlap,
            self.undo_and_redo,
            self.write_note,
            self.show_looks,
            self.reopen,
            self.export,
            self.check_export,
        ]

    @property
    def _drive(self) -> Driver:
        if self._program is None:
            msg = "there is no window"
            raise NotReachedError(msg)
        return Driver(self._program.window)

    def _marks(self) -> list[tuple[int, int, str, str]]:
        labels = self._drive.workspace.session.labels
        rows = []
        for span in self._drive.workspace.desk.spans:
            label = labels.by_id(span.label_id)
            rows.append((span.start, span.end, span.text, label.key if label else ""))
        return rows

    def open_window(self) -> None:
        """Open the window on the sample."""
        self._program = Program(self._application)
        self._program.window.resize(*_SIZE)
        self._program.open([])
        self._drive.settle()
        _expect(holds="과학기술정보통신부" in self._drive.text, told="the sample's article is not shown")
        _expect(holds="베스트 기사" not in self._drive.text, told="page furniture is in the text")
        self._drive.picture(self._folder / "1-opened.png")

    def mark_by_mouse(self) -> None:
        """Mark an agency by dragging the mouse and pressing 1."""
        drive = self._drive
        drive.drag(*drive.find("과학기술정보통신부"))
        drive.keys("1")
        _expect(
            holds=[mark[2:] for mark in self._marks()] == [("과학기술정보통신부", "AGENCY")],
            told=f"marked is {self._marks()}",
        )

    def mark_by_keyboard(self) -> None:
        """Mark a sector, an amount and a date with the keyboard."""
        drive = self._drive
        for quote, digit in (("양자컴퓨팅", "2"), ("500만 달러", "3"), ("내년 초", "4")):
            start, end = drive.find(quote)
            drive.click(start)
            drive.keys(*["Shift+Right"] * (end - start), digit)
        marked = {mark[2:] for mark in self._marks()}
        wanted = {("양자컴퓨팅", "SECTOR"), ("500만 달러", "AMOUNT"), ("내년 초", "DATE")}
        _expect(holds=wanted <= marked, told=f"marked is {marked}")

    def overlap(self) -> None:
        """Mark a span inside another."""
        drive = self._drive
        start, _end = drive.find("과학기술정보통신부")
        drive.drag(start, start + 4)
        drive.keys("2")
        marked = {mark[2:] for mark in self._marks()}
        _expect(holds=("과학기술", "SECTOR") in marked, told=f"marked is {marked}")
        drive.picture(self._folder / "2-marked.png")

    def undo_and_redo(self) -> None:
        """Undo two steps and redo them."""
        before = self._marks()
        self._drive.keys("Ctrl+Z", "Ctrl+Z")
        _expect(holds=len(self._marks()) == len(before) - 2, told=f"left is {self._marks()}")
        self._drive.keys("Ctrl+Shift+Z", "Ctrl+Y")
        _expect(holds=self._marks() == before, told=f"left is {self._marks()}")

    def write_note(self) -> None:
        """Write a note, with Hangul from an input method."""
        drive = self._drive
        drive.keys("F4")
        drive.write("영문 이름 확인")
        current = drive.workspace.desk.current
        _expect(holds=current is not None and current.note == "영문 이름 확인", told="the note is not saved")
        drive.keys("Esc")

    def show_looks(self) -> None:
        """Switch to the dark theme, to English and to the largest text, and back."""
        program, drive = self._program, self._drive
        if program is None:
            return
        looks = program.appearance
        before = looks.settings
        for theme, language, size, name in (
            ("light", "ko", 3, "3-light-korean"),
            ("dark", "ko", 3, "4-dark-korean"),
            ("light", "en", 3, "5-light-english"),
            ("dark", "en", 5, "6-dark-english-largest"),
        ):
            looks.set_theme(theme)
            looks.set_language(language)
            looks.set_text_size(size)
            drive.picture(self._folder / f"{name}.png")
        looks.set_theme(before.theme)
        looks.set_language(before.language)
        looks.set_text_size(before.text_size)

    def reopen(self) -> None:
        """Close the window, open it again, and find everything."""
        before = self._marks()
        if self._program is not None:
            self._program.window.close()
        self._program = Program(self._application)
        self._program.window.resize(*_SIZE)
        self._program.open([])
        self._drive.settle()
        _expect(holds=self._marks() == before, told=f"found is {self._marks()}")
        self._before = before

    def export(self) -> None:
        """Export to JSONL."""
        drive = self._drive
        drive.keys("Ctrl+E")
        for name, text in (("export-name", _NAME), ("export-path", str(self._export))):
            field = drive.window.findChild(QLineEdit, name)
            if field is not None:
                field.setFocus()
                field.selectAll()
                drive.write(text)
        drive.press_button("export-go")
        drive.wait_until(self._export.exists, "no file was written")
        drive.picture(self._folder / "7-exported.png")

    def check_export(self) -> None:
        """Check the exported file: every span slices its text."""
        with self._export.open("rb") as file:
            entries = [item for item in formats.read(file) if isinstance(item, Entry)]
        _expect(holds=len(entries) == 1, told=f"the file has {len(entries)} documents")
        entry = entries[0]
        problems = check_entry(entry)
        _expect(holds=not problems, told=f"the file has problems: {problems}")
        found = sorted((s.start, s.end, entry.text[s.start : s.end], s.label) for s in entry.spans)
        _expect(holds=found == sorted(self._before), told=f"exported is {found}")
        if self._program is not None:
            self._program.window.close()
            self._program = None

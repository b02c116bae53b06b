"""The composition root: makes the application, reads the settings, wires the window, and runs it."""

import secrets
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from annotator import log, paths, resources
from annotator.app import settings as settings_file
from annotator.app.project.projects import Identity
from annotator.app.settings import Settings
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.ui.appearance import Appearance
from annotator.ui.errors import BugHook
from annotator.ui.file_desk import FileDesk
from annotator.ui.fonts import register
from annotator.ui.main_window import MainWindow
from annotator.ui.platform import guard_display, keep_copied_text, release_qt_messages, route_qt_messages
from annotator.ui.project_desk import ProjectDesk

_UID_BYTES = 8


def run(files: list[str]) -> int:
    """Open the window on what `files` name and run until it is closed; return the exit status."""
    log.setup(paths.log_dir(), stderr=False)
    guard_display()
    application = make_application()
    route_qt_messages()
    hook = BugHook()
    hook.install()
    try:
        program = Program(application)
        program.open([Path(name).absolute() for name in files])
        return application.exec()
    finally:
        keep_copied_text()
        hook.restore()
        release_qt_messages()
        log.close()


def make_application() -> QApplication:
    """Return the application with its name and the bundled fonts."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("annotator")
    application.setApplicationDisplayName("annotator")
    register(resources.path("fonts"))
    return application


class Program(QObject):
    """The window with its desks and settings; a test makes one without running the event loop."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        loaded = settings_file.load(paths.settings_file())
        self._note: Message | None = loaded.note
        settings = _with_identity(loaded.settings)
        self.appearance = Appearance(application, settings)
        self.window = MainWindow(self.appearance)
        self.window.restore(settings)
        self.desk = ProjectDesk(self.window, Identity(settings.annotator_uid, settings.annotator_name))
        self._files = FileDesk(self.window, self.desk)
        self.appearance.settings_changed.connect(self._save)
        self.window.closing.connect(self._remember)
        if settings is not loaded.settings:
            self._save(settings)

    def open(self, files: list[Path]) -> None:
        """Show the window on the files, else on the last project, else on the sample."""
        self.desk.start(self.appearance.settings.last_project, files)
        self.window.show()
        if self._note is not None:
            self._tell(self._note)

    @Slot(object)
    def _save(self, settings: Settings) -> None:
        try:
            settings_file.save(settings, paths.settings_file())
        except UserError as error:
            self._tell(error.message)

    @Slot()
    def _remember(self) -> None:
        self._save(self.window.remembered())

    def _tell(self, told: Message) -> None:
        if self.window.workspace is not None:
            self.window.workspace.notices.show_notice(told, "problem", ())


def _with_identity(settings: Settings) -> Settings:
    """Return the settings with an id for the person on this machine, made once."""
    if settings.annotator_uid:
        return settings
    return replace(settings, annotator_uid=secrets.token_hex(_UID_BYTES))

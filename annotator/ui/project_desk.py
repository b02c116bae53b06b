"""Opening, making and sending projects from the window; puts a workspace for each into it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from annotator import paths
from annotator.app.finding import is_label_file
from annotator.app.imports.importing import EnterAs
from annotator.app.project.projects import (
    SUFFIX,
    Identity,
    create_session,
    is_sample,
    open_session,
    proposed_path,
)
from annotator.app.project.sample import open_sample
from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.commands.people import NameAnnotator
from annotator.core.errors import UserError
from annotator.ui.background import Background
from annotator.ui.calls import Call
from annotator.ui.export.desk import ExportDesk
from annotator.ui.importing.desk import ImportDesk
from annotator.ui.main_window import MainWindow
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.workspace import Workspace

CREATE_PROJECT = "create-project"
CHOOSE_PROJECT = "choose-project"
OPEN_PROJECT = "open-project"
GATHER_PROJECT = "gather-project"
OPEN_AGAIN = "open-again"
# Why a project may only be read, where that can end while it is shown.
_MAY_BE_OVER = frozenset({"store.in-use", "store.leased", "store.read-only"})
PROJECT_FILTER = f"annotator (*{SUFFIX})"


class ProjectDesk(QObject):
    """Owns the desks of the open project; the window shows what it is given."""

    def __init__(self, window: MainWindow, identity: Identity) -> None:
        super().__init__(window)
        self._window = window
        self._identity = identity
        self._importing: ImportDesk | None = None
        self._exporting: ExportDesk | None = None
        self._background: Background | None = None
        self._held_back: list[Path] = []
        window.files_dropped.connect(self.take_dropped)
        window.closing.connect(self.stop)
        window.status.name_given.connect(self._name_given)
        window.status.name_done.connect(self._name_done)
        window.actions_.connect_handlers(
            {
                "file.new": self.make_new,
                "file.open": self.choose,
                "file.import": self._import_files,
                "file.import-folder": self._import_folder,
                "file.import-suggestions": Call(self._import_as, EnterAs.SUGGESTIONS),
                "file.import-corrections": Call(self._import_as, EnterAs.CORRECTIONS),
                "file.export": self._export,
                "help.sample": self.open_sample,
            }
        )

    @property
    def identity(self) -> Identity:
        """The person at the keyboard, with the name they gave."""
        return self._identity

    # Which project is open.

    def start(self, last: str, files: list[Path]) -> None:
        """Open what was asked for, else the last project, else the sample."""
        projects = [file for file in files if file.suffix == SUFFIX]
        documents = [file for file in files if file.suffix != SUFFIX]
        wanted = projects[0] if projects else Path(last) if last else None
        opened = wanted is not None and self.open_project(wanted)
        if not opened and self._window.workspace is None:
            self.open_sample()
        if documents:
            self.take_files(documents)

    def open_project(self, path: Path) -> bool:
        """Open a project in place of the one in the window; False, and told why, where it cannot be."""
        if self._writes(path):
            return True
        try:
            self._put(open_session(path, self._identity))
        except UserError as error:
            self._tell_later(error)
            return False
        return True

    def open_sample(self) -> None:
        """Open the sample, its own project in the user's data folder; made at the first start."""
        if self._writes(paths.sample_project()):
            return
        try:
            self._put(open_sample(self._identity))
        except UserError as error:
            self._tell_later(error)

    def _writes(self, path: Path) -> bool:
        """Tell whether the window has this project open for writing: opened again it would stand in its own way."""
        workspace = self._window.workspace
        if workspace is None or workspace.session.project.read_only:
            return False
        try:
            return workspace.session.project.path.samefile(path)
        except OSError:
            return False

    def make_new(self) -> None:
        """Ask where a new project should be, and open it."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("New project"), str(proposed_path()), PROJECT_FILTER
        )
        if name:
            self._make(Path(name))

    def _make(self, path: Path) -> bool:
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        try:
            self._put(create_session(path, self._identity))
        except UserError as error:
            self._tell_later(error)
            return False
        return True

    def choose(self) -> None:
        """Ask which project to open."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), str(paths.documents_dir()), PROJECT_FILTER
        )
        if name:
            self.open_project(Path(name))

    def _put(self, session: Session) -> None:
        self.stop()
        window = self._window
        workspace = Workspace(session, window.actions_, window.appearance.theme)
        window.set_workspace(workspace)
        self._importing = ImportDesk(workspace, window.appearance)
        self._exporting = ExportDesk(workspace)
        self._background = Background(workspace, window)
        self._importing.imported.connect(self._background.index)
        if window.gathering is not None:
            window.gathering.gathered.connect(self._background.index)
            self._importing.item_by_item_wished.connect(window.gathering.gather)
        workspace.import_wished.connect(self._import_files)
        workspace.notices.action_chosen.connect(self._acted)
        workspace.bridge.changed.connect(self._committed)
        for note in session.project.notes:
            again = ((OPEN_AGAIN, lambda: self.tr("Open again")),) if note.id in _MAY_BE_OVER else ()
            workspace.notices.show_notice(note, "info", again)
        if not is_sample(session):
            window.appearance.remember_project(str(session.project.path))
        self._fill_recent()
        workspace.start()

    def _fill_recent(self) -> None:
        menu = self._window.actions_.menu("file.recent")
        menu.clear()
        for name in self._window.appearance.settings.recent_projects:
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(self._open_recent)
        menu.setEnabled(not menu.isEmpty())

    @Slot()
    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_project(Path(str(action.data())))

    def _tell_later(self, error: UserError) -> None:
        """Tell what stood in the way where there is a window to tell it in; the sample opens in its stead."""
        if self._window.workspace is None:
            self.open_sample()
        if self._window.workspace is not None:
            self._window.workspace.notices.show_notice(error.message, "problem", ())

    @Slot()
    def stop(self) -> None:
        """End what runs in the background, before the project is shut."""
        for desk in (self._importing, self._exporting, self._background):
            if desk is not None:
                desk.stop()

    # Documents in, data out.

    @Slot(object)
    def take_dropped(self, files: list[Path]) -> None:
        """Take files that were dropped: colleagues' layers on documents that are here are gathered, others imported.

        Another project is opened, or gathered into this one, as the person says.
        """
        workspace, gathering = self._window.workspace, self._window.gathering
        projects = [file for file in files if file.suffix == SUFFIX]
        if workspace is None or gathering is None or is_sample(workspace.session):
            self.take_files(files)
        elif projects:
            self._held_back = projects
            actions = (
                (OPEN_PROJECT, lambda: self.tr("Open it")),
                (GATHER_PROJECT, lambda: self.tr("Gather it")),
            )
            workspace.notices.show_notice(
                lambda: self.tr(
                    "“%1” is a project. Open it in place of this one, or gather its layers into this one?"
                ).replace("%1", one_line(projects[0].name)),
                "info",
                actions,
            )
        elif all(map(is_label_file, files)) or workspace.session.project.read_only:
            self.take_files(files)
        else:
            gathering.offer(files, self.take_files)

    @Slot(object)
    def take_files(self, files: list[Path]) -> None:
        """Import files; a project among them is opened instead, a label file alone goes to the label set.

        In the sample, a project is proposed first.
        """
        projects = [file for file in files if file.suffix == SUFFIX]
        if projects:
            self.open_project(projects[0])
            return
        workspace = self._window.workspace
        if workspace is None or self._importing is None:
            return
        if all(map(is_label_file, files)):
            workspace.labels_desk.take_file(files[0])
            return
        if is_sample(workspace.session):
            self._held_back = files
            actions = (
                (CREATE_PROJECT, lambda: self.tr("Make it and import")),
                (CHOOSE_PROJECT, lambda: self.tr("Elsewhere…")),
            )
            workspace.notices.show_notice(
                lambda: self.tr("Your documents get a project of their own: %1").replace(
                    "%1", str(proposed_path())
                ),
                "info",
                actions,
            )
            return
        self._importing.take(files)

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action in (OPEN_PROJECT, GATHER_PROJECT):
            projects, self._held_back = self._held_back, []
            if projects and action == OPEN_PROJECT:
                self.open_project(projects[0])
            elif projects and self._window.gathering is not None:
                self._window.gathering.gather(projects)
        if action == OPEN_AGAIN and self._window.workspace is not None:
            self.open_project(self._window.workspace.session.project.path)
        if action not in (CREATE_PROJECT, CHOOSE_PROJECT):
            return
        if action == CREATE_PROJECT:
            made = self._make(proposed_path())
        else:
            before = self._window.workspace
            self.make_new()
            made = self._window.workspace is not before
        files, self._held_back = self._held_back, []
        if made and files and self._importing is not None:
            self._importing.take(files)

    def _import_files(self) -> None:
        self._choose(folder=False)

    def _import_folder(self) -> None:
        self._choose(folder=True)

    def _import_as(self, enter_as: EnterAs) -> None:
        """Ask which files hold suggestions or corrections; they are for documents of this project, the sample too."""
        titles = {
            EnterAs.SUGGESTIONS: self.tr("Import as suggestions"),
            EnterAs.CORRECTIONS: self.tr("Import as corrections"),
        }
        names, _filter = QFileDialog.getOpenFileNames(self._window, titles[enter_as])
        if names and self._importing is not None:
            self._importing.take([Path(name) for name in names], enter_as=enter_as)

    def _choose(self, *, folder: bool) -> None:
        if folder:
            name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
            names = [name] if name else []
        else:
            names, _filter = QFileDialog.getOpenFileNames(self._window, self.tr("Import documents"))
        if names:
            self.take_files([Path(name) for name in names])

    def _export(self) -> None:
        if self._exporting is not None:
            self._exporting.open_panel()

    # The annotator.

    @Slot(str)
    def _name_given(self, name: str) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            workspace.bridge.do(NameAnnotator(name))
            self._window.status.set_annotator(workspace.session.annotator.name)

    @Slot(object)
    def _committed(self, changes: Changes) -> None:
        """Remember the name of the person, wherever they gave it, for the next project."""
        workspace = self._window.workspace
        if workspace is not None and changes.touch("annotator"):
            self._identity = replace(self._identity, name=workspace.session.annotator.name)
            self._window.appearance.remember_annotator(self._identity.uid, self._identity.name)

    @Slot()
    def _name_done(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.focus_article()

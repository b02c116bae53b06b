"""The window: assembles menus, status line and the workspace of the open project; decides nothing."""

import base64
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from annotator.app.settings import Settings
from annotator.ui.action_set import ActionSet
from annotator.ui.annotate.occurrences_desk import OccurrencesDesk
from annotator.ui.annotate.preflight_desk import PreflightDesk
from annotator.ui.appearance import Appearance
from annotator.ui.assigning.desk import AssigningDesk
from annotator.ui.bin.desk import BinDesk
from annotator.ui.company.comment_desk import CommentDesk
from annotator.ui.company.document_desk import DocumentDesk
from annotator.ui.company.list_desk import ListDesk
from annotator.ui.consistency.desk import ConsistencyDesk
from annotator.ui.errors import versions
from annotator.ui.exchange.check_desk import CheckDesk
from annotator.ui.exchange.convert_desk import ConvertDesk
from annotator.ui.gather.desk import GatherDesk
from annotator.ui.gather.people_desk import PeopleDesk
from annotator.ui.jumping import Jumping
from annotator.ui.keys_panel import KeysPanel
from annotator.ui.lexicon.desk import LexiconDesk
from annotator.ui.narrator import Narrator
from annotator.ui.overview.desk import OverviewDesk
from annotator.ui.overview.target import TargetKeeper
from annotator.ui.records.desk import RecordsDesk
from annotator.ui.returning.desk import ReturnedDesk
from annotator.ui.returning.give_desk import GiveBackDesk
from annotator.ui.shortcuts.desk import ShortcutsDesk
from annotator.ui.status_line import StatusLine
from annotator.ui.suggestions.desk import SuggestionsDesk
from annotator.ui.texts.desk import TextsDesk
from annotator.ui.values.desk import ValuesDesk
from annotator.ui.views import ANNOTATE, OVERVIEW, REVIEW
from annotator.ui.workspace import Workspace

_SIZE = QSize(1280, 800)
_IDLE_MS = 2000


class MainWindow(QMainWindow):
    """One window; one workspace at a time."""

    files_dropped = Signal(object)  # list[Path]
    idle = Signal()
    closing = Signal()
    workspace_changed = Signal(object)  # Workspace

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.resize(_SIZE)
        self.appearance = appearance
        self.actions_ = ActionSet(self)
        self.actions_.build_menus(self.menuBar())
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.actions_.set_keys(appearance.settings.shortcuts)
        self.keys = KeysPanel(self.actions_, self)
        self.shortcuts = ShortcutsDesk(self)
        self.workspace: Workspace | None = None
        self.gathering: GatherDesk | None = None
        self._narrator: Narrator | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.idle)
        self.actions_.connect_handlers(appearance.handlers())
        self.actions_.connect_handlers(
            {
                "help.keys": self.keys.toggle,
                "help.about": self._tell_about,
                "file.quit": self.close,
                "view.list": self._fold_list,
                "view.form": self._fold_form,
            }
        )
        appearance.theme_changed.connect(self._theme_changed)
        appearance.text_size_changed.connect(self._text_size_changed)
        appearance.settings_changed.connect(self._show_checks)

    # The open project.

    def set_workspace(self, workspace: Workspace) -> None:
        """Put a workspace into the window in place of the one before, which is shut."""
        before, self.workspace = self.workspace, workspace
        if self._narrator is not None:
            self._narrator.deleteLater()
        if before is not None:
            # Taken out first: the window would delete it before it could be shut.
            self.takeCentralWidget()
            before.shut()
            before.deleteLater()
        self.setCentralWidget(workspace)
        workspace.set_theme(self.appearance.theme)
        workspace.set_text_size(self.appearance.text_size)
        self._restore_areas(workspace)
        workspace.bridge.changed.connect(self._idle.start)
        ListDesk(workspace, self.appearance)
        ValuesDesk(workspace)
        TargetKeeper(OverviewDesk(workspace).page.agreement.target, self.appearance, workspace)
        jumping = Jumping(workspace, self.actions_)
        occurrences = OccurrencesDesk(workspace)
        self.appearance.theme_changed.connect(occurrences.follow_theme)
        self.gathering = gathering = GatherDesk(workspace)
        desks = (
            jumping,
            AssigningDesk(workspace),
            BinDesk(workspace),
            occurrences,
            PreflightDesk(workspace, self.actions_),
            TextsDesk(workspace),
            DocumentDesk(workspace),
            CommentDesk(workspace),
            ConsistencyDesk(workspace),
            RecordsDesk(workspace),
            SuggestionsDesk(workspace, self.actions_, self.appearance),
            LexiconDesk(workspace),
            gathering,
            ConvertDesk(workspace, self.appearance),
            CheckDesk(workspace),
            PeopleDesk(workspace),
            GiveBackDesk(workspace),
            ReturnedDesk(workspace),
        )
        here = {name: handler for desk in desks for name, handler in desk.handlers().items()}
        views = workspace.views
        self.actions_.set_handlers(views.routed({**workspace.handlers(), **here, **views.switches()}))
        views.view_changed.connect(self._show_checks)
        self._narrator = Narrator(workspace, self.actions_, self.status, self)
        self._show_checks()
        self.workspace_changed.emit(workspace)

    def _restore_areas(self, workspace: Workspace) -> None:
        for areas in (workspace.splitter, workspace.review.areas):
            areas.splitterMoved.connect(self._show_checks)
        settings = self.appearance.settings
        centre = max(400, self.width() - settings.list_width - settings.form_width)
        workspace.splitter.setSizes(
            [
                0 if settings.list_folded else settings.list_width,
                centre,
                0 if settings.form_folded else settings.form_width,
            ]
        )

    def remembered(self) -> Settings:
        """Return the settings with the window as it stands now."""
        settings = replace(
            self.appearance.settings,
            window_geometry=_text(self.saveGeometry()),
            window_state=_text(self.saveState()),
        )
        if self.workspace is None:
            return settings
        list_, _centre, form = self.workspace.splitter.sizes()
        return replace(
            settings,
            list_width=list_ or settings.list_width,
            list_folded=list_ == 0,
            form_width=form or settings.form_width,
            form_folded=form == 0,
        )

    def restore(self, settings: Settings) -> None:
        """Stand where the window stood last."""
        if settings.window_geometry:
            self.restoreGeometry(_bytes(settings.window_geometry))
        if settings.window_state:
            self.restoreState(_bytes(settings.window_state))

    @Slot()
    def tell_saved(self) -> None:
        """Answer whether everything is saved."""
        if self._narrator is not None and self.workspace is not None:
            self.workspace.notices.show_notice(self._narrator.everything_saved, "info", ())

    @Slot()
    def _tell_about(self) -> None:
        if self.workspace is not None:
            self.workspace.notices.show_notice(versions(), "info", ())

    # Folding.

    @Slot()
    def _fold_list(self) -> None:
        self._fold(0, self.appearance.settings.list_width)

    @Slot()
    def _fold_form(self) -> None:
        self._fold(2, self.appearance.settings.form_width)

    def _fold(self, area: int, width: int) -> None:
        areas = None if self.workspace is None else self.workspace.views.view.areas
        if areas is None:
            return
        sizes = areas.sizes()
        taken = sizes[area]
        sizes[area] = 0 if taken else width
        sizes[1] += taken - sizes[area]
        areas.setSizes(sizes)
        self._show_checks()

    # Looks.

    @Slot()
    def _show_checks(self) -> None:
        areas = None if self.workspace is None else self.workspace.views.view.areas
        sizes = [1, 1, 1] if areas is None else areas.sizes()
        checks = {**self.appearance.checks(), "view.list": sizes[0] > 0, "view.form": sizes[2] > 0}
        shown = "" if self.workspace is None else self.workspace.views.name
        checks |= {f"view.{name}": name == shown for name in (ANNOTATE, REVIEW, OVERVIEW)}
        for action_id, holds in checks.items():
            self.actions_[action_id].setChecked(holds)

    @Slot()
    def _theme_changed(self) -> None:
        if self.workspace is not None:
            self.workspace.set_theme(self.appearance.theme)

    @Slot()
    def _text_size_changed(self) -> None:
        if self.workspace is not None:
            self.workspace.set_text_size(self.appearance.text_size)

    # Events of the window.

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language; losing the window's focus is a time to tidy."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            if self._narrator is not None:
                self._narrator.tell_all()
        elif event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.idle.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Shut the project before the window goes."""
        self.closing.emit()
        if self.workspace is not None:
            self.workspace.shut()
            self.workspace = None
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._hand_on(paths)

    def _hand_on(self, paths: Iterable[Path]) -> None:
        self.files_dropped.emit(list(paths))


def _text(value: QByteArray) -> str:
    return base64.b64encode(value.data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray(base64.b64decode(text))

"""Gives actions other keys: kept in the settings, in force at once in menus, tooltips and the list of keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence

from annotator.ui.action_set import translated
from annotator.ui.actions import ACTIONS, MENUS, SUBMENUS
from annotator.ui.keys_panel import without_mnemonic
from annotator.ui.messages import Words
from annotator.ui.shortcuts.panel import ShortcutsPanel
from annotator.ui.shortcuts.rules import Obstacle, refusal

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class ShortcutsDesk(QObject):
    """The keys of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._panel: ShortcutsPanel | None = None
        self._actions.connect_handlers({"help.shortcuts": self.open})

    @Slot()
    def open(self) -> None:
        """Show all actions with their keys."""
        workspace = self._window.workspace
        if workspace is None:
            return
        panel = self._panel = ShortcutsPanel()
        panel.key_wished.connect(self._give)
        panel.clear_wished.connect(self._clear)
        panel.default_wished.connect(self._default)
        panel.defaults_wished.connect(self._defaults)
        panel.close_wished.connect(workspace.panels.close_panel)
        panel.destroyed.connect(self._gone)
        # The actions get their new words in the same turn of the event loop, maybe after the panel.
        panel.language_changed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._show()
        workspace.panels.open_panel(panel)

    @Slot(str, str, bool)
    def _give(self, action_id: str, key: str, alone: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        why = refusal(action_id, key, {spec.id: self._actions.keys_of(spec.id) for spec in ACTIONS})
        if why is not None:
            self._tell(partial(self._refused, why.obstacle, key, why.action_id))
            return
        others = () if alone else self._actions.keys_of(action_id)
        self._keep(action_id, [*others, *([] if key in others else [key])])

    @Slot(str)
    def _clear(self, action_id: str) -> None:
        self._keep(action_id, [])

    @Slot(str)
    def _default(self, action_id: str) -> None:
        table = {spec.id: spec.keys for spec in ACTIONS}
        keys = {spec.id: self._actions.keys_of(spec.id) for spec in ACTIONS}
        for key in table[action_id]:
            why = refusal(action_id, key, keys)
            if why is not None:
                self._tell(partial(self._refused, why.obstacle, key, why.action_id))
                return
        self._keep(action_id, list(table[action_id]))

    @Slot()
    def _defaults(self) -> None:
        self._put({})

    def _keep(self, action_id: str, keys: list[str]) -> None:
        given = dict(self._window.appearance.settings.shortcuts)
        given[action_id] = keys
        table = {spec.id: list(spec.keys) for spec in ACTIONS}
        self._put({name: theirs for name, theirs in given.items() if table.get(name) != theirs})

    def _put(self, given: dict[str, list[str]]) -> None:
        self._window.appearance.remember_shortcuts(given)
        self._actions.set_keys(given)
        self._tell("")
        self._show()

    # What is said.

    @Slot()
    def _show(self) -> None:
        if self._panel is not None:
            rows = [(spec.id, self._words(spec.id)) for spec in ACTIONS]
            self._panel.show_actions(rows, {spec.id: self._actions.keys_of(spec.id) for spec in ACTIONS})

    def _words(self, action_id: str) -> str:
        titles = dict(MENUS) | {menu_id: title for menu_id, _parent, title in SUBMENUS}
        spec = next(spec for spec in ACTIONS if spec.id == action_id)
        title = without_mnemonic(translated(titles[spec.menu]))
        # Labels by their names; undo without the step that it would take back.
        named = action_id.startswith(("mark.label-", "mark.second-"))
        words = self._actions[action_id].text() if named else translated(spec.text)
        return f"{title}: {without_mnemonic(words)}"

    def _refused(self, obstacle: Obstacle, key: str, other: str) -> str:
        told = {
            Obstacle.TAKEN: self.tr("%1 belongs to “%2” already. Take it from there first."),
            Obstacle.TYPES: self.tr("%1 writes in fields. Hold Ctrl or Alt with it."),
            Obstacle.MOVES: self.tr("%1 moves the caret."),
            Obstacle.FIELDS: self.tr("%1 is what every field uses."),
            Obstacle.MENUS: self.tr("%1 opens a menu."),
        }[obstacle]
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        return told.replace("%1", native).replace("%2", self._words(other) if other else "")

    def _tell(self, words: Words) -> None:
        if self._panel is not None:
            self._panel.tell(words)

    @Slot()
    def _gone(self) -> None:
        self._panel = None

"""The actions of the window, made from the table: menus, keys, states, and their words in either language."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.ui.actions import ACTIONS, CONTEXT, MENUS, SUBMENUS, ActionSpec, Scope, meet
from annotator.ui.keys import latin, pressed, with_twins

Handler = Callable[[], object]


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


class ActionSet(QObject):
    """One QAction for each row of the table, in its menu, with its keys where they work."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        # The keys in force: a person's, else the table's.
        self._keys = {spec.id: spec.keys for spec in ACTIONS}
        self._actions = {spec.id: self._action(spec) for spec in ACTIONS}
        self._menus: dict[str, QMenu] = {}
        # Words that replace those of the table: the step that undo takes back, the names of labels.
        self._words: dict[str, str] = {}
        # The conditions as they were told last.
        self._held: dict[str, bool] = {}
        # What the present workspace does; replaced as a whole when another project is opened.
        self._handlers: dict[str, Handler] = {}

    def __getitem__(self, action_id: str) -> QAction:
        """Return the action with that id."""
        return self._actions[action_id]

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(name) for name in with_twins(spec.keys)])
        if spec.scope is Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # The application menu of macOS moves actions by their words otherwise.
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action as they are now, by their portable names, without twins."""
        return self._keys[action_id]

    def set_keys(self, given: Mapping[str, Iterable[str]]) -> None:
        """Let actions have the keys that a person gave them, all others those of the table.

        Actions that this version does not know, and names that are no keys, are passed over. A key that two actions
        would have belongs to the first that a person gave it: Qt would let neither have it.
        """
        taken: dict[str, list[Scope]] = {}
        for spec in sorted(ACTIONS, key=lambda spec: spec.id not in given):
            # A name that is no key makes a sequence that is not empty and says nothing.
            names = [latin(key) for key in given.get(spec.id, spec.keys) if QKeySequence(key).toString()]
            self._keys[spec.id] = tuple(
                key
                for key in names
                if not any(meet(spec.scope, other) for other in taken.get(pressed(key), ()))
            )
            for key in names:
                taken.setdefault(pressed(key), []).append(spec.scope)
        for spec in ACTIONS:
            keys = with_twins(self.keys_of(spec.id))
            self._actions[spec.id].setShortcuts([QKeySequence(name) for name in keys])
            self._say(spec.id)

    def connect_handlers(self, handlers: Mapping[str, Handler]) -> None:
        """Connect each action that `handlers` names; the rest of the table stays for others to connect."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(handler)

    def set_handlers(self, handlers: Mapping[str, Handler]) -> None:
        """Connect each action that `handlers` names, in place of what was set before."""
        for action_id, handler in self._handlers.items():
            self._actions[action_id].triggered.disconnect(handler)
        self._handlers = dict(handlers)
        self.connect_handlers(self._handlers)

    def add_to(self, widgets: Iterable[QWidget], *scopes: Scope) -> None:
        """Let the keys of the actions of these scopes work while one of the widgets has the keyboard."""
        specs = [spec for spec in ACTIONS if spec.scope in scopes]
        for widget in widgets:
            for spec in specs:
                widget.addAction(self._actions[spec.id])

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill the menu bar from the table."""
        for menu_id, _title in MENUS:
            menu = bar.addMenu("")
            menu.setObjectName(f"menu.{menu_id}")
            self._menus[menu_id] = menu
        for menu_id, _parent, _title in SUBMENUS:
            self._menus[menu_id] = QMenu(self._window)
        placed: set[str] = set()
        for spec in ACTIONS:
            self._place_submenus(spec.menu, placed, spec)
            menu = self._menus[spec.menu]
            if spec.separated:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])
        self.retranslate()

    def _place_submenus(self, menu_id: str, placed: set[str], spec: ActionSpec) -> None:
        """Put a menu inside a menu where the first of its actions stands in the table."""
        parents = {child: parent for child, parent, _title in SUBMENUS}
        wanted = [menu_id] if menu_id in parents else []
        if spec.id == "file.open":
            wanted.append("file.recent")
        for child in wanted:
            if child not in placed:
                placed.add(child)
                self._menus[parents[child]].addMenu(self._menus[child])

    def menu(self, menu_id: str) -> QMenu:
        """Return a menu, for what is not in the table (the projects opened last)."""
        return self._menus[menu_id]

    def set_words(self, action_id: str, words: str) -> None:
        """Give an action other words than the table's, in the present language; "" goes back to the table's."""
        if words != self._words.get(action_id):
            self._words[action_id] = words
            self._say(action_id)

    def set_conditions(self, conditions: Mapping[str, bool]) -> None:
        """Enable the actions whose condition holds, disable those whose condition does not."""
        if conditions == self._held:
            return
        self._held = dict(conditions)
        for spec in ACTIONS:
            if spec.enabled:
                self._actions[spec.id].setEnabled(conditions.get(spec.enabled, False))

    def retranslate(self) -> None:
        """Say all words anew, after a switch of language."""
        for menu_id, title in MENUS:
            self._menus[menu_id].setTitle(translated(title))
        for menu_id, _parent, title in SUBMENUS:
            self._menus[menu_id].setTitle(translated(title))
        for spec in ACTIONS:
            self._say(spec.id)

    def _say(self, action_id: str) -> None:
        spec = _BY_ID[action_id]
        words = self._words.get(action_id) or translated(spec.text)
        action = self._actions[action_id]
        action.setText(words)
        keys = ", ".join(
            QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in self.keys_of(action_id)
        )
        plain = words.replace("&", "")
        action.setToolTip(f"{plain} ({keys})" if keys else plain)


_BY_ID = {spec.id: spec for spec in ACTIONS}

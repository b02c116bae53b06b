"""The panel of keys: every action with its keys, to be given others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.messages import Words
from annotator.ui.shortcuts.capture import CaptureButton
from annotator.ui.widgets.told import Told

_ROWS = 10
_ID = Qt.ItemDataRole.UserRole


class ShortcutsPanel(QWidget):
    """Lists actions; the buttons act on the one chosen. What is refused is said in a line."""

    key_wished = Signal(str, str, bool)  # action, key, whether in place of the others
    clear_wished = Signal(str)
    default_wished = Signal(str)
    defaults_wished = Signal()
    close_wished = Signal()
    language_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shortcuts-panel")
        self._search = QLineEdit()
        self._search.setObjectName("shortcuts-search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QTreeWidget()
        self._list.setObjectName("shortcuts-list")
        self._list.setRootIsDecorated(False)
        self._list.setColumnCount(2)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setFixedHeight(self.fontMetrics().lineSpacing() * (_ROWS + 2))
        self._told = QLabel()
        self._told.setObjectName("shortcuts-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._telling = Told(self._told)
        self._replace, self._add = CaptureButton(), CaptureButton()
        self._clear, self._default, self._defaults, self._close = (QPushButton() for _ in range(4))
        self._wire()
        self._lay_out()
        self.setFocusProxy(self._search)
        self.retranslate()

    def _wire(self) -> None:
        named = {
            "replace": self._replace,
            "add": self._add,
            "clear": self._clear,
            "default": self._default,
            "defaults": self._defaults,
        }
        for name, button in named.items():
            button.setObjectName(f"shortcuts-{name}")
        for capture in (self._replace, self._add):
            capture.captured.connect(self._captured)
            capture.waiting_changed.connect(self.retranslate)
        self._clear.clicked.connect(self._cleared)
        self._default.clicked.connect(self._defaulted)
        self._defaults.clicked.connect(self.defaults_wished)
        self._close.clicked.connect(self.close_wished)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._replace, self._add, self._clear, self._default):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._defaults)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._list, self._told):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def show_actions(self, rows: Sequence[tuple[str, str]], keys: Mapping[str, tuple[str, ...]]) -> None:
        """Show actions as (id, words) with their keys; the one that was chosen stays chosen."""
        chosen = self.chosen
        self._list.clear()
        for action_id, words in rows:
            item = QTreeWidgetItem([words, "   ".join(map(_native, keys[action_id]))])
            item.setData(0, _ID, action_id)
            self._list.addTopLevelItem(item)
            if action_id == chosen or (not chosen and self._list.topLevelItemCount() == 1):
                self._list.setCurrentItem(item)
        self._filter(self._search.text())

    def tell(self, words: Words) -> None:
        """Say why a key was refused, or what was done."""
        self._telling.say(words)

    @property
    def chosen(self) -> str:
        """The id of the action chosen, "" where none is."""
        item = self._list.currentItem()
        return "" if item is None else str(item.data(0, _ID))

    @Slot(str)
    def _filter(self, wanted: str) -> None:
        first = None
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is None:
                continue
            hidden = wanted.casefold() not in f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(hidden)
            first = item if first is None and not hidden else first
        current = self._list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self._list.setCurrentItem(first)

    @Slot(str)
    def _captured(self, key: str) -> None:
        if self.chosen:
            self.key_wished.emit(self.chosen, key, self.sender() is self._replace)

    @Slot()
    def _cleared(self) -> None:
        self.clear_wished.emit(self.chosen)

    @Slot()
    def _defaulted(self) -> None:
        self.default_wished.emit(self.chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()

    @Slot()
    def retranslate(self) -> None:
        """Say all words anew."""
        waiting = self.tr("Press a key now…")
        self.setAccessibleName(self.tr("Keys of the actions"))
        self._search.setPlaceholderText(self.tr("Find an action or a key"))
        self._search.setAccessibleName(self.tr("Find an action or a key"))
        self._list.setAccessibleName(self.tr("Actions and their keys"))
        self._list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._replace.setText(waiting if self._replace.waiting else self.tr("Another key…"))
        self._add.setText(waiting if self._add.waiting else self.tr("One more key…"))
        self._clear.setText(self.tr("No key"))
        self._default.setText(self.tr("As it was"))
        self._defaults.setText(self.tr("All as they were"))
        self._close.setText(self.tr("Close"))


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

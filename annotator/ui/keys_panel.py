"""All keys, laid over the window by F1; made from the table of actions."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.action_set import ActionSet, translated
from annotator.ui.actions import ACTIONS, MENUS, SUBMENUS, ActionSpec

_COLUMNS = 2
_FRAME = 40
_MNEMONIC = re.compile(r"\(&.\)")


class KeysPanel(QFrame):
    """A list of every action that has a key, grouped by menu; Esc or F1 closes it."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("keys")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._scroll)
        self.hide()

    def toggle(self) -> None:
        """Show the keys, or hide them."""
        if self.isVisible():
            self.hide()
            return
        self._fill()
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._fill()
        super().changeEvent(event)

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        margin = 32
        width = min(1040, parent.width() - 2 * margin)
        page = self._scroll.widget()
        wanted = page.sizeHint().height() + _FRAME if page is not None else 0
        height = min(parent.height() - 2 * margin, wanted)
        self.setGeometry((parent.width() - width) // 2, margin, width, height)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("All keys"))
        page = QWidget()
        columns = QGridLayout(page)
        columns.setHorizontalSpacing(40)
        stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        groups = [(title, self._rows(menu_id)) for menu_id, title in MENUS]
        # The longest first, each into the shorter column.
        for title, rows in sorted(groups, key=_length, reverse=True):
            shorter = heights.index(min(heights))
            heights[shorter] += len(rows) + 2
            stacks[shorter].addLayout(_group(without_mnemonic(translated(title)), rows))
        for index, stack in enumerate(stacks):
            stack.setSpacing(4)
            stack.addStretch(1)
            columns.addLayout(stack, 0, index)
        self._scroll.setWidget(page)

    def _rows(self, menu_id: str) -> list[tuple[str, str]]:
        """Return (words, keys) of the actions of a menu, and of the menus inside it, that have keys now."""
        inside = {menu_id, *(child for child, parent, _title in SUBMENUS if parent == menu_id)}
        return [
            (self._words(spec), "   ".join(_native(name) for name in self._actions.keys_of(spec.id)))
            for spec in ACTIONS
            if spec.menu in inside and self._actions.keys_of(spec.id) and self._actions[spec.id].isVisible()
        ]

    def _words(self, spec: ActionSpec) -> str:
        """Return what an action is called; a label's by its name, undo without the step it would take back."""
        if spec.id.startswith(("mark.label-", "mark.second-")):
            return self._actions[spec.id].text()
        return without_mnemonic(translated(spec.text))


def without_mnemonic(words: str) -> str:
    """Return the words of a menu without the letter that opens it: 파일(&F) and &File."""
    return _MNEMONIC.sub("", words).replace("&", "")


def _length(group: tuple[str, list[tuple[str, str]]]) -> int:
    return len(group[1])


def _native(name: str) -> str:
    return QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)


def _group(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(3)
    grid.setHorizontalSpacing(16)
    grid.setContentsMargins(0, 0, 0, 14)
    heading = QLabel(title)
    heading.setTextFormat(Qt.TextFormat.PlainText)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    grid.addWidget(heading, 0, 0, 1, 2)
    for line, (words, keys) in enumerate(rows, start=1):
        for column, text in enumerate((keys, words)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(label, line, column)
    grid.setColumnMinimumWidth(0, 170)
    grid.setColumnStretch(1, 1)
    return grid

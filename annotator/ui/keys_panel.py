"""All keys, laid over the window by F1; made from the table of actions."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.action_set import translated
from annotator.ui.actions import ACTIONS, MENUS, SUBMENUS

_COLUMNS = 2


class KeysPanel(QFrame):
    """A list of every action that has a key, grouped by menu; Esc or F1 closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        height = parent.height() - 2 * margin
        self.setGeometry((parent.width() - width) // 2, margin, width, height)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("All keys"))
        page = QWidget()
        columns = QGridLayout(page)
        columns.setHorizontalSpacing(40)
        columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        groups = [(menu_id, title) for menu_id, title in MENUS if _rows(menu_id)]
        total = sum(len(_rows(menu_id)) + 2 for menu_id, _ in groups)
        column, filled = 0, 0
        stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        for stack in stacks:
            stack.setSpacing(4)
        for menu_id, title in groups:
            size = len(_rows(menu_id)) + 2
            if column < _COLUMNS - 1 and filled + size / 2 > total / _COLUMNS:
                column += 1
            filled += size
            stacks[column].addLayout(_group(translated(title).replace("&", ""), _rows(menu_id)))
        for index, stack in enumerate(stacks):
            stack.addStretch(1)
            columns.addLayout(stack, 0, index)
        self._scroll.setWidget(page)


def _rows(menu_id: str) -> list[tuple[str, str]]:
    """Return (words, keys) of the actions of a menu and of the menus inside it."""
    inside = {menu_id, *(child for child, parent, _title in SUBMENUS if parent == menu_id)}
    rows = []
    for spec in ACTIONS:
        if spec.menu in inside and spec.keys:
            keys = "   ".join(
                QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText) for name in spec.keys
            )
            words = translated(spec.text).replace("%1", spec.id.rpartition("-")[2])
            rows.append((words, keys))
    return rows


def _group(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(3)
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

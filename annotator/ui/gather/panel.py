"""The panel of a gathering: what came of each file, page by page what is asked, and taking the answers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.imports.intake import FileAccount
from annotator.core.entry import Reject
from annotator.ui.gather.model import AskModel
from annotator.ui.gather.page import AskPage
from annotator.ui.gather.rows import Asked, Chosen, Outcome, columns_of, file_rows, rows_of, title_of
from annotator.ui.messages import said
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_list import QuietList, SoftDelegate
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.tab_row import TabRow

_KINDS: Final = tuple(Asked)
_MOST_TOLD: Final = 500
_LEAST_ROWS: Final = 3
_MEASURED: Final = 60


class FilesPage(QWidget):
    """What came of each file, and, of the current one, what was not taken or was done to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gather-files")
        self._files: Sequence[FileAccount] = ()
        self.model = AskModel(self)
        self.table = QuietTable(self)
        self.table.setObjectName("gather-files-table")
        self.table.setModel(self.model)
        self.table.setItemDelegate(SoftDelegate(self.table))
        self.table.setSelectionMode(QuietTable.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.show()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self._details = QuietList(self)
        self._details.setObjectName("gather-files-details")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 3)
        column.addWidget(self._details, 2)
        self.setFocusProxy(self.table)

    def show_files(self, files: Sequence[FileAccount]) -> None:
        """Show what came of these files, first those of which something was not taken or waits."""
        row = max(0, self.table.currentIndex().row())
        self._files = files = sorted(files, key=_smoothest_last)
        self.model.show_rows(columns_of(None), file_rows(files), {})
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        height = self.table.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        self.table.setMinimumHeight(header.sizeHint().height() + height)
        if files:
            self.table.show_row(min(row, len(files) - 1))
        self._show_details()
        self.retranslate()

    @Slot()
    def _show_details(self) -> None:
        self._details.clear()
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self._files):
            return
        account = self._files[row]
        told = [*account.rejected, *account.notes]
        self._details.addItems([self._line(reject) for reject in told[:_MOST_TOLD]])
        if len(told) > _MOST_TOLD:
            self._details.addItem(self.tr("… and %1 more").replace("%1", f"{len(told) - _MOST_TOLD:,}"))
        if not told:
            self._details.addItem(self.tr("Nothing in this file needs a word."))

    def _line(self, reject: Reject) -> str:
        words = one_line(said(reject.reason))
        if not reject.line:
            return words
        return self.tr("Line %1: %2").replace("%1", f"{reject.line:,}").replace("%2", words)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.table.setAccessibleName(self.tr("What came of each file"))
        self._details.setAccessibleName(self.tr("What was told of the file"))


def _smoothest_last(account: FileAccount) -> tuple[bool, bool]:
    return (not account.rejected, not account.waiting)


class GatherPanel(QWidget):
    """Says what a person has answered, when they want it carried out."""

    take_wished = Signal()
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gather-panel")
        self._outcome: Outcome | None = None
        self.chosen = Chosen()
        names = ("gather-tab-files", *(f"gather-tab-{kind}" for kind in _KINDS))
        self._tabs = TabRow(names, self)
        self._tabs.setObjectName("gather-tabs")
        self._told = QLabel(self)
        self._told.setObjectName("gather-told")
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._take, self._close = QPushButton(self), QPushButton(self)
        self._take.setObjectName("gather-take")
        self._close.setObjectName("gather-close")
        self.files = FilesPage(self)
        self.pages = {kind: AskPage(kind, self) for kind in _KINDS}
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._tabs.opened.connect(self._open)
        self._take.clicked.connect(self.take_wished)
        self._close.clicked.connect(self.close_wished)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._tabs, 1)
        head.addWidget(self._told)
        head.addWidget(self._take)
        head.addWidget(self._close)
        for page in (self.files, *self.pages.values()):
            self._stack.addWidget(page)
        for page in self.pages.values():
            page.chosen.connect(self._show_state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came of a gathering, the first thing that is asked in front."""
        self._outcome = outcome
        self.chosen = Chosen()
        self._fill()
        asked = next((kind for kind in _KINDS if self.pages[kind].model.rows), None)
        self._open(0 if asked is None else _KINDS.index(asked) + 1)

    def _fill(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        self.files.show_files(outcome.files)
        for kind, page in self.pages.items():
            page.show_rows(rows_of(kind, outcome), self.chosen.by_kind[kind])
        self._show_state()

    @Slot(int)
    def _open(self, number: int) -> None:
        self._tabs.set_open(number)
        self._stack.setCurrentIndex(number)
        page: QWidget = (self.files, *self.pages.values())[number]
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_state(self) -> None:
        """Show how many questions of each kind have no answer yet."""
        open_, asked = 0, 0
        for kind, tab in zip(_KINDS, self._tabs.tabs[1:], strict=True):
            rows = self.pages[kind].model.rows
            number = sum(row.key not in self.chosen.by_kind[kind] for row in rows)
            tab.setVisible(bool(rows))
            tab.set_number(number)
            tab.setAccessibleName(f"{title_of(kind)}: {number}" if number else title_of(kind))
            open_ += number
            asked += len(rows)
        self._take.setVisible(asked > 0)
        self._take.setEnabled(self.chosen.count > 0)
        told = self.tr("Open questions: %1").replace("%1", f"{open_:,}") if asked else ""
        self._told.setText(told)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew; what was chosen stays."""
        self.setAccessibleName(self.tr("Gathered files"))
        self._tabs.setAccessibleName(self.tr("Which part of the gathering"))
        for tab, word in zip(self._tabs.tabs, (self.tr("Files"), *map(title_of, _KINDS)), strict=True):
            tab.setText(word)
            tab.setAccessibleName(word)
            tab.updateGeometry()
        self._take.setText(self.tr("Take the answers"))
        self._close.setText(self.tr("Close"))
        self._fill()

"""The panel that gives back: to whom, which files, into which folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.review.giving_back import CSV, HTML, MARKDOWN, GivingBack, Survey
from annotator.review.feedback import Feedback
from annotator.ui.returning.preview import FeedbackPreview
from annotator.ui.widgets.holding import hold_back
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import bold_font

_FILES: Final = ("returns", HTML, MARKDOWN, CSV, "guideline")
_ROWS: Final = 6
_ROW_HEIGHT: Final = 26
_PREVIEW_HEIGHT: Final = 260


class GiveBackPanel(QWidget):
    """Asks what is to be written, each with a default; shows what the one in the list would be told."""

    preview_wished = Signal()
    write_wished = Signal(object)  # GivingBack
    close_wished = Signal()

    def __init__(self, survey: Survey, proposed: Path) -> None:
        super().__init__()
        self.setObjectName("give-back")
        self._survey = survey
        self._head, self._told, self._files_name = QLabel(), QLabel(), QLabel()
        self._head.setFont(bold_font(self.font()))
        self._told.setObjectName("give-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._list = QuietList()
        self._list.setObjectName("give-colleagues")
        self._list.setFixedHeight(max(2, min(_ROWS, len(survey.colleagues))) * _ROW_HEIGHT)
        for colleague in survey.colleagues:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, colleague.uid)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self._files = {name: QCheckBox() for name in _FILES}
        for name, box in self._files.items():
            box.setObjectName(f"give-{name}")
            box.setChecked(name != "guideline" or survey.flagged > 0)
        self._files["guideline"].setEnabled(survey.flagged > 0)
        # Reports are about finished documents only.
        for name in () if survey.documents > survey.unfinished else (HTML, MARKDOWN, CSV):
            self._files[name].setChecked(False)
            self._files[name].setEnabled(False)
        self._path_name, self._path = QLabel(), QLineEdit(str(proposed))
        self._path.setObjectName("give-folder")
        self._browse, self._write, self._close, self._look = (QPushButton() for _ in range(4))
        for button, name in (
            (self._browse, "browse"), (self._write, "write"), (self._close, "close"), (self._look, "preview"),
        ):  # fmt: skip
            button.setObjectName(f"give-{name}")
        self._look.setCheckable(True)
        self._look.setEnabled(bool(survey.colleagues))
        self._preview = FeedbackPreview()
        self._preview.setFixedHeight(_PREVIEW_HEIGHT)
        self._preview.hide()
        self._told_of: Mapping[str, Feedback] | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list if survey.colleagues else self._close)
        self.retranslate()

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(14)
        for box in self._files.values():
            files.addWidget(box)
        files.addStretch(1)
        where = QHBoxLayout()
        where.addWidget(self._path, 1)
        where.addWidget(self._browse)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._files_name, 0, 0)
        grid.addLayout(files, 0, 1)
        grid.addWidget(self._path_name, 1, 0)
        grid.addLayout(where, 1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._look)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._told)
        column.addWidget(self._list)
        column.addWidget(self._preview)
        column.addLayout(grid)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._browse.clicked.connect(self._choose_folder)
        self._write.clicked.connect(self._wish)
        self._close.clicked.connect(self.close_wished)
        self._path.returnPressed.connect(self._wish)
        self._path.textChanged.connect(self._enable)
        self._list.itemChanged.connect(self._enable)
        self._list.currentRowChanged.connect(self._show_preview)
        self._look.toggled.connect(self._toggle_preview)
        for box in self._files.values():
            box.toggled.connect(self._enable)

    # What is asked for.

    def request(self) -> GivingBack:
        """Return what is to be written."""
        chosen = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in map(self._list.item, range(self._list.count()))
            if item.checkState() == Qt.CheckState.Checked
        )
        return GivingBack(
            Path(self._path.text().strip()).expanduser(),
            chosen,
            returns=self._files["returns"].isChecked(),
            reports=frozenset(name for name in (HTML, MARKDOWN, CSV) if self._files[name].isChecked()),
            guideline=self._files["guideline"].isChecked(),
        )

    def set_busy(self, *, busy: bool) -> None:
        """Show that the files are being written."""
        hold_back(self._write, self, enabled=not busy)

    @Slot()
    def _enable(self) -> None:
        wanted = self.request()
        something = (wanted.colleagues and (wanted.returns or wanted.reports)) or wanted.guideline
        self._write.setEnabled(bool(something) and bool(self._path.text().strip()))

    @Slot()
    def _wish(self) -> None:
        if self._write.isEnabled():
            self.write_wished.emit(self.request())

    @Slot()
    def _choose_folder(self) -> None:
        proposed = Path(self._path.text())
        name = QFileDialog.getExistingDirectory(self, self.tr("Give back into"), str(proposed.parent))
        if name:
            self._path.setText(str(Path(name) / proposed.name))

    # What would be told.

    def set_previews(self, told: Mapping[str, Feedback]) -> None:
        """Show what colleagues would be told, by uid."""
        self._told_of = told
        self._show_preview()

    @Slot(bool)
    def _toggle_preview(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signature
        if shown and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        if shown and self._told_of is None:
            self.preview_wished.emit()
        self._show_preview()

    @Slot()
    def _show_preview(self) -> None:
        row = self._list.currentRow()
        there = self._look.isChecked() and self._told_of is not None and row >= 0
        if there and self._told_of is not None:
            colleague = self._survey.colleagues[row]
            self._preview.show_feedback(colleague.name, self._told_of.get(colleague.uid))
        self._preview.setVisible(there)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        survey = self._survey
        self._head.setText(self.tr("Give back"))
        self.setAccessibleName(self._head.text())
        self._told.setText(" ".join(self._account()))
        self.setAccessibleDescription(self._told.text())
        told = self.tr("{name}: documents {documents}, items {items}, decided otherwise {differing}")
        for number, colleague in enumerate(survey.colleagues):
            self._list.item(number).setText(
                told.format(
                    name=colleague.name,
                    documents=f"{colleague.documents:,}",
                    items=f"{colleague.items:,}",
                    differing=f"{colleague.differing:,}",
                )
            )
        self._list.setAccessibleName(self.tr("To whom"))
        self._list.setVisible(bool(survey.colleagues))
        words = {
            "returns": self.tr("Return files"),
            HTML: self.tr("Feedback (HTML)"),
            MARKDOWN: "Markdown",
            CSV: "CSV",
            "guideline": self.tr("List for the guideline ({count})").format(count=f"{survey.flagged:,}"),
        }
        for name, text in words.items():
            self._files[name].setText(text)
        self._files_name.setText(self.tr("Files"))
        self._path_name.setText(self.tr("New folder"))
        self._path.setAccessibleName(self._path_name.text())
        self._browse.setText(self.tr("Browse…"))
        self._look.setText(self.tr("Look at the feedback"))
        self._write.setText(self.tr("Write"))
        self._close.setText(self.tr("Close"))

    def _account(self) -> list[str]:
        survey = self._survey
        if not survey.documents:
            told = [self.tr("Nothing has been decided yet.")]
        else:
            told = [self.tr("Documents with decisions: {count}.").format(count=f"{survey.documents:,}")]
        if survey.unfinished:
            more = self.tr("Not finished: {count}; what is decided goes back, and no number counts them.")
            told.append(more.format(count=f"{survey.unfinished:,}"))
        if survey.withheld:
            more = self.tr("Left out, because their review without names is not done: {count}.")
            told.append(more.format(count=f"{survey.withheld:,}"))
        return told

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

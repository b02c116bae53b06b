"""The panel of assignments: among whom, how many get the same documents, and what comes of it before it is written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.app.review.assigning import Assignable, Share, Wish, split
from annotator.core.errors import UserError
from annotator.ui.messages import Words
from annotator.ui.widgets.holding import hold_back
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.told import Told
from annotator.ui.widgets.tones import bold_font

_NAME_ROWS: Final = 4
_PERCENT: Final = 100


class AssigningPanel(QWidget):
    """Says the shares anew at each change; `assign_wished` carries them with the folder and whether it is quiet."""

    assign_wished = Signal(object, object, bool)  # tuple[Share, …], Path, quiet
    close_wished = Signal()

    def __init__(self, documents: Sequence[Assignable], names: Sequence[str], folder: Path) -> None:
        super().__init__()
        self.setObjectName("assigning")
        self._documents = documents
        self._shares: tuple[Share, ...] = ()
        self._title, self._told = QLabel(self), QLabel(self)
        self._telling = Told(self._told)
        self._names = QPlainTextEdit("\n".join(names), self)
        self._overlap = QSpinBox(self)
        self._copies = QuietCombo(self)
        self._fresh, self._quiet = QCheckBox(self), QCheckBox(self)
        self._seed = QLineEdit("1", self)
        self._folder = QLineEdit(str(folder), self)
        self._browse, self._go, self._close = QPushButton(self), QPushButton(self), QPushButton(self)
        self._captions = {name: QLabel(self) for name in ("names", "overlap", "copies", "seed", "folder")}
        self._set_up()
        self._lay_out()
        self.setFocusProxy(self._names)
        self.retranslate()

    def _set_up(self) -> None:
        for widget, name in (
            (self._names, "names"), (self._overlap, "overlap"), (self._copies, "copies"), (self._fresh, "fresh"),
            (self._quiet, "quiet"), (self._seed, "seed"), (self._folder, "folder"), (self._told, "told"),
            (self._go, "go"), (self._browse, "browse"), (self._close, "close"),
        ):  # fmt: skip
            widget.setObjectName(f"assign-{name}")
        self._names.setTabChangesFocus(True)
        self._names.setFixedHeight(self.fontMetrics().lineSpacing() * _NAME_ROWS + 12)
        self._overlap.setRange(0, _PERCENT)
        self._overlap.setValue(20)
        self._overlap.setSuffix(" %")
        for copies in (0, 2, 3):
            self._copies.addItem("", copies)
        self._fresh.setChecked(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._title.setFont(bold_font(self.font()))
        self._names.textChanged.connect(self._changed)
        self._overlap.valueChanged.connect(self._changed)
        self._copies.activated.connect(self._changed)
        self._fresh.toggled.connect(self._changed)
        self._seed.textChanged.connect(self._changed)
        self._browse.clicked.connect(self._choose_folder)
        self._go.clicked.connect(self._assign)
        self._close.clicked.connect(self.close_wished)

    def _lay_out(self) -> None:
        where, together = QHBoxLayout(), QHBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(self._browse)
        together.addWidget(self._overlap)
        together.addWidget(self._captions["copies"])
        together.addWidget(self._copies)
        together.addWidget(self._captions["seed"])
        together.addWidget(self._seed)
        together.addStretch(1)
        form = QFormLayout()
        form.addRow(self._captions["names"], self._names)
        form.addRow(self._captions["overlap"], together)
        form.addRow("", self._fresh)
        form.addRow("", self._quiet)
        form.addRow(self._captions["folder"], where)
        buttons = QHBoxLayout()
        buttons.addWidget(self._told, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addLayout(buttons)

    def tell(self, words: Words) -> None:
        """Say what happened."""
        self._telling.say(words)

    def set_busy(self, *, busy: bool) -> None:
        """Hold the button back while files are being written."""
        hold_back(self._go, self, enabled=not busy and bool(self._shares))

    def _wish(self) -> Wish:
        names = tuple(line.strip() for line in self._names.toPlainText().splitlines() if line.strip())
        copies = self._copies.currentData()
        return Wish(
            names,
            self._overlap.value() if len(names) > 1 else 0,
            copies if isinstance(copies, int) else 0,
            self._seed.text().strip(),
            only_fresh=self._fresh.isChecked(),
        )

    @Slot()
    def _changed(self) -> None:
        """Say who would get what."""
        try:
            self._shares = split(self._documents, self._wish())
        except UserError as error:
            self._shares = ()
            self.tell(error.message)
        else:
            self.tell(self._share_words)
        self._go.setEnabled(any(share.uids for share in self._shares))

    def _share_words(self) -> str:
        """Return who would get what, a line each."""
        told = self.tr("%1: documents %2 (%3 of them with others), characters %4")
        return "\n".join(
            told.replace("%1", share.name)
            .replace("%2", f"{len(share.uids):,}")
            .replace("%3", f"{share.shared:,}")
            .replace("%4", f"{share.characters:,}")
            for share in self._shares
        )

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._title.text(), self._folder.text())
        if folder:
            self._folder.setText(folder)

    @Slot()
    def _assign(self) -> None:
        folder = self._folder.text().strip()
        if folder and self._shares:
            self.assign_wished.emit(self._shares, Path(folder).expanduser(), self._quiet.isChecked())

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("Assign documents to annotators"))
        self.setAccessibleName(self._title.text())
        words = {
            "names": self.tr("Annotators, one a line"),
            "overlap": self.tr("Given to several"),
            "copies": self.tr("each to"),
            "seed": self.tr("seed"),
            "folder": self.tr("Folder"),
        }
        fields = {
            "names": self._names, "overlap": self._overlap, "copies": self._copies, "seed": self._seed,
            "folder": self._folder,
        }  # fmt: skip
        for name, text in words.items():
            self._captions[name].setText(text)
            fields[name].setAccessibleName(text)
        for row, text in enumerate((self.tr("all"), self.tr("two"), self.tr("three"))):
            self._copies.setItemText(row, text)
        self._fresh.setText(self.tr("Only documents that nobody has begun"))
        self._quiet.setText(self.tr("Nothing is suggested in these files: what is marked is what people see"))
        self._browse.setText(self.tr("Choose…"))
        self._go.setText(self.tr("Write the files"))
        self._close.setText(self.tr("Close"))
        for button in (self._fresh, self._quiet, self._browse, self._go, self._close):
            button.setAccessibleName(button.text())
        self._told.setAccessibleName(self.tr("Who gets what"))
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

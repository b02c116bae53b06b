"""The export panel: which documents, whose layers, which format, where to, and what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.exports.exporting import ExportOptions, LayerChoice
from annotator.app.exports.format_choices import FormatChoice, renamed
from annotator.formats.options import UTF_16
from annotator.ui.export.more import MoreOptions, Unfolded
from annotator.ui.messages import Words, said
from annotator.ui.widgets.buttons import TextButton
from annotator.ui.widgets.holding import hold_back
from annotator.ui.widgets.told import Told
from annotator.ui.widgets.tones import bold_font

# The choices of documents: the statuses of their layers; "" stands for what was never touched, too.
WORKED_ON: Final = frozenset({"in_progress", "done"})
DONE: Final = frozenset({"done"})
ALL: Final = frozenset({"new", "in_progress", "done", "skipped"})
# Stands for a person who has no name yet, where it is only counted what would be written.
_SOMEBODY: Final = "annotator"


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: whose layers, formats, the keys of the labels; and where the file would go."""

    layers: Sequence[LayerChoice]
    formats: Sequence[FormatChoice]
    labels: Sequence[str]
    proposed: Path
    name_needed: bool


class ExportPanel(QWidget):
    """Asks what an export needs, each with a default; `export_wished` carries the options and the path."""

    export_wished = Signal(object, object)  # ExportOptions, Path
    options_changed = Signal()
    close_wished = Signal()

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self.setObjectName("export-panel")
        self._offered = offered
        self._format = offered.formats[0]
        self._documents, self._layers, self._formats = QComboBox(), QComboBox(), QComboBox()
        self._suggestions = QCheckBox()
        self._name, self._path = QLineEdit(), QLineEdit(str(offered.proposed))
        self._name.setMaxLength(80)
        self._browse, self._go, self._close = QPushButton(), QPushButton(), QPushButton()
        self._unfold = TextButton()
        self._more = MoreOptions(offered.labels)
        self._unfolded = Unfolded(self._more)
        self._unfolded.hide()
        self._title, self._forecast, self._told = QLabel(), QLabel(), QLabel()
        self._telling = Told(self._told)
        self._labels = {name: QLabel() for name in ("documents", "layers", "format", "name", "path")}
        self._name_parts()
        self._build()
        self._wire()
        self._more.set_takes_utf16(takes=self._format.takes_utf16)
        self.setFocusProxy(self._name if offered.name_needed else self._path)
        self.retranslate()

    def _name_parts(self) -> None:
        for widget, name in (
            (self._documents, "documents"),
            (self._layers, "layers"),
            (self._formats, "format"),
            (self._suggestions, "suggestions"),
            (self._name, "name"),
            (self._path, "path"),
            (self._browse, "browse"),
            (self._unfold, "more"),
            (self._go, "go"),
            (self._close, "close"),
            (self._forecast, "forecast"),
            (self._told, "told"),
        ):
            widget.setObjectName(f"export-{name}")
        for label in (self._forecast, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.hide()

    def _build(self) -> None:
        self._title.setFont(bold_font(self._title.font()))
        where = QHBoxLayout()
        where.addWidget(self._path, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self._offered.name_needed:
            form.addRow(self._labels["name"], self._name)
        form.addRow(self._labels["documents"], self._documents)
        form.addRow(self._labels["layers"], self._layers)
        form.addRow(self._labels["format"], self._formats)
        form.addRow(self._labels["path"], where)
        form.addRow("", self._suggestions)
        self._go.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._unfold)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addWidget(self._unfolded)
        layout.addWidget(self._forecast)
        layout.addWidget(self._told)
        layout.addLayout(buttons)

    def _wire(self) -> None:
        self._browse.clicked.connect(self._choose_path)
        self._go.clicked.connect(self._export)
        self._close.clicked.connect(self.close_wished)
        self._unfold.clicked.connect(self._fold)
        for field in (self._path, self._name):
            field.returnPressed.connect(self._export)
        for combo in (self._documents, self._layers):
            combo.activated.connect(self._changed)
        self._formats.currentIndexChanged.connect(self._format_chosen)
        self._suggestions.toggled.connect(self._changed)
        self._path.textEdited.connect(self._changed)
        self._more.changed.connect(self._changed)

    def name(self) -> str:
        """Return the name that the person gave here, "" where it was not asked for."""
        return self._name.text().strip() if self._offered.name_needed else ""

    @property
    def format(self) -> str:
        """The id of the format chosen."""
        return self._format.id

    def wish(self, *, dry_run: bool = False) -> tuple[ExportOptions, Path]:
        """Return what is chosen; a dry run names somebody where the person has no name yet."""
        path = self._path.text().strip()
        options = ExportOptions(
            statuses=(WORKED_ON, DONE, ALL)[self._documents.currentIndex()],
            layers=self._offered.layers[self._layers.currentIndex()],
            format=self._format.id,
            name=self.name() or _SOMEBODY if dry_run and self._offered.name_needed else "",
            suggestions=self._suggestions.isChecked(),
            options=UTF_16 if self._more.utf16 else {},
            dry_run=dry_run,
            preparation=self._more.preparation(),
        )
        return options, Path(path).expanduser() if path else self._offered.proposed

    def tell(self, words: Words) -> None:
        """Say what happened, or what is missing, in place of what would be written."""
        self._telling.say(words)
        self._told.setVisible(bool(self._told.text()))
        self._forecast.hide()

    def foretell(self, text: str) -> None:
        """Say what would be written."""
        self._forecast.setText(text)
        self._forecast.setVisible(bool(text))
        self._told.hide()

    def set_busy(self, *, busy: bool) -> None:
        """Hold the button back while an export is under way."""
        hold_back(self._go, self, enabled=not busy)

    @Slot()
    def _changed(self) -> None:
        self.options_changed.emit()

    @Slot(int)
    def _format_chosen(self, index: int) -> None:
        chosen = self._offered.formats[index]
        path = self._path.text().strip()
        if path:
            self._path.setText(str(renamed(Path(path), self._format, chosen)))
        self._format = chosen
        self._more.set_takes_utf16(takes=chosen.takes_utf16)
        self._changed()

    @Slot()
    def _fold(self) -> None:
        self._unfolded.setVisible(not self._unfolded.isVisibleTo(self))
        self._say_fold()

    def _say_fold(self) -> None:
        folded = not self._unfolded.isVisibleTo(self)
        self._unfold.setText(self.tr("More…") if folded else self.tr("Less"))
        self._unfold.setAccessibleName(
            self.tr("More options of the export") if folded else self.tr("Fewer options of the export")
        )
        self._unfold.updateGeometry()

    @Slot()
    def _choose_path(self) -> None:
        kinds = f"*{self._format.suffix}" if self._format.suffix else "*"
        path, _filter = QFileDialog.getSaveFileName(
            self, self._title.text(), self._path.text(), f"{said(self._format.title)} ({kinds})"
        )
        if path:
            self._path.setText(path)
            self._changed()

    @Slot()
    def _export(self) -> None:
        if not self._path.text().strip():
            self.tell(lambda: self.tr("Say where the file should go."))
            return
        if self._offered.name_needed and not self.name():
            self.tell(lambda: self.tr("The file says who marked: give your name first."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.export_wished.emit(*self.wish())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._changed()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("Export"))
        self.setAccessibleName(self._title.text())
        self._labels["documents"].setText(self.tr("Documents"))
        self._labels["layers"].setText(self.tr("Whose marks"))
        self._labels["format"].setText(self.tr("Format"))
        self._labels["name"].setText(self.tr("Your name"))
        self._labels["path"].setText(self.tr("File"))
        self._suggestions.setText(self.tr("Suggestions too, those that files brought and nobody has decided"))
        self._suggestions.setAccessibleName(self._suggestions.text())
        self._browse.setText(self.tr("Choose…"))
        self._go.setText(self.tr("Export"))
        self._close.setText(self.tr("Close"))
        self._say_fold()
        documents = [
            self.tr("Worked on: in progress and done"),
            self.tr("Done only"),
            self.tr("All, untouched ones too"),
        ]
        _fill(self._documents, documents)
        _fill(self._layers, [self._said(choice) for choice in self._offered.layers])
        _fill(self._formats, [_titled(choice) for choice in self._offered.formats])
        for name, field in (
            ("documents", self._documents),
            ("layers", self._layers),
            ("format", self._formats),
            ("name", self._name),
            ("path", self._path),
        ):
            field.setAccessibleName(self._labels[name].text())

    def _said(self, choice: LayerChoice) -> str:
        if choice.kind == "gold":
            return self.tr("Gold")
        if choice.kind == "all":
            return self.tr("All annotators, one line each")
        return choice.name or self.tr("Mine")


def _titled(choice: FormatChoice) -> str:
    return f"{said(choice.title)}  ({choice.suffix})" if choice.suffix else said(choice.title)


def _fill(combo: QComboBox, texts: Sequence[str]) -> None:
    index = max(combo.currentIndex(), 0)
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItems(list(texts))
        combo.setCurrentIndex(index)

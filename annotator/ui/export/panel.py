"""The export panel: which documents, whose layers, which format, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
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

from annotator.app.exporting import ExportOptions, LayerChoice

# The choices of documents: the statuses of their layers; "" stands for what was never touched, too.
WORKED_ON = frozenset({"in_progress", "done"})
DONE = frozenset({"done"})
ALL = frozenset({"new", "in_progress", "done", "skipped"})


class ExportPanel(QWidget):
    """Asks what an export needs, each with a default; `export_wished` carries the options and the path."""

    export_wished = Signal(object, object)  # ExportOptions, Path
    close_wished = Signal()

    def __init__(self, choices: Sequence[LayerChoice], proposed: Path, *, name_needed: bool) -> None:
        super().__init__()
        self.setObjectName("export-panel")
        self._choices = tuple(choices)
        self._name_needed = name_needed
        self._documents = QComboBox()
        self._documents.setObjectName("export-documents")
        self._layers = QComboBox()
        self._layers.setObjectName("export-layers")
        self._suggestions = QCheckBox()
        self._suggestions.setObjectName("export-suggestions")
        self._name = QLineEdit()
        self._name.setObjectName("export-name")
        self._name.setMaxLength(80)
        self._path = QLineEdit(str(proposed))
        self._path.setObjectName("export-path")
        self._browse = QPushButton()
        self._browse.clicked.connect(self._choose_path)
        self._go = QPushButton()
        self._go.setObjectName("export-go")
        self._go.setDefault(True)
        self._go.clicked.connect(self._export)
        self._close = QPushButton()
        self._close.clicked.connect(self.close_wished)
        self._told = QLabel()
        self._told.setObjectName("export-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._title = QLabel()
        self._labels = {name: QLabel() for name in ("documents", "layers", "name", "path")}
        self._path.returnPressed.connect(self._export)
        self._name.returnPressed.connect(self._export)
        self._build()
        self.setFocusProxy(self._name if name_needed else self._path)
        self.retranslate()

    def _build(self) -> None:
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        where = QHBoxLayout()
        where.addWidget(self._path, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self._name_needed:
            form.addRow(self._labels["name"], self._name)
        form.addRow(self._labels["documents"], self._documents)
        form.addRow(self._labels["layers"], self._layers)
        form.addRow("", self._suggestions)
        form.addRow(self._labels["path"], where)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addLayout(buttons)

    def name(self) -> str:
        """Return the name that the person gave here, "" where it was not asked for."""
        return self._name.text().strip() if self._name_needed else ""

    def tell(self, text: str) -> None:
        """Say what happened, or what is missing."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def set_busy(self, *, busy: bool) -> None:
        """Hold the button back while an export is under way."""
        self._go.setEnabled(not busy)

    @Slot()
    def _choose_path(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, self._title.text(), self._path.text(), "JSONL (*.jsonl)"
        )
        if path:
            self._path.setText(path)

    @Slot()
    def _export(self) -> None:
        path = self._path.text().strip()
        if not path:
            self.tell(self.tr("Say where the file should go."))
            return
        if self._name_needed and not self.name():
            self.tell(self.tr("The file says who marked: give your name first."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        choice = self._choices[self._layers.currentIndex()]
        options = ExportOptions(
            statuses=(WORKED_ON, DONE, ALL)[self._documents.currentIndex()],
            layers=choice,
            suggestions=self._suggestions.isChecked(),
        )
        self.export_wished.emit(options, Path(path).expanduser())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("Export as JSONL"))
        self.setAccessibleName(self._title.text())
        self._labels["documents"].setText(self.tr("Documents"))
        self._labels["layers"].setText(self.tr("Whose marks"))
        self._labels["name"].setText(self.tr("Your name"))
        self._labels["path"].setText(self.tr("File"))
        self._suggestions.setText(self.tr("Suggestions too, those that files brought and nobody has decided"))
        self._suggestions.setAccessibleName(self._suggestions.text())
        self._browse.setText(self.tr("Choose…"))
        self._go.setText(self.tr("Export"))
        self._close.setText(self.tr("Close"))
        _fill(
            self._documents,
            [
                self.tr("Worked on: in progress and done"),
                self.tr("Done only"),
                self.tr("All, untouched ones too"),
            ],
        )
        _fill(self._layers, [self._said(choice) for choice in self._choices])
        for name, field in (
            ("documents", self._documents),
            ("layers", self._layers),
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


def _fill(combo: QComboBox, texts: Sequence[str]) -> None:
    index = max(combo.currentIndex(), 0)
    combo.clear()
    combo.addItems(list(texts))
    combo.setCurrentIndex(index)

"""The panel of converting: which files, into which format, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.exports.converting import ConvertRequest
from annotator.app.exports.format_choices import FormatChoice, renamed
from annotator.app.imports.intake import Reader
from annotator.formats.options import UTF_16
from annotator.ui.export.more import MoreOptions, Unfolded
from annotator.ui.messages import Words, said
from annotator.ui.widgets.buttons import CheckButton, TextButton
from annotator.ui.widgets.holding import hold_back
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.told import Told
from annotator.ui.widgets.tones import bold_font


class ConvertPanel(QWidget):
    """Asks what a conversion needs; `convert_wished` carries where to, `request` has the rest."""

    convert_wished = Signal(object)  # Path
    close_wished = Signal()

    def __init__(self, files: Sequence[Path], formats: Sequence[FormatChoice], name: str) -> None:
        super().__init__()
        self.setObjectName("convert-panel")
        self._files = tuple(files)
        self._choices = tuple(formats)
        self._format = formats[0]
        self._title, self._names, self._told = QLabel(), QLabel(), QLabel()
        self._telling = Told(self._told)
        self._formats = QuietCombo()
        first = self._files[0]
        self._path = QLineEdit(str(first.with_name(f"{first.stem}-converted{self._format.suffix}")))
        self._annotator = QLineEdit(name)
        self._annotator.setMaxLength(80)
        self._units = CheckButton()
        self._browse, self._go, self._close = QPushButton(), QPushButton(), QPushButton()
        self._unfold = TextButton()
        self._more = MoreOptions(None, splits=False)
        self._more.set_takes_utf16(takes=self._format.takes_utf16)
        self._unfolded = Unfolded(self._more)
        self._unfolded.hide()
        self._labels = {name: QLabel() for name in ("files", "format", "path", "annotator")}
        self._name_parts()
        self._build()
        self._wire()
        self.setFocusProxy(self._formats)
        self.retranslate()

    def _name_parts(self) -> None:
        for widget, name in (
            (self._names, "files"),
            (self._formats, "format"),
            (self._path, "path"),
            (self._annotator, "annotator"),
            (self._units, "from-utf16"),
            (self._browse, "browse"),
            (self._unfold, "more"),
            (self._go, "go"),
            (self._close, "close"),
            (self._told, "told"),
        ):
            widget.setObjectName(f"convert-{name}")
        for label in (self._names, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._told.hide()

    def _build(self) -> None:
        self._title.setFont(bold_font(self._title.font()))
        where = QHBoxLayout()
        where.addWidget(self._path, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._labels["files"], self._names)
        form.addRow(self._labels["format"], self._formats)
        form.addRow(self._labels["path"], where)
        form.addRow(self._labels["annotator"], self._annotator)
        form.addRow("", self._units)
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
        layout.addWidget(self._told)
        layout.addLayout(buttons)

    def _wire(self) -> None:
        self._formats.currentIndexChanged.connect(self._format_chosen)
        self._browse.clicked.connect(self._choose_path)
        self._unfold.clicked.connect(self._fold)
        self._close.clicked.connect(self.close_wished)
        self._go.clicked.connect(self._convert)
        for field in (self._path, self._annotator):
            field.returnPressed.connect(self._convert)

    @Slot(int)
    def _format_chosen(self, index: int) -> None:
        if not 0 <= index < len(self._choices):
            return
        chosen = self._choices[index]
        path = self._path.text().strip()
        if path:
            self._path.setText(str(renamed(Path(path), self._format, chosen)))
        self._format = chosen
        self._more.set_takes_utf16(takes=chosen.takes_utf16)

    @Slot()
    def _choose_path(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, self._title.text(), self._path.text())
        if name:
            self._path.setText(name)

    @Slot()
    def _fold(self) -> None:
        self._unfolded.setVisible(not self._unfolded.isVisibleTo(self))
        self._say_fold()

    @Slot()
    def _convert(self) -> None:
        path = self._path.text().strip()
        if not path:
            self.tell(lambda: self.tr("Say where the file should go."))
            return
        self.convert_wished.emit(Path(path).expanduser())

    def request(self, target: Path) -> ConvertRequest:
        """Return what is chosen; UserError where labels are renamed in a way that says nothing."""
        name = self._annotator.text().strip()
        return ConvertRequest(
            paths=self._files,
            target=target,
            format=self._format.id,
            reader=Reader(utf16=self._units.isChecked()),
            annotator=name,
            options=UTF_16 if self._more.utf16 else {},
            preparation=self._more.preparation(),
        )

    def tell(self, words: Words) -> None:
        """Say what is missing, or what stood in the way."""
        self._telling.say(words)
        self._told.setVisible(bool(self._told.text()))

    def set_busy(self, *, busy: bool) -> None:
        """Hold the button back while a conversion is under way."""
        hold_back(self._go, self, enabled=not busy)

    def _say_fold(self) -> None:
        folded = not self._unfolded.isVisibleTo(self)
        self._unfold.setText(self.tr("More…") if folded else self.tr("Less"))
        self._unfold.setAccessibleName(self.tr("More options") if folded else self.tr("Fewer options"))
        self._unfold.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("Convert files"))
        self.setAccessibleName(self._title.text())
        first, more = self._files[0].name, len(self._files) - 1
        told = self.tr("%1 and %2 more") if more else "%1"
        self._names.setText(told.replace("%2", f"{more:,}").replace("%1", first))
        for index, choice in enumerate(self._choices):
            words = f"{said(choice.title)}  ({choice.suffix})" if choice.suffix else said(choice.title)
            if index < self._formats.count():
                self._formats.setItemText(index, words)
            else:
                self._formats.addItem(words, choice.id)
        self._labels["files"].setText(self.tr("Files"))
        self._labels["format"].setText(self.tr("Into"))
        self._labels["path"].setText(self.tr("File"))
        self._labels["annotator"].setText(self.tr("Who marked"))
        self._annotator.setPlaceholderText(self.tr("where a file does not say"))
        self._units.setText(self.tr("An emoji counts as two in these files, where they do not say"))
        self._units.setAccessibleName(self._units.text())
        self._units.updateGeometry()
        self._browse.setText(self.tr("Choose…"))
        self._go.setText(self.tr("Convert"))
        self._close.setText(self.tr("Close"))
        self._say_fold()
        for name, field in (
            ("format", self._formats),
            ("path", self._path),
            ("annotator", self._annotator),
        ):
            field.setAccessibleName(self._labels[name].text())

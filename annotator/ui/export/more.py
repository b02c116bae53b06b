"""The further options of an export: labels under other names, zones, a split, pseudonyms, near-duplicates, units."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from annotator.app.exports.preparing import Preparation, renamings_of, split_of
from annotator.core.text import ZoneKind
from annotator.ui.form.words import zone_word
from annotator.ui.widgets.buttons import CheckButton
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.quiet_combo import QuietCombo

_SPLITS: Final = ("", "80/10/10", "70/15/15", "90/10", "80/20")
_IN_A_ROW: Final = 2
_MOST_LINES: Final = 15


class MoreOptions(QWidget):
    """What is seldom asked for; as it stands at first, nothing is changed on the way out."""

    changed = Signal()

    def __init__(
        self, labels: Sequence[str] | None, parent: QWidget | None = None, *, splits: bool = True
    ) -> None:
        """Offer the options; labels that nobody knows before (None) are written out, splits can be left aside."""
        super().__init__(parent)
        self.setObjectName("export-more-options")
        self._labels = {key: _LabelRow(key, self) for key in labels or ()}
        self._renamings = QLineEdit(self)
        self._renamings.setVisible(labels is None)
        self._zones = {kind: CheckButton(self) for kind in ZoneKind}
        self._split = QuietCombo(self)
        self._seed = QLineEdit(self)
        self._anonymise, self._one, self._utf16 = (CheckButton(self) for _ in range(3))
        self._captions = {name: QLabel(self) for name in ("labels", "zones", "split")}
        self._name_parts()
        self._build(splits=splits)
        self._wire()
        self.set_takes_utf16(takes=False)
        self.retranslate()

    def _name_parts(self) -> None:
        for kind, box in self._zones.items():
            box.setObjectName(f"export-zone-{kind}")
            box.setChecked(True)
        for widget, name in (
            (self._split, "split"),
            (self._seed, "seed"),
            (self._renamings, "renamings"),
            (self._anonymise, "anonymise"),
            (self._one, "one-of-duplicates"),
            (self._utf16, "utf16"),
        ):
            widget.setObjectName(f"export-{name}")
        for words in _SPLITS:
            self._split.addItem(words, words)

    def _build(self, *, splits: bool) -> None:
        zones, split, ticks = (QWidget(self) for _ in range(3))
        flow = FlowLayout(zones, spacing=8)
        for box in self._zones.values():
            flow.addWidget(box)
        line = QGridLayout(split)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._split, 0, 0)
        line.addWidget(self._seed, 0, 1)
        line.setColumnStretch(0, 1)
        line.setColumnStretch(1, 1)
        flow = FlowLayout(ticks, spacing=8)
        for box in (self._anonymise, self._one, self._utf16):
            flow.addWidget(box)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._captions["labels"], self._label_rows() if self._labels else self._renamings)
        form.addRow(self._captions["zones"], zones)
        if splits:
            form.addRow(self._captions["split"], split)
        form.addRow("", ticks)
        for widget in (split, self._captions["split"], self._one):
            widget.setVisible(splits)

    def _label_rows(self) -> QWidget:
        rows = QWidget(self)
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        for index, row in enumerate(self._labels.values()):
            column = 2 * (index % _IN_A_ROW)
            grid.addWidget(row.goes, index // _IN_A_ROW, column)
            grid.addWidget(row.name, index // _IN_A_ROW, column + 1)
        return rows

    def _wire(self) -> None:
        for row in self._labels.values():
            row.goes.toggled.connect(self._labels_changed)
            row.name.textEdited.connect(self.changed)
        for box in (*self._zones.values(), self._anonymise, self._one, self._utf16):
            box.toggled.connect(self.changed)
        self._split.currentIndexChanged.connect(self._split_changed)
        self._seed.textEdited.connect(self.changed)
        self._renamings.textEdited.connect(self.changed)
        self._split_changed()

    def preparation(self) -> Preparation:
        """Return what is asked for; UserError `export.no-renaming`."""
        written = renamings_of(self._renamings.text())
        ticked = {key: name for key, row in self._labels.items() if (name := row.asked()) != key}
        kept = frozenset(str(kind) for kind, box in self._zones.items() if box.isChecked())
        split = str(self._split.currentData() or "")
        return Preparation(
            labels={**written, **ticked},
            zones=None if len(kept) == len(self._zones) else kept,
            anonymise=self._anonymise.isChecked(),
            one_of_duplicates=self._one.isChecked(),
            split=split_of(split, self._seed.text().strip()) if split else None,
        )

    @property
    def utf16(self) -> bool:
        """Whether offsets are to count as browsers count, and the format can say so."""
        return self._utf16.isEnabled() and self._utf16.isChecked()

    def set_takes_utf16(self, *, takes: bool) -> None:
        """Say whether the format chosen can have its offsets in UTF-16 units."""
        self._utf16.setEnabled(takes)

    @Slot()
    def _labels_changed(self) -> None:
        for row in self._labels.values():
            row.name.setEnabled(row.goes.isChecked())
        self.changed.emit()

    @Slot()
    def _split_changed(self) -> None:
        self._seed.setEnabled(bool(self._split.currentData()))
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._captions["labels"].setText(self.tr("Labels"))
        self._captions["zones"].setText(self.tr("Spans in"))
        self._captions["split"].setText(self.tr("Files"))
        for kind, box in self._zones.items():
            box.setText(zone_word(kind))
            box.setAccessibleName(f"{self._captions['zones'].text()}: {box.text()}")
        for key, row in self._labels.items():
            row.goes.setAccessibleName(self.tr("Export the spans of %1").replace("%1", key))
            row.name.setAccessibleName(self.tr("Name of %1 in the file").replace("%1", key))
            row.name.setToolTip(row.name.accessibleName())
            row.goes.setToolTip(row.goes.accessibleName())
        self._renamings.setPlaceholderText("AGENCY=ORG, DATE=")
        self._renamings.setAccessibleName(self.tr("Labels under other names; LABEL= leaves its spans out"))
        self._renamings.setToolTip(self._renamings.accessibleName())
        self._split.setItemText(0, self.tr("One file"))
        for index, words in enumerate(_SPLITS[1:], 1):
            parts = self.tr("train, dev, test") if words.count("/") > 1 else self.tr("train, test")
            self._split.setItemText(index, f"{words}  ({parts})")
        self._split.setAccessibleName(self.tr("Files, and the share of each in percent"))
        self._seed.setPlaceholderText(self.tr("any word: another split"))
        self._seed.setAccessibleName(self._seed.placeholderText())
        for box, words in (
            (self._anonymise, self.tr("Pseudonyms for all annotators")),
            (self._one, self.tr("One document of near-duplicates")),
            (self._utf16, self.tr("Offsets in UTF-16 units, as browsers count")),
        ):
            box.setText(words)
            box.setAccessibleName(words)
            box.updateGeometry()
        self._utf16.setToolTip(self.tr("For doccano, Prodigy and Label Studio."))
        self._anonymise.setToolTip(self.tr("What people wrote into notes and comments stays as it is."))


class _LabelRow:
    """Whether the spans of a label go out, and under which name."""

    def __init__(self, key: str, parent: QWidget) -> None:
        self._key = key
        self.goes = CheckButton(parent)
        self.goes.setObjectName(f"export-label-{key}")
        self.goes.setText(key)
        self.goes.setChecked(True)
        self.name = QLineEdit(parent)
        self.name.setObjectName(f"export-label-name-{key}")
        self.name.setPlaceholderText(key)
        self.name.setMaxLength(80)

    def asked(self) -> str:
        """Return the name that its spans get, "" where they stay behind."""
        return (self.name.text().strip() or self._key) if self.goes.isChecked() else ""


class Unfolded(QScrollArea):
    """Gives the options the room that they need, and lets them scroll where that would hide the article."""

    def __init__(self, options: MoreOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export-unfolded")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._options = options
        self.setWidget(options)

    def sizeHint(self) -> QSize:
        """Return the height of the options at the present width, up to some lines."""
        hint = self._options.sizeHint()
        layout = self._options.layout()
        tall = layout.totalHeightForWidth(max(self.width(), hint.width())) if layout is not None else -1
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        return QSize(hint.width(), min(tall if tall > 0 else hint.height(), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need another height at another width."""
        super().resizeEvent(event)
        self.updateGeometry()

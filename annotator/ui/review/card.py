"""The card of the current item: what each layer has, what was decided, and what the reviewer says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.core.decision import Made
from annotator.ui.review.layer_row import PAD, LayerRow, RowContent
from annotator.ui.review.words import CONFIDENCES, REASONS, say
from annotator.ui.theme import Theme
from annotator.ui.widgets.plain_line import PlainLine
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.tones import bold_font

GOLD: Final = "★"
"""The key of the row that shows what was decided."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a reviewer says of a decision beside the result."""

    reason: str = ""
    confidence: str = ""
    note: str = ""
    flag: bool = False

    def on(self, made: Made) -> Made:
        """Return the decision with these."""
        return replace(made, reason=self.reason, confidence=self.confidence, note=self.note, flag=self.flag)


@dataclass(frozen=True, slots=True)
class CardContent:
    """What the card shows: head, a row for each layer, what was said, who has not finished, gold, details."""

    head: str
    told: str
    rows: tuple[RowContent, ...]
    gold: RowContent
    remarks: tuple[str, ...]
    waiting: str
    details: Details
    keys: str


class ItemCard(QWidget):
    """Shows an item; wishes go out by signals. Tab walks reason, confidence, note and flag."""

    row_clicked = Signal(str)
    details_changed = Signal(object)  # Details

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("item-card")
        self._theme = theme
        self._head = QLabel(self)
        self._head.setObjectName("item-head")
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._head.setFont(bold_font(self.font()))
        self._told = _plain(self, "item-told")
        self._remarks = _plain(self, "item-remarks")
        self._remarks.setForegroundRole(self.palette().ColorRole.WindowText)
        self._waiting = _plain(self, "item-waiting")
        self._keys = _plain(self, "item-keys")
        self._rows: list[LayerRow] = []
        self._gold = LayerRow(theme, self)
        self._gold.setObjectName("gold-row")
        self.reason = _combo(self, "review-reason", REASONS)
        self.confidence = _combo(self, "review-confidence", CONFIDENCES)
        self.note = PlainLine(self)
        self.note.setObjectName("review-note")
        self.flag = QCheckBox(self)
        self.flag.setObjectName("review-flag")
        self._names = [QLabel(self) for _ in range(3)]
        self._shown = Details()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12 - PAD, 10, 12 - PAD, 10)
        column.setSpacing(8)
        # One left edge for words and rows: the ground of a row reaches beyond its words.
        for words in (self._head, self._told, self._remarks, self._waiting, self._keys):
            words.setContentsMargins(PAD, 0, PAD, 0)
        column.addWidget(self._head)
        column.addWidget(self._told)
        column.addLayout(self._column)
        column.addWidget(self._remarks)
        column.addWidget(self._waiting)
        column.addWidget(self._gold)
        form = QFormLayout()
        form.setContentsMargins(PAD, 0, PAD, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in zip(self._names, (self.reason, self.confidence, self.note), strict=True):
            name.setBuddy(field)
            form.addRow(name, field)
        form.addRow(self.flag)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._keys)
        area = QScrollArea(self)
        area.setObjectName("item-area")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        order = (self.reason, self.confidence, self.note, self.flag)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.reason.activated.connect(self._tell)
        self.confidence.activated.connect(self._tell)
        self.note.left.connect(self._tell)
        self.note.returnPressed.connect(self._tell)
        self.flag.clicked.connect(self._tell)
        self._gold.clicked.connect(self.row_clicked)

    # What is shown.

    def show_content(self, content: CardContent, *, keep_details: bool) -> None:
        """Show an item; `keep_details` leaves alone what a person is writing for it."""
        self._head.setText(content.head)
        self._told.setText(content.told)
        self._told.setVisible(bool(content.told))
        self._remarks.setText("\n".join(content.remarks))
        self._remarks.setVisible(bool(content.remarks))
        self._waiting.setText(content.waiting)
        self._waiting.setVisible(bool(content.waiting))
        # A point stays with the words before it.
        self._keys.setText(content.keys.replace(" · ", "\N{NO-BREAK SPACE}· "))
        self._show_rows(content.rows)
        self._gold.show_content(content.gold)
        self._gold.setVisible(bool(content.gold.key))
        if not keep_details:
            self._show_details(content.details)
        self.setAccessibleName(content.head)

    def _show_rows(self, rows: Sequence[RowContent]) -> None:
        while len(self._rows) < len(rows):
            row = LayerRow(self._theme, self)
            row.setObjectName(f"layer-row-{len(self._rows) + 1}")
            row.clicked.connect(self.row_clicked)
            self._column.addWidget(row)
            self._rows.append(row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(rows))
            if at < len(rows):
                row.show_content(rows[at])

    def _show_details(self, details: Details) -> None:
        self._shown = details
        self.reason.choose_data(details.reason)
        self.confidence.choose_data(details.confidence)
        self.note.show_text(details.note)
        self.flag.setChecked(details.flag)

    @property
    def details(self) -> Details:
        """What stands in the fields."""
        return Details(
            str(self.reason.currentData() or ""),
            str(self.confidence.currentData() or ""),
            self.note.text().strip(),
            self.flag.isChecked(),
        )

    def flow_widgets(self) -> list[QWidget]:
        """Return the fields, in the order in which Tab walks them."""
        return [self.reason, self.confidence, self.note, self.flag]

    def set_editable(self, *, editable: bool) -> None:
        """Let a person write, or only look."""
        for field in self.flow_widgets():
            field.setEnabled(editable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for row in (*self._rows, self._gold):
            row.set_theme(theme)

    @Slot()
    def _tell(self) -> None:
        details = self.details
        if details != self._shown:
            self._shown = details
            self.details_changed.emit(details)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        words = (self.tr("Reason"), self.tr("Confidence"), self.tr("Note"))
        for name, field, word in zip(
            self._names, (self.reason, self.confidence, self.note), words, strict=True
        ):
            name.setText(word)
            field.setAccessibleName(word)
        for combo, table in ((self.reason, REASONS), (self.confidence, CONFIDENCES)):
            for at, word in enumerate(table.values()):
                combo.setItemText(at, say(word))
        self.note.setPlaceholderText(self.tr("Told to those who have it otherwise"))
        self.flag.setText(self.tr("For the guideline"))
        self.flag.setAccessibleName(self.flag.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _plain(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _combo(parent: QWidget, name: str, table: dict[str, str]) -> QuietCombo:
    combo = QuietCombo(parent)
    combo.setObjectName(name)
    for key in table:
        combo.addItem("", str(key))
    return combo

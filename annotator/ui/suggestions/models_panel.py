"""The panel of those whose suggestions files brought: from which score on they are shown, and accepting them all."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.suggestions.suggesting import Model
from annotator.core.suggestion import Least, Suggestion
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_text import one_line

_DECIMALS: Final = 2
# Scores that a spin box can hold.
_MOST: Final = 1e9


class ModelRow(QObject):
    """What is shown of one model: its name, its scores, the least score, how many that leaves, and accepting them."""

    least_changed = Signal(str, str)  # name, least score as text, "" for none
    accept_wished = Signal(str)

    def __init__(self, name: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._model = Model(name, ())
        self._good = 0
        self._editable = True
        self.title = ElidedLabel(parent)
        self.title.setText(one_line(name))
        self.scores, self.counts = QLabel(parent), QLabel(parent)
        self.least = QDoubleSpinBox(parent)
        self.least.setDecimals(_DECIMALS)
        self.least.setLocale(QLocale.c())
        self.least.setPrefix("≥ ")
        # A number is asked for when it is whole: half of one would hide suggestions while it is typed.
        self.least.setKeyboardTracking(False)
        self.accept = QPushButton(parent)
        for widget, what in (
            (self.title, "name"),
            (self.scores, "scores"),
            (self.least, "least"),
            (self.counts, "counts"),
            (self.accept, "accept"),
        ):
            widget.setObjectName(f"model-{what}-{number}")
        self.least.valueChanged.connect(self._changed)
        self.accept.clicked.connect(self._wished)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets of the row, from left to right."""
        return (self.title, self.scores, self.least, self.counts, self.accept)

    def set_model(self, model: Model, least: Least, *, editable: bool) -> None:
        """Show what is open of the model, and which score is asked of it."""
        self._model, self._good, self._editable = model, len(model.good(least)), editable
        asked = least.get(self.name)
        grades = [float(grade) for made in model.open if (grade := made.grade) is not None]
        self.least.setEnabled(bool(grades) or asked is not None)
        low, high = _range([*grades, *([] if asked is None else [float(asked)])])
        with QSignalBlocker(self.least):
            self.least.setRange(low, high)
            self.least.setSingleStep(0.05 if high <= 1 else 1)
            self.least.setValue(low if asked is None else float(asked))
        self.retranslate()

    @Slot()
    def _changed(self) -> None:
        value = self.least.value()
        text = "" if value <= self.least.minimum() else f"{value:.{_DECIMALS}f}"
        self.least_changed.emit(self.name, text)

    @Slot()
    def _wished(self) -> None:
        self.accept_wished.emit(self.name)

    def retranslate(self) -> None:
        """Say all words anew."""
        scored = [made for made in self._model.open if made.grade is not None]
        if scored:
            lowest, highest = min(scored, key=_grade), max(scored, key=_grade)
            told = self.tr("scores %1 to %2").replace("%1", lowest.score).replace("%2", highest.score)
        else:
            told = self.tr("no scores")
        self.scores.setText(told)
        self.least.setSpecialValueText(self.tr("any score"))
        self.least.setAccessibleName(self.tr("Least score of %1").replace("%1", self.name))
        hidden = len(self._model.open) - self._good
        counts = self.tr("%1 shown, %2 not").replace("%1", f"{self._good:,}").replace("%2", f"{hidden:,}")
        self.counts.setText(counts)
        self.accept.setText(self.tr("Accept %1…").replace("%1", f"{self._good:,}"))
        self.accept.setAccessibleName(f"{self.name}: {self.accept.text()}")
        self.accept.setEnabled(self._good > 0 and self._editable)


class ModelsPanel(QWidget):
    """Lists whose suggestions are open on the document shown."""

    least_changed = Signal(str, str)
    accept_wished = Signal(str)
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models-panel")
        self._rows: list[ModelRow] = []
        self._told = QLabel()
        self._told.setObjectName("models-told")
        self._told.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self._close = QPushButton()
        self._close.setObjectName("models-close")
        self._close.clicked.connect(self.close_wished)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addLayout(self._grid)
        column.addLayout(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._close)
        self.retranslate()

    def set_models(self, models: Sequence[Model], least: Least, *, editable: bool) -> None:
        """Show these models; a row that stays keeps the keyboard."""
        if [row.name for row in self._rows] != [model.name for model in models]:
            self._lay_out([model.name for model in models])
        for row, model in zip(self._rows, models, strict=True):
            row.set_model(model, least, editable=editable)
        self.retranslate()

    def _lay_out(self, names: Sequence[str]) -> None:
        for row in self._rows:
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            row.deleteLater()
        self._rows = [ModelRow(name, number, self) for number, name in enumerate(names, 1)]
        before: QWidget | None = None
        for number, row in enumerate(self._rows):
            row.least_changed.connect(self.least_changed)
            row.accept_wished.connect(self.accept_wished)
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, number, column)
            for widget in (row.least, row.accept):
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget
        if before is not None:
            self.setTabOrder(before, self._close)
        self.setFocusProxy(self._rows[0].least if self._rows else self._close)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Suggestions of models"))
        if self._rows:
            told = self.tr(
                "What files have proposed for this document. Suggestions with a lower score are neither shown nor"
                " counted, in any document."
            )
        else:
            told = self.tr("No file has proposed anything for this document that is still to be decided.")
        self._told.setText(told)
        self._close.setText(self.tr("Close"))
        for row in self._rows:
            row.retranslate()


def _range(numbers: Sequence[float]) -> tuple[float, float]:
    """Return the range of a spin box in which these scores lie, 0 to 1 where nothing is outside it."""
    kept = [max(-_MOST, min(_MOST, number)) for number in numbers]
    return float(math.floor(min([0.0, *kept]))), float(math.ceil(max([1.0, *kept])))


def _grade(made: Suggestion) -> Decimal:
    return made.grade or Decimal(0)

"""The panel of what is not the same everywhere: one thing at a time, its ways, their places, and what to do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app.review.consistency import Consistency, Inconsistency, Kind, Spot, Variant
from annotator.core.labels import LabelSet
from annotator.ui.annotate.finding_list import FindingList
from annotator.ui.form.words import label_title, value_words
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.tones import bold_font

_MOST_ROWS: Final = 300


class ConsistencyPanel(QWidget):
    """Shows the inconsistencies in a list to choose from, the places of the chosen one under their ways."""

    place_wished = Signal(object)  # Spot
    alike_wished = Signal(object, object)  # Inconsistency, Variant: make all so
    leave_wished = Signal(object)  # Inconsistency
    article_wished = Signal()
    again_wished = Signal()
    close_wished = Signal()

    def __init__(self, labels: LabelSet, titles: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consistency")
        self._labels = labels
        self._titles = titles
        self._found: Consistency | None = None
        self._rows: list[Spot] = []
        self._editable = True
        self._told = QLabel(self)
        self._told.setObjectName("consistency-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setFont(bold_font(self.font()))
        self._which = QuietCombo(self)
        self._which.setObjectName("consistency-which")
        self._which.setMaxVisibleItems(20)
        self.list = FindingList(self)
        self.list.setObjectName("consistency-list")
        self._target = QuietCombo(self)
        self._target.setObjectName("consistency-target")
        self._buttons = {name: QPushButton(self) for name in ("alike", "leave", "again", "close")}
        for name, button in self._buttons.items():
            button.setObjectName(f"consistency-{name}")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._which)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._target, 1)
        for name in ("alike", "leave"):
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        for name in ("again", "close"):
            row.addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self._which)
        column.addWidget(self.list)
        column.addLayout(row)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._fill)
        self.list.place_chosen.connect(self._went)
        self.list.entered.connect(self.article_wished)
        self._buttons["alike"].clicked.connect(self._make_alike)
        self._buttons["leave"].clicked.connect(self._leave)
        self._buttons["again"].clicked.connect(self.again_wished)
        self._buttons["close"].clicked.connect(self.close_wished)

    def set_editable(self, *, editable: bool) -> None:
        """Let things be made alike, or only be looked at."""
        self._editable = editable
        self._fill()

    def set_found(self, found: Consistency | None) -> None:
        """Show what was found; None while it is being looked for. What was chosen stays so where it is still there."""
        before = self._chosen
        self._found = found
        self._name_all()
        keys = [(one.kind, one.text) for one in found.found] if found is not None else []
        if before is not None and (before.kind, before.text) in keys:
            self._which.setCurrentIndex(keys.index((before.kind, before.text)))
        self.retranslate()

    @property
    def _chosen(self) -> Inconsistency | None:
        at = self._which.currentIndex()
        return None if self._found is None or not 0 <= at < len(self._found.found) else self._found.found[at]

    def _name_all(self) -> None:
        at = self._which.currentIndex()
        self._which.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._which.clear()
        for one in self._found.found if self._found is not None else ():
            self._which.addItem(self._words_of(one))
        self._which.setCurrentIndex(min(max(at, 0), self._which.count() - 1))
        self._which.blockSignals(False)  # noqa: FBT003 - Qt's signature

    @Slot()
    def _fill(self) -> None:
        """List the places of what is chosen, under their ways."""
        one = self._chosen
        self._rows = []
        groups: list[tuple[str, list[str]]] = []
        for variant in one.variants if one is not None else ():
            spots = variant.spots[: max(0, _MOST_ROWS - len(self._rows))]
            self._rows += spots
            groups.append((f"{self._way(variant)} · {variant.count:,}", [self._row(spot) for spot in spots]))
        self.list.fill(groups)
        self.list.setVisible(one is not None)
        self._target.clear()
        for variant in one.variants if one is not None else ():
            self._target.addItem(self._way(variant))
        several = one is not None and one.kind is not Kind.UNMARKED
        self._target.setVisible(several)
        for name in ("alike", "leave"):
            self._buttons[name].setVisible(one is not None)
            self._buttons[name].setEnabled(self._editable)
        self._name_buttons()

    def _way(self, variant: Variant) -> str:
        label = label_title(self._labels.by_id(variant.label_id))
        value = value_words(variant.norm)
        ref = variant.norm.ref if variant.norm is not None and variant.norm.type == "name" else None
        return " · ".join(part for part in (label, value, ref or "") if part)

    def _row(self, spot: Spot) -> str:
        return f"…{spot.before}[{spot.text}]{spot.after}…   {self._titles(spot.document_id)}"

    @Slot(int)
    def _went(self, number: int) -> None:
        self.place_wished.emit(self._rows[number])

    @Slot()
    def _make_alike(self) -> None:
        one = self._chosen
        if one is not None:
            at = 0 if one.kind is Kind.UNMARKED else max(0, self._target.currentIndex())
            self.alike_wished.emit(one, one.variants[at])

    @Slot()
    def _leave(self) -> None:
        if self._chosen is not None:
            self.leave_wished.emit(self._chosen)

    # Words.

    def _words_of(self, one: Inconsistency) -> str:
        words = {
            Kind.LABELS: self.tr("several labels"),
            Kind.VALUES: self.tr("several values"),
            Kind.NAMES: self.tr("one body, several names"),
            Kind.UNMARKED: self.tr("left unmarked"),
        }
        return f"{one.text}   {words[one.kind]} · {one.count:,}"

    def _name_buttons(self) -> None:
        one = self._chosen
        marks = one is not None and one.kind is Kind.UNMARKED
        alike = self.tr("Mark all %1").replace("%1", f"{one.count:,}") if one is not None and marks else ""
        words = {
            "alike": alike or self.tr("Make all so"),
            "leave": self.tr("It is right as it is"),
            "again": self.tr("Look again"),
            "close": self.tr("Close"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        self._buttons["again"].setEnabled(self._found is not None)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._told.setText(self._words())
        self.setAccessibleName(self._told.text())
        self._which.setAccessibleName(self.tr("What is not the same everywhere"))
        self.list.setAccessibleName(self.tr("Its places"))
        self._target.setAccessibleName(self.tr("How all should be"))
        for row, one in enumerate(self._found.found if self._found is not None else ()):
            self._which.setItemText(row, self._words_of(one))
        self._which.setVisible(bool(self._found and self._found.found))
        self._fill()

    def _words(self) -> str:
        found = self._found
        if found is None:
            return self.tr("Your spans in all documents are being compared…")
        if not found.found:
            return self.tr("All is the same everywhere. Looked at: documents %1.").replace(
                "%1", f"{found.documents:,}"
            )
        told = self.tr("Not the same everywhere: %1. Looked at: documents %2.")
        return told.replace("%1", f"{len(found.found):,}").replace("%2", f"{found.documents:,}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

"""The queue: the items of all documents, narrowed and in order, with how many there are."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from annotator.app.review.review_queue import Filter, Order, Row, Show
from annotator.ui.review.queue_model import QueueModel
from annotator.ui.review.words import CLASSES, ORDERS, SHOWN, say
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_list import SoftDelegate
from annotator.ui.widgets.quiet_table import QuietTable

_LEAST_WIDTH: Final = 190


class QueuePanel(QWidget):
    """Shows the queue; `filter_changed` and `row_chosen` are what a person wishes."""

    filter_changed = Signal()
    row_chosen = Signal(object)  # Row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review-queue")
        self.setMinimumWidth(_LEAST_WIDTH)
        # In the order in which Tab walks: the choices before what they narrow.
        self.combos = {name: self._combo(name) for name in ("show", "class", "label", "annotator", "order")}
        self.model = QueueModel()
        self.list = QuietTable(self)
        self.list.setObjectName("queue-list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(SoftDelegate(self.list))
        self.list.set_row_shape(2.0, 6)
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._count = QLabel(self)
        self._count.setObjectName("queue-count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        for shown in SHOWN:
            self.combos["show"].addItem("", str(shown))
        self.combos["class"].addItem("", "")
        for cls in CLASSES:
            self.combos["class"].addItem("", cls)
        for order in ORDERS:
            self.combos["order"].addItem("", str(order))
        for name in ("label", "annotator"):
            self.combos[name].addItem("", "")
        self._lay_out()
        self.list.row_chosen.connect(self._chosen)
        self.retranslate()

    def _combo(self, name: str) -> QuietCombo:
        combo = QuietCombo(self)
        combo.setObjectName(f"queue-{name}")
        combo.activated.connect(self._filtered)
        return combo

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(5)
        for combo in self.combos.values():
            column.addWidget(combo)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)

    # What is shown.

    @property
    def filter(self) -> Filter:
        """What the queue is narrowed to."""
        chosen = {name: str(combo.currentData() or "") for name, combo in self.combos.items()}
        return Filter(
            Show(chosen["show"]),
            chosen["class"],
            chosen["label"],
            chosen["annotator"],
            Order(chosen["order"]),
        )

    def set_choices(self, labels: Mapping[str, str], annotators: Mapping[str, str]) -> None:
        """Offer labels (key to title) and annotators (uid to name); what was chosen stays where it is offered."""
        for name, given in (("label", labels), ("annotator", annotators)):
            combo = self.combos[name]
            chosen = combo.currentData()
            with QSignalBlocker(combo):
                while combo.count() > 1:
                    combo.removeItem(1)
                for key, title in given.items():
                    combo.addItem(title, key)
                combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def show_count(self, told: str) -> None:
        """Say how many items there are."""
        self._count.setText(told)

    def put_row(self, number: int, row: Row, *, shown: bool) -> None:
        """Show a row in its place, or no longer; that another becomes current by it is no wish."""
        with self.list.silence():
            self.model.put_row(number, row, shown=shown)

    def choose(self, at: int | None) -> None:
        """Mark the item that is being decided, by its place in the list; says nothing."""
        self.list.show_row(-1 if at is None else at)

    def flow_widgets(self) -> list[QWidget]:
        """Return the widgets in which the keys of the review work."""
        return [self.list]

    @Slot()
    def _filtered(self) -> None:
        self.filter_changed.emit()

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.row_chosen.emit(self.model.rows[at])

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        _name(self.combos["show"], SHOWN.values())
        _name(self.combos["class"], [self.tr("All differences"), *CLASSES.values()])
        _name(self.combos["order"], ORDERS.values())
        self.combos["label"].setItemText(0, self.tr("All labels"))
        self.combos["annotator"].setItemText(0, self.tr("All annotators"))
        words = {
            "show": self.tr("Which items"),
            "class": self.tr("Difference"),
            "label": self.tr("Label"),
            "annotator": self.tr("Who differs from most"),
            "order": self.tr("Order"),
        }
        for name, word in words.items():
            self.combos[name].setAccessibleName(word)
            self.combos[name].setToolTip(word)
        self.list.setAccessibleName(self.tr("Items to decide"))
        self.setAccessibleName(self.list.accessibleName())
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _name(combo: QuietCombo, words: Iterable[str]) -> None:
    for at, word in enumerate(words):
        combo.setItemText(at, say(word))

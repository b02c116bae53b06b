"""The panel of rules: how many items each would decide, in the document or in the queue, and one button."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.decision import Rule
from annotator.ui.review.words import RULES, say
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import bold_font

_ROWS: Final = 7
_WITH_ANNOTATOR: Final = frozenset({Rule.IGNORE_VALUES, Rule.ONLY})
DOCUMENT: Final = "document"
QUEUE: Final = "queue"


class RulesPanel(QWidget):
    """Says what a person asks of the rules; what each would decide is shown by its owner."""

    asked = Signal()  # other options, or another scope: count anew
    apply_wished = Signal(str)  # Rule
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules-panel")
        self._counts: dict[Rule, tuple[int, int]] = {}
        self._editable = True
        self._working = False
        self._head = QLabel(self)
        self._head.setFont(bold_font(self.font()))
        self.list = QuietList(self)
        self.list.setObjectName("rules-list")
        self.setFocusProxy(self.list)
        for rule in Rule:
            item = QListWidgetItem("")
            item.setData(Qt.ItemDataRole.UserRole, str(rule))
            self.list.addItem(item)
        self.scope = QuietCombo(self)
        self.scope.setObjectName("rules-scope")
        self.scope.setMinimumContentsLength(28)
        self.scope.addItem("", DOCUMENT)
        self.scope.addItem("", QUEUE)
        self.annotator = QuietCombo(self)
        self.annotator.setObjectName("rules-annotator")
        self.annotator.setMinimumContentsLength(12)
        self.at_least = QSpinBox(self)
        self.at_least.setObjectName("rules-at-least")
        self.at_least.setRange(0, 99)
        self._buttons = {name: QPushButton(self) for name in ("apply", "close")}
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(0)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.scope, self.at_least, self.annotator):
            row.addWidget(part)
        row.addStretch(1)
        for name, button in self._buttons.items():
            button.setObjectName(f"rules-{name}")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.setFixedHeight(_ROWS * (self.list.fontMetrics().height() + 4) + 8)

    def _connect(self) -> None:
        self.scope.activated.connect(self.asked)
        self.annotator.activated.connect(self.asked)
        self.at_least.valueChanged.connect(self.asked)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._apply)
        self._buttons["apply"].clicked.connect(self._apply)
        self._buttons["close"].clicked.connect(self.close_wished)

    @property
    def rule(self) -> Rule:
        """The rule that is chosen."""
        return Rule(str(self.list.item(max(0, self.list.currentRow())).data(Qt.ItemDataRole.UserRole)))

    def set_annotators(self, names: Mapping[str, str]) -> None:
        """Offer annotators (uid to name) for the rules that need one."""
        self.annotator.clear()
        self.annotator.addItem("", "")
        for uid, name in names.items():
            self.annotator.addItem(name, uid)
        self.retranslate()

    def set_editable(self, *, editable: bool) -> None:
        """Let rules decide; in a project that can only be read they are counted."""
        self._editable = editable
        self._chosen()

    def set_working(self, *, working: bool) -> None:
        """Say that a rule is deciding, and let none be chosen meanwhile."""
        self._working = working
        for part in (self.list, self.scope, self.annotator, self.at_least):
            part.setEnabled(not working)
        self.retranslate()

    def show_counts(self, counts: Mapping[Rule, tuple[int, int]]) -> None:
        """Show how many items, in how many documents, each rule would decide."""
        self._counts = dict(counts)
        self.retranslate()

    @Slot()
    def _chosen(self) -> None:
        self.annotator.setVisible(self.rule in _WITH_ANNOTATOR)
        self.at_least.setVisible(self.rule is Rule.MAJORITY)
        count = self._counts.get(self.rule, (0, 0))[0]
        self._buttons["apply"].setEnabled(count > 0 and self._editable and not self._working)
        self._buttons["apply"].setText(self.tr("Decide ({count})").format(count=f"{count:,}"))
        self._buttons["apply"].setAccessibleName(self._buttons["apply"].text())

    @Slot()
    def _apply(self) -> None:
        if self._buttons["apply"].isEnabled():
            self.apply_wished.emit(str(self.rule))

    def retranslate(self) -> None:
        """Say all words anew."""
        head = (
            self.tr("Deciding…")
            if self._working
            else self.tr("Decide many items by a rule: one step, one undo")
        )
        self._head.setText(head)
        self.setAccessibleName(self._head.text())
        self.list.setAccessibleName(self.tr("Rules"))
        for at, rule in enumerate(Rule):
            count, documents = self._counts.get(rule, (0, 0))
            told = self.tr("{rule} — items: {count}, documents: {documents}")
            words = told.format(rule=say(RULES[rule]), count=f"{count:,}", documents=f"{documents:,}")
            self.list.item(at).setText(words)
        self.scope.setItemText(0, self.tr("In this document"))
        self.scope.setItemText(1, self.tr("In all documents, as the queue is narrowed"))
        self.scope.setAccessibleName(self.tr("Where"))
        if self.annotator.count():
            self.annotator.setItemText(0, self.tr("Nobody"))
        self.annotator.setAccessibleName(self.tr("Whose"))
        self.at_least.setSpecialValueText(self.tr("More than half"))
        self.at_least.setPrefix(self.tr("At least "))
        self.at_least.setAccessibleName(self.tr("How many make a majority"))
        self._buttons["close"].setText(self.tr("Close"))
        self._buttons["close"].setAccessibleName(self.tr("Close"))
        self._chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

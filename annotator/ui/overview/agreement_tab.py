"""The agreement: pairs, matrix, classes, labels, label against label, coverage, and what is shown on request."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.review.frozen import Numbers, compared_pairs, done_by
from annotator.ui.overview import sheets
from annotator.ui.overview.number_table import EMPTY, NumberTable
from annotator.ui.overview.reference_part import ReferencePart
from annotator.ui.overview.section import Section
from annotator.ui.overview.sheets import PairKey, Words
from annotator.ui.overview.target import TargetField
from annotator.ui.overview.words import count, three

_MANY: Final = 2
_FEW_PEOPLE: Final = 2


class AgreementTab(QScrollArea):
    """Shows numbers; says which of them a person opened."""

    opened = Signal(object)  # Wanted or Layers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._numbers: Numbers | None = None
        self._words = Words({})
        self._names = ""
        self.target = TargetField()
        self.target.changed.connect(self._aim)
        self._summary = QLabel()
        self._summary.setObjectName("agreement-summary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        names = ("pairs", "matrix", "classes", "labels", "confusion", "advanced", "coverage", "origins")
        self._tables = {name: NumberTable(f"agreement-{name}") for name in names}
        self._sections = {
            name: Section(f"section-{name}", table, folds=name == "advanced")
            for name, table in self._tables.items()
        }
        for table in self._tables.values():
            table.opened.connect(self._open)
        self.reference = ReferencePart()
        self.reference.opened.connect(self._open)
        self._tables["classes"].set_widths({1: 8, 2: 8, 3: 30})
        self._lay_out()
        self.setFocusProxy(self._tables["pairs"])
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(18)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self._summary, 1)
        top.addWidget(self.target, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        for row in (
            ("pairs",),
            ("matrix",),
            (),
            ("classes", "labels"),
            ("confusion", "coverage"),
            ("origins",),
            ("advanced",),
        ):
            beside = QHBoxLayout()
            beside.setSpacing(28)
            for name in row:
                beside.addWidget(self._sections[name], 1, Qt.AlignmentFlag.AlignTop)
            if not row:
                beside.addWidget(self.reference)
            column.addLayout(beside)
        column.addStretch(1)
        self.setWidget(inner)

    def table(self, name: str) -> NumberTable:
        """Return one of the tables."""
        return self._tables[name]

    def show_numbers(self, numbers: Numbers, words: Words) -> None:
        """Show numbers, of the pair that was shown before where it is there still."""
        self._numbers, self._words = numbers, words.with_target(self.target.hundredths)
        pairs = compared_pairs(numbers)
        if self._names not in pairs:
            self._names = next(iter(pairs), "")
        self._fill()

    def _fill(self) -> None:
        numbers, words = self._numbers, self._words
        if numbers is None:
            return
        self._tell(numbers)
        self._tables["pairs"].show_sheet(sheets.pair_sheet(numbers, words))
        many = len(done_by(numbers)) > _MANY
        self._tables["matrix"].show_sheet(sheets.matrix_sheet(numbers, words) if many else EMPTY)
        self.reference.show_numbers(numbers, self._words)
        self._tables["coverage"].show_sheet(sheets.coverage_sheet(numbers, words))
        self._tables["origins"].show_sheet(sheets.origin_sheet(numbers, words))
        self._sections["matrix"].setVisible(many)
        there = bool(self._names)
        for name in ("pairs", "classes", "labels", "confusion", "advanced"):
            self._sections[name].setVisible(there)
        self._sections["origins"].setVisible(bool(numbers["origins"]))
        if there:
            self._fill_pair(numbers)
        self._say()

    def _fill_pair(self, numbers: Numbers) -> None:
        names, words = self._names, self._words
        self._tables["classes"].show_sheet(sheets.class_sheet(numbers, names, words))
        self._tables["labels"].show_sheet(sheets.label_sheet(numbers, names, words))
        self._tables["confusion"].show_sheet(sheets.confusion_sheet(numbers, names, words))
        self._tables["advanced"].show_sheet(sheets.advanced_sheet(numbers, names))

    def _tell(self, numbers: Numbers) -> None:
        group = numbers["result"]["group"]
        items = group["items"]
        if len(done_by(numbers)) < _FEW_PEOPLE:
            told = self.tr(
                "Nothing to compare yet: no document has finished layers of two annotators. What is there stands below."
            )
            self._summary.setText(told)
            return
        told = self.tr(
            "%1 of %2 documents were done by several. Mean over pairs: exact F1 %3, lenient F1 %4."
            " Items: %5; unanimous %6, majority %7, conflict %8."
        )
        values = (
            count(group["n_docs_multi"]), count(group["n_docs"]), three(group["mean_f1_exact"]),
            three(group["mean_f1_lenient"]), count(items["total"]), count(items["unanimous"]),
            count(items["majority"]), count(items["conflict"]),
        )  # fmt: skip
        for at, value in enumerate(values, start=1):
            told = told.replace(f"%{at}", value)
        self._summary.setText(told)

    @Slot(int)
    def _aim(self, target: int) -> None:
        self._words = self._words.with_target(target)
        self._fill()

    @Slot(object)
    def _open(self, opens: object) -> None:
        if isinstance(opens, PairKey):
            self._names = opens.names
            self._fill()
        else:
            self.opened.emit(opens)

    # Words.

    def _say(self) -> None:
        pair = self._words.pair(self._names) if self._names else ""
        told = {
            "pairs": (self.tr("Pairs"), self.tr("Open a number to see its spans, a pair to see it below.")),
            "matrix": (self.tr("Exact F1, annotators against annotators"), ""),
            "classes": (self.tr("Differences by class: %1").replace("%1", pair), ""),
            "labels": (self.tr("By label: %1").replace("%1", pair), ""),
            "confusion": (self.tr("Label against label: %1").replace("%1", pair), self.tr("∅: no span on that side")),
            "advanced": (self.tr("Advanced: %1").replace("%1", pair), self.tr("— is not defined.")),
            "coverage": (self.tr("Coverage"), self.tr("Layers by status; only those that are done are compared.")),
            "origins": (self.tr("Where the compared spans came from"), ""),
        }  # fmt: skip
        for name, words in told.items():
            self._sections[name].set_words(*words)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Agreement"))
        self._fill()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

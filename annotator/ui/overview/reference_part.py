"""The part of the agreement in which somebody is taken for right: who it is, and how the others stand to them."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.review.frozen import GOLD, Numbers
from annotator.ui.overview import reference_sheets
from annotator.ui.overview.number_table import NumberTable
from annotator.ui.overview.reference_sheets import Person
from annotator.ui.overview.section import Section
from annotator.ui.overview.sheets import Words
from annotator.ui.widgets.quiet_combo import QuietCombo

_NOBODY = ""
_LETTERS = 14


class ReferencePart(QWidget):
    """Gold is taken for right once there is any, until a person chooses otherwise."""

    opened = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement-reference")
        self._numbers: Numbers | None = None
        self._words = Words({})
        self._chosen: str | None = None
        self._person = ""
        self._name = QLabel()
        self.choice = QuietCombo()
        self.choice.setObjectName("reference-choice")
        self.choice.setMinimumContentsLength(_LETTERS)
        self.people, self.labels = NumberTable("reference-people"), NumberTable("reference-labels")
        self._people = Section("section-reference", self.people)
        self._labels = Section("section-reference-labels", self.labels)
        self._lay_out()
        self.choice.activated.connect(self._choose)
        for table in (self.people, self.labels):
            table.opened.connect(self._open)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self.choice)
        row.addStretch(1)
        tables = QHBoxLayout()
        tables.setSpacing(28)
        for section in (self._people, self._labels):
            tables.addWidget(section, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(tables)

    def show_numbers(self, numbers: Numbers, words: Words) -> None:
        """Show numbers, with whoever was taken for right before where they are there still."""
        self._numbers, self._words = numbers, words
        self._fill()

    @property
    def reference(self) -> str:
        """Who is taken for right: GOLD, a name, "" for nobody."""
        there = [] if self._numbers is None else reference_sheets.references(self._numbers)
        if self._chosen is not None and self._chosen in (_NOBODY, *there):
            return self._chosen
        return GOLD if GOLD in there else _NOBODY

    def _fill(self) -> None:
        numbers = self._numbers
        there = [] if numbers is None else reference_sheets.references(numbers)
        self.setVisible(bool(there))
        self.choice.clear()
        self.choice.addItem(self.tr("nobody"), _NOBODY)
        for name in there:
            self.choice.addItem(self._words.name(name), name)
        self.choice.choose_data(self.reference)
        self._people.setVisible(bool(self.reference))
        if numbers is not None and self.reference:
            self.people.show_sheet(reference_sheets.against_sheet(numbers, self.reference, self._words))
        self._fill_labels()

    def _fill_labels(self) -> None:
        numbers, reference = self._numbers, self.reference
        found = reference_sheets.measured_against(numbers, reference) if numbers and reference else {}
        if self._person not in found:
            self._person = next(iter(found), "")
        self._labels.setVisible(bool(self._person))
        if numbers is not None and self._person:
            self.labels.show_sheet(
                reference_sheets.against_labels_sheet(numbers, reference, self._words, self._person)
            )
        self._say()

    @Slot()
    def _choose(self) -> None:
        self._chosen = str(self.choice.currentData())
        self._fill()

    @Slot(object)
    def _open(self, opens: object) -> None:
        if isinstance(opens, Person):
            self._person = opens.name
            self._fill_labels()
        else:
            self.opened.emit(opens)

    # Words.

    def _say(self) -> None:
        words = self._words
        told = self.tr("Spans: theirs / those of the reference. Open a number to see its spans.")
        if self.reference == GOLD and self._numbers is not None:
            gold = self.tr("Gold of documents whose review is done: %1.")
            documents = f"{self._numbers['gold']['n_docs']:,}"
            told = f"{gold.replace('%1', documents)} {told}"
        against = self.tr("Precision and recall against: %1").replace("%1", words.name(self.reference))
        self._people.set_words(against, told)
        by_label = self.tr("By label against the reference: %1")
        self._labels.set_words(by_label.replace("%1", words.name(self._person)))

    def retranslate(self) -> None:
        """Say all words anew."""
        self._name.setText(self.tr("Reference:"))
        self.choice.setAccessibleName(self.tr("Who is the reference"))
        self.setAccessibleName(self.tr("Precision and recall"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

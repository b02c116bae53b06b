"""How far the project is: documents, each annotator's layers and spans by label, time, reviews."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.app.agreement.places import Progress
from annotator.ui.overview.number_table import Cell, NumberTable, Sheet
from annotator.ui.overview.section import Section
from annotator.ui.overview.sheets import STATUSES, Layers, Words, counted, head, heads
from annotator.ui.overview.words import count, duration, review_word, share


class ProgressTab(QScrollArea):
    """Shows counts; says which of them a person opened."""

    opened = Signal(object)  # Layers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project-progress")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._progress: Progress | None = None
        self._words = Words({})
        self._summary = QLabel()
        self._summary.setObjectName("progress-summary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self.people, self.labels = NumberTable("progress-people"), NumberTable("progress-labels")
        self.reviews = NumberTable("progress-reviews")
        self._sections = [
            Section(f"section-{name}", table)
            for name, table in (("people", self.people), ("spans", self.labels), ("reviews", self.reviews))
        ]
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for table in (self.people, self.labels, self.reviews):
            table.opened.connect(self.opened)
        self.people.set_widths({5: 8, 6: 20})
        self.reviews.set_widths({2: 30})
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(18)
        for widget in (self._summary, *self._sections, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inner)
        self.setFocusProxy(self.people)
        self.retranslate()

    def show_progress(self, progress: Progress, words: Words) -> None:
        """Show how far the project is."""
        self._progress, self._words = progress, words
        self._fill()

    def _fill(self) -> None:
        progress = self._progress
        if progress is None:
            return
        spans = sum(sum(doing.labels.values()) for doing in progress.people)
        told = self.tr("Documents %1, not begun by anybody %2. Annotators %3, spans %4.")
        for at, value in enumerate(
            (progress.documents, progress.untouched, len(progress.people), spans), start=1
        ):
            told = told.replace(f"%{at}", count(value))
        self._summary.setText(told)
        self.people.show_sheet(self._people_sheet(progress))
        self.labels.show_sheet(self._label_sheet(progress))
        self.reviews.show_sheet(self._review_sheet(progress))
        self._sections[2].setVisible(set(progress.reviews) - {"not_started"} != set())

    def _people_sheet(self, progress: Progress) -> Sheet:
        rows = []
        for doing in progress.people:
            done, name = doing.statuses["done"], doing.name
            part = done / progress.documents if progress.documents else 0.0
            rows.append((
                Cell(self._called(name)),
                *(counted(doing.statuses[status], Layers(name, status)) for status in STATUSES),
                Cell(share(done, progress.documents), muted=True), Cell("", share=part), Cell(duration(doing.seconds)),
            ))  # fmt: skip
        last = (self.tr("Done of all documents"), "", self.tr("Time at work (h:mm)"))
        return Sheet((*heads("annotator", *STATUSES), *last), tuple(rows))

    def _label_sheet(self, progress: Progress) -> Sheet:
        rows = [
            (Cell(label), *(counted(doing.labels.get(label, 0)) for doing in progress.people))
            for label in progress.labels
        ]
        names = (self._called(doing.name) for doing in progress.people)
        return Sheet((head("label"), *names), tuple(rows))

    def _called(self, name: str) -> str:
        return self._words.name(name) or self.tr("(no name yet)")

    def _review_sheet(self, progress: Progress) -> Sheet:
        rows = [
            (Cell(review_word(status)), Cell(count(number)), Cell("", share=number / progress.documents))
            for status, number in progress.reviews.items()
        ]
        return Sheet((self.tr("Review"), head("n_docs"), ""), tuple(rows))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Progress"))
        words = (self.tr("Annotators"), self.tr("Spans by label"), self.tr("Reviews of documents"))
        for section, told in zip(self._sections, words, strict=True):
            section.set_words(told)
        self._note.setText(
            self.tr(
                "Documents in the bin and imports that were undone count nowhere. Gold is not counted here."
            )
        )
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

"""Rounds and methods: numbers frozen under a name, beside each other; the paragraph to copy; files to save."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.round import Round
from annotator.review.frozen import HAND, Decided, Numbers, read_decided
from annotator.review.paragraph import paragraph
from annotator.ui.overview.number_table import Cell, NumberTable, Sheet
from annotator.ui.overview.section import Section
from annotator.ui.overview.sheets import counted, head
from annotator.ui.overview.words import count, narrowed_words, round_name, rule_word, share, three
from annotator.ui.widgets.plain_line import PlainLine

_LANGUAGES: Final = ("ko", "en")
_HASH: Final = 12
_NAME: Final = 40
_DAY: Final = 10


class MethodsTab(QScrollArea):
    """Shows rounds and words for numbers; says what a person wishes with them."""

    opened = Signal(object)  # Round, or None for the numbers of now
    freeze_wished = Signal(str)
    tables_wished = Signal()
    report_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("methods")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._now: Numbers | None = None
        self._rounds: Sequence[tuple[Round, Mapping[str, Any]]] = ()
        self._decided: Decided | None = None
        self._shown: Numbers | None = None
        self.rounds, self.rules = NumberTable("methods-rounds"), NumberTable("methods-rules")
        self.rounds.opened.connect(self._opened)
        self._round_section = Section("section-rounds", self.rounds)
        self._rule_section = Section("section-rules", self.rules)
        self.rules.set_widths({3: 24})
        self._guideline = QLabel()
        self._guideline.setObjectName("methods-guideline")
        self._guideline.setTextFormat(Qt.TextFormat.PlainText)
        self._guideline.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._guideline.setWordWrap(True)
        self.name = PlainLine()
        self.name.setObjectName("round-name")
        self.name.setFixedWidth(self.name.fontMetrics().averageCharWidth() * _NAME)
        self._freeze, self._tables, self._report = (QPushButton() for _ in range(3))
        for button, name in ((self._freeze, "freeze"), (self._tables, "tables"), (self._report, "report")):
            button.setObjectName(f"methods-{name}")
        self._texts = {language: QPlainTextEdit() for language in _LANGUAGES}
        self._copies = {language: QPushButton() for language in _LANGUAGES}
        self._lay_out()
        self._freeze.clicked.connect(self._frozen)
        self.name.returnPressed.connect(self._frozen)
        self._tables.clicked.connect(self.tables_wished)
        self._report.clicked.connect(self.report_wished)
        self._copies["ko"].clicked.connect(self._copy_korean)
        self._copies["en"].clicked.connect(self._copy_english)
        self.setFocusProxy(self.rounds)
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        freezing = QHBoxLayout()
        for widget in (self.name, self._freeze):
            freezing.addWidget(widget)
        freezing.addStretch(1)
        for widget in (self._tables, self._report):
            freezing.addWidget(widget)
        column.addLayout(freezing)
        column.addWidget(self._round_section)
        column.addWidget(self._rule_section)
        column.addWidget(self._guideline)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        for language in _LANGUAGES:
            text, copy = self._texts[language], self._copies[language]
            text.setObjectName(f"paragraph-{language}")
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(text.fontMetrics().lineSpacing() * 10)
            copy.setObjectName(f"copy-{language}")
            part = QVBoxLayout()
            part.addWidget(text)
            part.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
            beside.addLayout(part)
        column.addLayout(beside)
        column.addStretch(1)
        self.setWidget(inner)

    def show_all(
        self,
        now: Numbers,
        rounds: Sequence[tuple[Round, Mapping[str, Any]]],
        shown: Numbers,
        decided: Decided,
        *,
        live: bool,
    ) -> None:
        """Show the numbers of now beside those of the rounds, and the words for those that are `shown`.

        `live` says that the numbers shown are those of now: only they can be frozen.
        """
        self._now, self._rounds, self._decided, self._shown = now, rounds, decided, shown
        for language, text in self._texts.items():
            told = paragraph(shown, decided, language)
            if text.toPlainText() != told:
                text.setPlainText(told)
        self._freeze.setEnabled(live)
        self.name.setEnabled(live)
        self._fill()

    def _fill(self) -> None:
        if self._now is None or self._decided is None or self._shown is None:
            return
        self._tell_guideline(self._shown)
        rows = [self._row(self.tr("Now"), "", self._now, None)]
        rows += [
            self._row(round_name(kept.name, before=kept.before), kept.at[:_DAY], numbers, kept)
            for kept, numbers in self._rounds
        ]
        names = (
            self.tr("Round"), self.tr("Frozen on"), head("n_docs"), head("f1_exact"), head("f1_lenient"), "uα",
            self.tr("Items"), self.tr("Decided"), self.tr("Label set"), self.tr("Narrowed to"),
        )  # fmt: skip
        self.rounds.show_sheet(Sheet(names, tuple(rows), frozenset({1, 9})))
        decided = self._decided
        found = [*decided.by_rule.items(), (HAND, decided.by_hand)]
        self.rules.show_sheet(
            Sheet(
                (self.tr("Rule"), self.tr("Items"), head("share"), ""),
                tuple(
                    (
                        Cell(rule_word(rule)), counted(number), Cell(share(number, decided.total), muted=True),
                        Cell("", share=number / decided.total if decided.total else 0.0),
                    )
                    for rule, number in found
                ),
            )
        )  # fmt: skip
        self._rule_section.setVisible(decided.total > 0)

    def _tell_guideline(self, shown: Numbers) -> None:
        labels = shown["labels"]
        told = self.tr("Guideline: label set version %1 (SHA-256 %2…). Program %3.")
        for at, part in enumerate(
            (str(labels["version"]), labels["sha256"][:_HASH], shown["program"]), start=1
        ):
            told = told.replace(f"%{at}", part)
        self._guideline.setText(told)

    @staticmethod
    def _row(name: str, day: str, numbers: Numbers, kept: Round | None) -> tuple[Cell, ...]:
        group = numbers["result"]["group"]
        decided = read_decided(numbers)
        return (
            Cell(name, ("round", kept)), Cell(day, muted=True), Cell(count(group["n_docs_multi"])),
            Cell(three(group["mean_f1_exact"])), Cell(three(group["mean_f1_lenient"])), Cell(three(group["u_alpha"])),
            Cell(count(group["items"]["total"])), Cell(count(decided.total)), Cell(str(numbers["labels"]["version"])),
            Cell(narrowed_words(numbers["filters"]), muted=True),
        )  # fmt: skip

    def focus_name(self) -> None:
        """Take the keyboard to the name of a new round."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _opened(self, opens: tuple[str, Round | None]) -> None:
        self.opened.emit(opens[1])

    @Slot()
    def _frozen(self) -> None:
        self.freeze_wished.emit(self.name.text())

    @Slot()
    def _copy_korean(self) -> None:
        QGuiApplication.clipboard().setText(self._texts["ko"].toPlainText())

    @Slot()
    def _copy_english(self) -> None:
        QGuiApplication.clipboard().setText(self._texts["en"].toPlainText())

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Methods"))
        self.name.setPlaceholderText(self.tr("Name of the round: pilot, main …"))
        self.name.setAccessibleName(self.tr("Name of the round"))
        self._freeze.setText(self.tr("Freeze these numbers"))
        self._tables.setText(self.tr("Save the tables (CSV)…"))
        self._report.setText(self.tr("Save the report (HTML)…"))
        self._round_section.set_words(
            self.tr("Rounds"), self.tr("A frozen round never changes. Open one to see all its numbers.")
        )
        self._rule_section.set_words(self.tr("How the items were decided"))
        for language, name in (
            ("ko", self.tr("Paragraph in Korean")),
            ("en", self.tr("Paragraph in English")),
        ):
            self._texts[language].setAccessibleName(name)
            self._copies[language].setText(self.tr("Copy"))
            self._copies[language].setAccessibleName(f"{self.tr('Copy')}: {name}")
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

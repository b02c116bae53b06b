"""The page of the overview: tabs, what is compared, the tables, and the places behind a number."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.app.agreement.measuring import Filters
from annotator.core.text import ZoneKind
from annotator.ui.form.words import zone_word
from annotator.ui.overview.agreement_tab import AgreementTab
from annotator.ui.overview.methods_tab import MethodsTab
from annotator.ui.overview.places_panel import PlacesPanel
from annotator.ui.overview.progress_tab import ProgressTab
from annotator.ui.overview.words import review_statuses, review_word
from annotator.ui.widgets.progress_strip import ProgressStrip
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.tab_row import TabRow

_ROUND: Final = "round "
_PLACES: Final = 40  # percent of the height
PROGRESS, AGREEMENT, METHODS = range(3)
_ZONES: Final = tuple(str(kind) for kind in ZoneKind)


class OverviewPage(QWidget):
    """Assembles what is seen; says what a person chose to compare."""

    filters_changed = Signal()
    retranslated = Signal()
    round_chosen = Signal(object)  # the row id of a round, None for the numbers of now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview-page")
        self.progress_tab, self.agreement, self.methods = ProgressTab(), AgreementTab(), MethodsTab()
        self.places = PlacesPanel()
        self.strip = ProgressStrip()
        self.strip.setObjectName("overview-progress")
        self._tabs = TabRow(("tab-progress", "tab-agreement", "tab-methods"))
        self._tabs.setObjectName("overview-tabs")
        self._stack = QStackedWidget()
        for tab in (self.progress_tab, self.agreement, self.methods):
            self._stack.addWidget(tab)
        self.numbers, self._labels, self._zones, self._reviews = (QuietCombo() for _ in range(4))
        self._told = QLabel()
        self._told.setObjectName("overview-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setContentsMargins(16, 6, 16, 0)
        self._told.hide()
        self._lay_out()
        self._tabs.opened.connect(self.open_tab)
        for combo in (self._labels, self._zones, self._reviews):
            combo.activated.connect(self.filters_changed)
        self.numbers.activated.connect(self._chosen)
        self.places.hide()
        for combo in (self.numbers, self._labels, self._zones, self._reviews):
            combo.hide()  # the first tab is not narrowed
        self._keys: tuple[str, ...] = ()
        self._rounds: tuple[tuple[int, str], ...] = ()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 0)
        bar.setSpacing(8)
        bar.addWidget(self._tabs, 2)
        for combo, name in (
            (self.numbers, "numbers"), (self._labels, "labels"), (self._zones, "zones"), (self._reviews, "reviews"),
        ):  # fmt: skip
            combo.setObjectName(f"overview-{name}")
            bar.addWidget(combo, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("overview-areas")
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.places)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(bar)
        self.column.addWidget(self.strip)
        self.column.addWidget(self._told)
        self.column.addWidget(self.splitter, 1)

    # What is shown.

    @property
    def tab(self) -> int:
        """Which tab is open."""
        return self._stack.currentIndex()

    @Slot(int)
    def open_tab(self, number: int) -> None:
        """Show a tab, with the keyboard in it."""
        self._tabs.set_open(number)
        self._stack.setCurrentIndex(number)
        for combo in (self.numbers, self._labels, self._zones, self._reviews):
            combo.setVisible(number != PROGRESS)
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Take the keyboard: into the places where they are open, else into the tab."""
        if self.places.isVisible():
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open_tab(self.tab)

    def open_places(self) -> None:
        """Show the places, with the keyboard in them."""
        if self.places.isHidden():
            self.places.show()
            whole = self.splitter.height()
            self.splitter.setSizes([whole - whole * _PLACES // 100, whole * _PLACES // 100])
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_places(self) -> bool:
        """Take the places away; False where they were not shown."""
        if self.places.isHidden():
            return False
        self.places.hide()
        self.open_tab(self.tab)
        return True

    def tell(self, words: str) -> None:
        """Say what holds of the numbers shown, "" for nothing."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def set_choices(self, labels: Sequence[str], rounds: Sequence[tuple[int, str]]) -> None:
        """Offer labels (keys) and rounds (id, name); what was chosen stays where it is there still."""
        if (tuple(labels), tuple(rounds)) != (self._keys, self._rounds):
            self._keys, self._rounds = tuple(labels), tuple(rounds)
            self._fill()

    def _fill(self) -> None:
        now = self.tr("Numbers of now")
        self._fill_one(self.numbers, now, self._rounds)
        self._fill_one(self._labels, self.tr("All labels"), [(key, key) for key in self._keys])
        self._fill_one(self._zones, self.tr("All zones"), [(zone, zone_word(zone)) for zone in _ZONES])
        reviews = [(status, review_word(status)) for status in review_statuses()]
        of_round = self.tr("Documents of: %1")
        reviews += [(f"{_ROUND}{id_}", of_round.replace("%1", name)) for id_, name in self._rounds]
        self._fill_one(self._reviews, self.tr("All documents"), reviews)

    @staticmethod
    def _fill_one(combo: QuietCombo, first: str, choices: Sequence[tuple[int | str, str]]) -> None:
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(first, None)
        for data, words in choices:
            combo.addItem(words, data)
        combo.choose_data(chosen)
        if combo.currentIndex() < 0:
            combo.setCurrentIndex(0)

    @property
    def filters(self) -> Filters:
        """What a person chose to compare; the documents of a round are told by `round_compared`."""
        labels, zones, reviews = map(_chosen_in, (self._labels, self._zones, self._reviews))
        return Filters(labels, zones, frozenset() if self.round_compared is not None else reviews)

    @property
    def round_compared(self) -> int | None:
        """The row id of the round whose documents are compared, None for all."""
        data = str(self._reviews.currentData() or "")
        return int(data.removeprefix(_ROUND)) if data.startswith(_ROUND) else None

    def set_live(self, *, live: bool) -> None:
        """Say whether the numbers shown are those of now: only they can be narrowed."""
        for combo in (self._labels, self._zones, self._reviews):
            combo.setEnabled(live)

    @Slot()
    def _chosen(self) -> None:
        self.round_chosen.emit(self.numbers.currentData())

    def retranslate(self) -> None:
        """Say all words anew; the parts follow by themselves."""
        self.setAccessibleName(self.tr("Overview"))
        words = (self.tr("Progress"), self.tr("Agreement"), self.tr("Rounds and methods"))
        for tab, word in zip(self._tabs.tabs, words, strict=True):
            tab.setText(word)
            tab.updateGeometry()
        self.numbers.setAccessibleName(self.tr("Which numbers"))
        self._labels.setAccessibleName(self.tr("Labels compared"))
        self._zones.setAccessibleName(self.tr("Zones compared"))
        self._reviews.setAccessibleName(self.tr("Documents compared, by their review"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.retranslated.emit()


def _chosen_in(combo: QuietCombo) -> frozenset[str]:
    data = combo.currentData()
    return frozenset() if data is None else frozenset({str(data)})

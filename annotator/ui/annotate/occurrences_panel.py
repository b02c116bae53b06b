"""The panel of the same text elsewhere: its places in context, ticked by likelihood, here or in the whole project."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.app.documents.occurrences import Found, Place
from annotator.core.labels import LabelSet
from annotator.korean.occurrences import Doubt
from annotator.ui.annotate.occurrence_rows import OccurrenceRows, RowText
from annotator.ui.form.words import label_words
from annotator.ui.theme import Theme
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.swatch import swatch_icon
from annotator.ui.widgets.tones import bold_font

_ROWS: Final = 8
_ICON: Final = 12
_TIP_LINES: Final = 6
_CONTEXT: Final = "OccurrencesPanel"
_DOUBTS: Final = {
    Doubt.INSIDE_SPAN: QT_TRANSLATE_NOOP("OccurrencesPanel", "inside a longer span"),
    Doubt.OTHER_LABEL: QT_TRANSLATE_NOOP("OccurrencesPanel", "has another label"),
    Doubt.CROSSES_SPAN: QT_TRANSLATE_NOOP("OccurrencesPanel", "crosses a span"),
    Doubt.LONGER_TEXT: QT_TRANSLATE_NOOP("OccurrencesPanel", "part of a longer text marked elsewhere"),
    Doubt.COMPOUND: QT_TRANSLATE_NOOP("OccurrencesPanel", "part of a longer word"),
}

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person ticked, and what they took the tick from: places here, and other documents."""

    places: tuple[Range, ...]
    refused: tuple[Range, ...]
    documents: tuple[Found, ...] = ()
    refused_documents: tuple[int, ...] = ()


class OccurrencesPanel(QWidget):
    """A panel above the article: Space toggles a row, Enter applies, a digit chooses the label, Esc leaves."""

    apply_wished = Signal()
    label_chosen = Signal(int)
    project_toggled = Signal(bool)
    place_reached = Signal(int, int)
    close_wished = Signal()

    def __init__(self, quote: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("occurrences")
        self._quote = one_line(quote)
        self._labels: LabelSet | None = None
        self._places: tuple[Place, ...] = ()
        # None: not asked for, or not found yet.
        self._documents: tuple[Found, ...] | None = None
        self._by_hand: set[int] = set()
        self._title = ElidedLabel(self)
        self._title.setFont(bold_font(self.font()))
        self._label = QuietCombo(self)
        self._label.setObjectName("occurrences-label")
        self._label.setMinimumContentsLength(14)
        self.rows = OccurrenceRows(self)
        self.rows.setFixedHeight(_ROWS * (self.fontMetrics().height() + 8) + 4)
        self._told = ElidedLabel(self)
        self._told.setObjectName("occurrences-told")
        self._project = QCheckBox(self)
        self._project.setObjectName("occurrences-project")
        self._apply, self._close = QPushButton(self), QPushButton(self)
        self._apply.setObjectName("occurrences-apply")
        self._close.setObjectName("occurrences-close")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.rows)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._label)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._apply)
        foot.addWidget(self._project)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rows.enter_pressed.connect(self.apply_wished)
        self.rows.digit_pressed.connect(self._digit)
        self.rows.row_ticked.connect(self._ticked)
        self.rows.currentRowChanged.connect(self._reached)
        self._label.activated.connect(self._label_picked)
        self._project.toggled.connect(self.project_toggled)
        self._apply.clicked.connect(self.apply_wished)
        self._close.clicked.connect(self.close_wished)

    # What is shown.

    @property
    def whole_project(self) -> bool:
        """Whether other documents are looked through too."""
        return self._project.isChecked()

    @property
    def looking(self) -> bool:
        """Whether other documents are still being looked through."""
        return self.whole_project and self._documents is None

    def leave_project(self) -> None:
        """Look through this document only: the others could not be read."""
        self._project.setChecked(False)

    def set_labels(self, labels: LabelSet, label_id: int, theme: Theme) -> None:
        """Offer the labels, with the one that the places are to get chosen."""
        self._labels = labels
        self._label.clear()
        for label in labels.labels:
            self._label.addItem(swatch_icon(theme.look(label.role), _ICON), label_words(label), label.id)
        self._label.choose_data(label_id)
        chosen = labels.by_id(label_id)
        self.rows.set_tint(theme.tint(chosen.role) if chosen is not None else "")

    def show_places(self, here: Found) -> None:
        """Show the places of the document shown, ticked by likelihood; other documents are to be found anew."""
        self._places, self._documents = here.places, None
        self._by_hand.clear()
        self._fill()

    def show_documents(self, documents: Sequence[Found] | None) -> None:
        """Show other documents below the places here; None takes them away. Ticks here stay."""
        ticks = [self.rows.is_ticked(row) for row in range(len(self._places))]
        self._documents = None if documents is None else tuple(documents)
        self._by_hand = {row for row in self._by_hand if row < len(ticks)}
        self._fill(ticks)

    def _fill(self, ticks: Sequence[bool] = ()) -> None:
        at = max(0, self.rows.currentRow())
        self.rows.blockSignals(True)  # noqa: FBT003  (the signature of Qt)
        self.rows.clear()
        for row, place in enumerate(self._places):
            ticked = ticks[row] if ticks else place.likely
            self.rows.add_row(self._words(row, ticked=ticked), ticked=ticked)
        for number, found in enumerate(self._documents or (), len(self._places)):
            some = bool(found.likely)
            self.rows.add_row(self._words(number, ticked=some), ticked=some, tickable=some)
        # The article moves only where a person goes along the rows.
        self.rows.setCurrentRow(min(at, self.rows.count() - 1))
        self.rows.blockSignals(False)  # noqa: FBT003  (the signature of Qt)
        self._tell()

    def _words(self, row: int, *, ticked: bool) -> RowText:
        refused = row in self._by_hand and not ticked
        never = self.tr("not to be offered again") if refused else ""
        if row < len(self._places):
            place = self._places[row]
            doubt = _DOUBTS.get(place.reason) if place.reason is not None else None
            remark = never or ("" if doubt is None else QCoreApplication.translate(_CONTEXT, str(doubt)))
            return RowText(place.before, place.text, place.after, remark)
        found = (self._documents or ())[row - len(self._places)]
        tip = tuple(f"…{place.before}[{place.text}]{place.after}…" for place in found.places if place.likely)
        return RowText(found.title, "", "", never or self._counts(found), tip[:_TIP_LINES])

    def _counts(self, found: Found) -> str:
        likely, rest = len(found.likely), len(found.places) - len(found.likely)
        parts = [self.tr("places: {count}").format(count=f"{likely:,}")] if likely else []
        if rest:
            parts.append(self.tr("in doubt: {count}").format(count=f"{rest:,}"))
        return " · ".join(parts)

    # What was chosen.

    def choice(self) -> Choice:
        """Return what is ticked, and what a person took the tick from."""
        here = len(self._places)
        ticked = {row for row in range(self.rows.count()) if self.rows.is_ticked(row)}
        refused = self._by_hand - ticked
        documents = self._documents or ()
        return Choice(
            places=tuple(_range(self._places[row]) for row in sorted(ticked) if row < here),
            refused=tuple(_range(self._places[row]) for row in sorted(refused) if row < here),
            documents=tuple(documents[row - here] for row in sorted(ticked) if row >= here),
            refused_documents=tuple(
                documents[row - here].document_id for row in sorted(refused) if row >= here
            ),
        )

    @Slot(int, bool)
    def _ticked(self, row: int, ticked: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        self._by_hand.add(row)
        self.rows.set_text(row, self._words(row, ticked=ticked))
        self._tell()

    @Slot(int)
    def _reached(self, row: int) -> None:
        if 0 <= row < len(self._places):
            self.place_reached.emit(*_range(self._places[row]))

    @Slot(str)
    def _digit(self, digit: str) -> None:
        label = self._labels.by_hotkey(digit) if self._labels is not None else None
        if label is not None:
            self.label_chosen.emit(label.id)

    @Slot()
    def _label_picked(self) -> None:
        self.label_chosen.emit(self._label.currentData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply with Enter wherever in the panel the keyboard is; on the button that closes, close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.close_wished if self._close.hasFocus() else self.apply_wished).emit()
            event.accept()
            return
        super().keyPressEvent(event)

    # Words.

    def _tell(self) -> None:
        choice = self.choice()
        here = self.tr("Here: {ticked} of {total}").format(
            ticked=f"{len(choice.places):,}", total=f"{len(self._places):,}"
        )
        parts = [here if self._places else self.tr("No other place here.")]
        if self.looking:
            parts.append(self.tr("Looking through the project…"))
        elif self._documents is not None:
            parts.append(
                self.tr("other documents: {ticked} of {total}, places: {places}").format(
                    ticked=f"{len(choice.documents):,}",
                    total=f"{len(self._documents):,}",
                    places=f"{sum(len(found.likely) for found in choice.documents):,}",
                )
            )
        self._told.setText(" · ".join(parts))
        self._apply.setEnabled(not self.looking and bool(choice.places or choice.documents or self._by_hand))

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("Same text elsewhere: {text}").format(text=self._quote))
        self.setAccessibleName(self._title.text())
        self.rows.setAccessibleName(self.tr("Places of the text"))
        self._label.setAccessibleName(self.tr("Label"))
        self._project.setText(self.tr("Whole project"))
        self._apply.setText(self.tr("Mark what is ticked (Enter)"))
        self._close.setText(self.tr("Close"))
        for row in range(self.rows.count()):
            self.rows.set_text(row, self._words(row, ticked=self.rows.is_ticked(row)))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _range(place: Place) -> Range:
    return place.start, place.end

"""What the checks before "done" found in the document shown: a place a row, grouped by string, to go to or wave off."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.clusters import around
from annotator.core.preflight import Check, Finding, Place
from annotator.ui.annotate.finding_list import FindingList
from annotator.ui.annotate.preflight_words import check_words
from annotator.ui.widgets.tones import bold_font

_REACH: Final = 24


class Reach(Enum):
    """How far waving off reaches: the place, its string, the whole check."""

    HERE = "here"
    STRING = "string"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Waved:
    """A wish to wave something off."""

    reach: Reach
    check: Check
    place: Place


class PreflightPanel(QWidget):
    """Lists findings; the second Ctrl+Enter, or its button, finishes all the same."""

    place_wished = Signal(object)  # Place
    article_wished = Signal()
    waive_wished = Signal(object)  # Waved
    finish_wished = Signal()
    close_wished = Signal()

    def __init__(self, document_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preflight-panel")
        self.document_id = document_id
        self._findings: tuple[Finding, ...] = ()
        self._places: tuple[tuple[Check, Place], ...] = ()
        self._text = ""
        self._editable = True
        self._told = QLabel(self)
        self._told.setObjectName("preflight-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setFont(bold_font(self.font()))
        self.list = FindingList(self)
        self.list.setObjectName("preflight-list")
        self._wave = QLabel(self)
        self._waves = {reach: self._button(reach.value) for reach in Reach}
        self._back = self._button("back")
        self._finish = self._button("finish")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"preflight-{name}")
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._wave)
        for button in self._waves.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self.list)
        column.addLayout(row)

    def _connect(self) -> None:
        self.list.place_chosen.connect(self._went)
        self.list.entered.connect(self.article_wished)
        self.list.spaced.connect(self._wave_here)
        self._waves[Reach.HERE].clicked.connect(self._wave_here)
        self._waves[Reach.STRING].clicked.connect(self._wave_string)
        self._waves[Reach.CHECK].clicked.connect(self._wave_check)
        self._back.clicked.connect(self.close_wished)
        self._finish.clicked.connect(self.finish_wished)

    # What is shown.

    def set_findings(self, findings: Sequence[Finding], text: str) -> None:
        """List findings of the text; no place is current then, so that nothing is gone to unasked."""
        self._findings, self._text = tuple(findings), text
        self._places = tuple((each.check, place) for each in findings for place in each.places)
        self.retranslate()

    def set_editable(self, *, editable: bool) -> None:
        """Let findings be waved off, or not."""
        self._editable = editable
        self._enable()

    def current(self) -> tuple[Check, Place] | None:
        """Return the current place with its check, or None."""
        number = self.list.place()
        return self._places[number] if 0 <= number < len(self._places) else None

    def _fill(self) -> None:
        groups: list[tuple[str, list[str]]] = []
        last: Check | None = None
        for finding in self._findings:
            if finding.check is not last:
                groups.append((check_words(finding.check), []))
                last = finding.check
            groups[-1][1].extend(self._row(place) for place in finding.places)
        self.list.fill(groups)

    def _row(self, place: Place) -> str:
        text = self._text
        if place.start == place.end:
            return self.tr("A record without a place in the text")
        quote = text[place.start : place.end]
        before, after = around(text, place.start, place.end, _REACH)
        before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        return f"{quote}     … {before}{quote}{after} …"

    def _enable(self) -> None:
        current = self.current()
        for reach, button in self._waves.items():
            named = current is not None and (reach is not Reach.STRING or current[1].start < current[1].end)
            button.setEnabled(named and self._editable)
            button.setVisible(bool(self._places))
        self._wave.setVisible(bool(self._places))
        self.list.setVisible(bool(self._places))

    # What a person does.

    @Slot(int)
    def _went(self, _number: int) -> None:
        self._enable()
        current = self.current()
        if current is not None:
            self.place_wished.emit(current[1])

    @Slot()
    def _wave_here(self) -> None:
        self._wave_off(Reach.HERE)

    @Slot()
    def _wave_string(self) -> None:
        self._wave_off(Reach.STRING)

    @Slot()
    def _wave_check(self) -> None:
        self._wave_off(Reach.CHECK)

    def _wave_off(self, reach: Reach) -> None:
        current = self.current()
        if current is not None and self._editable:
            self.waive_wished.emit(Waved(reach, *current))

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        if self._places:
            told = self.tr("Before it is done, look at {count}:").format(count=f"{len(self._places):,}")
        else:
            told = self.tr("Nothing is left to look at.")
        self._told.setText(told)
        self.setAccessibleName(told)
        self.list.setAccessibleName(self.tr("What the checks found"))
        self._wave.setText(self.tr("Wave off:"))
        words = {
            self._waves[Reach.HERE]: (self.tr("here"), self.tr("Wave off this place (Space)")),
            self._waves[Reach.STRING]: (self.tr("this text"), self.tr("Wave off this text in all documents")),
            self._waves[Reach.CHECK]: (
                self.tr("this check"),
                self.tr("Wave off this check in all documents"),
            ),
            self._back: (self.tr("Back"), self.tr("Go back without finishing (Esc)")),
            self._finish: (self._finish_words(), self.tr("Done, and on to the next (Ctrl+Enter)")),
        }
        for button, (text, tip) in words.items():
            button.setText(text)
            button.setAccessibleName(tip)
            button.setToolTip(tip)
        self._fill()
        self._enable()

    def _finish_words(self) -> str:
        return self.tr("Finish all the same") if self._places else self.tr("Finish")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            place = self.list.place()
            self.retranslate()
            self.list.mark(place)
            self._enable()
        super().changeEvent(event)

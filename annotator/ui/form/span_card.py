"""The selected span: its text and place, its label, its value, its note, and whether it is in doubt."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.values import ValueKind
from annotator.ui.form.note_field import NoteField
from annotator.ui.form.reading_row import ReadingRow, ReadingShown
from annotator.ui.form.value_fields import ValueFields
from annotator.ui.form.words import label_words, place_words, value_background
from annotator.ui.theme import Theme
from annotator.ui.widgets.buttons import CheckButton
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.keys import ESCAPE, emits
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.swatch import swatch_icon
from annotator.ui.widgets.tones import bold_font, small_font

_ICON: Final = 12


class SpanCard(QWidget):
    """Shows one span, or a quiet hint. What it is shown it never says; what is typed it says at once."""

    relabel_wished = Signal(int, int)  # span id, label id
    note_edited = Signal(int, str)  # span id, note
    value_edited = Signal(int, object)  # span id, Norm | None
    unsure_toggled = Signal(int, bool)  # span id, in doubt
    date_wished = Signal()  # the document date is wanting
    editing_finished = Signal()  # the keyboard left a field: the burst ends
    returned = Signal()  # Enter in a value, or Esc: the keyboard goes back to the article

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("span-card")
        self._theme = theme
        self._span: Span | None = None
        self._labels: LabelSet | None = None
        self._zone = ""
        self._problem = ""
        self._called = ""
        self._text = ElidedLabel(self, max_lines=2)
        self._place = ElidedLabel(self)
        self._label = QuietCombo(self)
        self._unsure = CheckButton(self)
        self.value = ValueFields(self)
        self._info = ElidedLabel(self, max_lines=2)
        self.reading = ReadingRow(self)
        self._note = NoteField(self)
        self._captions = {name: QLabel(self) for name in ("label", "value", "note")}
        self._hint = QLabel(self)
        self._grid = QGridLayout()
        self._pages = QStackedWidget(self)
        self._name_objects()
        self._lay_out()
        self._connect()
        self._fit_fonts()
        self.retranslate()
        self._show_page()

    def _name_objects(self) -> None:
        for widget, name in (
            (self._text, "span-text"),
            (self._place, "span-place"),
            (self._label, "span-label"),
            (self._unsure, "span-unsure"),
            (self._info, "value-info"),
            (self._hint, "span-hint"),
        ):
            widget.setObjectName(name)
        for name, caption in self._captions.items():
            caption.setObjectName(f"caption-{name}")

    def _lay_out(self) -> None:
        for quiet in (self._place, self._hint, *self._captions.values()):
            quiet.setTextFormat(Qt.TextFormat.PlainText)
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._info.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._fill_grid()
        self._card = QWidget(self._pages)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._place)
        column.addSpacing(6)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._pages.addWidget(self._card)
        self._pages.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        for first, second in (
            (self._label, self._unsure),
            (self._unsure, self.value),
            (self.value, self.reading),
            (self.reading, self._note),
        ):
            QWidget.setTabOrder(first, second)

    def _fill_grid(self) -> None:
        label_row = QHBoxLayout()
        label_row.setSpacing(8)
        label_row.addWidget(self._label, 1)
        label_row.addWidget(self._unsure)
        grid = self._grid
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._captions["label"], 0, 0)
        grid.addLayout(label_row, 0, 1)
        grid.addWidget(self._captions["value"], 1, 0)
        grid.addWidget(self.value, 1, 1)
        grid.addWidget(self._info, 2, 1)
        grid.addWidget(self.reading, 3, 1)
        grid.addWidget(self._captions["note"], 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._note, 4, 1)
        for name, field in (("label", self._label), ("value", self.value), ("note", self._note)):
            self._captions[name].setBuddy(field)
        self._captions["note"].setContentsMargins(0, 5, 0, 0)

    def _connect(self) -> None:
        self._label.activated.connect(self._relabel)
        self._unsure.clicked.connect(self._toggle)
        self.value.edited.connect(self._value_typed)
        self.value.left.connect(self.editing_finished)
        self.value.returned.connect(self.returned)
        self.reading.value_taken.connect(self._value_taken)
        self.reading.date_wished.connect(self.date_wished)
        self._note.edited.connect(self._note_typed)
        self._note.left.connect(self.editing_finished)

    # Showing.

    def show_span(self, span: Span | None, labels: LabelSet, zone: str) -> None:
        """Show a span with the kind of zone it stands in ("body"), or nothing; says no edit.

        The same span shown again keeps caret, selection and what was just typed.
        """
        fresh = span is None or self._span is None or span.id != self._span.id
        self._span, self._zone = span, zone
        if labels != self._labels:
            self._labels = labels
            self._fill_labels()
        self._show_page()
        if span is None:
            return
        if fresh:
            self._problem = self._called = ""
        self._text.setText(span.text)
        self._place.setText(place_words(span, zone))
        self._choose_label(span.label_id)
        self._unsure.setChecked(span.unsure)
        label = labels.by_id(span.label_id)
        self.value.show_value(span.norm, label, fresh=fresh)
        has_value = label is not None and label.kind is not ValueKind.NONE
        for widget in (self._captions["value"], self.value, self._info):
            widget.setVisible(has_value)
        if fresh:
            self.reading.show_reading(ReadingShown())
        self._note.show_note(span.note, fresh=fresh)
        self._tell()

    @property
    def span_id(self) -> int | None:
        """The id of the span shown, or None."""
        return None if self._span is None else self._span.id

    def set_value_problem(self, problem: str | None) -> None:
        """Say under the value what is wrong with it, in words; None or "": nothing is."""
        self._problem = problem or ""
        self._tell()

    def set_called(self, words: str) -> None:
        """Say under the value what its name or code stands for; "" where that is not known."""
        self._called = words
        self._tell()

    def set_editable(self, *, editable: bool) -> None:
        """Let the span be changed, or only read."""
        self._label.setEnabled(editable)
        self._unsure.setEnabled(editable)
        self.value.set_editable(editable=editable)
        self.reading.set_editable(editable=editable)
        self._note.setReadOnly(not editable)

    def focus_value(self) -> None:
        """Put the keyboard into the value, or into the label where it has none."""
        if self._span is not None and not self.value.focus_first():
            self._label.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Put the keyboard into the note, behind what is written."""
        if self._span is not None:
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cursor = self._note.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self._note.setTextCursor(cursor)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill_labels()
        self._tell()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(1 if self._span is None else 0)

    def _fill_labels(self) -> None:
        self._label.clear()
        for label in self._labels.labels if self._labels else ():
            icon = swatch_icon(self._theme.look(label.role), _ICON)
            self._label.addItem(icon, one_line(label_words(label)), label.id)
        if self._span is not None:
            self._choose_label(self._span.label_id)

    def _choose_label(self, label_id: int) -> None:
        self._label.choose_data(label_id)

    def _tell(self) -> None:
        background = "" if self._span is None else value_background(self._span.norm)
        self._info.setText(self._problem or self._called or background)
        self._info.setAccessibleDescription(self._info.text())
        palette = self.palette()
        colour = QColor(self._theme.danger) if self._problem else palette.placeholderText().color()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        if palette != self._info.palette():
            self._info.setPalette(palette)

    # What a person does.

    @Slot(int)
    def _relabel(self, row: int) -> None:
        span, label_id = self._span, self._label.itemData(row)
        if span is not None and label_id != span.label_id:
            self.relabel_wished.emit(span.id, label_id)
        self._show_truth()

    @Slot(bool)
    def _toggle(self, unsure: bool) -> None:  # noqa: FBT001  # the signature of a Qt signal
        if self._span is not None:
            self.unsure_toggled.emit(self._span.id, unsure)
        self._show_truth()

    def _show_truth(self) -> None:
        """Show what the span is, not what was wished: a wish may have been refused."""
        if self._span is not None:
            self._choose_label(self._span.label_id)
            self._unsure.setChecked(self._span.unsure)

    @Slot(object)
    def _value_typed(self, norm: object) -> None:
        if self._span is not None:
            self.value_edited.emit(self._span.id, norm)

    @Slot(object)
    def _value_taken(self, norm: object) -> None:
        self.editing_finished.emit()
        self._value_typed(norm)
        self.editing_finished.emit()

    @Slot(str)
    def _note_typed(self, note: str) -> None:
        if self._span is not None:
            self.note_edited.emit(self._span.id, note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the article."""
        if not emits(event, (ESCAPE, self.returned)):
            super().keyPressEvent(event)

    # Words and looks.

    def _fit_fonts(self) -> None:
        self._text.setFont(bold_font(self.font()))
        small = small_font(self.font())
        for widget in (self._place, self._info, *self._captions.values()):
            widget.setFont(small)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Selected span"))
        self._hint.setText(self.tr("Select some text and press a digit, or click a span."))
        self._captions["label"].setText(self.tr("Label"))
        self._captions["value"].setText(self.tr("Value"))
        self._captions["note"].setText(self.tr("Note"))
        self._label.setAccessibleName(self.tr("Label"))
        self._unsure.setText(self.tr("In doubt"))
        self._unsure.setAccessibleName(self.tr("In doubt"))
        self._info.setAccessibleName(self.tr("About the value"))
        self._note.setAccessibleName(self.tr("Note"))
        if self._span is not None:
            self._place.setText(place_words(self._span, self._zone))
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the fields behind the hint anew: what is hidden is not laid out."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        for field in self._card.findChildren(QWidget):
            field.updateGeometry()
        self._grid.invalidate()
        self._pages.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, the text size, and the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_fonts()
            self._measure()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tell()

"""A row of labels beside a selection made with the mouse, so that the mouse alone is enough."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from annotator.core.labels import Label, LabelSet
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.marking import Marking
from annotator.ui.annotate.selecting import Selecting
from annotator.ui.calls import Call
from annotator.ui.pane.view import ArticlePane
from annotator.ui.theme import Theme
from annotator.ui.widgets.swatch import hairline, swatch_icon
from annotator.ui.widgets.tones import hover_tone, mixed, text_tone

_GAP = 10
_ICON = 12
_CORNER = 5.0
_EDGE = 0.4
REMOVE = "chip-remove"


class ChipsRow(QFrame):
    """Floats over the article; takes no focus; goes with the next key, click or scroll."""

    label_chosen = Signal(int)
    removal_wished = Signal()

    def __init__(self, pane: ArticlePane, theme: Theme) -> None:
        super().__init__(pane.viewport())
        self.setObjectName("chips-row")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._pane = pane
        self._theme = theme
        self._labels: LabelSet | None = None
        self._chips: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 3, 4, 3)
        self._row.setSpacing(2)
        self._remove = self._button(REMOVE)
        self._remove.clicked.connect(self.removal_wished)
        self.retranslate()
        self.hide()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def set_labels(self, labels: LabelSet, theme: Theme) -> None:
        """Offer these labels."""
        if labels == self._labels and theme is self._theme and self._row.count():
            return
        self._labels, self._theme = labels, theme
        self._row.removeWidget(self._remove)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(label) for label in labels.labels]
        for chip in self._chips:
            self._row.addWidget(chip)
        self._row.addWidget(self._remove)

    def _chip(self, label: Label) -> QToolButton:
        button = self._button(f"chip-{label.uid}")
        button.setIcon(swatch_icon(self._theme.look(label.role), _ICON))
        digit = f"{label.hotkey} " if label.hotkey else ""
        button.setText(f"{digit}{label.title or label.key}".replace("&", "&&"))
        button.setAccessibleName(label.title or label.key)
        button.clicked.connect(Call(self.label_chosen.emit, label.id))
        return button

    def show_below(self, start: int, end: int, *, removable: bool) -> None:
        """Show the row below a range of the article, inside the pane."""
        self._remove.setVisible(removable)
        self.adjustSize()
        first, last = self._pane.point_of(start), self._pane.point_of(end)
        left = first.x() if first.y() == last.y() else last.x()
        line = self._pane.cursorRect().height()
        top = last.y() + line // 2 + _GAP
        if top + self.height() > self._pane.viewport().height():
            top = first.y() - line // 2 - _GAP * 2 - self.height()
        room = self._pane.viewport().width() - self.width() - _GAP
        self.move(QPoint(max(_GAP, min(left, room)), max(_GAP, top)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card that stands off the article in light and dark alike."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(mixed(text_tone(palette), palette.color(QPalette.ColorRole.Base), _EDGE)))
        painter.setBrush(hover_tone(palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Labels for what is selected"))
        self._remove.setText(self.tr("Remove"))


class Chips(QObject):
    """Shows the row where the mouse has chosen something, and hides it when anything else happens."""

    def __init__(
        self, desk: Desk, marking: Marking, selecting: Selecting, row: ChipsRow, pane: ArticlePane
    ) -> None:
        super().__init__(row)
        self._desk = desk
        self._marking = marking
        self._row = row
        self._pane = pane
        selecting.mouse_selected.connect(self._offer_selection)
        pane.span_clicked.connect(self._offer_span)
        pane.selection_changed.connect(row.hide)
        pane.caret_moved.connect(row.hide)
        pane.blank_clicked.connect(row.hide)
        pane.verticalScrollBar().valueChanged.connect(row.hide)
        pane.laid_anew.connect(row.hide)
        desk.state_changed.connect(self._state_changed)
        row.label_chosen.connect(self._label)
        row.removal_wished.connect(self._remove)

    @Slot(int, int)
    def _offer_selection(self, start: int, end: int) -> None:
        if self._desk.labels is not None and start < end and not self._marking.situation().brush:
            self._row.set_labels(self._desk.labels, self._pane.theme())
            self._row.show_below(start, end, removable=False)

    @Slot(int)
    def _offer_span(self, span_id: int) -> None:
        span = next((span for span in self._desk.spans if span.id == span_id), None)
        if span is not None and self._desk.labels is not None:
            self._row.set_labels(self._desk.labels, self._pane.theme())
            self._row.show_below(span.start, span.end, removable=True)

    @Slot()
    def _state_changed(self) -> None:
        if self._desk.current_id is None and not self._marking.situation().selection:
            self._row.hide()

    @Slot(int)
    def _label(self, label_id: int) -> None:
        self._row.hide()
        self._marking.label(label_id)

    @Slot()
    def _remove(self) -> None:
        self._row.hide()
        self._marking.remove_current()

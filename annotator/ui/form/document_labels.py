"""The labels of the whole document: one chip each, to be taken off, and a field for one more, with completion."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from annotator.ui.widgets.buttons import QuietButton
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.plain_line import PlainLine
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, faint_tone, hover_tone, small_font

_PAD: Final = 8
_CROSS: Final = 7
_WIDEST: Final = 240


class LabelChip(QuietButton):
    """One label; a click, Delete or Backspace takes it off."""

    removal_wished = Signal(str)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = label
        self.setObjectName("document-label")
        self.clicked.connect(self._wish)

    def sizeHint(self) -> QSize:
        """Return the room for the words and the cross."""
        metrics = QFontMetrics(small_font(self.font()))
        width = metrics.horizontalAdvance(one_line(self.label)) + 2 * _PAD
        return QSize(min(_WIDEST, width + (_CROSS + 6 if self.isEnabled() else 0)), metrics.height() + 8)

    def paintEvent(self, _event: object) -> None:
        """Paint a rounded outline, the words, and a cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(accent_tone(palette) if self.hasFocus() else faint_tone(palette), 1.2))
        painter.setBrush(hover_tone(palette) if self.underMouse() else palette.base())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(small_font(self.font()))
        painter.setPen(palette.text().color())
        room = QRect(_PAD, 0, self.width() - 2 * _PAD, self.height())
        if self.isEnabled():
            room.adjust(0, 0, -_CROSS - 4, 0)
            self._paint_cross(painter)
        words = painter.fontMetrics().elidedText(
            one_line(self.label), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(palette.text().color())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_cross(self, painter: QPainter) -> None:
        painter.setPen(hairline(self.sign_colour(), 1.3))
        cross = QRectF(self.width() - _PAD - _CROSS, (self.height() - _CROSS) / 2, _CROSS, _CROSS)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the label off."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wish()
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _wish(self) -> None:
        self.removal_wished.emit(self.label)


class DocumentLabels(QWidget):
    """Shows the labels of a document; says which is wished on, and which off."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document-labels")
        self._labels: tuple[str, ...] = ()
        self._chips = QWidget(self)
        self._chips.setObjectName("document-label-chips")
        self._flow = FlowLayout(self._chips)
        self.field = PlainLine(self)
        self.field.setObjectName("document-label-field")
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(self._completer)
        self.field.returnPressed.connect(self._entered)
        # Queued: the completer writes its choice into the field after it has said it.
        self._completer.activated.connect(self._picked, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.retranslate()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Show these labels, in their order."""
        if labels != self._labels:
            self._labels = labels
            self._fill()

    def set_known(self, labels: tuple[str, ...]) -> None:
        """Offer these labels while one is typed."""
        if list(labels) != self._known.stringList():
            self._known.setStringList(list(labels))

    def set_editable(self, *, editable: bool) -> None:
        """Let labels be given and taken, or only read."""
        self.field.setVisible(editable)
        self._chips.setEnabled(editable)

    def _fill(self) -> None:
        held = any(chip.hasFocus() for chip in self._chips.findChildren(LabelChip))
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.setParent(None)
                chip.deleteLater()
        for label in self._labels:
            chip = LabelChip(label, self._chips)
            chip.removal_wished.connect(self.removed)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._labels))
        if held:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_chips()
        self.updateGeometry()

    @Slot()
    def _entered(self) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            return  # the completer says what was chosen
        self._add(self.field.text())

    @Slot(str)
    def _picked(self, label: str) -> None:
        self._add(label)

    def _add(self, label: str) -> None:
        self.field.clear()
        if label.strip():
            self.added.emit(label)

    def _name_chips(self) -> None:
        for chip in self._chips.findChildren(LabelChip):
            words = self.tr("Take off the label: {label}").format(label=one_line(chip.label))
            chip.setAccessibleName(words)
            chip.setToolTip(plain_tooltip(words))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Labels of the document"))
        self.field.setAccessibleName(self.tr("One more label of the document"))
        self.field.setPlaceholderText(self.tr("Add a label, Enter"))
        self._name_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

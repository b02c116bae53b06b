"""The guideline of a label: its description, under a line that folds it away."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.core.labels import Label, LabelSet
from annotator.ui.form.words import label_title
from annotator.ui.widgets.buttons import QuietButton, paint_disclosure
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.tones import small_font

_MOST_LINES: Final = 4
_LEAST_LINES: Final = 2


class _Fold(QuietButton):
    """The line to click: a triangle, the heading, the label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(small_font(self.font()))
        return QSize(metrics.horizontalAdvance(self.text()) + 40, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paint_sign(self, painter: QPainter) -> None:
        side = self.height() - 8
        colour = self.sign_colour()
        paint_disclosure(painter, QRect(6, 4, side, side), colour, is_open=self.isChecked())
        small = small_font(self.font())
        left = 6 + side + 6
        text = QFontMetrics(small).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - left - 4
        )
        painter.setFont(small)
        painter.setPen(colour)
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), int(flags), text)


class Guideline(QWidget):
    """Keeps room for the longest description, so that nothing moves when another label comes up."""

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideline")
        self._labels: LabelSet | None = None
        self._label: Label | None = None
        self._fold = _Fold(self)
        self._fold.setObjectName("guideline-fold")
        self._fold.clicked.connect(self._toggled)
        self._text = ElidedLabel(self, max_lines=_MOST_LINES, min_lines=_LEAST_LINES)
        self._text.setObjectName("guideline-text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._fold)
        column.addWidget(self._text)
        self.retranslate()

    def set_labels(self, labels: LabelSet) -> None:
        """Take the labels whose descriptions may come up."""
        self._labels = labels
        known = None if self._label is None else labels.by_id(self._label.id)
        self._label = known or (labels.labels[0] if labels.labels else None)
        self._reserve()
        self.retranslate()

    def show_label(self, label_id: int) -> None:
        """Show the description of a label; an unknown one changes nothing."""
        label = None if self._labels is None else self._labels.by_id(label_id)
        if label is not None:
            self._label = label
            self.retranslate()

    def set_folded(self, *, folded: bool) -> None:
        """Fold the description away, or show it."""
        self._fold.setChecked(not folded)
        self._text.setVisible(not folded)
        self.retranslate()

    def is_folded(self) -> bool:
        """Tell whether the description is folded away."""
        return not self._fold.isChecked()

    @Slot()
    def _toggled(self) -> None:
        self.set_folded(folded=not self._fold.isChecked())
        self.folded.emit(self.is_folded())

    def _reserve(self) -> None:
        if self._labels is None or self.width() <= 0:
            return
        needed = [self._text.lines_needed(label.description, self.width()) for label in self._labels.labels]
        lines = min(_MOST_LINES, max(needed, default=1))
        self._text.set_lines(lines, lines)

    def retranslate(self) -> None:
        """Say all words anew."""
        heading = self.tr("Guideline")
        name = "" if self._label is None else one_line(label_title(self._label))
        self._fold.setText(f"{heading} · {name}" if name else heading)
        self._fold.setAccessibleName(heading)
        self._fold.setAccessibleDescription(
            self.tr("Shown") if self._fold.isChecked() else self.tr("Folded away")
        )
        description = "" if self._label is None else self._label.description
        self._text.setText(description or self.tr("No guideline was written for this label."))
        self._text.setAccessibleName(f"{heading}: {name}")
        self._text.setAccessibleDescription(self._text.text())
        self.setAccessibleName(heading)
        self._fold.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room that the descriptions take at this width."""
        self._reserve()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._reserve()
        super().changeEvent(event)

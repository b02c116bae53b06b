"""A strip that says how far a long job is: counted units, time left, a bar, and a way to stop."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from annotator.ui.widgets.buttons import TextButton
from annotator.ui.widgets.elided_label import ElidedLabel

# A guess at the time left means little before this much is behind us.
_GUESS_AFTER_SECONDS: Final = 2.0
_GUESS_AFTER_SHARE: Final = 0.02
_BAR_STEPS: Final = 1000
_MINUTE: Final = 60
_HOUR: Final = 3600


def seconds_left(elapsed: float, done: int, total: int) -> int | None:
    """Return the seconds that the rest takes at the speed so far, at least 1; None where that would be a guess."""
    if not 0 < done < total or elapsed < _GUESS_AFTER_SECONDS or done / total < _GUESS_AFTER_SHARE:
        return None
    return max(1, round(elapsed * (total - done) / done))


class ProgressStrip(QFrame):
    """Shown while a job runs; `total` 0 shows a bar that only moves."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._clock = QElapsedTimer()
        self._shown: tuple[int, int, str] = (0, 0, "")
        self._stopping = False
        self._label = ElidedLabel(self)
        self._label.setObjectName("progress-text")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress-bar")
        self._bar.setTextVisible(False)
        self._cancel = TextButton(self)
        self._cancel.setObjectName("progress-cancel")
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._label, 3)
        row.addWidget(self._bar, 2)
        row.addWidget(self._cancel)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        self._fit_bar()
        self.retranslate()

    def start(self) -> None:
        """Show the strip for a new job and start its clock."""
        self._clock.start()
        self._stopping = False
        self._cancel.setEnabled(True)
        self.set_progress(0, 0, "")
        self.show()

    def finish(self) -> None:
        """Take the strip away."""
        self._clock.invalidate()
        self.hide()

    def set_progress(self, done: int, total: int, unit_text: str) -> None:
        """Say that `done` of `total` are done, in `unit_text` ("documents"); total 0 is not known."""
        if not self._clock.isValid():
            self._clock.start()
        self._shown = (done, total, unit_text)
        if total > 0:
            self._bar.setRange(0, _BAR_STEPS)
            self._bar.setValue(round(_BAR_STEPS * min(done, total) / total))
        else:
            self._bar.setRange(0, 0)
        self._say()

    def text(self) -> str:
        """Return what the strip says."""
        return self._label.text()

    @Slot()
    def _stop(self) -> None:
        self._stopping = True
        self._cancel.setEnabled(False)
        self._say()
        self.cancelled.emit()

    def _say(self) -> None:
        self._label.setText(self._words())
        self._bar.setAccessibleDescription(self._label.text())

    def _words(self) -> str:
        done, total, unit = self._shown
        if self._stopping:
            return self.tr("Stopping…")
        if not unit:
            return self.tr("Getting ready…")
        if total <= 0:
            return self.tr("{done} {unit}").format(done=f"{done:,}", unit=unit)
        words = self.tr("{done} of {total} {unit}").format(done=f"{done:,}", total=f"{total:,}", unit=unit)
        left = seconds_left(self._clock.elapsed() / 1000, done, total)
        return words if left is None else f"{words} · {self._time_left(left)}"

    def _time_left(self, seconds: int) -> str:
        if seconds < _MINUTE:
            return self.tr("{count} s left").format(count=seconds)
        if seconds < _HOUR:
            return self.tr("{count} min left").format(count=round(seconds / _MINUTE))
        return self.tr("{count} h left").format(count=f"{seconds / _HOUR:.1f}")

    def _fit_bar(self) -> None:
        self._bar.setFixedHeight(max(6, self.fontMetrics().height() // 2))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Progress"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.updateGeometry()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_bar()
        super().changeEvent(event)

"""The button that takes the next key, whichever it is."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from annotator.ui.keys import latin, without_shift_on_signs

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock, Qt.Key.Key_Hangul, Qt.Key.Key_Hangul_Hanja, Qt.Key.Key_unknown,
    }
)  # fmt: skip


class CaptureButton(QPushButton):
    """Pressed, it waits for one key: Tab, Enter and Esc are keys too then."""

    captured = Signal(str)  # the key by its portable name, letters by their place on the keyboard
    waiting_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = False
        self.clicked.connect(self._begin)

    @property
    def waiting(self) -> bool:
        """Whether the next key is taken."""
        return self._waiting

    def _begin(self) -> None:
        self._wait(waiting=True)

    def _wait(self, *, waiting: bool) -> None:
        self._waiting = waiting
        self.waiting_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Take keys before shortcuts, and Tab before it moves the focus."""
        if self._waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer once the keyboard is elsewhere."""
        if self._waiting:
            self._wait(waiting=False)
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        self._wait(waiting=False)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())
        name = QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
        self.captured.emit(without_shift_on_signs(latin(name)))

"""How long it takes until what was done is painted: Qt alone, for floors and for ours."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 60_000


class PaintWatch(QObject):
    """Tells when a widget has been painted: its paint event, and all that was painted with it, are over."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._waiting: QEventLoop | None = None
        widget.installEventFilter(self)

    def after(self, act: Callable[[], object]) -> float:
        """Do something and return the milliseconds until the widget has been painted."""
        self._waiting = loop = QEventLoop()
        late = QTimer(self)
        late.setSingleShot(True)
        late.timeout.connect(self._give_up)
        late.start(_PATIENCE_MS)
        started = time.perf_counter()
        act()
        loop.exec()
        taken = (time.perf_counter() - started) * 1000
        late.stop()
        return taken

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the paint event come; what is painted with it is over when the loop comes round."""
        if event.type() == QEvent.Type.Paint and self._waiting is not None:
            loop, self._waiting = self._waiting, None
            QTimer.singleShot(0, loop.quit)
        return False

    def _give_up(self) -> None:
        sys.exit("nothing was painted")

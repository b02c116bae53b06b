"""One line above the article, two where it must be: what happened or stands in the way, and what can be done."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.ui.messages import Words, spoken
from annotator.ui.widgets.buttons import CloseButton, TextButton
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, mixed

_MOST_ACTIONS: Final = 3


class NoticeKind(StrEnum):
    """What a notice is about; said by its sign and its words, not by colour alone."""

    INFO = "info"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class _Notice:
    words: Words
    kind: NoticeKind
    actions: tuple[tuple[str, Words], ...]

    @property
    def text(self) -> str:
        return spoken(self.words)

    def says_as(self, other: "_Notice") -> bool:
        """Tell whether both say the same and offer the same."""
        names, others = ([name for name, _ in one.actions] for one in (self, other))
        return (self.text, self.kind, names) == (other.text, other.kind, others)


class _Sign(QWidget):
    """An i or an exclamation mark in a ring."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = NoticeKind.INFO
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        centre = QRectF(self.rect()).center()
        colour = kind_colour(self.palette(), self.kind)
        painter.setPen(hairline(colour, 1.4))
        painter.drawEllipse(centre, side * 0.44, side * 0.44)
        painter.setPen(hairline(colour, 1.7))
        up = 1.0 if self.kind is NoticeKind.PROBLEM else -1.0
        painter.drawLine(centre + QPointF(0, -side * 0.22 * up), centre + QPointF(0, side * 0.04 * up))
        painter.drawPoint(centre + QPointF(0, side * 0.22 * up))


def kind_colour(palette: QPalette, kind: NoticeKind) -> QColor:
    """Return the colour of a kind of notice."""
    if kind is NoticeKind.PROBLEM:
        return palette.color(QPalette.ColorRole.BrightText)
    return accent_tone(palette)


class NoticeBar(QFrame):
    """Shows one notice after the other, each until it is closed or acted upon; never modal, never takes the focus."""

    action_chosen = Signal(str)  # the id of the action
    emptied = Signal()  # the last notice is gone
    left = Signal()  # the keyboard was on a notice that is gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self._queue: deque[_Notice] = deque()
        self._sign = _Sign(self)
        self._message = ElidedLabel(self, max_lines=2)
        self._message.setObjectName("notice-text")
        self._more = QLabel(self)
        self._more.setObjectName("notice-more")
        self._more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._buttons = tuple(self._action_button(number) for number in range(_MOST_ACTIONS))
        self._close = CloseButton(self)
        self._close.setObjectName("notice-close")
        self._close.clicked.connect(self.close_notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._message, 1)
        row.addWidget(self._more)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._close)
        # Not Fixed: that would hold the bar at one line where words wrap only because the window is narrow.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.retranslate()
        self._show_first()

    def _action_button(self, number: int) -> TextButton:
        button = TextButton(self)
        button.setObjectName(f"notice-action-{number + 1}")
        button.clicked.connect(self._act)
        return button

    def show_notice(
        self, words: Words, kind: str = NoticeKind.INFO, actions: Sequence[tuple[str, Words]] = ()
    ) -> None:
        """Show a notice, before the problems that wait; words that can be said anew follow a switch of language.

        `actions` are (id, words), at most three. The same one waits once.
        """
        if len(actions) > _MOST_ACTIONS:
            msg = f"a notice has at most {_MOST_ACTIONS} actions"
            raise ValueError(msg)
        notice = _Notice(words, NoticeKind(kind), tuple(actions))
        if any(map(notice.says_as, self._queue)):
            return
        # The newest first: what was just done is what a person wants to read or take back. A problem waits behind
        # it until it is closed; what was only said before is over.
        kept = [waiting for waiting in self._queue if waiting.kind is NoticeKind.PROBLEM]
        self._queue = deque([notice, *kept])
        self._show_first()

    @property
    def offers(self) -> bool:
        """Whether there is something to choose in the notice that is shown."""
        return bool(self._queue) and bool(self._queue[0].actions)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def withdraw(self, words: Words) -> None:
        """Take a notice away, shown or waiting: what it says is over."""
        text = spoken(words)
        kept = deque(notice for notice in self._queue if notice.text != text)
        if len(kept) < len(self._queue):
            self._queue = kept
            self._show_first()
            if not kept:
                self.emptied.emit()

    def notices(self) -> tuple[str, ...]:
        """Return the texts of the notices, the shown one first."""
        return tuple(notice.text for notice in self._queue)

    def clear(self) -> None:
        """Take all notices away."""
        had = bool(self._queue)
        self._queue.clear()
        self._show_first()
        if had:
            self.emptied.emit()

    def drop_actions(self, beginnings: tuple[str, ...]) -> None:
        """Take the actions whose ids begin so off all notices; what the notices say stays."""
        kept = deque(
            replace(notice, actions=tuple(one for one in notice.actions if not one[0].startswith(beginnings)))
            for notice in self._queue
        )
        if kept != self._queue:
            self._queue = kept
            self._show_first()

    @Slot()
    def close_notice(self) -> None:
        """Take the shown notice away and show the next; the keyboard goes back where it was on this one."""
        if self._queue:
            self._queue.popleft()
            if self._has_keyboard():
                self.left.emit()
            self._show_first()
            if not self._queue:
                self.emptied.emit()

    @Slot()
    def _act(self) -> None:
        button = self.sender()
        for index, candidate in enumerate(self._buttons):
            if candidate is button and self._queue:
                chosen = self._queue[0].actions[index][0]
                self.close_notice()
                self.action_chosen.emit(chosen)
                return

    def _show_first(self) -> None:
        self.setVisible(bool(self._queue))
        self.setFocusProxy(self._buttons[0] if self.offers else self._close)
        self._say()
        if self._queue:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _say(self) -> None:
        """Say the first notice in the language of the window."""
        if not self._queue:
            self._message.setText("")
            return
        notice = self._queue[0]
        self._message.setText(notice.text)
        self._sign.kind = notice.kind
        for index, button in enumerate(self._buttons):
            shown = index < len(notice.actions)
            button.setVisible(shown)
            if shown:
                words = spoken(notice.actions[index][1])
                button.setText(words)
                button.setAccessibleName(words)
                button.updateGeometry()
        self._name()
        self._show_waiting()
        self.update()

    def _show_waiting(self) -> None:
        waiting = len(self._queue) - 1
        self._more.setVisible(waiting > 0)
        self._more.setText(f"+{waiting}")
        self._more.setToolTip(self.tr("More notices are waiting"))

    def _name(self) -> None:
        if not self._queue:
            self.setAccessibleName(self.tr("Notices"))
            return
        notice = self._queue[0]
        kind = self.tr("Problem") if notice.kind is NoticeKind.PROBLEM else self.tr("Notice")
        self._sign.setAccessibleName(kind)
        self._sign.setToolTip(kind)
        self.setAccessibleName(f"{kind}: {notice.text}")

    def retranslate(self) -> None:
        """Say all words anew."""
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close"))
        self._more.setAccessibleName(self.tr("More notices are waiting"))
        self._name()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a tint of the kind, with a line below."""
        if not self._queue:
            return
        painter = QPainter(self)
        colour = kind_colour(self.palette(), self._queue[0].kind)
        ground = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(self.rect(), mixed(colour, ground, 0.10))
        painter.setPen(mixed(colour, ground, 0.35))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

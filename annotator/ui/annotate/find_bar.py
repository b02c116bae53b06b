"""Find in the document shown: a bar above the article; a hit is the selection, and a digit labels it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from annotator.core.folding import find_all, fold
from annotator.ui.annotate.read_text import ReadText
from annotator.ui.pane.view import ArticlePane


class FindBar(QFrame):
    """A field, how many hits there are, and two buttons; plain text only."""

    sought = Signal(str)
    next_wished = Signal()
    previous_wished = Signal()
    left = Signal()

    def __init__(self, name: str = "find", parent: QWidget | None = None) -> None:
        """`name` begins the names of its parts."""
        super().__init__(parent)
        self.setObjectName(f"{name}-bar")
        self._field = QLineEdit()
        self._field.setObjectName(f"{name}-field")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self.sought)
        self._told = QLabel()
        self._told.setObjectName(f"{name}-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._previous = QPushButton()
        self._previous.clicked.connect(self.previous_wished)
        self._next = QPushButton()
        self._next.clicked.connect(self.next_wished)
        for button in (self._previous, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        for widget in (self._told, self._previous, self._next):
            row.addWidget(widget)
        self.setFocusProxy(self._field)
        self.retranslate()
        self.hide()

    def open_with(self, term: str) -> None:
        """Show the bar with a term, the keyboard in its field."""
        self.show()
        if term:
            self._field.setText(term)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def term(self) -> str:
        """Return what is sought."""
        return self._field.text()

    def tell(self, place: int, total: int) -> None:
        """Say which hit of how many is selected; nothing where nothing is sought."""
        if not self.term():
            self._told.clear()
        elif not total:
            self._told.setText(self.tr("not found"))
        else:
            self._told.setText(f"{place:,} / {total:,}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, leave with Esc; the hit stays selected."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wished if back else self.next_wished).emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Find in the document"))
        self._field.setAccessibleName(self.tr("What to find"))
        self._field.setPlaceholderText(self.tr("Find in the document"))
        self._previous.setText(self.tr("Previous"))
        self._next.setText(self.tr("Next"))


class Finding(QObject):
    """Finds on a folded copy of the text, so that width, case, dots and NFD make no difference."""

    def __init__(self, read: ReadText, pane: ArticlePane, bar: FindBar, shown: SignalInstance) -> None:
        """`shown` tells that another text is shown."""
        super().__init__(bar)
        self._read = read
        self._pane = pane
        self._bar = bar
        self._hits: list[tuple[int, int]] = []
        self._key: tuple[str, str] = ("", "")
        bar.sought.connect(self._sought)
        bar.next_wished.connect(self.find_next)
        bar.previous_wished.connect(self.find_previous)
        bar.left.connect(self.leave)
        shown.connect(self._document_shown)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "edit.find": self.open,
            "edit.find-next": self.find_next,
            "edit.find-previous": self.find_previous,
        }

    def open(self) -> None:
        """Open the bar with what is selected."""
        start, end = self._pane.selection()
        chosen = self._read.text[start:end]
        self._bar.open_with(chosen if "\n" not in chosen else "")

    def look_for(self, text: str) -> None:
        """Open the bar with a text and select its first hit after the selection."""
        self._bar.open_with(text)
        self.find_next()

    @Slot()
    def leave(self) -> bool:
        """Close the bar, the hit still selected; False where it was closed."""
        was_open = self._bar.isVisible()
        self._bar.hide()
        if was_open:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    @Slot()
    def find_next(self) -> None:
        """Select the next hit after the selection, going round."""
        self._look()
        if self._hits:
            _start, end = self._pane.selection()
            self._select(bisect_left(self._hits, (end, -1)) % len(self._hits))

    @Slot()
    def find_previous(self) -> None:
        """Select the hit before the selection, going round."""
        self._look()
        if self._hits:
            start, _end = self._pane.selection()
            self._select((bisect_left(self._hits, (start, -1)) - 1) % len(self._hits))

    @Slot(str)
    def _sought(self, _term: str) -> None:
        """Select the first hit from where the selection begins, as the term is typed."""
        self._look()
        if self._hits:
            start, _end = self._pane.selection()
            self._select(bisect_left(self._hits, (start, -1)) % len(self._hits))
        else:
            self._bar.tell(0, 0)

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._bar.isVisible():
            self._look()
            start, _end = self._pane.selection()
            self._bar.tell(bisect_right(self._hits, (start, len(self._read.text))), len(self._hits))

    def _look(self) -> None:
        key = (self._bar.term(), self._read.text)
        if key != self._key:
            self._key = key
            term, text = key
            self._hits = list(find_all(fold(text), term)) if term.strip() else []

    def _select(self, index: int) -> None:
        start, end = self._hits[index]
        self._pane.select(start, end)
        self._pane.ensure_visible(start, end)
        self._bar.tell(index + 1, len(self._hits))

"""The lower part of the form: the list of spans, the document, comments and records, one open at a time."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.form.comments_page import CommentsPage
from annotator.ui.form.document_page import DocumentPage
from annotator.ui.form.records_page import RecordsPage
from annotator.ui.form.span_list import SpanList
from annotator.ui.theme import Theme
from annotator.ui.widgets.tab_row import TabRow

SPANS: Final = 0
DOCUMENT: Final = 1
COMMENTS: Final = 2
RECORDS: Final = 3


class FormPages(QWidget):
    """Keeps the span flow its room: fields stand where the list stands, not above it."""

    def __init__(self, spans: SpanList, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form-pages")
        self._spans = spans
        self.document = DocumentPage(theme, self)
        self.comments = CommentsPage(self)
        self.records = RecordsPage(self)
        self._proposed = 0
        self._tabs = TabRow(("page-spans", "page-document", "page-comments", "page-records"), self)
        self._tabs.setObjectName("form-tabs")
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("form-stack")
        self._pages: tuple[QWidget, ...] = (spans, self.document, self.comments, self.records)
        for page in self._pages:
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.opened.connect(self.open_page)
        self.open_page(SPANS)
        self.retranslate()

    @Slot(int)
    def open_page(self, number: int) -> None:
        """Open a page: SPANS, DOCUMENT, COMMENTS or RECORDS; the keyboard stays where it is."""
        self._tabs.set_open(number)
        self._stack.setCurrentIndex(number)
        self.setFocusProxy(self._pages[number])

    @property
    def page(self) -> int:
        """The number of the open page."""
        return self._stack.currentIndex()

    def focus_page(self, number: int) -> None:
        """Open a page and put the keyboard into it."""
        self.open_page(number)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_editable(self, *, editable: bool) -> None:
        """Let document and comments be changed, or only read."""
        self.document.set_editable(editable=editable)
        self.comments.set_editable(editable=editable)

    def set_open_comments(self, number: int) -> None:
        """Say in the head of the comments how many are open."""
        tab = self._tabs.tabs[COMMENTS]
        tab.set_number(number)
        told = self.tr("Comments, open: %1").replace("%1", str(number))
        tab.setAccessibleName(told if number else tab.text())

    def set_records(self, number: int) -> None:
        """Say in the head of the records how many there are."""
        self._tabs.tabs[RECORDS].set_number(number)
        self._tell_records()

    def set_proposed(self, number: int) -> None:
        """Mark the head of the records where some are proposed."""
        if number != self._proposed:
            self._proposed = number
            self._tell_records()

    def _tell_records(self) -> None:
        tab, word = self._tabs.tabs[RECORDS], self.tr("Records")
        told = self.tr("Records: %1").replace("%1", str(tab.number)) if tab.number else word
        proposed = self.tr("proposed: %1").replace("%1", str(self._proposed)) if self._proposed else ""
        tab.setText(f"{word} •" if proposed else word)
        tab.setToolTip(proposed)
        tab.setAccessibleName(", ".join(part for part in (told, proposed) if part))
        tab.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.document.set_theme(theme)

    def hasHeightForWidth(self) -> bool:
        """Take the room that is left, whichever page is open: what stands above does not move."""
        return False

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Spans, document, comments, records"))
        self._tabs.setAccessibleName(self.tr("What is shown below"))
        words = (self.tr("Spans"), self.tr("Document"), self.tr("Comments"), self.tr("Records"))
        for tab, word in zip(self._tabs.tabs, words, strict=True):
            tab.setText(word)
            tab.setAccessibleName(word)
            tab.updateGeometry()
        self.set_open_comments(self._tabs.tabs[COMMENTS].number)
        self._tell_records()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

"""The button that begins a term about a field in the search: which terms there are, without knowing them by heart."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

# What is asked, and the term that asks it; the words that are typed are those of the language of the window.
_TERMS: Final = (
    (QT_TRANSLATE_NOOP("TermButton", "Outlet…"), QT_TRANSLATE_NOOP("TermButton", "outlet:")),
    (QT_TRANSLATE_NOOP("TermButton", "Section…"), QT_TRANSLATE_NOOP("TermButton", "section:")),
    (QT_TRANSLATE_NOOP("TermButton", "Author…"), QT_TRANSLATE_NOOP("TermButton", "author:")),
    (QT_TRANSLATE_NOOP("TermButton", "Title…"), QT_TRANSLATE_NOOP("TermButton", "title:")),
    (QT_TRANSLATE_NOOP("TermButton", "Address (URL)…"), "url:"),
    (
        QT_TRANSLATE_NOOP("TermButton", "Document date… (2024-03, 2024-01..2024-03)"),
        QT_TRANSLATE_NOOP("TermButton", "date:"),
    ),
    (QT_TRANSLATE_NOOP("TermButton", "Published…"), QT_TRANSLATE_NOOP("TermButton", "published:")),
    (QT_TRANSLATE_NOOP("TermButton", "Modified…"), QT_TRANSLATE_NOOP("TermButton", "modified:")),
    (QT_TRANSLATE_NOOP("TermButton", "Crawled…"), QT_TRANSLATE_NOOP("TermButton", "crawled:")),
    (QT_TRANSLATE_NOOP("TermButton", "Label used…"), QT_TRANSLATE_NOOP("TermButton", "label:")),
    (QT_TRANSLATE_NOOP("TermButton", "Annotator…"), QT_TRANSLATE_NOOP("TermButton", "annotator:")),
    (QT_TRANSLATE_NOOP("TermButton", "With open comments"), QT_TRANSLATE_NOOP("TermButton", "has:comments")),
    (QT_TRANSLATE_NOOP("TermButton", "With notes"), QT_TRANSLATE_NOOP("TermButton", "has:notes")),
    (QT_TRANSLATE_NOOP("TermButton", "With spans in doubt"), QT_TRANSLATE_NOOP("TermButton", "has:unsure")),
    (QT_TRANSLATE_NOOP("TermButton", "With lost spans"), QT_TRANSLATE_NOOP("TermButton", "has:lost")),
    (QT_TRANSLATE_NOOP("TermButton", "With near-duplicates"), QT_TRANSLATE_NOOP("TermButton", "has:duplicates")),
)  # fmt: skip


class TermButton(QToolButton):
    """Opens a menu of terms."""

    term_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setObjectName("library-terms-menu")
        for number, _term in enumerate(_TERMS):
            action = self._menu.addAction("")
            action.setData(number)
        self._menu.triggered.connect(self._chosen)
        self.setMenu(self._menu)
        self.retranslate()

    @Slot(object)
    def _chosen(self, action: object) -> None:
        number = self._menu.actions().index(action)  # type: ignore[arg-type]  # a QAction, says the signal
        self.term_chosen.emit(_said(_TERMS[number][1]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setText(self.tr("Filter"))
        self.setAccessibleName(self.tr("Filter by a field"))
        self.setToolTip(self.tr("Filter by a field: type it in the search, as outlet:Hanbit or date:2024-03"))
        for action, (words, _term) in zip(self._menu.actions(), _TERMS, strict=True):
            action.setText(_said(words))


def _said(words: object) -> str:
    return QCoreApplication.translate("TermButton", str(words))

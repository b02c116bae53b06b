"""The page of the review: queue, article with its lanes, and the card of the current item."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from annotator.ui.pane.view import ArticlePane
from annotator.ui.review.card import ItemCard
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.theme import Theme

_WIDTHS = (250, 760, 330)
_CENTRE = 1


class ReviewPage(QWidget):
    """Assembles what is seen of a review."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review-page")
        self.queue = QueuePanel(self)
        self.pane = ArticlePane()
        self.pane.setObjectName("review-article")
        self.card = ItemCard(theme, self)
        self.banner = QLabel(self)
        self.banner.setObjectName("review-banner")
        self.banner.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.setWordWrap(True)
        self.banner.setContentsMargins(12, 6, 12, 6)
        centre = QWidget(self)
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.pane, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("review-areas")
        for at, widget in enumerate((self.queue, centre, self.card)):
            self.splitter.addWidget(widget)
            self.splitter.setCollapsible(at, at != _CENTRE)
            self.splitter.setStretchFactor(at, int(at == _CENTRE))
        self.splitter.setSizes(list(_WIDTHS))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.retranslate()

    def areas(self) -> list[tuple[QWidget, QWidget]]:
        """Return what F6 goes round, queue, article, card, each with what has the keyboard in it first.

        What is folded away, or shows nothing, is left out.
        """
        areas = [(self.queue, self.queue.list), (self.pane, self.pane), (self.card, self.card.reason)]
        open_ = zip(areas, self.splitter.sizes(), strict=True)
        return [area for area, size in open_ if size and not area[0].isHidden()]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.pane.set_theme(theme)
        self.card.set_theme(theme)

    def retranslate(self) -> None:
        """Say the article's name anew; the parts follow by themselves."""
        self.setAccessibleName(self.tr("Review"))
        self.pane.setAccessibleName(self.tr("Article with the layers of the review"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

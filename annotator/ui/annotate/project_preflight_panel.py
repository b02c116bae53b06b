"""What the checks found over the whole project: by document, each row opens its document at the place."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app.documents.preflight import DocumentFindings, ProjectFindings
from annotator.core.preflight import Finding, Place
from annotator.ui.annotate.finding_list import FindingList
from annotator.ui.annotate.preflight_words import check_words
from annotator.ui.widgets.tones import bold_font

# More rows than anybody walks along; what is left out is told.
_MOST: Final = 2000


class ProjectPreflightPanel(QWidget):
    """One row for what was found of one string in one document."""

    place_wished = Signal(int, object)  # document id, Place
    article_wished = Signal()
    again_wished = Signal()
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project-preflight")
        self._found: ProjectFindings | None = None
        self._rows: list[tuple[DocumentFindings, Finding]] = []
        self._told = QLabel(self)
        self._told.setObjectName("project-preflight-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setFont(bold_font(self.font()))
        self.list = FindingList(self)
        self.list.setObjectName("project-preflight-list")
        self._again = QPushButton(self)
        self._again.setObjectName("project-preflight-again")
        self._close = QPushButton(self)
        self._close.setObjectName("project-preflight-close")
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.place_chosen.connect(self._went)
        self.list.entered.connect(self.article_wished)
        self._again.clicked.connect(self.again_wished)
        self._close.clicked.connect(self.close_wished)
        self.setFocusProxy(self.list)
        self.retranslate()

    def set_found(self, found: ProjectFindings | None) -> None:
        """Show what was found; None while it is being looked for."""
        self._found = found
        self._rows = (
            [] if found is None else [(each, one) for each in found.documents for one in each.findings]
        )
        self.retranslate()

    @Slot(int)
    def _went(self, number: int) -> None:
        document, finding = self._rows[number]
        place: Place = finding.places[0]
        self.place_wished.emit(document.document_id, place)

    def _fill(self) -> None:
        groups: list[tuple[str, list[str]]] = []
        last = 0
        for document, finding in self._rows[:_MOST]:
            if document.document_id != last:
                count = sum(len(each.places) for each in document.findings)
                groups.append((f"{document.title} · {count:,}", []))
                last = document.document_id
            groups[-1][1].append(self._row(finding))
        self.list.fill(groups)
        # The keyboard waits in the list while it is being filled.
        self.list.setVisible(bool(groups) or self._found is None)

    def _row(self, finding: Finding) -> str:
        words, count = check_words(finding.check), len(finding.places)
        named = f"{words}: {finding.text}" if finding.text else words
        return f"{named}  × {count:,}" if count > 1 else named

    def retranslate(self) -> None:
        """Say all words anew."""
        self._told.setText(self._words())
        self.setAccessibleName(self._told.text())
        self.list.setAccessibleName(self.tr("What the checks found, by document"))
        for button, text in ((self._again, self.tr("Check again")), (self._close, self.tr("Close"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._again.setEnabled(self._found is not None)
        self._fill()

    def _words(self) -> str:
        found = self._found
        if found is None:
            return self.tr("The documents that you are at or have done are being checked…")
        told = self.tr("Checked: documents {documents}. To look at: {places} in documents {with}.")
        told = told.format_map(
            {
                "documents": f"{found.looked_at:,}",
                "places": f"{found.places:,}",
                "with": f"{len(found.documents):,}",
            }
        )
        if len(self._rows) > _MOST:
            told += " " + self.tr("The first {count} rows are shown.").format(count=f"{_MOST:,}")
        return told

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            place = self.list.place()
            self.retranslate()
            self.list.mark(place)
        super().changeEvent(event)

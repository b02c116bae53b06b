"""The document in the form: its fields, from where its date came, its labels, and what else its file brought."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.calls import Call
from annotator.ui.form.document_labels import DocumentLabels
from annotator.ui.theme import Theme
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.keys import ESCAPE, emits
from annotator.ui.widgets.plain_line import PlainLine
from annotator.ui.widgets.tones import small_font

CONTEXT: Final = "DocumentPage"
LABELS: Final = "labels"
# The fields in the order shown, the labels of the document among them.
_CAPTIONS: Final = {
    "title": QT_TRANSLATE_NOOP("DocumentPage", "Title"),
    "document_date": QT_TRANSLATE_NOOP("DocumentPage", "Document date"),
    LABELS: QT_TRANSLATE_NOOP("DocumentPage", "Labels"),
    "outlet": QT_TRANSLATE_NOOP("DocumentPage", "Outlet"),
    "author": QT_TRANSLATE_NOOP("DocumentPage", "Author"),
    "section": QT_TRANSLATE_NOOP("DocumentPage", "Section"),
    "url": QT_TRANSLATE_NOOP("DocumentPage", "URL"),
    "published": QT_TRANSLATE_NOOP("DocumentPage", "Published"),
    "modified": QT_TRANSLATE_NOOP("DocumentPage", "Modified"),
    "crawled": QT_TRANSLATE_NOOP("DocumentPage", "Crawled"),
}
FIELDS_SHOWN: Final = tuple(name for name in _CAPTIONS if name != LABELS)
_ORIGINS: Final = {
    "field": QT_TRANSLATE_NOOP("DocumentPage", "from a field of the page"),
    "caption": QT_TRANSLATE_NOOP("DocumentPage", "from a photo credit"),
    "file": QT_TRANSLATE_NOOP("DocumentPage", "from the file"),
    "user": QT_TRANSLATE_NOOP("DocumentPage", "given by hand"),
}
_MARGIN: Final = 12


def origin_words(source: str) -> str:
    """Return the words for where the document date was found; an unknown origin is shown as it is."""
    return QCoreApplication.translate(CONTEXT, str(_ORIGINS[source])) if source in _ORIGINS else source


class DocumentPage(QScrollArea):
    """Shows the fields of one document. What it is shown it never says; what is typed it says at once."""

    field_edited = Signal(str, str)  # name, text
    editing_finished = Signal()  # the keyboard left a field: the burst ends
    returned = Signal()  # Enter or Esc: the keyboard goes back to the article

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document-page")
        self._theme = theme
        self._source = ""
        self._problems: dict[str, str] = {}
        self._content = QWidget(self)
        self._content.setObjectName("document-fields")
        self._captions = {name: QLabel(self._content) for name in _CAPTIONS}
        self._lines = {name: PlainLine(self._content) for name in FIELDS_SHOWN}
        self._told = {name: ElidedLabel(self._content, max_lines=2) for name in FIELDS_SHOWN}
        self.labels = DocumentLabels(self._content)
        self._further = ElidedLabel(self._content, max_lines=40)
        self._set_up()
        self._lay_out()
        self.retranslate()
        self.show_fields(None)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._further.setObjectName("document-further")
        for name, caption in self._captions.items():
            caption.setObjectName(f"caption-{name}")
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for name, line in self._lines.items():
            line.setObjectName(f"field-{name}")
            line.textEdited.connect(Call(self._typed, name))
            line.left.connect(self.editing_finished)
            line.returnPressed.connect(self.returned)
            self._captions[name].setBuddy(line)
            self._told[name].setObjectName(f"told-{name}")
            self._told[name].hide()
        self._captions[LABELS].setBuddy(self.labels.field)
        self.labels.field.left.connect(self.editing_finished)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        row = 0
        for name, caption in self._captions.items():
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            caption.setContentsMargins(0, 5, 0, 0)
            grid.addWidget(self.labels if name == LABELS else self._lines[name], row, 1)
            if name in self._told:
                grid.addWidget(self._told[name], row + 1, 1)
            row += 2
        column = QVBoxLayout(self._content)
        column.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self._further)
        column.addStretch(1)
        self._content.setAutoFillBackground(False)
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self.setFocusProxy(self._lines["title"])

    def show_fields(self, fields: Mapping[str, str] | None, drafts: Mapping[str, str] | None = None) -> None:
        """Show the fields of a document, or none; `drafts` stand in the place of what the document holds."""
        shown = {**(fields or {}), **(drafts or {})}
        self._content.setEnabled(fields is not None)
        for name, line in self._lines.items():
            line.show_text(shown.get(name, ""))
        self._source = "" if fields is None else fields.get("date_source", "")
        self._tell()

    def set_further(self, further: Sequence[tuple[str, str]]) -> None:
        """Show what else the file of the document brought, to be read only: (name, text)."""
        self._further.setText("  ·  ".join(f"{name}: {text}" for name, text in further))
        self._further.setAccessibleDescription(self._further.text())
        self._further.setVisible(bool(further))

    def set_problem(self, name: str, problem: str) -> None:
        """Say under a field, in words, what is wrong with it; "": nothing is."""
        self._problems[name] = problem
        self._tell()

    def clear_problems(self) -> None:
        """Say that nothing is wrong."""
        self._problems.clear()
        self._tell()

    def set_editable(self, *, editable: bool) -> None:
        """Let the fields be changed, or only read."""
        for line in self._lines.values():
            line.setReadOnly(not editable)
        self.labels.set_editable(editable=editable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._tell()

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._lines[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._lines[name].setCursorPosition(0)
        self.ensureWidgetVisible(self._lines[name])

    def _typed(self, name: object) -> None:
        self.field_edited.emit(str(name), self._lines[str(name)].text())

    def _tell(self) -> None:
        for name, told in self._told.items():
            problem = self._problems.get(name, "")
            origin = origin_words(self._source) if name == "document_date" else ""
            told.setText(problem or origin)
            told.setAccessibleName(self._captions[name].text())
            told.setAccessibleDescription(told.text())
            told.setVisible(bool(problem or origin))
            self._lines[name].setAccessibleDescription(told.text())
            palette = self.palette()
            quiet = palette.placeholderText().color()
            colour = QColor(self._theme.danger) if problem else quiet
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            told.setPalette(palette)
        quiet_palette = self.palette()
        quiet_palette.setColor(QPalette.ColorRole.WindowText, quiet_palette.placeholderText().color())
        self._further.setPalette(quiet_palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the article."""
        if not emits(event, (ESCAPE, self.returned)):
            super().keyPressEvent(event)

    # Words and looks.

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Document"))
        for name, caption in self._captions.items():
            caption.setText(QCoreApplication.translate(CONTEXT, str(_CAPTIONS[name])))
        for name, line in self._lines.items():
            line.setAccessibleName(self._captions[name].text())
        self._lines["document_date"].setPlaceholderText(self.tr("YYYY-MM-DD"))
        self._further.setAccessibleName(self.tr("Further fields of the file"))
        self._fit_fonts()
        self._tell()

    def _fit_fonts(self) -> None:
        small = small_font(self.font())
        for widget in (*self._captions.values(), *self._told.values(), self._further):
            widget.setFont(small)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, the text size, and the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_fonts()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tell()

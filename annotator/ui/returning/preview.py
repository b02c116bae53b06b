"""The feedback of one colleague as it would be written, to be read before it is."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTableFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.review.feedback import Differing, Feedback
from annotator.review.feedback_words import NOTHING, NUMBERS, class_words, equals, reason_words
from annotator.review.web_page import Two, number
from annotator.ui.returning.words import in_language
from annotator.ui.widgets.tones import mixed, muted_tone

_MOST: Final = 200
_MARGIN: Final = 8


class FeedbackPreview(QTextEdit):
    """Words that can be read, searched by eye and copied; text of people is never taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("give-preview-text")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        self.document().setUndoRedoEnabled(False)
        self._told: Feedback | None = None
        self._name = ""
        self.retranslate()

    def show_feedback(self, name: str, told: Feedback | None) -> None:
        """Show what a colleague is told; None where nothing of them is finished."""
        self._name, self._told = name, told
        self._fill()

    def _fill(self) -> None:
        self.clear()
        told = self._told
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if told is None or not told.numbers.documents:
            self._write(cursor, self.tr("%1: no review of a document is finished").replace("%1", self._name))
        else:
            self._write_all(cursor, told)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_all(self, cursor: QTextCursor, told: Feedback) -> None:
        counts = told.numbers
        self._write(cursor, told.annotator, bold=True)
        line = self.tr("Documents %1, their spans %2, gold spans %3, differences %4")
        values = (counts.documents, counts.spans, counts.gold, len(told.differences))
        for at, value in enumerate(values, start=1):
            line = line.replace(f"%{at}", f"{value:,}")
        self._write_line(cursor, line)
        self._write_numbers(cursor, told)
        shown = enumerate(told.differences[:_MOST], start=1)
        for _, of_one in groupby(shown, key=_document_of):
            rows = list(of_one)
            self._write_line(cursor, rows[0][1].title or rows[0][1].document, bold=True, above=True)
            for at, row in rows:
                self._write_difference(cursor, at, row)
        more = len(told.differences) - _MOST
        if more > 0:
            rest = self.tr("%1 more stand in the file.").replace("%1", f"{more:,}")
            self._write_line(cursor, rest, muted=True, above=True)

    def _write_numbers(self, cursor: QTextCursor, told: Feedback) -> None:
        heads = ["", self.tr("against gold")]
        if told.others_count:
            heads.append(self.tr("mean of the others: %1").replace("%1", f"{told.others_count:,}"))
        form = QTextTableFormat()
        form.setCellPadding(1)
        form.setCellSpacing(4)
        form.setBorder(0)
        form.setHeaderRowCount(1)
        table = cursor.insertTable(len(NUMBERS) + 1, len(heads), form)
        rows = [
            [in_language(words), number(getattr(told.numbers, key)), number(told.others[key])]
            for words, key in NUMBERS
        ]
        for at, row in enumerate([heads, *rows]):
            for column, text in enumerate(row[: len(heads)]):
                cell = table.cellAt(at, column).firstCursorPosition()
                if column:
                    block = QTextBlockFormat()
                    block.setAlignment(Qt.AlignmentFlag.AlignRight)
                    cell.setBlockFormat(block)
                self._write(cell, text, muted=at == 0)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _write_difference(self, cursor: QTextCursor, at: int, row: Differing) -> None:
        self._write_line(cursor, f"{at:,}. {in_language(class_words(row))}", muted=True, above=True)
        self._write_line(cursor, row.before)
        self._write(cursor, row.quote, bold=True, quoted=True)
        self._write(cursor, row.after)
        for words, spans in ((Two("내 표시", "yours"), row.theirs), (Two("정답", "final"), row.final)):
            self._write_line(cursor, f"{in_language(words)}: ", muted=True)
            for number_, one in enumerate(spans):
                self._write(cursor, ", " if number_ else "")
                self._write(cursor, one.text, quoted=True)
                self._write(cursor, f" [{one.label}]{equals(one.value)}")
            if not spans:
                self._write(cursor, in_language(NOTHING))
        reason = reason_words(row.reason)
        said = " · ".join(part for part in ("" if reason is None else in_language(reason), row.note) if part)
        if said:
            self._write_line(cursor, f"{in_language(Two('설명', 'comment'))}: ", muted=True)
            self._write(cursor, said)

    # Pieces.

    def _write_line(
        self, cursor: QTextCursor, text: str, *, bold: bool = False, muted: bool = False, above: bool = False
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(_MARGIN if above else 0)
        cursor.insertBlock(block)
        self._write(cursor, text, bold=bold, muted=muted)

    def _write(
        self, cursor: QTextCursor, text: str, *, bold: bool = False, muted: bool = False, quoted: bool = False
    ) -> None:
        palette, form = self.palette(), QTextCharFormat()
        if bold:
            form.setFontWeight(QFont.Weight.DemiBold)
        form.setForeground(muted_tone(palette) if muted else palette.text().color())
        if quoted:
            # Blanks at an end are to be seen.
            form.setBackground(mixed(palette.link().color(), palette.base().color(), 0.16))
        cursor.insertText(text.replace("\n", " "), form)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("The feedback as it will be written"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language and of colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()


def _document_of(numbered: tuple[int, Differing]) -> str:
    return numbered[1].document

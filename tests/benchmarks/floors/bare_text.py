"""Floor of G4 and G7: a bare QTextEdit that is given one text after the other, laid out to its end, painted."""

import json
import sys
from functools import partial
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.benchmarks.painting import PaintWatch

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSansKR-Regular.ttf"
_SIZE = (760, 860)
_PIXELS = 17
_WARM_UP = 2


def main(source: Path, shortest: int) -> None:
    """Show each text of a JSONL file; print the milliseconds of those of at least so many characters."""
    with source.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    _application = QApplication([])
    QFontDatabase.addApplicationFont(str(FONT))
    font = QFont("Noto Sans KR")
    font.setPixelSize(_PIXELS)
    editor = QTextEdit()
    editor.setReadOnly(True)
    editor.setFont(font)
    editor.resize(*_SIZE)
    watch = PaintWatch(editor.viewport())
    watch.after(editor.show)
    found = []
    for text in texts:
        taken = watch.after(partial(_set, editor, text))
        if len(text) >= shortest:
            found.append(taken)
    print(json.dumps({"ms": found[_WARM_UP:]}))


def _set(editor: QTextEdit, text: str) -> None:
    editor.setPlainText(text)
    editor.document().pageCount()  # lays out to the end


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

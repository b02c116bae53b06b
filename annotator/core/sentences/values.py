"""What can be wrong with spans, labels and values."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

VALUES: Final = {
    "import.not-text": QT_TRANSLATE_NOOP("Messages", "{name} is not a text file."),
}

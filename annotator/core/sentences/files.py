"""What can be wrong with files that come in or go out."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

FILES: Final = {
    "import.not-text": QT_TRANSLATE_NOOP("Messages", "{name} is not a text file."),
}

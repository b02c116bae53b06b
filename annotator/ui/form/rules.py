"""What a rule that proposed a span is called, for people."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.core.suggestion import Suggestion

CONTEXT: Final = "Rules"

# By id; %1, %2 are its arguments, which stand behind it with colons between.
_RULES: Final = {
    "memory": QT_TRANSLATE_NOOP("Rules", "tagged before: %1, left: %2"),
    "near-duplicate": QT_TRANSLATE_NOOP("Rules", "marked in a nearly identical article: %1"),
}
_SCORE: Final = QT_TRANSLATE_NOOP("Rules", "score %1")


def rule_words(made: Suggestion) -> str:
    """Return why a span is proposed, in words; a model's own rule as it wrote it."""
    id_, _, rest = made.rule.partition(":")
    known = _RULES.get(id_)
    words = made.rule if known is None else QCoreApplication.translate(CONTEXT, str(known))
    for number, argument in enumerate(rest.split(":"), 1):
        words = words.replace(f"%{number}", argument)
    score = QCoreApplication.translate(CONTEXT, str(_SCORE)).replace("%1", made.score) if made.score else ""
    return " · ".join(part for part in (words, score) if part)

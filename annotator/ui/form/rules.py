"""What a rule that proposed a span is called, for people."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.app.suggestions.memory import RULE as MEMORY
from annotator.core.suggestion import Suggestion

CONTEXT: Final = "Rules"

# By id; %1, %2 are its arguments, which stand behind it with colons between.
_RULES: Final = {
    "memory": QT_TRANSLATE_NOOP("Rules", "tagged %3 %1, left %2"),
    "agency-name": QT_TRANSLATE_NOOP("Rules", "in the list of agencies"),
    "agency-country": QT_TRANSLATE_NOOP("Rules", "in the list of agencies, by the country before it: %1"),
    "agency-year": QT_TRANSLATE_NOOP("Rules", "in the list of agencies, by the year: %1"),
    "agency-document": QT_TRANSLATE_NOOP("Rules", "in the list of agencies, by the rest of the article"),
    "agency-home": QT_TRANSLATE_NOOP(
        "Rules", "in the list of agencies; other countries have one of this name"
    ),
    "agency-ambiguous": QT_TRANSLATE_NOOP("Rules", "name of several agencies: %1"),
    "agency-unlisted": QT_TRANSLATE_NOOP(
        "Rules", "name of an agency of another country; not in the list for %1"
    ),
    "agency-alias": QT_TRANSLATE_NOOP("Rules", "in brackets behind the name of an agency"),
    "agency-suffix": QT_TRANSLATE_NOOP("Rules", "ends as names of agencies do: %1"),
    "sector": QT_TRANSLATE_NOOP("Rules", "in the list of sectors: %1"),
    "sector-beside": QT_TRANSLATE_NOOP("Rules", "in the list of sectors, by the words beside it: %1"),
    "sector-document": QT_TRANSLATE_NOOP("Rules", "in the list of sectors, by the rest of the article: %1"),
    "number-currency": QT_TRANSLATE_NOOP("Rules", "a number with a currency"),
    "number-hundredths": QT_TRANSLATE_NOOP("Rules", "a number with a currency and its hundredths"),
    "range-currency": QT_TRANSLATE_NOOP("Rules", "a range with a currency"),
    "vague-currency": QT_TRANSLATE_NOOP("Rules", "a vague number with a currency"),
    "number-sign": QT_TRANSLATE_NOOP("Rules", "a number with a currency sign"),
    "sign-number": QT_TRANSLATE_NOOP("Rules", "a currency sign with a number"),
    "number-only": QT_TRANSLATE_NOOP("Rules", "a number without a currency"),
    "table-unit": QT_TRANSLATE_NOOP("Rules", "a number without a currency; the table counts in %1"),
    "date-full": QT_TRANSLATE_NOOP("Rules", "a year, month and day"),
    "date-day": QT_TRANSLATE_NOOP("Rules", "a day, the nearest to the document date"),
    "date-month": QT_TRANSLATE_NOOP("Rules", "a month, the nearest to the document date"),
    "date-month-day": QT_TRANSLATE_NOOP("Rules", "a month and day, the nearest to the document date"),
    "date-months": QT_TRANSLATE_NOOP("Rules", "several months"),
    "date-years": QT_TRANSLATE_NOOP("Rules", "several years"),
    "date-short-year": QT_TRANSLATE_NOOP("Rules", "a year of two figures"),
    "date-after": QT_TRANSLATE_NOOP("Rules", "so long after the document date"),
    "date-nth": QT_TRANSLATE_NOOP("Rules", "a day or week of its month"),
    "date-quarter": QT_TRANSLATE_NOOP("Rules", "a quarter"),
    "date-half": QT_TRANSLATE_NOOP("Rules", "a half year"),
    "date-season": QT_TRANSLATE_NOOP("Rules", "a season"),
    "date-feast": QT_TRANSLATE_NOOP("Rules", "a feast day"),
    "date-year": QT_TRANSLATE_NOOP("Rules", "a year"),
    "date-figures": QT_TRANSLATE_NOOP("Rules", "a date in figures"),
    "date-ago": QT_TRANSLATE_NOOP("Rules", "so long before the document date"),
    "date-weekday": QT_TRANSLATE_NOOP("Rules", "a weekday, the nearest to the document date"),
    "date-decade": QT_TRANSLATE_NOOP("Rules", "a decade"),
    "date-century": QT_TRANSLATE_NOOP("Rules", "a century"),
    "date-range": QT_TRANSLATE_NOOP("Rules", "from the first to the last"),
    "date-recurring": QT_TRANSLATE_NOOP("Rules", "comes again and again: no single date"),
    "relative-word": QT_TRANSLATE_NOOP("Rules", "counted from the document date: %1"),
    "duration": QT_TRANSLATE_NOOP("Rules", "a length of time"),
    "time-of-day": QT_TRANSLATE_NOOP("Rules", "a time of day"),
    "near-duplicate": QT_TRANSLATE_NOOP("Rules", "marked in a nearly identical article: %1"),
}
_MODEL: Final = QT_TRANSLATE_NOOP("Rules", "from %1")
_SCORE: Final = QT_TRANSLATE_NOOP("Rules", "score %1")
_ONCE: Final = QT_TRANSLATE_NOOP("Rules", "once")
_TIMES: Final = QT_TRANSLATE_NOOP("Rules", "%1 times")


def said_rule(rule: str, label: str = "") -> str:
    """Return a rule in words; one of a model as it wrote it. `label` is the title of the label it speaks of."""
    id_, _, rest = rule.partition(":")
    arguments = rest.split(":")
    if id_ == MEMORY:
        arguments = [*map(_times, arguments), label]
    known = _RULES.get(id_)
    words = rule if known is None else QCoreApplication.translate(CONTEXT, str(known))
    for number, argument in enumerate(arguments, 1):
        words = words.replace(f"%{number}", argument)
    return words


def rule_words(made: Suggestion, label: str) -> str:
    """Return why a span is proposed, in words: by a model with its name, its score, its own rule as it wrote it.

    `label` is the title of its label.
    """
    model, score = _said(_MODEL, made.model), score_words(made)
    return " · ".join(part for part in (model, score, said_rule(made.rule, label)) if part)


def tagged_words(tagged: int, left: int, label: str) -> str:
    """Return how often a text was tagged with a label, and how often it was left, in words."""
    return said_rule(f"{MEMORY}:{tagged}:{left}", label)


def score_words(made: Suggestion) -> str:
    """Return the score as its model wrote it, in words, "" where there is none."""
    return _said(_SCORE, made.score)


def _said(words: object, value: str) -> str:
    return QCoreApplication.translate(CONTEXT, str(words)).replace("%1", value) if value else ""


def _times(count: str) -> str:
    words = QCoreApplication.translate(CONTEXT, str(_ONCE if count == "1" else _TIMES))
    return words.replace("%1", count)

"""What is said of a person's own lexicon: what is wrong with an entry or a file, and its steps."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

LEXICON: Final = {
    "lexicon.no-name": QT_TRANSLATE_NOOP("Messages", "An entry needs a name."),
    "lexicon.name-short": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is too short: a name has two characters or more."
    ),
    "lexicon.name-long": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is too long: a name has {most} characters or fewer."
    ),
    "lexicon.name-letters": QT_TRANSLATE_NOOP("Messages", "“{name}” has no letter."),
    "lexicon.country": QT_TRANSLATE_NOOP(
        "Messages", "“{country}” is no country: write its code of two letters (KR, US), or INT."
    ),
    "lexicon.year": QT_TRANSLATE_NOOP("Messages", "“{year}” is no year."),
    "lexicon.years": QT_TRANSLATE_NOOP("Messages", "The years end ({until}) before they begin ({since})."),
    "lexicon.code": QT_TRANSLATE_NOOP("Messages", "An agency has no code (“{code}”): only a sector has one."),
    "lexicon.no-code": QT_TRANSLATE_NOOP("Messages", "The sector of “{name}” needs its code."),
    "lexicon.kind": QT_TRANSLATE_NOOP("Messages", "“{kind}” is neither agency nor sector."),
    "lexicon.yes-no": QT_TRANSLATE_NOOP("Messages", "“{text}” under “hidden” is neither yes nor no."),
    "lexicon.twice": QT_TRANSLATE_NOOP("Messages", "“{name}” stands there already."),
    "lexicon.no-label": QT_TRANSLATE_NOOP(
        "Messages", "This project has no label {label}, so nothing could be suggested. Add the label first."
    ),
    "lexicon.gone": QT_TRANSLATE_NOOP("Messages", "This entry is no longer there."),
    "lexicon.unreadable": QT_TRANSLATE_NOOP("Messages", "{name} could not be read: {reason}"),
    "lexicon.no-text": QT_TRANSLATE_NOOP(
        "Messages", "{name} is no text in UTF-8 or CP949: save it as CSV (UTF-8)."
    ),
    "lexicon.no-header": QT_TRANSLATE_NOOP(
        "Messages", "{name} does not begin with the names of its columns; “kind” and “name” are needed."
    ),
    "lexicon.too-large": QT_TRANSLATE_NOOP("Messages", "{name} is too large for a lexicon."),
    "lexicon.no-table": QT_TRANSLATE_NOOP("Messages", "{name} is no table from line {line} on: {reason}"),
    "lexicon.some-wrong": QT_TRANSLATE_NOOP(
        "Messages", "{name}: rows that were not taken: {count}. The first is in line {line}."
    ),
    "lexicon.own-broken": QT_TRANSLATE_NOOP(
        "Messages",
        "Your lexicon has rows that cannot be read. Repair {name} first, so that they are not lost.",
    ),
    "step.lexicon.add": QT_TRANSLATE_NOOP("Messages", "add “{name}” to the lexicon"),
    "step.lexicon.hide": QT_TRANSLATE_NOOP("Messages", "suggest “{name}” no more"),
    "step.lexicon.change": QT_TRANSLATE_NOOP("Messages", "change “{name}” in the lexicon"),
    "step.lexicon.remove": QT_TRANSLATE_NOOP("Messages", "remove “{name}” from the lexicon ({count})"),
    "step.lexicon.import": QT_TRANSLATE_NOOP(
        "Messages", "add entries to the lexicon (new {added}, changed {altered})"
    ),
}

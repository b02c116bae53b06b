"""What can be wrong with spans, zones, labels, fields and values."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

VALUES: Final = {
    "field.not-a-day": QT_TRANSLATE_NOOP(
        "Messages", "“{field}” is “{value}”, which is no day written as YYYY-MM-DD."
    ),
    "field.no-day": QT_TRANSLATE_NOOP("Messages", "“{value}” does not begin with a day like 2023-12-09."),
    "field.wrong-day": QT_TRANSLATE_NOOP(
        "Messages", "“{value}” is no day like 2023-12-09. The document keeps the date it had."
    ),
    "field.not-a-number": QT_TRANSLATE_NOOP("Messages", "“{field}” is “{value}”, which is no whole number."),
    "label.bad-key": QT_TRANSLATE_NOOP(
        "Messages",
        "“{label}” cannot be the name of a label: it is empty, has a blank at an end, or a character that cannot be"
        " printed.",
    ),
    "label.unknown": QT_TRANSLATE_NOOP("Messages", "The label {label} is not in the label set."),
    "span.id-twice": QT_TRANSLATE_NOOP("Messages", "“{id}” is the id of another span already."),
    "span.inside-line-end": QT_TRANSLATE_NOOP(
        "Messages", "From {start} to {end}: one of the two lies inside a line end."
    ),
    "span.inside-pair": QT_TRANSLATE_NOOP(
        "Messages", "From {start} to {end}: one of the two lies inside a character."
    ),
    "span.negative": QT_TRANSLATE_NOOP(
        "Messages", "From {start} to {end}: nothing begins before the text does."
    ),
    "span.not-there": QT_TRANSLATE_NOOP("Messages", "There is no span “{id}”, which this is about."),
    "span.not-whole-numbers": QT_TRANSLATE_NOOP("Messages", "“start” and “end” must be whole numbers."),
    "span.outside": QT_TRANSLATE_NOOP(
        "Messages", "From {start} to {end} is no range of the text, which has {length} characters."
    ),
    "span.reversed": QT_TRANSLATE_NOOP(
        "Messages", "From {start} to {end}: the end must come after the start."
    ),
    "span.text-differs": QT_TRANSLATE_NOOP("Messages", "“{found}” stands there, not “{said}”."),
    "value.choice-unknown": QT_TRANSLATE_NOOP("Messages", "“{value}” is none of the choices of the label."),
    "value.currency": QT_TRANSLATE_NOOP(
        "Messages", "“{unit}” is no currency in three capital letters, like KRW."
    ),
    "value.date-form": QT_TRANSLATE_NOOP(
        "Messages",
        "“{value}” is no date like 2023, 2023-12, 2023-12-09, or two of them with a slash between.",
    ),
    "value.duration-form": QT_TRANSLATE_NOOP(
        "Messages", "“{value}” is no length of time like P3Y (three years) or PT90M (90 minutes)."
    ),
    "value.empty": QT_TRANSLATE_NOOP("Messages", "The value is empty."),
    "value.mod-unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "“{mod}” cannot stand with this value; with dates and amounts words like APPROX or EQUAL_OR_MORE can.",
    ),
    "value.money-form": QT_TRANSLATE_NOOP(
        "Messages",
        "“{value}” is no amount like 10000000 or 1.5 (no zeros at its end, no commas), or two of them with a slash"
        " between.",
    ),
    "value.no-such-day": QT_TRANSLATE_NOOP("Messages", "There is no such day as “{value}”."),
    "value.range-reversed": QT_TRANSLATE_NOOP("Messages", "“{value}” ends before it begins."),
    "value.ref-not-a-day": QT_TRANSLATE_NOOP(
        "Messages", "“{ref}”, from which the date was counted, is no day written as YYYY-MM-DD."
    ),
    "value.time-form": QT_TRANSLATE_NOOP("Messages", "“{value}” is no time of day like T14:30."),
    "value.type-unknown": QT_TRANSLATE_NOOP("Messages", "There is no kind of value called “{type}”."),
    "value.unit-unwanted": QT_TRANSLATE_NOOP(
        "Messages", "“{unit}” is a unit, and only amounts of money have one."
    ),
    "value.wrong-type": QT_TRANSLATE_NOOP(
        "Messages", "The value is of the kind {type}, and the label takes values of the kind {kind}."
    ),
    "zone.outside": QT_TRANSLATE_NOOP(
        "Messages", "The zone is no range of the text, which has {length} characters."
    ),
    "zone.overlaps": QT_TRANSLATE_NOOP("Messages", "The zone from {start} to {end} lies over another."),
}

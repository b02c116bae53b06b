"""What can stand in the way of work on the project: its file, its documents, its spans."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

PROJECT: Final = {
    "assign.names": QT_TRANSLATE_NOOP("Messages", "Give each annotator a name of their own."),
    "assign.nothing": QT_TRANSLATE_NOOP("Messages", "There is no document to assign."),
    "assign.overlap": QT_TRANSLATE_NOOP(
        "Messages",
        "An overlap is a share of 0 to 100 %, and needs at least as many annotators as get a document.",
    ),
    "relation.gone": QT_TRANSLATE_NOOP("Messages", "This relation is no longer there."),
    "relation.itself": QT_TRANSLATE_NOOP("Messages", "A span is no alias of itself."),
    "record.gone": QT_TRANSLATE_NOOP("Messages", "This record is no longer there."),
    "text.changed-since": QT_TRANSLATE_NOOP(
        "Messages", "The document has changed since this was worked out. Nothing was done; look again."
    ),
    "text.no-page": QT_TRANSLATE_NOOP(
        "Messages", "This document did not come from a page, so there is nothing to read again."
    ),
    "text.not-editable": QT_TRANSLATE_NOOP(
        "Messages", "This text holds characters that an editor cannot keep, so it is not opened in one."
    ),
    "annotator.bad-name": QT_TRANSLATE_NOOP(
        "Messages", "A name has 1 to {most} characters, single blanks between words, and no vertical bar."
    ),
    "annotator.join-own": QT_TRANSLATE_NOOP(
        "Messages", "You are the one at the keyboard. Join the other annotator into yourself."
    ),
    "annotator.join-clash": QT_TRANSLATE_NOOP(
        "Messages",
        "Both have marked the same documents, and not alike: {count}. Gather a file of the one as the other, and choose"
        " what counts.",
    ),
    "annotator.gone": QT_TRANSLATE_NOOP("Messages", "That annotator is no longer in the project."),
    "change.conflict": QT_TRANSLATE_NOOP(
        "Messages", "This cannot be done any more: what it rests on ({entity}) has been changed since."
    ),
    "comment.gone": QT_TRANSLATE_NOOP("Messages", "That comment is no longer there."),
    "comment.not-yours": QT_TRANSLATE_NOOP("Messages", "That comment is somebody else’s."),
    "document.gone": QT_TRANSLATE_NOOP("Messages", "That document is no longer in the project."),
    "document.not-binned": QT_TRANSLATE_NOOP("Messages", "Only what is in the bin can be removed for good."),
    "extraction.empty": QT_TRANSLATE_NOOP("Messages", "At least one line must stay in the article."),
    "extraction.marked": QT_TRANSLATE_NOOP(
        "Messages", "Spans stand in this text ({count}). Remove them first, or undo, to choose other lines."
    ),
    "job.cancelled": QT_TRANSLATE_NOOP("Messages", "Cancelled; everything is as it was."),
    "label.gone": QT_TRANSLATE_NOOP("Messages", "That label is no longer in the label set."),
    "pane.cannot-show": QT_TRANSLATE_NOOP(
        "Messages", "This text cannot be shown character for character ({shown} instead of {expected})."
    ),
    "settings.broken": QT_TRANSLATE_NOOP(
        "Messages",
        "The settings in {file} could not be read; the defaults hold. The file was kept as {kept}.",
    ),
    "settings.partly-broken": QT_TRANSLATE_NOOP(
        "Messages", "Some settings in {file} were wrong ({keys}); their defaults hold. Kept as {kept}."
    ),
    "settings.unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The settings in {file} could not be read ({reason}); the defaults hold."
    ),
    "settings.not-saved": QT_TRANSLATE_NOOP(
        "Messages", "The settings could not be saved in {file}: {reason}."
    ),
    "round.bad-name": QT_TRANSLATE_NOOP("Messages", "A round has a name of at most {most} characters."),
    "round.name-taken": QT_TRANSLATE_NOOP(
        "Messages", "A round is called “{name}” already. A frozen round never changes: take another name."
    ),
    "span.adrift": QT_TRANSLATE_NOOP(
        "Messages",
        "Spans that do not hold the text they say ({count}), “{text}” first. They are left as they are.",
    ),
    "span.gone": QT_TRANSLATE_NOOP("Messages", "That span is no longer there."),
    "span.twice": QT_TRANSLATE_NOOP("Messages", "“{text}” already has this label."),
}

"""Names of undoable steps, as the menu and the history show them."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

STEPS: Final = {
    "step.span.add": QT_TRANSLATE_NOOP("Messages", "mark “{text}” as {label}"),
    "step.span.relabel": QT_TRANSLATE_NOOP("Messages", "relabel “{text}” as {label}"),
    "step.span.resize": QT_TRANSLATE_NOOP("Messages", "move the ends of “{text}”"),
    "step.span.remove": QT_TRANSLATE_NOOP("Messages", "remove “{text}”"),
    "step.span.note": QT_TRANSLATE_NOOP("Messages", "note on “{text}”"),
    "step.span.unsure": QT_TRANSLATE_NOOP("Messages", "“{text}” in doubt"),
    "step.span.sure": QT_TRANSLATE_NOOP("Messages", "“{text}” no longer in doubt"),
    "step.span.value": QT_TRANSLATE_NOOP("Messages", "value of “{text}”"),
    "step.occurrences.add": QT_TRANSLATE_NOOP("Messages", "mark {count} more “{text}” as {label}"),
    "step.occurrences.project": QT_TRANSLATE_NOOP(
        "Messages", "mark {count} “{text}” as {label} in {documents} documents"
    ),
    "step.occurrences.refuse": QT_TRANSLATE_NOOP("Messages", "refuse {count} “{text}” for {label}"),
    "occurrences.changed": QT_TRANSLATE_NOOP(
        "Messages", "“{title}” has changed since its places were found. Nothing was marked; look again."
    ),
    "step.suggestion.accept": QT_TRANSLATE_NOOP("Messages", "accept “{text}” as {label} ({count})"),
    "step.suggestion.refuse": QT_TRANSLATE_NOOP("Messages", "refuse the suggestion “{text}” ({count})"),
    "step.document.confirm": QT_TRANSLATE_NOOP("Messages", "confirm the article"),
    "step.document.lines": QT_TRANSLATE_NOOP("Messages", "choose the lines of the article"),
    "step.text.corrected": QT_TRANSLATE_NOOP("Messages", "correct the text"),
    "step.text.extracted": QT_TRANSLATE_NOOP("Messages", "extract the article again"),
    "step.text.reread": QT_TRANSLATE_NOOP("Messages", "read the page again as {encoding}"),
    "step.text.lines": QT_TRANSLATE_NOOP("Messages", "choose other lines of the page"),
    "step.lost.back": QT_TRANSLATE_NOOP("Messages", "put “{text}” back as {label}"),
    "step.lost.discard": QT_TRANSLATE_NOOP("Messages", "discard the lost span “{text}”"),
    "step.field.title": QT_TRANSLATE_NOOP("Messages", "correct the title"),
    "step.field.outlet": QT_TRANSLATE_NOOP("Messages", "correct the outlet"),
    "step.field.author": QT_TRANSLATE_NOOP("Messages", "correct the author"),
    "step.field.section": QT_TRANSLATE_NOOP("Messages", "correct the section"),
    "step.field.url": QT_TRANSLATE_NOOP("Messages", "correct the URL"),
    "step.field.published": QT_TRANSLATE_NOOP("Messages", "correct when it was published"),
    "step.field.modified": QT_TRANSLATE_NOOP("Messages", "correct when it was modified"),
    "step.field.crawled": QT_TRANSLATE_NOOP("Messages", "correct when it was crawled"),
    "step.field.document_date": QT_TRANSLATE_NOOP("Messages", "correct the document date"),
    "step.field.date_source": QT_TRANSLATE_NOOP("Messages", "correct where the document date was found"),
    "step.field.lang": QT_TRANSLATE_NOOP("Messages", "correct the language"),
    "step.comment.write": QT_TRANSLATE_NOOP("Messages", "comment “{text}”"),
    "step.comment.remove": QT_TRANSLATE_NOOP("Messages", "remove the comment “{text}”"),
    "step.comment.resolve": QT_TRANSLATE_NOOP("Messages", "resolve the comment “{text}”"),
    "step.comment.reopen": QT_TRANSLATE_NOOP("Messages", "open the comment “{text}” again"),
    "step.document-label.add": QT_TRANSLATE_NOOP("Messages", "label the document “{label}”"),
    "step.document-label.remove": QT_TRANSLATE_NOOP("Messages", "take the label “{label}” off the document"),
    "step.document.bin": QT_TRANSLATE_NOOP("Messages", "put into the bin: {title} ({count})"),
    "step.document.restore": QT_TRANSLATE_NOOP("Messages", "take out of the bin: {title} ({count})"),
    "step.erased": QT_TRANSLATE_NOOP("Messages", "a step on documents that were removed for good"),
    "step.status.new": QT_TRANSLATE_NOOP("Messages", "set back to new"),
    "step.status.in_progress": QT_TRANSLATE_NOOP("Messages", "reopen"),
    "step.status.done": QT_TRANSLATE_NOOP("Messages", "done"),
    "step.status.skipped": QT_TRANSLATE_NOOP("Messages", "skip"),
    "step.flag.on": QT_TRANSLATE_NOOP("Messages", "flag"),
    "step.flag.off": QT_TRANSLATE_NOOP("Messages", "take the flag away"),
    "step.annotator.name": QT_TRANSLATE_NOOP("Messages", "name the annotator “{name}”"),
    "step.labels.taken": QT_TRANSLATE_NOOP("Messages", "take the label set of “{file}”"),
    "step.import": QT_TRANSLATE_NOOP("Messages", "import of {documents} documents"),
}

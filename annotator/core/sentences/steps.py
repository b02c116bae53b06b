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
    "step.text.recrawled": QT_TRANSLATE_NOOP("Messages", "take the new text of its page"),
    "step.source.attach": QT_TRANSLATE_NOOP("Messages", "keep “{name}” as another source"),
    "step.review.decide": QT_TRANSLATE_NOOP("Messages", "decide “{text}”"),
    "step.review.reaffirm": QT_TRANSLATE_NOOP("Messages", "reaffirm the decision on “{text}”"),
    "step.review.rule.unanimous": QT_TRANSLATE_NOOP(
        "Messages", "accept {count} unanimous items ({documents} documents)"
    ),
    "step.review.rule.majority": QT_TRANSLATE_NOOP(
        "Messages", "decide {count} items by the majority ({documents} documents)"
    ),
    "step.review.rule.josa": QT_TRANSLATE_NOOP(
        "Messages", "take {count} items without josa ({documents} documents)"
    ),
    "step.review.rule.trim": QT_TRANSLATE_NOOP(
        "Messages", "take {count} items without blanks and punctuation ({documents} documents)"
    ),
    "step.review.rule.filled_value": QT_TRANSLATE_NOOP(
        "Messages", "take the filled value of {count} items ({documents} documents)"
    ),
    "step.review.rule.ignore_values": QT_TRANSLATE_NOOP(
        "Messages", "decide {count} items without regard to values ({documents} documents)"
    ),
    "step.review.rule.only": QT_TRANSLATE_NOOP(
        "Messages", "adopt one annotator’s {count} items ({documents} documents)"
    ),
    "step.review.reopen": QT_TRANSLATE_NOOP("Messages", "open “{text}” again"),
    "step.review.status.not_started": QT_TRANSLATE_NOOP("Messages", "begin the review anew"),
    "step.review.status.in_review": QT_TRANSLATE_NOOP("Messages", "begin the review"),
    "step.review.status.done": QT_TRANSLATE_NOOP("Messages", "finish the review"),
    "step.review.status.reopened": QT_TRANSLATE_NOOP("Messages", "open the review again"),
    "step.review.blind": QT_TRANSLATE_NOOP("Messages", "hide the annotators’ names in the review"),
    "step.review.seen": QT_TRANSLATE_NOOP("Messages", "show the annotators’ names in the review"),
    "step.review.reveal": QT_TRANSLATE_NOOP("Messages", "reveal the annotators’ names"),
    "step.repair.labels": QT_TRANSLATE_NOOP("Messages", "label “{text}” {label} everywhere ({count})"),
    "step.repair.values": QT_TRANSLATE_NOOP("Messages", "value “{value}” for “{text}” everywhere ({count})"),
    "step.repair.leave": QT_TRANSLATE_NOOP("Messages", "leave “{text}” as it is"),
    "step.round.freeze": QT_TRANSLATE_NOOP("Messages", "freeze the numbers as “{name}”"),
    "step.round.before": QT_TRANSLATE_NOOP("Messages", "freeze the numbers before adjudication"),
    "step.record.tie": QT_TRANSLATE_NOOP("Messages", "tie “{text}” into a record"),
    "step.record.accept": QT_TRANSLATE_NOOP("Messages", "tie “{text}” and others into a record ({count})"),
    "step.record.refuse": QT_TRANSLATE_NOOP("Messages", "do not tie “{text}”"),
    "step.record.untie": QT_TRANSLATE_NOOP("Messages", "take {role} out of its record"),
    "step.record.role": QT_TRANSLATE_NOOP("Messages", "give a member the role {role}"),
    "step.record.value": QT_TRANSLATE_NOOP("Messages", "change the value of {role} in a record"),
    "step.record.remove": QT_TRANSLATE_NOOP("Messages", "take a record of {count} apart"),
    "step.relation.tie": QT_TRANSLATE_NOOP("Messages", "“{text}” is an alias of “{other}” ({count})"),
    "step.relation.remove": QT_TRANSLATE_NOOP("Messages", "remove the relation of “{text}” to “{other}”"),
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
    "step.annotators.joined": QT_TRANSLATE_NOOP("Messages", "{gone} and {kept} are one annotator"),
    "step.anchors": QT_TRANSLATE_NOOP("Messages", "look at changed spans: right {right}, removed {wrong}"),
    "step.corrections": QT_TRANSLATE_NOOP("Messages", "corrections of “{file}”: {spans} spans"),
    "step.import.layers": QT_TRANSLATE_NOOP("Messages", "import of {spans} spans on documents that are here"),
    "step.import.suggestions": QT_TRANSLATE_NOOP("Messages", "import of {count} suggestions"),
    "step.import": QT_TRANSLATE_NOOP("Messages", "import of {documents} documents"),
}

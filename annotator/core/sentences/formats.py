"""What can be wrong with a line of an annotation file, with its label file, and with a format itself."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

FORMATS: Final = {
    "brat.no-annotations": QT_TRANSLATE_NOOP(
        "Messages",
        "There are no annotations beside “{name}”; for brat it is no document.",
    ),
    "brat.no-line": QT_TRANSLATE_NOOP(
        "Messages",
        "This is no line of brat's: “{line}”.",
    ),
    "brat.no-text": QT_TRANSLATE_NOOP(
        "Messages",
        "There is no “{name}” beside the annotations, so they are on no text.",
    ),
    "brat.not-utf8": QT_TRANSLATE_NOOP(
        "Messages",
        "“{name}” is not UTF-8, or too long for a document. Save it as UTF-8.",
    ),
    "brat.second-value": QT_TRANSLATE_NOOP(
        "Messages",
        "The span has a value already; the reference {reference} was left out.",
    ),
    "conll.no-tag": QT_TRANSLATE_NOOP(
        "Messages", "There is no token with a tag (O, B-…, I-…) on this line: “{line}”."
    ),
    "conll.too-long": QT_TRANSLATE_NOOP(
        "Messages", "More than {most} tokens are no document; it was left out."
    ),
    "csv.encoding": QT_TRANSLATE_NOOP(
        "Messages",
        "From here on the file is not in the encoding {encoding}; the rest was not read. Save it as UTF-8.",
    ),
    "csv.ill-formed": QT_TRANSLATE_NOOP(
        "Messages",
        "This row cannot be told apart into cells: a quotation mark is open, or a cell is too long.",
    ),
    "csv.no-columns": QT_TRANSLATE_NOOP(
        "Messages",
        "The first row must name the columns; {columns} must be among them.",
    ),
    "csv.no-document": QT_TRANSLATE_NOOP(
        "Messages",
        "The row does not say which document it is of.",
    ),
    "csv.no-value-type": QT_TRANSLATE_NOOP(
        "Messages",
        "The value was left out, because the column value_type does not say of which type it is.",
    ),
    "csv.not-a-number": QT_TRANSLATE_NOOP(
        "Messages",
        "“{cell}” is no place in a text: a whole number from 0 belongs into the column {column}.",
    ),
    "csv.not-utf8": QT_TRANSLATE_NOOP(
        "Messages",
        "This row is not UTF-8. Save the file as UTF-8.",
    ),
    "csv.too-many-cells": QT_TRANSLATE_NOOP(
        "Messages",
        "The row has {found} cells; there are {columns} columns.",
    ),
    "doccano.label": QT_TRANSLATE_NOOP(
        "Messages", "This defines a label and is no document. Bring label files in where labels are changed."
    ),
    "doccano.stale": QT_TRANSLATE_NOOP(
        "Messages", "A span with the label {label} is no longer in the list “label”; it was not taken."
    ),
    "entry.carriage-return": QT_TRANSLATE_NOOP(
        "Messages", "The text has line ends with a carriage return; its lines must end in a line feed alone."
    ),
    "entry.digest-differs": QT_TRANSLATE_NOOP(
        "Messages", "The text has changed since it was marked: it does not fit its “text_sha256”."
    ),
    "entry.empty-text": QT_TRANSLATE_NOOP("Messages", "The document has no text."),
    "entry.id-twice": QT_TRANSLATE_NOOP("Messages", "“{id}” is the id of another part already."),
    "entry.ill-formed": QT_TRANSLATE_NOOP("Messages", "“{key}” does not hold what belongs there."),
    "entry.key-missing": QT_TRANSLATE_NOOP("Messages", "“{key}” is missing."),
    "entry.length-differs": QT_TRANSLATE_NOOP(
        "Messages",
        "The text has changed since it was marked: it has {found} characters, and “text_length” says {said}.",
    ),
    "entry.links-left-out": QT_TRANSLATE_NOOP(
        "Messages", "Left out, because they are on suggestions: relations, members and comments ({count})."
    ),
    "entry.no-text": QT_TRANSLATE_NOOP("Messages", "There is no “text”."),
    "entry.offsets-utf16": QT_TRANSLATE_NOOP(
        "Messages",
        "The marks fit their texts only if an emoji counts as two characters (UTF-16); they must count it as one.",
    ),
    "entry.other-version": QT_TRANSLATE_NOOP(
        "Messages",
        "This line is of another version of the format ({version}). Update this program to read it.",
    ),
    "entry.surrogate": QT_TRANSLATE_NOOP(
        "Messages", "The text holds half of a character, which no file can."
    ),
    "format.bad-option": QT_TRANSLATE_NOOP(
        "Messages", "The format {format} does not take that option: {problem}."
    ),
    "format.brat": QT_TRANSLATE_NOOP(
        "Messages",
        "brat, a text and its annotations in two files",
    ),
    "format.cannot-read": QT_TRANSLATE_NOOP("Messages", "The format {format} can be written, not read."),
    "format.cannot-write": QT_TRANSLATE_NOOP("Messages", "The format {format} can be read, not written."),
    "format.conll": QT_TRANSLATE_NOOP("Messages", "CoNLL, a token and its tag a line"),
    "format.csv": QT_TRANSLATE_NOOP(
        "Messages",
        "CSV, a row a span",
    ),
    "format.doccano": QT_TRANSLATE_NOOP("Messages", "doccano JSON Lines"),
    "format.klue": QT_TRANSLATE_NOOP("Messages", "KLUE-NER, a character and its tag a line"),
    "format.label-studio": QT_TRANSLATE_NOOP("Messages", "Label Studio JSON"),
    "format.native": QT_TRANSLATE_NOOP("Messages", "JSON Lines of this program"),
    "format.no-such": QT_TRANSLATE_NOOP("Messages", "There is no format {format}. There are: {known}."),
    "format.plug-in-broken": QT_TRANSLATE_NOOP(
        "Messages", "The plug-in {name} brings a format that cannot be used: {problem}."
    ),
    "format.prodigy": QT_TRANSLATE_NOOP("Messages", "Prodigy and spaCy JSON Lines"),
    "format.standoff": QT_TRANSLATE_NOOP("Messages", "Marks without the texts, to be shared"),
    "format.no-units": QT_TRANSLATE_NOOP(
        "Messages", "The format {format} leaves no choice of the units in which offsets count."
    ),
    "format.project": QT_TRANSLATE_NOOP(
        "Messages",
        "“{name}” is a project, not an annotation file. Export its annotations, and take that file.",
    ),
    "format.unknown": QT_TRANSLATE_NOOP("Messages", "“{name}” is of no format that this program knows."),
    "format.w3c": QT_TRANSLATE_NOOP(
        "Messages",
        "W3C Web Annotations",
    ),
    "json.after-array": QT_TRANSLATE_NOOP(
        "Messages", "Something follows where the list of documents has ended; it was not read."
    ),
    "json.array-invalid": QT_TRANSLATE_NOOP(
        "Messages",
        "The list is not valid JSON in or after its member {member}; from there on nothing was read.",
    ),
    "json.invalid": QT_TRANSLATE_NOOP("Messages", "This is not valid JSON, from character {column} on."),
    "json.key-twice": QT_TRANSLATE_NOOP(
        "Messages", "“{key}” stands there twice, so that nobody can tell which is meant."
    ),
    "json.not-an-object": QT_TRANSLATE_NOOP("Messages", "This is no document: it is not a JSON object."),
    "json.not-utf8": QT_TRANSLATE_NOOP(
        "Messages", "This line is not UTF-8, from its byte {byte} on. Save the file as UTF-8."
    ),
    "json.number": QT_TRANSLATE_NOOP("Messages", "“{number}” is no number that can be kept."),
    "json.surrogate": QT_TRANSLATE_NOOP(
        "Messages", "This line holds half of a character, which could not be saved."
    ),
    "json.too-deep": QT_TRANSLATE_NOOP("Messages", "Lists and objects lie too deep in one another there."),
    "json.too-long": QT_TRANSLATE_NOOP("Messages", "More than {most} MB is too long for one document."),
    "label-studio.config": QT_TRANSLATE_NOOP(
        "Messages", "This is the labelling config of a project in Label Studio and holds no document."
    ),
    "label-studio.hypertext": QT_TRANSLATE_NOOP(
        "Messages", "The mark stands in a web page or a dialogue, not in a plain text; it was not taken."
    ),
    "label-studio.no-text": QT_TRANSLATE_NOOP(
        "Messages", "There is no text in “data”, or it is not clear which of several is meant."
    ),
    "label-studio.other-media": QT_TRANSLATE_NOOP(
        "Messages", "The mark stands in a picture or a recording; it was not taken."
    ),
    "label-studio.other-text": QT_TRANSLATE_NOOP(
        "Messages", "The mark stands in another text of the same task; it was not taken."
    ),
    "label-studio.text-differs": QT_TRANSLATE_NOOP(
        "Messages",
        "What the file says that marks cover is not what stands at their places ({count}, the first: “{text}”)."
        " They were taken by their places; look whether they stand right.",
    ),
    "labels.bad-label": QT_TRANSLATE_NOOP(
        "Messages",
        "Label {number} of the label file has no name, or says something that cannot be understood.",
    ),
    "labels.not-a-label-file": QT_TRANSLATE_NOOP(
        "Messages", "The label file beside the file is not a JSON list of labels."
    ),
    "labels.twice": QT_TRANSLATE_NOOP("Messages", "The label file has the label {label} twice."),
    "lines.too-long": QT_TRANSLATE_NOOP("Messages", "More than {most} MB is too long for one line."),
    "lost.annotator": QT_TRANSLATE_NOOP("Messages", "names of annotators ({count})"),
    "lost.comment": QT_TRANSLATE_NOOP("Messages", "comments ({count})"),
    "lost.decision": QT_TRANSLATE_NOOP("Messages", "decisions ({count})"),
    "lost.doc_label": QT_TRANSLATE_NOOP("Messages", "labels of documents ({count})"),
    "lost.document": QT_TRANSLATE_NOOP(
        "Messages",
        "documents without spans, which leave no trace ({count})",
    ),
    "lost.edge": QT_TRANSLATE_NOOP(
        "Messages",
        "spans that began or ended in a line end, without it ({count})",
    ),
    "lost.empty_text": QT_TRANSLATE_NOOP("Messages", "documents without text ({count})"),
    "lost.extra": QT_TRANSLATE_NOOP("Messages", "what other tools had added ({count})"),
    "lost.field": QT_TRANSLATE_NOOP("Messages", "fields of documents ({count})"),
    "lost.flag": QT_TRANSLATE_NOOP("Messages", "flags ({count})"),
    "lost.id": QT_TRANSLATE_NOOP(
        "Messages",
        "ids of documents, cut to the length of a file name ({count})",
    ),
    "lost.label": QT_TRANSLATE_NOOP("Messages", "spans whose label no file can name ({count})"),
    "lost.line_break": QT_TRANSLATE_NOOP("Messages", "spans over a line break ({count})"),
    "lost.member": QT_TRANSLATE_NOOP("Messages", "members of records ({count})"),
    "lost.note": QT_TRANSLATE_NOOP("Messages", "notes ({count})"),
    "lost.overlap": QT_TRANSLATE_NOOP("Messages", "spans that overlap a longer one ({count})"),
    "lost.record": QT_TRANSLATE_NOOP("Messages", "records ({count})"),
    "lost.relation": QT_TRANSLATE_NOOP("Messages", "relations ({count})"),
    "lost.role": QT_TRANSLATE_NOOP("Messages", "that a layer is gold or a machine's ({count})"),
    "lost.sidecar": QT_TRANSLATE_NOOP("Messages", "the label file ({count})"),
    "lost.span": QT_TRANSLATE_NOOP("Messages", "spans ({count})"),
    "lost.status": QT_TRANSLATE_NOOP("Messages", "statuses other than done ({count})"),
    "lost.suggestion": QT_TRANSLATE_NOOP("Messages", "suggestions ({count})"),
    "lost.tab": QT_TRANSLATE_NOOP("Messages", "TABs, written as blanks ({count})"),
    "lost.text": QT_TRANSLATE_NOOP("Messages", "texts ({count})"),
    "lost.unsure": QT_TRANSLATE_NOOP("Messages", "doubts ({count})"),
    "lost.value": QT_TRANSLATE_NOOP("Messages", "values ({count})"),
    "lost.zone": QT_TRANSLATE_NOOP("Messages", "zones ({count})"),
    "native.extra-not-json": QT_TRANSLATE_NOOP(
        "Messages", "What “{document}” keeps of its own file under “extra” cannot be written as JSON."
    ),
    "native.no-annotator": QT_TRANSLATE_NOOP(
        "Messages", "The file must say who marked “{document}”, and nobody is named. Give a name."
    ),
    "native.surrogate": QT_TRANSLATE_NOOP(
        "Messages", "“{document}” holds half of a character, which no file can."
    ),
    "note.annotator-of-file": QT_TRANSLATE_NOOP(
        "Messages",
        "The file does not say who made the marks; its name was taken for the annotator’s: {name}.",
    ),
    "note.brat-nested": QT_TRANSLATE_NOOP(
        "Messages",
        "Events on events were put on the spans that those hang on ({count}).",
    ),
    "note.line-ends": QT_TRANSLATE_NOOP(
        "Messages", "All lines end in a line feed now; the marks stand on the same words as before."
    ),
    "note.offsets-unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "There is an emoji, and the file does not say whether it counts as one character or two (UTF-16); it was"
        " counted as one. Look whether the marks stand right.",
    ),
    "note.offsets-utf16": QT_TRANSLATE_NOOP(
        "Messages",
        "An emoji counted as two characters (UTF-16) and counts as one now; the marks stand on the same words.",
    ),
    "note.text-rebuilt": QT_TRANSLATE_NOOP(
        "Messages",
        "The file holds no text, only tokens: the texts were made of them again, and may differ from the articles in"
        " blanks and lines.",
    ),
    "prodigy.no-span": QT_TRANSLATE_NOOP(
        "Messages", "The relation ties a place that is no span of this document; it was not taken."
    ),
    "prodigy.not-accepted": QT_TRANSLATE_NOOP(
        "Messages", "The answer is “{answer}”, so that {label} was not taken."
    ),
    "standoff.other-version": QT_TRANSLATE_NOOP(
        "Messages", "This is of another version of the format ({version}). Update this program to read it."
    ),
    "text.not-here": QT_TRANSLATE_NOOP(
        "Messages",
        "The file holds marks on “{id}”, not its text, and no document here is that one. Import the text first.",
    ),
    "text.other": QT_TRANSLATE_NOOP(
        "Messages", "The text of “{id}” is another one here than the one that was marked."
    ),
    "w3c.no-annotation": QT_TRANSLATE_NOOP(
        "Messages",
        "This is no Web Annotation: it has no “target”.",
    ),
    "w3c.no-label": QT_TRANSLATE_NOOP(
        "Messages",
        "The annotation has no label: no body of it is for tagging.",
    ),
    "w3c.no-place": QT_TRANSLATE_NOOP(
        "Messages",
        "The annotation has no place in a text that can be read here: neither a position nor a quote.",
    ),
    "w3c.no-source": QT_TRANSLATE_NOOP(
        "Messages",
        "The annotation does not say which document it is on.",
    ),
    "w3c.quote-not-one": QT_TRANSLATE_NOOP(
        "Messages",
        "The annotation has only its quote, and “{quote}” does not stand in the text exactly once.",
    ),
    "write.span-adrift": QT_TRANSLATE_NOOP(
        "Messages",
        "Left out of “{document}”: the span from {start} to {end} does not hold the text that it should.",
    ),
}

"""What can be wrong with files that come in or go out, and with the documents and layers in them."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

FILES: Final = {
    "compare.case": QT_TRANSLATE_NOOP("Messages", "This is no case to compare: {problem}."),
    "compare.no-reference": QT_TRANSLATE_NOOP(
        "Messages", "Nobody is named {name} in what is compared; there are: {names}."
    ),
    "compare.twice": QT_TRANSLATE_NOOP(
        "Messages", "{annotator} has a layer on “{id}” already, from a file before; this one was left out."
    ),
    "compare.what": QT_TRANSLATE_NOOP("Messages", "Name annotation files to compare, or one case file."),
    "correction.ambiguous": QT_TRANSLATE_NOOP(
        "Messages",
        "Several annotators have marked “{id}”, and the file does not say whose marks it corrects.",
    ),
    "correction.moved": QT_TRANSLATE_NOOP(
        "Messages",
        "Marks of {annotator} on “{id}” have changed since this file was exported, and {count} spans are not as the"
        " file has them. These corrections were put aside; nothing was overwritten.",
    ),
    "correction.no-document": QT_TRANSLATE_NOOP(
        "Messages", "There is no document “{id}” here, nor one with this text, to be corrected."
    ),
    "correction.no-label": QT_TRANSLATE_NOOP(
        "Messages", "There is no label “{label}” here. Add it to the label set, then import again."
    ),
    "correction.no-layer": QT_TRANSLATE_NOOP(
        "Messages", "There are no marks of {annotator} on “{id}” to be corrected."
    ),
    "correction.no-marks": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is a page, and no file of marks: it corrects nothing."
    ),
    "correction.other-text": QT_TRANSLATE_NOOP(
        "Messages", "The text of “{id}” is another one now than that which these corrections were made on."
    ),
    "correction.twice": QT_TRANSLATE_NOOP(
        "Messages", "An earlier line of this file has corrected the marks of {annotator} on “{id}” already."
    ),
    "document.in-bin": QT_TRANSLATE_NOOP(
        "Messages", "“{id}” is in the bin. Bring it back from there, then import again."
    ),
    "document.removed-for-good": QT_TRANSLATE_NOOP(
        "Messages", "“{id}” was removed for good, so it is not taken in again."
    ),
    "document.laid-over": QT_TRANSLATE_NOOP(
        "Messages",
        "“{id}” was made on another version of the text. Its spans were laid over ours: unchanged {same},"
        " moved {moved}, changed within {edited}, without a place {lost}, twice {twice}.",
    ),
    "span.lost": QT_TRANSLATE_NOOP(
        "Messages", "“{text}” ({label}) has no place in our text. It is kept in the tray of lost spans."
    ),
    "document.left-out": QT_TRANSLATE_NOOP("Messages", "“{id}” was left out, as you said."),
    "label.same-id": QT_TRANSLATE_NOOP(
        "Messages", "The label {label} of the file has the id of your {ours}: its marks were taken as {ours}."
    ),
    "label.left-out": QT_TRANSLATE_NOOP("Messages", "Marks left out, as you said: {count} ({labels})."),
    "gather.same-file": QT_TRANSLATE_NOOP(
        "Messages", "The same file has been gathered before. Nothing was done."
    ),
    "gather.own-project": QT_TRANSLATE_NOOP(
        "Messages", "That is this project itself. There is nothing to gather from it."
    ),
    "project.unknown-word": QT_TRANSLATE_NOOP(
        "Messages", "“{word}” is none of the words that may stand there."
    ),
    "gather.no-marks": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is a page without marks. Import it as a document."
    ),
    "document.text-differs": QT_TRANSLATE_NOOP(
        "Messages", "There is another text under the id “{id}” already. Give this document an id of its own."
    ),
    "export.choose": QT_TRANSLATE_NOOP(
        "Messages", "Several annotators have marked here: {names}. Say whose marks to export."
    ),
    "export.folder-taken": QT_TRANSLATE_NOOP(
        "Messages", "“{path}” is there already. Name a folder that is new, or empty."
    ),
    "export.no-such-status": QT_TRANSLATE_NOOP(
        "Messages", "There is no status “{status}”. There are: all, {known}."
    ),
    "export.nobody": QT_TRANSLATE_NOOP(
        "Messages", "There is no annotator “{name}” in the project. There are: {names}."
    ),
    "export.not-written": QT_TRANSLATE_NOOP(
        "Messages", "“{path}” was not written ({reason}); what was there before is still there."
    ),
    "export.no-split": QT_TRANSLATE_NOOP(
        "Messages",
        "“{split}” is no split: write whole percentages that make 100, as 80/10/10 (train, dev, test) or 90/10.",
    ),
    "export.no-label": QT_TRANSLATE_NOOP(
        "Messages", "There is no label “{label}” in the project. There are: {known}."
    ),
    "export.no-zone": QT_TRANSLATE_NOOP("Messages", "There is no zone “{zone}”; there are {known}."),
    "export.nothing": QT_TRANSLATE_NOOP(
        "Messages", "There is nothing to export: no layer of those chosen has a status that was asked for."
    ),
    "export.seed-alone": QT_TRANSLATE_NOOP(
        "Messages",
        "A word for another split says nothing where nothing is split. Say how to split, as 80/10/10.",
    ),
    "export.several": QT_TRANSLATE_NOOP(
        "Messages", "Several annotators are called “{name}”. Say which by the id: {ids}."
    ),
    "export.several-unnamed": QT_TRANSLATE_NOOP(
        "Messages",
        "Several annotators have no name ({ids}); one name cannot be theirs. Export them one by one.",
    ),
    "import.encoding-doubtful": QT_TRANSLATE_NOOP(
        "Messages",
        "In which encoding “{name}” is written is not sure, so it was left out. Possible are: {encodings}.",
    ),
    "import.encoding-wrong": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is not written in the encoding {encoding}. Choose another one."
    ),
    "import.label-file": QT_TRANSLATE_NOOP(
        "Messages",
        "“{name}” holds labels and no documents. It is read along with the file that it stands beside.",
    ),
    "import.no-encoding": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is in no encoding that this program knows. Save it as UTF-8, then import again."
    ),
    "import.not-text": QT_TRANSLATE_NOOP("Messages", "“{name}” is not a text file."),
    "import.page-too-large": QT_TRANSLATE_NOOP("Messages", "A page of more than {most} MB is no article."),
    "import.return-file": QT_TRANSLATE_NOOP(
        "Messages",
        "“{name}” is what goes back and forth after a review, and no layer. Import it by itself, or gather it.",
    ),
    "import.too-long": QT_TRANSLATE_NOOP(
        "Messages", "The text has {length} characters; a document may have {most}."
    ),
    "import.unreadable": QT_TRANSLATE_NOOP("Messages", "“{name}” cannot be read: {reason}."),
    "layer.exists": QT_TRANSLATE_NOOP(
        "Messages",
        "Marks of {annotator} on “{id}” are here already, and they are others; nothing was overwritten."
        " To have both, give this layer another annotator.",
    ),
    "layer.exists-unnamed": QT_TRANSLATE_NOOP(
        "Messages",
        "Marks of somebody without a name are on “{id}” already, and they are others; nothing was overwritten. To have"
        " both, say who made these.",
    ),
    "layer.not-joined": QT_TRANSLATE_NOOP(
        "Messages",
        "Two versions of the layer on {id} were brought together; what only lies beside its marks in the file was not:"
        " decisions {decisions}, suggestions {suggestions}.",
    ),
    "layer.older": QT_TRANSLATE_NOOP(
        "Messages", "Newer marks of {annotator} on “{id}” are here already; these older ones were left out."
    ),
}

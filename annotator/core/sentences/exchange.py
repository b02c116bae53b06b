"""What can be wrong with the files of other programs: CAS, XML, archives, tables, office files."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

EXCHANGE: Final = {
    "cas.no-text": QT_TRANSLATE_NOOP("Messages", "The text of this CAS is not in its file."),
    "cas.none": QT_TRANSLATE_NOOP("Messages", "This is no CAS: it has no text that marks could lie on."),
    "cas.not-xml": QT_TRANSLATE_NOOP(
        "Messages", "“{document}” was left out: it holds a control character, which XML cannot hold."
    ),
    "cas.passed-over": QT_TRANSLATE_NOOP(
        "Messages", "Passed over, because these only cut the text into words and sentences: {types}."
    ),
    "cas.relation-loose": QT_TRANSLATE_NOOP(
        "Messages", "This relation does not lie between spans; it was left out."
    ),
    "cas.unknown-type": QT_TRANSLATE_NOOP(
        "Messages", "What “{type}” holds ({count}) is no mark on the text; it was left out."
    ),
    "format.cas-json": QT_TRANSLATE_NOOP("Messages", "UIMA CAS JSON, for INCEpTION"),
    "format.cas-xmi": QT_TRANSLATE_NOOP("Messages", "UIMA CAS XMI, for INCEpTION"),
    "format.docbin": QT_TRANSLATE_NOOP("Messages", "DocBin, for training with spaCy"),
    "format.needs-library": QT_TRANSLATE_NOOP(
        "Messages", "The format {format} needs a library that is not installed. This line installs it: {line}"
    ),
    "format.one-document": QT_TRANSLATE_NOOP(
        "Messages",
        "A file of this format holds one document, and there are several. Give the file a name that ends in .zip.",
    ),
    "format.parquet": QT_TRANSLATE_NOOP("Messages", "Parquet, a document a row, for datasets and pandas"),
    "format.xlsx": QT_TRANSLATE_NOOP("Messages", "Excel workbook, a span a row"),
    "lost.cell": QT_TRANSLATE_NOOP("Messages", "ends of texts that are too long for a cell ({count})"),
    "lost.not_xml": QT_TRANSLATE_NOOP("Messages", "documents with control characters ({count})"),
    "lost.type_system": QT_TRANSLATE_NOOP("Messages", "the type system ({count})"),
    "xml.doctype": QT_TRANSLATE_NOOP(
        "Messages", "This XML defines a document type, which could hide anything; it was not read."
    ),
    "xml.invalid": QT_TRANSLATE_NOOP(
        "Messages", "This is not valid XML, from line {line}, character {column} on."
    ),
    "xml.too-deep": QT_TRANSLATE_NOOP("Messages", "Elements lie too deep in one another there."),
}

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
    "export.no-renaming": QT_TRANSLATE_NOOP("Messages", "“{renaming}” does not say LABEL=NEW."),
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
    "office.old": QT_TRANSLATE_NOOP(
        "Messages",
        "This is a file of an older program (.doc, .hwp, .xls), or locked with a password."
        " Save it as .docx, .hwpx or .xlsx without one.",
    ),
    "format.table": QT_TRANSLATE_NOOP("Messages", "Table, a document a row"),
    "table.columns-unknown": QT_TRANSLATE_NOOP(
        "Messages", "Which column holds the text is not known. There are: {columns}."
    ),
    "table.no-such-column": QT_TRANSLATE_NOOP(
        "Messages", "The table has no column “{column}”. There are: {columns}."
    ),
    "table.none": QT_TRANSLATE_NOOP("Messages", "There is no table with headings in “{name}”."),
    "table.of-spans": QT_TRANSLATE_NOOP(
        "Messages",
        "A row of “{name}” is a span, not a document, and such workbooks are written only. Import the native file, or"
        " a CSV with a row a span where the documents are here.",
    ),
    "table.other-sheets": QT_TRANSLATE_NOOP(
        "Messages", "Only the first sheet with a table was read; further ones were not ({count})."
    ),
    "table.too-many-cells": QT_TRANSLATE_NOOP(
        "Messages", "This row has more cells than there are headings ({most})."
    ),
    "rejects.is-input": QT_TRANSLATE_NOOP(
        "Messages", "“{path}” is one of the other files that are named. Choose another name."
    ),
    "text.no-encoding": QT_TRANSLATE_NOOP(
        "Messages", "This document came from an office file, which cannot be read in another encoding."
    ),
    "xml.doctype": QT_TRANSLATE_NOOP(
        "Messages", "This XML defines a document type, which could hide anything; it was not read."
    ),
    "xml.invalid": QT_TRANSLATE_NOOP(
        "Messages", "This is not valid XML, from line {line}, character {column} on."
    ),
    "xml.too-deep": QT_TRANSLATE_NOOP("Messages", "Elements lie too deep in one another there."),
    "zip.bomb": QT_TRANSLATE_NOOP(
        "Messages", "Unpacked, this archive would be more than 200 times as large; it was not read."
    ),
    "zip.broken": QT_TRANSLATE_NOOP(
        "Messages", "The archive is damaged, or packed in a way that is not known."
    ),
    "zip.encrypted": QT_TRANSLATE_NOOP("Messages", "This is locked with a password."),
    "zip.member-too-large": QT_TRANSLATE_NOOP(
        "Messages", "More than {most} MB is too long for one document."
    ),
    "zip.nested": QT_TRANSLATE_NOOP(
        "Messages", "This is an archive with nothing in it that is read, or one in another. Unpack it first."
    ),
    "zip.outside": QT_TRANSLATE_NOOP(
        "Messages", "The name of this member leads out of its archive; it was left out."
    ),
    "zip.too-many": QT_TRANSLATE_NOOP("Messages", "An archive of more than {most} members is not read."),
}

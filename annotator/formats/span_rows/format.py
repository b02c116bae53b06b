"""The format `csv`: a row a span."""

from collections.abc import Iterable, Iterator

from annotator.core.entry import Entry, Reject
from annotator.formats.attaching import texts_option
from annotator.formats.base import COMMON, SNIFF_SIZE, Account, Bundle, Sink, only, option
from annotator.formats.foreign import OFFSETS, offsets_option
from annotator.formats.span_rows.cells import rows
from annotator.formats.span_rows.reading import columns_of, read_rows
from annotator.formats.span_rows.writing import CARRIES, write_rows

_TAB = "\t"


class CsvFormat:
    """Reads and writes CSV and TSV with a row a span."""

    id = "csv"
    title = "format.csv"
    suffixes = (".csv", ".tsv")
    can_read = True
    can_write = True
    needs_texts = True
    carries = CARRIES

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the first row names the columns that every file of spans has."""
        first = next(rows(Bundle.of_file("", bundle.head(SNIFF_SIZE)).members[0][1]), None)
        return first is not None and first.fault is None and columns_of(first.cells) is not None

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle.

        Options: `texts` finds the text of a document, rows without one are refused; `offsets`: "code-points", or
        "utf-16" to convert where only those fit.
        """
        only(options, ("texts", OFFSETS))
        texts, offsets = texts_option(options), offsets_option(options)
        for name, opener in bundle.members:
            yield from read_rows(name, opener, texts, offsets)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries. Option `delimiter`: "," or TAB; by default what the name of the file asks for."""
        only(options, (*COMMON, "delimiter"))
        if len(option(options, "delimiter", str, ",")) != 1:
            msg = f"the option delimiter is one character, not {options['delimiter']!r}"
            raise ValueError(msg)
        default = _TAB if sink.name.lower().endswith(".tsv") else ","
        return write_rows(
            entries,
            sink,
            delimiter=option(options, "delimiter", str, default),
            annotator=option(options, "annotator", str, ""),
        )

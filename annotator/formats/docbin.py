"""spaCy's DocBin, for training with spaCy; written only, by the extra `docbin` (spacy)."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from annotator.core.entry import Entry, EntrySpan, in_order
from annotator.formats.base import COMMON, Account, Sink, main_member, only
from annotator.formats.carrying import OVERLAP, left_behind
from annotator.formats.extras import library
from annotator.formats.one_way import WriteOnly

GROUP: Final = "sc"
"""The key of `doc.spans` under which spaCy's span categoriser looks for all spans."""

_CARRIED: Final = frozenset({"text", "annotator", "status", OVERLAP})
_TOKEN: Final = re.compile(r"\w+|[^\w\s]|\s")


class DocBinFormat(WriteOnly):
    """Writes documents with their spans in `doc.spans["sc"]`, and in `doc.ents` those that do not overlap."""

    id = "docbin"
    title = "format.docbin"
    suffixes = (".spacy",)
    carries = _CARRIED

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:
        """Write entries, all of them in memory until the end; UserError `format.needs-library` without spaCy."""
        only(options, COMMON)
        tokens, util = library("spacy.tokens", self.id), library("spacy.util", self.id)
        vocab = library("spacy.vocab", self.id).Vocab()
        bin_ = tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"], store_user_data=True)
        account = Account()
        for entry in entries:
            bin_.add(_doc(entry, vocab, tokens, util))
            account.written += 1
            account.lost.update(left_behind(entry, _CARRIED))
        with main_member(sink) as stream:
            stream.write(bin_.to_bytes())
        return account


def _doc(entry: Entry, vocab: Any, tokens: Any, util: Any) -> Any:  # noqa: ANN401 - spaCy's own types
    words, spaces, starts = pieces(entry.text, entry.spans)
    doc = tokens.Doc(vocab, words=words, spaces=spaces)
    number = {place: index for index, place in enumerate(starts)}
    ends = {
        place + len(word): index + 1 for index, (place, word) in enumerate(zip(starts, words, strict=True))
    }
    spans = [
        tokens.Span(doc, number[span.start], ends[span.end], label=span.label, span_id=span.id)
        for span in in_order(entry.spans)
    ]
    doc.spans[GROUP] = spans
    doc.ents = util.filter_spans(spans)
    doc.user_data |= {"id": entry.id, "annotator": entry.annotator, "status": entry.status}
    return doc


def pieces(text: str, spans: Sequence[EntrySpan]) -> tuple[list[str], list[bool], list[int]]:
    """Return the tokens of a text, whether a blank follows each, and where each begins; together they are the text.

    Tokens are words, marks and blanks, cut wherever a span begins or ends. A blank is taken into the token before
    it, as spaCy wants it, unless that is a blank too or a span begins with this one or ends in it.
    """
    begins, ends = {span.start for span in spans}, {span.end for span in spans}
    edges = {match.end() for match in _TOKEN.finditer(text)} | ends | (begins - {0})
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    begin = 0
    for end in sorted(edges):
        word = text[begin:end]
        loose = word == " " and begin not in begins and end not in ends
        if loose and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(word)
            spaces.append(False)
            starts.append(begin)
        begin = end
    return words, spaces, starts

"""Texts of a source with CRLF, decomposed Hangul and emoji, marked anywhere: every span is the same after."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry
from annotator.formats.attaching import KnownText, needs_texts
from annotator.formats.carrying import OVERLAP
from annotator.formats.registry import BUILT_IN
from tests.support.foreign import marks

# Those of brat are cut off at line ends, which is counted: tests of its own.
WHOLE = [one for one in BUILT_IN if one.can_read and OVERLAP in one.carries and one.id != "brat"]
TEXT = (
    "😀 과기정통부와\r\n"
    + unicodedata.normalize("NFD", "국방부는")
    + " 9일\r\n\r\n3억\u00a0원을\u2028 낸다.\r\n"
)


def hard(spans):
    """An entry as it is read of a source with CRLF: the offsets follow, the text is not normalised."""
    record = {
        "id": "d", "text": TEXT, "annotator": "kim", "status": "done",
        "spans": [
            {"id": f"s{n}", "start": start, "end": end, "text": TEXT[start:end], "label": label, "note": note,
             "norm": {"type": "text", "value": note, "unit": None, "mod": None, "ref": None} if note else None}
            for n, (start, end, label, note) in enumerate(spans)
        ],
    }  # fmt: skip
    (entry,) = formats.read(json.dumps(record).encode(), format="native")
    assert isinstance(entry, Entry)
    assert len(entry.spans) == len(spans)
    return entry


@st.composite
def crlf_entries(draw):
    """Spans anywhere on that text but between CR and LF: overlapping, nested, on halves of clusters."""
    edges = [at for at in range(len(TEXT) + 1) if TEXT[at - 1 : at + 1] != "\r\n"]
    found = []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
        found.append(
            (start, end, draw(st.sampled_from(["AGENCY", "DATE"])), draw(st.sampled_from(["", "메모"])))
        )
    return hard(found)


def there_and_back(known, entry):
    """Write and read an entry: what is read, and the account of the writing."""
    sink = formats.MemorySink("kim.json")
    account = formats.write([entry], sink, format=known.id)
    texts = {"texts": lambda wanted: KnownText(entry.id, entry.text)} if needs_texts(known) else {}
    bundle = formats.Bundle.of_files(sink.written.items())
    return list(formats.read(bundle, format=known.id, **texts)), account


@pytest.mark.parametrize("known", WHOLE, ids=lambda known: known.id)
@settings(max_examples=20, deadline=None)
@given(entry=crlf_entries())
def test_every_span_comes_back_where_overlaps_are_carried(known, entry):
    read, account = there_and_back(known, entry)
    if not entry.spans and not read:
        assert account.lost["document"] == 1  # a file of marks alone has no trace of it
        return
    (again,) = read
    assert "\r" not in again.text
    assert again.text == entry.text
    assert marks(again) == marks(entry)

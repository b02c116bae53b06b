"""Tags and the spans that they mean, in every scheme that is read."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.entry import Entry, EntrySpan
from annotator.formats.tagged import BIOES, IOB2, by_line, chunks, is_tag, side_by_side, tags_of
from tests.support.entries import entries

READ = {
    "iob2": ("B-A I-A O B-B", [(0, 2, "A"), (3, 4, "B")]),
    "iob1": ("I-A I-A O I-B", [(0, 2, "A"), (3, 4, "B")]),
    "adjacent": ("B-A B-A I-A", [(0, 1, "A"), (1, 3, "A")]),
    "another-label": ("B-A I-B I-B", [(0, 1, "A"), (1, 3, "B")]),
    "bioes": ("S-A B-A E-A B-B I-B E-B", [(0, 1, "A"), (1, 3, "A"), (3, 6, "B")]),
    "bilou": ("U-A B-A L-A O", [(0, 1, "A"), (1, 3, "A")]),
    "bmewo": ("W-A B-A M-A E-A", [(0, 1, "A"), (1, 4, "A")]),
    "closed-then-inside": ("B-A E-A I-A", [(0, 2, "A"), (2, 3, "A")]),
    "label-with-a-hyphen": ("B-A-B I-A-B", [(0, 2, "A-B")]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("tags", "found"), READ.values(), ids=READ)
def test_tags_mean_runs(tags, found):
    assert list(chunks(tags.split())) == found


@pytest.mark.parametrize("word", ["O", "B-A", "S-정책 외교", "I-A-B"])
def test_what_a_tag_is(word):
    assert is_tag(word)


@pytest.mark.parametrize("word", ["", "B", "B-", "B- ", "o", "OG", "X-A", "경찰", "-A"])
def test_what_no_tag_is(word):
    assert not is_tag(word)


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 2), st.sampled_from("AB"))),
    st.sampled_from([IOB2, BIOES]),
)
def test_runs_come_back_from_their_tags(pieces, scheme):
    runs, end = [], 0
    for length, gap, label in pieces:
        runs.append((end + gap, end + gap + length, label))
        end += gap + length
    assert list(chunks(tags_of(end, runs, scheme))) == runs


def _spans(text, *places):
    return tuple(EntrySpan(f"s{n}", a, b, text[a:b], label) for n, (a, b, label) in enumerate(places))


def test_the_longest_of_overlapping_spans_stays_and_the_rest_is_counted():
    text = "과기정통부 장관\n만났다"
    spans = _spans(
        text, (0, 5, "A"), (0, 8, "B"), (6, 8, "A"), (2, 4, "A"), (7, 10, "C"), (9, 12, "A\tB"), (9, 10, "A")
    )
    lost = Counter()
    kept = side_by_side(Entry(id="d", text=text, spans=spans), lost)
    assert [(span.start, span.end, span.label) for span in kept] == [(0, 8, "B"), (9, 10, "A")]
    assert lost == {"overlap": 3, "line-break": 1, "label": 1}


@given(entries())
def test_what_stays_does_not_overlap_and_nothing_goes_uncounted(entry):
    lost = Counter()
    kept = side_by_side(entry, lost)
    assert len(kept) + lost.total() == len(entry.spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for start, line, here in by_line(entry.text, kept):
        assert entry.text[start : start + len(line)] == line
        assert all(start <= span.start < span.end <= start + len(line) for span in here)
    assert sum(len(here) for _, _, here in by_line(entry.text, kept)) == len(kept)

"""What a format leaves behind is counted by kind, and each kind has its sentence."""

from hypothesis import given

from annotator.core.sentences import SENTENCES, in_english
from annotator.formats.carrying import KINDS, OVERLAP, left_behind, losses_told
from tests.support.entries import entries, gold_entry


def test_what_is_not_carried_is_counted_by_kind():
    lost = left_behind(gold_entry(), {"text", "zone", "field", "annotator", "status"})
    assert lost == {
        "comment": 2,
        "decision": 3,
        "doc-label": 1,
        "note": 1,
        "record": 1,
        "relation": 2,
        "role": 1,
        "value": 7,
    }


@given(entries())
def test_who_carries_everything_leaves_nothing_behind(entry):
    assert not left_behind(entry, KINDS)


def test_every_kind_has_a_sentence_with_its_count():
    told = losses_told((kind, 1200) for kind in KINDS)
    assert len(told) == len(KINDS)
    assert OVERLAP in KINDS
    assert all(told_.id in SENTENCES and "1200" in in_english(told_) for told_ in told)


def test_what_was_not_lost_is_not_told():
    assert losses_told([("value", 0), ("note", 2)]) == losses_told([("note", 2)])

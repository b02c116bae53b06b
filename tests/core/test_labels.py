"""Labels and the set of them that files name."""

from dataclasses import replace

from annotator.core.labels import DEFAULT_LABELS, Label, LabelSet

LABELS = LabelSet("kr-news", 1, DEFAULT_LABELS)


def test_the_default_set_is_agency_sector_amount_date_on_the_digits_1_to_4() -> None:
    assert [(label.key, label.title, label.hotkey) for label in LABELS.labels] == [
        ("AGENCY", "기관", "1"),
        ("SECTOR", "분야", "2"),
        ("AMOUNT", "금액", "3"),
        ("DATE", "날짜", "4"),
    ]


def test_a_label_is_found_by_id_key_and_digit() -> None:
    assert LABELS.by_id(2) == LABELS.by_key("SECTOR") == LABELS.by_hotkey("2")
    assert LABELS.by_id(9) is None
    assert LABELS.by_key("sector") is None
    assert LABELS.by_hotkey("") is None


def test_a_label_comes_back_from_its_row() -> None:
    for label in LABELS.labels:
        assert Label.from_row(label.row()) == label
    chosen = replace(DEFAULT_LABELS[0], choices=("가", "나"))
    assert Label.from_row(chosen.row()) == chosen


def test_the_digest_follows_every_part_of_a_definition() -> None:
    changed = replace(DEFAULT_LABELS[0], description="other")
    other = LabelSet("kr-news", 1, (changed, *DEFAULT_LABELS[1:]))
    assert LABELS.sha256 != other.sha256
    assert LABELS.sha256 == LabelSet("kr-news", 2, DEFAULT_LABELS).sha256

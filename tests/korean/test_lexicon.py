"""The list of agencies that comes with the program is large enough, unambiguous where it says so, and checked."""

import json
from collections import Counter

import pytest

from annotator import resources
from annotator.core.folding import fold_term
from annotator.korean.lexicon import AGENCIES, parse, shipped

LINES = resources.read_text(AGENCIES).splitlines()


def test_each_kind_has_at_least_sixty_bodies() -> None:
    counts = Counter(entry.kind for entry in shipped().agencies)
    print(dict(counts), "names:", len(shipped().by_name))
    assert set(counts) == {"central", "public", "us", "other"}
    assert min(counts.values()) >= 60


def test_every_name_that_means_several_is_marked_so_and_no_other() -> None:
    for entry in shipped().agencies:
        for name in entry.names:
            assert (len(shipped().by_name[fold_term(name)]) > 1) == (name in entry.shared), (entry.id, name)


def test_entries_are_complete() -> None:
    for entry in shipped().agencies:
        assert entry.korean, entry.id
        assert entry.english, entry.id
        assert entry.source, entry.id
        assert entry.country == entry.id.split(".")[0].upper()
        assert all(len(name) > 1 and name == name.strip() for name in entry.names), entry.id
        assert entry.guarded <= set(entry.names), entry.id
        assert len({name for name in entry.names if name not in entry.guarded}) > 0, entry.id
        if entry.since is not None and entry.until is not None:
            assert entry.since < entry.until, entry.id


def test_a_shared_name_that_is_not_marked_is_refused() -> None:
    changed = [json.loads(line) for line in LINES]
    next(row for row in changed if row["id"] == "us.doc")["shared"] = []
    with pytest.raises(ValueError, match=r"us\.doc"):
        parse("\n".join(map(json.dumps, changed)))


def test_an_id_that_is_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        parse("\n".join([LINES[0], LINES[0]]))


def test_a_list_of_one_s_own_can_be_empty() -> None:
    assert parse("\n").by_name == {}

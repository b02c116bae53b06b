"""The taxonomy of sectors that comes with the program is whole, means one thing by a term, names known lists only."""

import json
from collections import Counter

import pytest

from annotator import resources
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.korean.taxonomy import SECTORS, parse, shipped, writings

LINES = resources.read_text(SECTORS).splitlines()
LISTS = json.loads(resources.read_text("sector_lists.json"))
NATIONAL = (
    "반도체·디스플레이", "이차전지", "첨단 모빌리티", "차세대 원자력", "첨단 바이오", "우주항공·해양", "수소",
    "사이버보안", "인공지능", "차세대 통신", "첨단로봇·제조", "양자",
)  # fmt: skip


def test_the_twelve_national_technologies_and_their_fifty_are_there_in_order() -> None:
    counts = Counter((entry.kind, entry.parent is None) for entry in shipped().sectors)
    print(
        dict(counts),
        "terms:", sum(len(entry.terms) for entry in shipped().sectors),
        "ambiguous:", sum(len(entry.ambiguous) for entry in shipped().sectors),
        "phrases that mean none:", sum(len(entry.stops) for entry in shipped().sectors),
    )  # fmt: skip
    for number, name in enumerate(NATIONAL, 1):
        assert shipped().by_code[f"KR-NST-{number:02}"].korean == name
    assert counts["nst", False] == 50
    assert {entry.kind for entry in shipped().sectors} == {"nst", "news"}


def test_entries_are_complete_and_codes_go_down_from_their_parents() -> None:
    for entry in shipped().sectors:
        assert entry.korean, entry.id
        assert entry.english, entry.id
        assert entry.source, entry.id
        assert entry.terms, entry.id
        assert entry.id.split(".")[0] == entry.kind
        if entry.parent is not None and entry.kind == "nst":
            assert entry.code.startswith(f"{entry.parent}-"), entry.id
            assert shipped().by_code[entry.parent].id == entry.id.rpartition(".")[0]
        assert all(len(term) > 1 and term == term.strip() for term in entry.terms), entry.id


def test_what_was_not_compared_with_its_source_says_so() -> None:
    for entry in shipped().sectors:
        assert (entry.checked is None) == ("compiled by hand" in entry.source), entry.id


def test_each_way_of_writing_a_term_means_one_sector() -> None:
    owners: dict[str, str] = {}
    for entry in shipped().sectors:
        for term in entry.terms:
            for writing in writings(term):
                assert owners.setdefault(writing, entry.code) == entry.code, term


def test_short_words_of_two_syllables_that_mean_other_things_are_marked() -> None:
    marked = {term for entry in shipped().sectors for term in entry.ambiguous}
    assert marked > {
        "양자",
        "우주",
        "통신",
        "보안",
        "조선",
        "소재",
        "의료",
        "기후",
        "환경",
        "전력",
        "항공",
        "게임",
    }


def test_maps_name_entries_of_known_lists_only() -> None:
    assert (len(LISTS["us-cet-2024"]["names"]), len(LISTS["gics"]["names"])) == (18, 11)
    assert "MSCI" in LISTS["gics"]["source"]
    used: set[str] = set()
    for entry in shipped().sectors:
        assert set(entry.maps) == set(LISTS)
        for name, those in entry.maps.items():
            assert set(those) <= set(LISTS[name]["names"]), entry.id
            used.update(those)
    assert used >= set(LISTS["us-cet-2024"]["names"]), "no sector for a technology of the US list"


def test_a_blank_or_a_hyphen_in_a_term_may_be_left_out() -> None:
    assert set(writings("소형 모듈 원전")) == {
        "소형 모듈 원전",
        "소형모듈 원전",
        "소형 모듈원전",
        "소형모듈원전",
    }
    assert set(writings("K-방산")) == {"k-방산", "k방산"}
    assert writings("ＡＩ") == [fold_term("AI")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "nst.batteries"}, "twice"),
        ({"code": "KR-NST-02"}, "twice"),
        ({"parent": "KR-NST-99"}, "no parent"),
        ({"terms": ["배터리"], "ambiguous": []}, "means KR-NST-"),
        ({"ambiguous": ["없는말"]}, "no terms"),
    ],
)
def test_a_list_that_is_not_whole_is_refused(change: dict[str, object], told: str) -> None:
    first = json.loads(LINES[0]) | change
    with pytest.raises(ValueError, match=told):
        parse("\n".join([json.dumps(first), *LINES[1:]]))


def own(name: str, code: str = "", *, hidden: bool = False) -> LexiconEntry:
    return LexiconEntry(EntryKind.SECTOR, name, code=code, hidden=hidden)


def test_a_person_s_own_entries_come_first_and_hide_terms() -> None:
    made = shipped().under(
        [own("초전지", "KR-NST-02"), own("초전지", "X"), own("배터리", hidden=True), own("새말", "X-1")]
    )
    sector = made.by_writing["초전지"].sector
    assert sector is not None
    assert sector.korean == "이차전지"
    assert made.by_writing["배터리"].sector is None
    assert made.by_code["X-1"].korean == "새말"
    assert [entry.code for entry in made.search("새말")] == ["X-1"]
    assert shipped().by_writing["배터리"].sector is sector


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("이차전지", "KR-NST-02"),
        ("이차 전지", "KR-NST-02"),
        ("quantum comp", "KR-NST-12-01"),
        ("ai", "KR-NST-09"),
        ("KR-NST-07", "KR-NST-07"),
        ("방산", "KR-NEWS-01"),
        ("디램", "KR-NST-01-01"),
    ],
)
def test_sectors_are_searched_in_korean_and_english_by_name_term_and_code(typed: str, first: str) -> None:
    assert shipped().search(typed)[0].code == first


def test_nothing_typed_gives_all_and_nonsense_nothing() -> None:
    assert shipped().search(" ") == list(shipped().sectors)
    assert shipped().search("zzz") == []


def test_the_family_of_a_sector_is_its_highest_entry() -> None:
    known = shipped()
    assert known.family(known.by_code["KR-NST-12-01"]) == "KR-NST-12"
    assert known.family(known.by_code["KR-NST-12"]) == "KR-NST-12"

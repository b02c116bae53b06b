"""A person's own list over the shipped one: what it adds, replaces and hides."""

from dataclasses import replace

import pytest

from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.korean.agencies import suggest_agencies
from annotator.korean.lexicon import Lexicon, shipped

FOREST = LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청", "SFA"), ref="own.forest")


def found(text: str, *entries: LexiconEntry, year: int | None = None) -> list[tuple[str, str | None, str]]:
    """What is proposed by the entries over the shipped list: text, id, rule."""
    lexicon = Lexicon.own(entries).over(shipped())
    made = suggest_agencies(text, year=year, lexicon=lexicon)
    return [(text[one.start : one.end], one.ref, one.rule) for one in made]


def agency(name: str, country: str = "", ref: str = "", *, hidden: bool = False) -> LexiconEntry:
    return LexiconEntry(EntryKind.AGENCY, name, country=country, ref=ref, hidden=hidden)


def test_without_an_entry_it_is_the_shipped_list() -> None:
    laid = Lexicon.own(()).over(shipped())
    assert laid.agencies == shipped().agencies
    assert laid.by_name == shipped().by_name


def test_an_own_name_is_found_by_all_its_names_with_its_id_beside_the_shipped_ones() -> None:
    text = "숲청은 바다숲청(SFA)과 조달청을 불렀다."
    assert found(text, FOREST) == [
        ("숲청", "own.forest", "agency-name"),
        ("바다숲청", "own.forest", "agency-name"),
        ("SFA", "own.forest", "agency-alias"),
        ("조달청", "kr.pps", "agency-name"),
    ]


@pytest.mark.parametrize("name", ["4·16숲재단", "5분청", "Mer Office"])
def test_an_own_name_may_begin_with_a_digit_or_be_latin(name: str) -> None:
    assert found(f"{name}에 갔다.", agency(name, ref="own.x")) == [(name, "own.x", "agency-name")]


def test_an_own_entry_takes_its_names_from_those_of_its_country_or_of_all_where_it_has_none() -> None:
    text = "미 상무부는 쉬었다."
    assert found(text) == [("상무부", "us.doc", "agency-country:US")]
    assert found(text, agency("상무부", "VN", "own.vn")) == [("상무부", "us.doc", "agency-country:US")]
    assert found(text, agency("상무부", "US", "own.us")) == [("상무부", "own.us", "agency-country:US")]
    assert found(text, agency("상무부", "", "own.x")) == [("상무부", "own.x", "agency-country:US")]


def test_an_entry_with_the_id_of_a_shipped_one_replaces_it_with_all_its_names() -> None:
    weather = agency("조달청", "KR", "kr.pps")
    assert found("조달청(PPS)", weather) == [
        ("조달청", "kr.pps", "agency-name"),
        ("PPS", "kr.pps", "agency-alias"),
    ]
    renamed = replace(weather, name="날씨청", aliases=("조달청",))
    assert (
        suggest_agencies("조달청이다", lexicon=Lexicon.own([renamed]).over(shipped()))[0].canonical
        == "날씨청"
    )
    # A name that the entry has no longer is nobody's, and hides nothing.
    assert found("조달청이다", replace(weather, name="날씨청")) == []
    assert found("국가조달위원회", replace(weather, name="날씨청")) == [
        ("국가조달위원회", None, "agency-suffix:위원회")
    ]


def test_a_replaced_entry_goes_on_guarding_its_names() -> None:
    guarding = next(entry for entry in shipped().agencies if entry.guarded)
    name = min(guarding.guarded)
    own = LexiconEntry(
        EntryKind.AGENCY, guarding.korean, guarding.english, guarding.abbreviation or "", guarding.country,
        guarding.aliases, ref=guarding.id,
    )  # fmt: skip
    laid = Lexicon.own([own]).over(shipped())
    assert name in laid.by_name[name.casefold()][0].guarded


def test_a_hidden_entry_takes_the_one_of_its_id_away_and_leaves_its_names_to_others() -> None:
    assert found("조달청과 산업부", agency("아무말", "", "kr.pps", hidden=True), year=2023) == [
        ("산업부", "kr.motie", "agency-year:2023")
    ]
    # Two bodies are called so; the other one is found where this one is hidden.
    assert found("산업부", year=2023) == [("산업부", "kr.motie", "agency-year:2023")]
    (other,) = {e.id for e in shipped().by_name["산업부"]} - {"kr.motie"}
    assert found("산업부", agency("산업통상자원부", "KR", "kr.motie", hidden=True)) == [
        ("산업부", other, "agency-name")
    ]


def test_a_hidden_name_is_proposed_neither_from_the_list_nor_by_its_suffix_nor_in_brackets() -> None:
    text = "바다숲관리원(SFA)은 조달청(PPS)과 왔다."
    assert [each[0] for each in found(text)] == ["바다숲관리원", "SFA", "조달청", "PPS"]
    hidden = [agency(name, hidden=True) for name in ("바다숲관리원", "PPS")]
    assert [each[0] for each in found(text, *hidden)] == ["조달청"]
    assert [each[0] for each in found(text, agency("sfa", hidden=True))] == ["바다숲관리원", "조달청", "PPS"]


def test_a_hidden_name_of_a_country_stays_for_the_others() -> None:
    hidden = agency("상무부", "US", hidden=True)
    assert "us.doc" not in {each[1] for each in found("미 상무부", hidden)}
    assert found("중국 상무부", hidden) == found("중국 상무부")


def test_where_a_hidden_name_stands_no_shorter_one_is_proposed() -> None:
    assert found("조달청 관측소는", agency("조달청 관측소", hidden=True)) == []
    assert [each[0] for each in found("조달청 관측소는")] == ["조달청"]


def test_three_lists_lie_over_one_another_and_the_highest_decides() -> None:
    file = Lexicon.own([agency("조달청", hidden=True), agency("바람청", ref="own.low"), FOREST]).over(
        shipped()
    )
    project = Lexicon.own([agency("조달청", ref="own.k"), agency("바람청", ref="own.high")]).over(file)
    made = suggest_agencies("조달청, 바람청, 숲청", lexicon=project)
    assert [one.ref for one in made] == ["own.k", "own.high", "own.forest"]
    assert suggest_agencies("조달청", lexicon=Lexicon.own(()).over(file)) == []


def test_a_sector_is_no_agency() -> None:
    mining = LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="X")
    assert Lexicon.own([mining, replace(mining, name="조달청", hidden=True)]).over(shipped()).by_name == (
        shipped().by_name
    )

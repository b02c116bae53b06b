"""The checks that know Korean find josa, half brackets and places left out, and all ten run together."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from annotator.core.preflight import Check, Member, Place, Waiver
from annotator.core.values import Norm
from annotator.korean.checks import has_half_bracket, preflight
from tests.support.checked import checked, span, told


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("⟨AGENCY:기상청은⟩ 어제", ["기상청은"]),
        ("⟨AGENCY:기상청⟩은 어제", []),
        ("⟨SECTOR:인공지능과⟩ ⟨SECTOR:양자⟩와", ["인공지능과"]),
        ("⟨DATE:지난 9일부터⟩ ⟨DATE:2023년도⟩", ["지난 9일부터"]),
        ("⟨AGENCY:강원도⟩ ⟨SECTOR:논의⟩ ⟨AMOUNT:30만⟩ ⟨AGENCY:당은⟩", []),
        ("⟨AGENCY:세계보건기구(WHO)와⟩", ["세계보건기구(WHO)와"]),
    ],
)
def test_a_span_that_ends_in_a_josa(marked: str, found: list[str]) -> None:
    for form in ("NFC", "NFD"):
        layer = checked(normalize(form, marked))
        texts = [normalize("NFC", one.text) for one in preflight(layer) if one.check is Check.JOSA]
        assert texts == found


@pytest.mark.parametrize(
    ("quote", "half"),
    [
        ("세계보건기구(WHO)", False),
        ("세계보건기구(WHO", True),
        ("WHO)", True),
        ("（사)한국협회", False),
        ("「한국은행법", True),
        ("《책》 〈글〉 『책』 【속보】 [알림] {값} “말” ‘말’ \"말\" '말'", False),
        ("“누리호", True),
        ("누리호”", True),
        ('"누리호', True),
        ("(가[나)다]", True),
        ("'23년 예산", False),
        ("’23년", False),
        ("O'Neill", False),
        ("'누리호", True),
        ("기상청", False),
        ("", False),
    ],
)
def test_a_bracket_without_its_partner(quote: str, *, half: bool) -> None:
    assert has_half_bracket(quote) is half
    if quote:
        ids = [one.text for one in preflight(checked(f"⟨SECTOR:{quote}⟩")) if one.check is Check.BRACKET]
        assert ids == ([quote] if half else [])


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("⟨AGENCY:기상청⟩이 기상청에 기상청장을", {"기상청": ["기상청에"]}),
        ("⟨SECTOR:반도체·AI⟩ 반도체ㆍＡＩ를 ⟨SECTOR:양자⟩", {"반도체ㆍＡＩ": ["반도체ㆍＡＩ를"]}),
        # Places in spans, in longer words and in longer texts are left out.
        ("⟨SECTOR:양자⟩ 양자컴퓨터 ⟨AGENCY:양자 연구원⟩ 양자 연구원", {"양자 연구원": ["양자 연구원"]}),
        # With another label it is another check's.
        ("⟨SECTOR:우주⟩ ⟨AGENCY:우주⟩", {}),
        ("⟨SECTOR:우주⟩ ⟨AGENCY:우주⟩ 우주는", {"우주": ["우주는"]}),
        ("⟨SECTOR:우주⟩ 하늘", {}),
    ],
)
def test_the_same_string_unlabelled_elsewhere(marked: str, found: dict[str, list[str]]) -> None:
    layer = checked(marked)
    made = {one.text: one.places for one in preflight(layer) if one.check is Check.UNLABELLED}
    assert made.keys() == found.keys()
    for text, places in found.items():
        assert [place.span_id for place in made[text]] == [None] * len(places)
        for place, beginning in zip(made[text], places, strict=True):
            assert layer.text[place.start :].startswith(beginning)


def test_a_place_refused_or_waved_off_is_not_found_again() -> None:
    layer = checked("⟨SECTOR:우주⟩ 우주는 우주가")
    (found,) = preflight(layer)
    assert (found.text, found.places) == ("우주", (Place(None, 3, 5), Place(None, 7, 9)))
    (left,) = preflight(replace(layer, refused={(3, 5)}))
    assert left.places == (Place(None, 7, 9),)
    assert preflight(layer, [Waiver("unlabelled", None, (3, 5))]) == [left]
    assert preflight(layer, [Waiver("unlabelled", "우주")]) == []


def test_all_ten_checks_in_their_order() -> None:
    layer = checked(
        "⟨AGENCY:기상청은⟩ ⟨AGENCY:(사⟩ ⟨SECTOR:우주⟩ 우주는 ⟨SECTOR:양자⟩ ⟨AGENCY:양자⟩ ⟨AMOUNT:10억 원⟩ "
        "⟨DATE:그날⟩ ⟨AGENCY:한국\n은행⟩ 산림청",
        {7: Norm("date", "1023")},
        document_date="2023-12-10",
        records=[[Member(1)]],
    )
    at = layer.text.index("산림청")
    spans = [
        *layer.spans[:2],
        span(3, layer.text, (layer.spans[2].start, layer.spans[2].end, "SECTOR"), unsure=True),
    ]
    layer = replace(layer, spans=[*spans, *layer.spans[3:]], suggestions=[(at, at + 3)])
    assert told(preflight(layer)) == [
        ("josa", "기상청은", [1]),
        ("bracket", "(사", [2]),
        ("unlabelled", "우주", [None]),
        ("two-labels", "양자", [4, 5]),
        ("no-value", "10억 원", [6]),
        ("date-range", "그날", [7]),
        ("line-break", "한국\n은행", [8]),
        ("record", "기상청은", [1]),
        ("suggestion", "산림청", [None]),
        ("unsure", "우주", [3]),
    ]
    assert [one.check for one in preflight(layer)] == list(Check)
    assert preflight(layer, [Waiver(check) for check in Check]) == []

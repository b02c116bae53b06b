"""Other places of the same text are all found; only those that are likely meant are ticked, the rest say why not."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.clusters import is_edge
from annotator.core.folding import fold_term
from annotator.korean import snap
from annotator.korean.occurrences import Doubt, Occurrence, OccurrenceSearch, occurrences
from tests.support.pace import timed


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take ⟨ and ⟩ out of a text and return the ranges that they stood around."""
    plain, open_ones, ranges = "", [], []
    for char in text:
        if char == "⟨":
            open_ones.append(len(plain))
        elif char == "⟩":
            ranges.append((open_ones.pop(), len(plain)))
        else:
            plain += char
    return plain, ranges


def reasons(text: str, quote: str) -> list[str]:
    """Return why each place of `quote` beside its marked ones is doubted, "" where it is not."""
    plain, ranges = marked(text)
    same = [(start, end) for start, end in ranges if plain[start:end] == quote]
    found = occurrences(plain, quote, taken=ranges, label_spans=same)
    return [place.reason.value if place.reason else "" for place in found]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # Josa, marks and brackets around the place.
        ("⟨기상청⟩은 비를 예보했다. 기상청이 말했다.", "기상청", [""]),
        ("⟨기상청⟩ 기상청, 기상청. “기상청”과 (기상청) 기상청(KMA)에서는", "기상청", [""] * 5),
        ("⟨반도체⟩ AI·반도체 반도체·AI", "반도체", ["", ""]),
        ("⟨한국과학기술원⟩ 한국과학기술원으로부터의", "한국과학기술원", [""]),
        ("⟨7일⟩ 7일~9일 7일부터", "7일", ["", ""]),
        # Compounds.
        ("⟨반도체⟩ 반도체기술센터는", "반도체", ["compound"]),
        ("⟨양자⟩ 양자컴퓨터를 양자는", "양자", ["compound", ""]),
        ("⟨반도체⟩ 차세대반도체를", "반도체", ["compound"]),
        ("⟨1일⟩ 21일 11일부터 1일", "1일", ["compound", "compound", ""]),
        ("⟨10억⟩ 1,110억 10억 원", "10억", ["compound", ""]),
        ("⟨AI⟩ OpenAI AI는 AI반도체", "AI", ["compound", "", "compound"]),
        ("⟨제주⟩ 제주도의 제주의", "제주", ["compound", ""]),
        # One syllable: only where what follows is a josa for certain.
        ("⟨당⟩ 당은 당에서 정당 당국", "당", ["", "", "compound", "compound"]),
        ("⟨美⟩ 美는 美상무부", "美", ["", "compound"]),
        # A quote with blanks is its own segment inside.
        ("⟨양자 컴퓨터⟩ 양자 컴퓨터를 초양자 컴퓨터", "양자 컴퓨터", ["", "compound"]),
        # Spans in the way.
        ("⟨반도체⟩ ⟨반도체 기술 센터⟩", "반도체", ["inside-span"]),
        ("⟨반도체⟩ ⟨차세대 반도체⟩", "반도체", ["inside-span"]),
        ("⟨반도체 산업⟩ ⟨반도체⟩ 산업", "반도체 산업", [""]),
        ("⟨반도체 산업⟩ ⟨차세대 반도체⟩ 산업", "반도체 산업", ["crosses-span"]),
        ("⟨반도체 산업⟩ 반도체 ⟨산업 육성⟩", "반도체 산업", ["crosses-span"]),
        ("⟨반도체⟩ ⟨기술⟩반도체⟨기술⟩", "반도체", ["compound"]),
        # The longest match wins, also where it is not marked yet.
        (
            "⟨반도체⟩ ⟨차세대 반도체⟩ 또 차세대 반도체가 반도체가",
            "반도체",
            ["inside-span", "longer-text", ""],
        ),
        ("⟨12월 9일⟩ ⟨9일⟩ 12월 9일 9일", "9일", ["inside-span", "longer-text", ""]),
        # A text ends where it ends, though another begins with what follows here.
        ("⟨나나나라⟩ ⟨다가⟩ ⟨라\n다⟩ 나나나라\n다", "라\n다", ["compound"]),
        # Marked already, or overlapping what is marked already.
        ("⟨기상청⟩ ⟨기상청⟩ 기상청", "기상청", [""]),
        ("가⟨가가⟩가가", "가가", ["compound"]),
        ("⟨가가⟩가", "가가", []),
        ("⟨기상청⟩ 산림청", "기상청", []),
        ("기상청", "", []),
    ],
)
def test_places_worked_by_hand(text: str, quote: str, expected: list[str]) -> None:
    assert reasons(text, quote) == expected
    assert reasons(normalize("NFD", text), normalize("NFD", quote)) == expected


def test_the_same_text_written_in_another_way_is_found() -> None:
    text = "반도체·AI 기업, 반도체ㆍＡＩ 기업, 반도체・ai\u00a0기업"
    found = occurrences(text, "반도체·AI 기업", taken=[(0, 9)], label_spans=[(0, 9)])
    assert [text[place.start : place.end] for place in found] == ["반도체ㆍＡＩ 기업", "반도체・ai\u00a0기업"]
    assert all(place.likely for place in found)


def test_a_place_with_another_label_is_not_ticked() -> None:
    found = occurrences("수소 수소는", "수소", taken=[(0, 2), (3, 5)], label_spans=[(0, 2)])
    assert found == [Occurrence(3, 5, Doubt.OTHER_LABEL)]
    assert not found[0].likely


def test_a_refusal_is_remembered_before_all_else() -> None:
    text = "수소 수소는 수소차"
    found = occurrences(text, "수소", taken=[(0, 2)], label_spans=[(0, 2)], refused={(3, 5), (7, 9)})
    assert [place.reason for place in found] == [Doubt.REFUSED, Doubt.REFUSED]
    longer = occurrences(text, "수소", taken=[(0, 2), (7, 10)], label_spans=[(0, 2)], refused={(7, 9)})
    assert [place.reason for place in longer] == [None, Doubt.REFUSED]


def test_spans_of_the_label_need_not_be_named_twice() -> None:
    assert occurrences("수소 수소", "수소", taken=[], label_spans=[(0, 2)]) == [Occurrence(3, 5, None)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [("👍 👍🏽", "👍"), ("👩 👩\u200d🔬", "👩"), ("s ß", "s"), ("x x\u0302", "x"), ("🇰 🇰🇷", "🇰")],
)
def test_part_of_a_cluster_is_no_place(text: str, quote: str) -> None:
    assert occurrences(text, quote, taken=[(0, 1)], label_spans=[(0, 1)]) == []


def test_a_line_end_before_a_stray_mark_is_a_place() -> None:
    assert [
        (place.start, place.end) for place in occurrences("\n\u0301", "\n", taken=[], label_spans=[])
    ] == [(0, 1)]


def test_a_josa_counts_within_the_line_alone() -> None:
    assert reasons("⟨은행나무로⟩\n은행나무로\n12", "은행나무로") == [""]
    assert reasons("⟨기상청⟩\n기상청\n은행", "기상청") == [""]


PIECES = st.sampled_from(
    ["가", "가나", "나", "다", " ", "은", "·", "\n", "각", "ㆍ", "Ａ", "a", "👍", "\u0301", "는"]
)
texts = st.lists(PIECES, max_size=14).map("".join)


@st.composite
def searches(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int]], list[tuple[int, int]]]:
    text = draw(texts)
    ranges = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        ranges.append((start, draw(st.integers(start + 1, min(len(text), start + 4)))))
    quote = text[slice(*ranges[0])] if ranges and draw(st.booleans()) else draw(texts)
    return text, quote, ranges, [span for span in ranges if draw(st.booleans())]


@given(searches())
def test_every_place_is_the_same_text_and_free(
    made: tuple[str, str, list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    text, quote, taken, label_spans = made
    wanted = fold_term(quote)
    same = [span for span in label_spans if fold_term(text[slice(*span)]) == wanted]
    found = occurrences(text, quote, taken=taken, label_spans=label_spans)
    last = 0
    for place in found:
        assert last <= place.start < place.end <= len(text)
        last = place.end
        assert fold_term(text[place.start : place.end]) == wanted
        assert is_edge(text, place.start)
        assert is_edge(text, place.end)
        assert not any(start < place.end and place.start < end for start, end in same)
    # No free place is missed: each overlaps a span that has the text, or one that was found.
    covered = [*same, *((place.start, place.end) for place in found)]
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if is_edge(text, start) and is_edge(text, end) and wanted and text[start:end] == quote:
                assert any(first < end and start < after for first, after in covered)


@given(searches())
def test_doubts_about_spans_are_those_of_trying_each(
    made: tuple[str, str, list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    text, quote, taken, label_spans = made
    for place in occurrences(text, quote, taken=taken, label_spans=label_spans):
        start, end = place.start, place.end
        others = {*taken, *label_spans}
        if any(first <= start and end <= after and (first, after) != (start, end) for first, after in others):
            expected = Doubt.INSIDE_SPAN
        elif (start, end) in others:
            expected = Doubt.OTHER_LABEL
        elif any(first < start < after < end or start < first < end < after for first, after in others):
            expected = Doubt.CROSSES_SPAN
        else:
            assert place.reason not in {
                Doubt.INSIDE_SPAN,
                Doubt.OTHER_LABEL,
                Doubt.CROSSES_SPAN,
                Doubt.REFUSED,
            }
            continue
        assert place.reason == expected


WORDS = st.sampled_from(
    [
        "기상청",
        "기상청은",
        "기상청장",
        "“기상청”이",
        "국립기상청",
        "기상청(KMA)에",
        "기상청·기업",
        "기상청만으로는",
        "기상청,",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from([" ", "\n", "\u00a0"]))
def test_a_compound_is_what_snap_says(words: list[str], blank: str) -> None:
    text = blank.join(words)
    for place in occurrences(text, "기상청", taken=[], label_spans=[]):
        segment = snap(text, place.start, place.start).ladder[0]
        longer = segment.start < place.start or segment.end > place.end
        assert place.reason == (Doubt.COMPOUND if longer else None)


@given(st.lists(WORDS, max_size=6))
def test_decomposed_text_gives_the_same_places(words: list[str]) -> None:
    text = " ".join(["기상청", *words])
    raw = normalize("NFD", text)
    composed = occurrences(text, "기상청", taken=[(0, 3)], label_spans=[(0, 3)])
    first = (0, len(normalize("NFD", "기상청")))
    decomposed = occurrences(raw, "기상청", taken=[first], label_spans=[first])
    assert [(len(normalize("NFD", text[: p.start])), p.reason) for p in composed] == [
        (place.start, place.reason) for place in decomposed
    ]
    assert all(normalize("NFC", raw[place.start : place.end]) == "기상청" for place in decomposed)


def test_the_time_grows_with_the_text() -> None:
    line = "정부는 반도체기술센터와 반도체 산업을 키우는 반도체법을 냈다. "

    def seconds(times: int) -> float:
        text = line * times
        spans = [(at, at + 3) for at in range(len(line) + 12, len(text) - len(line), len(line))]
        with timed() as spent:
            assert len(occurrences(text, "반도체", taken=spans, label_spans=[])) == 3 * times
        return spent.seconds

    seconds(100)
    short = min(seconds(300) for _ in range(3))
    assert min(seconds(1200) for _ in range(2)) < 8 * short


def test_one_search_serves_many_quotes() -> None:
    text, ranges = marked("⟨수소⟩ 수소 ⟨산업부⟩ 산업부는")
    search = OccurrenceSearch(text, ranges)
    assert search.others("수소", [ranges[0]]) == [Occurrence(3, 5, None)]
    assert search.others("산업부", [ranges[1]]) == [Occurrence(10, 13, None)]

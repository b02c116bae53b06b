"""A caret takes its segment, a range is only trimmed, growing climbs the ladder, whatever the text is made of."""

import sys
from itertools import pairwise
from subprocess import run
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.clusters import is_edge, widen
from annotator.korean import Snap, Step, ends_in_josa, josa_at, snap
from tests.support.pace import allowed, timed


def ladder(text: str, start: int, end: int | None = None) -> list[str]:
    return [text[step.start : step.end] for step in snap(text, start, start if end is None else end).ladder]


def first(text: str) -> Step:
    return snap(text, 0, len(text)).ladder[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("기상청은", "기상청"),
        (" 기상청은 ", "기상청"),
        ("\u00a0기상청은\u3000", "기상청"),
        ("기상청은,", "기상청"),
        ("※기상청이라고…", "기상청"),
        ("기상청.", "기상청"),
        ("2024.05.07.", "2024.05.07"),
        ("🇰🇷 기상청은🎉", "기상청"),
        ("❤️기상청👍🏽", "기상청"),
        ("👨‍👩‍👧‍👦기상청", "기상청"),
        ("①기상청", "기상청"),
        ("세계보건기구(WHO)와", "세계보건기구(WHO)"),
        ("세계보건기구(WHO)", "세계보건기구(WHO)"),
        ("(WHO)", "WHO"),
        ("(WHO)와", "WHO"),
        ("WHO)와", "WHO"),
        ("(WHO", "WHO"),
        ("((WHO)", "WHO"),
        ("“누리호”를", "누리호"),
        ('"누리호"라고', "누리호"),
        ("(사)한국여행협회가", "(사)한국여행협회"),
        ("㈜한빛전자는", "㈜한빛전자"),
        ("『기후 백서』 발간", "『기후 백서』 발간"),
        ("$500만을", "$500만"),
        ("₩3000", "₩3000"),
        ("500€", "500€"),
        ("12.5%는", "12.5%"),
        ("% 증가", "증가"),
        ("30㎞를", "30㎞"),
        ("FTA를", "FTA"),
        ("ＦＴＡ를", "ＦＴＡ"),
        ("2023.12.09.(토)", "2023.12.09.(토)"),
    ],
)
def test_a_range_is_trimmed(text: str, expected: str) -> None:
    step = first(text)
    assert text[step.start : step.end] == expected
    assert step.left + expected + step.right == text


@pytest.mark.parametrize("text", [" ", ",", "…", "()", "🇰🇷", "“”", "은", "당은", "당", "그와의", "\n", "ᆞ"])
def test_trimming_leaves_neither_nothing_nor_one_syllable(text: str) -> None:
    step = first(text)
    assert (step.start, step.end, step.rule) == (0, len(text), "range.whole")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("기상청", "range.whole"),
        ("기상청,", "range.marks"),
        ("기상청은", "range.josa"),
        ("기상청은,", "range.josa"),
        ("강원도", "range.kept"),
        ("강원도,", "range.kept"),
    ],
)
def test_the_rule_says_why(text: str, rule: str) -> None:
    assert first(text).rule == rule


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("평가원은", "평가", "평가"),
        ("제주도청", "제주도", "제주도"),
        ("국과수는", "국과", "국과"),
        ("정부의회", "정부의", "정부의"),
        ("정부에서는 말", "정부에서", "정부"),
        ("정부에서만큼은 말", "정부에서", "정부"),
        ("정부는 말", "정부는", "정부"),
        ("정부는, 말", "정부는", "정부"),
    ],
)
def test_a_range_that_ends_inside_a_word_is_taken_at_its_word(text: str, part: str, expected: str) -> None:
    assert ladder(text, 0, len(part))[0] == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("미국 세계보건기구(WHO)와", "보건", ["세계보건기구", "세계보건기구(WHO)", "미국 세계보건기구(WHO)"]),
        ("세계보건기구(WHO)와 협력", "WHO", ["WHO", "세계보건기구(WHO)"]),
        ("기구(World Health Body)와", "기구", ["기구", "기구(World Health Body)"]),
        ("기구(World Health Body)와", "World", ["World", "기구(World Health Body)"]),
        ("(사)한국여행협회가", "한국", ["한국여행협회", "(사)한국여행협회"]),
        ("자율주행·로봇을 개발", "로봇", ["로봇", "자율주행·로봇"]),
        ("기구 간에 차세대 양자컴퓨터 연구를", "연구", ["연구", "차세대 양자컴퓨터 연구"]),
        ("정부가 새 정책, 연구 지원", "지원", ["지원", "연구 지원"]),
        ("정부가 “인공지능 국가전략”을", "국가", ["국가전략", "인공지능 국가전략"]),
        ("발사체 ‘누리호’ 발사는", "발사는", ["발사", "발사체 ‘누리호’ 발사"]),
        ("[사진=한빛] 2024.05.07 end", "2024", ["2024.05.07"]),
        ("첫 줄\n둘째 줄", "줄", ["줄", "둘째 줄"]),
        ("외교부", "외교", ["외교부"]),
        ("그는 “정부 계획”을", "정부", ["정부"]),
    ],
)
def test_the_ladder_of_a_caret(text: str, at: str, expected: list[str]) -> None:
    assert ladder(text, text.rindex(at) + 1) == expected


def test_the_rungs_say_what_they_are() -> None:
    steps = snap("미국 자율주행·기구(WHO)는", 8, 8).ladder
    assert [step.rule for step in steps] == ["segment.whole", "bracket.whole", "eojeol.josa", "phrase.josa"]
    assert steps[0] == Step(8, 10, "", "", "segment.whole")
    assert steps[2] == Step(3, 15, "", "는", "eojeol.josa")


def test_a_range_grows_from_what_was_left_of_it() -> None:
    assert ladder("우리 자율주행·로봇은 말", 8, 12) == ["로봇", "자율주행·로봇", "우리 자율주행·로봇"]
    assert ladder("한국형전투기를 만들었다", 0, 2) == ["한국", "한국형전투기"]
    assert ladder("정부의 말", 2, 3) == ["의", "정부의"]


def test_a_caret_beside_a_word_takes_it_and_between_blanks_nothing() -> None:
    assert ladder("가나 다라", 2) == ["가나"]
    assert ladder("가나 다라", 3)[0] == "다라"
    assert snap("가나  다라", 3, 3) == Snap(())
    assert snap("", 0, 0) == Snap(())
    assert snap(":0[0", 0, 0) == Snap(())


def test_ends_outside_the_text_or_in_the_wrong_order_are_put_right() -> None:
    text = "기상청은"
    assert snap(text, -3, 99) == snap(text, 4, 0) == snap(text, 0, 4)


def test_a_very_long_range_loses_its_white_space_only() -> None:
    text = f" {'기상청은 ' * 2000}"
    (step,) = snap(text, 0, len(text)).ladder
    assert (step.start, step.end, step.left, step.right) == (1, len(text) - 1, " ", " ")
    blank = " " * 9_000
    assert snap(blank, 0, 9_000).ladder[0].end == 9_000


def test_middle_dots_of_every_kind_separate() -> None:
    for dot in "·ㆍ・ᆞ":
        text = f"외교{dot}환경부는"
        assert ladder(text, 0) == ["외교", f"외교{dot}환경부"]
        assert ladder(text, 3) == ["환경부", f"외교{dot}환경부"]


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("기상청은 말", 3, "은"),
        ("기상청에서는, 말", 3, "에서는"),
        ("세계보건기구(WHO)와 협력", 11, "와"),
        ("당은 말", 1, "은"),
        ("3만원인 것", 3, "인"),
        ("기상청 은", 3, None),
        ("기상청", 3, None),
        ("기상청장은", 3, None),
        ("기상청는", 3, None),
        ("강원도 산불", 2, None),
        ("강원도는", 3, "는"),
        ("은", 0, None),
        ("", 0, None),
    ],
)
def test_the_josa_behind_a_span(text: str, end: int, expected: str | None) -> None:
    for form in ("NFC", "NFD"):
        raw = normalize(form, text)
        at = len(normalize(form, text[:end]))
        found = josa_at(raw, at)
        wanted = None if expected is None else (at, at + len(normalize(form, expected)))
        assert found == wanted


def test_no_josa_stands_behind_half_a_syllable() -> None:
    assert josa_at(normalize("NFD", "기상청은"), 1) is None


@pytest.mark.parametrize(
    ("span", "after", "expected"),
    [
        ("기상청은", " 말", "은"),
        ("기상청에서", "는 말", "에서"),
        ("미국 기상청과의", "", "과의"),
        ("WHO)와", "", "와"),
        ("기상청", "은", None),
        ("강원도", "", None),
        ("평가", "원", None),
        ("당은", "", None),
        ("은", "", None),
        ("", "", None),
    ],
)
def test_a_span_that_ends_in_a_josa(span: str, after: str, expected: str | None) -> None:
    for form in ("NFC", "NFD"):
        raw = normalize(form, span)
        text = f"앞 {raw}{normalize(form, after)}"
        assert ends_in_josa(text, 2, 2 + len(raw)) == (expected and normalize(form, expected))


WORDS = ["정부", "기상청", "에서는", "으로", "부터", "30만", "강원도", "(WHO)", "美", "é", "e\u0301\u0323"]
EMOJI = ["🇰🇷", "👨\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "①"]
PIECES = [
    *"가나다도의은는이가을를과와만로년월일원인엔대각국()[]“”‘’\"'·ㆍ,.~%$-…\n \u00a0\u3000aZ9",
    *WORDS,
    *EMOJI,
]
KOREAN = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
ODD = st.text(
    st.sampled_from(
        [*"가 은)(", "\u1100", "\u1161", "\u11a8", "\u119e", "\u0301", "\u200d", "🇰", "ß", "İ", "\ud83d"]
    )
    | st.characters(codec=None),
    max_size=20,
)


@given(KOREAN | ODD, st.integers(-1, 40), st.integers(-1, 40))
def test_every_rung_holds_the_one_before_it_and_tells_what_it_left_out(
    text: str, start: int, end: int
) -> None:
    steps = snap(text, start, end).ladder
    for step in steps:
        assert 0 <= step.start < step.end <= len(text)
        assert step.left == text[step.start - len(step.left) : step.start]
        assert step.right == text[step.end : step.end + len(step.right)]
        rung, reason = step.rule.split(".")
        assert rung in {"range", "segment", "bracket", "eojeol", "phrase"}
        assert reason in {"whole", "marks", "josa", "kept"}
        assert (step.left + step.right != "") >= (reason in {"josa", "marks"})
    for small, large in pairwise(steps):
        assert large.start <= small.start < small.end <= large.end
        assert (large.start, large.end) != (small.start, small.end)


@given(KOREAN | ODD, st.integers(0, 25), st.integers(1, 25))
def test_the_first_rung_of_a_range_lies_inside_it(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    if start == end:
        return
    step = snap(text, start, end).ladder[0]
    first_edge, last_edge = widen(text, start, end)
    assert first_edge <= step.start < step.end <= last_edge
    assert step.rule.startswith("range.")


@given(KOREAN | ODD, st.integers(0, 40), st.integers(0, 40))
def test_no_rung_ends_inside_a_cluster(text: str, start: int, end: int) -> None:
    for step in snap(text, start, end).ladder:
        for at in (step.start, step.end):
            # An araea after an open syllable is a middle dot, not part of the syllable.
            assert is_edge(text, at) or text[at] == "\u119e"


@given(KOREAN, st.data())
def test_text_in_nfd_gives_the_same_as_in_nfc(text: str, data: st.DataObject) -> None:
    text = normalize("NFC", text)
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    raw = normalize("NFD", text)
    raw_start, raw_end = (len(normalize("NFD", text[:at])) for at in (start, end))
    composed = snap(text, start, end).ladder
    decomposed = snap(raw, raw_start, raw_end).ladder
    assert [(s.rule, raw[s.start : s.end], s.left, s.right) for s in decomposed] == [
        (s.rule, *(normalize("NFD", part) for part in (text[s.start : s.end], s.left, s.right)))
        for s in composed
    ]
    assert [s.start for s in decomposed] == [len(normalize("NFD", text[: s.start])) for s in composed]


@given(KOREAN | ODD, st.integers(-1, 40), st.integers(-1, 40))
def test_a_josa_that_is_told_of_ends_where_it_should(text: str, start: int, end: int) -> None:
    behind = josa_at(text, end)
    assert behind is None or (behind[0] == end and behind[1] <= len(text))
    within = ends_in_josa(text, start, end)
    low, high = sorted(min(max(at, 0), len(text)) for at in (start, end))
    assert within is None or text[: widen(text, low, high)[1]].endswith(within)


@given(KOREAN, KOREAN, st.integers(0, 25), st.integers(0, 25))
def test_other_lines_change_nothing(text: str, other: str, start: int, end: int) -> None:
    text = text.replace("\n", " ")
    start, end = min(start, len(text)), min(end, len(text))
    before = f"{other}\n"
    alone = [(s.start, s.end, s.rule) for s in snap(text, start, end).ladder]
    shift = len(before)
    among = snap(f"{before}{text}\n{other}", start + shift, end + shift).ladder
    assert [(s.start - shift, s.end - shift, s.rule) for s in among] == alone


@pytest.mark.parametrize(
    "unit", ["기상청은 2024년 5월 7일 ", "기상청은\n", "가", normalize("NFD", "기상청은 ")]
)
def test_a_long_text_costs_no_more_than_a_short_one(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with timed() as spent:
        for at in range(500_000, 500_400):
            snap(text, at, at)
            snap(text, at, at + 5)
    assert spent.seconds < allowed(4)


def test_importing_the_package_is_quick_and_brings_nothing_heavy() -> None:
    script = (
        "import sys, time; import dataclasses, re, unicodedata; started = time.process_time();"
        "import annotator.korean; print(time.process_time() - started, *sys.modules)"
    )
    done = run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    seconds, *modules = done.stdout.split()
    assert float(seconds) < allowed(0.2)
    assert {"PySide6", "sqlite3", "kiwipiepy"}.isdisjoint(modules)

"""Near-duplicates are found by sketches, grouped by chains, and told apart by the ratio that is defined."""

from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import combinations
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.likeness import Sketch, candidates, groups, likely_pairs, likeness, sketch
from annotator.review.skeleton import skeleton_text

SYLLABLES = "가나다라마바사아자차카타파하고기니도로리무부서시어오우이자정주지한학해"
ENDINGS = ["은", "는", "을", "를", "의", "에서", "했다", "밝혔다"]


def article(random: Random, length: int) -> str:
    """Return news-like text: words of a few syllables with common endings, in lines."""
    words = []
    size = 0
    while size < length:
        stem = "".join(random.choices(SYLLABLES, k=random.randrange(2, 5)))
        words.append(stem + random.choice(ENDINGS) + random.choice("  .\n"))
        size += len(words[-1])
    return "".join(words)[:length]


def exchange(random: Random, text: str, share: float) -> str:
    """Return the text with single characters exchanged, the hardest for grams."""
    chars = list(text)
    for at in random.sample(range(len(chars)), int(share * len(chars))):
        chars[at] = random.choice(SYLLABLES)
    return "".join(chars)


def reword(random: Random, text: str, share: float) -> str:
    words = text.split(" ")
    for at in random.sample(range(len(words)), int(share * len(words))):
        words[at] = "".join(random.choices(SYLLABLES, k=4))
    return " ".join(words)


def shorten(random: Random, text: str, share: float) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + int(share * len(text)) :]


def extend(random: Random, text: str, share: float) -> str:
    at = random.randrange(len(text))
    return text[:at] + article(random, int(share * len(text))) + text[at:]


Edit = Callable[[Random, str, float], str]
EDITS: tuple[Edit, ...] = (exchange, reword, shorten, extend)


def groups_of_all_pairs(texts: dict[int, str], threshold: float) -> list[frozenset[int]]:
    sets = [{id_} for id_ in sorted(texts)]
    for a, b in combinations(sorted(texts), 2):
        one, other = (skeleton_text(texts[id_]) for id_ in (a, b))
        if SequenceMatcher(None, one, other, autojunk=False).ratio() >= threshold:
            first = next(group for group in sets if a in group)
            second = next(group for group in sets if b in group)
            if first is not second:
                first |= second
                sets.remove(second)
    return sorted((frozenset(group) for group in sets if len(group) > 1), key=min)


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("", " ", 1.0),
        ("가", "", 0.0),
        ("가나 다라", "가나다라\n", 1.0),
        ("가나다라", "가나다마", 0.75),
        ("가나다", "가나다라마바", 6 / 9),
        (normalize("NFD", "한국"), "한국", 1.0),
    ],
)
def test_likeness_is_the_ratio_over_the_skeletons(a: str, b: str, ratio: float) -> None:
    assert likeness(a, b) == pytest.approx(ratio)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    made = sketch("기상청은 태풍 소식을 전했다")
    assert len(made) == 192
    assert made[:12].hex() == "de5cde5cde5cde5cde5c0692"
    assert sketch(normalize("NFD", "기상청은\u00a0태풍 소식을\r\n전했다")) == made


def test_texts_too_short_for_a_gram_have_a_sketch_and_blank_ones_none() -> None:
    assert len(sketch("가")) == len(sketch("가나")) == len(sketch("😀")) == 192
    assert sketch("가") != sketch("나")
    assert sketch(" \n") == sketch("") == Sketch(b"")
    assert likely_pairs({1: sketch(""), 2: sketch(" "), 3: sketch("가")}) == {}
    assert candidates(sketch(""), {1: sketch(" "), 2: sketch("가")}) == []


def test_groups_of_hand_made_texts() -> None:
    base = article(Random(1), 400)
    other = article(Random(2), 400)
    texts = {
        7: base,
        3: base.replace(" ", "\n\n"),
        9: base + " 덧붙임",
        4: other,
        5: article(Random(3), 400),
        6: other[20:],
        1: "",
        2: " ",
    }
    assert groups(texts) == [frozenset({1, 2}), frozenset({3, 7, 9}), frozenset({4, 6})]
    assert groups({}) == []
    assert groups({1: base}) == []


def test_a_chain_makes_one_group() -> None:
    random = Random(5)
    first = article(random, 600)
    second = exchange(random, first, 0.08)
    third = exchange(random, second, 0.08)
    assert likeness(first, third) < 0.9 <= min(likeness(first, second), likeness(second, third))
    assert groups({1: first, 2: second, 3: third}) == [frozenset({1, 2, 3})]
    assert groups({1: first, 3: third}) == []


def test_a_text_that_holds_another_and_much_more_is_not_like_it() -> None:
    text = article(Random(6), 500)
    assert groups({1: text, 2: text + text}) == []


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("length", [50, 300, 1500])
def test_nearly_every_edited_copy_is_a_candidate(edit: Edit, length: int) -> None:
    random = Random(length)
    alike = found = seen = 0
    for _ in range(60):
        one = article(random, length)
        other = edit(random, one, random.uniform(0.01, 0.12))
        if likeness(one, other) < 0.9:
            continue
        alike += 1
        sketches = {1: sketch(one), 2: sketch(other)}
        found += likely_pairs(sketches) == {2: [1]}
        seen += candidates(sketches[2], {1: sketches[1]}) == [1]
    assert alike >= 20
    assert found >= 0.98 * alike
    assert seen >= 0.98 * alike


def test_groups_are_those_of_all_pairs() -> None:
    random = Random(11)
    texts = {id_: article(random, 200) for id_ in range(0, 80, 2)}
    for id_ in range(1, 60, 2):
        texts[id_] = random.choice(EDITS)(random, texts[2 * random.randrange(40)], random.uniform(0, 0.2))
    found = groups(texts)
    assert found == groups_of_all_pairs(texts, 0.9)
    assert len(found) > 5


def test_texts_that_are_not_alike_are_hardly_ever_compared() -> None:
    random = Random(13)
    sketches = {id_: sketch(article(random, 1500)) for id_ in range(300)}
    assert sum(map(len, likely_pairs(sketches).values())) <= 5


def test_only_pairs_with_a_fresh_text_are_named() -> None:
    random = Random(17)
    text = article(random, 500)
    sketches = {id_: sketch(exchange(random, text, 0.02)) for id_ in range(5)}
    sketches[5] = sketch(article(random, 500))
    everything = likely_pairs(sketches)
    assert {id_: sorted(below) for id_, below in everything.items()} == {
        1: [0],
        2: [0, 1],
        3: [0, 1, 2],
        4: [0, 1, 2, 3],
    }
    fresh = likely_pairs(sketches, fresh={2, 5})
    assert {id_: sorted(below) for id_, below in fresh.items()} == {2: [0, 1], 3: [2], 4: [2]}


def test_the_likeliest_come_first() -> None:
    random = Random(19)
    text = article(random, 1000)
    others = {share: sketch(exchange(random, text, share / 100)) for share in (9, 1, 5)}
    assert candidates(sketch(text), others) == [1, 5, 9]


def test_a_crowd_of_copies_takes_few_comparisons_and_is_one_group() -> None:
    random = Random(23)
    text = article(random, 300)
    crowd = {id_: reword(random, text, 0.03) for id_ in range(150)}
    assert groups(crowd) == [frozenset(crowd)]


@given(st.lists(st.text("가나다 ", max_size=12), max_size=6))
def test_groups_hold_only_ids_given_and_never_share_one(parts: list[str]) -> None:
    texts = dict(enumerate(parts))
    found = groups(texts)
    members = [id_ for group in found for id_ in group]
    assert len(members) == len(set(members))
    assert set(members) <= set(texts)
    for group in groups_of_all_pairs(texts, 1.0):
        assert any(group <= other for other in found)


def test_of_a_pair_the_smaller_id_is_the_first_text_and_the_threshold_counts() -> None:
    one, other = "가라나라나가가다다가", "가가라가나나가다다가"
    assert (likeness(one, other), likeness(other, one)) == (0.8, 0.7)
    assert groups({1: one, 2: other}, 0.8) == [frozenset({1, 2})]
    assert groups({2: one, 1: other}, 0.8) == []
    assert groups({2: one, 1: other}, 0.7) == [frozenset({1, 2})]


def test_of_very_many_equal_sketches_64_are_considered() -> None:
    same = sketch(article(Random(29), 300))
    pairs = likely_pairs(dict.fromkeys(range(70), same))
    assert [len(pairs.get(id_, [])) for id_ in range(70)] == [min(id_, 64) for id_ in range(70)]
    assert pairs[3] == [0, 1, 2]

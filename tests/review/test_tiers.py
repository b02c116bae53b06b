"""The tiers by which a text is found among ours: each with a case, and what holds of all of them."""

import difflib
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.skeleton import skeleton_text
from annotator.review.tiers import LEAST, SURE, Tier, match, skeleton_digest

TEXT = "한빛시는 2일 수소 버스 열두 대를 새로 들인다고 밝혔다.\n노선은 설명회에서 정한다."
OTHER = "새솔군은 올해 12억 원을 들여 도서관을 짓는다."


class Kept:
    """Documents in memory: (uid, text), numbered from 1."""

    def __init__(self, *documents: tuple[str, str]) -> None:
        self._all: Mapping[int, tuple[str, str]] = dict(enumerate(documents, 1))

    def of_id(self, uid: str) -> int | None:
        return next((id_ for id_, (named, _) in self._all.items() if named == uid), None)

    def with_text(self, text: str) -> Sequence[int]:
        return [id_ for id_, (_, own) in self._all.items() if own == text]

    def with_skeleton(self, text: str) -> Sequence[int]:
        wanted = skeleton_digest(text)
        return [id_ for id_, (_, own) in self._all.items() if skeleton_digest(own) == wanted]

    def text(self, document: int) -> str:
        return self._all[document][1]


OURS = Kept(("a", TEXT), ("b", OTHER), ("c", OTHER), ("d", "가 나 다"), ("e", "가나 다"))
REFLOWED = TEXT.replace(" ", "  ").replace("\n", " ")
EDITED = TEXT.replace("열두 대를", "열세 대를").replace("설명회", "공청회")


@pytest.mark.parametrize(
    ("uid", "text", "tier", "documents"),
    [
        ("a", TEXT, Tier.EXACT, (1,)),
        ("b", OTHER, Tier.EXACT, (2,)),
        ("a", OTHER, Tier.CONFLICT, (1, 2, 3)),
        ("a", REFLOWED, Tier.REFLOW, (1,)),
        ("a", "가나다", Tier.CONFLICT, (1, 4, 5)),
        ("a", EDITED, Tier.EDITED, (1,)),
        ("a", "아주 다른 글이다.", Tier.CONFLICT, (1,)),
        ("x", TEXT, Tier.HASH, (1,)),
        ("", TEXT, Tier.HASH, (1,)),
        ("", OTHER, Tier.AMBIGUOUS, (2, 3)),
        ("", "가나다", Tier.AMBIGUOUS, (4, 5)),
        ("x", REFLOWED, Tier.REFLOW, (1,)),
        ("x", EDITED, Tier.UNMATCHED, ()),
        ("", "아주 다른 글이다.", Tier.UNMATCHED, ()),
    ],
)
def test_each_tier(uid: str, text: str, tier: Tier, documents: tuple[int, ...]) -> None:
    found = match(uid, text, OURS)
    assert (found.tier, found.documents) == (tier, documents)


def test_one_document_is_named_only_where_it_is_sure_or_edited() -> None:
    assert match("a", EDITED, OURS).document == 1
    assert match("a", OTHER, OURS).document is None
    assert match("", OTHER, OURS).document is None
    assert match("", "아주 다른 글이다.", OURS).document is None


SHORT = st.text("가나 \n다", min_size=1, max_size=6)


@given(st.lists(SHORT, max_size=4), st.integers(0, 5), SHORT)
def test_the_tiers_are_those_of_the_contract(texts: list[str], number: int, text: str) -> None:
    ours = Kept(*((str(at), own) for at, own in enumerate(texts)))
    found = match(str(number), text, ours)
    known = number < len(texts)
    same = [at for at, own in enumerate(texts, 1) if own == text]
    alike = [at for at, own in enumerate(texts, 1) if skeleton_text(own) == skeleton_text(text)]
    if known:
        own = texts[number]
        ratio = difflib.SequenceMatcher(None, skeleton_text(own), skeleton_text(text), autojunk=False).ratio()
        expected = (
            Tier.EXACT if own == text
            else Tier.CONFLICT if same
            else Tier.REFLOW if number + 1 in alike
            else Tier.CONFLICT if alike
            else Tier.EDITED if ratio >= LEAST
            else Tier.CONFLICT
        )  # fmt: skip
    else:
        expected = (
            Tier.HASH if len(same) == 1
            else Tier.AMBIGUOUS if same or len(alike) > 1
            else Tier.REFLOW if alike
            else Tier.UNMATCHED
        )  # fmt: skip
    assert found.tier is expected
    if found.tier in SURE:
        assert found.document in alike

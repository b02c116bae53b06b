"""What the card says of an item: what each has, what differs, what was said, what was decided."""

from collections.abc import Sequence

import pytest

from annotator.app.review.remarks import remarks_of
from annotator.app.review.reviewing import Review, review_of
from annotator.app.session import Session
from annotator.core.commands.review import Blind, Decide
from annotator.core.decision import ItemSpan
from annotator.core.layer import Status
from annotator.core.values import Norm
from annotator.ui.review.card import CardContent
from annotator.ui.review.card_content import Shown, content_of, name_of
from annotator.ui.review.layer_row import Part
from tests.support.comments import add_comment
from tests.support.reviews import TEXT, add_layer, add_spans, marks

CITY, BODY, MINISTRY = range(3)


def card(session: Session, at: int, **more: object) -> CardContent:
    return content_of(Shown(review_of(session, 1), at, remarks=remarks_of(session, 1), **more), session)


def words(part: Part) -> tuple[str, str, str]:
    return "".join(piece for piece, _ in part.pieces), part.label, part.value


def rows(content: CardContent) -> list[list[tuple[str, str, str]]]:
    return [list(map(words, row.parts)) for row in content.rows]


def marked(part: Part) -> Sequence[str]:
    return [piece for piece, differs in part.pieces if differs]


def test_a_row_for_each_layer_says_what_it_has_and_how_it_is_underlined(session: Session) -> None:
    content = card(session, MINISTRY)
    assert [(row.key, row.name, row.style) for row in content.rows] == [
        ("1 A", "나래", "solid"),
        ("2 B", "다솜", "dashed"),
        ("3 C", "라온", "dotted"),
    ]
    assert rows(content) == [[("환경부", "기관", "")], [("환경부", "분야", "")], []]
    assert content.rows[2].empty == "nothing here"
    assert content.told == "other label, missed by some · open"
    assert content.head.startswith("3 of 3 · 한빛시, 수소 버스 들인다")


def test_only_what_differs_is_marked_in_text_label_and_value(session: Session) -> None:
    (first,), (second,), (third,) = [row.parts for row in card(session, BODY).rows]
    assert [marked(part) for part in (first, second, third)] == [[], [], ["과"]]
    # A value that one has and another has not is told on both.
    assert [(part.value, part.value_differs) for part in (first, second, third)] == [
        ("수소산업진흥원", True),
        ("no value", True),
        ("", False),
    ]
    (alike,) = card(session, CITY).rows[0].parts
    assert (marked(alike), alike.label_differs, alike.value_differs) == ([], False, False)
    assert all(part.label_differs for row in card(session, MINISTRY).rows for part in row.parts)


def test_a_code_is_told_with_what_it_is_called(session: Session) -> None:
    start = TEXT.index("수소 버스를")
    span = ItemSpan(start, start + 2, "SECTOR", Norm("sector", "KR-NST-05"))
    add_layer(session, 1, "마루", [span])
    content = card(session, 2)
    assert rows(content)[3] == [("수소", "분야", "KR-NST-05 첨단 바이오")]


def test_what_was_decided_stands_in_the_gold_row_with_its_layer_chosen(session: Session) -> None:
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[MINISTRY], "u-다솜")))
    content = card(session, MINISTRY)
    assert [row.chosen for row in content.rows] == [False, True, False]
    assert content.gold.name == "Gold · adopted"
    assert list(map(words, content.gold.parts)) == [("환경부", "분야", "")]
    assert card(session, CITY).gold.empty == "not decided yet"


def test_nothing_here_is_a_decision(session: Session) -> None:
    review = review_of(session, 1)
    session.do(Decide(1, review.neither(review.items[MINISTRY])))
    gold = card(session, MINISTRY).gold
    assert (gold.name, gold.parts, gold.empty) == ("Gold · nothing here", (), "nothing here")


def test_a_decision_on_layers_that_have_changed_says_what_it_was_made_on(session: Session) -> None:
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[MINISTRY], "u-나래")))
    layer = next(one for one in session.layers(1) if len(one.spans) == 2)
    add_spans(session, layer.head.id, "라온", marks(TEXT, ("환경부(장관 김한결)", "AGENCY")))
    told = card(session, MINISTRY).told
    assert "layers have changed since" in told
    assert "A 환경부 AGENCY, B 환경부 SECTOR, C nothing here" in told


def test_while_spans_are_made_the_gold_row_shows_them_and_no_layer_is_chosen(session: Session) -> None:
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[MINISTRY], "u-나래")))
    content = card(session, MINISTRY, editing=marks(TEXT, ("환경부", "AGENCY"), ("김한결", "AGENCY")))
    assert (content.gold.name, content.gold.chosen) == ("Gold, being edited", True)
    assert [words(part)[0] for part in content.gold.parts] == ["환경부", "김한결"]
    assert not any(row.chosen for row in content.rows)
    assert content.keys.startswith("Digits label")


def test_who_has_not_finished_is_named(session: Session) -> None:
    add_layer(session, 1, "마루", marks(TEXT, ("300만 달러", "AMOUNT")), Status.IN_PROGRESS)
    assert card(session, CITY).waiting == "Not done, no vote: 마루"


@pytest.fixture
def talked(session: Session) -> Session:
    layer = next(one for one in session.layers(1) if len(one.spans) == 2)
    span = layer.spans[-1]
    add_comment(session, layer.head.id, "라온", "조사까지가\n맞나요?", span_id=span.id, to="나래")
    add_comment(session, layer.head.id, "라온", "사진 설명이 겹칩니다")
    return session


def test_what_a_colleague_said_of_the_item_is_read_in_its_card(talked: Session) -> None:
    assert card(talked, BODY).remarks == (
        "C 라온 → 나래, 수소산업진흥원과: comment “조사까지가 맞나요?”",
        "C 라온, on the document: comment “사진 설명이 겹칩니다”",
    )
    assert card(talked, CITY).remarks == ("C 라온, on the document: comment “사진 설명이 겹칩니다”",)


def hide(session: Session) -> Review:
    session.do(Blind(True, {1: ["u-라온", "u-나래", "u-다솜"]}))
    return review_of(session, 1)


def test_while_names_are_hidden_nothing_in_the_card_says_them(talked: Session) -> None:
    add_layer(talked, 1, "마루", marks(TEXT, ("300만 달러", "AMOUNT")), Status.IN_PROGRESS)
    review = hide(talked)
    content = card(talked, BODY)
    assert [name_of(review, at) for at in range(3)] == ["Annotator A", "Annotator B", "Annotator C"]
    assert content.remarks[0] == "A → Annotator B, 수소산업진흥원과: comment “조사까지가 맞나요?”"
    assert content.waiting == "Not done, no vote: 1"
    said = repr(content)
    assert not any(name in said for name in ("나래", "다솜", "라온", "마루"))


def test_somebody_without_a_letter_stays_hidden_too(talked: Session) -> None:
    layer_id = add_layer(talked, 1, "마루", marks(TEXT, ("환경부", "AGENCY")), Status.IN_PROGRESS)
    add_comment(talked, layer_id, "마루", "아직 하는 중입니다", to="다솜")
    hide(talked)
    assert (
        "somebody → Annotator C, on the document: comment “아직 하는 중입니다”" in card(talked, CITY).remarks
    )

"""What colleagues said beside their spans reaches the reviewer, at the item that it is about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.review.remarks import Remark, Said, remarks_of, remarks_on
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.changes import Change, RowOp
from annotator.core.messages import message
from annotator.core.span import Span
from tests.support.comments import add_comment
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT)
    yield opened
    opened.project.close()


def span_of(session: Session, layer_id: int, text: str) -> Span:
    return next(
        span
        for layer in session.layers(1)
        if layer.head.id == layer_id
        for span in layer.spans
        if span.text == text
    )


def say_on_span(session: Session, layer_id: int, text: str, *, note: str, unsure: bool) -> None:
    span = span_of(session, layer_id, text)
    op = RowOp(
        "span",
        span.id,
        {"note": span.note, "unsure": int(span.unsure)},
        {"note": note, "unsure": int(unsure)},
    )
    session.project.apply(Change(message("test.span"), (op,)), session.annotator.id)


def test_doubts_notes_and_open_comments_stand_at_their_item_and_those_on_the_document_at_each(
    session: Session,
) -> None:
    layer = add_layer(session, 1, "나래", marks(TEXT, ("한빛시", "AGENCY"), ("환경부", "AGENCY")))
    add_layer(session, 1, "다솜", marks(TEXT, ("환경부", "SECTOR")))
    say_on_span(session, layer, "환경부", note="분야일까요?", unsure=True)
    add_comment(
        session, layer, "나래", "라벨을 봐 주세요", span_id=span_of(session, layer, "환경부").id, to="다솜"
    )
    add_comment(
        session, layer, "나래", "끝난 이야기", span_id=span_of(session, layer, "환경부").id, resolved=True
    )
    add_comment(session, layer, "나래", "사진 설명이 겹칩니다")
    remarks = remarks_of(session, 1)
    city, ministry = review_of(session, 1).items
    start = TEXT.index("환경부")
    assert remarks_on(remarks, ministry) == [
        Remark("u-나래", Said.DOUBT, "", start, start + 3, "나래"),
        Remark("u-나래", Said.NOTE, "분야일까요?", start, start + 3, "나래"),
        Remark("u-나래", Said.COMMENT, "라벨을 봐 주세요", start, start + 3, "나래", "다솜"),
        Remark("u-나래", Said.COMMENT, "사진 설명이 겹칩니다", by="나래"),
    ]
    assert [one.text for one in remarks_on(remarks, city)] == ["사진 설명이 겹칩니다"]


def test_where_nothing_was_said_nothing_is_told(session: Session) -> None:
    add_layer(session, 1, "나래", marks(TEXT, ("한빛시", "AGENCY")))
    assert remarks_of(session, 1) == ()

"""Terms about fields, asked of a real project."""

import pytest

from annotator.app.project.library import Library
from annotator.app.session import Session
from annotator.core.commands.company import WriteComment
from annotator.core.commands.documents import SetField
from annotator.core.commands.spans import AddSpan, SetNote
from annotator.core.listing import ListQuery
from annotator.core.narrowing import parsed
from tests.support.projects import make_session


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path, "첫 기사다. 양자.\n", "둘째 기사다. 양자.\n", "셋째 기사다.\n")
    for id_, outlet, day in (
        (1, "한빛뉴스", "2024-01-31"),
        (2, "나래일보", "2024-03-02"),
        (3, "한빛 100%", ""),
    ):
        made.do(SetField(id_, "outlet", outlet))
        made.do(SetField(id_, "document_date", day))
    yield made
    made.project.close()


def listed(session: Session, typed: str, status: str = "") -> list[int]:
    text, terms = parsed(typed)
    return list(Library(session).ids(ListQuery(text=text, terms=terms, status=status)))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("outlet:한빛", [1, 3]),
        ("outlet:100%", [3]),
        ("outlet:_", []),
        ("date:2024-01", [1]),
        ("date:2024-01..2024-03", [1, 2]),
        ("date:2024-02..", [2]),
        ("date:..2024-02", [1]),
        ("outlet:한빛 date:2024", [1]),
        ("양자 outlet:한빛", [1]),
        ("title:둘째", [2]),
    ],
)
def test_terms_narrow_the_list(session: Session, typed: str, ids: list[int]) -> None:
    assert listed(session, typed) == ids


def test_what_was_done_in_a_document_can_be_asked_for(session: Session) -> None:
    session.do(AddSpan(2, 0, 2, 1))
    span = session.layer(2).spans[0]
    assert listed(session, "label:AGENCY") == listed(session, "label:기관") == [2]
    assert listed(session, "label:DATE") == []
    session.do(SetNote(2, span.id, "확인"))
    session.do(WriteComment(3, None, "왜?"))
    assert listed(session, "has:notes") == [2]
    assert listed(session, "has:comments") == [3]
    assert listed(session, "annotator:김하나") == [2, 3]
    assert listed(session, "label:AGENCY", "in_progress") == [2]
    assert (
        listed(session, "has:lost")
        == listed(session, "has:unsure")
        == listed(session, "has:duplicates")
        == []
    )

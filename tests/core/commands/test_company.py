"""Comments and document labels: whose they are, what typing makes of them, and that undo brings them back."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.commands.company import (
    AddDocumentLabel,
    RemoveComment,
    RemoveDocumentLabel,
    ResolveComment,
    WriteComment,
)
from annotator.core.commands.documents import SetField
from annotator.core.commands.people import NameAnnotator
from annotator.core.commands.spans import AddSpan, RemoveSpans
from annotator.core.comment import Comment, open_spans
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.sentences import SENTENCES
from annotator.core.validate import typed_field_problem
from tests.support.projects import make_session, reopen

TEXT = "환경부는 한빛시와 함께 10만 달러를"
AT = "2026-01-02T03:04:05Z"


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, "둘째 글")
    yield opened
    opened.project.close()


def comments(session: Session) -> tuple[Comment, ...]:
    rows = session.project.connection.execute("SELECT id FROM comment ORDER BY id").fetchall()
    return tuple(Comment.from_row(session.rows("comment", "id", id_)[0]) for (id_,) in rows)


def doc_labels(session: Session) -> list[str]:
    query = "SELECT label FROM document_label ORDER BY position"
    return [label for (label,) in session.project.connection.execute(query)]


def others_comment(session: Session, to: str) -> int:
    """Add a comment in the layer of another annotator on the first document; return its id."""
    other = Annotator(session.new_id("annotator"), "other", "이두리")
    layer_id, comment_id = session.new_id("layer"), session.new_id("comment")
    layer = {
        "id": layer_id, "document_id": 1, "annotator_id": other.id, "role": "annotator", "status": "done",
        "flagged": 0, "label_set_version": 1, "created_at": AT,
    }  # fmt: skip
    comment = Comment(comment_id, "k", layer_id, None, other.name, to, AT, "여기 보세요")
    ops = (
        insert("annotator", other.row()),
        insert("layer", layer),
        insert("comment", comment.row()),
    )
    session.project.apply(Change(message("test.layer"), ops, 1), session.annotator.id)
    return comment_id


def test_a_comment_typed_in_one_burst_is_one_step_and_begins_the_layer(session: Session) -> None:
    assert session.do(WriteComment(1, None, "확", "이두리", burst="1")) is not None
    (comment,) = comments(session)
    session.do(WriteComment(1, comment.id, "확인", "이두리", burst="1"))
    session.do(WriteComment(1, comment.id, "확인 부탁", "", burst="1"))
    (comment,) = comments(session)
    assert (comment.text, comment.to, comment.author, comment.span_id) == ("확인 부탁", "", "김하나", None)
    layer = session.layer(1)
    assert layer is not None
    assert layer.head.status is Status.IN_PROGRESS
    session.undo(1)
    assert comments(session) == ()
    session.redo(1)
    assert comments(session) == (comment,)
    again = reopen(session)
    assert comments(again) == (comment,)
    again.project.close()


def test_a_comment_typed_and_emptied_again_leaves_no_trace(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    session.do(WriteComment(1, None, "확", burst="1"))
    session.do(WriteComment(1, comments(session)[0].id, " ", burst="1"))
    assert comments(session) == ()
    session.undo(1)
    layer = session.layer(1)
    assert layer is None or layer.spans == ()


def test_blank_words_begin_no_comment(session: Session) -> None:
    assert session.do(WriteComment(1, None, " \n")) is None


def test_a_comment_on_a_span_outlives_it_on_the_document_and_undo_ties_it_again(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    layer = session.layer(1)
    assert layer is not None
    span = layer.spans[0]
    session.do(WriteComment(1, None, "맞나요", span_id=span.id))
    assert open_spans(comments(session)) == {span.id}
    session.do(RemoveSpans(1, (span.id,)))
    assert comments(session)[0].span_id is None
    session.undo(1)
    assert comments(session)[0].span_id == span.id


def test_resolving_and_reopening_are_steps(session: Session) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    layer = session.layer(1)
    assert layer is not None
    session.do(WriteComment(1, None, "맞나요", span_id=layer.spans[0].id))
    (comment,) = comments(session)
    session.do(ResolveComment(1, comment.id, resolved=True))
    assert open_spans(comments(session)) == frozenset()
    assert session.do(ResolveComment(1, comment.id, resolved=True)) is None
    session.undo(1)
    assert not comments(session)[0].resolved


def test_anothers_comment_is_read_only_but_one_to_me_may_be_resolved(session: Session) -> None:
    comment_id = others_comment(session, to="김하나")
    for command in (WriteComment(1, comment_id, "내 말"), RemoveComment(1, comment_id)):
        with pytest.raises(UserError, match="not-yours"):
            session.do(command)
    assert session.do(ResolveComment(1, comment_id, resolved=True)) is not None


def test_anothers_comment_to_somebody_else_is_left_alone(session: Session) -> None:
    comment_id = others_comment(session, to="")
    with pytest.raises(UserError, match="not-yours"):
        session.do(ResolveComment(1, comment_id, resolved=True))


def test_a_comment_is_found_on_its_own_document_only(session: Session) -> None:
    session.do(WriteComment(1, None, "확인"))
    with pytest.raises(UserError, match=r"comment\.gone"):
        session.do(RemoveComment(2, comments(session)[0].id))


def test_own_comments_follow_a_new_name_and_anothers_do_not(session: Session) -> None:
    session.do(WriteComment(1, None, "확인"))
    others_comment(session, to="")
    session.do(NameAnnotator("김하늘"))
    assert [comment.author for comment in comments(session)] == ["김하늘", "이두리"]
    assert session.do(WriteComment(1, comments(session)[0].id, "확인 바람")) is not None
    session.undo(None)
    assert [comment.author for comment in comments(session)] == ["김하나", "이두리"]


def test_document_labels_come_once_each_in_their_order_and_go(session: Session) -> None:
    for label in ("정책", " 예산  편성 ", "정책", ""):
        session.do(AddDocumentLabel(1, label))
    assert doc_labels(session) == ["정책", "예산 편성"]
    session.do(RemoveDocumentLabel(1, "정책"))
    session.do(AddDocumentLabel(1, "국회"))
    assert doc_labels(session) == ["예산 편성", "국회"]
    assert session.do(RemoveDocumentLabel(1, "정책")) is None
    for _ in range(2):
        session.undo(1)
    assert doc_labels(session) == ["정책", "예산 편성"]


def test_a_document_date_given_by_hand_says_so_and_undo_gives_both_back(session: Session) -> None:
    session.do(SetField(1, "document_date", "2023-12-09"))
    assert session.document(1).date_source == "user"
    session.undo(1)
    assert (session.document(1).document_date, session.document(1).date_source) == ("", "")


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("document_date", "2023-12-09", None),
        ("document_date", "2023-12-9", "field.wrong-day"),
        ("document_date", "2023-02-30", "field.wrong-day"),
        ("published", "2023-12-09 14:03", None),
        ("published", "2023.12.09", "field.no-day"),
        ("published", "", None),
        ("title", "2023", None),
    ],
)
def test_dates_are_checked_as_they_are_typed(name: str, value: str, problem: str | None) -> None:
    found = typed_field_problem(name, value)
    assert (found.id if found else None) == problem


def test_every_step_has_a_name(session: Session) -> None:
    session.do(WriteComment(1, None, "확인"))
    session.do(AddDocumentLabel(1, "정책"))
    session.do(SetField(1, "outlet", "한빛일보"))
    ids = [id_ for (id_,) in session.project.connection.execute("SELECT message FROM journal")]
    named = [name for name in SENTENCES if any(f'"{name}"' in id_ for id_ in ids)]
    assert {"step.comment.write", "step.document-label.add", "step.field.outlet"} <= set(named)

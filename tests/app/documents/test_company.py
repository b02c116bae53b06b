"""What concerns one person of the comments and labels of a project, and where the next open comment is."""

from pathlib import Path

import pytest

from annotator.app.documents import company
from annotator.app.session import Session
from annotator.core.changes import Change, Changes, insert
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.company import AddDocumentLabel, ResolveComment, WriteComment
from annotator.core.commands.spans import AddSpan
from annotator.core.comment import Comment
from annotator.core.messages import message
from annotator.core.people import Annotator
from tests.support.intake import TEXT as IMPORTED
from tests.support.intake import line, new_session, run_import, write_lines
from tests.support.projects import make_session

AT = "2024-05-14T03:04:05Z"
TEXT = "환경부는 한빛시와 함께 기준을 냈다."


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, "둘째 글", "셋째 글")
    yield opened
    opened.project.close()


def add_layer(session: Session, document_id: int, author: str, *comments: tuple[str, str]) -> None:
    """Add another annotator's layer with comments (addressee, text) on the document."""
    other = Annotator(session.new_id("annotator"), f"uid of {author} {document_id}", author)
    layer_id = session.new_id("layer")
    layer = {
        "id": layer_id, "document_id": document_id, "annotator_id": other.id, "role": "annotator",
        "status": "done", "flagged": 0, "label_set_version": 1, "created_at": AT,
    }  # fmt: skip
    ops = [insert("annotator", other.row()), insert("layer", layer)]
    for number, (to, text) in enumerate(comments):
        id_ = session.new_id("comment")
        ops.append(insert("comment", Comment(id_, str(number), layer_id, None, author, to, AT, text).row()))
    session.project.apply(Change(message("test.layer"), tuple(ops)), session.annotator.id)
    session.refresh(Changes(tuple(ops)))


def texts(session: Session, document_id: int = 1) -> list[str]:
    return [one.comment.text for one in company.seen_comments(session, document_id)]


def test_seen_are_ones_own_comments_and_those_to_oneself(session: Session) -> None:
    add_layer(session, 1, "이두리", ("김하나", "내게"), ("박세나", "남에게"), ("", "아무에게나"))
    session.do(WriteComment(1, None, "내 것"))
    assert sorted(texts(session)) == ["내 것", "내게"]
    by_text = {one.comment.text: one for one in company.seen_comments(session, 1)}
    assert [(one.own, one.mine, one.to_me) for one in (by_text["내 것"], by_text["내게"])] == [
        (True, True, False),
        (False, False, True),
    ]


def test_who_has_no_name_is_addressed_by_nobody(session: Session) -> None:
    add_layer(session, 1, "이두리", ("", "아무에게나"))
    nameless = Session(session.project, Annotator(1, "someone", ""))
    assert company.seen_comments(nameless, 1) == ()


def test_comments_stand_with_the_document_first_and_then_by_place(session: Session) -> None:
    for start, end in ((5, 8), (0, 3)):
        session.do(AddSpan(1, start, end, 1))
        layer = session.layer(1)
        assert layer is not None
        span = next(span for span in layer.spans if span.start == start)
        session.do(WriteComment(1, None, span.text, span_id=span.id))
    session.do(WriteComment(1, None, "글 전체"))
    assert texts(session) == ["글 전체", "환경부", "한빛시"]
    places = [(one.start, one.end, one.quote) for one in company.seen_comments(session, 1)]
    assert places == [(None, None, ""), (0, 3, "환경부"), (5, 8, "한빛시")]


def test_the_next_document_is_one_in_use_with_an_open_comment_going_round(session: Session) -> None:
    for document_id in (1, 2, 3):
        session.do(WriteComment(document_id, None, "확인"))
    assert [company.next_document_with_open(session, id_) for id_ in (1, 2, 3)] == [2, 3, 1]
    session.do(BinDocuments((2,)))
    assert company.next_document_with_open(session, 1) == 3
    (seen,) = company.seen_comments(session, 3)
    session.do(ResolveComment(3, seen.comment.id, resolved=True))
    assert company.next_document_with_open(session, 1) is None


def test_anothers_open_comment_counts_only_where_it_is_to_oneself(session: Session) -> None:
    add_layer(session, 2, "이두리", ("박세나", "남에게"))
    assert company.next_document_with_open(session, 1) is None
    add_layer(session, 3, "최다섯", ("김하나", "내게"))
    assert company.next_document_with_open(session, 1) == 3


def test_labels_of_documents_are_known_by_how_often_they_are_used_the_bin_left_out(session: Session) -> None:
    for document_id, label in ((1, "정책"), (1, "예산"), (2, "예산"), (3, "국회")):
        session.do(AddDocumentLabel(document_id, label))
    assert company.document_labels(session, 1) == ("정책", "예산")
    assert company.known_document_labels(session) == ("예산", "국회", "정책")
    session.do(BinDocuments((3,)))
    assert company.known_document_labels(session) == ("예산", "정책")


def test_addressees_are_the_others_with_a_name_each_once(session: Session) -> None:
    add_layer(session, 1, "이두리")
    add_layer(session, 2, "이두리")
    add_layer(session, 3, "")
    assert company.addressees(session) == ("이두리",)


def test_what_else_a_file_said_of_its_document_is_kept_to_be_read(tmp_path: Path) -> None:
    session = new_session(tmp_path / "work")
    path = write_lines(tmp_path / "in.jsonl", line(IMPORTED, meta={"title": "글", "edition": "3판"}))
    run_import(session, path)
    (document_id,) = (id_ for (id_,) in session.project.connection.execute("SELECT id FROM document"))
    assert company.further_fields(session, document_id) == (("edition", "3판"),)
    session.project.close()

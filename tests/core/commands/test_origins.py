"""Where a span came from is kept for ever: an accepted one that is changed is edited, and only undo goes back."""

from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.commands.base import Command
from annotator.core.commands.occurrences import AddOccurrences, Places
from annotator.core.commands.spans import AddSpan, RelabelSpans, ResizeSpan, SetNote, SetUnsure, SetValue
from annotator.core.commands.suggestions import AcceptSuggestions
from annotator.core.span import Origin, Span
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.intake import lines_of, new_session, run_export, run_import, shown_ids
from tests.support.projects import make_session

TEXT = "한빛시는 새봄연구원과 협약을 맺었다.\n"
MADE = Suggestion(5, 10, "새봄연구원", 1, Norm("name", "새봄연구원"))


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT)
    yield opened
    opened.project.close()


def only_span(session: Session) -> Span:
    layer = session.layer(1)
    assert layer is not None
    return layer.spans[-1]


CHANGES = (
    lambda id_: ResizeSpan(1, id_, 7, 10),
    lambda id_: RelabelSpans(1, (id_,), 2),
    lambda id_: SetValue(1, id_, Norm("name", "다른 이름")),
)
REMARKS = (lambda id_: SetNote(1, id_, "확인함"), lambda id_: SetUnsure(1, (id_,), unsure=True))


@pytest.mark.parametrize("change", CHANGES)
def test_an_accepted_span_that_is_changed_is_an_edited_one_until_that_is_undone(
    session: Session, change
) -> None:
    session.do(AcceptSuggestions(1, (MADE,)))
    assert only_span(session).origin is Origin.ACCEPTED
    session.do(change(only_span(session).id))
    assert only_span(session).origin is Origin.EDITED
    session.undo(1)
    assert only_span(session).origin is Origin.ACCEPTED
    session.redo(1)
    assert only_span(session).origin is Origin.EDITED


def test_changed_back_by_hand_it_is_no_accepted_one_again(session: Session) -> None:
    session.do(AcceptSuggestions(1, (MADE,)))
    session.do(ResizeSpan(1, only_span(session).id, 7, 10))
    session.do(ResizeSpan(1, only_span(session).id, 5, 10))
    session.do(SetValue(1, only_span(session).id, MADE.norm))
    assert (only_span(session).text, only_span(session).origin) == (MADE.text, Origin.EDITED)


@pytest.mark.parametrize("remark", REMARKS)
def test_a_note_or_a_doubt_is_no_change_of_what_was_accepted(session: Session, remark) -> None:
    session.do(AcceptSuggestions(1, (MADE,)))
    session.do(remark(only_span(session).id))
    assert only_span(session).origin is Origin.ACCEPTED


@pytest.mark.parametrize("origin", [Origin.MANUAL, Origin.OCCURRENCE, Origin.IMPORTED, Origin.EDITED])
@pytest.mark.parametrize("change", CHANGES)
def test_every_other_origin_stays(session: Session, origin: Origin, change) -> None:
    session.do(AddSpan(1, 5, 10, 1, origin))
    session.do(change(only_span(session).id))
    assert only_span(session).origin is origin


def commands(session: Session) -> tuple[Command, ...]:
    """Return what makes a span of each origin."""
    changed = Suggestion(12, 14, "협약", 1)
    return (
        AddSpan(1, 0, 3, 1),
        AcceptSuggestions(1, (MADE,)),
        AcceptSuggestions(1, (changed,), label_id=2),
        AddOccurrences("맺었다", 3, (Places(1, ((16, 19),)),), document_id=1),
    )


def test_origins_go_out_come_in_and_go_out_the_same(session: Session, tmp_path: Path) -> None:
    for command in commands(session):
        session.do(command)
    run_export(session, tmp_path / "a.jsonl")
    out = [(span["text"], span["origin"]) for span in lines_of(tmp_path / "a.jsonl")[0]["spans"]]
    assert sorted(origin for _text, origin in out) == ["accepted", "edited", "manual", "occurrence"]
    other = new_session(tmp_path / "other")
    run_import(other, tmp_path / "a.jsonl")
    run_export(other, tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()
    document = shown_ids(other)[0]
    (layer,) = other.project.reading.layers(document)
    accepted = next(span for span in layer.spans if span.origin is Origin.ACCEPTED)
    assert accepted.text == MADE.text
    other.project.close()

"""Texts that change halfway: every mark goes along, or lies in the tray; undo brings all of it back."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.documents.texts import Plan, corrected, plan, tray
from annotator.app.session import Session
from annotator.core.commands.company import WriteComment
from annotator.core.commands.spans import AddSpan, RemoveSpans, SetNote
from annotator.core.commands.texts import DiscardLost, PutBack
from annotator.core.errors import UserError
from tests.support.projects import make_session, reopen

TEXT = "과기부는 9일 발표했다.\n기상청은 3월 5일 위성 예산 20억 원을 공개했다.\n"
TABLES = (
    "document",
    "text_version",
    "span",
    "suggestion",
    "lost_span",
    "comment",
    "relation",
    "record_member",
)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path, TEXT)
    yield made
    made.project.close()


def rows(session: Session):
    return {
        table: session.project.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in TABLES
    }


def marked(session: Session, *quotes: str):
    for number, quote in enumerate(quotes):
        start = TEXT.index(quote)
        session.do(AddSpan(1, start, start + len(quote), number % 4 + 1))


def correct(session: Session, text: str) -> Plan:
    made = plan(session, 1, corrected(session, 1, text))
    session.do(made.command)
    return made


def spans(session: Session):
    layer = session.layer(1)
    return [span.text for span in layer.spans]


def test_spans_go_along_with_a_corrected_text_and_hold_what_they_cover(session: Session) -> None:
    marked(session, "과기부", "20억 원", "3월 5일")
    made = correct(session, "정정: " + TEXT.replace("위성 예산", "위성의 예산"))
    assert (made.same, made.moved, len(made.edited), len(made.lost)) == (0, 3, 0, 0)
    assert spans(session) == ["과기부", "3월 5일", "20억 원"]
    text = session.text_version(1).text
    assert all(text[span.start : span.end] == span.text for span in session.layer(1).spans)


def test_a_span_whose_words_are_gone_lies_in_the_tray_with_its_surroundings(session: Session) -> None:
    marked(session, "과기부", "20억 원")
    made = correct(session, TEXT.replace("위성 예산 20억 원을 ", ""))
    assert [lost.text for lost in made.lost] == ["20억 원"]
    assert spans(session) == ["과기부"]
    (lost,) = tray(session, 1)
    assert (lost.text, lost.before[-3:], lost.after[:2]) == ("20억 원", "예산 ", "을 ")


def test_one_undo_brings_back_every_row_as_it_was(session: Session) -> None:
    marked(session, "과기부", "20억 원")
    before = rows(session)
    correct(session, TEXT.replace("20억 원을 ", ""))
    session.undo(1)
    after = rows(session)
    assert {table: found for table, found in after.items() if table != "text_version"} == {
        table: found for table, found in before.items() if table != "text_version"
    }
    assert session.text_version(1).text == TEXT
    session.redo(1)
    assert len(tray(session, 1)) == 1


def test_a_lost_span_is_put_back_where_a_person_says_with_what_hung_on_it(session: Session) -> None:
    marked(session, "20억 원")
    (span,) = session.layer(1).spans
    session.do(SetNote(1, span.id, "확인"))
    session.do(WriteComment(1, None, "왜?", "", span.id))
    correct(session, TEXT.replace("20억 원", "큰돈"))
    (lost,) = tray(session, 1)
    start = session.text_version(1).text.index("큰돈")
    session.do(PutBack(1, lost.id, start, start + 2))
    (back,) = session.layer(1).spans
    assert (back.text, back.uid, back.note) == ("큰돈", span.uid, "확인")
    (comment,) = session.rows("comment", "layer_id", back.layer_id)
    assert comment["span_id"] == back.id
    assert tray(session, 1) == ()
    session.undo(1)
    assert [quote.text for quote in tray(session, 1)] == ["20억 원"]


def test_a_lost_span_is_discarded_in_one_step_that_can_be_undone(session: Session) -> None:
    marked(session, "20억 원")
    correct(session, TEXT.replace("20억 원", ""))
    (lost,) = tray(session, 1)
    session.do(DiscardLost(1, (lost.id,)))
    assert tray(session, 1) == ()
    session.undo(1)
    assert len(tray(session, 1)) == 1


def test_what_was_planned_on_other_marks_is_refused_and_nothing_changes(session: Session) -> None:
    marked(session, "과기부")
    made = plan(session, 1, corrected(session, 1, "새 글\n" + TEXT))
    marked(session, "과기부", "9일")
    before = rows(session)
    with pytest.raises(UserError) as raised:
        session.do(made.command)
    assert raised.value.message.id == "text.changed-since"
    assert rows(session) == before


def test_marks_of_every_annotator_go_along(session: Session) -> None:
    marked(session, "과기부")
    (span,) = session.layer(1).spans
    connection = session.project.connection
    connection.execute("INSERT INTO annotator (id, uid, name) VALUES (7, 'two', '이두리')")
    connection.execute(
        "INSERT INTO layer (id, document_id, annotator_id, role, status, created_at)"
        " VALUES (70, 1, 7, 'annotator', 'done', '2026-01-02T03:04:05Z')"
    )
    connection.execute(
        "INSERT INTO span SELECT 700, 'x', 70, start, \"end\", text, label_id, value_type, value, unit, mod, ref, note,"
        " unsure, origin, 7, created_at, updated_at, flaw FROM span WHERE id = ?",
        (span.id,),
    )
    made = correct(session, "앞에 " + TEXT)
    assert (made.moved, made.layers) == (2, 2)
    assert {row["start"] for row in session.rows("span", "label_id", 1)} == {3}


def test_two_ranges_that_come_to_lie_on_one_are_not_made_twins(session: Session) -> None:
    start = TEXT.index("위성")
    session.do(AddSpan(1, start - 1, start + 2, 1))
    session.do(AddSpan(1, start, start + 2, 1))
    session.do(AddSpan(1, start - 1, start + 2, 2))
    made = correct(session, "앞에 " + TEXT)
    assert (made.moved, [quote.text for quote in made.lost]) == (2, [" 위성"])
    ranges = [(span.start, span.end, span.label_id) for span in session.layer(1).spans]
    assert ranges == [(start + 3, start + 5, 1), (start + 3, start + 5, 2)]
    (lost,) = tray(session, 1)
    assert (lost.text, lost.label_id) == (" 위성", 1)
    session.undo(1)
    assert sorted(spans(session)) == [" 위성", " 위성", "위성"]


def test_an_empty_text_is_refused(session: Session) -> None:
    with pytest.raises(UserError):
        correct(session, " \n")


def test_a_refused_place_goes_along_where_its_words_do(session: Session) -> None:
    session.project.connection.execute(
        'INSERT INTO refusal (id, document_id, annotator_id, text, label_id, start, "end", at)'
        " VALUES (1, 1, 1, '기상청', 1, ?, ?, '2026-01-02T03:04:05Z')",
        (TEXT.index("기상청"), TEXT.index("기상청") + 3),
    )
    correct(session, "앞에 " + TEXT)
    (row,) = session.rows("refusal", "id", 1)
    assert session.text_version(1).text[row["start"] : row["end"]] == "기상청"


PIECES = st.sampled_from(
    ["과기부", "는 ", "9일", "\n", "\u1112\u1161\u11ab", "👩\u200d👧", "\u00a0", "예산 ", "20억 원", ". "]
)
WORDS = st.lists(PIECES, min_size=1, max_size=14).map("".join).filter(str.strip)


@settings(max_examples=40, deadline=None)
@given(
    WORDS, WORDS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6), st.integers(1, 4)), max_size=6)
)
def test_nothing_is_dropped_and_undo_restores_whatever_the_texts_are(before, after, places) -> None:
    folder = Path(tempfile.mkdtemp())
    session = make_session(folder, before)
    try:
        for start, length, label in places:
            if start < len(before):
                session.do(AddSpan(1, start, min(len(before), start + length), label))
        kept = rows(session)
        layer = session.layer(1)
        count = len(layer.spans) if layer else 0
        made = plan(session, 1, corrected(session, 1, after))
        assert made.spans == count
        if session.do(made.command) is None:
            return
        assert len(session.rows("span", "label_id", 1)) + len(tray(session, 1)) <= count
        layer = session.layer(1)
        standing = layer.spans if layer else ()
        assert len(standing) + len(tray(session, 1)) == count
        text = session.text_version(1).text
        assert all(text[span.start : span.end] == span.text for span in standing)
        session = reopen(session)
        session.undo(1)
        undone = rows(session)
        assert all(
            undone[table] == kept[table] for table in TABLES if table not in ("text_version", "document")
        )
        assert session.text_version(1).text == before
    finally:
        session.project.close()
        shutil.rmtree(folder)


def test_the_tray_keeps_what_the_journal_of_a_removed_span_keeps(session: Session) -> None:
    marked(session, "20억 원", "과기부")
    correct(session, TEXT.replace("20억 원", ""))
    (lost,) = session.rows("lost_span", "layer_id", session.layer(1).head.id)
    assert json.loads(lost["hung"]) == {}
    session.do(RemoveSpans(1, (session.layer(1).spans[0].id,)))
    session.undo(1)
    session.undo(1)
    assert spans(session) == ["과기부", "20억 원"]

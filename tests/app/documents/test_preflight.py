"""The checks before "done" on a real project: what they read, what is waved off, and the whole project in a job."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from annotator.app.documents.preflight import PreflightJob, findings_of
from annotator.app.jobs import Progress, never, silent
from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.documents import SetField, SetStatus
from annotator.core.commands.occurrences import AddOccurrences, Places, Refusal
from annotator.core.commands.spans import AddSpan, ResizeSpan, SetUnsure, SetValue
from annotator.core.commands.waivers import Waive, WaivedPlace
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.preflight import Check, Finding
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.projects import make_session, reopen

TEXT = "환경부는 9일 반도체 지원을 밝혔다. 환경부 관계자는 반도체라고 했다."
AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, TEXT, "아무것도 없는 글")
    yield opened
    opened.project.close()


def add(session: Session, text: str, label: int, document_id: int = 1) -> int:
    start = TEXT.index(text)
    changes = session.do(AddSpan(document_id, start, start + len(text), label))
    assert changes is not None
    return changes.of("span")[0].id


def found(session: Session, document_id: int = 1) -> list[tuple[str, str, int]]:
    return [(str(one.check), one.text, len(one.places)) for one in findings_of(session, document_id)]


def machine_suggests(session: Session, start: int, end: int, score: str = "") -> None:
    layer = {
        "id": session.new_id("layer"), "document_id": 1, "annotator_id": 1, "role": "machine", "status": "done",
        "created_at": "",
    }  # fmt: skip
    row = {
        "id": session.new_id("suggestion"), "uid": "s1", "layer_id": layer["id"], "start": start, "end": end,
        "text": TEXT[start:end], "label_id": AGENCY, "annotator_id": 1, "score": score,
    }  # fmt: skip
    session.project.apply(Change(message("test"), (insert("layer", layer), insert("suggestion", row)), 1), 1)


def test_an_untouched_document_has_no_findings(session: Session) -> None:
    assert found(session) == []


def test_josa_values_doubt_and_the_same_text_elsewhere_are_found(session: Session) -> None:
    add(session, "환경부는", AGENCY)
    add(session, "9일", DATE)
    session.do(SetUnsure(1, (add(session, "반도체", SECTOR),), True))
    assert found(session) == [
        ("josa", "환경부는", 1),
        ("unlabelled", "반도체", 1),
        ("no-value", "9일", 1),
        ("unsure", "반도체", 1),
    ]


def test_a_value_without_a_josa_is_clean(session: Session) -> None:
    span = add(session, "9일", DATE)
    session.do(SetValue(1, span, Norm("date", "2024-05-09")))
    josa = add(session, "관계자는", AGENCY)
    assert found(session) == [("josa", "관계자는", 1)]
    session.do(ResizeSpan(1, josa, TEXT.index("관계자"), TEXT.index("관계자") + 3))
    assert found(session) == []


def test_a_date_is_held_against_the_document_date(session: Session) -> None:
    span = add(session, "9일", DATE)
    session.do(SetValue(1, span, Norm("date", "2624-05-09")))
    assert found(session) == []
    session.do(SetField(1, "document_date", "2024-05-14"))
    assert found(session) == [("date-range", "9일", 1)]


def test_here_holds_here_and_a_string_and_a_check_hold_everywhere(session: Session) -> None:
    for document_id in (1, 2):
        add(session, "환경부는", AGENCY, document_id)
    session.do(Waive(Check.JOSA, "환경부는", WaivedPlace(1, 0, 4)))
    assert (found(session, 1), found(session, 2)) == ([], [("josa", "환경부는", 1)])
    session.undo(1)
    session.do(Waive(Check.JOSA, "환경부는"))
    assert (found(session, 1), found(session, 2)) == ([], [])
    session.undo(None)
    session.do(Waive(Check.UNSURE))
    assert found(session, 1) != []
    session.do(Waive(Check.JOSA))
    assert (found(session, 1), found(session, 2)) == ([], [])
    again = reopen(session)
    assert found(again, 1) == []
    again.project.close()


def test_here_holds_only_while_the_text_stands_there(session: Session) -> None:
    span = add(session, "관계자는", AGENCY)
    start = TEXT.index("관계자")
    session.do(Waive(Check.JOSA, "관계자는", WaivedPlace(1, start, start + 4)))
    assert found(session) == []
    session.do(ResizeSpan(1, span, start - 1, start + 4))
    assert [one[0] for one in found(session)] == ["josa"]


def test_a_place_refused_for_the_same_text_is_not_asked_about_again(session: Session) -> None:
    add(session, "반도체", SECTOR)
    start = TEXT.rindex("반도체")
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1, start, start + 3),), 1))
    assert found(session) == []
    session.undo(1)
    assert found(session) == [("unlabelled", "반도체", 1)]
    session.do(AddOccurrences("반도체", SECTOR, (), (Refusal(1),), 1))
    assert found(session) == []


def test_a_text_marked_at_its_other_place_is_clean(session: Session) -> None:
    add(session, "반도체", SECTOR)
    start = TEXT.rindex("반도체")
    session.do(AddOccurrences("반도체", SECTOR, (Places(1, ((start, start + 3),)),), (), 1))
    assert found(session) == []


def test_a_suggestion_worked_out_from_the_text_is_open_until_a_span_of_its_label_lies_across_it(
    session: Session,
) -> None:
    made = Suggestion(0, 3, "환경부", AGENCY)
    assert [(one.check, one.text) for one in findings_of(session, 1, [made])] == [
        (Check.SUGGESTION, "환경부")
    ]
    session.do(AddSpan(1, 0, 2, SECTOR))
    assert Check.SUGGESTION in {one.check for one in findings_of(session, 1, [made])}
    session.do(AddSpan(1, 0, 2, AGENCY))
    assert Check.SUGGESTION not in {one.check for one in findings_of(session, 1, [made])}


def test_a_machines_suggestion_is_open_until_a_span_stands_there(session: Session) -> None:
    machine_suggests(session, 0, 3)
    assert found(session) == [("suggestion", "환경부", 1)]
    add(session, "환경부", AGENCY)
    assert [one[0] for one in found(session)] == ["unlabelled"]


def test_a_suggestion_below_the_score_that_is_asked_is_not_asked_about(session: Session) -> None:
    machine_suggests(session, 0, 3, ".4")
    machine_suggests(session, 4, 6, ".8")
    session.do(AddSpan(1, 7, 8, AGENCY))
    person = session.annotator.name or session.annotator.uid
    least = {person: Decimal("0.5")}

    def asked_about(findings: Sequence[Finding]) -> int:
        return sum(len(one.places) for one in findings if one.check is Check.SUGGESTION)

    assert [asked_about(findings_of(session, 1, (), each)) for each in ({}, least)] == [2, 1]
    everywhere = PreflightJob(session, least).run(silent, never).documents
    assert [asked_about(each.findings) for each in everywhere] == [1]


def test_a_record_that_ties_one_thing_is_incomplete(session: Session) -> None:
    span = add(session, "관계자", AGENCY)
    layer = session.layer(1)
    assert layer is not None
    record = {"id": session.new_id("record"), "uid": "r1", "layer_id": layer.head.id, "type": ""}
    member = {
        "id": session.new_id("record_member"), "record_id": record["id"], "position": 0, "role": "AGENCY",
        "span_id": span, "value_type": None, "value": None, "unit": None, "mod": None, "ref": None,
    }  # fmt: skip
    session.project.apply(
        Change(message("t"), (insert("record", record), insert("record_member", member)), 1), 1
    )
    assert found(session) == [("record", "관계자", 1)]
    value = {**member, "id": session.new_id("record_member"), "position": 1, "span_id": None}
    value |= {"value_type": "name", "value": "R&D", "role": "SECTOR"}
    session.project.apply(Change(message("t"), (insert("record_member", value),), 1), 1)
    assert found(session) == []


def test_the_job_finds_what_each_document_has_and_counts_on_the_way(session: Session) -> None:
    for document_id in (1, 2):
        add(session, "환경부는", AGENCY, document_id)
    session.do(SetStatus(2, Status.DONE))
    session.do(SetStatus(3, Status.SKIPPED))
    told: list[Progress] = []
    result = PreflightJob(session).run(told.append, never)
    assert [(each.document_id, each.title) for each in result.documents] == [(1, TEXT[:20]), (2, TEXT[:20])]
    assert [list(each.findings) for each in result.documents] == [
        findings_of(session, 1),
        findings_of(session, 2),
    ]
    assert (result.looked_at, result.places) == (2, 2)
    assert told == [Progress(0, 2, "documents")]


def test_the_job_leaves_out_the_bin_and_clean_documents(session: Session) -> None:
    add(session, "환경부는", AGENCY)
    add(session, "관계자", AGENCY, 2)
    session.do(BinDocuments((1,)))
    result = PreflightJob(session).run(silent, never)
    assert (result.documents, result.looked_at) == ((), 1)


def test_the_job_can_be_cancelled(session: Session) -> None:
    add(session, "환경부는", AGENCY)
    with pytest.raises(UserError, match=r"job\.cancelled"):
        PreflightJob(session).run(silent, lambda: True)


def test_a_suggestion_of_a_text_refused_for_its_label_is_not_asked_about_in_one_document_or_all(
    session: Session,
) -> None:
    add(session, "9일", DATE)
    machine_suggests(session, 0, 3)

    def asked() -> bool:
        return any(check == Check.SUGGESTION for check, _text, _count in found(session))

    assert asked()
    session.do(AddOccurrences("환경부", SECTOR, (), (Refusal(),)))
    assert asked()
    session.do(AddOccurrences("환경부", AGENCY, (), (Refusal(),)))
    assert not asked()
    everywhere = PreflightJob(session).run(silent, never)
    assert everywhere.documents
    assert Check.SUGGESTION not in {one.check for each in everywhere.documents for one in each.findings}

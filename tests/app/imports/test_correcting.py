"""Corrections that come back in a file: what they change, what they leave alone, and what they put aside."""

import json
from pathlib import Path

import pytest

from annotator.app.imports.correcting import job_for
from annotator.app.imports.importing import EnterAs, ImportRequest, ImportResult
from annotator.app.jobs import silent
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.people import NameAnnotator
from annotator.core.commands.records import TieSpan
from annotator.core.commands.spans import AddSpan, SetNote, SetValue
from annotator.core.commands.suggestions import AcceptSuggestions
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.span import Origin, Span
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.intake import (
    TEXT,
    counts,
    everything,
    line,
    lines_of,
    new_session,
    reasons,
    run_export,
    run_import,
    shown_ids,
    write_labels,
    write_lines,
)

AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4
SECOND = "과기정통부는 내년 초 3억 원을 더 들인다."


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work", TEXT, SECOND)
    mark(opened, 1, "한빛시", AGENCY)
    mark(opened, 1, "2일", DATE)
    mark(opened, 2, "과기정통부", AGENCY)
    yield opened
    opened.project.close()


def mark(session: Session, document: int, quote: str, label: int) -> Span:
    start = session.text_version(document).text.index(quote)
    session.do(AddSpan(document, start, start + len(quote), label))
    return next(span for span in spans(session, document) if span.text == quote and span.label_id == label)


def spans(session: Session, document: int = 1) -> tuple[Span, ...]:
    layer = session.layer(document)
    return () if layer is None else layer.spans


def said(session: Session, document: int = 1) -> list[tuple[str, int]]:
    return [(span.text, span.label_id) for span in spans(session, document)]


def exported(session: Session, files: Path) -> list[dict[str, object]]:
    files.mkdir(exist_ok=True)
    run_export(session, files / "out.jsonl", statuses={"in_progress", "done"})
    return lines_of(files / "out.jsonl")


def correct(
    session: Session, files: Path, *lines: dict[str, object], name: str = "c.jsonl", **more: object
) -> ImportResult:
    return run_import(session, write_lines(files / name, *lines), enter_as=EnterAs.CORRECTIONS, **more)


def span_of(record: dict[str, object], text: str) -> dict[str, object]:
    return next(span for span in record["spans"] if span["text"] == text)


def move(span: dict[str, object], start: int, end: int) -> None:
    span.update(start=start, end=end, text=TEXT[start:end])


# What is changed.


def test_what_matches_by_id_gets_its_label_ends_value_note_and_doubt(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    span = span_of(first, "2일")
    uid = span["id"]
    move(span, 3, 7)
    norm = {"type": "text", "value": "값", "unit": None, "mod": None, "ref": None}
    span.update(label="SECTOR", norm=norm, note="고침", unsure=True)
    result = correct(session, files, first)
    assert (counts(result), result.spans) == ([(1, 0, 1, 0)], 1)
    after = next(span for span in spans(session) if span.uid == uid)
    assert (after.start, after.end, after.text, after.label_id) == (3, 7, TEXT[3:7], SECTOR)
    assert (after.norm, after.note, after.unsure) == (Norm("text", "값"), "고침", True)
    assert after.origin is Origin.MANUAL


def test_what_has_no_id_matches_by_place_and_label_and_keeps_what_the_file_does_not_say(
    session: Session, files: Path
) -> None:
    date = spans(session)[1]
    session.do(SetValue(1, date.id, Norm("date", "2023-12-02")))
    session.do(SetNote(1, date.id, "확인함"))
    record = {"id": document_uid(session, 1), "text": TEXT, "spans": [
        {"start": date.start, "end": date.end, "label": "DATE", "note": "다시 봄"},
    ]}  # fmt: skip
    correct(session, files, record)
    after = spans(session)[1]
    assert (after.id, after.norm, after.note) == (date.id, Norm("date", "2023-12-02"), "다시 봄")
    assert said(session) == [("한빛시", AGENCY), ("2일", DATE)]


def document_uid(session: Session, document: int) -> str:
    return session.document(document).uid


def test_a_value_that_the_file_says_is_none_is_taken_away(session: Session, files: Path) -> None:
    date = spans(session)[1]
    session.do(SetValue(1, date.id, Norm("date", "2023-12-02")))
    first, _ = exported(session, files)
    span_of(first, "2일")["norm"] = None
    correct(session, files, first)
    assert spans(session)[1].norm is None


def test_ids_that_the_reader_made_match_nothing(session: Session, files: Path) -> None:
    path = write_lines(
        files / "a.jsonl", line("가나다 라마바", ("가나다", "AGENCY"), ("라마바", "DATE"), id="x")
    )
    run_import(session, path)
    document = shown_ids(session)[-1]
    assert [span.uid for span in spans(session, document)] == ["s1", "s2"]
    # Without ids: the first of the file is the second of the project, not the one with the id s1.
    correct(session, files, line("가나다 라마바", ("라마바", "DATE"), id="x"))
    assert said(session, document) == [("가나다", AGENCY), ("라마바", DATE)]


def test_what_is_new_is_added_beside_what_stands(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    amount = TEXT.index("1,200억 원")
    first["spans"].append({"start": amount, "end": amount + 8, "label": "AMOUNT", "id": "script-1"})
    result = correct(session, files, first)
    assert (counts(result), result.spans) == ([(1, 0, 1, 0)], 1)
    assert said(session) == [("한빛시", AGENCY), ("2일", DATE), ("1,200억 원", AMOUNT)]
    new = spans(session)[-1]
    assert (new.origin, new.uid, new.annotator_id) == (Origin.IMPORTED, "script-1", session.annotator.id)


def test_two_spans_may_change_places(session: Session, files: Path) -> None:
    session.do(AddSpan(1, 0, 3, SECTOR))
    first, _ = exported(session, files)
    one, two = (span for span in first["spans"] if span["text"] == "한빛시")
    one["label"], two["label"] = two["label"], one["label"]
    before = {span.uid: span.label_id for span in spans(session)}
    correct(session, files, first)
    after = {span.uid: span.label_id for span in spans(session)}
    assert (after[one["id"]], after[two["id"]]) == (before[two["id"]], before[one["id"]])


def test_a_span_goes_only_where_the_file_says_so(session: Session, files: Path) -> None:
    agency, date = spans(session)
    session.do(TieSpan(1, date.id))
    assert agency.text == "한빛시"
    first, _ = exported(session, files)
    span_of(first, "2일")["removed"] = True
    first["spans"] = [span_of(first, "2일")]
    result = correct(session, files, first)
    assert (result.spans, said(session)) == (1, [("한빛시", AGENCY)])
    members = session.rows("record_member", "role", "DATE")
    assert [row["span_id"] for row in members] == [None]
    assert counts(correct(session, files, first)) == [(1, 0, 0, 1)]


# What is left alone.


def test_spans_and_documents_that_the_file_does_not_name_stay(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    first["spans"] = [span_of(first, "2일")]
    first["spans"][0]["note"] = "고침"
    correct(session, files, first)
    assert said(session, 1) == [("한빛시", AGENCY), ("2일", DATE)]
    assert said(session, 2) == [("과기정통부", AGENCY)]


def test_what_says_nothing_new_changes_nothing(session: Session, files: Path) -> None:
    lines = exported(session, files)
    before = everything(session)
    result = correct(session, files, *lines)
    assert (counts(result), result.changes) == ([(2, 0, 0, 2)], None)
    assert everything(session) == before


def test_the_same_file_twice_changes_nothing_more(session: Session, files: Path) -> None:
    first, second = exported(session, files)
    span_of(first, "2일")["label"] = "SECTOR"
    second["spans"].append({"start": 0, "end": 2, "label": "SECTOR"})
    assert counts(correct(session, files, first, second)) == [(2, 0, 2, 0)]
    before = everything(session)
    assert counts(correct(session, files, first, second)) == [(2, 0, 0, 2)]
    assert everything(session) == before


# One step.


def test_a_file_is_one_step_over_all_its_documents(session: Session, files: Path) -> None:
    first, second = exported(session, files)
    before = said(session, 1), said(session, 2)
    span_of(first, "2일")["label"] = "SECTOR"
    span_of(second, "과기정통부")["removed"] = True
    result = correct(session, files, first, second)
    assert result.spans == 2
    assert (said(session, 1), said(session, 2)) == ([("한빛시", AGENCY), ("2일", SECTOR)], [])
    step = session.history(None).to_undo
    assert step is not None
    assert (step.message.id, step.message.arguments["spans"]) == ("step.corrections", 2)
    session.undo(None)
    assert (said(session, 1), said(session, 2)) == before
    session.redo(None)
    assert said(session, 1) == [("한빛시", AGENCY), ("2일", SECTOR)]


def test_cancelled_it_changes_nothing(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    span_of(first, "2일")["label"] = "SECTOR"
    before = everything(session)
    path = write_lines(files / "c.jsonl", first)
    request = ImportRequest((path,), enter_as=EnterAs.CORRECTIONS)
    with pytest.raises(UserError, match=r"job\.cancelled"):
        job_for(session.project, session.annotator.id, request).run(silent, lambda: True)
    assert everything(session) == before


# What has moved.


def test_what_moved_since_the_export_is_put_aside_and_told(session: Session, files: Path) -> None:
    first, second = exported(session, files)
    span_of(first, "2일")["label"] = "SECTOR"
    span_of(second, "과기정통부")["note"] = "고침"
    session.do(SetNote(1, spans(session)[0].id, "그 뒤에 한 일"))
    result = correct(session, files, first, second)
    assert reasons(result) == [("c.jsonl", 1, "correction.moved")]
    # The label that the file corrects, and the note that it does not know.
    assert result.files[0].rejected[0].reason.arguments["count"] == 2
    assert said(session, 1) == [("한빛시", AGENCY), ("2일", DATE)]
    assert spans(session, 2)[0].note == "고침"


def test_a_line_made_from_ours_by_another_program_is_no_older_one(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    first["parent"], first["revision"] = first["revision"], "r-elsewhere"
    span_of(first, "2일")["note"] = "고침"
    assert counts(correct(session, files, first)) == [(1, 0, 1, 0)]


def test_a_file_that_does_not_say_what_it_was_made_from_is_taken(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    session.do(SetNote(1, spans(session)[0].id, "그 뒤에 한 일"))
    span_of(first, "2일")["note"] = "고침"
    first["revision"] = ""
    first["spans"] = [span_of(first, "2일")]
    assert counts(correct(session, files, first)) == [(1, 0, 1, 0)]
    assert spans(session)[0].note == "그 뒤에 한 일"


# What is refused.


def test_a_span_that_does_not_hold_its_text_is_refused_and_the_rest_taken(
    session: Session, files: Path
) -> None:
    first, _ = exported(session, files)
    span_of(first, "한빛시")["start"] = 1
    span_of(first, "2일")["note"] = "고침"
    result = correct(session, files, first)
    assert reasons(result) == [("c.jsonl", 1, "span.text-differs")]
    assert [(span.text, span.note) for span in spans(session)] == [("한빛시", ""), ("2일", "고침")]


def test_documents_texts_labels_and_twins_that_do_not_fit_are_refused_by_name(
    session: Session, files: Path
) -> None:
    first, second = exported(session, files)
    unknown = {**first, "id": "elsewhere", "text": "다른 글", "spans": []}
    for key in ("text_sha256", "text_length", "zones"):
        unknown.pop(key)
    other = {"id": second["id"], "text": "다른 글", "spans": []}
    span_of(first, "2일")["label"] = "NOBODY"
    session.do(AddSpan(2, 0, 2, SECTOR))
    twin = {
        "id": second["id"],
        "text": SECOND,
        "spans": [{"id": uid_of(session, 2, "과기"), "start": 0, "end": 5, "label": "AGENCY"}],
    }
    result = correct(session, files, unknown, other, first, twin)
    assert reasons(result) == [
        ("c.jsonl", 1, "correction.no-document"),
        ("c.jsonl", 2, "correction.other-text"),
        ("c.jsonl", 3, "correction.no-label"),
        ("c.jsonl", 4, "span.twice"),
    ]
    assert result.files[0].rejected[2].where == f"spans.{span_of(first, '2일')['id']}"
    assert said(session, 2) == [("과기정통부", AGENCY), ("과기", SECTOR)]


def uid_of(session: Session, document: int, text: str) -> str:
    return next(span.uid for span in spans(session, document) if span.text == text)


def test_a_twin_refused_leaves_no_two_spans_alike_further_on(session: Session, files: Path) -> None:
    agency, _ = spans(session)
    last = mark(session, 1, "1,200억 원", AMOUNT)
    first, _ = exported(session, files)
    # The date is to go where the agency stands, which is to go where the amount stands, which stays.
    span_of(first, "2일").update(start=agency.start, end=agency.end, text=agency.text, label="AGENCY")
    span_of(first, "한빛시").update(start=last.start, end=last.end, text=last.text, label="AMOUNT")
    result = correct(session, files, first)
    assert [id_ for *_, id_ in reasons(result)] == ["span.twice", "span.twice"]
    assert said(session) == [("한빛시", AGENCY), ("2일", DATE), ("1,200억 원", AMOUNT)]


def test_a_document_in_the_bin_and_a_page_are_refused(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    session.do(BinDocuments((1,)))
    span_of(first, "2일")["note"] = "고침"
    page = files / "page.txt"
    page.write_text("한빛시는 수소 버스를 들인다고 밝혔다.\n", encoding="utf-8")
    path = write_lines(files / "c.jsonl", first)
    result = run_import(session, path, page, enter_as=EnterAs.CORRECTIONS)
    assert reasons(result) == [("c.jsonl", 1, "document.in-bin"), ("page.txt", 0, "correction.no-marks")]
    assert result.changes is None


def test_the_second_line_on_one_layer_is_refused(session: Session, files: Path) -> None:
    first, _ = exported(session, files)
    span_of(first, "2일")["note"] = "하나"
    other = json.loads(json.dumps(first))
    span_of(other, "2일")["note"] = "둘"
    assert reasons(correct(session, files, first, other)) == [("c.jsonl", 2, "correction.twice")]
    assert spans(session)[1].note == "하나"


# Whose layer.


def colleague(session: Session, files: Path) -> None:
    record = line(TEXT, ("2일", "DATE"), id=document_uid(session, 1), annotator="kim", annotator_id="k1")
    run_import(session, write_lines(files / "kim.jsonl", record))


def test_each_layer_that_is_named_is_corrected_for_itself(session: Session, files: Path) -> None:
    colleague(session, files)
    lines = exported(session, files)
    mine, theirs = (one for one in lines if one["text"] == TEXT)
    if theirs["annotator"] != "kim":
        mine, theirs = theirs, mine
    span_of(theirs, "2일")["note"] = "고침"
    assert counts(correct(session, files, mine, theirs)) == [(2, 0, 1, 1)]
    notes = {layer.head.annotator_id: layer.spans[-1].note for layer in session.project.reading.layers(1)}
    assert notes[session.annotator.id] == ""
    assert "고침" in notes.values()


def test_who_is_not_here_has_nothing_to_be_corrected(session: Session, files: Path) -> None:
    record = line(TEXT, ("2일", "DATE"), id=document_uid(session, 1))
    for more in ({"annotator": "lee"}, {"annotator_id": "l1"}, {"role": "adjudicator"}):
        assert reasons(correct(session, files, {**record, **more})) == [("c.jsonl", 1, "correction.no-layer")]
    assert reasons(correct(session, files, record, annotator="lee")) == [
        ("c.jsonl", 1, "correction.no-layer")
    ]


def test_what_names_nobody_is_of_the_only_one_who_has_marked(session: Session, files: Path) -> None:
    run_import(
        session, write_lines(files / "a.jsonl", line("가나다", ("가", "AGENCY"), id="x", annotator="kim"))
    )
    document = shown_ids(session)[-1]
    assert counts(correct(session, files, line("가나다", ("나", "DATE"), id="x"))) == [(1, 0, 1, 0)]
    (layer,) = session.project.reading.layers(document)
    assert [span.text for span in layer.spans] == ["가", "나"]
    run_import(
        session, write_lines(files / "b.jsonl", line("가나다", ("가", "AGENCY"), id="x", annotator="lee"))
    )
    result = correct(session, files, line("가나다", ("다", "DATE"), id="x"))
    assert reasons(result) == [("c.jsonl", 1, "correction.ambiguous")]


def test_a_document_that_was_not_begun_gets_a_layer(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", {"id": "x", "text": "가나다"}))
    document = shown_ids(session)[-1]
    assert counts(correct(session, files, line("가나다", ("나", "DATE"), id="x"))) == [(1, 0, 1, 0)]
    layer = session.layer(document)
    assert layer is not None
    assert (layer.head.status, said(session, document)) == (Status.IN_PROGRESS, [("나", DATE)])
    session.undo(None)
    assert session.layer(document) is None


def test_a_layer_that_is_done_stays_done(session: Session, files: Path) -> None:
    session.do(SetStatus(1, Status.DONE))
    first, _ = exported(session, files)
    span_of(first, "2일")["note"] = "고침"
    correct(session, files, first)
    layer = session.layer(1)
    assert layer is not None
    assert layer.head.status is Status.DONE


# Where a span comes from.


def test_an_accepted_span_that_is_corrected_is_an_edited_one(session: Session, files: Path) -> None:
    start = TEXT.index("1,200억 원")
    made = Suggestion(start, start + 8, "1,200억 원", AMOUNT)
    session.do(AcceptSuggestions(1, (made,)))
    first, _ = exported(session, files)
    span_of(first, "1,200억 원")["note"] = "고침"
    correct(session, files, first)
    assert spans(session)[-1].origin is Origin.ACCEPTED
    first, _ = exported(session, files)
    norm = {"type": "money", "value": "130000000000", "unit": "KRW", "mod": None, "ref": None}
    span_of(first, "1,200억 원").update(norm=norm, origin="accepted")
    correct(session, files, first)
    assert spans(session)[-1].origin is Origin.EDITED
    session.undo(None)
    assert spans(session)[-1].origin is Origin.ACCEPTED


def test_an_end_inside_a_cluster_is_kept_and_flagged(session: Session, files: Path) -> None:
    text = "가\u1112\u1161\u11ab 나"
    run_import(session, write_lines(files / "a.jsonl", {"id": "x", "text": text}))
    correct(session, files, {"id": "x", "text": text, "spans": [{"start": 0, "end": 2, "label": "AGENCY"}]})
    (span,) = spans(session, shown_ids(session)[-1])
    assert (span.end, span.flaw) == (2, "cluster")


def test_a_document_is_known_by_its_text_where_the_id_is_another(session: Session, files: Path) -> None:
    record = line(TEXT, ("2일", "DATE"), id="elsewhere")
    record["spans"][0]["note"] = "고침"
    assert counts(correct(session, files, record)) == [(1, 0, 1, 0)]
    assert spans(session)[1].note == "고침"


# Other formats: what they cannot say stays.


def written(session: Session, files: Path, format_: str, name: str) -> Path:
    files.mkdir(exist_ok=True)
    run_export(session, files / name, statuses={"in_progress", "done"}, format=format_)
    return files / name


@pytest.mark.parametrize(
    ("format_", "name"),
    [
        ("native", "a.jsonl"),
        ("standoff", "a.jsonl"),
        ("csv", "a.csv"),
        ("w3c", "a.jsonld"),
        ("doccano", "김하나.jsonl"),
        ("prodigy", "a.jsonl"),
    ],
)
def test_what_a_format_wrote_corrects_nothing(session: Session, files: Path, format_: str, name: str) -> None:
    session.do(NameAnnotator("김하나"))
    date = spans(session)[1]
    session.do(SetValue(1, date.id, Norm("date", "2023-12-02")))
    session.do(SetNote(1, date.id, "확인함"))
    before = spans(session, 1), spans(session, 2)
    result = run_import(session, written(session, files, format_, name), enter_as=EnterAs.CORRECTIONS)
    assert (reasons(result), result.changes) == ([], None)
    assert (spans(session, 1), spans(session, 2)) == before


def test_a_table_with_a_row_more_and_no_values_adds_a_span_and_takes_none_away(
    session: Session, files: Path
) -> None:
    date = spans(session)[1]
    session.do(SetValue(1, date.id, Norm("date", "2023-12-02")))
    amount = TEXT.index("1,200억 원")
    uid = document_uid(session, 1)
    files.mkdir()
    table = files / "c.csv"
    table.write_text(
        "document,label,start,end,text,note\n"
        f"{uid},DATE,{date.start},{date.end},2일,다시 봄\n"
        f'{uid},AMOUNT,{amount},{amount + 8},"1,200억 원",\n',
        encoding="utf-8",
    )
    result = run_import(session, table, enter_as=EnterAs.CORRECTIONS)
    assert (reasons(result), result.spans) == ([], 2)
    assert said(session) == [("한빛시", AGENCY), ("2일", DATE), ("1,200억 원", AMOUNT)]
    assert (spans(session)[1].norm, spans(session)[1].note) == (Norm("date", "2023-12-02"), "다시 봄")


def test_spans_that_are_alike_already_can_be_remarked_on(session: Session, files: Path) -> None:
    twice = [{"id": uid, "start": 0, "end": 1, "label": "AGENCY"} for uid in ("a", "b")]
    record = {"id": "x", "text": "가나다", "spans": twice}
    run_import(session, write_lines(files / "a.jsonl", record))
    twice[1]["note"] = "고침"
    result = correct(session, files, record)
    assert (reasons(result), result.spans) == ([], 1)
    assert [span.note for span in spans(session, shown_ids(session)[-1])] == ["", "고침"]


def test_a_label_that_goes_by_another_name_in_the_file_is_known_by_the_labels_beside_it(
    session: Session, files: Path
) -> None:
    first, _ = exported(session, files)
    (agency,) = (label for label in session.labels.labels if label.key == "AGENCY")
    span_of(first, "한빛시").update(label="기관명", note="고침")
    write_labels(files / "c.labels.json", {**agency.definition(), "text": "기관명"})
    result = correct(session, files, first)
    assert (reasons(result), result.spans) == ([], 1)
    first_of_ours = spans(session)[0]
    assert (first_of_ours.text, first_of_ours.label_id, first_of_ours.note) == ("한빛시", AGENCY, "고침")


def test_offsets_of_browsers_correct_the_right_span_where_that_is_said(session: Session, files: Path) -> None:
    text = "😀 한빛시는 2일 밝혔다."
    run_import(session, write_lines(files / "a.jsonl", line(text, ("2일", "DATE"), id="x")))
    start = text.index("2일") + 1
    record = {
        "id": "x",
        "text": text,
        "spans": [{"start": start, "end": start + 2, "label": "DATE", "note": "고침"}],
    }
    result = correct(session, files, record, utf16=True)
    assert (reasons(result), result.spans) == ([], 1)
    assert [(span.text, span.note) for span in spans(session, shown_ids(session)[-1])] == [("2일", "고침")]

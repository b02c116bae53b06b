"""Entries on their way out: labels renamed, zones left out, names hidden, splits that stay as they are."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.exports.export_job import ExportJob, part_file
from annotator.app.exports.exporting import WORKED_ON, ExportOptions, LayerChoice
from annotator.app.exports.preparing import Origin, Preparation, Prepared, Split, split_of
from annotator.app.jobs import never, silent
from annotator.core.commands.spans import AddSpan
from annotator.core.entry import Entry, EntryComment, EntryMember, EntryRecord, EntryRelation, EntrySpan
from annotator.core.errors import UserError
from annotator.core.text import Zone, ZoneKind
from annotator.store import duplicates
from tests.support.projects import make_session

TEXT = "제목 기상청\n본문 환경부"
ZONES = (Zone(0, 6, ZoneKind.TITLE), Zone(7, 13, ZoneKind.BODY))
SPANS = (
    EntrySpan("s1", 3, 6, "기상청", "AGENCY", annotator="김하나"),
    EntrySpan("s2", 10, 13, "환경부", "AGENCY", annotator="이둘"),
    EntrySpan("s3", 10, 13, "환경부", "SECTOR", annotator="김하나"),
)


def entry(id_: str = "d1", **parts: Any) -> Entry:
    return Entry(id=id_, text=TEXT, zones=ZONES, spans=SPANS, annotator="김하나", annotator_id="u1", **parts)


def prepared(*entries: Entry, wanted: Preparation, **known: Any) -> tuple[list[Entry], dict[str, int]]:
    going = Prepared(entries, wanted, Origin(**known))
    found = list(going)
    return found, dict(+going.left_out)


def test_a_label_is_renamed_or_left_out_and_twins_become_one() -> None:
    (one,), left = prepared(entry(), wanted=Preparation(labels={"AGENCY": "ORG", "SECTOR": ""}))
    assert [(span.id, span.label) for span in one.spans] == [("s1", "ORG"), ("s2", "ORG")]
    assert left == {"label": 1}
    (one,), left = prepared(entry(), wanted=Preparation(labels={"SECTOR": "AGENCY"}))
    assert [span.id for span in one.spans] == ["s1", "s2"]
    assert left == {"twin": 1}


def test_label_definitions_go_under_their_new_names() -> None:
    wanted = Preparation(labels={"AGENCY": "ORG", "SECTOR": "ORG", "DATE": ""})
    given_ = [
        {"text": "AGENCY", "id": "a"},
        {"text": "SECTOR", "id": "b"},
        {"text": "DATE"},
        {"text": "AMOUNT"},
    ]
    assert wanted.definitions(given_) == [{"text": "ORG", "id": "a"}, {"text": "AMOUNT"}]


def test_spans_outside_the_zones_stay_behind_with_what_hangs_on_them() -> None:
    relation = EntryRelation("r1", "alias", "s1", "s2")
    record = EntryRecord("f1", "", (EntryMember("AGENCY", "s1"), EntryMember("SECTOR", "s3")))
    comment = EntryComment("c1", "s1", "김하나", "", "2026-01-01T00:00:00Z", "?", resolved=False)
    whole = entry(relations=(relation,), records=(record,), comments=(comment,))
    (one,), left = prepared(whole, wanted=Preparation(zones={"body"}))
    assert [span.id for span in one.spans] == ["s2", "s3"]
    assert (one.text, one.zones, one.relations, one.records, one.comments) == (TEXT, ZONES, (), (), ())
    assert left == {"zone": 1, "relation": 1, "record": 1, "comment": 1}


def test_one_pseudonym_stands_wherever_a_person_is_named() -> None:
    comment = EntryComment("c1", "", "이둘", "김하나", "2026-01-01T00:00:00Z", "?", resolved=False)
    decision = {"by": "셋", "sources": ["김하나", "이둘"], "response": {"by": "이둘"}}
    given_ = entry(comments=(comment,), decisions=(decision,), inputs=({"annotator": "이둘"},))
    people = (("u2", "이둘"), ("u1", "김하나"))
    (one,), _left = prepared(given_, wanted=Preparation(anonymise=True), people=people)
    assert (one.annotator, one.annotator_id) == ("annotator-2", "annotator-2")
    assert [span.annotator for span in one.spans] == ["annotator-2", "annotator-1", "annotator-2"]
    assert (one.comments[0].author, one.comments[0].to) == ("annotator-1", "annotator-2")
    assert one.decisions[0] == {
        "by": "annotator-3",
        "sources": ["annotator-2", "annotator-1"],
        "response": {"by": "annotator-1"},
    }
    assert one.inputs == ({"annotator": "annotator-1"},)


def test_of_near_duplicates_the_chosen_one_goes_out() -> None:
    wanted = Preparation(one_of_duplicates=True)
    chosen = {"d1": "d2", "d2": "d2"}
    found, left = prepared(entry(), entry(), entry("d2"), entry("d3"), wanted=wanted, chosen=chosen)
    assert [one.id for one in found] == ["d2", "d3"]
    assert left == {"duplicate": 1}


@given(st.lists(st.text(max_size=8), unique=True, max_size=60), st.text(max_size=4))
def test_each_document_is_in_one_part_and_stays_there(ids: list[str], seed: str) -> None:
    split = split_of("80/10/10", seed)
    parts = {id_: split.part_of(id_) for id_ in ids}
    assert set(parts.values()) <= {"train", "dev", "test"}
    assert parts == {id_: Split(split.shares, seed).part_of(id_) for id_ in reversed(ids)}


def test_the_parts_have_about_their_shares_and_a_seed_makes_others() -> None:
    ids = [f"d{number}" for number in range(5000)]
    one, other = split_of("80/10/10"), split_of("80/10/10", "x")
    train = [id_ for id_ in ids if one.part_of(id_) == "train"]
    assert 0.78 < len(train) / len(ids) < 0.82
    assert train != [id_ for id_ in ids if other.part_of(id_) == "train"]


@pytest.mark.parametrize("words", ["80/20/10", "100", "50/50/0", "a/b", "80/10/5/5", ""])
def test_what_is_no_split_is_refused(words: str) -> None:
    with pytest.raises(UserError):
        split_of(words)


def test_a_split_export_has_a_file_a_part_and_keeps_duplicates_together(tmp_path: Path) -> None:
    session = make_session(tmp_path, *(f"환경부 {number}" for number in range(40)))
    for document in range(1, 41):
        session.do(AddSpan(document, 0, 3, 1))
    connection = session.project.connection
    duplicates.set_groups(connection, {2: 1, 3: 1, 4: 1}, sketched=("a", "b"))
    target = tmp_path / "out.jsonl"
    options = ExportOptions(
        WORKED_ON, LayerChoice("annotator", 1), preparation=Preparation(split=split_of("60/40"))
    )
    result = ExportJob(session.project, 1, options, target).run(silent, never)
    session.project.close()
    assert not target.exists()
    files = {part: part_file(target, part).read_text(encoding="utf-8") for part in ("train", "test")}
    assert {part: text.count("\n") for part, text in files.items()} == result.parts
    assert sum(result.parts.values()) == result.documents == 40
    together = [{f'"id":"d{number}"' in text for number in (2, 3, 4)} for text in files.values()]
    assert together in ([{True}, {False}], [{False}, {True}])

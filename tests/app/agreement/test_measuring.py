"""A project is measured as `annotator compare` measures its files; what did not change is not counted again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.agreement.measuring import ALL, Counts, Filters, Measured, MeasureJob, measure
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.text import Zone, ZoneKind
from tests.support.commands import run
from tests.support.projects import add_document, make_session
from tests.support.reviews import TEXT, add_layer, add_spans, marks

OTHER = "새물청은 4일 200만 원을 냈다."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT, OTHER, OTHER + " 끝.")
    add_layer(
        opened,
        1,
        "나래",
        marks(TEXT, ("환경부", "AGENCY"), ("300만 달러", "AMOUNT", "3000000"), ("2027년", "DATE")),
    )
    add_layer(
        opened, 1, "다솜", marks(TEXT, ("환경부", "SECTOR"), ("300만 달러를", "AMOUNT"), ("2027년", "DATE"))
    )
    add_layer(opened, 1, "라온", marks(TEXT, ("환경부", "AGENCY"), ("2027년까지", "DATE")))
    add_layer(opened, 2, "나래", marks(OTHER, ("새물청", "AGENCY"), ("4일", "DATE")))
    add_layer(opened, 2, "다솜", ())
    add_layer(opened, 3, "나래", marks(OTHER, ("새물청", "AGENCY")))
    add_layer(opened, 3, "다솜", marks(OTHER, ("새물청은", "AGENCY")), Status.IN_PROGRESS)
    yield opened
    opened.project.close()


def measured(session: Session, filters: Filters = ALL, counts: Counts | None = None) -> Measured:
    return measure(session.project, filters, counts or Counts(), silent, never)


def test_a_project_has_the_numbers_of_its_files(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(session)
    session.project.close()
    files = []
    for name in ("나래", "다솜", "라온"):
        files.append(tmp_path / f"{name}.jsonl")
        asked = (
            "export",
            "--project",
            tmp_path / "project.sqlite",
            "--format",
            "native",
            "--status",
            "in_progress,done",
        )
        assert run(*asked, "--annotator", name, "-o", files[-1]) == 0
    capsys.readouterr()
    assert run("compare", *files, "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    coverage = [sorted(tuple(row.values()) for row in one.pop("coverage")) for one in (found.result, printed)]
    assert coverage[0] == coverage[1]
    assert json.loads(json.dumps(found.result)) == printed
    assert found.result["pairs"]["나래|다솜"]["n_docs"] == 2


def test_a_changed_document_is_counted_again_and_no_other(session: Session) -> None:
    counts = Counts()
    before = measured(session, counts=counts).result
    assert counts.made == 4  # two documents of one pair, one of the two others
    assert measured(session, counts=counts).result == before
    assert counts.made == 4
    (layer_id,) = (
        layer.head.id for layer in session.layers(2) if layer.head.id != session.layers(2)[0].head.id
    )
    add_spans(session, layer_id, "다솜", marks(OTHER, ("새물청", "AGENCY")))
    after = measured(session, counts=counts)
    assert counts.made == 5
    assert after.result == measured(session).result
    assert after.result["pairs"]["나래|다솜"]["tp_exact"] == before["pairs"]["나래|다솜"]["tp_exact"] + 1


def test_layers_that_are_not_done_stand_in_the_coverage_alone(session: Session) -> None:
    found = measured(session)
    assert "d3" not in found.rows["나래", "다솜"]
    assert {"doc_id": "d3", "annotator": "다솜", "status": "in_progress"} in found.result["coverage"]
    assert found.result["group"]["n_docs"] == 3
    assert found.result["group"]["n_docs_multi"] == 2


def test_labels_zones_and_documents_narrow_what_is_compared(session: Session) -> None:
    pair = measured(session, Filters(labels=frozenset({"DATE"}))).result["pairs"]["나래|다솜"]
    assert (pair["n_a"], pair["n_b"], pair["tp_exact"]) == (2, 1, 1)
    pair = measured(session, Filters(documents=frozenset({"d2"}))).result["pairs"]["나래|다솜"]
    assert (pair["n_docs"], pair["n_a"], pair["n_b"]) == (1, 2, 0)
    assert measured(session, Filters(reviews=frozenset({"done"}))).result["group"]["n_docs"] == 0
    document_id = add_document(
        session, OTHER, zones=(Zone(0, 4, ZoneKind.TITLE), Zone(4, len(OTHER), ZoneKind.BODY))
    )
    for name in ("나래", "다솜"):
        add_layer(session, document_id, name, marks(OTHER, ("새물청", "AGENCY"), ("4일", "DATE")))
    pair = measured(session, Filters(zones=frozenset({"title"}))).result["pairs"]["나래|다솜"]
    assert (pair["n_a"], pair["n_b"], pair["tp_exact"]) == (1, 1, 1)


def test_two_people_of_one_name_stay_two(session: Session) -> None:
    session.project.ensure_annotator("u-another", "나래|가")
    found = measured(session)
    assert len(set(found.people.values())) == len(found.people) == 3
    assert not any("|" in name for name in found.people.values())


def test_a_worker_that_is_cancelled_says_so(session: Session) -> None:
    with pytest.raises(UserError) as raised:
        MeasureJob(session.project, ALL, Counts()).run(silent, _yes)
    assert raised.value.message.id == "job.cancelled"


def _yes() -> bool:
    return True

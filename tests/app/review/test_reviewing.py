"""The gold layer goes out like any other; decisions made here are not mistaken for what a file brought."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.review.reviewing import review_of, shuffled
from annotator.app.session import Session
from annotator.core.commands.review import Decide, SetReviewStatus
from annotator.core.decision import ReviewStatus
from tests.support.commands import run
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT)
    add_layer(opened, 1, "나래", marks(TEXT, ("환경부", "AGENCY")))
    add_layer(opened, 1, "다솜", marks(TEXT, ("환경부", "SECTOR")))
    review = review_of(opened, 1)
    opened.do(Decide(1, review.adopting(review.items[0], "u-나래")))
    opened.do(SetReviewStatus(1, ReviewStatus.DONE))
    yield opened
    opened.project.close()


def test_the_gold_layer_goes_out_as_what_the_reviewer_decided(session: Session, tmp_path: Path) -> None:
    session.project.close()
    out = tmp_path / "gold.jsonl"
    assert (
        run("export", "--project", tmp_path / "project.sqlite", "--format", "native", "--gold", "-o", out)
        == 0
    )
    (line,) = out.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["role"], entry["status"], entry["annotator"]) == ("adjudicator", "done", "김하나")
    assert [(span["text"], span["label"], span["origin"]) for span in entry["spans"]] == [
        ("환경부", "AGENCY", "adjudication")
    ]


def test_an_order_without_names_stays_when_others_come() -> None:
    first = shuffled("d1", ["u1", "u2", "u3"])
    assert sorted(first) == ["u1", "u2", "u3"]
    assert shuffled("d1", ["u3", "u1", "u2"]) == first
    assert shuffled("d1", ["u4", "u3", "u2", "u1"], first) == [*first, "u4"]
    assert shuffled("d1", ["u3", "u1"], first) == [uid for uid in first if uid != "u2"]


def test_the_order_differs_from_document_to_document() -> None:
    orders = {tuple(shuffled(f"d{number}", ["u1", "u2", "u3"])) for number in range(40)}
    assert len(orders) == 6

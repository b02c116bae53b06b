"""Agencies of the list are proposed with their body as the value, and what was tagged before goes first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.jobs import never
from annotator.app.session import Session
from annotator.app.suggestions.agencies import AgencySuggester
from annotator.app.suggestions.suggesting import Subject
from annotator.core.labels import LabelSet
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.projects import make_session

TEXT = "산업부는 미 국립과학재단(NSF)과 만났다. 바다숲관리원도 왔다.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT)
    yield made
    made.project.close()


def proposed(session: Session, date: str, labels: LabelSet | None = None) -> list[Suggestion]:
    labels = session.labels if labels is None else labels
    subject = Subject(1, 1, TEXT, (), date, labels, session.annotator.id)
    return list(AgencySuggester().suggest(session.project, subject, never))


def test_the_body_is_the_value_and_the_rule_says_why(session: Session) -> None:
    made = proposed(session, "2023-12-09")
    assert [(one.text, one.norm and one.norm.ref, one.rule, one.rank) for one in made] == [
        ("산업부", "kr.motie", "agency-year:2023", 3),
        ("국립과학재단", "us.nsf", "agency-country:US", 3),
        ("NSF", "us.nsf", "agency-alias", 3),
        ("바다숲관리원", None, "agency-suffix:관리원", 5),
    ]
    assert made[0].norm == Norm("name", "산업통상자원부", ref="kr.motie")


def test_without_a_date_a_name_of_two_bodies_has_no_value(session: Session) -> None:
    assert proposed(session, "")[0].norm is None


def test_a_project_without_the_label_is_offered_nothing(session: Session) -> None:
    assert proposed(session, "", LabelSet("none", 1, ())) == []

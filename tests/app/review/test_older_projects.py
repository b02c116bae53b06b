"""A project of an earlier version that cannot be written: Overview and Review show it all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.agreement.measuring import ALL, Counts
from annotator.app.agreement.overview import OverviewJob
from annotator.app.agreement.rounds import rounds_of
from annotator.app.jobs import never, silent
from annotator.app.review.consistency import ConsistencyJob
from annotator.app.review.review_queue import QueueJob
from annotator.app.review.review_rules import RulesJob
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.review import Decide
from annotator.core.decision import Rule
from annotator.core.errors import UserError
from annotator.review.rules import Options
from annotator.store.database import SCHEMA_VERSION
from annotator.store.project import Project
from tests.support.older import as_older
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks
from tests.support.stores import dump


@pytest.fixture(params=range(1, SCHEMA_VERSION))
def session(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT, TEXT + "다른 글")
    for document_id in (1, 2):
        alike = ("한빛시", "AGENCY")
        add_layer(made, document_id, "나래", marks(TEXT, alike, ("수소산업진흥원", "AGENCY")))
        add_layer(made, document_id, "다솜", marks(TEXT, alike, ("수소산업진흥원과", "AGENCY")))
    path = made.project.path
    made.project.close()
    older = as_older(path, tmp_path / "older.sqlite", request.param)
    project = Project.open(older, lock_dir=tmp_path / "locks", backups_dir=tmp_path / "backups", write=False)
    yield Session(project, project.reading.annotator(1))
    project.close()


def test_the_overview_shows_how_far_they_agree(session: Session) -> None:
    seen = OverviewJob(session.project, ALL, Counts()).run(silent, never)
    (pair,) = seen.measured.result["pairs"].values()
    assert pair["n_docs"] == 2
    assert pair["classes"] == {"same": 2, "boundary": 2}
    assert seen.decided.total == 0
    assert rounds_of(session) == ()


def test_the_review_has_its_queue_and_what_rules_would_decide(session: Session) -> None:
    rows = QueueJob(session.project, session.annotator).run(silent, never)
    assert [[row.state for row in own] for own in rows.values()] == [["open", "open"], ["open", "open"]]
    found = RulesJob(
        session.project, session.annotator, [row for own in rows.values() for row in own], Options()
    )
    assert found.run(silent, never).counts()[Rule.JOSA] == (2, 2)
    assert review_of(session, 1).decisions == ()
    ConsistencyJob(session).run(silent, never)


def test_nothing_is_decided_in_it(session: Session) -> None:
    before = dump(session.project.connection)
    review = review_of(session, 1)
    with pytest.raises(UserError):
        session.do(Decide(1, review.neither(review.items[0])))
    assert dump(session.project.connection) == before

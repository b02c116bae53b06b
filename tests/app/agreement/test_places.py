"""The places behind a number name their documents as the list does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.agreement.measuring import ALL, Counts, measure
from annotator.app.agreement.places import documents_of, places_of
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.commands.documents import SetField
from annotator.review.places import UNEQUAL, Wanted
from tests.support.returns import reviewed
from tests.support.reviews import TEXT


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = reviewed(tmp_path)
    yield opened
    opened.project.close()


@pytest.mark.parametrize(("title", "called"), [("새 기준", "새 기준"), ("", f"“{TEXT.splitlines()[0][:10]}")])
def test_places_and_documents_are_called_by_the_title_else_by_the_first_line(
    session: Session, title: str, called: str
) -> None:
    session.do(SetField(1, "title", title))
    found = measure(session.project, ALL, Counts(), silent, never)
    places = places_of(found, Wanted("나래", "다솜", UNEQUAL))
    documents = documents_of(found, "나래", "done")
    assert len(places) == 2
    assert len(documents) == 1
    assert all(place.title.startswith(called) for place in (*places, *documents))

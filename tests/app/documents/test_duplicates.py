"""Near-duplicates: joined by exact comparison, again after a change, and what is finished in one offered in another."""

import random

import pytest

from annotator.app.documents.duplicates import DuplicatesJob, DuplicatesSuggester, near_duplicates
from annotator.app.documents.texts import corrected, plan
from annotator.app.jobs import never, silent
from annotator.app.project.library import Library
from annotator.app.session import Session
from annotator.app.suggestions.suggesting import Subject
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.spans import AddSpan
from annotator.core.layer import Status
from annotator.core.listing import ListQuery
from annotator.core.narrowing import parsed
from annotator.review.likeness import likeness
from tests.support.projects import add_document, make_session

WORDS = [
    "과기부", "기상청", "위성", "예산", "발표", "협력", "연구", "회의", "올해", "내년", "공동", "사업", "자료", "공개",
    "시작", "지원", "대화", "기술", "분야", "기관",
]  # fmt: skip


def news(seed: int, length: int = 80) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) + str(rng.randrange(9)) for _ in range(length)) + ".\n"


def changed(text: str, share: float, seed: int = 1) -> str:
    rng = random.Random(seed)
    return " ".join("바뀜" if rng.random() < share else word for word in text.split(" "))


@pytest.fixture
def session(tmp_path):
    first = news(1)
    made = make_session(tmp_path, first, changed(first, 0.03), news(2))
    yield made
    made.project.close()


def look(session: Session) -> int:
    return DuplicatesJob(session.project).run(silent, never)


def others(session: Session, document_id: int) -> list[int]:
    return [id_ for id_, _title in near_duplicates(session, document_id)]


def test_documents_that_are_nearly_the_same_are_one_group_and_no_others(session: Session) -> None:
    assert look(session) == 3
    assert (others(session, 1), others(session, 2), others(session, 3)) == ([2], [1], [])
    assert look(session) == 0
    text, terms = parsed("has:duplicates")
    assert list(Library(session).ids(ListQuery(text=text, terms=terms))) == [1, 2]


def test_a_later_document_joins_and_one_in_the_bin_is_not_shown(session: Session) -> None:
    look(session)
    fourth = add_document(session, changed(news(1), 0.02, 5))
    assert look(session) == 1
    assert others(session, fourth) == [1, 2]
    session.do(BinDocuments((1,)))
    assert others(session, fourth) == [2]


def test_a_text_that_was_changed_leaves_its_group(session: Session) -> None:
    look(session)
    session.do(plan(session, 2, corrected(session, 2, news(9))).command)
    assert look(session) == 1
    assert others(session, 1) == others(session, 2) == []


def test_documents_that_were_sketched_but_never_joined_are_joined_the_next_time(session: Session) -> None:
    look(session)
    connection = session.project.connection
    connection.execute("DELETE FROM near_duplicate")
    connection.execute("UPDATE text_sketch SET scheme = scheme || ' not joined'")
    assert look(session) == 3
    assert others(session, 1) == [2]
    assert look(session) == 0


def test_whole_groups_are_joined_whatever_the_order(tmp_path) -> None:
    base = news(3, 200)
    texts = [changed(base, 0.03, seed) for seed in range(5)]
    session = make_session(tmp_path, *texts)
    look(session)
    for id_ in range(1, 6):
        alike = [
            other
            for other in range(1, 6)
            if other != id_ and likeness(texts[min(id_, other) - 1], texts[max(id_, other) - 1]) >= 0.9
        ]
        assert set(alike) <= set(others(session, id_))
    session.project.close()


def suggested(session: Session, document_id: int):
    version = session.text_version(document_id)
    subject = Subject(document_id, version.id, version.text, (), "", session.labels, 1)
    with session.project.in_worker() as project:
        return list(DuplicatesSuggester().suggest(project, subject, never))


def test_what_is_finished_in_one_is_offered_where_its_words_stand_in_the_other(session: Session) -> None:
    look(session)
    text = session.text_version(1).text
    for start in (0, 40):
        session.do(AddSpan(1, start, start + 3, 1))
    assert suggested(session, 2) == []
    session.do(SetStatus(1, Status.DONE))
    found = suggested(session, 2)
    theirs = session.text_version(2).text
    assert [made.text for made in found] == [theirs[made.start : made.end] for made in found]
    assert {made.text for made in found} <= {text[0:3], text[40:43]}
    assert found
    assert all(made.rule.startswith("near-duplicate:") for made in found)
    assert suggested(session, 3) == []

"""The list of steps: what it says of the documents that the steps are on."""

from pathlib import Path

from annotator.app.project.history import recent_steps
from annotator.core.commands.review import SetReviewStatus
from annotator.core.decision import ReviewStatus
from tests.support.projects import add_document, make_session


def test_a_step_on_a_document_whose_coming_was_taken_back_is_listed_without_a_title(tmp_path: Path) -> None:
    session = make_session(tmp_path, "새물청은 4일 문을 열었다.")
    document_id = add_document(session, "다른 글")
    session.do(SetReviewStatus(document_id, ReviewStatus.IN_REVIEW))
    session.undo(document_id)
    session.undo(None)
    titles = [(step.message.id, title) for step, title, _taken_back in recent_steps(session)]
    assert ("step.review.status.in_review", "") in titles
    session.project.close()

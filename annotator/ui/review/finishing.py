"""The end of a document's review: it is said to be done, and what is not done comes next."""

from annotator.core.commands.review import SetReviewStatus, review_row
from annotator.core.decision import ReviewStatus
from annotator.ui.review.desk import ReviewDesk


class Finishing:
    """Finishes the review of the document shown."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    def switch(self) -> None:
        """Say that the review of the document is done, and go on; of one that is done, that it is open again.

        Next is what is open, else a document that is not done.
        """
        review = self._desk.review
        if review is None:
            return
        done = review.status is ReviewStatus.DONE
        status = ReviewStatus.REOPENED if done else ReviewStatus.DONE
        if self._desk.steps.do(SetReviewStatus(review.document_id, status)) is None or done:
            return
        if not self._desk.go(1) and (following := self._next_unfinished()) is not None:
            self._desk.show_item(following, 0)

    def _next_unfinished(self) -> int | None:
        """Return the next document whose review is not done, going round; None where all are."""
        ids, here = self._desk.queue.document_ids, self._desk.document_id
        at = ids.index(here) + 1 if here in ids else 0
        for document_id in (*ids[at:], *ids[:at]):
            row = review_row(self._desk.session, document_id)
            if row is None or row["status"] != ReviewStatus.DONE:
                return document_id
        return None

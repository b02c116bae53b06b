"""The reviews of the documents looked at, each worked out once after a commit."""

from PySide6.QtCore import QObject, Slot

from annotator.app.review.remarks import Remark, remarks_of
from annotator.app.review.reviewing import Review, review_of
from annotator.ui.bridge import Bridge

_MOST = 16


class Reviews(QObject):
    """Asked for by the queue and by the desk; made before them, so that it hears of a commit first."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._session = bridge.session
        self._now: dict[int, Review] = {}
        # As they were before the last commit: items stay the same where only a decision was made.
        self._before: dict[int, Review] = {}
        self._remarks: dict[int, tuple[Remark, ...]] = {}
        bridge.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._before = {**self._before, **self._now}
        while len(self._before) > _MOST:
            del self._before[next(iter(self._before))]
        self._now = {}
        self._remarks = {}

    def of(self, document_id: int) -> Review:
        """Return the review of a document as it stands now; UserError where the document is gone."""
        review = self._now.get(document_id)
        if review is None:
            review = review_of(self._session, document_id)
            before = self._before.get(document_id)
            self._now[document_id] = review if before is None else review.with_items_of(before)
        return review

    def remarks(self, document_id: int) -> tuple[Remark, ...]:
        """Return what colleagues said on a document."""
        if document_id not in self._remarks:
            self._remarks[document_id] = remarks_of(self._session, document_id)
        return self._remarks[document_id]

"""Comments on the current span and on the document: written as typed, walked along, marked where they are open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.company import SeenComment, addressees, next_document_with_open, seen_comments
from annotator.core.changes import Changes
from annotator.core.commands.company import RemoveComment, ResolveComment, WriteComment
from annotator.core.comment import open_spans
from annotator.ui.form.pages import COMMENTS
from annotator.ui.workspace import Workspace


class CommentDesk(QObject):
    """The comments of one workspace: it asks the session, and redraws from notices."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._bridge = workspace.bridge
        self._session = workspace.session
        self._desk = workspace.desk
        self._pages = workspace.form.pages
        self._page = workspace.form.pages.comments
        self._shown: int | None = None
        self._current: int | None = None
        self._seen: tuple[SeenComment, ...] = ()
        self._writing: int | None = None
        self._burst = 0
        self._connect()
        self._page.set_editable(editable=not self._session.project.read_only)
        self._document_shown(None)

    def _connect(self) -> None:
        page, desk = self._page, self._desk
        desk.document_shown.connect(self._document_shown)
        desk.state_changed.connect(self._follow_current)
        self._bridge.changed.connect(self._take_in)
        page.written.connect(self._write)
        page.finished.connect(self._finish)
        page.chosen.connect(self._go_to)
        page.edit_wished.connect(self._edit)
        page.removal_wished.connect(self._remove)
        page.resolve_wished.connect(self._resolve)
        page.editing_finished.connect(desk.end_burst)
        page.returned.connect(self._return)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "mark.comment": self.begin,
            "document.comments": self.open_page,
            "mark.next-comment": self.next_open,
        }

    def begin(self) -> None:
        """Put the keyboard where a comment on the current span is written, or on the document."""
        self._finish()
        self._page.take_target(on_span=self._desk.current_id is not None)
        self._pages.focus_page(COMMENTS)

    def open_page(self) -> None:
        """Put the keyboard into the list of comments, or where the first is written."""
        self._pages.focus_page(COMMENTS)
        if self._seen:
            self._page.list.setFocus()

    def next_open(self) -> None:
        """Go to the next open comment: behind the chosen one, in the next document, or from the beginning again."""
        if self._shown is None:
            return
        rest = self._behind([one for one in self._seen if not one.comment.resolved])
        elsewhere = None if rest else next_document_with_open(self._session, self._shown)
        if elsewhere is not None:
            self._desk.show_document(elsewhere)
        open_ = rest or [one for one in self._seen if not one.comment.resolved]
        if not open_:
            self._workspace.notices.show_notice(lambda: self.tr("No comment is open."), "info", ())
            return
        self._pages.open_page(COMMENTS)
        self._page.show_comment(open_[0].comment.id)
        self._go_to(open_[0].comment.id)

    def _behind(self, open_: list[SeenComment]) -> list[SeenComment]:
        """Return the open comments behind the chosen one; behind the caret where none is chosen or the page is shut."""
        chosen = self._page.list.current_id if self._pages.page == COMMENTS else None
        at = next((one.order for one in self._seen if one.comment.id == chosen), None)
        if at is not None:
            return [one for one in open_ if one.order > at]
        caret = self._workspace.pane.caret()
        return [one for one in open_ if one.start is None or one.start >= caret]

    # Showing.

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._shown != self._desk.document_id or self._shown is None:
            self._shown = self._desk.document_id
            self._writing = None
            self._page.show_written(None, fresh=True)
            self._page.set_names(addressees(self._session))
            self._show()
            self._follow_current()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if self._shown is None or changes.document_id not in (self._shown, None):
            return
        if changes.touch("annotator", "import_run"):
            self._page.set_names(addressees(self._session))
        if changes.touch("comment", "annotator", "import_run", "layer", "text_version") or (
            self._seen and changes.touch("span")
        ):
            self._show()

    def _show(self) -> None:
        self._seen = () if self._shown is None else seen_comments(self._session, self._shown)
        self._page.set_comments(self._seen)
        open_ = [one for one in self._seen if not one.comment.resolved]
        self._pages.set_open_comments(len(open_))
        marked = open_spans(one.comment for one in open_)
        self._workspace.pane.set_commented(marked)
        self._workspace.form.spans.set_commented(marked)
        if self._writing is not None:
            written = self._find(self._writing)
            if written is None:
                self._writing = None
            self._page.show_written(written, fresh=written is None)

    def _find(self, comment_id: int) -> SeenComment | None:
        return next((one for one in self._seen if one.comment.id == comment_id), None)

    @Slot()
    def _follow_current(self) -> None:
        """Aim what is written next at the current span, and choose its first comment."""
        span = self._desk.current
        self._page.set_target(None if span is None else span.text)
        if self._desk.current_id == self._current:
            return
        self._current = self._desk.current_id
        # With nothing being written there is nothing to end, least of all the burst of a span just accepted.
        if self._writing is not None:
            self._finish()
        chosen = self._page.list.current_id
        here = [one for one in self._seen if span is not None and one.comment.span_id == span.id]
        if here and all(one.comment.id != chosen for one in here):
            self._page.show_comment(here[0].comment.id)

    # What a person does.

    @Slot(str, str, bool)
    def _write(self, text: str, to: str, on_span: bool) -> None:  # noqa: FBT001  # the signature of a Qt signal
        if self._shown is None:
            return
        span_id = self._desk.current_id if on_span else None
        before = self._writing
        changes = self._bridge.do(WriteComment(self._shown, before, text, to, span_id, str(self._burst)))
        made = [op.id for op in changes.of("comment") if op.before is None] if changes is not None else []
        if before is None and made:
            self._writing = made[0]
            self._page.show_written(self._find(made[0]), fresh=False)

    @Slot()
    def _finish(self) -> None:
        """End the comment that is being written; what is typed next is another."""
        self._burst += 1
        self._desk.end_burst()
        self._writing = None
        self._page.show_written(None, fresh=True)

    @Slot(int)
    def _edit(self, comment_id: int) -> None:
        self._finish()
        seen = self._find(comment_id)
        if seen is not None:
            self._writing = comment_id
            self._page.show_written(seen, fresh=True)
            self._page.field.setFocus()

    @Slot(int)
    def _remove(self, comment_id: int) -> None:
        if self._shown is not None:
            self._bridge.do(RemoveComment(self._shown, comment_id))

    @Slot(int, bool)
    def _resolve(self, comment_id: int, resolved: bool) -> None:  # noqa: FBT001  # the signature of a Qt signal
        if self._shown is not None:
            self._bridge.do(ResolveComment(self._shown, comment_id, resolved))

    @Slot()
    def _return(self) -> None:
        self._finish()
        self._workspace.marking.return_to_article()

    @Slot(int)
    def _go_to(self, comment_id: int) -> None:
        """Bring the place of a comment into sight; one's own span becomes current."""
        seen = self._find(comment_id)
        if seen is None or seen.start is None or seen.end is None:
            return
        if seen.own and seen.comment.span_id is not None:
            self._workspace.walking.go_to_span(seen.comment.span_id)
        else:
            self._desk.place_caret(seen.start)
            self._workspace.pane.ensure_visible(seen.start, seen.end)
        self._page.show_comment(comment_id)

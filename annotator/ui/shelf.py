"""The shelf: the list of documents as the desk uses it: which is next, what the filter shows, how many."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.project.library import Library, SearchJob
from annotator.core.changes import Changes
from annotator.core.listing import ListQuery
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.tasks import Task

# What changes the rows of the list, and what changes which rows there are.
_ROW_ENTITIES = ("span", "layer", "document")
_LIST_ENTITIES = ("import_run", "document")


class Shelf(QObject):
    """Feeds the list of documents and walks along it."""

    place_changed = Signal()

    def __init__(self, bridge: Bridge, desk: Desk, panel: LibraryPanel, library: Library) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._library = library
        self._project = bridge.session.project
        self._task: Task | None = None
        # Which document is shown (from 1, 0 for none), of how many.
        self.place = (0, 0)
        panel.set_source(library.ids, library.rows)
        panel.document_chosen.connect(desk.show_document)
        panel.query_changed.connect(self._query_changed)
        bridge.changed.connect(self.take_in)
        desk.document_shown.connect(self._document_shown)
        self._recount()

    def open_last(self) -> None:
        """Show the document in which the person was when the project was closed, else the first of the list."""
        last = self._library.last_shown()
        if last is not None and self._panel.place_of(last):
            self._desk.show_document(last)
        self.open_first()

    def open_first(self) -> None:
        """Show the first document of the list, where none is shown."""
        if self._desk.document_id is None:
            self._desk.show_document(self._panel.next_id(None))

    def open_next(self) -> bool:
        """Show the next document in the filtered order; False at the end."""
        return self._open(self._panel.next_id(self._desk.document_id))

    def open_previous(self) -> bool:
        """Show the previous document in the filtered order; False at the beginning."""
        return self._open(self._panel.previous_id(self._desk.document_id))

    def _open(self, document_id: int | None) -> bool:
        if document_id is None:
            return False
        self._desk.show_document(document_id)
        return True

    @Slot(object)
    def take_in(self, changes: Changes) -> None:
        """Redraw the rows that a commit touched; a step over the project asks for the whole list anew."""
        if changes.document_id is None and changes.touch(*_LIST_ENTITIES):
            self._library.forget_found()
            place = self._panel.place_of(self._desk.document_id)
            self._panel.reset()
            self._search_on()
            self._leave_what_is_gone(place)
        elif changes.touch(*_ROW_ENTITIES):
            if changes.document_id is None:
                self._panel.reset()
            else:
                self._panel.refresh(changes.document_id)
        if changes.touch("layer", *_LIST_ENTITIES):
            self._recount()
            self._tell_place()

    def _leave_what_is_gone(self, place: int) -> None:
        """Show the neighbour where the document shown, which stood at `place`, is no longer in the project.

        Where none was shown, because there was none, the first that has come is.
        """
        shown = self._desk.document_id
        if shown is None:
            self.open_first()
        elif not self._library.holds(shown):
            listed = self._panel.shown()
            near = self._panel.model.id_at(max(0, min(place, listed) - 1)) if listed else None
            self._desk.show_document(near)

    @Slot(object)
    def _query_changed(self, _query: ListQuery) -> None:
        self._search_on()
        self._tell_place()

    def _search_on(self) -> None:
        """Let a worker find what the first hits left out; until then the count is told as n+."""
        self.stop()
        self._panel.set_partial(partial=self._library.partial)
        if self._library.partial:
            self._task = Task(SearchJob(self._project, self._panel.query().text), self)
            self._task.finished.connect(self._found)
            self._task.start()

    @Slot(object)
    def _found(self, found: tuple[str, tuple[int, ...]]) -> None:
        text, ids = found
        if text == self._panel.query().text:
            self._library.take_found(text, ids)
            self._panel.set_partial(partial=False)
            self._panel.reset()
            self._tell_place()

    def stop(self) -> None:
        """End the search under way."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        self._panel.set_current(self._desk.document_id)
        self._tell_place()

    def _recount(self) -> None:
        self._panel.set_counts(self._library.counts())

    def _tell_place(self) -> None:
        self.place = (self._panel.place_of(self._desk.document_id), self._panel.shown())
        self.place_changed.emit()

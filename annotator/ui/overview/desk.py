"""Joins the overview to the project: what is seen of it, opened, narrowed, frozen and saved."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.agreement.measuring import Counts
from annotator.app.agreement.method_files import ReportJob, TablesJob
from annotator.app.agreement.overview import Seen, shown_names
from annotator.app.agreement.places import Place, documents_of, places_of
from annotator.app.agreement.rounds import documents_in, freeze, rounds_of
from annotator.core.messages import Message
from annotator.core.round import Round
from annotator.review.frozen import Decided, Numbers, read_decided, renamed
from annotator.review.places import Wanted
from annotator.ui.labels.errands import Errands
from annotator.ui.overview.before import BeforeKeeper
from annotator.ui.overview.looking import Looking
from annotator.ui.overview.page import METHODS, OverviewPage
from annotator.ui.overview.sheets import Layers, Words
from annotator.ui.overview.view import OverviewView
from annotator.ui.overview.words import round_name
from annotator.ui.views import ANNOTATE, OVERVIEW
from annotator.ui.workspace import Workspace

_DAY: Final = 10
_BEFORE: Final = "before adjudication"  # as files and rounds call the round without a name


class OverviewDesk(QObject):
    """What the page shows, and what is done there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._page = OverviewPage()
        self.looking = Looking(workspace.bridge, self._page.strip, Counts(), self)
        self.before = BeforeKeeper(workspace.bridge, self)
        self._errands = Errands(self)
        self._seen: Seen | None = None
        self._rounds: dict[int, tuple[Round, Mapping[str, Any]]] = {}
        self._round: int | None = None
        self._connect()
        workspace.views.add(OVERVIEW, OverviewView(self, workspace))

    def _connect(self) -> None:
        page, workspace = self._page, self._workspace
        self.looking.seen.connect(self._show)
        self.looking.failed.connect(self._failed)
        self._errands.failed.connect(self._failed)
        page.filters_changed.connect(self._narrow)
        page.retranslated.connect(self._say_anew)
        page.round_chosen.connect(self._choose_round)
        page.progress_tab.opened.connect(self._open)
        page.agreement.opened.connect(self._open)
        page.places.place_wished.connect(self._go)
        page.places.close_wished.connect(page.close_places)
        page.methods.opened.connect(self._open_round)
        page.methods.freeze_wished.connect(self._freeze)
        page.methods.tables_wished.connect(self.save_tables)
        page.methods.report_wished.connect(self.save_report)
        workspace.views.view_changed.connect(self._view_changed)
        workspace.closing.connect(self._stop)

    @property
    def page(self) -> OverviewPage:
        """What is shown."""
        return self._page

    @Slot(str)
    def _view_changed(self, name: str) -> None:
        self.looking.watch(watched=name == OVERVIEW)

    # What is shown.

    @property
    def seen(self) -> Seen | None:
        """What was seen last, None before the first look."""
        return self._seen

    @property
    def _live(self) -> bool:
        return self._round not in self._rounds

    @property
    def _shown(self) -> tuple[Numbers, Decided] | None:
        """The numbers that are shown, and how the items were decided that they speak of."""
        if self._seen is None:
            return None
        if self._round is None or self._live:
            return self._seen.numbers, self._seen.decided
        kept, numbers = self._rounds[self._round]
        return numbers, self._seen.decided if kept.before else read_decided(numbers)

    @property
    def _round_told(self) -> str:
        """The name of the round shown and the day on which it was frozen, as files tell it; "" for those of now."""
        if self._round is None or self._live:
            return ""
        kept, _ = self._rounds[self._round]
        return f"{kept.name or _BEFORE} ({kept.at[:_DAY]})"

    def _words(self) -> Words:
        return Words({} if self._seen is None else shown_names(self._session, self._seen.measured.people))

    @Slot(object)
    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self._rounds = {kept.id: (kept, self._read(kept)) for kept in rounds_of(self._session)}
        names = [(kept.id, f"{round_name(kept.name, before=kept.before)} ({kept.at[:_DAY]})")
                 for kept, _ in self._rounds.values()]  # fmt: skip
        self._page.set_choices([label.key for label in seen.measured.labels.labels], names)
        self._show_numbers()

    @Slot()
    def _say_anew(self) -> None:
        if self._seen is not None:
            self._show(self._seen)

    def _read(self, kept: Round) -> Mapping[str, Any]:
        known = self._rounds.get(kept.id)
        return kept.numbers if known is None else known[1]

    def _show_numbers(self) -> None:
        seen, shown = self._seen, self._shown
        if seen is None or shown is None:
            return
        page, words, live = self._page, self._words(), self._live
        page.progress_tab.show_progress(seen.progress, words)
        page.agreement.show_numbers(shown[0], words)
        page.methods.show_all(seen.numbers, list(self._rounds.values()), *shown, live=live)
        page.set_live(live=live)
        page.tell(self._told(live=live))

    def _told(self, *, live: bool) -> str:
        if not live and self._round is not None:
            kept, _ = self._rounds[self._round]
            told = self.tr(
                "Frozen on %1: these numbers never change, and their texts were not kept to be opened."
            )
            return told.replace("%1", kept.at[:_DAY])
        if self.looking.filters.zones:
            return self.tr(
                "Spans that begin in the zone are compared; measures of characters count the whole text."
            )
        return ""

    # What a person does.

    @Slot()
    def _narrow(self) -> None:
        self._page.close_places()
        filters, id_ = self._page.filters, self._page.round_compared
        if id_ in self._rounds:
            kept, _ = self._rounds[id_]
            name = kept.name or _BEFORE
            filters = replace(filters, documents=documents_in(kept), of_round=name)
        self.looking.narrow(filters)

    @Slot(object)
    def _choose_round(self, id_: int | None) -> None:
        self._round = id_
        self._page.close_places()
        self._show_numbers()

    @Slot(object)
    def _open_round(self, kept: Round | None) -> None:
        self._page.numbers.choose_data(None if kept is None else kept.id)
        if kept is None:
            self._page.numbers.setCurrentIndex(0)
        self._choose_round(None if kept is None else kept.id)

    @Slot(object)
    def _open(self, opens: object) -> None:
        seen = self._seen
        if seen is None or not self._live:
            return
        names, found = ("", ""), None
        if isinstance(opens, Wanted):
            names, found = (opens.a, opens.b), places_of(seen.measured, opens)
        elif isinstance(opens, Layers):
            found = documents_of(seen.measured, opens.annotator, opens.status)
        if found is not None:
            self._page.places.show_places(found, names, self._words())
            self._page.open_places()

    @Slot(object)
    def _go(self, place: Place) -> None:
        """Show the document of a place in the article, at the place."""
        workspace = self._workspace
        workspace.views.show_view(ANNOTATE)
        desk = workspace.desk
        if desk.document_id != place.document_id:
            desk.show_document(place.document_id)
        desk.place_caret(min(place.start, len(desk.text)))
        workspace.pane.ensure_visible(place.start, max(place.end, place.start + 1))
        workspace.take_focus()

    def name_round(self) -> None:
        """Take the keyboard to the name of a new round."""
        self._page.open_tab(METHODS)
        self._page.methods.focus_name()

    @Slot(str)
    def _freeze(self, name: str) -> None:
        seen = self._seen
        if seen is None or not self._live:
            return
        if self._workspace.bridge.do(freeze(name, seen.measured, seen.decided)) is not None:
            self._page.methods.name.clear()
            self._workspace.notices.show_notice(
                lambda: self.tr("Frozen as a round: %1").replace("%1", name), "info", ()
            )
            self._show(seen)

    # Files.

    def save_tables(self) -> None:
        """Ask for a folder and write the tables into it."""
        self._save(self.tr("Save the tables into a new folder"), "agreement", "", TablesJob)

    def save_report(self) -> None:
        """Ask for a file and write the report."""
        self._save(self.tr("Save the report"), "agreement.html", "HTML (*.html)", ReportJob)

    def _save(
        self, title: str, name: str, kinds: str, job: Callable[[Numbers, Decided, Path, str], Any]
    ) -> None:
        shown, seen = self._shown, self._seen
        if shown is None or seen is None:
            return
        path = self._session.project.path
        proposed = path.with_name(f"{path.stem}-{name}")
        chosen, _ = QFileDialog.getSaveFileName(self._workspace.window(), title, str(proposed), kinds)
        if chosen:
            numbers = renamed(shown[0], shown_names(self._session, seen.measured.people))
            self._errands.run(job(numbers, shown[1], Path(chosen), self._round_told), self._written)

    def _written(self, path: object) -> None:
        self._workspace.notices.show_notice(
            lambda: self.tr("Written: %1").replace("%1", str(path)), "info", ()
        )

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _stop(self) -> None:
        self.looking.stop()
        self.before.stop()
        self._errands.stop()

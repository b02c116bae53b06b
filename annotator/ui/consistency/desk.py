"""Looks over the project for what is not the same everywhere, goes to its places, and makes them alike in one step."""

from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.titles import called
from annotator.app.review.consistency import (
    Consistency,
    ConsistencyJob,
    Inconsistency,
    Kind,
    Spot,
    Variant,
    waiver_id,
)
from annotator.core.commands.base import Command
from annotator.core.commands.occurrences import AddOccurrences, Places
from annotator.core.commands.repair import LeaveInconsistent, RelabelEverywhere, SetValueEverywhere
from annotator.core.messages import Message
from annotator.ui.consistency.panel import ConsistencyPanel
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class ConsistencyDesk(QObject):
    """One look at a time on one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"document.consistency": self.open_panel}

    @property
    def _panel(self) -> ConsistencyPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, ConsistencyPanel) else None

    def open_panel(self) -> None:
        """Show the panel, and look."""
        self._workspace.desk.end_burst()
        panel = ConsistencyPanel(self._session.labels, self._title)
        panel.set_editable(editable=not self._session.project.read_only)
        panel.place_wished.connect(self._go)
        panel.alike_wished.connect(self._make_alike)
        panel.leave_wished.connect(self._leave)
        panel.article_wished.connect(self._workspace.focus_article)
        panel.again_wished.connect(self._look)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)
        self._look()

    def _title(self, document_id: int) -> str:
        return called(self._session.project.reading, self._session.document(document_id))

    @Slot()
    def _look(self) -> None:
        panel = self._panel
        if panel is None or self._job.busy:
            return
        panel.set_found(None)
        self._job.start(ConsistencyJob(self._session))

    @Slot(object)
    def _finished(self, found: Consistency) -> None:
        if self._panel is not None:
            self._panel.set_found(found)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._panel is not None:
            self._workspace.panels.close_panel()
        self._workspace.notices.show_notice(told, "problem", ())

    # What a person does.

    @Slot(object)
    def _go(self, spot: Spot) -> None:
        desk = self._workspace.desk
        if desk.document_id != spot.document_id:
            desk.show_document(spot.document_id)
        if spot.span_id:
            self._workspace.walking.go_to_span(spot.span_id)
        else:
            self._workspace.pane.select(spot.start, spot.end)
            self._workspace.pane.ensure_visible(spot.start, spot.end)

    @Slot(object, object)
    def _make_alike(self, one: Inconsistency, way: Variant) -> None:
        self._do(_repair(one, way))

    @Slot(object)
    def _leave(self, one: Inconsistency) -> None:
        self._do(LeaveInconsistent(waiver_id(one.kind), one.text))

    def _do(self, command: Command) -> None:
        if self._workspace.bridge.do(command) is not None:
            self._look()


def _repair(one: Inconsistency, way: Variant) -> Command:
    """Return the step that makes all places as `way` says."""
    by_document: dict[int, list[Spot]] = defaultdict(list)
    for variant in one.variants:
        for spot in variant.spots if variant is not way or one.kind is Kind.UNMARKED else ():
            by_document[spot.document_id].append(spot)
    if one.kind is Kind.UNMARKED:
        places = tuple(
            Places(id_, tuple((spot.start, spot.end) for spot in spots)) for id_, spots in by_document.items()
        )
        return AddOccurrences(one.text, way.label_id, places)
    spans = {id_: tuple(spot.span_id for spot in spots) for id_, spots in by_document.items()}
    if one.kind is Kind.LABELS or way.norm is None:
        return RelabelEverywhere(spans, way.label_id, one.text)
    return SetValueEverywhere(spans, way.norm, one.text)

"""Marking the same text elsewhere: finds its places, opens the panel, turns what was ticked into one step."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.occurrences import FindJob, Found, Wanted, adding_job, places_in
from annotator.core.changes import Changes, RowOp
from annotator.core.commands.occurrences import AddOccurrences, Places, Refusal
from annotator.core.folding import fold_term
from annotator.core.values import Norm, ValueKind
from annotator.ui.annotate.occurrences_panel import Choice, OccurrencesPanel
from annotator.ui.workspace import Workspace

UNDO_OCCURRENCES: Final = "undo-occurrences"

_ENTITIES: Final = frozenset({"span", "text_version", "label", "refusal", "import_run"})
_PLACING: Final = frozenset({"start", "end", "label_id"})


class OccurrencesDesk(QObject):
    """One text at a time, on one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._wanted = Wanted("", 0)
        self._document_id = 0
        self._job: FindJob | None = None
        # The caret and the current span when the panel was opened.
        self._was_at: tuple[int, int | None] = (0, None)
        # The step that the notice offers to take back.
        self._step = 0
        workspace.errands.failed.connect(self._failed)
        workspace.panels.closed.connect(self._leave_job)
        workspace.bridge.changed.connect(self._take_in)
        workspace.desk.document_shown.connect(self._shown)
        workspace.notices.action_chosen.connect(self._acted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"mark.occurrences": self.open_panel}

    @property
    def _panel(self) -> OccurrencesPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, OccurrencesPanel) else None

    def open_panel(self) -> None:
        """Show other places of the text of the selection, or of the current span."""
        desk, labels = self._workspace.desk, self._session.labels
        start, end = self._workspace.pane.selection()
        quote = desk.text[start:end]
        label_id = self._likely_label(quote)
        if not quote and desk.current is not None:
            quote, label_id = desk.current.text, desk.current.label_id
        if desk.document_id is None or not labels.labels:
            return
        if not fold_term(quote).strip():
            self._workspace.notices.show_notice(
                lambda: self.tr(
                    "Select some text first, or go to a span: then = finds the same text elsewhere."
                ),
                "info",
                (),
            )
            return
        desk.end_burst()
        self._was_at = (end, desk.current_id)
        self._document_id, self._wanted = desk.document_id, Wanted(quote, label_id)
        panel = OccurrencesPanel(quote)
        panel.apply_wished.connect(self._apply)
        panel.label_chosen.connect(self._relabel)
        panel.project_toggled.connect(self._look_further)
        panel.place_reached.connect(self._workspace.pane.ensure_visible)
        panel.close_wished.connect(self._close)
        self._fill(panel)
        self._workspace.panels.open_panel(panel)

    def _likely_label(self, quote: str) -> int:
        """Return the label in hand, else the one that most spans of this text have here, else the last used."""
        labels, brush = self._session.labels, self._workspace.brush.label
        if brush is not None:
            return brush.id
        wanted = fold_term(quote)
        same = Counter(s.label_id for s in self._workspace.desk.spans if fold_term(s.text) == wanted)
        if same:
            return same.most_common(1)[0][0]
        last = labels.by_id(self._wanted.label_id)
        if last is not None:
            return last.id
        return labels.labels[0].id if labels.labels else 0

    @Slot()
    def follow_theme(self) -> None:
        """Take the colours of another theme, once the article has them."""
        panel = self._panel
        if panel is not None:
            panel.set_labels(self._session.labels, self._wanted.label_id, self._workspace.pane.theme())

    def _fill(self, panel: OccurrencesPanel) -> None:
        self._leave_job()
        panel.set_labels(self._session.labels, self._wanted.label_id, self._workspace.pane.theme())
        panel.show_places(places_in(self._session, self._document_id, self._wanted))
        if panel.whole_project:
            self._look_further(True)  # noqa: FBT003  (the slot of a Qt signal)

    # The whole project.

    @Slot(bool)
    def _look_further(self, wished: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        self._leave_job()
        panel = self._panel
        if panel is None:
            return
        panel.show_documents(None)
        if wished:
            self._job = FindJob(self._session, self._wanted, self._document_id)
            self._workspace.errands.run(self._job, partial(self._take_found, self._job))

    def _take_found(self, job: FindJob, found: object) -> None:
        """Show what a job has found, where that is still asked for."""
        panel = self._panel
        if job is not self._job or panel is None or not isinstance(found, list):
            return
        self._job = None
        panel.show_documents([each for each in found if isinstance(each, Found)])

    @Slot()
    def _failed(self) -> None:
        """Go back to this document where the others could not be read; why is told by the label desk."""
        panel = self._panel
        if self._job is not None and panel is not None:
            panel.leave_project()

    @Slot()
    def _leave_job(self) -> None:
        if self._job is not None:
            self._job.leave()
            self._job = None

    # What a person does in the panel.

    @Slot(int)
    def _relabel(self, label_id: int) -> None:
        panel = self._panel
        if panel is not None:
            self._wanted = Wanted(self._wanted.quote, label_id)
            self._fill(panel)

    @Slot()
    def _apply(self) -> None:
        """Close the panel and carry out what was chosen: a step of the document, or one over the project."""
        panel = self._panel
        if panel is None or panel.looking:
            return
        choice = panel.choice()
        self._close()
        command = self._command(choice)
        if command.document_id is None:
            self._workspace.errands.run(adding_job(self._session, command), self._added)
        elif self._workspace.bridge.do(command) is not None and choice.places:
            self._go_back()

    def _go_back(self) -> None:
        """Go back to where the person was reading: what was marked elsewhere is no reason to lose the place."""
        desk, pane = self._workspace.desk, self._workspace.pane
        caret, current_id = self._was_at
        desk.place_caret(min(caret, len(desk.text)))
        desk.set_current(current_id)
        pane.ensure_visible(pane.caret(), pane.caret())

    def _command(self, choice: Choice) -> AddOccurrences:
        here = self._document_id
        places = [Places(here, choice.places)] if choice.places else []
        places += [Places(found.document_id, found.likely) for found in choice.documents]
        refused = [Refusal(here, *place) for place in choice.refused]
        refused += [Refusal(document_id) for document_id in choice.refused_documents]
        further = bool(choice.documents or choice.refused_documents)
        wanted = self._wanted
        return AddOccurrences(
            wanted.quote,
            wanted.label_id,
            tuple(places),
            tuple(refused),
            None if further else here,
            self._known_value(),
        )

    def _known_value(self) -> Norm | None:
        """Return the value that this text has here, where the place does not decide it as with sums and dates."""
        label, wanted = self._session.labels.by_id(self._wanted.label_id), fold_term(self._wanted.quote)
        if label is None or label.kind in (ValueKind.MONEY, ValueKind.DATE):
            return None
        same = Counter(
            span.norm
            for span in self._workspace.desk.spans
            if span.norm is not None and span.label_id == label.id and fold_term(span.text) == wanted
        )
        return same.most_common(1)[0][0] if same else None

    def _added(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        self._session.refresh(changes)
        spans = changes.of("span")
        step = self._session.history(None).to_undo
        if spans and step is not None:
            self._step = step.id
            layers = {op.after["layer_id"] for op in spans if op.after}
            self._workspace.notices.show_notice(
                lambda: self.tr("Marked {count} places in {documents} documents.").format(
                    count=f"{len(spans):,}", documents=f"{len(layers):,}"
                ),
                "info",
                ((UNDO_OCCURRENCES, lambda: self.tr("Undo")),),
            )

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_OCCURRENCES:
            step = self._session.history(None).to_undo
            if step is not None and step.id == self._step:
                self._workspace.bridge.undo(None)

    # What happens meanwhile.

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        """Look again after a change that may have moved, marked or renamed something."""
        panel = self._panel
        if panel is None or not any(map(_matters, changes.ops)):
            return
        if self._session.labels.by_id(self._wanted.label_id) is None:
            self._close()
        else:
            self._fill(panel)

    @Slot()
    def _shown(self) -> None:
        if self._panel is not None and self._workspace.desk.document_id != self._document_id:
            self._close()


def _matters(op: RowOp) -> bool:
    """Tell whether an operation may change which places there are; a note or a value does not."""
    if op.entity == "span" and op.before is not None and op.after is not None:
        return not _PLACING.isdisjoint(op.after)
    return op.entity in _ENTITIES

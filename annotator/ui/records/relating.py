"""Ties spans to others (a short form to its name), shows the relations of the current span, offers new ones."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.app.suggestions.records import open_aliases
from annotator.core.changes import Changes
from annotator.core.commands.relations import Relate, RemoveRelation, relations_of
from annotator.core.folding import fold_term
from annotator.core.relation import ALIAS, Relation
from annotator.core.span import Origin, Span
from annotator.korean.aliases import AliasPair
from annotator.ui.form.relation_box import RelationLine
from annotator.ui.records.table_words import relation_word
from annotator.ui.widgets.pick_panel import Choice, PickPanel
from annotator.ui.widgets.swatch import swatch_icon
from annotator.ui.workspace import Workspace

_TIE: Final = "tie-aliases"
_ICON: Final = 12
_MOST: Final = 100
_ACCEPTED: Final = frozenset({str(Origin.ACCEPTED), str(Origin.EDITED)})


class Relating(QObject):
    """The relations of the document shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._desk = workspace.desk
        self._box = workspace.form.relations
        self._offered: tuple[tuple[int, int], ...] = ()
        self._box.span_wished.connect(workspace.walking.go_to_span)
        self._box.tie_wished.connect(self._tie)
        self._box.removal_wished.connect(self._remove)
        self._box.escaped.connect(workspace.focus_article)
        self._box.set_editable(editable=not self._session.project.read_only)
        self._desk.state_changed.connect(self._show)
        workspace.bridge.changed.connect(self._take_in)
        workspace.notices.action_chosen.connect(self._acted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"mark.alias": self.ask, "mark.alias-brackets": self.tie_brackets}

    # What a person does.

    def ask(self) -> None:
        """Ask of which span the current one is an alias."""
        if self._desk.current is None:
            return
        panel = PickPanel("alias", self.tr("Of which span is this an alias?"), self._candidates)
        panel.picked.connect(self._picked)
        self._workspace.panels.open_panel(panel)

    def _candidates(self, term: str) -> list[Choice]:
        """Return the spans that may be meant: what the brackets say, then those of the label, the nearest first."""
        current = self._desk.current
        if current is None:
            return []
        meant = {pair.name.id for pair in self._pairs() if pair.alias.id == current.id}
        wanted, labels, theme = fold_term(term), self._session.labels, self._workspace.pane.theme()
        ranked = sorted(
            (
                (
                    one.id not in meant,
                    one.label_id != current.label_id,
                    abs(one.start - current.start),
                    one.id,
                ),
                one,
            )
            for one in self._desk.spans
            if one.id != current.id and wanted in fold_term(one.text)
        )
        choices = []
        for _rank, one in ranked[:_MOST]:
            label = labels.by_id(one.label_id)
            icon = None if label is None else swatch_icon(theme.look(label.role), _ICON)
            choices.append(Choice(one.id, one.text, "" if label is None else label.title or label.key, icon))
        return choices

    @Slot(object)
    def _picked(self, span_id: int) -> None:
        current = self._desk.current
        self._workspace.panels.close_panel()
        self._workspace.focus_article()
        if current is not None:
            self._tie(current.id, span_id)

    @Slot(int, int)
    def _tie(self, from_id: int, to_id: int) -> None:
        self._relate(((from_id, to_id),))

    def _relate(self, pairs: tuple[tuple[int, int], ...]) -> bool:
        document_id = self._desk.document_id
        return document_id is not None and self._workspace.bridge.do(Relate(document_id, pairs)) is not None

    @Slot(int)
    def _remove(self, relation_id: int) -> None:
        if self._desk.document_id is not None:
            self._workspace.bridge.do(RemoveRelation(self._desk.document_id, relation_id))

    def tie_brackets(self) -> None:
        """Tie all names that stand in brackets behind others, in one step, and say how many."""
        pairs = self._pairs()
        count = len(pairs) if pairs and self._relate(_ids(pairs)) else 0

        def told() -> str:
            if not count:
                return self.tr("No name stands in brackets behind another.")
            return self.tr("Tied as aliases: %1.").replace("%1", str(count))

        self._workspace.notices.show_notice(told, "info", ())

    # What is offered.

    def _pairs(self, near: Span | None = None) -> tuple[AliasPair, ...]:
        document_id = self._desk.document_id
        return () if document_id is None else open_aliases(self._session, document_id, near)

    def _offer(self, changes: Changes) -> None:
        """Offer to tie what was accepted, where a name stands in brackets behind another."""
        accepted = {
            op.id
            for op in changes.of("span")
            if op.before is None and op.after is not None and op.after["origin"] in _ACCEPTED
        }
        if not accepted:
            return
        pairs = [pair for pair in self._pairs() if accepted & {pair.alias.id, pair.name.id}]
        if pairs:
            self._offered = _ids(pairs)
            self._workspace.notices.show_notice(
                lambda: self.tr("Names in brackets behind others: %1.").replace("%1", str(len(pairs))),
                "info",
                ((_TIE, lambda: self.tr("Tie as aliases")),),
            )

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == _TIE:
            known = {span.id for span in self._desk.spans}
            pairs = tuple(pair for pair in self._offered if known.issuperset(pair))
            if pairs:
                self._relate(pairs)

    # What is shown.

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.touch("relation"):
            self._show()
        if changes.document_id == self._desk.document_id and changes.touch("span"):
            self._offer(changes)

    @Slot()
    def _show(self) -> None:
        current, document_id = self._desk.current, self._desk.document_id
        if current is None or document_id is None:
            self._box.show_lines(())
            return
        spans = {span.id: span for span in self._desk.spans}
        tied = [
            one
            for one in relations_of(self._session, document_id)
            if current.id in {one.from_id, one.to_id} and one.from_id in spans and one.to_id in spans
        ]
        lines = [self._line(one, current, spans) for one in tied]
        lines += self._proposed(current)
        self._box.show_lines(lines)

    def _line(self, one: Relation, current: Span, spans: dict[int, Span]) -> RelationLine:
        outgoing = one.from_id == current.id
        other = spans[one.to_id if outgoing else one.from_id]
        if one.type != ALIAS:
            type_ = relation_word(one.type)
            told = f"{type_} → {other.text}" if outgoing else f"{other.text} → {type_}"
        elif outgoing:
            told = self.tr("alias of {text}").format(text=other.text)
        else:
            told = self.tr("{text} is an alias of it").format(text=other.text)
        return RelationLine(told, other.id, one.id)

    def _proposed(self, current: Span) -> Iterator[RelationLine]:
        for alias, name in self._pairs(current):
            if current.id == alias.id:
                yield RelationLine(
                    self.tr("alias of {text}?").format(text=name.text), name.id, None, (alias.id, name.id)
                )
            elif current.id == name.id:
                words = self.tr("is {text} an alias of it?").format(text=alias.text)
                yield RelationLine(words, alias.id, None, (alias.id, name.id))


def _ids(pairs: Sequence[AliasPair]) -> tuple[tuple[int, int], ...]:
    return tuple((pair.alias.id, pair.name.id) for pair in pairs)

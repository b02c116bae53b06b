"""Ties spans into records and shows them: which record is current, and what its members are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from annotator.app.suggestions.meaning import read_typed
from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.commands.records import (
    RemoveRecord,
    SetMemberValue,
    SetRole,
    TieSpan,
    TieValue,
    Untie,
    records_of,
)
from annotator.core.labels import Label
from annotator.core.record import ACTION, Member, Record
from annotator.core.values import Norm, ValueKind
from annotator.ui.annotate.marks import pane_span, record_mark
from annotator.ui.form.member_editor import MemberLine, Role
from annotator.ui.form.pages import RECORDS
from annotator.ui.form.records_page import RecordLine
from annotator.ui.form.words import DOT, label_title, value_words
from annotator.ui.records.proposing import Proposing
from annotator.ui.records.relating import Relating
from annotator.ui.records.tables_desk import TablesDesk
from annotator.ui.workspace import Workspace


class RecordsDesk(QObject):
    """The records of the document shown; the current one takes what is tied next."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._desk = workspace.desk
        self._pages = workspace.form.pages
        self._page = workspace.form.pages.records
        self._current: int | None = None
        self._burst = 0
        self._document_id: int | None = None
        self._proposing = Proposing(workspace)
        self._proposing.tied.connect(self._proposed_tied)
        self._relating = Relating(workspace)
        self._tables = TablesDesk(workspace)
        self._tables.record_wished.connect(self._go_to_record)
        self._page.record_chosen.connect(self._choose)
        self._page.span_wished.connect(workspace.walking.go_to_span)
        self._page.untie_wished.connect(self._untie)
        self._page.removal_wished.connect(self._remove)
        self._page.value_wished.connect(self._tie_value)
        self._page.role_wished.connect(self._set_role)
        self._page.value_edited.connect(self._set_value)
        self._page.burst_ended.connect(self._desk.end_burst)
        self._desk.burst_ended.connect(self._next_burst)
        self._page.returned.connect(workspace.focus_article)
        self._page.language_changed.connect(self._show)
        self._page.set_editable(editable=not self._session.project.read_only)
        self._desk.document_shown.connect(self._document_shown)
        self._desk.state_changed.connect(self._read_by_date)
        workspace.bridge.changed.connect(self._take_in)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "mark.record": self.tie,
            "mark.new-record": self.begin,
            "document.records": self.open_page,
            **self._proposing.handlers(),
            **self._tables.handlers(),
            **self._relating.handlers(),
        }

    def tie(self) -> None:
        """Tie the current span into the current record, or take it out; without one, begin one."""
        span_id, document_id = self._desk.current_id, self._desk.document_id
        if span_id is None or document_id is None:
            return
        begins = self._current is None
        if self._do(TieSpan(document_id, span_id, self._current)):
            if begins:
                self._current = records_of(self._session, document_id)[-1].id
            self._show()
            self._pages.open_page(RECORDS)

    def begin(self) -> None:
        """Begin another record, with the current span where there is one."""
        self._current = None
        self._show()
        self.tie()

    @Slot()
    def _proposed_tied(self) -> None:
        """Let the record that was proposed be the current one."""
        if self._desk.document_id is not None:
            self._current = records_of(self._session, self._desk.document_id)[-1].id
            self._show()

    @Slot(int)
    def _go_to_record(self, record_id: int) -> None:
        """Let a record of the document shown be the current one, and show it."""
        self._current = record_id
        self._show()
        self._pages.open_page(RECORDS)

    def open_page(self) -> None:
        """Put the keyboard into the list of records."""
        self._pages.focus_page(RECORDS)

    @Slot(int)
    def _choose(self, record_id: int) -> None:
        self._current = record_id

    @Slot(int)
    def _untie(self, member_id: int) -> None:
        if self._desk.document_id is not None:
            self._do(Untie(self._desk.document_id, member_id))

    @Slot(int)
    def _remove(self, record_id: int) -> None:
        if self._desk.document_id is not None:
            self._do(RemoveRecord(self._desk.document_id, record_id))

    @Slot(str, object)
    def _tie_value(self, role: str, norm: Norm) -> None:
        if self._desk.document_id is not None and self._current is not None:
            self._do(TieValue(self._desk.document_id, self._current, role, norm))

    @Slot(int, str)
    def _set_role(self, member_id: int, role: str) -> None:
        if self._desk.document_id is not None:
            self._do(SetRole(self._desk.document_id, member_id, role))

    @Slot(int, object)
    def _set_value(self, member_id: int, norm: Norm | None) -> None:
        if self._desk.document_id is not None:
            self._do(SetMemberValue(self._desk.document_id, member_id, norm, str(self._burst)))

    @Slot()
    def _next_burst(self) -> None:
        self._burst += 1

    def _do(self, command: Command) -> bool:
        return self._workspace.bridge.do(command) is not None

    # What is shown.

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._desk.document_id != self._document_id:
            self._document_id, self._current = self._desk.document_id, None
            self._show()

    @Slot()
    def _read_by_date(self) -> None:
        """Let typed values be read as of the date of the document shown, which may change while it is shown."""
        document = self._desk.document
        day = "" if document is None else document.document_date
        self._page.editor.set_reader(partial(read_typed, document_date=day), day)

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.touch("record", "record_member", "span", "label", "layer", "import_run"):
            self._show()

    @Slot()
    def _show(self) -> None:
        document_id = self._desk.document_id
        records = [] if document_id is None else records_of(self._session, document_id)
        if self._current not in [record.id for record in records]:
            self._current = None
        roles = self._roles()
        self._page.set_roles(roles)
        words = {role.key: role.words for role in roles}
        self._page.show_records([self._line(record, words) for record in records], self._current)
        self._pages.set_records(len(records))
        self._mark(records)

    def _mark(self, records: Sequence[Record]) -> None:
        """Say at the spans, in the article and in their list, in which records they are tied."""
        numbers: dict[int, list[int]] = {}
        for number, record in enumerate(records, 1):
            for member in record.members:
                if member.span_id is not None:
                    numbers.setdefault(member.span_id, []).append(number)
        marks = {span_id: record_mark(tied) for span_id, tied in numbers.items()}
        changed = {span_id for span_id, _mark in marks.items() ^ self._desk.record_marks.items()}
        self._desk.record_marks = marks
        self._workspace.form.spans.set_recorded(marks)
        for span in self._desk.spans if changed else ():
            if span.id in changed:
                self._workspace.pane.upsert_span(pane_span(span, self._session.labels, marks))

    def _roles(self) -> list[Role]:
        """Return the labels, and the action; a value of a label without values is a text."""
        text = ValueKind.TEXT
        roles = [
            Role(
                label.key,
                label_title(label),
                replace(label, kind=text) if label.kind is ValueKind.NONE else label,
            )
            for label in self._session.labels.labels
        ]
        action = Label(0, ACTION, ACTION, self.tr("action"), "", "", text, "", (), 0)
        return [*roles, Role(ACTION, action.title, action)]

    def _line(self, record: Record, words: dict[str, str]) -> RecordLine:
        members = tuple(self._member(member, words) for member in record.members)
        return RecordLine(record.id, record.incomplete, members)

    def _member(self, member: Member, words: dict[str, str]) -> MemberLine:
        span = next((one for one in self._desk.spans if one.id == member.span_id), None)
        if span is None:
            told = "" if member.norm is None else value_words(member.norm)
        else:
            value = value_words(span.norm)
            told = span.text if value in {"", span.text} else f"{span.text}{DOT}{value}"
        role = words.get(member.role, member.role)
        return MemberLine(
            member.id, role, told, member.span_id, empty=member.empty, key=member.role, norm=member.norm
        )

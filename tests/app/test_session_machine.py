"""Whatever a person does, in whatever order: rows, journal, memory and offsets always agree."""

import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.clusters import is_edge, widen
from annotator.core.commands.base import Command
from annotator.core.commands.company import (
    AddDocumentLabel,
    RemoveComment,
    RemoveDocumentLabel,
    ResolveComment,
    WriteComment,
)
from annotator.core.commands.spans import AddSpan, RelabelSpans, RemoveSpans, ResizeSpan, SetNote
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.span import Span
from annotator.store.journal import operations
from tests.support.projects import make_session, reopen

# Syllables, conjoining jamo, emoji with joiners, flags, line and paragraph separators, no-break spaces.
PIECES = [
    "과기부",
    "와 ",
    "9일",
    "\u1112\u1161\u11ab",
    "👩\u200d👩\u200d👧",
    "🇰🇷",
    "e\u0301",
    "\u2028",
    "\u00a0",
    "\n",
    "美",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
DOCUMENT = 1

# The spans, and the rows of comments and document labels.
Whole = tuple[tuple[Span, ...], tuple[object, ...], tuple[object, ...]]


class Marking(RuleBasedStateMachine):
    """Adds, relabels, resizes, removes, notes, comments, undoes, redoes and reopens one document."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.past: list[Whole] = []
        self.future: list[Whole] = []

    @initialize(text=TEXTS)
    def open(self, text: str) -> None:
        self.text = text
        self.session = make_session(self.folder, text)

    def spans(self) -> tuple[Span, ...]:
        layer = self.session.layer(DOCUMENT)
        return layer.spans if layer is not None else ()

    def whole(self) -> Whole:
        """Return all that a person has made in the document."""
        query = self.session.project.connection.execute
        comments = query("SELECT * FROM comment ORDER BY id").fetchall()
        labels = query("SELECT id, position, label FROM document_label ORDER BY id").fetchall()
        return self.spans(), tuple(comments), tuple(labels)

    def comments(self) -> list[int]:
        query = "SELECT id FROM comment ORDER BY id"
        return [id_ for (id_,) in self.session.project.connection.execute(query)]

    def do(self, command: Command) -> None:
        before = self.whole()
        try:
            changes = self.session.do(command)
        except UserError:
            assert self.whole() == before
            return
        if changes is not None:
            self.past.append(before)
            self.future.clear()

    @rule(data=st.data(), label=st.integers(1, 4))
    def add(self, data: st.DataObject, label: int) -> None:
        start = data.draw(st.integers(0, len(self.text) - 1))
        end = data.draw(st.integers(start + 1, len(self.text)))
        self.do(AddSpan(DOCUMENT, start, end, label))
        wide = widen(self.text, start, end)
        assert any((s.start, s.end, s.label_id) == (*wide, label) for s in self.spans())

    @precondition(lambda self: self.spans())
    @rule(data=st.data(), label=st.integers(1, 4))
    def relabel(self, data: st.DataObject, label: int) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.spans()), min_size=1, unique=True))
        self.do(RelabelSpans(DOCUMENT, tuple(s.id for s in chosen), label))

    @precondition(lambda self: self.spans())
    @rule(data=st.data())
    def resize(self, data: st.DataObject) -> None:
        span = data.draw(st.sampled_from(self.spans()))
        start = data.draw(st.integers(0, len(self.text) - 1))
        end = data.draw(st.integers(start + 1, len(self.text)))
        self.do(ResizeSpan(DOCUMENT, span.id, start, end))

    @precondition(lambda self: self.spans())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.spans()), min_size=1, unique=True))
        self.do(RemoveSpans(DOCUMENT, tuple(s.id for s in chosen)))

    @precondition(lambda self: self.spans())
    @rule(data=st.data(), note=st.text(alphabet="가나 🎉\u2028'\"", max_size=4))
    def note(self, data: st.DataObject, note: str) -> None:
        span = data.draw(st.sampled_from(self.spans()))
        self.do(SetNote(DOCUMENT, span.id, note))
        self.session.seal(DOCUMENT)

    @rule(data=st.data(), on_span=st.booleans())
    def comment(self, data: st.DataObject, on_span: bool) -> None:
        spans = self.spans()
        span = data.draw(st.sampled_from(spans)) if on_span and spans else None
        self.do(WriteComment(DOCUMENT, None, "확인", "이두리", None if span is None else span.id))

    @precondition(lambda self: self.comments())
    @rule(data=st.data(), what=st.sampled_from(["rewrite", "empty", "resolve", "reopen", "remove"]))
    def treat_comment(self, data: st.DataObject, what: str) -> None:
        id_ = data.draw(st.sampled_from(self.comments()))
        commands: dict[str, Command] = {
            "rewrite": WriteComment(DOCUMENT, id_, "다시 확인"),
            "empty": WriteComment(DOCUMENT, id_, " "),
            "resolve": ResolveComment(DOCUMENT, id_, resolved=True),
            "reopen": ResolveComment(DOCUMENT, id_, resolved=False),
            "remove": RemoveComment(DOCUMENT, id_),
        }
        self.do(commands[what])

    @rule(label=st.sampled_from(["정책", "예산"]), there=st.booleans())
    def label_document(self, label: str, there: bool) -> None:
        self.do(AddDocumentLabel(DOCUMENT, label) if there else RemoveDocumentLabel(DOCUMENT, label))

    @rule()
    def undo(self) -> None:
        before = self.whole()
        if self.session.undo(DOCUMENT) is None:
            assert not self.past
            return
        self.future.append(before)
        assert self.whole() == self.past.pop()

    @rule()
    def redo(self) -> None:
        before = self.whole()
        if self.session.redo(DOCUMENT) is None:
            assert not self.future
            return
        self.past.append(before)
        assert self.whole() == self.future.pop()

    @rule()
    def close_and_open(self) -> None:
        before = self.whole()
        self.session = reopen(self.session)
        assert self.whole() == before

    @invariant()
    def memory_is_what_the_disk_says(self) -> None:
        if not hasattr(self, "session"):
            return
        kept, read = self.session.layer(DOCUMENT), self.session.project.reading.layer(DOCUMENT, 1)
        assert kept == read
        assert kept is None or kept.head.status is Status.IN_PROGRESS

    @invariant()
    def every_span_covers_the_text_it_says_in_whole_clusters(self) -> None:
        for span in self.spans() if hasattr(self, "session") else ():
            assert self.text[span.start : span.end] == span.text
            assert is_edge(self.text, span.start)
            assert is_edge(self.text, span.end)

    @invariant()
    def the_journal_in_force_makes_exactly_the_rows_there_are(self) -> None:
        if not hasattr(self, "session"):
            return
        rows: dict[int, dict[str, object]] = {}
        connection = self.session.project.connection
        query = "SELECT id FROM journal WHERE document_id = ? AND state = 'done' ORDER BY id"
        for (step_id,) in connection.execute(query, (DOCUMENT,)).fetchall():
            for op in operations(connection, step_id):
                if op.entity != "span":
                    continue
                if op.after is None:
                    del rows[op.id]
                else:
                    rows[op.id] = {**rows.get(op.id, {}), **op.after}
        expected = {span.id: dict(span.row()) for span in self.spans()}
        assert json.dumps(rows, sort_keys=True) == json.dumps(expected, sort_keys=True)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.project.close()
        shutil.rmtree(self.folder)


Marking.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestMarking = Marking.TestCase

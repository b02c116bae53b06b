"""Any corrections of a layer leave it sound and the rest untouched, do nothing twice, and are undone whole."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotator.app.imports.importing import EnterAs
from annotator.app.session import Session
from annotator.core.commands.spans import AddSpan
from annotator.core.span import Span
from tests.support.intake import lines_of, new_session, run_export, run_import, write_lines

TEXT = "가나다라마바사아자차카타파하"
KEYS = ("AGENCY", "SECTOR", "AMOUNT", "DATE")
PLACES = ((0, 2, 1), (0, 2, 2), (1, 4, 1), (4, 6, 4), (5, 9, 3), (10, 12, 2))

places = st.tuples(st.integers(0, 12), st.integers(1, 3)).map(lambda drawn: (drawn[0], min(14, sum(drawn))))
changes = st.fixed_dictionaries(
    {},
    optional={
        "place": places,
        "label": st.sampled_from(KEYS),
        "note": st.sampled_from(["", "고침"]),
        "removed": st.just(value=True),
        "nameless": st.just(value=True),
        "left out": st.just(value=True),
    },
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("corrections")


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[Session]:
    opened = new_session(folder / "work", TEXT)
    for start, end, label in PLACES:
        opened.do(AddSpan(1, start, end, label))
    yield opened
    opened.project.close()


@pytest.fixture(scope="module")
def record(session: Session, folder: Path) -> dict[str, object]:
    run_export(session, folder / "out.jsonl")
    (found,) = lines_of(folder / "out.jsonl")
    return found


def spans(session: Session) -> tuple[Span, ...]:
    layer = session.layer(1)
    assert layer is not None
    return layer.spans


def corrected(
    record: dict[str, object], changed: list[dict[str, object]], added: list[tuple[tuple[int, int], str]]
) -> dict[str, object]:
    """Return the record with its spans changed in order, some left out, and others added without ids."""
    found = json.loads(json.dumps(record))
    # The layer has moved on with each example and been taken back: what it was made from is not the question here.
    found["revision"] = ""
    rows = []
    for span, change in zip(found["spans"], changed, strict=True):
        if "place" in change:
            start, end = change["place"]
            span.update(start=start, end=end, text=TEXT[start:end])
        span.update({key: change[key] for key in ("label", "note", "removed") if key in change})
        if "nameless" in change:
            del span["id"]
        if "left out" not in change:
            rows.append(span)
    rows.extend({"start": start, "end": end, "label": label} for (start, end), label in added)
    found["spans"] = rows
    return found


def _key(row: dict[str, object]) -> tuple[object, ...]:
    return (row["start"], row["end"], row["label"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changed=st.lists(changes, min_size=len(PLACES), max_size=len(PLACES)),
    added=st.lists(st.tuples(places, st.sampled_from(KEYS)), max_size=4),
)
def test_any_corrections_leave_a_sound_layer_and_are_taken_back_whole(
    session: Session,
    folder: Path,
    record: dict[str, object],
    changed: list[dict[str, object]],
    added: list[tuple[tuple[int, int], str]],
) -> None:
    before = spans(session)
    line = corrected(record, changed, added)
    rows = line["spans"]
    gone = {_key(row) for row in rows if row.get("removed") and "id" not in row}
    # A file that removes and adds the same does so each time.
    assume(gone.isdisjoint(_key(row) for row in rows if not row.get("removed")))
    path = write_lines(folder / "c.jsonl", line)
    result = run_import(session, path, enter_as=EnterAs.CORRECTIONS)
    after = spans(session)
    keys = [(span.start, span.end, span.label_id) for span in after]
    assert len(keys) == len(set(keys))
    assert all(span.text == TEXT[span.start : span.end] for span in after)
    named = {row.get("id") for row in rows}
    said = {_key(row) for row in rows}
    untouched = [
        s for s in before if s.uid not in named and (s.start, s.end, KEYS[s.label_id - 1]) not in said
    ]
    assert [span for span in untouched if span not in after] == []
    # A second time there is nothing more to do, but for what was refused.
    again = run_import(session, path, enter_as=EnterAs.CORRECTIONS)
    if not result.files[0].rejected:
        assert again.changes is None
    for done in (again, result):
        if done.changes is not None:
            session.undo(None)
    assert spans(session) == before

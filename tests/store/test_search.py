"""Search finds what reading everything would find, whatever is indexed, changed, hidden or in the bin."""

import sqlite3
import threading
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import RowOp
from annotator.core.errors import UserError
from annotator.core.folding import fold_term
from annotator.store import journal, search
from annotator.store.database import transaction
from annotator.store.project import Project
from tests.support.imports import NOW, Store, document, open_store
from tests.support.stores import Folders, adding, change, span

parts = st.sampled_from(
    ("한국", "국가", "가", "반도체·양자", "ㆍ", "AI", "ａｉ", "😀", "👩\u200d🔬", "10%", " ", "\n", "각각",
     "\u00a0", "가나다라")
)  # fmt: skip
texts = st.lists(parts, min_size=1, max_size=8).map("".join)
in_some_form = st.builds(normalize, st.sampled_from(("NFC", "NFD")), texts)
terms = st.one_of(parts, texts, st.text(st.sampled_from("한국가나AIａ·%😀 "), min_size=1, max_size=4))


def index(connection: sqlite3.Connection) -> None:
    while search.index_batch(connection):
        pass
    assert search.pending(connection) == 0


def found(store: Store, term: str) -> tuple[int, ...]:
    return search.search(store.connection, term, limit=None).ids


def scanned(store: Store, term: str) -> tuple[int, ...]:
    """Return what is found by reading all that is shown."""
    rows = store.connection.execute(
        "SELECT d.id, d.title, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
        " WHERE d.binned_at = '' AND d.run_id IN (SELECT id FROM import_run WHERE state = 'published') ORDER BY d.id"
    )
    wanted = fold_term(term)
    return tuple(id_ for id_, title, text in rows if wanted in fold_term(text) or wanted in fold_term(title))


def never() -> bool:
    return False


@settings(max_examples=60)
@given(
    st.lists(st.tuples(in_some_form, in_some_form), min_size=1, max_size=8),
    st.lists(terms, max_size=6),
    st.data(),
)
def test_search_finds_what_reading_everything_finds(
    template: Path, made: list[tuple[str, str]], wanted: list[str], data: st.DataObject
) -> None:
    with open_store(template) as store:
        store.take_in(document(f"d{n}", text, title=title) for n, (text, title) in enumerate(made))
        for _ in range(data.draw(st.integers(0, 3))):
            search.index_batch(store.connection, data.draw(st.integers(1, 4)))
        for id_ in data.draw(st.sets(st.integers(1, len(made)))):
            store.connection.execute(
                "UPDATE document SET title = ?, binned_at = ? WHERE id = ?",
                (data.draw(in_some_form), data.draw(st.sampled_from(("", NOW))), id_),
            )
        for term in wanted:
            assert found(store, term) == scanned(store, term)
            assert search.count(store.connection, term, never) == len(scanned(store, term))
        index(store.connection)
        for term in wanted:
            assert found(store, term) == scanned(store, term)


@pytest.mark.parametrize("term", ["가", "나라", "나라가", "%", "·", "😀", "AI", "가 나라가 반", "ai·반"])
def test_a_term_of_any_length_is_found_in_the_index(store: Store, term: str) -> None:
    store.take_in(
        [document("하나", "가 나라가 반도체"), document("둘", "ＡＩㆍ반도체 100% 😀"), document("셋", "없다")]
    )
    index(store.connection)
    assert found(store, term)
    assert found(store, term) == scanned(store, term)
    assert 3 not in found(store, term)


def test_a_title_is_searched_apart_from_the_text(store: Store) -> None:
    store.take_in([document("하나", "본문 끝", title="제목 앞")])
    for _ in range(2):
        assert found(store, "제목") == (1,)
        assert found(store, "끝\n제") == ()
        assert found(store, "끝") == (1,)
        index(store.connection)


def test_the_first_hits_come_first_and_the_rest_after(store: Store) -> None:
    store.take_in(document(f"d{n}", "한국 정부" if n % 2 else "미국 정부") for n in range(10))
    for _ in range(2):
        first = search.search(store.connection, "한국", limit=3)
        assert first == ((2, 4, 6), False)
        assert search.search(store.connection, "한국", limit=3, after=6) == ((8, 10), True)
        assert search.search(store.connection, "한국", limit=5) == ((2, 4, 6, 8, 10), True)
        index(store.connection)


def test_nothing_is_found_for_nothing(store: Store) -> None:
    store.take_in([document("하나", "가")])
    assert search.search(store.connection, "") == ((), True)


def test_an_import_is_indexed_once_it_is_published_and_found_while_it_is_shown(store: Store) -> None:
    run_id = store.take_in([document("하나", "한국 정부")], publish=False)
    assert search.index_batch(store.connection) == 0
    assert (found(store, "한국"), search.pending(store.connection)) == ((), 0)
    step = store.publish(run_id)
    assert (found(store, "한국"), search.pending(store.connection)) == ((1,), 1)
    index(store.connection)
    journal.undo(store.connection, step, at=NOW)
    assert found(store, "한국") == ()
    journal.redo(store.connection, step, at=NOW)
    assert found(store, "한국") == (1,)


def test_what_was_forgotten_leaves_no_ghost(store: Store) -> None:
    store.take_in([document("하나", "한국 정부", title="제목"), document("둘", "미국 정부")])
    index(store.connection)
    before = live_tokens(store)
    with transaction(store.connection):
        search.forget(store.connection, [1, 2])
    assert live_tokens(store) == {}
    assert search.pending(store.connection) == 2
    assert found(store, "정부") == (1, 2)
    index(store.connection)
    assert live_tokens(store) == before


def test_a_text_that_changes_takes_its_old_words_with_it(store: Store) -> None:
    store.take_in([document("하나", "한국 정부")])
    index(store.connection)
    store.connection.execute(
        "INSERT INTO text_version (id, document_id, text, sha256, created_at) VALUES (9, 1, '미국 의회', '', '')"
    )
    # Nobody said `forget`: the trigger alone has seen it.
    store.connection.execute("UPDATE document SET text_version_id = 9 WHERE id = 1")
    for _ in range(2):
        assert (found(store, "한국"), found(store, "의회")) == ((), (1,))
        index(store.connection)
    assert "d55c" not in live_tokens(store)


def test_the_index_is_made_anew_for_another_folding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.take_in([document("하나", "한국"), document("둘", "미국")])
    index(store.connection)
    monkeypatch.setattr(search, "SCHEME", "another")
    assert (found(store, "한국"), search.pending(store.connection)) == ((1,), 2)
    index(store.connection)
    assert found(store, "한국") == (1,)
    assert set(live_tokens(store).values()) == {1, 2}


def test_compacting_leaves_nothing_of_what_was_taken_out(store: Store, template: Path) -> None:
    store.take_in(document(f"d{n}", f"기사 {n} 본문 {chr(0xAC00 + n)}") for n in range(40))
    while search.index_batch(store.connection, 2):
        pass
    with transaction(store.connection):
        search.forget(store.connection, range(11, 41))
        store.connection.execute("DELETE FROM document WHERE id > 10")
    search.compact(store.connection)
    with open_store(template) as fresh:
        fresh.take_in(document(f"d{n}", f"기사 {n} 본문 {chr(0xAC00 + n)}") for n in range(10))
        index(fresh.connection)
        search.compact(fresh.connection)
        assert pages(store) == pages(fresh)
        assert live_tokens(store) == live_tokens(fresh)


def test_a_document_that_changes_while_it_is_indexed_goes_on_waiting(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = folders.begin()
    worker = project.worker_connection()
    index(worker)
    project.connection.execute("UPDATE document SET title = '새 제목' WHERE id = 1")
    tokens = search.grams.tokens

    def changed_meanwhile(folded: str) -> str:
        project.connection.execute("UPDATE document SET title = '더 새 제목' WHERE id = 1")
        return tokens(folded)

    monkeypatch.setattr(search.grams, "tokens", changed_meanwhile)
    assert search.index_batch(worker) == 1
    monkeypatch.undo()
    assert search.pending(worker) == 1
    assert search.search(worker, "더 새").ids == (1,)
    index(worker)
    assert search.search(worker, "더 새").ids == (1,)
    worker.close()
    project.close()


def test_a_person_saves_while_the_index_is_made(folders: Folders) -> None:
    project = folders.begin()
    failed: list[BaseException] = []

    def work() -> None:
        try:
            connection = project.worker_connection()
            index(connection)
            connection.close()
        except BaseException as error:  # noqa: BLE001 - told by the test
            failed.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    for n in range(20):
        project.apply(adding(span(n + 1, n, n + 2)), 1)
        project.apply(change(RowOp("document", 1, {"title": title(project)}, {"title": f"제목 {n}"})), 1)
    worker.join()
    index(project.connection)
    assert failed == []
    assert search.search(project.connection, "제목 19").ids == (1,)
    assert search.search(project.connection, "제목 18").ids == ()
    project.close()


def title(project: Project) -> str:
    return project.reading.document(1).title


def test_a_count_can_be_cancelled(store: Store) -> None:
    store.take_in(document(f"d{n}", "한국 정부") for n in range(5))
    asked: list[int] = []

    def after_three() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(UserError) as error:
        search.count(store.connection, "한국", after_three)
    assert error.value.message.id == "job.cancelled"
    assert len(asked) == 4
    assert not store.connection.in_transaction


def test_hits_are_shown_in_their_line(store: Store) -> None:
    text = "앞줄 기관\n가나다 과기정통부는 마바사\n뒷줄"
    (hit,) = search.hits_in(text, "과기정통부", context=5)
    assert hit == (10, 15, "가나다 ", "과기정통부", "는 마바사")
    assert text[hit.start : hit.end] == hit.text
    assert search.hits_in(normalize("NFD", text), "기관")[0].text == normalize("NFD", "기관")


def live_tokens(store: Store) -> dict[str, int]:
    """Return in how many documents each token of the index is."""
    store.connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, gram, row)")
    return dict(store.connection.execute("SELECT term, doc FROM seen WHERE doc > 0").fetchall())


def pages(store: Store) -> int:
    (size,) = store.connection.execute("SELECT sum(length(block)) FROM gram_data WHERE id > 10").fetchone()
    return int(size)

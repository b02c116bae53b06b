"""Documents are split among annotators: the same for the same seed, the overlap as asked, in files of their own."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.jobs import never, silent
from annotator.app.review.assigning import AssignJob, Wish, file_of, split
from annotator.app.session import Session
from annotator.core.commands.labels import AddLabel
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.store import assigning as store
from annotator.store.assigning import Assignable, assignable, is_quiet
from annotator.store.project import Project
from tests.support.intake import run_import
from tests.support.projects import make_session

DOCUMENTS = [Assignable(f"d{number}", 100 + number % 7 * 50, begun=False) for number in range(50)]
NAMES = ("김하나", "이둘", "박셋")


@given(
    st.integers(0, 60),
    st.integers(1, 4),
    st.sampled_from([0, 10, 20, 50, 100]),
    st.sampled_from([0, 2]),
    st.text(max_size=3),
)
def test_every_document_goes_to_one_or_to_as_many_as_asked(
    count: int, people: int, overlap: int, copies: int, seed: str
) -> None:
    documents = DOCUMENTS[:count]
    wish = Wish(tuple(f"n{number}" for number in range(people)), overlap if people > 1 else 0, copies, seed)
    shares = split(documents, wish)
    assert shares == split(list(reversed(documents)), wish)
    times = Counter(uid for share in shares for uid in share.uids)
    assert set(times) == {one.uid for one in documents}
    several = copies or people
    shared = (len(documents) * wish.overlap + 50) // 100
    assert Counter(times.values()) == +Counter({several: shared, 1: 0}) + Counter(
        {1: len(documents) - shared}
    )
    loads = [share.characters for share in shares]
    assert max(loads) - min(loads) <= 400


def test_another_seed_makes_another_split_of_the_same_sizes() -> None:
    one, other = split(DOCUMENTS, Wish(NAMES, seed="1")), split(DOCUMENTS, Wish(NAMES, seed="2"))
    assert [share.uids for share in one] != [share.uids for share in other]
    assert [share.shared for share in one] == [share.shared for share in other] == [10, 10, 10]


@pytest.mark.parametrize(
    "wish",
    [
        Wish(()),
        Wish(("가", "가")),
        Wish(("가", " ")),
        Wish(("가",), 20),
        Wish(("가", "나"), 20, 3),
        Wish(("가", "나"), 120),
    ],
)
def test_what_cannot_be_split_is_refused(wish: Wish) -> None:
    with pytest.raises(UserError):
        split(DOCUMENTS, wish)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, *(f"복지부 {number}" for number in range(10)))
    made.do(AddLabel("PLACE"))
    made.do(AddSpan(3, 0, 3, 1))
    yield made
    made.project.close()


def test_each_gets_a_project_of_their_own_with_nobody_s_marks(session: Session, tmp_path: Path) -> None:
    known = assignable(session.project.connection)
    assert [one.uid for one in known if one.begun] == ["d3"]
    shares = split(known, Wish(NAMES[:2], 20, only_fresh=False))
    made = AssignJob(session, shares, tmp_path / "out", quiet=True).run(silent, never)
    assert made.files == {name: file_of(tmp_path / "out", session.project.path, name) for name in NAMES[:2]}
    for share in shares:
        project = Project.open(
            made.files[share.name], lock_dir=tmp_path / "locks2", backups_dir=tmp_path / "backups2"
        )
        with closing(project):
            there = Session(project, project.reading.annotator(1))
            uids = [row[0] for row in project.connection.execute("SELECT uid FROM document ORDER BY uid")]
            assert tuple(uids) == share.uids
            assert there.annotator.name == share.name
            assert there.labels.sha256 == session.labels.sha256
            assert (there.labels.uid, there.labels.version) == (session.labels.uid, session.labels.version)
            assert project.connection.execute("SELECT count(*) FROM span").fetchone() == (0,)
            assert is_quiet(project.connection)
            document = int(uids[0][1:])
            there.do(AddSpan(document, 0, 3, 1))
            assert there.layer(document).spans[0].text == "복지부"


def test_a_name_that_is_taken_leaves_all_as_it_was(session: Session, tmp_path: Path) -> None:
    shares = split(assignable(session.project.connection), Wish(NAMES, 20))
    taken = file_of(tmp_path / "out", session.project.path, NAMES[2])
    taken.parent.mkdir()
    taken.write_text("mine")
    with pytest.raises(UserError):
        AssignJob(session, shares, tmp_path / "out", quiet=False).run(silent, never)
    assert [path.name for path in taken.parent.iterdir()] == [taken.name]
    assert taken.read_text() == "mine"


def test_cancelled_it_leaves_no_file(session: Session, tmp_path: Path) -> None:
    shares = split(assignable(session.project.connection), Wish(NAMES, 20))
    asked = iter([False, False, True])
    with pytest.raises(UserError):
        AssignJob(session, shares, tmp_path / "out", quiet=False).run(silent, lambda: next(asked, True))
    assert list((tmp_path / "out").iterdir()) == []


def test_where_one_cannot_be_written_none_stays(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares = split(assignable(session.project.connection), Wish(NAMES, 20))
    write, calls = store.write_part, []

    def fail_at_the_second(*args: object, **options: object) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        write(*args, **options)

    monkeypatch.setattr(store, "write_part", fail_at_the_second)
    with pytest.raises(UserError):
        AssignJob(session, shares, tmp_path / "out", quiet=False).run(silent, never)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_second_assignment_is_imported_into_the_project_of_the_first(
    session: Session, tmp_path: Path
) -> None:
    known = assignable(session.project.connection)
    first = split(known, Wish(NAMES[:2], 20, only_fresh=False))
    second = split(known, Wish(NAMES[:2], 100, only_fresh=False))
    ours = AssignJob(session, first, tmp_path / "first", quiet=False).run(silent, never).files[NAMES[0]]
    theirs = AssignJob(session, second, tmp_path / "second", quiet=False).run(silent, never).files[NAMES[0]]
    project = Project.open(ours, lock_dir=tmp_path / "locks2", backups_dir=tmp_path / "backups2")
    with closing(project):
        there = Session(project, project.reading.annotator(1))
        for added in (10 - len(first[0].uids), 0):
            result = run_import(there, theirs)
            assert (result.files[0].added, result.files[0].unchanged) == (added, 10 - added)
        assert len(assignable(project.connection)) == 10

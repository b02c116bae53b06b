"""Two hundred files gathered at once: each is accounted for, one that is broken or comes twice touches no other."""

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import formats
from annotator.app.gather.questions import Answers
from annotator.app.imports.importing import ImportJob, ImportRequest, ImportResult
from annotator.app.jobs import Progress, never, silent
from annotator.app.session import Session
from annotator.core.entry import Entry, EntrySpan
from annotator.core.errors import UserError
from annotator.core.text import digest
from annotator.formats.base import MemorySink
from tests.support.intake import (
    counts,
    everything,
    layers,
    line,
    new_session,
    reasons,
    run_import,
    write_lines,
)

DOCUMENTS = 10
FILES = 200


def text(number: int) -> str:
    return f"한빛시는 {number}일 수소산업진흥원과 함께 {number}억 원을 들인다.\n노선 {number}번은 설명회에서 정한다."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = new_session(tmp_path / "work")
    ours = [line(text(number), id=f"d{number}", status="new") for number in range(1, DOCUMENTS + 1)]
    run_import(opened, write_lines(tmp_path / "ours.jsonl", *ours))
    yield opened
    opened.project.close()


def entry(number: int, name: str) -> Entry:
    article = text(number)
    words = (("한빛시", "AGENCY"), (f"{number}억 원", "AMOUNT"))
    spans = tuple(
        EntrySpan(f"s{at}", article.index(word), article.index(word) + len(word), word, label)
        for at, (word, label) in enumerate(words)
    )
    return Entry(
        id=f"d{number}", text=article, text_sha256=digest(article), annotator=name, status="done", spans=spans
    )


def members(name: str, format_: str, suffix: str, numbers: range) -> dict[str, bytes]:
    """Return the files in which a colleague hands over these documents."""
    sink = MemorySink(f"{name}{suffix}")
    formats.write([entry(number, name) for number in numbers], sink, format=format_)
    return dict(sink.written)


def write_members(folder: Path, name: str, format_: str, suffix: str, numbers: range) -> list[Path]:
    written = members(name, format_, suffix, numbers)
    for member, content in written.items():
        (folder / member).parent.mkdir(parents=True, exist_ok=True)
        (folder / member).write_bytes(content)
    return [folder / member for member in written if not member.endswith((".labels.json", ".config.xml"))]


def write_zip(path: Path, format_: str, suffix: str, numbers: range) -> Path:
    """Write what a colleague hands over as one archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in numbers:
            for member, content in members(path.stem, format_, suffix, range(number, number + 1)).items():
                archive.writestr(f"annotation/d{number}.txt/{member}", content)
    path.write_bytes(packed.getvalue())
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two hundred files: ours, one broken, one twice, one of each other tool."""
    folder = tmp_path / "files"
    folder.mkdir()
    every = range(1, DOCUMENTS + 1)
    found: list[Path] = []
    found += write_members(folder, "doccano", "doccano", ".jsonl", every)
    found += write_members(folder, "studio", "label-studio", ".json", every)
    found += write_members(folder, "webanno", "cas-json", ".json", range(3, 4))
    found.append(write_zip(folder / "inception.zip", "cas-json", ".json", every))
    broken = folder / "broken.jsonl"
    broken.write_bytes(b'{"format":"annotator/1","text":"' + "한빛".encode()[:4])
    found.append(broken)
    number = 0
    while len(found) < FILES - 1:
        number += 1
        name = f"colleague-{number:03}-with-a-name-that-is-rather-long"
        found += write_members(folder, name, "native", ".jsonl", range(1 + number % 10, 2 + number % 10))
    twice = folder / "twice.jsonl"
    twice.write_bytes(found[-1].read_bytes())
    return [*found, twice]


def gather(session: Session, paths: list[Path], **request: object) -> ImportResult:
    return run_import(session, *paths, answers=Answers(), **request)


def test_two_hundred_files_are_accounted_for_one_by_one(session: Session, files: list[Path]) -> None:
    assert len(files) == FILES
    result = gather(session, files)
    by_name = {account.file: account for account in result.files}
    assert [reason for reason in reasons(result) if reason[0] != "broken.jsonl"] == []
    assert len(by_name["broken.jsonl"].rejected) == 1
    assert (by_name["broken.jsonl"].updated, by_name["broken.jsonl"].read) == (0, 0)
    assert (by_name["twice.jsonl"].updated, by_name["twice.jsonl"].unchanged) == (0, 1)
    others = [account for name, account in by_name.items() if name not in {"broken.jsonl", "twice.jsonl"}]
    assert all(
        account.added == account.waiting == 0 and account.updated == account.read for account in others
    )
    inside = [account for name, account in by_name.items() if name.startswith("inception.zip/")]
    assert [account.format for account in inside] == ["cas-json"] * DOCUMENTS
    assert {by_name[name].format for name in ("doccano.jsonl", "studio.json", "webanno.json")} == {
        "doccano", "label-studio", "cas-json",
    }  # fmt: skip
    assert (
        by_name["webanno.json"].updated
        == by_name["inception.zip/annotation/d3.txt/inception.json"].updated
        == 1
    )
    natives = sum(account.updated for account in others if account.format == "native")
    assert natives == FILES - 6
    # Nobody is named in a file of doccano: it is its own file's name that it goes by there.
    assert (len(result.questions), by_name["doccano.jsonl"].updated) == (0, DOCUMENTS)
    assert "doccano" in [name for name, _, _ in layers(session, 1)]
    before = everything(session)
    again = gather(session, files)
    assert again.changes is None
    assert [count[2] for count in counts(again)] == [0] * len(again.files)
    assert everything(session) == before


def test_all_of_them_are_one_step_that_undo_takes_back(session: Session, files: list[Path]) -> None:
    gather(session, files)
    assert sum(len(layers(session, number)) for number in range(1, DOCUMENTS + 1)) > FILES - 6
    session.undo(None)
    assert [layers(session, number) for number in range(1, DOCUMENTS + 1)] == [[]] * DOCUMENTS


def test_five_hundred_texts_that_are_not_surely_ours_are_paired_at_once(tmp_path: Path) -> None:
    chance = random.Random(7)
    syllables = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
    articles = ["".join(chance.choices(syllables, k=60)) for _ in range(500)]
    session = new_session(tmp_path / "work")
    ours = [line(article, id=f"d{at}", status="new") for at, article in enumerate(articles)]
    run_import(session, write_lines(tmp_path / "ours.jsonl", *ours))
    theirs = [
        line(f"{article[:30]}고침{article[30:]}", (article[:3], "AGENCY"), id=f"x{at}", annotator="lee")
        for at, article in enumerate(articles)
    ]
    path = write_lines(tmp_path / "lee.jsonl", *theirs)
    told: list[Progress] = []
    request = ImportRequest((path,), answers=Answers())
    result = ImportJob(session.project, session.annotator.id, request).run(told.append, never)
    asked = list(result.questions.texts.values())
    assert [one.likely[0][:2] for one in asked] == [
        (at, f"“{article}”") for at, article in enumerate(articles, 1)
    ]
    assert all(one.likely[0][2] > 0.9 for one in asked)
    # How far it is, is told in documents.
    assert (told[-1].total, told[-1].unit) == (500, "documents")
    pairs = {one.key: one.likely[0][0] for one in asked}
    result = run_import(session, path, answers=Answers(documents=pairs))
    assert (counts(result), len(result.questions)) == ([(500, 0, 500, 0)], 0)
    session.project.close()


@pytest.mark.parametrize("at", [1, 60, 150])
def test_a_cancelled_gathering_leaves_nothing_behind(session: Session, files: list[Path], at: int) -> None:
    before = everything(session)
    done: list[int] = []

    def report(progress: Progress) -> None:
        done.append(progress.done)

    request = ImportRequest(tuple(files), answers=Answers())
    with pytest.raises(UserError, match="cancelled"):
        ImportJob(session.project, session.annotator.id, request).run(report, lambda: len(done) >= at)
    assert everything(session) == before
    # What was cancelled can be gathered again, whole.
    result = ImportJob(session.project, session.annotator.id, request).run(silent, never)
    assert sum(account.updated for account in result.files) > FILES - 6

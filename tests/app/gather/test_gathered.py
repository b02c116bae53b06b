"""What files brought, where they were gathered once more with answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.gather.gathered import brought_on
from annotator.app.gather.questions import Answers, Choice
from annotator.app.session import Session
from tests.support.intake import line, new_session, run_import, write_lines

ONE, TWO = "한빛시는 2일 버스를 들인다.", "새솔군은 도서관을 짓는다."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = new_session(tmp_path / "work")
    ours = [line(text, id=id_, status="new") for text, id_ in ((ONE, "d1"), (TWO, "d2"))]
    run_import(opened, write_lines(tmp_path / "ours.jsonl", *ours))
    yield opened
    opened.project.close()


def test_what_was_taken_before_an_answer_is_told_with_what_was_taken_after(
    session: Session, tmp_path: Path
) -> None:
    def sent(name: str, *rows: dict[str, object]) -> Path:
        return write_lines(
            tmp_path / name, *({**row, "annotator": "이도윤", "annotator_id": "lee"} for row in rows)
        )

    one = line(ONE, ("한빛시", "AGENCY"), id="d1")
    desk = sent("desk.jsonl", one)
    laptop = sent(
        "laptop.jsonl", line(ONE, ("한빛시는", "AGENCY"), id="d1"), line(TWO, ("새솔군", "AGENCY"), id="d2")
    )
    first = run_import(session, desk, laptop, answers=Answers())
    assert [(one.updated, one.waiting) for one in first.files] == [(1, 0), (1, 1)]
    choices = {
        key: {item.key: Choice.THEIRS for item in asked.items}
        for key, asked in first.questions.layers.items()
    }
    second = run_import(session, desk, laptop, answers=Answers(layers=choices))
    told = brought_on(first.files, second.files)
    assert [(one.updated, one.unchanged, one.waiting, one.notes) for one in told] == [
        (1, 0, 0, []),
        (2, 0, 0, []),
    ]


def test_a_file_that_cannot_be_read_any_more_is_told_so(session: Session, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "lee.jsonl", line(ONE, ("한빛시", "AGENCY"), id="d1", annotator="이도윤"))
    first = run_import(session, path, answers=Answers())
    path.unlink()
    second = run_import(session, path, answers=Answers())
    (told,) = brought_on(first.files, second.files)
    assert (told.updated, len(told.rejected)) == (0, 1)

"""What was not taken, saved: where it stands, why, and the line itself."""

import json
from pathlib import Path

import pytest

from annotator.app.imports import rejects
from annotator.app.imports.intake import Doubt, FileAccount
from annotator.app.imports.rejects import Refused, RejectsJob, refused_by
from annotator.app.jobs import never, silent
from annotator.core.entry import Reject
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.sentences import in_english

WHY = message("entry.empty-text")


def saved(target: Path, *refused: Refused) -> list[dict[str, object]]:
    count = RejectsJob(refused, target, in_english).run(silent, never)
    rows = [json.loads(line) for line in target.read_bytes().split(b"\n")[:-1]]
    assert len(rows) == count
    return rows


def test_each_is_saved_with_the_line_as_it_stands_whatever_their_order(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes("하나\r\n두\u2028울\n".encode() + b"\xff\n" + "넷".encode())
    given = [Reject(line, WHY, "text") for line in (4, 2, 9, 2, 3, 0)]
    rows = saved(tmp_path / "out.jsonl", Refused(path, given))
    assert [(row["line"], row["content"]) for row in rows] == [
        (0, ""), (2, "두\u2028울"), (2, "두\u2028울"), (3, "\\xff"), (4, "넷"), (9, "")
    ]  # fmt: skip
    assert {(row["file"], row["member"], row["where"], row["reason"]) for row in rows} == {
        (str(path), "", "text", "The document has no text.")
    }


def test_members_and_files_that_are_gone_are_saved_without_content(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    rows = saved(
        tmp_path / "out.jsonl", Refused(path, [Reject(1, WHY, "", "b/1.ann"), Reject(1, WHY, "", "a.zip")])
    )
    assert sorted((row["member"], row["content"]) for row in rows) == [("", ""), ("b/1.ann", "")]


def test_a_line_longer_than_a_person_reads_is_cut_and_the_next_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejects, "LONGEST", 10)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 35 + b"\nshort\n")
    rows = saved(tmp_path / "out.jsonl", Refused(path, [Reject(1, WHY), Reject(2, WHY)]))
    assert [row["content"] for row in rows] == ["x" * 10, "short"]


def test_nothing_refused_makes_an_empty_file_in_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("older")
    assert saved(target) == []
    assert target.read_bytes() == b""


def test_a_file_that_is_read_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n")
    with pytest.raises(UserError) as caught:
        saved(tmp_path / "x" / ".." / "a.jsonl", Refused(path, [Reject(1, WHY)]))
    assert caught.value.message.id == "rejects.is-input"
    assert path.read_text() == "{}\n"


def test_cancelled_it_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with pytest.raises(UserError):
        RejectsJob([Refused(tmp_path / "a", [Reject(1, WHY)])], target, in_english).run(silent, lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_files_left_out_for_their_encoding_are_among_the_refused(tmp_path: Path) -> None:
    path, fine = tmp_path / "a.txt", tmp_path / "b.txt"
    found = refused_by([FileAccount(path), FileAccount(fine)], [Doubt(path, {"cp949": "가", "utf-16": "나"})])
    assert [(one.path, [reject.reason.id for reject in one.rejects]) for one in found] == [
        (path, ["import.encoding-doubtful"])
    ]

"""What is read where a file is named: itself, with its other half, or what is in it."""

import zipfile
from pathlib import Path

import pytest

from annotator.app.imports.bundles import bundle_of
from annotator.app.imports.intake import FileAccount, Intake, Reader
from annotator.core.errors import UserError
from tests.support.commands import run

ANN = "T1\tDATE 0 2\t9일\n"


def names_of(path: Path) -> tuple[str, ...]:
    with bundle_of(path) as (bundle, faults):
        assert faults == []
        return bundle.names


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("글")


def zipped(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", ".").replace("|", "/"), content)
    return path


def read(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the texts read, and what was refused: member and message id."""
    account = FileAccount(path)
    intake = Intake(lambda _outlet, _lines: (), Reader())
    texts = [arrival.entry.text for arrival in intake.read(path, account)]
    return texts, [(reject.member, reject.reason.id) for reject in account.rejected]


def test_annotations_come_with_their_text_and_the_configuration_beside_or_above(tmp_path: Path) -> None:
    make(tmp_path, "kim/a.ann", "kim/a.txt", "kim/b.txt", "annotation.conf")
    assert names_of(tmp_path / "kim" / "a.ann") == ("kim/a.ann", "kim/a.txt", "annotation.conf")
    assert names_of(tmp_path / "kim" / "b.txt") == ("b.txt",)
    make(tmp_path, "kim/annotation.conf")
    (tmp_path / "kim" / "a.txt").unlink()
    assert names_of(tmp_path / "kim" / "a.ann") == ("kim/a.ann", "kim/annotation.conf", "annotation.conf")


def test_a_zip_of_annotations_is_its_members_and_any_other_is_a_file(tmp_path: Path) -> None:
    assert names_of(zipped(tmp_path / "a.zip", kim_ann=ANN, kim_txt="9일")) == ("kim.ann", "kim.txt")
    assert names_of(zipped(tmp_path / "b.zip", a_txt="9일")) == ("b.zip",)
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 and no more")
    assert names_of(tmp_path / "c.zip") == ("c.zip",)


def test_members_with_names_that_lead_out_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../up.ann", "/root.ann", "a/../../b.ann", "d.ann", "__MACOSX/d.ann", ".DS_Store"):
            archive.writestr(name, ANN)
        archive.writestr("d.txt", "9일")
        archive.writestr("notes.rtf", "글")
    texts, refused = read(path)
    assert texts == ["9일"]
    assert refused == [
        ("../up.ann", "zip.outside"), ("/root.ann", "zip.outside"), ("a/../../b.ann", "zip.outside"),
        ("notes.rtf", "brat.no-annotations"),
    ]  # fmt: skip


def test_a_member_that_is_broken_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (("a.ann", ANN), ("a.txt", "9일"), ("b.ann", ANN), ("b.txt", "9일 끝")):
            archive.writestr(name, content)
    content = path.read_bytes()
    path.write_bytes(content.replace("9일 끝".encode(), "9일 꿑".encode(), 1))
    assert read(path) == (["9일"], [("b.ann", "zip.broken")])


def test_a_bomb_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.ann", "w") as member:
        for _ in range(80):
            member.write(b"\0" * (1 << 20))
    with pytest.raises(UserError), bundle_of(path):
        pass
    assert read(path) == ([], [("", "zip.bomb")])
    assert run("check", path) == 2


def test_the_first_member_may_be_broken_too(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_ann=ANN * 50, a_txt="9일")
    content = bytearray(path.read_bytes())
    content[40:50] = b"\xff" * 10
    path.write_bytes(content)
    texts, refused = read(path)
    assert texts == []
    assert {reason for _, reason in refused} == {"zip.broken"}
    assert run("check", path) == 2

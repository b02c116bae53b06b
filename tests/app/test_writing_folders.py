"""A folder is written whole or not at all."""

from pathlib import Path

import pytest

from annotator.app.writing import written_as, written_folder
from annotator.core.errors import UserError


def fill(target: Path, *names: str) -> None:
    with written_folder(target) as sink:
        for name in names:
            member = sink.open(name)
            assert member is not None
            with member as stream:
                stream.write(name.encode())


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_members_lie_in_their_folders(tmp_path: Path) -> None:
    fill(tmp_path / "new" / "out", "a.txt", "kim/a.ann", "kim/b.ann")
    assert files(tmp_path) == {f"new/out/{name}": name for name in ("a.txt", "kim/a.ann", "kim/b.ann")}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out", "a.txt")
    assert files(tmp_path) == {"out/a.txt": "a.txt"}


@pytest.mark.parametrize("name", ["out/there.txt", "out"])
def test_what_is_there_already_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("before")
    with pytest.raises(UserError) as caught:
        fill(tmp_path / "out", "a.txt")
    assert caught.value.message.id == "export.folder-taken"
    assert files(tmp_path) == {name: "before"}


def break_off(target: Path, error: type[BaseException]) -> None:
    with written_folder(target) as sink:
        member = sink.open("kim/a.txt")
        assert member is not None
        with member as stream:
            stream.write(b"half")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_is_broken_off_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error):
        break_off(tmp_path / "out", error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "kim/../../a.txt"])
def test_no_member_gets_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        fill(tmp_path / "in" / "out", name)
    assert files(tmp_path) == {}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("before")
    with pytest.raises(UserError) as caught:
        fill(tmp_path / "file" / "out", "a.txt")
    assert caught.value.message.id == "export.not-written"
    assert files(tmp_path) == {"file": "before"}


def test_only_formats_of_many_files_write_a_folder(tmp_path: Path) -> None:
    for format_, name in (("brat", "folder"), ("brat", "o.zip"), ("native", "o.jsonl")):
        with written_as(format_, tmp_path / name) as sink:
            member = sink.open(sink.name if "." in name else "a.txt")
            assert member is not None
            with member:
                pass
    assert set(files(tmp_path)) == {"folder/a.txt", "o.zip", "o.jsonl"}

"""Which files are meant where files and folders are named."""

from pathlib import Path

from annotator.app.finding import expanded, name_of


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("글")


def test_a_folder_is_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.html", "c/d.jsonl", "c/e.htm", "no-ending")
    found = [path.relative_to(tmp_path).as_posix() for path in expanded([tmp_path])]
    assert found == ["a.html", "b.txt", "c/d.jsonl", "c/e.htm", "no-ending"]


def test_what_lies_beside_documents_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    make(
        tmp_path,
        "a.jsonl",
        "a.labels.json",
        "x.labels.json",
        "x.config.xml",
        "config.xml",
        ".hidden",
        ".git/x.txt",
        "a_files/s.css",
        "a_files/p.PNG",
        "과제.sqlite-wal",
        "과제.sqlite-shm",
        "과제.sqlite-journal",
    )
    assert expanded([tmp_path]) == [tmp_path / "a.jsonl"]


def test_a_file_that_is_named_is_tried_whatever_it_is(tmp_path: Path) -> None:
    make(tmp_path, ".hidden", "style.css")
    named = [tmp_path / "none", tmp_path / "style.css", tmp_path / ".hidden"]
    assert expanded(named) == named


def test_a_label_file_named_with_its_file_is_no_document_but_alone_it_is_tried(tmp_path: Path) -> None:
    make(tmp_path, "a.jsonl", "a.labels.json")
    a, labels = tmp_path / "a.jsonl", tmp_path / "a.labels.json"
    assert expanded([a, labels]) == [a]
    assert expanded([labels]) == [labels]


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert expanded([tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"]) == [tmp_path / "a.txt"]


def test_names_that_are_no_text_can_be_stored_all_the_same() -> None:
    assert name_of(Path("기사.txt")) == "기사.txt"
    assert name_of(Path("a\udcff.txt")) == "a\ufffd.txt"


def test_a_text_beside_its_annotations_is_read_along_with_them(tmp_path: Path) -> None:
    make(tmp_path, "kim/a.ann", "kim/a.txt", "kim/b.txt", "annotation.conf", "visual.conf", "tools.conf")
    assert expanded([tmp_path]) == [tmp_path / "kim" / "a.ann", tmp_path / "kim" / "b.txt"]

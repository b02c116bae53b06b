"""Archives of documents: each member is read as a file of its own; what leads out, repeats or explodes is refused."""

import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from annotator.app.finding import expanded, name_of
from annotator.app.imports.archives import Archives, archive_of
from tests.support.books import book
from tests.support.commands import run
from tests.support.intake import counts, html, line, page, reasons, run_import, texts
from tests.support.office import release_docx, release_hwpx, zipped


def put(path: Path, **parts) -> Path:
    path.write_bytes(zipped(parts))
    return path


def archive(path: Path, parts: dict) -> Path:
    path.write_bytes(zipped(parts))
    return path


def native(*lines) -> str:
    import json

    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)


def test_each_member_is_read_as_what_it_is(session, tmp_path):
    file = archive(tmp_path / "모음.zip", {
        "가/a.html": html(3), "가/b.txt": page(4), "c.jsonl": native(line(id="d1", annotator="kim")),
        "d.docx": release_docx(), "e.hwpx": release_hwpx(),
        "f.xlsx": book(["제목", "본문"], ["표의 제목", "표의 글이다."]),
        "__MACOSX/가/._a.html": "x", ".DS_Store": "x", "c.labels.json": "[]", "g.css": "x",
    })  # fmt: skip
    result = run_import(session, file)
    assert reasons(result) == []
    assert [account.file for account in result.files] == [
        f"모음.zip/{name}" for name in ("가/a.html", "가/b.txt", "c.jsonl", "d.docx", "e.hwpx", "f.xlsx")
    ]
    assert [account.format for account in result.files] == ["html", "text", "native", "docx", "hwpx", "table"]
    # The same press release as DOCX and as HWPX is one document with two sources.
    assert counts(result) == [(1, 1, 0, 0)] * 4 + [(1, 0, 0, 1)] + [(1, 1, 0, 0)]
    assert len(texts(session)) == 5
    source = session.project.reading.source(result.first_document_id)
    assert (source.name, source.content) == ("모음.zip/가/a.html", html(3).encode())
    again = run_import(session, file)
    assert again.changes is None


def test_a_folder_may_hold_archives(session, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    archive(folder / "b.zip", {"x.txt": page(1)})
    (folder / "a.txt").write_text(page(2), "utf-8")
    assert [account.file for account in run_import(session, folder).files] == ["a.txt", "b.zip/x.txt"]


def test_a_member_whose_name_leads_out_is_refused_and_nothing_outside_is_read(session, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(page(9), "utf-8")
    names = ["../secret.txt", str(secret), "C:\\x.txt", "a/../../secret.txt", "good.txt"]
    file = archive(tmp_path / "a.zip", dict.fromkeys(names, page(1)))
    result = run_import(session, file)
    assert sorted(reason for _, _, reason in reasons(result)) == ["zip.outside"] * 4
    assert len(texts(session)) == 1
    assert "수소 버스 1대" in texts(session)[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped({"bomb.txt": b"0" * (90 << 20)}), "zip.bomb"),
        (zipped({"a.txt": page(1)})[:-30], "zip.broken"),
        (b"PK\x03\x04" + b"\0" * 60, "zip.broken"),
        (zipped({"inner.zip": zipped({"a.txt": page(1)})}), "zip.nested"),
        (zipped({"old.hwp": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99}), "office.old"),
    ],
    ids=["bomb", "cut", "broken", "nested", "old"],
)
def test_hostile_archives_are_refused_with_their_reason(session, tmp_path, content, reason):
    file = tmp_path / "a.zip"
    file.write_bytes(content)
    result = run_import(session, file)
    assert [told for _, _, told in reasons(result)] == [reason]
    assert texts(session) == []


def test_a_damaged_member_is_refused_and_the_rest_read(session, tmp_path):
    content = bytearray(zipped({"a.txt": page(1) * 3, "b.txt": page(2)}))
    content[60:70] = b"\xff" * 10
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(content))
    result = run_import(session, file)
    assert [(name, told) for name, _, told in reasons(result)] == [("a.zip/a.txt", "zip.broken")]
    assert len(texts(session)) == 1


def test_a_locked_member_is_told(session, tmp_path):
    content = bytearray(zipped({"a.txt": page(1)}))
    content[6] |= 1  # the local header
    content[content.index(b"PK\x01\x02") + 8] |= 1
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(content))
    assert [told for _, _, told in reasons(run_import(session, file))] == ["zip.encrypted"]


def test_names_of_korean_windows_are_read(tmp_path):
    info = zipfile.ZipInfo("x.txt")
    info.filename = "기사.txt".encode("cp949").decode("cp437")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(info, page(1))
    content = stream.getvalue()
    encoded = info.filename.encode("utf-8")
    name = "기사.txt".encode("cp949")
    assert encoded in content  # zipfile writes what is not ASCII as UTF-8, so the name is put in by hand
    raw = zipped({"k" * len(name): page(1)}).replace(b"k" * len(name), name)
    file = tmp_path / "a.zip"
    file.write_bytes(raw)
    assert [name_of(path) for path in expanded([file])] == ["a.zip/기사.txt"]


def test_a_question_about_a_member_is_answered_for_it_alone(session, tmp_path):
    file = archive(
        tmp_path / "a.zip", {"가.csv": "가,나,다\n1,2,글이다.\n3,4,둘째 글이다.\n", "b.txt": page(1)}
    )
    (doubt,) = run_import(session, file).tables
    assert doubt.path == file / "가.csv"
    from annotator.app.imports.columns import ColumnChoice, remembered

    known = remembered({}, doubt.headings, {"text": "다"})
    result = run_import(session, doubt.path, columns=ColumnChoice(known=known))
    assert [account.file for account in result.files] == ["a.zip/가.csv"]
    assert result.documents == 2


def test_cas_files_go_through_a_zip_and_back(tmp_path, capsys):
    source, out, back = tmp_path / "a.jsonl", tmp_path / "o.zip", tmp_path / "back.jsonl"
    source.write_text(native(*(line(id=f"d{n}", annotator="kim") for n in range(3))), "utf-8")
    for format_ in ("cas-json", "cas-xmi"):
        assert run("convert", source, "-o", out, "--to", format_) == 0
        assert run("check", out) == 0
        assert run("convert", out, "-o", back, "--to", "native") == 0
        assert len(back.read_text("utf-8").splitlines()) == 3


def test_paths_of_the_disk_lead_into_no_archive(tmp_path):
    file = archive(tmp_path / "a.zip", {"x.txt": "x"})
    assert archive_of(file) is None
    assert archive_of(tmp_path / "no.txt") is None
    assert archive_of(file / "x.txt") == (file, "x.txt")


def test_one_archive_is_open_at_a_time_and_none_at_the_end(tmp_path):
    first, second = (archive(tmp_path / f"{n}.zip", {"x.txt": n, "y.txt": n}) for n in "ab")
    with closing(Archives()) as archives:
        for file in (first, second, first):
            _, member = archives.opener(file / "y.txt")
            with member() as stream:
                assert stream.read().decode() == file.stem
            assert member.size == 1
    first.unlink()  # on Windows an open file cannot be removed
    second.unlink()

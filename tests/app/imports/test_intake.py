"""Files turned into entries and pages: what is read, what is refused with its reason, what is asked."""

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

import pytest

from annotator.app.imports.intake import LONGEST_PAGE, LONGEST_TEXT, Arrival, FileAccount, Intake, Reader
from annotator.core.errors import UserError
from annotator.core.text import ZoneKind
from tests.support.intake import REPEATED, TEXT, html, line, page, write_lines


def nothing(_outlet: str, _lines: Collection[str]) -> Collection[str]:
    return ()


def read(path: Path, reader: Reader | None = None) -> tuple[list[Arrival], FileAccount, Intake]:
    intake, account = Intake(nothing, reader or Reader()), FileAccount(path)
    return list(intake.read(path, account)), account, intake


def refused(account: FileAccount) -> list[tuple[int, str]]:
    return [(reject.line, reject.reason.id) for reject in account.rejected]


def test_a_page_becomes_one_document_with_its_source_and_what_was_kept_of_it(tmp_path: Path) -> None:
    path = tmp_path / "기사 1.txt"
    path.write_text(page(3), encoding="utf-8")
    [arrival], account, _ = read(path)
    entry, source = arrival.entry, arrival.source
    assert entry.text.startswith("한빛시, 수소 버스 3대 새로 들인다\n\n[세종=한빛뉴스]")
    assert "저작권자" not in entry.text
    assert entry.zones[0].kind is ZoneKind.TITLE
    assert (entry.fields["outlet"], entry.fields["author"], entry.fields["lang"]) == (
        "한빛뉴스",
        "이가람",
        "ko",
    )
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert entry.id == f"기사 1-{sha256[:8]}"
    assert source is not None
    assert (source.name, source.kind, source.encoding, source.sha256) == (
        "기사 1.txt",
        "text",
        "utf-8",
        sha256,
    )
    assert source.content == path.read_bytes()
    assert source.lines == (4, 13, 15, 19, 21)
    assert json.loads(source.data)["section_line"] == ""
    assert (account.format, account.encoding, account.read, account.sha256) == ("text", "utf-8", 1, sha256)
    assert account.page is not None
    assert (account.page.kept, account.page.lines, account.page.start_found) == (5, 12, True)
    assert account.rejected == []


def test_html_is_told_by_its_content_and_gives_the_date_in_its_head(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text(html(7), encoding="utf-8")
    [arrival], account, _ = read(path)
    assert arrival.entry.text.startswith("한빛시, 버스 7대를 들인다")
    assert arrival.entry.fields["document_date"] == "2024-05-07"
    assert account.format == "html"
    assert account.page is not None
    assert (account.page.document_date, account.page.date_source) == ("2024-05-07", "field")


@pytest.mark.parametrize("encoding", ["cp949", "utf-8-sig", "utf-16"])
def test_pages_in_the_encodings_of_korea_are_read_without_asking(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(page(3).encode(encoding))
    [arrival], account, intake = read(path)
    assert arrival.entry.text.startswith("한빛시, 수소 버스 3대")
    assert account.encoding == encoding
    assert intake.doubts == []


def test_line_ends_are_made_one_before_any_offset_exists(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(page(3).replace("\n", "\r\n").encode())
    [arrival], _, _ = read(path)
    assert "\r" not in arrival.entry.text
    assert arrival.source is not None
    assert arrival.source.lines == (4, 13, 15, 19, 21)


def test_an_encoding_in_doubt_is_asked_for_and_nothing_comes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(page(3).encode("utf-16-le"))
    arrivals, account, intake = read(path)
    assert arrivals == []
    assert (account.read, account.rejected) == (0, [])
    [doubt] = intake.doubts
    assert doubt.path == path
    assert next(iter(doubt.previews)) == "utf-16-le"
    assert doubt.previews["utf-16-le"].startswith("전체기사 최신뉴스")


@pytest.mark.parametrize("by", ["its path", "all in doubt"])
def test_a_chosen_encoding_settles_the_doubt(tmp_path: Path, by: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(page(3).encode("utf-16-le"))
    reader = Reader(encodings={path: "utf-16-le"}) if by == "its path" else Reader(encoding="utf-16-le")
    [arrival], account, intake = read(path, reader)
    assert arrival.entry.text.startswith("한빛시, 수소 버스 3대")
    assert (account.encoding, intake.doubts) == ("utf-16-le", [])


def test_a_wrong_choice_of_encoding_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(page(3).encode("utf-16-le"))
    arrivals, account, _ = read(path, Reader(encoding="euc_jp"))
    assert (arrivals, refused(account)) == ([], [(0, "import.encoding-wrong")])


def test_an_encoding_for_doubts_does_not_touch_files_that_are_sure(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(page(3), encoding="utf-8")
    [arrival], account, _ = read(path, Reader(encoding="cp949"))
    assert account.encoding == "utf-8"
    assert "수소 버스" in arrival.entry.text


@pytest.mark.parametrize("content", [b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n", bytes(range(32)) * 20])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(content)
    arrivals, account, _ = read(path)
    assert (arrivals, refused(account)) == ([], [(0, "import.not-text")])


def test_a_file_that_is_not_there_is_refused_with_what_the_system_says(tmp_path: Path) -> None:
    arrivals, account, _ = read(tmp_path / "none.txt")
    assert (arrivals, refused(account)) == ([], [(0, "import.unreadable")])
    assert account.rejected[0].reason.arguments["name"] == "none.txt"
    assert account.rejected[0].reason.arguments["reason"]


@pytest.mark.parametrize("content", ["", " \n\n "])
def test_a_page_without_text_is_refused_by_that_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(content)
    arrivals, account, _ = read(path)
    assert (arrivals, refused(account)) == ([], [(0, "entry.empty-text")])


def test_texts_that_are_longer_than_a_document_may_be_are_refused(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("가" * (LONGEST_TEXT + 1), encoding="utf-8")
    lines = write_lines(tmp_path / "long.jsonl", line("다"), line("나" * (LONGEST_TEXT + 1)))
    arrivals, account, _ = read(long)
    assert (arrivals, refused(account)) == ([], [(0, "import.too-long")])
    [arrival], account, _ = read(lines)
    assert (arrival.entry.text, refused(account)) == ("다", [(2, "import.too-long")])


def test_a_page_that_is_larger_than_any_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    with path.open("wb") as file:
        file.truncate(LONGEST_PAGE + 1)
    arrivals, account, _ = read(path, Reader(format="text"))
    assert (arrivals, refused(account)) == ([], [(0, "import.page-too-large")])


def test_entries_come_one_by_one_and_refused_lines_are_told_by_their_numbers(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, ("한빛시", "AGENCY")), {"text": ""}, line("다른 글"))
    arrivals, account, _ = read(path)
    assert [arrival.entry.text for arrival in arrivals] == [TEXT, "다른 글"]
    assert [arrival.source for arrival in arrivals] == [None, None]
    assert (account.format, account.encoding, account.read) == ("native", "utf-8", 2)
    assert refused(account) == [(2, "entry.empty-text")]


def test_what_was_done_to_a_line_is_noted_with_its_number(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT), line("가나\r\n다", ("다", "AGENCY")))
    _, account, _ = read(path)
    assert [(note.line, note.reason.id) for note in account.notes] == [(2, "note.line-ends")]


def test_a_format_that_was_asked_for_is_not_guessed(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT))
    [arrival], account, _ = read(path, Reader(format="text"))
    assert account.format == "text"
    assert arrival.entry.text.startswith('{"text"')
    path.write_text(page(1), encoding="utf-8")
    arrivals, account, _ = read(path, Reader(format="native"))
    assert arrivals == []
    assert account.rejected
    with pytest.raises(UserError) as told:
        Intake(nothing, Reader(format="word"))
    assert told.value.message.id == "format.no-such"


@pytest.mark.parametrize(
    "content",
    ['{"rows": {"words": "글"}, "seen": []}', ' [\n {"data": 1}]', '{"words": "' + "가" * 40_000 + '"}'],
)
def test_json_of_a_format_that_is_not_known_is_no_article(tmp_path: Path, content: str) -> None:
    path = tmp_path / "tasks"
    path.write_text(content, encoding="utf-8")
    arrivals, account, _ = read(path)
    assert (arrivals, refused(account)) == ([], [(0, "format.unknown")])
    [_], _, _ = read(path, Reader(format="text"))


def test_an_article_that_begins_with_a_bracket_is_one(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "[속보] 한빛시, 버스를 들인다\n\n한빛시는 수소 버스를 들인다고 밝혔다.\n", encoding="utf-8"
    )
    [arrival], _, _ = read(path)
    assert arrival.entry.text.startswith("[속보]")


def test_furniture_of_the_outlet_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(page(3, REPEATED), encoding="utf-8")
    asked: list[tuple[str, Collection[str]]] = []

    def repeated(outlet: str, lines: Collection[str]) -> Collection[str]:
        asked.append((outlet, lines))
        return {REPEATED}

    [arrival] = Intake(repeated, Reader()).read(path, FileAccount(path))
    assert REPEATED not in arrival.entry.text
    assert REPEATED not in arrival.kept_lines
    [(outlet, lines)] = asked
    assert outlet == "한빛뉴스"
    assert REPEATED in lines
    assert not any("garam@" in asked_line or "새로 들인다" in asked_line for asked_line in lines)


def test_a_label_file_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "a.labels.json"
    path.write_text('[{"id":"x","text":"AGENCY"}]')
    arrivals, account, _ = read(path)
    assert (arrivals, refused(account)) == ([], [(0, "import.label-file")])


def test_a_file_name_that_is_no_text_is_stored_as_one(tmp_path: Path) -> None:
    path = Path(str(tmp_path).encode().decode() + "/bad\udcff.txt")
    try:
        path.write_text(page(3), encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("the file system takes no such name")
    [arrival], account, _ = read(path)
    assert arrival.source is not None
    for name in (arrival.entry.id, arrival.source.name, account.file):
        name.encode("utf-8")
        assert name.startswith("bad\ufffd")
